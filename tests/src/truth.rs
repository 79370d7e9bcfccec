//! Values that a person read, and how a reading differs from them.
use std::collections::BTreeMap;
use std::fmt;

use anyhow::{Context as _, Result};
use camino::Utf8Path;
use gouji_model::{Cell, CellState, Form, Report};
use serde::Deserialize;

/// The values of a report as a person reads them: a number as its canonical decimal, `blank`, `dash`,
/// `unreadable:TEXT`, or nothing for what is missing.
#[derive(Clone, Debug, Deserialize)]
pub struct Truth {
    /// Edition of the form that was printed.
    #[serde(default)]
    pub edition: Option<String>,
    /// Report year.
    #[serde(default)]
    pub year: Option<i32>,
    /// Name of the unit.
    #[serde(default)]
    pub unit: Option<String>,
    /// Cells by id.
    #[serde(default)]
    pub cells: BTreeMap<String, Option<String>>,
    /// The document is no report of a known form and must be refused.
    #[serde(default)]
    pub refused: bool,
    /// What a reader must repair; for people.
    #[serde(default)]
    pub notes: Vec<String>,
}

/// A cell that was read otherwise than a person reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Id of the cell.
    pub cell: String,
    /// What stands there.
    pub expected: Option<String>,
    /// What was read.
    pub found: Option<String>,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = |value: &Option<String>| value.clone().unwrap_or_else(|| "missing".to_owned());
        write!(f, "{}: {} read as {}", self.cell, shown(&self.expected), shown(&self.found))
    }
}

impl Difference {
    /// Whether a value stands where another, or none, belongs: worse than a value not found.
    pub fn is_wrong(&self) -> bool {
        self.found.is_some()
    }
}

impl Truth {
    /// From a JSON file.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn read(path: &Utf8Path) -> Result<Self> {
        let text = std::fs::read_to_string(path).with_context(|| path.to_string())?;
        serde_json::from_str(&text).with_context(|| path.to_string())
    }

    /// All cells of the truth and of the report that are not the same; what the truth does not name is missing.
    pub fn differences(&self, form: &Form, report: &Report) -> Vec<Difference> {
        let mut found: BTreeMap<&str, Option<String>> = BTreeMap::new();
        for (spec, cell) in form.cells.iter().zip(&report.cells) {
            found.insert(&spec.id, shown(cell));
        }
        for (id, cell) in &report.extra {
            found.insert(id, shown(cell));
        }
        for id in self.cells.keys() {
            found.entry(id).or_insert(None);
        }
        found
            .into_iter()
            .map(|(id, found)| Difference {
                cell: id.to_owned(),
                expected: self.cells.get(id).cloned().flatten(),
                found,
            })
            .filter(|difference| difference.expected != difference.found)
            .collect()
    }
}

fn shown(cell: &Cell) -> Option<String> {
    match cell.state {
        CellState::Number(number) => Some(number.to_string()),
        CellState::Blank => Some("blank".to_owned()),
        CellState::Dash => Some("dash".to_owned()),
        CellState::Unreadable => Some(format!("unreadable:{}", cell.raw.as_deref().unwrap_or_default())),
        CellState::Missing => None,
    }
}
