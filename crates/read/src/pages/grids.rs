//! Tables as grids of the document.
use gouji_model::{Grid, GridCell};

use super::tables::Table;

/// A table as a grid.
pub(super) fn grid(table: &Table) -> Grid {
    let mut rows: Vec<Vec<GridCell>> = (0..table.rows).map(|_| Vec::new()).collect();
    for cell in &table.cells {
        let whole = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        rows[cell.area.row].push(GridCell {
            text: cell.text.clone(),
            column: whole(cell.area.column),
            colspan: whole(cell.area.columns),
            rowspan: whole(cell.area.rows),
            origin: cell.rect.origin(cell.page),
        });
    }
    for row in &mut rows {
        row.sort_by_key(|cell| cell.column);
    }
    Grid { rows, placed: true, row_ends: true, blanks: true }
}
