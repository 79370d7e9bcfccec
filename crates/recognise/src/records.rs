//! Tables that hold whole reports: one row a report, or one row a cell.
//!
//! A column is a cell's where its heading is the cell's id or tells row and column of the form; a heading may go over
//! several rows. A table is taken for one of reports only where its headings are cells of at least two tables of the form,
//! which no printed table has.
use std::collections::{BTreeMap, HashMap};

use gouji_edits::RuleBook;
use gouji_model::{
    Arg, Block, Cell, CellState, Document, Form, Grid, GridCell, Message, Note, Number, Origin, Report, Slot, Text,
};

use crate::fold::fold;
use crate::title::year_at;
use crate::values::{is_space, read_value, told};
use crate::{Hints, RecogniseError, Recogniser, choose_edition};

/// Fewer columns of cells are no table of reports.
const FEWEST: usize = 20;
/// Rows in which headings are looked for, and over which one may go.
const TOP: usize = 8;
const DEPTH: usize = 4;
/// What is appended to a cell's id to name the column of its state.
const STATE: &str = ".state";

/// What a column holds.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Column {
    Unit,
    Year,
    Edition,
    File,
    /// A cell or group, by its id.
    Value(Box<str>),
    /// Its state.
    State(Box<str>),
    /// The id of the cell that the row holds.
    Id,
    RowState,
    RowValue,
    RowRaw,
}

/// What headings say, in all editions.
pub(crate) struct Headings {
    known: HashMap<String, Column>,
    /// Number of the table that an id belongs to, told by its first step.
    ids: HashMap<Box<str>, Box<str>>,
}

impl Headings {
    /// The headings that the forms of some editions allow.
    pub(crate) fn of<'a>(books: impl Iterator<Item = &'a RuleBook>) -> Self {
        let mut headings = Self { known: HashMap::new(), ids: HashMap::new() };
        let own = [
            ("unit", Column::Unit),
            ("year", Column::Year),
            ("edition", Column::Edition),
            ("file", Column::File),
            ("id", Column::Id),
            ("state", Column::RowState),
            ("value", Column::RowValue),
            ("raw", Column::RowRaw),
        ];
        headings.known.extend(own.map(|(name, column)| (name.to_owned(), column)));
        for book in books {
            let words = &book.lexicon.columns;
            for (column, words) in
                [(Column::Unit, &words.unit), (Column::Year, &words.year), (Column::File, &words.file)]
            {
                headings.known.extend(words.iter().map(|word| (word.to_string(), column.clone())));
            }
            headings.add(&book.form);
        }
        headings
    }

    fn add(&mut self, form: &Form) {
        let mut paths: HashMap<String, Option<Box<str>>> = HashMap::new();
        for id in form.ids() {
            let Some(slot) = form.slot(id) else { continue };
            self.ids.insert(id.into(), form.slot_table(slot).id.clone());
            for path in paths_of(form, slot) {
                let entry = paths.entry(path).or_insert_with(|| Some(id.into()));
                // What may be two cells tells none.
                if entry.as_deref() != Some(id) {
                    *entry = None;
                }
            }
        }
        for (path, id) in paths.into_iter().filter_map(|(path, id)| Some((path, id?))) {
            self.known.entry(path).or_insert(Column::Value(id));
        }
    }

    fn column(&self, heading: &str) -> Option<Column> {
        let heading = heading.trim_matches(is_space);
        let id = heading.trim_start_matches('\'');
        if self.ids.contains_key(id) {
            return Some(Column::Value(id.into()));
        }
        if let Some(id) = id.strip_suffix(STATE).filter(|id| self.ids.contains_key(*id)) {
            return Some(Column::State(id.into()));
        }
        self.known.get(heading).or_else(|| self.known.get(&fold(heading))).cloned()
    }

    fn tables(&self, columns: &BTreeMap<u32, Column>) -> usize {
        let values = columns.values().filter_map(|column| match column {
            Column::Value(id) => self.ids.get(id),
            _ => None,
        });
        values.collect::<std::collections::BTreeSet<_>>().len()
    }
}

/// The ways in which a heading tells a cell, folded.
fn paths_of(form: &Form, slot: Slot) -> Vec<String> {
    let axes = form.slot_axis_names(slot);
    let (table, name) = (&form.slot_table(slot).name, form.slot_name(slot));
    let of = |text: fn(&Text) -> &str| {
        let (table, row, column) = (text(table), text(&axes.row), text(&axes.column));
        [
            fold(text(name)),
            fold(&[row, column].concat()),
            fold(&[column, row].concat()),
            fold(&[table, row, column].concat()),
            fold(&[table, column, row].concat()),
        ]
    };
    of(|text| &text.zh).into_iter().chain(of(|text| &text.en)).filter(|path| !path.is_empty()).collect()
}

/// A table of reports: what its columns hold, and its first row below the headings.
struct Records<'a> {
    grid: &'a Grid,
    columns: BTreeMap<u32, Column>,
    first: usize,
}

impl<'a> Records<'a> {
    fn find(grid: &'a Grid, recogniser: &Recogniser<'_>) -> Option<Self> {
        if !grid.row_ends || grid.rows.len() < 2 {
            return None;
        }
        let top = grid.rows.len().min(TOP);
        let may_be = |cells: &Vec<GridCell>| cells.len() >= FEWEST || cells.iter().any(|cell| cell.text == "id");
        if !grid.rows[..top].iter().any(may_be) {
            return None;
        }
        let headings = recogniser.headings();
        let mut best: Option<Self> = None;
        for first in 0..top {
            // The last of several rows of headings is the most exact: gouji writes names above ids.
            for depth in 1..=DEPTH.min(top - first) {
                let columns = columns(grid, first..first + depth, headings);
                let found = Self { grid, columns, first: first + depth };
                let better = best.as_ref().is_none_or(|best| found.values() >= best.values());
                if found.is_long() || (found.values() >= FEWEST && headings.tables(&found.columns) >= 2 && better) {
                    best = Some(found);
                }
            }
        }
        best
    }

    fn values(&self) -> usize {
        self.columns.values().filter(|column| matches!(column, Column::Value(_))).count()
    }

    fn is_long(&self) -> bool {
        let has = |column| self.columns.values().any(|own| *own == column);
        has(Column::Id) && has(Column::RowState) && has(Column::RowValue)
    }

    fn rows(&self) -> impl Iterator<Item = &'a [GridCell]> {
        let rows = self.grid.rows.iter().skip(self.first);
        rows.map(Vec::as_slice).filter(|cells| cells.iter().any(|cell| !cell.text.is_empty()))
    }

    /// Whether a row has lost or gained a cell, so that nobody knows in which columns its others stand.
    fn is_uneven(&self, cells: &[GridCell]) -> bool {
        let headings = self.first.checked_sub(1).and_then(|last| self.grid.rows.get(last));
        !self.grid.placed && headings.is_some_and(|headings| headings.len() != cells.len())
    }

    fn cell(&self, cells: &'a [GridCell], wanted: &Column) -> Option<&'a GridCell> {
        cells.iter().find(|cell| self.columns.get(&cell.column) == Some(wanted))
    }

    fn text(&self, cells: &'a [GridCell], wanted: &Column) -> &'a str {
        self.cell(cells, wanted).map_or("", |cell| cell.text.trim_matches(is_space))
    }
}

/// What each column is by the headings in some rows, of which a wide one stands over all columns that it covers.
fn columns(grid: &Grid, rows: std::ops::Range<usize>, headings: &Headings) -> BTreeMap<u32, Column> {
    let mut paths: BTreeMap<u32, String> = BTreeMap::new();
    let last = rows.end - 1;
    for cell in &grid.rows[last] {
        paths.insert(cell.column, String::new());
    }
    for (row, cells) in grid.rows[rows.clone()].iter().enumerate() {
        for cell in cells {
            let end = cell.column.saturating_add(cell.colspan);
            // Cells that reach down into the last row begin a column there.
            if row + usize::try_from(cell.rowspan).unwrap_or(usize::MAX) > rows.len() - 1 {
                paths.entry(cell.column).or_default();
            }
            for (_, path) in paths.range_mut(cell.column..end) {
                path.push_str(&cell.text);
            }
        }
    }
    paths.into_iter().filter_map(|(place, path)| Some((place, headings.column(&path)?))).collect()
}

/// The reports of a document that is a table of reports; `None` where it is none.
///
/// # Errors
/// When no row is a report that can be read.
pub(crate) fn reports(
    recogniser: &Recogniser<'_>,
    document: &Document,
    hints: &Hints,
) -> Option<Result<Vec<Report>, RecogniseError>> {
    let grids = document.blocks.iter().filter_map(|block| match block {
        Block::Grid(grid) => Some(grid),
        _ => None,
    });
    let found: Vec<Records<'_>> = grids.filter_map(|grid| Records::find(grid, recogniser)).collect();
    if found.is_empty() {
        return None;
    }
    let mut drafts = Drafts { recogniser, hints, reports: Vec::new(), refused: Vec::new() };
    for records in &found {
        if records.is_long() { drafts.long(records) } else { drafts.wide(records) }
    }
    Some(drafts.finish(document))
}

struct Drafts<'a, 'b> {
    recogniser: &'b Recogniser<'a>,
    hints: &'b Hints,
    reports: Vec<Report>,
    refused: Vec<(Message, Option<Origin>)>,
}

impl<'a> Drafts<'a, '_> {
    /// The rows that have as many cells as the headings.
    fn even<'r>(&mut self, records: &Records<'r>) -> Vec<&'r [GridCell]> {
        let (uneven, even): (Vec<_>, Vec<_>) = records.rows().partition(|cells| records.is_uneven(cells));
        let refusal = |cells: &[GridCell]| {
            let message = Message::new("recognise-row-uneven").count("cells", cells.len());
            (message, cells.first().map(|cell| cell.origin.clone()))
        };
        self.refused.extend(uneven.into_iter().map(refusal));
        even
    }

    /// One row a report.
    fn wide(&mut self, records: &Records<'_>) {
        let mut places: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
        for (place, column) in &records.columns {
            if let Column::Value(id) = column {
                places.entry(id).or_default().push(*place);
            }
        }
        for cells in self.even(records) {
            let Some((book, mut report)) = self.begin(records, cells) else { continue };
            for (id, places) in &places {
                let at = |place: &u32| cells.iter().find(|cell| cell.column == *place);
                let own: Vec<&GridCell> = places.iter().filter_map(at).collect();
                let Some(first) = own.first() else { continue };
                if own.iter().any(|other| other.text != first.text) {
                    let message = Message::new("reading-column-twice").text("column", *id);
                    report.notes.push(Note { message, origin: Some(first.origin.clone()) });
                    continue;
                }
                let state = records.cell(cells, &Column::State((*id).into()));
                let state = state.map(|cell| cell.text.trim_matches(is_space));
                put(&book.form, &mut report, id, first, (state, None));
            }
            self.end(report, cells);
        }
    }

    /// One row a cell; the rows of a report have the same unit, year, edition and file.
    fn long(&mut self, records: &Records<'_>) {
        let mut groups: Vec<([&str; 4], Vec<&[GridCell]>)> = Vec::new();
        let mut places: HashMap<[&str; 4], usize> = HashMap::new();
        for cells in self.even(records) {
            let key =
                [Column::Unit, Column::Year, Column::Edition, Column::File].map(|column| records.text(cells, &column));
            let place = *places.entry(key).or_insert_with(|| {
                groups.push((key, Vec::new()));
                groups.len() - 1
            });
            groups[place].1.push(cells);
        }
        for (_, rows) in groups {
            let Some(head) = rows.first() else { continue };
            let Some((book, mut report)) = self.begin(records, head) else { continue };
            for cells in &rows {
                let id = records.text(cells, &Column::Id).trim_start_matches('\'');
                let Some(value) = records.cell(cells, &Column::RowValue) else { continue };
                let state = records.text(cells, &Column::RowState);
                let raw = records.text(cells, &Column::RowRaw);
                put(&book.form, &mut report, id, value, (Some(state), Some(raw)));
            }
            self.end(report, head);
        }
    }

    /// The report that a row begins.
    fn begin(&mut self, records: &Records<'_>, cells: &[GridCell]) -> Option<(&'a RuleBook, Report)> {
        let year_text = records.text(cells, &Column::Year);
        let characters: Vec<char> = year_text.chars().collect();
        let year = self.hints.year.or_else(|| year_at(&characters).map(|(_, year)| year));
        let mut hints = self.hints.clone();
        let edition = records.text(cells, &Column::Edition);
        let known = self.recogniser.editions.iter().any(|prepared| *prepared.book.edition.id == *edition);
        if hints.edition.is_none() && known {
            hints.edition = Some(edition.into());
        }
        let editions = &self.recogniser.editions;
        match choose_edition(editions, &hints, year) {
            Ok(chosen) => {
                let book = editions.get(chosen.unwrap_or(editions.len().checked_sub(1)?))?.book;
                let mut report = Report::empty(&book.form);
                report.year = year;
                report.unit = hints.unit;
                let name = unescaped(records.text(cells, &Column::Unit));
                if !name.is_empty() {
                    report.unit.name = Some(name.into());
                }
                Some((book, report))
            }
            Err(RecogniseError(message)) => {
                self.refused.push((message, cells.first().map(|cell| cell.origin.clone())));
                None
            }
        }
    }

    fn end(&mut self, mut report: Report, cells: &[GridCell]) {
        let written = report.cells.iter().chain(report.extra.values()).any(|cell| cell.state != CellState::Missing);
        if !written {
            return;
        }
        let origin = cells.first().map(|cell| cell.origin.clone());
        report.notes.insert(0, Note { message: Message::new("reading-report-row"), origin });
        self.recogniser.supply_facts(&mut report);
        self.reports.push(report);
    }

    fn finish(mut self, document: &Document) -> Result<Vec<Report>, RecogniseError> {
        let Some(first) = self.reports.first_mut() else {
            let refused = self.refused.into_iter().next().map(|(message, _)| message);
            return Err(RecogniseError(refused.unwrap_or_else(|| Message::new("recognise-no-row"))));
        };
        let refused = self.refused.into_iter().map(|(message, origin)| Note {
            message: Message::new("reading-row-refused").with("reason", Arg::Message(Box::new(message))),
            origin,
        });
        first.notes.extend(refused);
        first.notes.extend(document.notes.iter().cloned());
        Ok(self.reports)
    }
}

/// A text that a spreadsheet was kept from taking for a formula by an apostrophe.
fn unescaped(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if rest.trim_start_matches('\'').starts_with(['=', '+', '-', '@']) => rest,
        _ => text,
    }
}

/// Puts a cell into a report: what is printed, or what its state says.
fn put(form: &Form, report: &mut Report, id: &str, source: &GridCell, (state, raw): (Option<&str>, Option<&str>)) {
    let slot = form.slot(id);
    let text = unescaped(source.text.trim_matches(is_space));
    let spec = match slot {
        Some(Slot::Cell(index)) => Some(form.cell(index)),
        Some(Slot::Group(index)) => form.group(index).cells.first().map(|cell| form.cell(*cell)),
        None => None,
    };
    let own = matches!(slot, Some(Slot::Cell(_)));
    let raw = raw.map(unescaped).filter(|raw| !raw.is_empty());
    // A table of several editions has columns for cells that this form does not have.
    let absent = state == Some("") || (!own && state.is_none() && (text.is_empty() || text.starts_with('〔')));
    if absent {
        return;
    }
    let (value, unit) = spec.map_or((gouji_model::ValueType::Decimal, None), |spec| (spec.value, spec.unit.as_deref()));
    let mut repair = None;
    let read = match state {
        Some("number") => text.parse::<Number>().map_or(CellState::Unreadable, CellState::Number),
        Some("blank") => CellState::Blank,
        Some("dash") => CellState::Dash,
        Some("missing") => CellState::Missing,
        Some("unreadable") => CellState::Unreadable,
        _ => {
            let reading = read_value(text, false, value, unit);
            repair = reading.repair;
            reading.state
        }
    };
    let print = raw.unwrap_or(text);
    let canonical = match read {
        CellState::Number(number) => number.to_string() == print,
        CellState::Blank | CellState::Missing => true,
        CellState::Dash | CellState::Unreadable => print.is_empty(),
    };
    if read != CellState::Missing {
        let kept = told(print).and_then(|(_, raw)| raw).unwrap_or(print);
        let cell = Cell { state: read, raw: (!canonical).then(|| kept.into()), origin: Some(source.origin.clone()) };
        report.set(form, id, cell);
    }
    if let (Some(repair), Some(slot)) = (repair, slot) {
        let message = repair.label("cell", form.slot_name(slot));
        report.notes.push(Note { message, origin: Some(source.origin.clone()) });
    }
}
