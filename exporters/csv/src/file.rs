//! What both files have in common: byte-order mark, ends of lines, and text that no spreadsheet takes for a formula.
use std::borrow::Cow;

use csv::{Terminator, Writer, WriterBuilder};
use gouji_export::ExportError;
use gouji_model::{Cell, CellState, Message};

/// Begins a file.
pub(crate) fn begin() -> Writer<Vec<u8>> {
    WriterBuilder::new().terminator(Terminator::CRLF).from_writer("\u{feff}".as_bytes().to_vec())
}

/// The bytes of a file.
pub(crate) fn end(writer: Writer<Vec<u8>>) -> Result<Vec<u8>, ExportError> {
    writer.into_inner().map_err(|error| failed(&error))
}

/// The error of a writer, which writes to memory and so has none in practice.
pub(crate) fn failed(error: &dyn std::error::Error) -> ExportError {
    ExportError(Message::new("export-csv-failed").text("detail", error.to_string()))
}

/// A text as a field: with an apostrophe before it where a spreadsheet would take it for a formula.
///
/// A text that already begins with apostrophes before such a character gets one more, so that taking one away gives
/// the text again.
pub(crate) fn text(text: &str) -> Cow<'_, str> {
    let acts = text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r']);
    if acts { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// The number of a cell, or nothing.
pub(crate) fn value(cell: &Cell) -> String {
    cell.value().map(|number| number.to_string()).unwrap_or_default()
}

/// A cell's state, as `gouji/report/1` calls it.
pub(crate) fn state(cell: &Cell) -> &'static str {
    match cell.state {
        CellState::Number(_) => "number",
        CellState::Blank => "blank",
        CellState::Dash => "dash",
        CellState::Unreadable => "unreadable",
        CellState::Missing => "missing",
    }
}
