//! A list as xlsx: its first sheet, cell by cell.
use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{DataRef, Reader, Xlsx};
use gouji_model::Message;

use super::Row;
use crate::fault::{Explain, Fault};

/// Most rows of a list.
const MOST_ROWS: u32 = 100_000;
/// Most columns of a list.
const MOST_COLUMNS: u32 = 256;

/// The rows of a list.
pub(super) fn rows(bytes: &[u8]) -> anyhow::Result<Vec<Row>> {
    let cannot = || Message::new("driver-units-xlsx");
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).explain(cannot)?;
    let Some(sheet) = book.sheet_names().into_iter().next() else {
        return Err(Fault::error(Message::new("driver-units-empty")));
    };
    // A range would be as large as the address of its last cell says: one cell at XFD1048576 takes all memory.
    let mut cells = book.worksheet_cells_reader(&sheet).explain(cannot)?;
    let mut rows: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    while let Some(cell) = cells.next_cell().explain(cannot)? {
        let (row, column) = cell.get_position();
        let text = text(cell.get_value());
        if text.is_empty() {
            continue;
        }
        if row >= MOST_ROWS || column >= MOST_COLUMNS {
            let message = Message::new("driver-units-too-far").count("row", row as usize + 1);
            return Err(Fault::error(message.count("column", column as usize + 1)));
        }
        put(rows.entry(row + 1).or_default(), column as usize, text);
    }
    Ok(rows.into_iter().map(|(number, cells)| Row { number, cells }).collect())
}

fn put(cells: &mut Vec<String>, column: usize, text: String) {
    if cells.len() <= column {
        cells.resize(column + 1, String::new());
    }
    cells[column] = text;
}

fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.trim().to_owned(),
        DataRef::SharedString(text) => text.trim().to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(truth) => truth.to_string(),
        DataRef::DateTime(time) => {
            let (year, month, day, ..) = time.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}
