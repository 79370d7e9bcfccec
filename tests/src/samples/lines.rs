//! A printed report as lines of text: a table of Markdown repeats a merged label in each of its places, one of csv
//! leaves these places empty.
use super::printed::{Cell, Piece, Printed, cell_at, size};

/// A text of Markdown.
pub fn markdown(printed: &Printed) -> Vec<u8> {
    let text = |cells: &[Cell], row: usize, column: usize| {
        let cell = cell_at(cells, row, column);
        cell.map_or_else(String::new, |cell| cell.text.replace('\n', "<br>").replace('|', "\\|"))
    };
    let table = |cells: &[Cell]| {
        let (rows, columns) = size(cells);
        let line = |row: usize| {
            let texts: Vec<String> = (0..columns).map(|column| text(cells, row, column)).collect();
            format!("| {} |\n", texts.join(" | "))
        };
        let body: String = (1..rows).map(line).collect();
        format!("{}{}|\n{body}\n", line(0), "|---".repeat(columns))
    };
    written(printed, |text| format!("{text}\n\n"), table)
}

/// A text of comma separated values, as spreadsheets save it: every line has as many fields.
pub fn csv(printed: &Printed) -> Vec<u8> {
    let width = printed.0.iter().map(|piece| if let Piece::Table(cells) = piece { size(cells).1 } else { 1 }).max();
    let fields = |used: usize| ",".repeat(width.unwrap_or(1) - used);
    let line = |row: &str, used: usize| format!("{row}{}\n", fields(used));
    let table = |cells: &[Cell]| rows(cells, ",").iter().map(|row| line(row, size(cells).1)).collect();
    written(printed, |text| line(&quoted(text), 1), table)
}

/// A text whose cells are divided by tabs, as copying from a spreadsheet gives.
pub fn tabs(printed: &Printed) -> Vec<u8> {
    written(printed, |text| format!("{text}\n\n"), |cells| rows(cells, "\t").join("\n") + "\n")
}

/// The rows of a table; places that a merged cell covers are empty.
fn rows(cells: &[Cell], separator: &str) -> Vec<String> {
    let (rows, columns) = size(cells);
    let text = |row: usize, column: usize| {
        let cell = cells.iter().find(|cell| (cell.row, cell.column) == (row, column));
        cell.map_or_else(String::new, |cell| quoted(&cell.text))
    };
    let line = |row: usize| (0..columns).map(|column| text(row, column)).collect::<Vec<_>>().join(separator);
    (0..rows).map(line).collect()
}

/// A field, in quotes where it needs them.
fn quoted(text: &str) -> String {
    if text.contains(['"', ',', '\n']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
}

fn written(printed: &Printed, paragraph: impl Fn(&str) -> String, table: impl Fn(&[Cell]) -> String) -> Vec<u8> {
    let piece = |piece: &Piece| match piece {
        Piece::Paragraph(text) => paragraph(text),
        Piece::Table(cells) => table(cells),
    };
    printed.0.iter().map(piece).collect::<String>().into_bytes()
}
