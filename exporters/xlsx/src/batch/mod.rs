//! The workbook of many reports: one wide table, findings, a matrix units × rules, indicators with ranks.
mod matrix_sheet;
mod rank_sheet;
mod wide;
mod wide_sheet;

use gouji_export::{ExportError, Publication};
use gouji_model::{Lang, Level};

use crate::batch::wide::Wide;
use crate::book::Book;
use crate::fault::{no_report, too_many};
use crate::style::Styles;
use crate::words::Words;
use crate::{about_sheet, findings_sheet, page};

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
    let words = Words { lang: publication.meta.lang };
    let styles = Styles::new();
    let wide = Wide::of(publication);
    let mut book = Book::new(&publication.name, &publication.meta)?;
    let wide_page = wide_sheet::write(publication, &wide, words, &styles)?;
    let prefix = wide_page.prefix();
    let link = |report: usize, finding: &gouji_edits::Finding| {
        let column = finding.cells.iter().find_map(|id| wide.column(id))?;
        Some(format!("{prefix}{}", page::address(wide::row_of(report), column)))
    };
    book.push(wide_page);
    book.push(findings_sheet::write(&publication.reports, &link, words, &styles)?);
    book.push(matrix_sheet::write(publication, words, &styles)?);
    book.push(rank_sheet::write(publication, &wide, &prefix, words, &styles)?);
    book.push(about_sheet::write(publication, words, &styles)?);
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

/// A unit's name, or the file where the name is not known.
fn unit_name<'a>(judged: &'a gouji_export::Judged<'_>) -> &'a str {
    judged.report.unit.name.as_deref().unwrap_or(&judged.source.file)
}
