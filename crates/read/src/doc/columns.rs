//! Where the cells of a table stand, from the edges of the cells of all its rows.
use super::row::{Cell, Row};
use crate::docx::merging::{CellProperties, Merge};
use crate::grid_lines::GridLines;

/// Where the cells of a row stand.
#[derive(Default)]
pub(super) struct Places {
    /// Column of the first cell.
    pub(super) first: u32,
    /// The cells; one between edges that are the same has a span of 0.
    pub(super) cells: Vec<CellProperties>,
}

/// The places of the cells of each row of a table.
pub(super) fn places(rows: &[&Row]) -> Vec<Places> {
    let lines = GridLines::of(rows.iter().flat_map(|row| edges(row)));
    rows.iter().map(|row| row_places(row, &lines)).collect()
}

fn edges(row: &Row) -> impl Iterator<Item = i32> {
    std::iter::once(row.left).chain(row.cells.iter().map(|cell| cell.right))
}

fn row_places(row: &Row, lines: &GridLines) -> Places {
    // The mark of the first cell of those merged; the other mark is that of those that continue it.
    let first_mark = row.cells.iter().map(|cell| cell.across).find(|across| *across != 0).unwrap_or(0);
    let first = lines.column(row.left);
    let mut left = first;
    let cell = |cell: &Cell| {
        let right = lines.column(cell.right).max(left);
        let colspan = right - std::mem::replace(&mut left, right);
        let vertical = match (cell.down, cell.top) {
            (false, _) => None,
            (true, true) => Some(Merge::Head),
            (true, false) => Some(Merge::Continued),
        };
        let continues_left = cell.across != 0 && cell.across != first_mark && cell.across != 3;
        CellProperties { colspan, vertical, continues_left, deleted: false }
    };
    Places { first, cells: row.cells.iter().map(cell).collect() }
}
