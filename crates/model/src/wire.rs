//! The JSON of a report, `gouji/report/1`.
use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Cell, CellState, Claim, Form, Lang, Number, Origin, Period, Report, Scope, SectionText, Unit, render};

/// Name and number of the schema.
pub const REPORT_SCHEMA: &str = "gouji/report/1";

/// A report as JSON; beyond `schema`, `edition`, `year`, `unit` and `cells` all is optional when read back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ReportWire {
    /// Always `gouji/report/1`.
    #[schemars(extend("const" = REPORT_SCHEMA))]
    pub schema: String,
    /// The file it was read from, as it was named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// Edition id.
    pub edition: String,
    /// Report year.
    pub year: Option<i32>,
    /// Who reports.
    #[serde(default)]
    pub unit: Unit,
    /// Cells by id, in the order of the form.
    #[serde(deserialize_with = "serde_with::rust::maps_duplicate_key_is_error::deserialize")]
    pub cells: BTreeMap<String, CellWire>,
    /// Numbers on group rows and cells of another form.
    #[serde(
        default,
        skip_serializing_if = "BTreeMap::is_empty",
        deserialize_with = "serde_with::rust::maps_duplicate_key_is_error::deserialize"
    )]
    pub extra: BTreeMap<String, CellWire>,
    /// Edition of the form each table was printed in.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub printed_forms: BTreeMap<String, String>,
    /// Sections in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<SectionWire>,
    /// What the prose states in numbers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub claims: Vec<ClaimWire>,
    /// Reading notes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<NoteWire>,
}

/// A cell as JSON.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CellWire {
    /// `number`, `blank`, `dash`, `unreadable` or `missing`.
    pub state: StateWire,
    /// The number, canonical.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Number>,
    /// The print, where it differs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub raw: Option<Box<str>>,
    /// Where it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
}

/// A cell's state as JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StateWire {
    /// A number.
    Number,
    /// Empty.
    Blank,
    /// A dash.
    Dash,
    /// Text that is no number.
    Unreadable,
    /// Not found.
    Missing,
}

/// A section as JSON.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SectionWire {
    /// Section id.
    pub id: String,
    /// Heading as printed.
    pub heading: String,
    /// Text.
    pub text: String,
    /// Where the heading stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
}

/// A number that the prose states as JSON.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ClaimWire {
    /// Name of the metric in the lexicon.
    pub metric: Box<str>,
    /// The number, canonical.
    pub value: Number,
    /// The time it is of.
    pub period: Period,
    /// What it covers, where the sentence says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<Scope>,
    /// Id of the section.
    pub section: Box<str>,
    /// Paragraph of the section's text, from 1.
    pub paragraph: u32,
    /// The sentence.
    pub sentence: Box<str>,
    /// Where it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
}

/// A reading note as JSON; it is written for people and not read back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct NoteWire {
    /// Message key.
    pub key: String,
    /// Its arguments.
    #[serde(default)]
    pub args: serde_json::Value,
    /// The text.
    pub message: String,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
}

/// Why a JSON text is no report.
#[derive(Debug, thiserror::Error)]
pub enum WireError {
    /// A schema of another name or number.
    #[error("schema `{found}` is not `{REPORT_SCHEMA}`")]
    Schema {
        /// What was found.
        found: String,
    },
    /// A cell that the form does not have.
    #[error("the {edition} form has no cell `{id}`")]
    UnknownCell {
        /// Edition.
        edition: Box<str>,
        /// Cell id.
        id: String,
    },
    /// State `number` without a value, or a value beside another state.
    #[error("cell `{id}`: state and value do not fit")]
    State {
        /// Cell id.
        id: String,
    },
}

impl CellWire {
    /// The JSON form of a cell.
    pub fn of(cell: &Cell) -> Self {
        let state = match cell.state {
            CellState::Number(_) => StateWire::Number,
            CellState::Blank => StateWire::Blank,
            CellState::Dash => StateWire::Dash,
            CellState::Unreadable => StateWire::Unreadable,
            CellState::Missing => StateWire::Missing,
        };
        Self { state, value: cell.value(), raw: cell.raw.clone(), origin: cell.origin.clone() }
    }

    fn cell(&self) -> Option<Cell> {
        let state = match (self.state, self.value) {
            (StateWire::Number, Some(number)) => CellState::Number(number),
            (StateWire::Blank, None) => CellState::Blank,
            (StateWire::Dash, None) => CellState::Dash,
            (StateWire::Unreadable, None) => CellState::Unreadable,
            (StateWire::Missing, None) => CellState::Missing,
            _ => return None,
        };
        Some(Cell { state, raw: self.raw.clone(), origin: self.origin.clone() })
    }
}

impl ReportWire {
    /// The JSON form of a report; messages in one language.
    pub fn of(report: &Report, form: &Form, lang: Lang) -> Self {
        Self {
            schema: REPORT_SCHEMA.to_owned(),
            file: None,
            edition: report.edition.to_string(),
            year: report.year,
            unit: report.unit.clone(),
            cells: form
                .cells
                .iter()
                .zip(&report.cells)
                .map(|(spec, cell)| (spec.id.to_string(), CellWire::of(cell)))
                .collect(),
            extra: report.extra.iter().map(|(id, cell)| (id.to_string(), CellWire::of(cell))).collect(),
            printed_forms: report
                .printed_forms
                .iter()
                .map(|(table, form)| (table.to_string(), form.to_string()))
                .collect(),
            sections: report.sections.iter().map(SectionWire::of).collect(),
            claims: report.claims.iter().map(ClaimWire::of).collect(),
            notes: report
                .notes
                .iter()
                .map(|note| NoteWire {
                    key: note.message.key.to_string(),
                    args: note.message.args_json(),
                    message: render(&note.message, lang),
                    origin: note.origin.clone(),
                })
                .collect(),
        }
    }

    /// The report that the JSON tells of.
    ///
    /// # Errors
    /// [`WireError`] when the schema is another, a cell is not of the form, or a state does not fit its value.
    pub fn report(&self, form: &Form) -> Result<Report, WireError> {
        if self.schema != REPORT_SCHEMA {
            return Err(WireError::Schema { found: self.schema.clone() });
        }
        let mut report = Report::empty(form);
        report.year = self.year;
        report.unit = self.unit.clone();
        for (id, wire) in &self.cells {
            if form.slot(id).is_none() {
                return Err(WireError::UnknownCell { edition: form.edition.clone(), id: id.clone() });
            }
            report.set(form, id, wire.cell().ok_or_else(|| WireError::State { id: id.clone() })?);
        }
        for (id, wire) in &self.extra {
            report.extra.insert(id.as_str().into(), wire.cell().ok_or_else(|| WireError::State { id: id.clone() })?);
        }
        report.printed_forms =
            self.printed_forms.iter().map(|(table, form)| (table.as_str().into(), form.as_str().into())).collect();
        report.sections = self.sections.iter().map(SectionWire::section).collect();
        report.claims = self.claims.iter().map(ClaimWire::claim).collect();
        Ok(report)
    }
}

impl ClaimWire {
    fn of(claim: &Claim) -> Self {
        let Claim { metric, value, period, scope, section, paragraph, sentence, origin } = claim.clone();
        Self { metric, value, period, scope, section, paragraph, sentence, origin }
    }

    fn claim(&self) -> Claim {
        let Self { metric, value, period, scope, section, paragraph, sentence, origin } = self.clone();
        Claim { metric, value, period, scope, section, paragraph, sentence, origin }
    }
}

impl SectionWire {
    fn of(section: &SectionText) -> Self {
        Self {
            id: section.id.to_string(),
            heading: section.heading.clone(),
            text: section.text.clone(),
            origin: section.origin.clone(),
        }
    }

    fn section(&self) -> SectionText {
        SectionText {
            id: self.id.as_str().into(),
            heading: self.heading.clone(),
            text: self.text.clone(),
            origin: self.origin.clone(),
        }
    }
}
