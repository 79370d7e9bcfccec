//! Documents as text, and the one check of most tests.
use std::fmt::Write as _;

use gouji_model::{Block, Document, GridCell, Lang, Note, Origin, Place, render};
use gouji_read::{Input, Limits, read};

/// Reads a page and compares its blocks and notes with their rendering.
#[track_caller]
pub(crate) fn check(input: impl AsRef<[u8]>, expected: &str) {
    let found = rendered(&document(input.as_ref()));
    let lines = |text: &str| text.trim().lines().map(|line| line.trim().to_owned()).collect::<Vec<_>>().join("\n");
    assert_eq!(lines(&found), lines(expected), "\n{found}");
}

/// The document of a page; a fragment is put into one.
#[track_caller]
pub(crate) fn document(bytes: &[u8]) -> Document {
    match read(bytes, &Limits::default()) {
        Ok(Input::Document(document)) => document,
        other => panic!("no document: {other:?}"),
    }
}

/// A paragraph is `¶ text`; a grid is `grid` and a line for each row with `|` between its cells and `/` between the
/// lines of a cell; before a cell stands its column, from 0, after it `↔` and the columns, `↕` and the rows it covers;
/// a note is `note` and its Chinese text.
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
            Block::Picture(picture) => writeln!(text, "picture {}", picture.name),
        }
        .unwrap();
    }
    for Note { message, .. } in &document.notes {
        writeln!(text, "note: {}", render(message, Lang::Zh)).unwrap();
    }
    text
}

fn cell(cell: &GridCell) -> String {
    let span = |sign: &str, count: u32| if count == 1 { String::new() } else { format!("{sign}{count}") };
    let text = cell.text.replace('\n', "/");
    format!("{} {text}{}{}", cell.column, span("↔", cell.colspan), span("↕", cell.rowspan)).trim_end().to_owned()
}

/// `3` for the third paragraph, `1:2:4` for the first table, second row, fourth column.
pub(crate) fn place(origin: &Origin) -> String {
    match origin.place {
        Place::Paragraph { paragraph } => paragraph.to_string(),
        Place::Table { table, row, column } => format!("{table}:{row}:{column}"),
        ref other => panic!("{other:?}"),
    }
}
