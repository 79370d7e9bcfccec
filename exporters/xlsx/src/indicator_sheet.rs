//! The sheet 指标: each indicator with its definition and live figures.
use gouji_edits::{Quantity, Sheet, quantity};
use gouji_export::ExportError;

use crate::fault::Explain;
use crate::indicators::{Indicator, Terms, definitions};
use crate::page::{Page, address};
use crate::style::Look;

const HEADS: [&str; 6] = [
    "workbook-head-indicator",
    "workbook-head-definition",
    "workbook-head-numerator",
    "workbook-head-denominator",
    "workbook-head-share",
    "workbook-head-id",
];
const WIDTHS: [f64; 6] = [22.0, 58.0, 10.0, 10.0, 10.0, 34.0];

/// Writes the sheet.
pub(crate) fn write(sheet: &Sheet<'_>, look: &Look) -> Result<Page, ExportError> {
    let mut page = Page::new(look.words.say("workbook-sheet-indicators"))?;
    page.widths(&WIDTHS)?;
    page.heads(0, &HEADS.map(|key| look.words.say(key)), &look.styles.head)?;
    let known = definitions().indicators.iter().filter_map(|own| Some((own, own.terms(&sheet.book.form)?)));
    let mut last = 0;
    for (row, (indicator, terms)) in (1..).zip(known) {
        write_row(&mut page, row, sheet, (indicator, &terms), look)?;
        last = row;
    }
    page.text(last + 2, 0, &look.words.say("workbook-indicator-note"), &look.styles.bold)?;
    page.sheet.set_freeze_panes(1, 1).explain()?;
    page.print_across();
    Ok(page)
}

fn write_row(
    page: &mut Page,
    row: u32,
    sheet: &Sheet<'_>,
    (indicator, terms): (&Indicator, &(Terms, Terms)),
    look: &Look,
) -> Result<(), ExportError> {
    let unknown = look.words.say("workbook-no-value");
    page.text(row, 0, look.words.text(&indicator.name), &look.styles.text)?;
    page.text(row, 1, look.words.text(&indicator.definition), &look.styles.text)?;
    let of = quantity(sheet, &terms.0);
    let over = quantity(sheet, &terms.1);
    for (column, own) in [(2, &of), (3, &over)] {
        let (formula, result) = shown(own, &unknown);
        page.formula((row, column), &formula, result, &look.styles.number)?;
    }
    let (top, bottom) = (address(row, 2), address(row, 3));
    let formula = format!("IF(COUNT({top},{bottom})<2,\"{unknown}\",IF({bottom}=0,\"{unknown}\",{top}/{bottom}))");
    let share = ratio(&of, &over).map_or(unknown, |share| share.to_string());
    page.formula((row, 4), &formula, share, &look.styles.percent)?;
    page.text(row, 5, &indicator.id, &look.styles.mono)
}

/// A sum, or the sign that it cannot be told.
fn shown(own: &Quantity, unknown: &str) -> (String, String) {
    let formula = match &own.unknown {
        Some(doubt) => format!("IF({doubt},\"{unknown}\",{})", own.formula),
        None => own.formula.clone(),
    };
    (formula, if own.known { own.value.to_string() } else { unknown.to_owned() })
}

/// The share, where both parts are known and the denominator is not 0.
pub(crate) fn ratio(of: &Quantity, over: &Quantity) -> Option<f64> {
    let known = of.known && over.known && !over.value.is_zero();
    known.then(|| crate::page::float(of.value) / crate::page::float(over.value))
}
