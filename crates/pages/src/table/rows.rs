//! How high the rows of a table are.
use super::LaidCell;

/// Breaks every cell into lines and gives the height of each row.
pub(super) fn heights(rows: usize, cells: &mut [LaidCell<'_>], edges: &[f32], size: u8) -> Vec<f32> {
    let mut heights = vec![0.0_f32; rows];
    for cell in cells.iter_mut() {
        let columns = cell.columns();
        cell.wrap(edges[columns.end] - edges[columns.start], size);
        if cell.at.rowspan == 1 {
            let row = cell.rows().start;
            heights[row] = heights[row].max(cell.height(size));
        }
    }
    stretch(&mut heights, 0..rows, cells, size);
    heights
}

/// Makes the last of the rows that a cell covers higher where it needs that; only those within `shown` count.
pub(super) fn stretch(heights: &mut [f32], shown: std::ops::Range<usize>, cells: &[LaidCell<'_>], size: u8) {
    for cell in cells.iter().filter(|cell| cell.at.rowspan > 1) {
        let rows = cell.rows().start.max(shown.start)..cell.rows().end.min(shown.end);
        if !rows.is_empty() {
            let lack = cell.height(size) - heights[rows.clone()].iter().sum::<f32>();
            heights[rows.end - 1] += lack.max(0.0);
        }
    }
}
