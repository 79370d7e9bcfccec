//! Damaged tables of a Word 97 file: a number may become missing or unreadable with a note; it never lands in a wrong cell
//! silently.
use gouji_model::{Block, Grid, GridCell};
use gouji_read::{Input, Limits};
use gouji_recognise::Hints;
use gouji_tests::{Truth, editions, read, silent_differences};
use proptest::prelude::*;

use super::suite;
use super::writer::{Doc, Paragraph, body, merged_row, p};

/// What happens to one row of a table.
#[derive(Clone, Copy, Debug)]
enum Damage {
    DropRow,
    DoubleRow,
    SwapWithNext,
    DropCell,
    DoubleCell,
    BlankCell,
    MisspellLabel,
    DropLabel,
    JunkCell,
}

const ALL: [Damage; 9] = [
    Damage::DropRow,
    Damage::DoubleRow,
    Damage::SwapWithNext,
    Damage::DropCell,
    Damage::DoubleCell,
    Damage::BlankCell,
    Damage::MisspellLabel,
    Damage::DropLabel,
    Damage::JunkCell,
];

/// Twentieths of a point of a column.
const WIDTH: u32 = 600;

/// A cell as it is written: its text, its columns, its mark.
type Cell = (String, u32, u16);

/// The rows of a grid, with the cells that others cover.
fn rows(grid: &Grid) -> Vec<Vec<Cell>> {
    let mut rows: Vec<Vec<(u32, Cell)>> = vec![Vec::new(); grid.rows.len()];
    for (row, cells) in grid.rows.iter().enumerate() {
        for GridCell { text, column, colspan, rowspan, .. } in cells {
            let mark = if *rowspan > 1 { 0x60 } else { 0 };
            rows[row].push((*column, (text.clone(), *colspan, mark)));
            for below in row + 1..(row + *rowspan as usize).min(grid.rows.len()) {
                rows[below].push((*column, (String::new(), *colspan, 0x20)));
            }
        }
    }
    for row in &mut rows {
        row.sort_by_key(|cell| cell.0);
    }
    rows.into_iter().map(|row| row.into_iter().map(|cell| cell.1).collect()).collect()
}

fn written(row: &[Cell]) -> Vec<Paragraph> {
    let mut edges = vec![0];
    for (_, colspan, _) in row {
        edges.push(edges[edges.len() - 1] + i16::try_from(colspan * WIDTH).unwrap());
    }
    merged_row(&edges, &row.iter().map(|(text, _, mark)| (text.as_str(), *mark)).collect::<Vec<_>>())
}

fn is_number(cell: &Cell) -> bool {
    !cell.0.is_empty() && cell.0.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

/// Damages a row with numbers; the label is the text before the first of them.
fn damage(rows: &mut Vec<Vec<Cell>>, damage: Damage, row: usize, pick: usize) {
    let numbers: Vec<usize> = (0..rows[row].len()).filter(|cell| is_number(&rows[row][*cell])).collect();
    let number = numbers[pick % numbers.len()];
    let label = numbers[0] - 1;
    match damage {
        Damage::DropRow => drop(rows.remove(row)),
        Damage::DoubleRow => rows.insert(row, rows[row].clone()),
        Damage::SwapWithNext if row + 1 < rows.len() => rows.swap(row, row + 1),
        Damage::SwapWithNext => {}
        Damage::DropCell => drop(rows[row].remove(number)),
        Damage::DoubleCell => {
            let cell = rows[row][number].clone();
            rows[row].insert(number, cell);
        }
        Damage::BlankCell => rows[row][number].0.clear(),
        Damage::MisspellLabel => {
            let text = &mut rows[row][label].0;
            let characters = text.chars().count().max(1);
            *text = text.chars().enumerate().filter(|(at, _)| *at != pick % characters).map(|(_, c)| c).collect();
        }
        Damage::DropLabel => rows[row][label].0.clear(),
        Damage::JunkCell => "见附件".clone_into(&mut rows[row][number].0),
    }
}

/// The file with one damage in one of its tables.
fn damaged(kind: Damage, table: usize, row: usize, pick: usize) -> Doc {
    let bytes = std::fs::read(suite().join("word/plain.doc")).unwrap();
    let Input::Document(document) = gouji_read::read(&bytes, &Limits::default()).unwrap() else {
        panic!("no document")
    };
    let (mut paragraphs, mut tables) = (Vec::new(), 0);
    for block in &document.blocks {
        match block {
            Block::Paragraph(paragraph) => paragraphs.push(vec![p(&paragraph.text)]),
            Block::Picture(_) => {}
            Block::Grid(grid) => {
                let mut rows = rows(grid);
                let data: Vec<usize> = (0..rows.len()).filter(|row| rows[*row].iter().any(is_number)).collect();
                if tables == table && !data.is_empty() {
                    let at = data[row % data.len()];
                    // The last table has no labels before its numbers.
                    let has_label = rows[at].iter().position(is_number).is_some_and(|first| first > 0);
                    if has_label {
                        damage(&mut rows, kind, at, pick);
                    }
                }
                tables += 1;
                paragraphs.extend(rows.iter().map(|row| written(row)));
            }
        }
    }
    body(&paragraphs)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]
    #[test]
    fn no_number_is_displaced_silently(
        kind in prop::sample::select(ALL.to_vec()),
        table in 0_usize..2,
        row in 0_usize..40,
        pick in 0_usize..20,
    ) {
        let books = editions().unwrap();
        let truth = Truth::read(&suite().join("reports/consistent-2021.truth.json")).unwrap();
        let bytes = damaged(kind, table, row, pick).bytes();
        let Ok(found) = read(&books, &bytes, &Hints::default()) else { return Ok(()) };
        let read = &found[0];
        let silent: Vec<String> = silent_differences(read, &truth).iter().map(ToString::to_string).collect();
        prop_assert!(silent.is_empty(), "{kind:?} {table} {row} {pick}: no note about {silent:?}");
    }
}
