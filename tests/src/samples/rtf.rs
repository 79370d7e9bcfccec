//! A printed report as an RTF file.
use std::fmt::Write as _;

use super::printed::{Cell, Piece, Printed, cell_at, size};

/// Width of a column, in twentieths of a point.
const WIDTH: usize = 600;

/// The file.
pub fn text(printed: &Printed) -> Vec<u8> {
    let mut out = String::from(r"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fcharset134 SimSun;}}\uc1 ");
    for piece in &printed.0 {
        match piece {
            Piece::Paragraph(text) => writeln!(out, "\\pard\\plain {}\\par", escaped(text)).unwrap(),
            Piece::Table(cells) => table(&mut out, cells),
        }
    }
    (out + "}").into_bytes()
}

/// A merged cell stands in each of its rows: with its text in the first, as its continuation below.
fn table(out: &mut String, cells: &[Cell]) {
    let (rows, columns) = size(cells);
    for row in 0..rows {
        let row_cells: Vec<&Cell> = (0..columns)
            .filter_map(|column| cell_at(cells, row, column).filter(|cell| cell.column == column))
            .collect();
        out.push_str("\\trowd ");
        for cell in &row_cells {
            let merge = match cell.rows {
                1 => "",
                _ if cell.row == row => "\\clvmgf",
                _ => "\\clvmrg",
            };
            write!(out, "{merge}\\cellx{}", (cell.column + cell.columns) * WIDTH).unwrap();
        }
        for cell in &row_cells {
            let text = if cell.row == row { escaped(&cell.text) } else { String::new() };
            write!(out, "\\pard\\intbl {text}\\cell").unwrap();
        }
        out.push_str("\\row\n");
    }
}

fn escaped(text: &str) -> String {
    let mut out = String::new();
    for unit in text.encode_utf16() {
        match u8::try_from(unit).map(char::from) {
            Ok('\n') => out.push_str("\\line "),
            Ok(letter @ ('\\' | '{' | '}')) => out.extend(['\\', letter]),
            Ok(letter) if letter.is_ascii() => out.push(letter),
            _ => write!(out, "\\u{}?", unit.cast_signed()).unwrap(),
        }
    }
    out
}
