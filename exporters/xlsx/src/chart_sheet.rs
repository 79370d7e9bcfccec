//! The sheet 图表: native charts over live sums.
use gouji_edits::{Sheet, quantity};
use gouji_export::ExportError;
use gouji_model::Slot;
use rust_xlsxwriter::{Chart, ChartDataLabel, ChartType, Color};

use crate::fault::Explain;
use crate::indicators::{Axis, ChartOf, definitions};
use crate::page::Page;
use crate::style::Look;

/// Rows that a chart takes at least.
const CHART_ROWS: u32 = 17;
const COLOURS: [u32; 3] = [0x2E_75B6, 0x54_8235, 0xC5_5A11];

/// Writes the sheet.
pub(crate) fn write(sheet: &Sheet<'_>, look: &Look) -> Result<Page, ExportError> {
    let mut page = Page::new(look.words.say("workbook-sheet-charts"))?;
    page.widths(&[40.0, 10.0, 3.0])?;
    let mut row = 0;
    for (chart, colour) in definitions().charts.iter().zip(COLOURS) {
        let slots = chart.slots(&sheet.book.form);
        if slots.is_empty() {
            continue;
        }
        row += write_chart(&mut page, row, sheet, (chart, &slots, colour), look)?;
    }
    page.print_across();
    page.sheet.set_print_fit_to_pages(1, 1);
    Ok(page)
}

/// Returns how many rows it took.
fn write_chart(
    page: &mut Page,
    row: u32,
    sheet: &Sheet<'_>,
    (chart, slots, colour): (&ChartOf, &[Slot], u32),
    look: &Look,
) -> Result<u32, ExportError> {
    let title = look.words.text(&chart.name);
    page.text(row, 0, title, &look.styles.head)?;
    page.text(row, 1, &look.words.say("workbook-head-count"), &look.styles.head)?;
    let first = row + 1;
    for (row, slot) in (first..).zip(slots) {
        let names = sheet.book.form.slot_axis_names(*slot);
        let name = if chart.axis == Axis::Row { &names.row } else { &names.column };
        page.text(row, 0, look.words.text(name), &look.styles.text)?;
        let sum = quantity(sheet, &[(1, *slot)]);
        page.formula((row, 1), &sum.formula, sum.value.to_string(), &look.styles.number)?;
    }
    let count = u32::try_from(slots.len()).unwrap_or_default();
    let last = row + count;
    let mut drawn = Chart::new(ChartType::Bar);
    let mut label = ChartDataLabel::new();
    label.show_value();
    drawn
        .add_series()
        .set_categories((page.name.as_str(), first, 0, last, 0))
        .set_values((page.name.as_str(), first, 1, last, 1))
        .set_format(rust_xlsxwriter::ChartSolidFill::new().set_color(Color::RGB(colour)))
        .set_gap(60)
        .set_data_label(&label);
    drawn.title().set_name(title);
    drawn.legend().set_hidden();
    // Of a bar chart the writer calls the axis of categories y: bars from top to bottom, in the order of the form.
    drawn.y_axis().set_reverse();
    drawn.x_axis().set_major_gridlines(false).set_hidden(true);
    drawn.set_width(620).set_height(320);
    page.sheet.insert_chart(row, 3, &drawn).explain()?;
    Ok(CHART_ROWS.max(count + 2))
}
