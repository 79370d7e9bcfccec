//! One row a report: what it is, what was found, then the numbers of its cells and their states.
use std::collections::HashSet;

use gouji_edits::{RuleBook, Severity};
use gouji_model::{Cell, CellState, Level, Report, Scope, UnitKind};
use serde_json::{Map, Value};

use super::{Column, Field, Kind};
use crate::books::Library;
use crate::examine::Examined;

const LEADING: [(&str, Kind); 14] = [
    ("unit", Kind::Text),
    ("year", Kind::Count),
    ("edition", Kind::Text),
    ("file", Kind::Text),
    ("sha256", Kind::Text),
    ("level", Kind::Text),
    ("kind", Kind::Text),
    ("scope", Kind::Text),
    ("errors", Kind::Count),
    ("warnings", Kind::Count),
    ("notes", Kind::Count),
    ("unjudged", Kind::Count),
    ("reading_notes", Kind::Count),
    ("other_cells", Kind::Text),
];
/// What is appended to a cell's id to name the column of its state.
const STATE: &str = ".state";

/// The columns of reports: the cells of every edition, the newest first, so that they are the same for all files.
#[derive(Clone, Debug)]
pub(crate) struct Reports<'a> {
    cells: Vec<&'a str>,
}

impl<'a> Reports<'a> {
    /// The columns for the editions that are loaded.
    pub(crate) fn new(library: &'a Library) -> Self {
        let mut books: Vec<&RuleBook> = library.books.iter().collect();
        books.sort_by_key(|book| std::cmp::Reverse((book.edition.years.from, book.edition.id.clone())));
        let mut seen = HashSet::new();
        let cells = books.iter().flat_map(|book| &book.form.cells).map(|spec| &*spec.id).filter(|id| seen.insert(*id));
        Self { cells: cells.collect() }
    }

    /// The columns.
    pub(crate) fn columns(&self) -> Vec<Column> {
        let leading = LEADING.iter().map(|(name, kind)| Column::new(*name, *kind));
        let numbers = self.cells.iter().map(|id| Column::new(*id, Kind::Number));
        let states = self.cells.iter().map(|id| Column::new(format!("{id}{STATE}"), Kind::Text));
        leading.chain(numbers).chain(states).collect()
    }

    /// The row of a report.
    pub(crate) fn row(&self, examined: &Examined<'_>, sha256: &str) -> Vec<Field> {
        let report = examined.report;
        let found = |severity| Field::count(examined.count(severity).0);
        let mut row = vec![
            Field::text(report.unit.name.as_deref()),
            report.year.map_or(Field::Null, |year| Field::Count(year.into())),
            Field::Text(report.edition.to_string()),
            Field::Text(examined.file.to_string()),
            Field::Text(sha256.to_owned()),
            Field::text(report.unit.level.map(Level::id)),
            Field::text(report.unit.kind.map(UnitKind::id)),
            Field::text(report.unit.scope.map(Scope::id)),
            found(Severity::Error),
            found(Severity::Warning),
            found(Severity::Note),
            Field::count(examined.judgement.counts(examined.book).unjudged),
            Field::count(report.notes.len()),
            self.others(report),
        ];
        let cells: Vec<Option<&Cell>> = self.cells.iter().map(|id| cell(examined.book, report, id)).collect();
        let number = |cell: Option<&Cell>| cell.and_then(Cell::value).map_or(Field::Null, Field::Number);
        row.extend(cells.iter().map(|cell| number(*cell)));
        row.extend(cells.iter().map(|cell| Field::text(cell.map(|cell| state(cell.state)))));
        row
    }

    /// What a report has beside the columns, such as the number on a group's own row, as a JSON object by id.
    fn others(&self, report: &Report) -> Field {
        let others = report.extra.iter().filter(|(id, _)| !self.cells.contains(&&***id));
        let others: Map<String, Value> = others
            .map(|(id, cell)| {
                let shown =
                    cell.value().map(|number| number.to_string()).or_else(|| cell.raw.as_deref().map(Into::into));
                (id.to_string(), shown.map_or_else(|| state(cell.state).into(), Value::String))
            })
            .collect();
        if others.is_empty() { Field::Null } else { Field::Text(Value::Object(others).to_string()) }
    }
}

/// The cell of an id; `None` where the report's form has no such cell and the report has nothing beside it.
fn cell<'a>(book: &RuleBook, report: &'a Report, id: &str) -> Option<&'a Cell> {
    book.form.cell_index(id).map(|index| report.cell(index)).or_else(|| report.extra.get(id))
}

fn state(state: CellState) -> &'static str {
    match state {
        CellState::Number(_) => "number",
        CellState::Blank => "blank",
        CellState::Dash => "dash",
        CellState::Unreadable => "unreadable",
        CellState::Missing => "missing",
    }
}
