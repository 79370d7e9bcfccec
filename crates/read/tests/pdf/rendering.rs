//! Documents as text, and the one check of most tests.
use std::fmt::Write as _;

use gouji_model::{Block, Document, GridCell, Lang, render};
use gouji_read::{Input, Limits, read};

/// Reads a file and compares its blocks and notes with their rendering.
#[track_caller]
pub(crate) fn check(bytes: &[u8], expected: &str) {
    let found = rendered(&document(bytes));
    let lines = |text: &str| text.trim().lines().map(|line| line.trim().to_owned()).collect::<Vec<_>>().join("\n");
    assert_eq!(lines(&found), lines(expected), "\n{found}");
}

/// The document of a file.
#[track_caller]
pub(crate) fn document(bytes: &[u8]) -> Document {
    match read(bytes, &Limits::default()) {
        Ok(Input::Document(document)) => {
            assert!(document.extracted);
            document
        }
        other => panic!("no document: {other:?}"),
    }
}

/// A paragraph is `¶ text`; a grid is `grid` and a line for each row with `|` between its cells, `/` between the lines
/// of a cell, and `+columns×rows` after one that covers several; a note is `note` and its Chinese text.
pub(crate) fn rendered(document: &Document) -> String {
    let mut text = String::new();
    for block in &document.blocks {
        match block {
            Block::Paragraph(paragraph) => writeln!(text, "¶ {}", paragraph.text),
            Block::Grid(grid) => {
                assert!(grid.placed && grid.row_ends && grid.blanks);
                let rows = grid.rows.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>().join("|"));
                writeln!(text, "grid\n{}", rows.collect::<Vec<_>>().join("\n"))
            }
            Block::Picture(picture) => writeln!(text, "picture{}", picture.name),
        }
        .unwrap();
    }
    for note in &document.notes {
        writeln!(text, "note {}", render(&note.message, Lang::Zh)).unwrap();
    }
    text
}

fn cell(cell: &GridCell) -> String {
    let text = cell.text.replace('\n', "/");
    match (cell.colspan, cell.rowspan) {
        (1, 1) => text,
        (columns, rows) => format!("{text}+{columns}×{rows}"),
    }
}
