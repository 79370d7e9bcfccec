//! A printed report as a workbook of Excel: of 2007, and of 97–2003.
#[path = "../../../crates/read/tests/sheets/writer.rs"]
#[expect(dead_code, reason = "shared with the tests of the reader, which use more of it")]
mod writer;

use std::fmt::Write as _;

use writer::Biff;

use super::odt::escaped;
use super::printed::{Cell, Piece, Printed, size};

/// The cells of one sheet: paragraphs are rows of one cell.
fn cells(printed: &Printed) -> Vec<Cell> {
    let mut cells = Vec::new();
    let mut top = 0;
    for piece in &printed.0 {
        match piece {
            Piece::Paragraph(text) => {
                cells.push(Cell { row: top, column: 0, rows: 1, columns: 1, text: text.clone() });
                top += 1;
            }
            Piece::Table(table) => {
                cells.extend(table.iter().cloned().map(|cell| Cell { row: top + cell.row, ..cell }));
                top += size(table).0;
            }
        }
    }
    cells.sort_by_key(|cell| (cell.row, cell.column));
    cells
}

/// A workbook of one sheet (xlsx).
pub fn xlsx(printed: &Printed) -> Vec<u8> {
    let (mut rows, mut spans) = (String::new(), String::new());
    let cells = cells(printed);
    for row in cells.chunk_by(|one, other| one.row == other.row) {
        write!(rows, "<row r=\"{}\">", row[0].row + 1).unwrap();
        for cell in row {
            let place = address(cell.row, cell.column);
            if cell.text.parse::<f64>().is_ok() {
                write!(rows, "<c r=\"{place}\"><v>{}</v></c>", cell.text).unwrap();
            } else {
                let text = escaped(&cell.text);
                write!(rows, "<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>").unwrap();
            }
            if cell.rows * cell.columns > 1 {
                let end = address(cell.row + cell.rows - 1, cell.column + cell.columns - 1);
                write!(spans, "<mergeCell ref=\"{place}:{end}\"/>").unwrap();
            }
        }
        rows.push_str("</row>");
    }
    writer::sheet(&format!("<sheetData>{rows}</sheetData><mergeCells>{spans}</mergeCells>"))
}

/// `A1`; the tables of the form have fewer than 26 columns.
fn address(row: usize, column: usize) -> String {
    let letter = char::from(b'A' + u8::try_from(column).unwrap());
    format!("{letter}{}", row + 1)
}

/// A workbook of one sheet (xls).
///
/// # Panics
/// When the report has more rows or columns than such a sheet can have.
pub fn xls(printed: &Printed) -> Vec<u8> {
    let cells = cells(printed);
    let place = |number: usize| u16::try_from(number).unwrap();
    let merged = cells.iter().filter(|cell| cell.rows * cell.columns > 1).map(|cell| {
        let (row, column) = (place(cell.row), place(cell.column));
        [row, row + place(cell.rows) - 1, column, column + place(cell.columns) - 1]
    });
    let spans: Vec<_> = merged.collect();
    let written: Vec<_> = cells.iter().map(|cell| (place(cell.row), place(cell.column), value(cell))).collect();
    writer::xls(&written, &spans)
}

fn value(cell: &Cell) -> Biff<'_> {
    match cell.text.parse() {
        Ok(number) => Biff::Number(number),
        Err(_) if cell.text.is_empty() => Biff::Blank,
        Err(_) => Biff::Text(&cell.text),
    }
}
