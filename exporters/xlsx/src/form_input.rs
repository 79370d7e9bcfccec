//! What may be typed into the cells of the fill-in form: numbers as the form counts them, or a dash.
use gouji_export::ExportError;
use gouji_model::{Form, Message, Slot, ValueType};
use rust_xlsxwriter::{DataValidation, Formula};

use crate::fault::Explain;
use crate::page::{Area, address};
use crate::words::Words;

/// The validation of a value cell; `None` for a group, which is never typed.
pub(crate) fn validation(
    form: &Form,
    slot: Slot,
    area: Area,
    words: Words,
) -> Result<Option<DataValidation>, ExportError> {
    let Slot::Cell(index) = slot else { return Ok(None) };
    let spec = form.cell(index);
    let cell = address(area.row, area.column);
    let (test, key) = match spec.value {
        ValueType::Count => (format!("{cell}>=0,INT({cell})={cell}"), "workbook-input-count"),
        ValueType::SignedCount => (format!("INT({cell})={cell}"), "workbook-input-signed"),
        ValueType::Decimal => (format!("{cell}>=0,ROUND({cell},6)={cell}"), "workbook-input-decimal"),
    };
    // IF, because AND would ask a text for its whole part, too.
    let rule = format!("IF(ISNUMBER({cell}),AND(ABS({cell})<=1E+12,{test}),{cell}=\"/\")");
    let message = words.render(&Message::new(key).text("unit", spec.unit.as_deref().unwrap_or_default()));
    let validation = DataValidation::new()
        .allow_custom(Formula::new(rule))
        .set_input_message(message.as_str())
        .explain()?
        .set_error_title(words.say("workbook-input-title"))
        .explain()?
        .set_error_message(message)
        .explain()?;
    Ok(Some(validation))
}
