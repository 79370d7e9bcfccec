//! What the prose states in numbers.
use borsh::{BorshDeserialize, BorshSerialize};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Level, Number, Origin, Scope, Unit, UnitKind};

/// The time a claim speaks of, relative to the report year.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, BorshSerialize, BorshDeserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Period {
    /// The report year.
    ThisYear,
    /// The year before.
    LastYear,
    /// Any other time, or all time.
    Other,
}

/// A number of some metric that the prose states (文字数据).
///
/// Rules ask for claims by name: `received` for those of the report's own year and scope, `received.other_scope` for
/// those of its year and another scope, `received.last_year` for those of the year before.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Claim {
    /// Name of the metric, as the lexicon has it.
    pub metric: Box<str>,
    /// The number stated.
    pub value: Number,
    /// The time it is of.
    pub period: Period,
    /// What it covers, where the sentence says so.
    pub scope: Option<Scope>,
    /// Id of the section it stands in.
    pub section: Box<str>,
    /// Paragraph of the section's text, from 1.
    pub paragraph: u32,
    /// The sentence.
    pub sentence: Box<str>,
    /// Where it stands.
    pub origin: Option<Origin>,
}

impl Claim {
    /// Endings of a name that ask for claims of another scope or year.
    pub const ASPECTS: [&'static str; 2] = ["other_scope", "last_year"];

    /// The metric of a name, and the ending that says which of its claims are asked for.
    pub fn parse_name(name: &str) -> (&str, Option<&str>) {
        match name.rsplit_once('.') {
            Some((metric, aspect)) if Self::ASPECTS.contains(&aspect) => (metric, Some(aspect)),
            _ => (name, None),
        }
    }

    /// Whether it is one of the claims that a name asks for, in a report of a unit.
    pub fn answers(&self, name: &str, unit: &Unit) -> bool {
        let (metric, aspect) = Self::parse_name(name);
        let asked = match aspect {
            Some("last_year") => self.period == Period::LastYear && self.is_of_scope(unit),
            Some(_) => self.period == Period::ThisYear && !self.is_of_scope(unit),
            None => self.period == Period::ThisYear && self.is_of_scope(unit),
        };
        asked && *self.metric == *metric
    }

    /// Whether it covers what the unit's report covers.
    ///
    /// Where the report's scope is not known, a government is taken to report for its region and a department for
    /// itself; a township or street has nobody below it, so that both are one. Of a unit of which not even that is
    /// known nobody can say.
    fn is_of_scope(&self, unit: &Unit) -> bool {
        let Some(scope) = self.scope else { return true };
        match (unit.scope, unit.level, unit.kind) {
            (Some(own), ..) => own == scope,
            (None, Some(Level::Township | Level::Street), _) => true,
            (None, _, Some(UnitKind::Government)) => scope == Scope::Region,
            (None, _, Some(UnitKind::Department)) => scope == Scope::Agency,
            (None, _, None) => false,
        }
    }
}
