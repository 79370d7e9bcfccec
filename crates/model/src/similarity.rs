//! How alike two texts may be (雷同).
use serde::{Deserialize, Serialize};

/// When a section counts as the same text as another report's. Shares are percent of the section's own characters,
/// without what is masked: numbers, the unit's name, sentences that the law or the format prescribes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Similarity {
    /// Characters of a shingle: the pieces that are compared.
    pub shingle: usize,
    /// Nothing is said of a section with fewer characters of its own.
    pub least: usize,
    /// Share of the text of last year's report, from which on it counts as the same.
    pub last_year: usize,
    /// Share of the text of another unit's report, from which on it counts as the same.
    pub neighbour: usize,
}
