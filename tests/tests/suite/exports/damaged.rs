//! Damaged tables of Markdown and of workbooks: a number may become missing or unreadable with a note; it never lands in
//! a wrong cell silently.

use gouji_export::{Exporter, Kind};
use gouji_model::{Block, Document, Grid, GridCell, Origin, Place, Report};
use gouji_read::{Input, Limits};
use gouji_recognise::{Hints, Recogniser};
use gouji_tests::books;
use proptest::prelude::*;
use std::sync::OnceLock;

use super::press::{Press, text};

/// What happens to one row or one column of a table.
#[derive(Clone, Copy, Debug)]
enum Damage {
    DropRow,
    DoubleRow,
    SwapRows,
    BlankCell,
    JunkCell,
    /// The row has a cell less.
    DropCell,
    /// The row has a cell more.
    DoubleCell,
    Misspell,
    DropLabel,
    UnknownRow,
    DropColumn,
}

const ALL: [Damage; 11] = [
    Damage::DropRow,
    Damage::DoubleRow,
    Damage::SwapRows,
    Damage::BlankCell,
    Damage::JunkCell,
    Damage::DropCell,
    Damage::DoubleCell,
    Damage::Misspell,
    Damage::DropLabel,
    Damage::UnknownRow,
    Damage::DropColumn,
];

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

/// Cells with numbers in a row.
fn numbers(grid: &Grid, row: usize) -> Vec<usize> {
    (0..grid.rows[row].len()).filter(|cell| is_number(&grid.rows[row][*cell].text)).collect()
}

fn damage(grid: &mut Grid, damage: Damage, row: usize, pick: usize) {
    let own = numbers(grid, row);
    let number = own[pick % own.len()];
    let label = own[0].checked_sub(1);
    match (damage, label) {
        (Damage::DropRow, _) => drop(grid.rows.remove(row)),
        (Damage::DoubleRow, _) => grid.rows.insert(row, grid.rows[row].clone()),
        (Damage::SwapRows, _) if row + 1 < grid.rows.len() => grid.rows.swap(row, row + 1),
        (Damage::BlankCell, _) => grid.rows[row][number].text.clear(),
        (Damage::JunkCell, _) => "见附件".clone_into(&mut grid.rows[row][number].text),
        (Damage::DropCell, _) => {
            let gone = grid.rows[row].remove(number);
            for cell in &mut grid.rows[row][number..] {
                cell.column -= gone.colspan;
            }
        }
        (Damage::DoubleCell, _) => {
            let again = grid.rows[row][number].clone();
            for cell in &mut grid.rows[row][number..] {
                cell.column += again.colspan;
            }
            grid.rows[row].insert(number, again);
        }
        (Damage::Misspell, Some(label)) => {
            let gone = pick % grid.rows[row][label].text.chars().count().max(1);
            let kept = grid.rows[row][label].text.chars().enumerate().filter(|(place, _)| *place != gone);
            grid.rows[row][label].text = kept.map(|(_, character)| character).collect();
        }
        (Damage::DropLabel, Some(label)) => grid.rows[row][label].text.clear(),
        (Damage::UnknownRow, Some(label)) => {
            let mut unknown = grid.rows[row].clone();
            "其中：通过信函方式".clone_into(&mut unknown[label].text);
            grid.rows.insert(row, unknown);
        }
        (Damage::DropColumn, _) => {
            let column = grid.rows[row][number].column;
            for cells in &mut grid.rows {
                cells.retain(|cell| cell.column != column || cell.colspan > 1);
            }
        }
        _ => {}
    }
}

/// A report, and what is written of it.
struct Written {
    report: Report,
    markdown: String,
    workbook: Document,
}

fn written() -> &'static Written {
    static WRITTEN: OnceLock<Written> = OnceLock::new();
    WRITTEN.get_or_init(|| {
        let press = Press::of(books(), &["consistent-2021.txt"]);
        let publication = press.publication(Kind::Report);
        let bytes = gouji_xlsx::Xlsx.export(&publication).unwrap().remove(0).bytes;
        let Ok(Input::Document(workbook)) = gouji_read::read(&bytes, &Limits::default()) else { panic!("no document") };
        let markdown = text(&gouji_markdown::Markdown, &publication, ".md");
        Written { report: press.read[0].report.clone(), markdown, workbook }
    })
}

/// A damaged workbook. Deleting or putting in a cell moves those beside it, as a person would then read them.
fn workbook(kind: Damage, row: usize, pick: usize) -> Option<Document> {
    if matches!(kind, Damage::DropCell | Damage::DoubleCell) {
        return None;
    }
    let mut document = written().workbook.clone();
    let mut places = Vec::new();
    for (block, content) in document.blocks.iter().enumerate() {
        if let Block::Grid(grid) = content {
            places.extend((0..grid.rows.len()).filter(|row| !numbers(grid, *row).is_empty()).map(|row| (block, row)));
        }
    }
    let (block, row) = places[row % places.len()];
    if let Block::Grid(grid) = &mut document.blocks[block] {
        damage(grid, kind, row, pick);
    }
    Some(document)
}

/// A damaged text: one table of one row for each line.
fn markdown(kind: Damage, row: usize, pick: usize) -> Option<Document> {
    let lines = written().markdown.lines();
    let cell = |(column, text): (u32, &str)| GridCell {
        text: text.trim().to_owned(),
        column,
        colspan: 1,
        rowspan: 1,
        origin: Origin::at(Place::Line { line: 1 }),
    };
    let rows = lines.map(|line| match line.strip_prefix('|').and_then(|line| line.strip_suffix('|')) {
        Some(inner) => (0..).zip(inner.split('|')).map(cell).collect(),
        None => vec![cell((0, line))],
    });
    let mut grid = Grid { rows: rows.collect(), placed: true, row_ends: true, blanks: true };
    let places: Vec<usize> =
        (0..grid.rows.len()).filter(|row| grid.rows[*row].len() > 1 && !numbers(&grid, *row).is_empty()).collect();
    // A column is one of its table only; here all tables are one.
    if matches!(kind, Damage::DropColumn) {
        return None;
    }
    damage(&mut grid, kind, places[row % places.len()], pick);
    let line = |cells: &Vec<GridCell>| match cells.as_slice() {
        [cell] => cell.text.clone(),
        cells => format!("|{}|", cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join("|")),
    };
    let damaged: Vec<String> = grid.rows.iter().map(line).collect();
    match gouji_read::read(damaged.join("\n").as_bytes(), &Limits::default()) {
        Ok(Input::Document(document)) => Some(document),
        _ => None,
    }
}

fn check(document: Option<&Document>, place: &str) -> Result<(), TestCaseError> {
    let recogniser = Recogniser::new(books());
    let found = document.and_then(|document| recogniser.recognise(document, &Hints::default()).ok());
    let Some(found) = found else { return Ok(()) };
    let cells = written().report.cells.iter().zip(&found[0].cells);
    let displaced: Vec<_> = cells.filter(|(was, is)| is.value().is_some() && is.value() != was.value()).collect();
    prop_assert!(displaced.is_empty() || !found[0].notes.is_empty(), "{place}: {displaced:?}");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn no_number_is_displaced_silently(
        kind in prop::sample::select(ALL.to_vec()),
        row in 0_usize..60,
        pick in 0_usize..20,
    ) {
        let place = format!("{kind:?} {row} {pick}");
        check(workbook(kind, row, pick).as_ref(), &format!("xlsx {place}"))?;
        check(markdown(kind, row, pick).as_ref(), &format!("md {place}"))?;
    }
}
