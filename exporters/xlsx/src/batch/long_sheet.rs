//! The sheets 长表: one row for each cell of each report, on as many sheets as that takes.
use gouji_edits::reading_result;
use gouji_export::{ExportError, Publication, shown_value, unit_or_file};
use gouji_model::{Cell, CellState, Form, Report};

use crate::batch::MAX_ROWS;
use crate::book::Book;
use crate::fault::Explain;
use crate::page::{Page, float};
use crate::style::Look;

const HEADS: [(&str, f64); 5] = [
    ("workbook-head-unit", 26.0),
    ("workbook-head-year", 7.0),
    ("workbook-head-id", 52.0),
    ("workbook-head-value", 12.0),
    ("workbook-head-text", 18.0),
];

/// Writes the sheets.
pub(crate) fn write(publication: &Publication<'_>, look: &Look, book: &mut Book) -> Result<(), ExportError> {
    let mut number = 1;
    let (mut page, mut row) = (open(number, look)?, 1);
    for judged in &publication.reports {
        let (unit, year) = (unit_or_file(judged), judged.report.year);
        for (id, cell) in cells(&judged.book.form, judged.report) {
            if row as usize == MAX_ROWS {
                number += 1;
                book.push(closed(std::mem::replace(&mut page, open(number, look)?), row)?);
                row = 1;
            }
            page.bare_text(row, 0, unit)?;
            if let Some(year) = year {
                page.sheet.write_number(row, 1, f64::from(year)).explain()?;
            }
            page.bare_text(row, 2, id)?;
            value(&mut page, row, cell)?;
            row += 1;
        }
    }
    book.push(closed(page, row)?);
    Ok(())
}

fn open(number: usize, look: &Look) -> Result<Page, ExportError> {
    let name = look.words.say("workbook-sheet-long");
    let mut page = Page::new(if number == 1 { name } else { format!("{name}{number}") })?;
    page.widths(&HEADS.map(|(_, width)| width))?;
    page.heads(0, &HEADS.map(|(key, _)| look.words.say(key)), &look.styles.head)?;
    page.sheet.set_freeze_panes(1, 0).explain()?;
    Ok(page)
}

fn closed(mut page: Page, rows: u32) -> Result<Page, ExportError> {
    page.sheet.autofilter(0, 0, rows - 1, u16::try_from(HEADS.len() - 1).unwrap_or_default()).explain()?;
    Ok(page)
}

/// The cells of a report, then what has no place in its form.
fn cells<'a>(form: &'a Form, report: &'a Report) -> impl Iterator<Item = (&'a str, &'a Cell)> {
    let own = form.cells.iter().map(|spec| &*spec.id).zip(&report.cells);
    own.chain(report.extra.iter().map(|(id, cell)| (&**id, cell)))
}

/// A number as a number; what is none, in words.
fn value(page: &mut Page, row: u32, cell: &Cell) -> Result<(), ExportError> {
    match cell.state {
        CellState::Number(number) => {
            page.sheet.write_number(row, 3, float(number)).explain()?;
            Ok(())
        }
        CellState::Unreadable => page.bare_text(row, 4, &shown_value(cell)),
        _ => page.bare_text(row, 4, &reading_result(cell)),
    }
}
