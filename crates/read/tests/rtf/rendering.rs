//! Documents as text, and the checks of most tests.
use std::fmt::Write as _;

use gouji_model::{Block, Document, Grid, Lang, Note, Origin, Place, render};
use gouji_read::{Input, Limits, read};

use crate::writer::document;

/// Reads a file with this body and compares its blocks and notes with their rendering, blanks around lines aside.
#[track_caller]
pub(crate) fn check(body: &str, expected: &str) {
    check_file(&document(body), expected);
}

#[track_caller]
pub(crate) fn check_file(bytes: &[u8], expected: &str) {
    let found = match read(bytes, &Limits::default()) {
        Ok(Input::Document(document)) => rendered(&document),
        other => panic!("no document: {other:?}"),
    };
    let lines = |text: &str| text.trim().lines().map(|line| line.trim().to_owned()).collect::<Vec<_>>().join("\n");
    assert_eq!(lines(&found), lines(expected), "\n{found}");
}

/// Reads a file and compares the beginning of the Chinese text of the error; both languages must have it.
#[track_caller]
pub(crate) fn check_refused(bytes: &[u8], limits: &Limits, expected: &str) {
    let error = read(bytes, limits).unwrap_err();
    let text = render(&error.0, Lang::Zh);
    assert!(text.starts_with(expected), "{text}");
    assert!(!error.to_string().starts_with("read-"), "{error}");
}

/// A paragraph is `¶`, its number and its text; a grid is its table's number and a line for each row; a picture is
/// `picture` and its name; a note is `note` and its Chinese text.
fn rendered(document: &Document) -> String {
    let mut text = String::new();
    for block in &document.blocks {
        match block {
            Block::Paragraph(paragraph) => writeln!(text, "¶{} {}", place(&paragraph.origin), paragraph.text),
            Block::Grid(grid) => writeln!(text, "{}", rows(grid)),
            Block::Picture(picture) => writeln!(text, "picture{} {}", place(&picture.origin), picture.name),
        }
        .unwrap();
    }
    for Note { message, origin } in &document.notes {
        let place = origin.as_ref().map(place).unwrap_or_default();
        writeln!(text, "note{place}: {}", render(message, Lang::Zh)).unwrap();
    }
    text
}

/// Cells are separated by `|`, the lines of a cell by `/`. A cell that does not begin where the one before it ends is
/// `@column`; one that covers several columns or rows ends in `→columns` or `↓rows`. All counts are from 1. A grid whose
/// columns are not known says so.
fn rows(grid: &Grid) -> String {
    let mut text = String::new();
    let mut table = 0;
    for cells in &grid.rows {
        let mut next = 0;
        let mut shown = Vec::new();
        for cell in cells {
            let mut cell_text = if cell.column == next { String::new() } else { format!("@{} ", cell.column + 1) };
            cell_text.push_str(&cell.text.replace('\n', "/"));
            for (count, mark) in [(cell.colspan, '→'), (cell.rowspan, '↓')] {
                if count > 1 {
                    write!(cell_text, "{mark}{count}").unwrap();
                }
            }
            if !grid.placed {
                cell_text = cell.text.replace('\n', "/");
            }
            shown.push(cell_text);
            next = cell.column + cell.colspan;
            if let Place::Table { table: of, .. } = cell.origin.place {
                table = of;
            }
        }
        writeln!(text, "{}", shown.join("|")).unwrap();
    }
    let unplaced = if grid.placed { "" } else { " without columns" };
    format!("grid {table}{unplaced}\n{}", text.trim_end())
}

fn place(origin: &Origin) -> String {
    let part = origin.part.as_deref().map(|part| format!(" {part}")).unwrap_or_default();
    match origin.place {
        Place::Paragraph { paragraph } => format!("{part} {paragraph}"),
        Place::Table { table, row, column } => format!("{part} {table}.{row}.{column}"),
        ref other => panic!("{other:?}"),
    }
}
