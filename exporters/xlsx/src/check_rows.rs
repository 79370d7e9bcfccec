//! The rows of 勾稽核对 as data: one for each constraint instance, in the order of the form.
use gouji_edits::{Atom, Edit, Formulas, Judged, Outcome, Sheet, formulas};
use gouji_model::Slot;

use crate::page::address;

/// Row of the first constraint.
pub(crate) const FIRST_ROW: u32 = 3;
/// Columns of the two sides.
pub(crate) const LEFT: u16 = 4;
pub(crate) const RIGHT: u16 = 5;

/// One constraint instance with its formulas.
pub(crate) struct CheckRow<'a> {
    pub(crate) row: u32,
    pub(crate) edit: &'a Edit,
    pub(crate) judged: &'a Judged,
    /// Index of the table it is about; `None` for what is about the whole report.
    pub(crate) table: Option<usize>,
    pub(crate) formulas: Formulas,
}

/// All rows, grouped by table; within a table sums come first: they are what an auditor looks for.
///
/// A form still to be filled in has no rows that nothing typed into it can break, as those about its prose.
pub(crate) fn check_rows<'a>(sheet: &Sheet<'a>, judged: &'a [Judged], is_form: bool) -> Vec<CheckRow<'a>> {
    let all = judged.iter().map(|one| (one, &sheet.book.edits[one.edit]));
    // What is about member units stays out where there are none: it would be half of the sheet.
    let mut order: Vec<(&Judged, &Edit)> = all.filter(|(one, _)| one.counts(sheet.book)).collect();
    order.sort_by_cached_key(|(_, edit)| (table_of(sheet, edit).unwrap_or(usize::MAX), !has_sides(edit)));
    let mut rows = Vec::with_capacity(order.len());
    let mut row = FIRST_ROW;
    for (judged, edit) in order {
        let sides = (address(row, LEFT), address(row, RIGHT));
        let formulas = formulas(sheet, edit, &judged.claims, (&sides.0, &sides.1));
        if !is_form || formulas.can_say(&sheet.addresses.words.broken) {
            rows.push(CheckRow { row, edit, judged, table: table_of(sheet, edit), formulas });
            row += 1;
        }
    }
    rows
}

fn has_sides(edit: &Edit) -> bool {
    edit.any.iter().any(|atom| matches!(atom, Atom::Linear(_)))
}

fn table_of(sheet: &Sheet<'_>, edit: &Edit) -> Option<usize> {
    let form = &sheet.book.form;
    let slot = edit.any.iter().chain(&edit.when).flat_map(Atom::own_slots).next()?;
    Some(match slot {
        Slot::Cell(index) => form.cell(index).table,
        Slot::Group(index) => form.group(index).table,
    })
}

impl CheckRow<'_> {
    /// Whether a difference of the sides means anything.
    pub(crate) fn is_compared(&self) -> bool {
        matches!(self.judged.outcome, Outcome::Held | Outcome::Broken)
    }
}
