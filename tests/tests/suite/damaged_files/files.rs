//! A printed report as a Word 97 file and as a PDF, by the writers of the readers' tests.
#[allow(dead_code, reason = "the writer is shared with the tests of the reader")]
#[path = "../../../../crates/read/tests/pdf/writer.rs"]
mod pdf;

use gouji_tests::samples::{Cell, Piece, Printed};

use crate::word::writer::{Doc, Paragraph, body, merged_row, p};

/// Twentieths of a point of a column of a Word table.
const WIDTH: usize = 600;
/// Marks of a cell that begins a merged one, and of one that it covers.
const BEGINS: u16 = 0x60;
const COVERED: u16 = 0x20;

/// The report as a Word 97 file.
pub(super) fn doc(printed: &Printed) -> Vec<u8> {
    let mut paragraphs: Vec<Vec<Paragraph>> = Vec::new();
    for piece in &printed.0 {
        match piece {
            Piece::Paragraph(text) => paragraphs.push(vec![p(&lines_of_doc(text))]),
            Piece::Table(cells) => {
                paragraphs.extend((0..height(cells)).map(|row| doc_row(cells, row)));
                // Two tables that touch are one.
                paragraphs.push(vec![p("")]);
            }
        }
    }
    Doc::bytes(&body(&paragraphs))
}

fn lines_of_doc(text: &str) -> String {
    text.replace('\n', "\u{b}")
}

fn height(cells: &[Cell]) -> usize {
    cells.iter().map(|cell| cell.row + cell.rows).max().unwrap_or(0)
}

fn width(cells: &[Cell]) -> usize {
    cells.iter().map(|cell| cell.column + cell.columns).max().unwrap_or(0)
}

fn doc_row(cells: &[Cell], row: usize) -> Vec<Paragraph> {
    let mut own: Vec<&Cell> = cells.iter().filter(|cell| (cell.row..cell.row + cell.rows).contains(&row)).collect();
    own.sort_by_key(|cell| cell.column);
    // A row of which no cell is left: Word has none.
    if own.is_empty() {
        return Vec::new();
    }
    let edge = |column: usize| i16::try_from(column * WIDTH).unwrap();
    let mut edges: Vec<i16> = own.iter().map(|cell| edge(cell.column)).collect();
    edges.extend(own.last().map(|cell| edge(cell.column + cell.columns)));
    let texts: Vec<(String, u16)> = own
        .iter()
        .map(|cell| match cell.rows {
            1 => (lines_of_doc(&cell.text), 0),
            _ if cell.row == row => (lines_of_doc(&cell.text), BEGINS),
            _ => (String::new(), COVERED),
        })
        .collect();
    merged_row(&edges, &texts.iter().map(|(text, mark)| (text.as_str(), *mark)).collect::<Vec<_>>())
}

/// How much smaller the pages of a PDF are printed, so that a table has room on one.
const SCALE: f64 = 0.5;
/// Points between the edges of what is printed, before it is made smaller.
const LEFT: f64 = 80.0;
const ACROSS: f64 = 1030.0;
/// Points of a character and of a line.
const CHARACTER: f64 = 10.0;
const LINE: f64 = 12.0;

/// The report as a PDF: text, and each table on a page of its own.
pub(super) fn pages(printed: &Printed) -> Vec<u8> {
    let mut pages = Vec::new();
    let mut lines: Vec<String> = Vec::new();
    for piece in &printed.0 {
        match piece {
            Piece::Paragraph(text) => lines.extend(text.lines().flat_map(paragraph)),
            Piece::Table(cells) => {
                pages.push(text_page(&std::mem::take(&mut lines)));
                pages.push(table_page(cells));
            }
        }
    }
    pages.push(text_page(&lines));
    pdf::pdf(&pages)
}

fn page() -> pdf::Page {
    pdf::Page::new().raw(&format!("{SCALE} 0 0 {SCALE} 0 {} cm", pdf::HEIGHT * (1.0 - SCALE)))
}

/// The lines of a paragraph, the first one indented.
fn paragraph(text: &str) -> Vec<String> {
    let mut lines = broken(&format!("\u{3000}\u{3000}{text}"), ACROSS);
    if text.chars().count() < 30 {
        lines = vec![text.to_owned()];
    }
    lines
}

/// A text in lines of a width.
fn broken(text: &str, room: f64) -> Vec<String> {
    let mut lines = vec![String::new()];
    for character in text.chars() {
        let last = lines.last_mut().unwrap();
        if pdf::width(last) + CHARACTER > room && !character.is_ascii() {
            lines.push(character.to_string());
        } else {
            last.push(character);
        }
    }
    lines
}

fn text_page(lines: &[String]) -> pdf::Page {
    let mut baseline = 80.0;
    lines.iter().fold(page(), |page, line| {
        baseline += 20.0;
        let indent = line.chars().take_while(|character| *character == '\u{3000}').count();
        let left = LEFT + CHARACTER * f64::from(u32::try_from(indent).unwrap());
        page.text(left, baseline, line.trim_start_matches('\u{3000}'))
    })
}

fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap())
}

fn table_page(cells: &[Cell]) -> pdf::Page {
    let (down, across) = (height(cells), width(cells));
    let column = ACROSS / number(across.max(1));
    let columns: Vec<f64> = (0..=across).map(|edge| LEFT + column * number(edge)).collect();
    let texts: Vec<Vec<String>> = cells
        .iter()
        .map(|cell| cell.text.lines().flat_map(|line| broken(line, column * number(cell.columns) - 6.0)).collect())
        .collect();
    let mut rows = vec![100.0];
    for row in 0..down {
        let own = cells.iter().zip(&texts).filter(|(cell, _)| cell.row == row && cell.rows == 1);
        let lines = own.map(|(_, text)| text.len()).max().unwrap_or(1).max(1);
        rows.push(rows[row] + LINE * number(lines) + 8.0);
    }
    cells.iter().zip(&texts).fold(page(), |page, (cell, text)| {
        let (left, right) = (columns[cell.column], columns[cell.column + cell.columns]);
        let (top, bottom) = (rows[cell.row], rows[cell.row + cell.rows]);
        page.frame(left, top, right, bottom).lines_within((left, top, right, bottom), &text.join("\n"))
    })
}
