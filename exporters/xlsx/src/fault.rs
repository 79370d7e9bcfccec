//! What stands in the way of a workbook.
use gouji_export::ExportError;
use gouji_model::Message;
use rust_xlsxwriter::XlsxError;

/// Turns the writer's errors into messages.
pub(crate) trait Explain<T> {
    fn explain(self) -> Result<T, ExportError>;
}

impl<T> Explain<T> for Result<T, XlsxError> {
    fn explain(self) -> Result<T, ExportError> {
        self.map_err(|error| ExportError(Message::new("workbook-failed").text("reason", error.to_string())))
    }
}

/// A character that no cell can hold.
pub(crate) fn control_character(place: &str, character: char) -> ExportError {
    let code = format!("U+{:04X}", u32::from(character));
    ExportError(Message::new("workbook-control-character").text("place", place).text("code", code))
}

/// Nothing was given to put into a workbook.
pub(crate) fn no_report() -> ExportError {
    ExportError(Message::new("workbook-no-report"))
}

/// More rows than a sheet has.
pub(crate) fn too_many(rows: usize) -> ExportError {
    ExportError(Message::new("workbook-too-many").count("rows", rows))
}
