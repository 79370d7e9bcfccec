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

/// Rows of one rule without sides, most of them about single cells, that stand folded under a row of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fold {
    /// Index of the first of the rows.
    pub(crate) first: usize,
    /// How many they are.
    pub(crate) count: usize,
}

/// The rows of a form still to be filled in, with its folds.
///
/// It has no rows that nothing typed into it can break, as those about its prose. There are hundreds about single
/// cells; folded, the sheet is what a clerk reads and prints, and each row is still there.
pub(crate) fn form_rows<'a>(sheet: &Sheet<'a>, judged: &'a [Judged]) -> (Vec<CheckRow<'a>>, Vec<Fold>) {
    let broken = &sheet.addresses.words.broken;
    let mut rows = check_rows(sheet, judged);
    rows.retain(|row| row.formulas.can_say(broken));
    let mut folds = Vec::new();
    let (mut first, mut next) = (0, FIRST_ROW);
    let counts: Vec<usize> = rows.chunk_by(CheckRow::is_folded_with).map(<[_]>::len).collect();
    for count in counts {
        if count > 1 {
            folds.push(Fold { first, count });
            next += 1;
        }
        for row in &mut rows[first..first + count] {
            row.put(sheet, next);
            next += 1;
        }
        first += count;
    }
    (rows, folds)
}

/// All rows, grouped by table; within a table sums come first: they are what an auditor looks for.
pub(crate) fn check_rows<'a>(sheet: &Sheet<'a>, judged: &'a [Judged]) -> Vec<CheckRow<'a>> {
    let all = judged.iter().map(|one| (one, &sheet.book.edits[one.edit]));
    // What is about member units stays out where there are none: it would be half of the sheet.
    let mut order: Vec<(&Judged, &Edit)> = all.filter(|(one, _)| one.counts(sheet.book)).collect();
    order.sort_by_cached_key(|(_, edit)| (table_of(sheet, edit).unwrap_or(usize::MAX), !has_sides(edit)));
    let row = |(row, (judged, edit)): (u32, (&'a Judged, &'a Edit))| CheckRow {
        row,
        edit,
        judged,
        table: table_of(sheet, edit),
        formulas: written(sheet, (judged, edit), row),
    };
    (FIRST_ROW..).zip(order).map(row).collect()
}

fn written(sheet: &Sheet<'_>, (judged, edit): (&Judged, &Edit), row: u32) -> Formulas {
    formulas(sheet, edit, &judged.claims, (&address(row, LEFT), &address(row, RIGHT)))
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
    fn is_folded_with(&self, next: &Self) -> bool {
        let is_plain = |row: &Self| row.formulas.sides.is_none();
        (self.edit.rule, self.table) == (next.edit.rule, next.table) && is_plain(self) && is_plain(next)
    }

    /// Gives it another row, of which its formulas speak where it has sides.
    fn put(&mut self, sheet: &Sheet<'_>, row: u32) {
        if self.row != row && self.formulas.sides.is_some() {
            self.formulas = written(sheet, (self.judged, self.edit), row);
        }
        self.row = row;
    }

    /// Whether a difference of the sides means anything.
    pub(crate) fn is_compared(&self) -> bool {
        matches!(self.judged.outcome, Outcome::Held | Outcome::Broken)
    }
}
