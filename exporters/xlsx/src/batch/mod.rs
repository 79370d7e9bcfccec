//! The workbook of many reports: one wide table, findings, a matrix units × rules, indicators with ranks, progress.
mod long_sheet;
mod matrix_sheet;
mod progress_sheet;
mod rank_sheet;
mod row;
mod wide;
mod wide_sheet;

use gouji_edits::{Counts, RuleBook};
use gouji_export::{Artifact, Collector, ExportError, FollowUps, Judged, Meta, Publication};
use gouji_model::{Lang, Level, Scope};

use crate::about_sheet::{self, Ran};
use crate::batch::wide::{Wide, row_of};
use crate::book::Book;
use crate::fault::{no_report, too_many};
use crate::findings_sheet::{FindingsSheet, Owner};
use crate::page::{Page, address};
use crate::style::Look;
use crate::words::Words;

pub(crate) use row::{Mark, Row, has_members};

/// Rows of a sheet.
const MAX_ROWS: usize = 1_048_576;

/// The workbook of a publication whose reports are all there.
pub(crate) fn batch(publication: &Publication<'_>) -> Result<Vec<u8>, ExportError> {
    let mut batch = Batch::new(&publication.meta);
    publication.reports.iter().for_each(|judged| batch.add(judged.book, judged));
    batch.bytes(publication)
}

/// A workbook whose reports come one after the other.
pub(crate) struct Batch<'a> {
    look: Look,
    follow_ups: FollowUps<'a>,
    rows: Vec<Row<'a>>,
}

/// What the sheets are made of.
#[derive(Clone, Copy)]
pub(crate) struct Gathered<'a> {
    /// The latest edition met.
    pub(crate) book: &'a RuleBook,
    /// The reports.
    pub(crate) rows: &'a [Row<'a>],
    pub(crate) look: &'a Look,
}

impl<'a> Batch<'a> {
    pub(crate) fn new(meta: &'a Meta) -> Self {
        Self { look: Look::new(meta.lang), follow_ups: FollowUps::new(&meta.follow_ups), rows: Vec::new() }
    }

    fn bytes(mut self, publication: &Publication<'_>) -> Result<Vec<u8>, ExportError> {
        self.check_size()?;
        let mut book = Book::new(&publication.name, &publication.meta)?;
        let ran = self.ran();
        let wide = Wide::of(publication.book, &self.rows);
        let prefix = crate::page::prefix(&self.look.words.say("workbook-sheet-wide"));
        let findings = self.findings_page(&wide, &prefix)?;
        let gathered = Gathered { book: publication.book, rows: &self.rows, look: &self.look };
        let mut behind = vec![findings, matrix_sheet::write(gathered)?, rank_sheet::write(gathered, &wide, &prefix)?];
        if !publication.meta.progress.is_empty() {
            behind.push(progress_sheet::write(gathered, &publication.meta.progress)?);
        }
        if publication.meta.long_table {
            long_sheet::write(gathered, MAX_ROWS, &mut behind)?;
        }
        behind.push(about_sheet::write(publication, &ran, &self.look)?);
        // The first sheet is the last to be made: it uses the reports up.
        book.push(wide_sheet::write(self.rows, &wide, &self.look)?);
        for page in behind {
            book.push(page);
        }
        book.bytes()
    }

    fn check_size(&self) -> Result<(), ExportError> {
        if self.rows.is_empty() {
            return Err(no_report());
        }
        let findings: usize = self.rows.iter().map(|row| row.findings.len()).sum();
        match [self.rows.len() + 3, findings + 1].into_iter().find(|rows| *rows > MAX_ROWS) {
            Some(rows) => Err(too_many(rows)),
            None => Ok(()),
        }
    }

    /// The list of findings; its texts are not kept longer.
    fn findings_page(&mut self, wide: &Wide<'_>, prefix: &str) -> Result<Page, ExportError> {
        let mut sheet = FindingsSheet::begin(&self.look)?;
        for (index, row) in self.rows.iter_mut().enumerate() {
            let owner = Owner { unit: &row.unit, year: row.year, file: &row.file };
            for found in std::mem::take(&mut row.findings) {
                let column = found.cells.iter().find_map(|id| wide.column(id));
                let target = column.map(|column| format!("{prefix}{}", address(row_of(index), column)));
                sheet.add(&owner, &found, target.as_deref())?;
            }
        }
        sheet.finish()
    }

    fn ran(&self) -> Ran {
        let mut counts = Counts::default();
        for own in self.rows.iter().map(|row| row.counts) {
            counts.held += own.held;
            counts.broken += own.broken;
            counts.unjudged += own.unjudged;
            counts.inapplicable += own.inapplicable;
        }
        Ran { reports: self.rows.len(), counts, has_members: self.rows.iter().any(|row| row.has_members) }
    }
}

impl<'a> Collector<'a> for Batch<'a> {
    fn add(&mut self, book: &'a RuleBook, judged: &Judged<'_>) {
        self.rows.push(Row::of(book, judged, &self.follow_ups.of(judged), &self.look));
    }

    fn finish(self: Box<Self>, publication: &Publication<'_>) -> Result<Vec<Artifact>, ExportError> {
        Ok(crate::workbook(self.bytes(publication)?))
    }
}

/// The word of a level.
fn level_word(level: Option<Level>, lang: Lang) -> &'static str {
    let Some(level) = level else { return "" };
    let words = Level::WORDS.iter().find(|(own, ..)| *own == level);
    match (lang, words) {
        (Lang::Zh, Some((_, id, words))) => words.first().unwrap_or(id),
        (_, Some((_, id, _))) => id,
        (_, None) => "",
    }
}

/// The word of what a report covers.
fn scope_word(scope: Option<Scope>, words: Words) -> String {
    match scope {
        Some(Scope::Agency) => words.say("workbook-scope-agency"),
        Some(Scope::Region) => words.say("workbook-scope-region"),
        None => String::new(),
    }
}
