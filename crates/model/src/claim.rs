//! What the prose states in numbers.
use serde::{Deserialize, Serialize};

use crate::{Number, Origin, Scope};

/// The time a claim speaks of, relative to the report year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
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
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// The sentence.
    pub sentence: Box<str>,
    /// Where it stands.
    pub origin: Option<Origin>,
}
