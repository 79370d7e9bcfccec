//! The sheet 取值: how each value of 年报 is read, at the same address. All constraints stand over these readings.
use std::collections::BTreeMap;

use gouji_edits::{Spot, any_filled, reading, reading_result};
use gouji_export::ExportError;
use gouji_model::{Cell, CellState, Form, Report, Slot};

use crate::fault::Explain;
use crate::form_places::Places;
use crate::form_sheet::COLUMN_WIDTH;
use crate::page::{Page, absolute, address, lines};
use crate::style::Look;

/// Stands for an address in a text where no address stands.
const PLACE: &str = "\u{fffc}";
/// Row that says whether anything was filled in.
const FILLED_ROW: u32 = 1;

/// Writes the sheet over values on another, whose addresses begin with `typed`.
pub(crate) fn write(
    (form, report): (&Form, &Report),
    places: &Places,
    typed: &str,
    look: &Look,
) -> Result<Page, ExportError> {
    let mut page = Page::new(look.words.say("workbook-sheet-readings"))?;
    page.sheet.set_column_range_width(0, places.columns.saturating_sub(1), COLUMN_WIDTH).explain()?;
    page.text(0, 0, &look.words.say("workbook-readings-title"), &look.styles.bold)?;
    filled(&mut page, report, places, look)?;
    let slots: BTreeMap<Spot, Slot> = places.all().collect();
    names(&mut page, form, &slots, look)?;
    // All readings are one text but for the address.
    let pieces = reading(PLACE);
    let pieces: Vec<&str> = pieces.split(PLACE).collect();
    for (Spot { row, column }, slot) in slots {
        let formula = pieces.join(&[typed, &address(row, column)].concat());
        page.formula((row, column), &formula, reading_result(&cell(form, report, slot)), &look.styles.value)?;
    }
    page.sheet.set_freeze_panes(1, 0).explain()?;
    page.print_across();
    Ok(page)
}

/// Where the sheet says whether anything was filled in at all.
pub(crate) fn filled_address(places: &Places, prefix: &str) -> String {
    format!("{prefix}{}", absolute(FILLED_ROW, places.columns.saturating_sub(1)))
}

/// Whether anything was filled in at all, over all readings.
fn filled(page: &mut Page, report: &Report, places: &Places, look: &Look) -> Result<(), ExportError> {
    let Some(corners) = places.bounds() else { return Ok(()) };
    let corners = <[Spot; 2]>::from(corners).map(|spot| absolute(spot.row, spot.column));
    page.text(FILLED_ROW, 0, &look.words.say("workbook-readings-filled"), &look.styles.plain_line)?;
    let is_filled = report
        .cells
        .iter()
        .chain(report.extra.values())
        .any(|cell| !matches!(cell.state, CellState::Blank | CellState::Missing));
    let result = if is_filled { "TRUE" } else { "FALSE" };
    let place = (FILLED_ROW, places.columns.saturating_sub(1));
    page.formula(place, &any_filled(&corners.join(":")), result, &look.styles.value)
}

/// What the report has in a slot.
fn cell(form: &Form, report: &Report, slot: Slot) -> Cell {
    match slot {
        Slot::Cell(index) => report.cell(index).clone(),
        Slot::Group(index) => report.extra.get(&form.group(index).id).cloned().unwrap_or_default(),
    }
}

/// Names of rows before them and of columns above them, where no value stands; a row of names is as high as they need.
fn names(page: &mut Page, form: &Form, slots: &BTreeMap<Spot, Slot>, look: &Look) -> Result<(), ExportError> {
    let mut heads: BTreeMap<u32, u32> = BTreeMap::new();
    for (spot, slot) in slots {
        let names = form.slot_axis_names(*slot);
        let before = Spot { row: spot.row, column: 0 };
        if spot.column > 0 && slots.range(before..*spot).next().is_none() {
            page.text(spot.row, 0, look.words.text(&names.row), &look.styles.plain_line)?;
        }
        let above = Spot { row: spot.row.saturating_sub(1), column: spot.column };
        if !slots.contains_key(&above) {
            let name = look.words.text(&names.column);
            page.text(above.row, above.column, name, &look.styles.small)?;
            let height = heads.entry(above.row).or_default();
            *height = (*height).max(lines(name, COLUMN_WIDTH));
        }
    }
    heads.into_iter().try_for_each(|(row, lines)| page.row_lines(row, lines))
}
