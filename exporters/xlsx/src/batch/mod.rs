//! The workbook of many reports: one wide table, findings, a matrix units × rules, indicators with ranks, progress.
mod long_sheet;
mod matrix_sheet;
mod progress_sheet;
mod rank_sheet;
mod wide;
mod wide_sheet;

use gouji_edits::Finding;
use gouji_export::{ExportError, Publication};
use gouji_model::{Lang, Level, Scope};

use crate::batch::wide::{Wide, row_of};
use crate::book::Book;
use crate::fault::{no_report, too_many};
use crate::page::address;
use crate::style::Look;
use crate::words::Words;
use crate::{about_sheet, findings_sheet};

/// Rows of a sheet.
const MAX_ROWS: usize = 1_048_576;

/// The workbook.
pub(crate) fn batch(publication: &Publication<'_>) -> Result<Vec<u8>, ExportError> {
    if publication.reports.is_empty() {
        return Err(no_report());
    }
    let findings: usize = publication.reports.iter().map(|judged| judged.findings.len()).sum();
    for rows in [publication.reports.len() + 3, findings + 1] {
        if rows > MAX_ROWS {
            return Err(too_many(rows));
        }
    }
    let look = Look::new(publication.meta.lang);
    let wide = Wide::of(publication);
    let mut book = Book::new(&publication.name, &publication.meta)?;
    let wide_page = wide_sheet::write(publication, &wide, &look)?;
    let prefix = wide_page.prefix();
    let link = |report: usize, finding: &Finding| {
        let column = finding.cells.iter().find_map(|id| wide.column(id))?;
        Some(format!("{prefix}{}", address(row_of(report), column)))
    };
    book.push(wide_page);
    book.push(findings_sheet::write(publication, &publication.reports, &link, &look)?);
    book.push(matrix_sheet::write(publication, &look)?);
    book.push(rank_sheet::write(publication, &wide, &prefix, &look)?);
    if !publication.meta.progress.is_empty() {
        book.push(progress_sheet::write(publication, &look)?);
    }
    if publication.meta.long_table {
        long_sheet::write(publication, MAX_ROWS, &look, &mut book)?;
    }
    book.push(about_sheet::write(publication, &look)?);
    book.bytes()
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
