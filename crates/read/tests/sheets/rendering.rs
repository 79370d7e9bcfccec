//! What is read as text, and the checks of most tests.
use std::fmt::Write as _;

use gouji_model::{Block, Document, Grid, Lang, Note, Origin, Place, render};
use gouji_read::{Input, Limits, read};

/// Reads a file and compares its parts, blocks and notes with their rendering, blanks around lines aside.
#[track_caller]
pub(crate) fn check(bytes: &[u8], expected: &str) {
    let found = match read(bytes, &Limits::default()) {
        Ok(Input::Document(document)) => rendered(&document),
        Ok(Input::Parts(parts)) => parts
            .iter()
            .map(|part| format!("# {}\n{}", part.name, rendered(&part.document)))
            .collect::<Vec<_>>()
            .concat(),
        other => panic!("{other:?}"),
    };
    let lines = |text: &str| text.trim().lines().map(|line| line.trim().to_owned()).collect::<Vec<_>>().join("\n");
    assert_eq!(lines(&found), lines(expected), "\n{found}");
}

/// Reads a file and compares the beginning of the Chinese text of the error; both languages must have it.
#[track_caller]
pub(crate) fn check_refused(bytes: &[u8], expected: &str) {
    let error = read(bytes, &Limits::default()).unwrap_err();
    let text = render(&error.0, Lang::Zh);
    assert!(text.starts_with(expected), "{text}");
    assert!(!text.starts_with("read-") && !error.to_string().starts_with("read-"), "{error}");
}

/// A paragraph is `¶`, its place and its text; a grid begins with the place of its first cell and has a line a row.
fn rendered(document: &Document) -> String {
    let mut text = String::new();
    for block in &document.blocks {
        match block {
            Block::Paragraph(paragraph) => writeln!(text, "¶ {} {}", place(&paragraph.origin), paragraph.text),
            Block::Grid(grid) => writeln!(text, "{}", rows(grid)),
            Block::Picture(picture) => writeln!(text, "picture {} {}", place(&picture.origin), picture.name),
        }
        .unwrap();
    }
    for Note { message, origin } in &document.notes {
        let place = origin.as_ref().map(|origin| format!(" {}", place(origin))).unwrap_or_default();
        writeln!(text, "note{place}: {}", render(message, Lang::Zh)).unwrap();
    }
    text
}

/// Cells are separated by `|`; one that covers several columns or rows ends in `→columns` or `↓rows`.
fn rows(grid: &Grid) -> String {
    assert!(grid.row_ends && grid.blanks);
    let placed = if grid.placed { "" } else { " unplaced" };
    let mut text = format!("grid {}{placed}\n", place(&grid.rows[0][0].origin));
    for cells in &grid.rows {
        let mut shown = Vec::new();
        for cell in cells {
            let mut cell_text = cell.text.replace('\n', "/");
            for (count, mark) in [(cell.colspan, '→'), (cell.rowspan, '↓')] {
                if count > 1 {
                    write!(cell_text, "{mark}{count}").unwrap();
                }
            }
            shown.push(cell_text);
        }
        writeln!(text, "{}", shown.join("|")).unwrap();
    }
    text.trim_end().to_owned()
}

fn place(origin: &Origin) -> String {
    match &origin.place {
        Place::Sheet { sheet, cell } => format!("{sheet}!{cell}"),
        Place::Line { line } => line.to_string(),
        Place::Table { row, column, .. } => format!("{row}.{column}"),
        other => panic!("{other:?}"),
    }
}
