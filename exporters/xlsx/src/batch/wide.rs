//! The columns of the wide table.
use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};

use gouji_edits::RuleBook;
use gouji_model::{Form, Slot};

use crate::batch::Row;

/// Columns that say what a row is: id and message key of its heading.
pub(crate) const FIXED: [(&str, &str); 12] = [
    ("unit", "workbook-head-unit"),
    ("level", "workbook-head-level"),
    ("scope", "workbook-head-scope"),
    ("year", "workbook-head-year"),
    ("edition", "workbook-head-edition"),
    ("file", "workbook-head-file"),
    ("errors", "workbook-head-errors"),
    ("warnings", "workbook-head-warnings"),
    ("held", "workbook-held"),
    ("broken", "workbook-broken"),
    ("unjudged", "workbook-unjudged"),
    ("inapplicable", "workbook-inapplicable"),
];
/// Row of the table's headings; readable names stand above it.
pub(crate) const HEAD_ROW: u32 = 1;

/// The sheet row of a report.
pub(crate) fn row_of(report: usize) -> u32 {
    HEAD_ROW + 1 + u32::try_from(report).unwrap_or(u32::MAX / 2)
}

/// Ids of the value columns, in order; they outlast the reports, which are given up as their rows are written.
pub(crate) struct Wide<'a> {
    pub(crate) ids: Vec<Cow<'a, str>>,
    columns: HashMap<Cow<'a, str>, u16>,
    /// The editions of the batch, the latest first.
    pub(crate) books: Vec<&'a RuleBook>,
}

impl<'a> Wide<'a> {
    /// The cells of the latest edition, then of other editions met, then rows printed as one.
    pub(crate) fn of(latest: &'a RuleBook, rows: &[Row<'a>]) -> Self {
        let books = books(latest, rows);
        let mut known: BTreeSet<&str> = BTreeSet::new();
        let own = books.iter().flat_map(|book| cell_ids(&book.form)).filter(|id| known.insert(id));
        let mut ids: Vec<Cow<'a, str>> = own.map(Cow::Borrowed).collect();
        let extra: BTreeSet<&str> = rows.iter().flat_map(Row::extra_ids).filter(|id| !known.contains(id)).collect();
        ids.extend(extra.into_iter().map(|id| Cow::Owned(id.to_owned())));
        let first = u16::try_from(FIXED.len()).unwrap_or_default();
        let columns = ids.iter().cloned().zip(first..).collect();
        Self { ids, columns, books }
    }

    /// The sheet column of a cell or group.
    pub(crate) fn column(&self, id: &str) -> Option<u16> {
        self.columns.get(id).copied()
    }
}

fn cell_ids(form: &Form) -> impl Iterator<Item = &str> {
    form.cells.iter().map(|cell| &*cell.id)
}

/// The editions of the batch, each once, the latest first.
pub(crate) fn books<'a>(latest: &'a RuleBook, rows: &[Row<'a>]) -> Vec<&'a RuleBook> {
    let mut books = vec![latest];
    for row in rows {
        if !books.iter().any(|book| book.edition.id == row.book.edition.id) {
            books.push(row.book);
        }
    }
    books
}

/// The name of a value column.
pub(crate) fn name<'a>(books: &[&'a RuleBook], id: &str) -> Option<&'a gouji_model::Text> {
    books.iter().find_map(|book| {
        let slot: Slot = book.form.slot(id)?;
        Some(book.form.slot_name(slot))
    })
}
