//! The columns of a table whose rows hold the edges of their own cells.
//!
//! Edges that are meant to be one often differ by a sliver, since programs round them for each row.
use crate::docx::merging::MOST_COLUMNS;

/// Edges that differ by no more are one, in twentieths of a point: 2.1 mm. No cell with a number in it is as narrow.
const SLIVER: i32 = 120;

/// The lines between columns: of edges that are one, the first.
pub(crate) struct GridLines(Vec<i32>);

impl GridLines {
    /// From the edges of all cells, in twentieths of a point.
    pub(crate) fn of(edges: impl Iterator<Item = i32>) -> Self {
        let mut edges: Vec<i32> = edges.collect();
        edges.sort_unstable();
        edges.dedup();
        let mut lines = Vec::new();
        let mut last = None;
        for edge in edges {
            if last.is_none_or(|last: i32| edge.saturating_sub(last) > SLIVER) {
                lines.push(edge);
            }
            last = Some(edge);
        }
        Self(lines)
    }

    /// The column that begins at an edge, from 0.
    pub(crate) fn column(&self, edge: i32) -> u32 {
        let line = self.0.partition_point(|line| *line <= edge).saturating_sub(1);
        u32::try_from(line).unwrap_or(u32::MAX).min(MOST_COLUMNS - 1)
    }

    /// Whether an edge is the right one of the table.
    pub(crate) fn is_last(&self, edge: i32) -> bool {
        self.column(edge) as usize + 1 >= self.0.len().min(MOST_COLUMNS as usize)
    }
}
