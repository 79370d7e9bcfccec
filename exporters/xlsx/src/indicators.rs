//! Indicators and charts as data: `indicators.toml`.
use std::sync::OnceLock;

use gouji_model::{Form, Slot, Text};
use serde::Deserialize;

/// The file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Definitions {
    #[serde(rename = "indicator")]
    pub(crate) indicators: Vec<Indicator>,
    #[serde(rename = "chart")]
    pub(crate) charts: Vec<ChartOf>,
}

/// `of ÷ over`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Indicator {
    pub(crate) id: String,
    pub(crate) name: Text,
    pub(crate) definition: Text,
    of: Vec<String>,
    over: Vec<String>,
}

/// Bars of one chart.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChartOf {
    /// Stable id; the name is for readers.
    #[expect(dead_code, reason = "the id is for people who edit the file")]
    pub(crate) id: String,
    pub(crate) name: Text,
    pub(crate) axis: Axis,
    bars: Vec<String>,
}

/// Which part of a cell's name tells the bars apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Axis {
    Row,
    Column,
}

/// Coefficients and slots.
pub(crate) type Terms = Vec<(i64, Slot)>;

/// The definitions; a test reads the file, so that it is never empty here.
pub(crate) fn definitions() -> &'static Definitions {
    static DEFINITIONS: OnceLock<Definitions> = OnceLock::new();
    DEFINITIONS.get_or_init(|| toml::from_str(include_str!("../indicators.toml")).unwrap_or_default())
}

impl Indicator {
    /// Numerator and denominator in a form; `None` where it does not have all of their cells.
    pub(crate) fn terms(&self, form: &Form) -> Option<(Terms, Terms)> {
        Some((terms(form, &self.of)?, terms(form, &self.over)?))
    }
}

impl ChartOf {
    /// The bars that the form has.
    pub(crate) fn slots(&self, form: &Form) -> Vec<Slot> {
        self.bars.iter().filter_map(|id| form.slot(id)).collect()
    }
}

fn terms(form: &Form, ids: &[String]) -> Option<Terms> {
    ids.iter()
        .map(|id| match id.strip_prefix('-') {
            Some(id) => Some((-1, form.slot(id)?)),
            None => Some((1, form.slot(id)?)),
        })
        .collect()
}
