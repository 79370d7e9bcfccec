//! `gouji/rules-diff/1`: what differs between two editions.
use std::collections::BTreeMap;

use gouji_model::Text;
use schemars::JsonSchema;
use serde::Serialize;

/// What differs between two editions.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct DiffWire {
    /// `gouji/rules-diff/1`.
    pub(crate) schema: &'static str,
    /// The first edition.
    pub(crate) from: EditionWire,
    /// The second edition.
    pub(crate) to: EditionWire,
    /// Rows, columns and groups of them, `table.id`, by what is printed there.
    pub(crate) labels: Vec<SlotChange>,
    /// Cells that one of them has and the other has not, or that are not the same in both.
    pub(crate) cells: Vec<SlotChange>,
    /// The same of groups, the sums that rules speak of.
    pub(crate) groups: Vec<SlotChange>,
    /// The same of sections and their parts.
    pub(crate) sections: Vec<SlotChange>,
    /// Dates in the year after (month-day) until which units publish, by `kind/level`; `any` stands for all. The date is
    /// the name.
    pub(crate) due: Vec<SlotChange>,
    /// Rules.
    pub(crate) rules: Vec<RuleChange>,
    /// Reports whose verdicts were compared; only with `--replay`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) replay: Option<Vec<ReplayWire>>,
}

/// An edition.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct EditionWire {
    /// Its id.
    pub(crate) id: String,
    /// Its name.
    pub(crate) title: Text,
    /// The document that set it.
    pub(crate) basis: Text,
    /// Report years, `2019–2020`.
    pub(crate) years: String,
    /// Number of cells.
    pub(crate) cells: usize,
    /// Number of rules.
    pub(crate) rules: usize,
}

/// How something differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Change {
    /// Only the second edition has it.
    Added,
    /// Only the first edition has it.
    Retired,
    /// Both have it, differently.
    Changed,
}

/// A cell, group or section that differs.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct SlotChange {
    /// Its id.
    pub(crate) id: String,
    /// How.
    pub(crate) change: Change,
    /// What of it differs: `name`, `role`, `value`, `unit`, `members`, `date`, `basis`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) what: Vec<&'static str>,
    /// Its name in the first edition.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) from: Option<Text>,
    /// Its name in the second edition.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) to: Option<Text>,
}

/// A rule that differs.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct RuleChange {
    /// Its id.
    pub(crate) id: String,
    /// How.
    pub(crate) change: Change,
    /// What of it differs: `severity`, `edits` (it is aimed at other cells), `title`, `text`, `basis`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) what: Vec<&'static str>,
    /// As it is in the first edition.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) from: Option<RuleWire>,
    /// As it is in the second edition.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) to: Option<RuleWire>,
    /// Subjects of edits that only the first edition has so.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) edits_from: Vec<String>,
    /// Subjects of edits that only the second edition has so.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) edits_to: Vec<String>,
}

/// A rule in one edition.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct RuleWire {
    /// Its title.
    pub(crate) title: Text,
    /// Its severity.
    pub(crate) severity: &'static str,
    /// Its severity in single report years.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) severity_in: BTreeMap<i32, &'static str>,
    /// Its basis.
    pub(crate) basis: Text,
    /// The file it is written in.
    pub(crate) source: String,
    /// Number of its edits.
    pub(crate) edits: usize,
}

/// What the two editions say of one report.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub(crate) struct ReplayWire {
    /// Its file.
    pub(crate) file: String,
    /// Its unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) unit: Option<String>,
    /// Its report year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) year: Option<i32>,
    /// Findings that only the second edition has.
    pub(crate) appeared: Vec<FindingWire>,
    /// Findings that only the first edition has.
    pub(crate) settled: Vec<FindingWire>,
    /// Findings of both whose severity differs, as in the second edition.
    pub(crate) reweighed: Vec<FindingWire>,
    /// Why the report could not be read, in English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) failure: Option<String>,
}

/// A finding, in short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub(crate) struct FindingWire {
    /// Its id, `rule@subject`.
    pub(crate) id: String,
    /// Its severity.
    pub(crate) severity: &'static str,
}

impl FindingWire {
    /// The rule that found it.
    pub(crate) fn rule(&self) -> &str {
        self.id.split_once('@').map_or(&*self.id, |(rule, _)| rule)
    }
}

impl ReplayWire {
    /// What differs, with the signs of its lists: found by the second edition only, by the first only, by both.
    pub(crate) fn findings(&self) -> impl Iterator<Item = (&'static str, &FindingWire)> {
        [("+", &self.appeared), ("-", &self.settled), ("~", &self.reweighed)]
            .into_iter()
            .flat_map(|(sign, findings)| findings.iter().map(move |finding| (sign, finding)))
    }

    /// Whether the verdicts differ.
    pub(crate) fn differs(&self) -> bool {
        !(self.appeared.is_empty() && self.settled.is_empty() && self.reweighed.is_empty())
    }
}
