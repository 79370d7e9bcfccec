//! Rows and cells as they are gathered into a table, and cells merged over columns and rows.
use super::content::{Cell, Item, Table};

/// Grid columns of a table; Word has at most 63. What lies beyond is drawn together at the edge.
pub(crate) const MOST_COLUMNS: u32 = 1000;

/// A table as it is gathered.
#[derive(Default)]
pub(crate) struct Gathered {
    pub(crate) table: Table,
    /// Merged cells that reached into the last row, by their left column.
    pub(crate) above: Vec<Merged>,
}

/// A row as it is gathered.
#[derive(Default)]
pub(crate) struct Row {
    pub(crate) cells: Vec<Cell>,
    /// Where the next cell begins.
    pub(crate) column: u32,
    pub(crate) merged: Vec<Merged>,
    /// The row is deleted or hidden.
    pub(crate) out: bool,
}

/// A cell merged over rows.
#[derive(Clone, Copy)]
pub(crate) struct Merged {
    pub(crate) column: u32,
    pub(crate) colspan: u32,
    /// Row and number in it of the cell that shows the content.
    pub(crate) cell: (usize, usize),
}

/// Properties of a cell.
pub(crate) struct CellProperties {
    pub(crate) colspan: u32,
    /// Part of a cell merged over rows: its head or what continues it.
    pub(crate) vertical: Option<Merge>,
    /// Part of a cell merged over columns, as old files write it.
    pub(crate) continues_left: bool,
    pub(crate) deleted: bool,
}

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Merge {
    Head,
    Continued,
}

impl CellProperties {
    /// A cell of its own.
    pub(crate) const NONE: Self = Self { colspan: 1, vertical: None, continues_left: false, deleted: false };

    /// Whether what stands in the cell is not shown.
    pub(crate) fn is_out(&self) -> bool {
        self.continues_left || self.deleted
    }
}

impl Gathered {
    /// The merged cell that a cell continues: the one above with the same edges.
    pub(crate) fn continued(&self, row: &Row, properties: &CellProperties) -> Option<Merged> {
        let (column, colspan) = row.place(properties);
        let same = |above: &&Merged| above.column == column && above.colspan == colspan;
        self.above.iter().find(same).copied().filter(|_| properties.vertical == Some(Merge::Continued))
    }

    /// Puts a cell in its place, or adds it to the one it continues.
    pub(crate) fn place(
        &mut self,
        row: &mut Row,
        properties: &CellProperties,
        shown_in: Option<Merged>,
        items: Vec<Item>,
    ) {
        let (column, colspan) = row.place(properties);
        row.column = column + colspan;
        if properties.deleted {
            return;
        }
        if properties.continues_left
            && let Some(left) = row.cells.last_mut()
        {
            left.colspan = (column + colspan).saturating_sub(left.column);
            return;
        }
        if let Some(merged) = shown_in {
            let (above, number) = merged.cell;
            if let Some(cell) = self.table.rows.get_mut(above).and_then(|row| row.get_mut(number)) {
                cell.rowspan += 1;
            }
            row.merged.push(merged);
            return;
        }
        if properties.vertical.is_some() {
            row.merged.push(Merged { column, colspan, cell: (self.table.rows.len(), row.cells.len()) });
        }
        row.cells.push(Cell { column, colspan, rowspan: 1, items });
    }
}

impl Row {
    /// Left column and width of the next cell, within the columns that there can be.
    pub(crate) fn place(&self, properties: &CellProperties) -> (u32, u32) {
        let column = self.column.min(MOST_COLUMNS - 1);
        (column, properties.colspan.min(MOST_COLUMNS - column))
    }
}
