//! What the fixtures of the test suite are read as, in outline.
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use gouji_model::{Block, Document};

use crate::rendering::document;

/// Paragraphs in a row are counted; a grid shows how many rows have how many cells.
fn outline(document: &Document) -> String {
    let mut text = String::new();
    let mut paragraphs = 0;
    for block in &document.blocks {
        if let Block::Paragraph(_) = block {
            paragraphs += 1;
            continue;
        }
        flush(&mut text, &mut paragraphs);
        if let Block::Grid(grid) = block {
            let ends = if grid.row_ends { "" } else { ", row ends unknown" };
            let sizes = grid.rows.iter().map(|row| row.len().to_string()).collect::<Vec<_>>().join(" ");
            let empty = grid.rows.iter().flatten().filter(|cell| cell.text.is_empty()).count();
            writeln!(text, "  grid{ends}: {sizes}; {empty} empty").unwrap();
        }
    }
    flush(&mut text, &mut paragraphs);
    for note in &document.notes {
        writeln!(text, "  note: {}", note.message).unwrap();
    }
    text
}

fn flush(text: &mut String, paragraphs: &mut usize) {
    match std::mem::take(paragraphs) {
        0 => {}
        count => writeln!(text, "  {count} paragraphs").unwrap(),
    }
}

#[test]
fn outlines() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/suite/reports");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    let outlines = paths.iter().map(|path| {
        let name = path.file_name().unwrap().display();
        format!("{name}\n{}", outline(&document(&fs::read(path).unwrap())))
    });
    insta::assert_snapshot!(outlines.collect::<String>());
}
