//! What is made ready once for the reports of an edition.
use std::collections::BTreeSet;

use gouji_edits::{ConditionalEdit, HardEdit, RuleBook, Tie, conditional_edits, hard_edits, ties};
use gouji_model::{CellIndex, Number, Report, Slot};

use crate::answer::Repair;
use crate::neighbours::Neighbours;
use crate::search::Limits;
use crate::tied::{Tied, repair_tied};

/// Finds the wrong cells of reports of one edition.
#[derive(Clone, Debug)]
pub struct Localiser<'a> {
    pub(crate) book: &'a RuleBook,
    pub(crate) hard: Vec<HardEdit>,
    pub(crate) conditional: Vec<ConditionalEdit>,
    pub(crate) ties: Vec<Tie>,
    pub(crate) neighbours: Neighbours,
    pub(crate) limits: Limits,
}

impl<'a> Localiser<'a> {
    /// For the reports of a rule book.
    pub fn new(book: &'a RuleBook) -> Self {
        let hard = hard_edits(book);
        let neighbours = Neighbours::of_form(&book.form, &hard);
        let (conditional, ties) = (conditional_edits(book), ties(book));
        Self { book, hard, conditional, ties, neighbours, limits: Limits::default() }
    }

    /// With other bounds on the work.
    #[must_use]
    pub fn with_limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// The rule book.
    pub fn book(&self) -> &'a RuleBook {
        self.book
    }

    /// The cells of an edit, groups expanded.
    pub(crate) fn cells(&self, edit: usize) -> Vec<CellIndex> {
        let all = self.hard.iter().chain(self.conditional.iter().map(|own| &own.edit));
        all.filter(|own| own.edit == edit).flat_map(|own| own.terms.iter().map(|(cell, _)| *cell)).collect()
    }

    /// Whether an edit is one between a report and others.
    pub(crate) fn is_tie(&self, edit: usize) -> bool {
        self.ties.iter().any(|tie| tie.own.edit == edit)
    }

    /// Every repair of a report with the fewest cells. Where there is a choice, `witnesses` say what cells hold: values that
    /// do not stand in the tables.
    pub fn repair(&self, report: &Report, witnesses: &BTreeSet<(CellIndex, Number)>) -> Repair {
        let alone = Tied { localiser: self, report, witnesses, last_year: None, members: &[] };
        repair_tied(&[alone], self.limits)
    }

    /// The order of cells and groups in a report.
    pub(crate) fn place(&self, slot: Slot) -> (usize, bool) {
        let first = self.book.form.slot_cells(&slot).first().map_or(0, |cell| usize::from(cell.0));
        (first, matches!(slot, Slot::Cell(_)))
    }
}
