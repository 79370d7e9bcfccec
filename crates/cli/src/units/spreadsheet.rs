//! A list as a spreadsheet: its first sheet, cell by cell.
use gouji_model::{Message, SheetCells};

use super::Row;
use crate::fault::Fault;

/// Most rows of a list.
const MOST_ROWS: u32 = 100_000;
/// Most columns of a list.
const MOST_COLUMNS: u32 = 256;

/// The rows of a list.
pub(super) fn rows(sheets: Vec<SheetCells>) -> anyhow::Result<Vec<Row>> {
    let Some(sheet) = sheets.into_iter().next() else {
        return Err(Fault::error(Message::new("driver-units-empty")));
    };
    sheet
        .rows
        .into_iter()
        .map(|(row, cells)| {
            let last = cells.keys().next_back().copied().unwrap_or_default();
            if row >= MOST_ROWS || last >= MOST_COLUMNS {
                let message = Message::new("driver-units-too-far").count("row", row as usize + 1);
                return Err(Fault::error(message.count("column", last as usize + 1)));
            }
            let cells = (0..=last).map(|column| cells.get(&column).cloned().unwrap_or_default()).collect();
            Ok(Row { number: row + 1, cells })
        })
        .collect()
}
