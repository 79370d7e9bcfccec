//! Where a table breaks over pages.
use std::ops::Range;

use gouji_model::LayoutKind;

use super::LaidTable;
use super::rows::stretch;
use crate::metrics::HEIGHT;

/// The rows of each page, header rows left out; the first page has `room`.
pub(super) fn pages(table: &LaidTable<'_>, room: f32) -> Vec<Range<usize>> {
    let rows = table.heights.len();
    let mut pages = Vec::new();
    let (mut start, mut room) = (table.header_rows, room);
    while start < rows {
        let end = page_end(table, start, room);
        pages.push(start..end);
        start = end;
        room = HEIGHT;
    }
    pages
}

/// The heights of rows on a page: a label that covers more rows than the page has still needs its place.
pub(super) fn heights(table: &LaidTable<'_>, rows: &Range<usize>) -> Vec<f32> {
    let mut heights = table.heights.clone();
    stretch(&mut heights, rows.clone(), &table.cells, table.size);
    heights
}

fn page_end(table: &LaidTable<'_>, start: usize, room: f32) -> usize {
    let rows = table.heights.len();
    let header: f32 = table.heights[..table.header_rows].iter().sum();
    let fits = |end: usize| {
        let heights = heights(table, &(start..end));
        header + heights[start..end].iter().sum::<f32>() <= room + 0.01
    };
    let longest = (start + 1..=rows).rev().find(|end| fits(*end)).unwrap_or(start + 1);
    if longest == rows {
        return rows;
    }
    // A better place is looked for in the lower half of the page.
    let earliest = start + (longest - start).div_ceil(2).max(2);
    (earliest..=longest).rev().find(|end| is_good(table, *end)).unwrap_or(longest)
}

/// Whether a break above a row leaves nothing lone: a caption, the first or last row of a group, the last of all.
fn is_good(table: &LaidTable<'_>, row: usize) -> bool {
    let is_head = |kind: &LayoutKind| !matches!(kind, LayoutKind::Row(_) | LayoutKind::Value(_));
    let lone = table.cells.iter().any(|cell| {
        let rows = cell.rows();
        let is_above = rows.contains(&(row - 1));
        let is_cut = is_above && rows.contains(&row);
        (is_above && is_head(&cell.at.kind)) || (is_cut && (row - rows.start < 2 || rows.end - row < 2))
    });
    !lone && table.heights.len() - row >= 2
}
