//! One row a report: what it is, then its numbers, then the states of its cells.
use std::collections::{BTreeSet, HashSet};

use gouji_edits::RuleBook;
use gouji_export::{ExportError, Judged, Publication};
use gouji_model::{Cell, Report};

use crate::file::{begin, end, failed, state, text, value};

/// The columns that say what a report is, with the keys of their descriptions.
pub(crate) const LEADING: [(&str, &str); 5] = [
    ("unit", "export-csv-unit"),
    ("year", "export-csv-year"),
    ("edition", "export-csv-edition"),
    ("file", "export-csv-file"),
    ("sha256", "export-csv-sha256"),
];

/// What is appended to a cell's id to name the column of its state.
pub(crate) const STATE: &str = ".state";

/// A column of numbers.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Column<'a> {
    /// Id of the cell.
    pub(crate) id: &'a str,
    /// The newest edition with this id.
    pub(crate) book: &'a RuleBook,
}

impl Column<'_> {
    /// Its name; what a report has beside its form may have any id.
    pub(crate) fn name(&self) -> String {
        text(self.id).into_owned()
    }
}

/// The cells of the editions of all reports, the newest edition first, then what reports have beside them.
pub(crate) fn columns<'a>(publication: &'a Publication<'_>) -> Vec<Column<'a>> {
    let mut books: Vec<&RuleBook> = vec![publication.book];
    for book in publication.reports.iter().map(|judged| judged.book) {
        if !books.iter().any(|known| known.edition.id == book.edition.id) {
            books.push(book);
        }
    }
    books.sort_by_key(|book| std::cmp::Reverse((book.edition.years.from, book.edition.id.clone())));
    let mut seen = HashSet::new();
    let mut columns: Vec<Column<'a>> = Vec::new();
    for book in &books {
        let new = book.form.cells.iter().map(|spec| &*spec.id).filter(|id| seen.insert(*id));
        columns.extend(new.map(|id| Column { id, book }));
    }
    let extra: BTreeSet<&str> =
        publication.reports.iter().flat_map(|judged| judged.report.extra.keys()).map(|id| &**id).collect();
    columns.extend(extra.into_iter().filter(|id| !seen.contains(id)).map(|id| Column { id, book: publication.book }));
    columns
}

/// The file.
pub(crate) fn write(publication: &Publication<'_>, columns: &[Column<'_>]) -> Result<Vec<u8>, ExportError> {
    let mut writer = begin();
    let leading = LEADING.iter().map(|(name, _)| (*name).to_owned());
    let values = columns.iter().map(Column::name);
    let states = columns.iter().map(|column| format!("{}{STATE}", column.name()));
    writer.write_record(leading.chain(values).chain(states)).map_err(|error| failed(&error))?;
    for judged in &publication.reports {
        writer.write_record(row(judged, columns)).map_err(|error| failed(&error))?;
    }
    end(writer)
}

fn row(judged: &Judged<'_>, columns: &[Column<'_>]) -> Vec<String> {
    let report = judged.report;
    let mut row = vec![
        text(report.unit.name.as_deref().unwrap_or_default()).into_owned(),
        report.year.map(|year| year.to_string()).unwrap_or_default(),
        report.edition.to_string(),
        text(&judged.source.file).into_owned(),
        judged.source.sha256.clone(),
    ];
    let cells: Vec<Option<&Cell>> = columns.iter().map(|column| cell(judged.book, report, column.id)).collect();
    row.extend(cells.iter().map(|cell| cell.map(value).unwrap_or_default()));
    row.extend(cells.iter().map(|cell| cell.map(state).unwrap_or_default().to_owned()));
    row
}

/// The cell of an id; `None` where the report's form has no such cell and the report has nothing beside it.
fn cell<'a>(book: &RuleBook, report: &'a Report, id: &str) -> Option<&'a Cell> {
    book.form.cell_index(id).map(|index| report.cell(index)).or_else(|| report.extra.get(id))
}
