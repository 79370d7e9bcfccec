//! The rows of 勾稽核对 as data: one for each constraint instance, in the order of the form.
use gouji_edits::{Edit, Formulas, Judged, Outcome, Sheet, formulas};
use gouji_model::Slot;

/// One constraint instance with its formulas.
pub(crate) struct CheckRow<'a> {
    pub(crate) edit: &'a Edit,
    pub(crate) judged: &'a Judged,
    /// Index of the table it is about; `None` for what is about the whole report.
    pub(crate) table: Option<usize>,
    pub(crate) formulas: Formulas,
}

/// All rows, grouped by table.
pub(crate) fn check_rows<'a>(sheet: &Sheet<'a>, judged: &'a [Judged]) -> Vec<CheckRow<'a>> {
    let mut rows: Vec<CheckRow<'a>> = judged
        .iter()
        .map(|judged| {
            let edit = &sheet.book.edits[judged.edit];
            let formulas = formulas(sheet, edit, &judged.claims);
            CheckRow { edit, judged, table: table_of(sheet, edit), formulas }
        })
        .collect();
    // Within a table sums come first: they are what an auditor looks for.
    rows.sort_by_key(|row| (row.table.map_or(usize::MAX, |table| table), row.formulas.sides.is_none()));
    rows
}

fn table_of(sheet: &Sheet<'_>, edit: &Edit) -> Option<usize> {
    let form = &sheet.book.form;
    let slot = edit.any.iter().chain(&edit.when).flat_map(gouji_edits::Atom::own_slots).next()?;
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
