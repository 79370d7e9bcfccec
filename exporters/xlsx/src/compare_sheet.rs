//! The sheet 对比: last year beside this year, cell by cell, for what both forms have.
use gouji_edits::{Addresses, reading_result};
use gouji_export::{ExportError, Judged};
use gouji_model::{CellState, Number, Slot};

use crate::fault::Explain;
use crate::page::{Page, address, float};
use crate::style::Look;

const HEADS: [&str; 6] = [
    "workbook-head-cell",
    "workbook-head-last-year",
    "workbook-head-this-year",
    "workbook-head-change",
    "workbook-head-change-share",
    "workbook-head-id",
];
const WIDTHS: [f64; 6] = [56.0, 12.0, 12.0, 12.0, 12.0, 48.0];

/// Writes the sheet; `None` without last year.
pub(crate) fn write(judged: &Judged<'_>, addresses: &Addresses<'_>, look: &Look) -> Result<Option<Page>, ExportError> {
    let Some(before) = judged.last_year else { return Ok(None) };
    let form = &judged.book.form;
    let mut page = Page::new(look.words.say("workbook-sheet-compare"))?;
    page.widths(&WIDTHS)?;
    page.heads(0, &HEADS.map(|key| look.words.say(key)), &look.styles.head)?;
    let mut row = 1;
    for (spec, own) in form.cells.iter().zip(&judged.report.cells) {
        let shown = form.slot(&spec.id).and_then(|slot| (addresses.spot)(slot));
        let (Some(spot), Some(Slot::Cell(there))) = (shown, before.form.slot(&spec.id)) else { continue };
        let old = before.report.cell(there);
        page.text(row, 0, look.words.text(&spec.name), &look.styles.text)?;
        match old.state {
            CellState::Number(number) => page.number(row, 1, number, &look.styles.number)?,
            _ => page.text(row, 1, &gouji_export::shown_value(old), &look.styles.number)?,
        }
        let place = format!("{}{}", addresses.sheet, address(spot.row, spot.column));
        page.formula((row, 2), &place, reading_result(own), &look.styles.number)?;
        changes(&mut page, row, (old.value(), own.value()), look)?;
        page.text(row, 5, &spec.id, &look.styles.mono)?;
        row += 1;
    }
    page.sheet.autofilter(0, 0, row.saturating_sub(1), 5).explain()?;
    page.sheet.set_freeze_panes(1, 1).explain()?;
    page.print_across();
    page.sheet.set_repeat_rows(0, 0).explain()?;
    Ok(Some(page))
}

/// Difference and share, live; empty where one of the two is no number.
fn changes(
    page: &mut Page,
    row: u32,
    (old, new): (Option<Number>, Option<Number>),
    look: &Look,
) -> Result<(), ExportError> {
    let (before, now) = (address(row, 1), address(row, 2));
    let both = old.zip(new);
    let change = both.and_then(|(old, new)| Number::from_millionths(new.millionths() - old.millionths()).ok());
    let formula = format!("IF(COUNT({before},{now})=2,ROUND({now}-{before},6),\"\")");
    page.formula((row, 3), &formula, change.map(|own| own.to_string()).unwrap_or_default(), &look.styles.number)?;
    let share = both.filter(|(old, _)| !old.is_zero()).map(|(old, new)| (float(new) - float(old)) / float(old));
    let formula = format!("IF(COUNT({before},{now})=2,IF({before}=0,\"\",({now}-{before})/{before}),\"\")");
    page.formula((row, 4), &formula, share.map(|own| own.to_string()).unwrap_or_default(), &look.styles.percent)
}
