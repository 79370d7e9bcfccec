//! Files of several documents, as workbooks with several sheets: one report over all of them, or one in each.
use gouji_model::{CellState, Document, Message, Note, Report};

use crate::{Hints, RecogniseError, Recogniser, records};

/// A document in a file.
#[derive(Clone, Copy, Debug)]
pub struct PartRef<'a> {
    /// Its name in the file.
    pub name: &'a str,
    /// The document.
    pub document: &'a Document,
}

/// So many tables of the form make a report of a document in which others stand beside it.
const TABLES: usize = 2;

impl Recogniser<'_> {
    /// The reports in a file of several documents.
    ///
    /// Tables of reports go before all else. Where at least two documents hold a report each, each is read by itself; where
    /// one holds all tables of its form, it is the report; otherwise all of them are one.
    ///
    /// # Errors
    /// As [`Recogniser::recognise`].
    pub fn recognise_parts(&self, parts: &[PartRef<'_>], hints: &Hints) -> Result<Vec<Report>, RecogniseError> {
        let rows: Vec<_> = parts.iter().filter_map(|part| records::reports(self, part.document, hints)).collect();
        if !rows.is_empty() {
            return rows.into_iter().collect::<Result<Vec<Vec<Report>>, _>>().map(|found| found.concat());
        }
        let mut own: Vec<Option<Report>> = Vec::new();
        for part in parts {
            let found = self.recognise(part.document, hints).ok();
            own.push(found.and_then(|found| found.into_iter().next()));
        }
        let tables = |report: &Option<Report>| report.as_ref().map_or(0, |report| self.tables(report));
        let whole = own.iter().filter(|report| tables(report) >= TABLES).count();
        let single = own.iter().position(|report| report.as_ref().is_some_and(|report| self.has_all(report)));
        if whole >= 2 || (whole == 1 && single.is_some()) {
            return Ok(each(parts, own, whole, &|report| self.tables(report) >= TABLES));
        }
        let document = Document {
            blocks: parts.iter().flat_map(|part| part.document.blocks.iter().cloned()).collect(),
            notes: distinct(parts.iter().flat_map(|part| &part.document.notes)),
            extracted: parts.iter().any(|part| part.document.extracted),
        };
        self.recognise(&document, hints)
    }

    /// Tables of a report in which any cell was found.
    fn tables(&self, report: &Report) -> usize {
        let Some(prepared) = self.editions.iter().find(|prepared| prepared.book.edition.id == report.edition) else {
            return 0;
        };
        let form = &prepared.book.form;
        let found = |table: usize| {
            let of_table = form.cells.iter().zip(&report.cells).filter(|(spec, _)| spec.table == table);
            of_table.filter(|(_, cell)| cell.state != CellState::Missing).count() > 0
        };
        (0..form.tables.len()).filter(|table| found(*table)).count()
    }

    fn has_all(&self, report: &Report) -> bool {
        let prepared = self.editions.iter().find(|prepared| prepared.book.edition.id == report.edition);
        prepared.is_some_and(|prepared| self.tables(report) == prepared.book.form.tables.len())
    }
}

/// The reports of documents that are one each; what the others are is told with the first.
fn each(
    parts: &[PartRef<'_>],
    own: Vec<Option<Report>>,
    whole: usize,
    counts: &dyn Fn(&Report) -> bool,
) -> Vec<Report> {
    let mut reports = Vec::new();
    let mut beside = Vec::new();
    for (part, report) in parts.iter().zip(own) {
        match report.filter(counts) {
            Some(mut report) => {
                if whole > 1 {
                    let message = Message::new("reading-report-sheet").text("sheet", part.name);
                    report.notes.insert(0, Note { message, origin: None });
                    if report.unit.name.is_none() && is_name(part.name) {
                        report.unit.name = Some(part.name.into());
                    }
                }
                reports.push(report);
            }
            None => beside
                .push(Note { message: Message::new("reading-sheet-beside").text("sheet", part.name), origin: None }),
        }
    }
    if let Some(first) = reports.first_mut() {
        first.notes.extend(beside);
    }
    reports
}

/// Whether a sheet's name was given by a person.
fn is_name(name: &str) -> bool {
    let bare = name.trim_end_matches(|character: char| character.is_ascii_digit());
    !bare.is_empty() && !matches!(bare, "Sheet" | "sheet" | "工作表" | "表")
}

fn distinct<'a>(notes: impl Iterator<Item = &'a Note>) -> Vec<Note> {
    let mut all: Vec<Note> = Vec::new();
    for note in notes {
        if !all.contains(note) {
            all.push(note.clone());
        }
    }
    all
}
