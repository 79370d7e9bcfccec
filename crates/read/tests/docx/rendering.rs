//! Documents as text, and the checks of most tests.
use std::fmt::Write as _;

use gouji_model::{Block, Document, Grid, Lang, Note, Origin, Place, render};
use gouji_read::{Input, Limits, read};

use crate::writer::Parts;

/// Reads a file and compares its blocks and notes with their rendering, blanks around lines aside.
#[track_caller]
pub(crate) fn check(parts: &Parts, expected: &str) {
    let found = rendered(&document(parts));
    let lines = |text: &str| text.trim().lines().map(|line| line.trim().to_owned()).collect::<Vec<_>>().join("\n");
    assert_eq!(lines(&found), lines(expected), "\n{found}");
}

/// Reads a file and compares the beginning of the Chinese text of the error; both languages must have it.
#[track_caller]
pub(crate) fn check_refused(bytes: &[u8], expected: &str) {
    check_refused_within(&Limits::default(), bytes, expected);
}

#[track_caller]
pub(crate) fn check_refused_within(limits: &Limits, bytes: &[u8], expected: &str) {
    let error = read(bytes, limits).unwrap_err();
    let text = render(&error.0, Lang::Zh);
    assert!(text.starts_with(expected), "{text}");
    assert!(!text.starts_with("read-") && !error.to_string().starts_with("read-"), "{error}");
}

/// The document of a file.
#[track_caller]
pub(crate) fn document(parts: &Parts) -> Document {
    match read(&parts.bytes(), &Limits::default()) {
        Ok(Input::Document(document)) => document,
        other => panic!("no document: {other:?}"),
    }
}

/// A paragraph is `¶`, its number and its text; a grid is its table's number and a line for each row; a picture is
/// `picture` and its name; a note is `note`, its place and its Chinese text.
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
/// `@column`; one that covers several columns or rows ends in `→columns` or `↓rows`. All counts are from 1.
fn rows(grid: &Grid) -> String {
    assert!(grid.placed && grid.row_ends && grid.blanks);
    let mut text = String::new();
    let mut table = 0;
    for (row, cells) in (1..).zip(&grid.rows) {
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
            shown.push(cell_text);
            next = cell.column + cell.colspan;
            let Place::Table { table: of, row: in_row, column } = cell.origin.place else {
                panic!("{:?}", cell.origin)
            };
            assert_eq!((in_row, column), (row, cell.column + 1));
            table = of;
        }
        writeln!(text, "{}", shown.join("|")).unwrap();
    }
    format!("grid {table}\n{}", text.trim_end())
}

fn place(origin: &Origin) -> String {
    let part = origin.part.as_deref().map(|part| format!(" {part}")).unwrap_or_default();
    match origin.place {
        Place::Paragraph { paragraph } => format!("{part} {paragraph}"),
        Place::Table { table, row, column } => format!("{part} {table}.{row}.{column}"),
        ref other => panic!("{other:?}"),
    }
}
