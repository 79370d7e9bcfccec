//! Documents as text, and the one check of most tests.
use std::fmt::Write as _;

use gouji_model::{Block, Document, Lang, Note, Origin, Place, render};
use gouji_read::{Input, Limits, read};

/// Reads a text and compares its blocks and notes with their rendering.
#[track_caller]
pub(crate) fn check(input: impl AsRef<[u8]>, expected: &str) {
    let found = rendered(&document(input.as_ref()));
    let lines = |text: &str| text.trim().lines().map(|line| line.trim().to_owned()).collect::<Vec<_>>().join("\n");
    assert_eq!(lines(&found), lines(expected), "\n{found}");
}

/// The document of a text.
#[track_caller]
pub(crate) fn document(bytes: &[u8]) -> Document {
    match read(bytes, &Limits::default()) {
        Ok(Input::Document(document)) => document,
        other => panic!("no document: {other:?}"),
    }
}

/// A paragraph is `¶ text`; a grid is `grid`, with `, one row` where row ends are unknown, and a line for each row with
/// `|` between its cells and `/` between the lines of a cell; a note is `note`, its line and its Chinese text.
pub(crate) fn rendered(document: &Document) -> String {
    let mut text = String::new();
    for block in &document.blocks {
        match block {
            Block::Paragraph(paragraph) => writeln!(text, "¶ {}", paragraph.text),
            Block::Grid(grid) => {
                let rows = grid
                    .rows
                    .iter()
                    .map(|row| row.iter().map(|cell| cell.text.replace('\n', "/")).collect::<Vec<_>>().join("|"));
                let ends = if grid.row_ends { "" } else { ", one row" };
                writeln!(text, "grid{ends}\n{}", rows.collect::<Vec<_>>().join("\n"))
            }
            Block::Picture(picture) => writeln!(text, "picture {}", picture.name),
        }
        .unwrap();
    }
    for Note { message, origin } in &document.notes {
        let line = origin.as_ref().map_or_else(String::new, |origin| format!(" {}", line(origin)));
        writeln!(text, "note{line}: {}", render(message, Lang::Zh)).unwrap();
    }
    text
}

/// The line of an origin in a text.
#[track_caller]
pub(crate) fn line(origin: &Origin) -> u32 {
    match origin.place {
        Place::Line { line } => line,
        ref other => panic!("{other:?} is no line"),
    }
}
