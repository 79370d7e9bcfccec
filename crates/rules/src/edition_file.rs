//! `edition.toml` as it is written.
use std::collections::BTreeMap;

use gouji_edits::Severity;
use gouji_model::{Due, Section, Table, Text};
use serde::Deserialize;
use toml::Spanned;

/// A name in the file, with its place.
pub(crate) type Name = Spanned<Box<str>>;

/// `edition.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct EditionFile {
    /// Id of the edition.
    pub(crate) id: Name,
    /// The edition that this one changes.
    pub(crate) base: Option<Name>,
    /// Name of the edition; the base's if absent.
    pub(crate) title: Option<Text>,
    /// The document that set it; the base's if absent.
    pub(crate) basis: Option<Text>,
    /// Report years; the base's if absent.
    pub(crate) years: Option<Spanned<YearsFile>>,
    /// Rules of the base that are not in force.
    #[serde(default)]
    pub(crate) retire: Vec<Name>,
    /// When reports are due; none means the base's.
    #[serde(default)]
    pub(crate) due: Vec<Spanned<Due>>,
    /// Severities that differ from the scripts'.
    #[serde(default)]
    pub(crate) severity: BTreeMap<Name, Severity>,
    /// Severities that differ in one report year.
    #[serde(default)]
    pub(crate) severity_in: BTreeMap<Name, BTreeMap<Name, Severity>>,
}

/// `years = { from = 2021, to = 2025 }`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct YearsFile {
    /// First report year.
    pub(crate) from: i32,
    /// Last report year.
    pub(crate) to: Option<i32>,
}

/// `form.toml`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FormFile {
    /// Sections; none means the base's.
    #[serde(default, rename = "section")]
    pub(crate) sections: Vec<Section>,
    /// Tables that are added, or replace the base's of the same id.
    #[serde(default, rename = "table")]
    pub(crate) tables: Vec<Table>,
}
