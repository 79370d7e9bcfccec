//! The columns of a table, from the edges of the cells of all its rows.
//!
//! Edges that are meant to be one often differ by a sliver, since each row holds its own and programs round them.
use super::row::Row;
use crate::docx::merging::{CellProperties, MOST_COLUMNS, Merge};

/// Edges that differ by no more are one, in twentieths of a point: 2.1 mm. No cell with a number in it is as narrow.
const SLIVER: i32 = 120;

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
    let mut edges: Vec<i32> = rows.iter().flat_map(|row| edges(row)).collect();
    edges.sort_unstable();
    edges.dedup();
    // The first of the edges that are one.
    let mut lines: Vec<i32> = Vec::new();
    let mut last = None;
    for edge in edges {
        if last.is_none_or(|last: i32| edge.saturating_sub(last) > SLIVER) {
            lines.push(edge);
        }
        last = Some(edge);
    }
    rows.iter().map(|row| row_places(row, &lines)).collect()
}

fn edges(row: &Row) -> impl Iterator<Item = i32> {
    std::iter::once(row.left).chain(row.cells.iter().map(|cell| cell.right))
}

fn row_places(row: &Row, lines: &[i32]) -> Places {
    let column = |edge: i32| {
        let line = lines.partition_point(|line| *line <= edge).saturating_sub(1);
        u32::try_from(line).unwrap_or(u32::MAX).min(MOST_COLUMNS - 1)
    };
    // The mark of the first cell of those merged; the other mark is that of those that continue it.
    let first_mark = row.cells.iter().map(|cell| cell.across).find(|across| *across != 0).unwrap_or(0);
    let first = column(row.left);
    let mut left = first;
    let cell = |cell: &super::row::Cell| {
        let right = column(cell.right).max(left);
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
