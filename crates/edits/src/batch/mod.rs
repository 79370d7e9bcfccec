//! Many reports at once: edits over columns of numbers, with the outcomes of `judge`.
//!
//! Reports stand in blocks of [`BLOCK`] rows, one column for each cell: its numbers as integers of one scale, and a bit
//! mask for each class of states. An atom is a sum over columns and a few words of masks; the same atom of several edits
//! is computed once a block. Sums are in `i32`, else in `i64`, where the largest numbers of a block prove that nothing can
//! overflow, else in `i128` as in `judge`. A report with a number printed on a group's own row (the mixed form) is judged by `judge`
//! itself when it is put in.
//!
//! Why something was not judged is not kept; `judge` tells it for a single report.
mod columns;
mod linear;
mod mask;
mod plan;
mod truth;

pub use columns::Columns;
pub use plan::Batch;

use crate::Outcome;
use crate::batch::mask::Mask;

/// Reports in a block.
pub const BLOCK: usize = 512;

/// What became of an edit, without the reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Verdict {
    /// True.
    Held,
    /// False.
    Broken,
    /// It cannot be told.
    Unjudged,
    /// It does not apply.
    Inapplicable,
}

impl From<&Outcome> for Verdict {
    fn from(outcome: &Outcome) -> Self {
        match outcome {
            Outcome::Held => Self::Held,
            Outcome::Broken => Self::Broken,
            Outcome::Unjudged(_) => Self::Unjudged,
            Outcome::Inapplicable => Self::Inapplicable,
        }
    }
}

/// What became of one edit in the reports of one block.
#[derive(Clone, Copy, Debug)]
pub struct Verdicts {
    /// Index of the edit in the rule book.
    pub edit: usize,
    /// Number of the block's first report, from 0.
    pub first: usize,
    /// Number of reports in the block.
    pub rows: usize,
    held: Mask,
    broken: Mask,
    unjudged: Mask,
}

impl Verdicts {
    /// The verdict on a report of the block, from 0.
    pub fn of(&self, row: usize) -> Verdict {
        match (self.held.has(row), self.broken.has(row), self.unjudged.has(row)) {
            (true, ..) => Verdict::Held,
            (_, true, _) => Verdict::Broken,
            (.., true) => Verdict::Unjudged,
            _ => Verdict::Inapplicable,
        }
    }

    /// How many reports break the edit.
    pub fn broken(&self) -> usize {
        self.broken.first(self.rows).count()
    }

    /// Numbers, from 0 for the first report of all, of the reports that break the edit.
    pub fn broken_rows(&self) -> impl Iterator<Item = usize> {
        let (first, broken) = (self.first, self.broken.first(self.rows));
        broken.rows().map(move |row| first + row)
    }
}
