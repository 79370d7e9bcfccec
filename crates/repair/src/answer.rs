//! What localisation answers.
use std::collections::BTreeSet;

use gouji_model::{CellState, Number, Slot};

use crate::slip::Slip;

/// Which cells are wrong in a report and in those that it is tied to, and what they must be: one part for each group of edits
/// that have no cell in common with others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Repair {
    /// Parts with something to say, in the order of the form.
    pub parts: Vec<Part>,
    /// Other reports with faults of their own, by their places: nothing that is broken there has a cell of this report.
    pub beside: BTreeSet<usize>,
    /// Numbers are too large for exact arithmetic, and nothing was looked for.
    pub too_large: bool,
}

/// One part of a report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// The edits that do not hold, blanks taken as 0.
    pub broken: Vec<Breach>,
    /// It is proved that fewer cells are not enough.
    pub fewest: usize,
    /// Every set of that many cells, over all reports, that is enough, the likeliest first.
    pub choices: Vec<Choice>,
    /// A bound on the work was met: there may be further choices.
    pub incomplete: bool,
    /// Sets of cells that were looked at.
    pub nodes: usize,
    /// The reports whose cells its edits are about, by their places, in order.
    pub reports: Vec<usize>,
}

/// An edit of one of the reports that does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Breach {
    /// The report whose edit it is, by its place among the reports; 0 is the report that is repaired.
    pub report: usize,
    /// The edit, by its index in the rule book of that report.
    pub edit: usize,
}

/// One way to repair a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Cells with a number that is wrong, in the order of the form.
    pub changes: Vec<Change>,
    /// Cells without a number, and what must stand there.
    pub fills: Vec<Change>,
    /// How much it is doubted; only orders choices.
    pub doubt: u32,
}

/// A new value for a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// The report, by its place among the reports; 0 is the report that is repaired.
    pub report: usize,
    /// The cell, or the group whose number is printed on its own row.
    pub slot: Slot,
    /// What stands there.
    pub found: CellState,
    /// What must stand there.
    pub value: Values,
    /// What probably happened.
    pub slip: Option<Slip>,
}

/// The values that satisfy the edits, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Values {
    /// The least.
    pub low: Number,
    /// The greatest.
    pub high: Number,
}

impl Values {
    /// The value, if there is only one.
    pub fn only(self) -> Option<Number> {
        (self.low == self.high).then_some(self.low)
    }
}

impl Repair {
    /// Whether every answer was found.
    pub fn is_complete(&self) -> bool {
        !self.too_large && self.parts.iter().all(|part| !part.incomplete)
    }
}

impl Part {
    /// The only choice, where the search was complete and it fixes every value.
    pub fn unique(&self) -> Option<&Choice> {
        match self.choices.as_slice() {
            [only] if !self.incomplete && only.is_exact() => Some(only),
            _ => None,
        }
    }

    /// The one report in which every choice changes something, where no choice changes another: it is the wrong one.
    pub fn wrong_report(&self) -> Option<usize> {
        let first = self.choices.first().filter(|_| !self.incomplete)?.all().next()?.report;
        let is_there = |choice: &Choice| choice.all().all(|change| change.report == first);
        self.choices.iter().all(is_there).then_some(first)
    }
}

impl Choice {
    /// Whether every value is fixed.
    pub fn is_exact(&self) -> bool {
        self.all().all(|change| change.value.only().is_some())
    }

    /// Whether nothing but the report that is repaired changes.
    pub fn is_own(&self) -> bool {
        self.all().all(|change| change.report == 0)
    }

    /// Changes, then fills.
    pub fn all(&self) -> impl Iterator<Item = &Change> {
        self.changes.iter().chain(&self.fills)
    }
}
