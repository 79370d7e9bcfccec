//! `<rule>.cases.toml` as it is written.
use std::collections::BTreeMap;

use gouji_model::{Level, Period, Scope, UnitKind};
use serde::Deserialize;
use toml::{Spanned, Value};

use crate::edition_file::Name;

/// Values by id, with their places.
pub(crate) type Values = BTreeMap<Name, Spanned<Value>>;

/// A file of cases.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CaseFile {
    /// The cases.
    #[serde(default, rename = "case")]
    pub(crate) cases: Vec<CaseText>,
}

/// One case.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CaseText {
    /// What it shows.
    pub(crate) title: Spanned<String>,
    /// Cells of the report; those not named are 0.
    #[serde(default)]
    pub(crate) cells: Values,
    /// Numbers printed on a group's own row.
    #[serde(default)]
    pub(crate) extra: Values,
    /// Facts that are not as in a faultless report.
    #[serde(default)]
    pub(crate) facts: Values,
    /// What is known of the unit.
    #[serde(default)]
    pub(crate) unit: UnitText,
    /// Report year; the edition's first if absent.
    pub(crate) year: Option<i32>,
    /// Cells of last year's report; absent means that there is none.
    pub(crate) last_year: Option<Values>,
    /// Cells of the member units' reports.
    #[serde(default)]
    pub(crate) members: Vec<Values>,
    /// What the prose states.
    #[serde(default)]
    pub(crate) claims: Vec<ClaimText>,
    /// Subjects that are broken.
    #[serde(default)]
    pub(crate) broken: Vec<Name>,
    /// Subjects that are not judged.
    #[serde(default)]
    pub(crate) unjudged: Vec<Name>,
    /// Nothing of the rule applies.
    #[serde(default)]
    pub(crate) inapplicable: bool,
}

/// What is known of the unit.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct UnitText {
    /// Level.
    pub(crate) level: Option<Level>,
    /// Government or department.
    pub(crate) kind: Option<UnitKind>,
    /// What the report covers.
    pub(crate) scope: Option<Scope>,
}

/// A number of the prose.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ClaimText {
    /// The metric.
    pub(crate) metric: Name,
    /// The number.
    pub(crate) value: Spanned<Value>,
    /// The time it is of; the report year if absent.
    pub(crate) period: Option<Period>,
    /// What it covers, where the sentence says so.
    pub(crate) scope: Option<Scope>,
}
