//! Tables from the rows that stand one after the other: each defines the edges of its own cells.
use crate::docx::content::{Item, Known, Table};
use crate::docx::merging::{CellProperties, Gathered, MOST_COLUMNS, Merge, Row};
use crate::grid_lines::GridLines;

use super::words::RowWord;

/// The definition of a row.
#[derive(Clone, Default)]
pub(super) struct Definition {
    /// Left edge, in twentieths of a point.
    left: i32,
    cells: Vec<Edge>,
    /// Properties of the cell whose right edge is still to come.
    next: Edge,
    /// More cells than there can be.
    overflows: bool,
    /// Insertions tracked in it.
    pub(super) inserted: usize,
}

/// The definition of a cell.
#[derive(Clone, Copy, Default)]
struct Edge {
    right: i32,
    continues_left: bool,
    vertical: Option<Merge>,
    deleted: bool,
}

/// A row: its definition, and what is in its cells.
pub(super) struct Filled {
    pub(super) definition: Definition,
    pub(super) cells: Vec<Vec<Item>>,
}

impl Definition {
    /// Takes a word of the definition.
    pub(super) fn word(&mut self, word: RowWord, number: i32) {
        match word {
            RowWord::Begin => *self = Self::default(),
            RowWord::Left => self.left = number,
            RowWord::Right => {
                let cell = Edge { right: number, ..std::mem::take(&mut self.next) };
                if self.cells.len() < MOST_COLUMNS as usize {
                    self.cells.push(cell);
                } else {
                    self.overflows = true;
                }
            }
            RowWord::MergedFirst => self.next.continues_left = false,
            RowWord::Merged => self.next.continues_left = true,
            RowWord::MergedDownFirst => self.next.vertical = Some(Merge::Head),
            RowWord::MergedDown => self.next.vertical = Some(Merge::Continued),
            RowWord::Deleted => self.next.deleted = true,
            RowWord::Inserted => self.inserted += 1,
        }
    }

    fn edges(&self) -> impl Iterator<Item = i32> {
        // The left edge is the cells' edge less half the gap between them in some files; the first cell is as wide.
        std::iter::once(self.left).chain(self.cells.iter().map(|cell| cell.right))
    }
}

impl Filled {
    /// Whether each cell has its definition, and stands right of the one before.
    fn fits(&self) -> bool {
        let edges: Vec<i32> = self.definition.edges().collect();
        let count = self.definition.cells.len();
        !self.definition.overflows && count == self.cells.len() && edges.is_sorted()
    }

    fn is_deleted(&self) -> bool {
        !self.definition.cells.is_empty() && self.definition.cells.iter().all(|cell| cell.deleted)
    }
}

/// A table, and what is not shown in it.
pub(super) struct Finished {
    pub(super) table: Table,
    /// Cells and rows with text that are deleted.
    pub(super) deleted: usize,
    /// Cells with text that a merged cell covers.
    pub(super) hidden: usize,
}

/// The table that rows make up. Where a row has other cells than it defines, a cell has no width, or a row ends before the
/// others, so that a cell may have been lost in it, the rows and the order of the cells are known, but not their columns.
pub(super) fn table(rows: Vec<Filled>) -> Finished {
    let lines = GridLines::of(rows.iter().flat_map(|row| row.definition.edges()));
    let is_placed = |row: &Filled| row.fits() && has_columns(row, &lines) && ends_at_edge(row, &lines);
    let known = if rows.iter().all(is_placed) { Known::Places } else { Known::Rows };
    let mut finished = Finished { table: Table { rows: Vec::new(), known }, deleted: 0, hidden: 0 };
    let mut gathered = Gathered { table: Table { rows: Vec::new(), known }, above: Vec::new() };
    for filled in rows {
        if filled.is_deleted() {
            finished.deleted += 1;
            continue;
        }
        finished.row(filled, &lines, &mut gathered);
    }
    finished.table = gathered.table;
    finished
}

impl Finished {
    fn row(&mut self, filled: Filled, lines: &GridLines, gathered: &mut Gathered) {
        let definition = filled.definition;
        let mut left = lines.column(definition.left);
        let mut row = Row { column: left, ..Row::default() };
        for (index, items) in filled.cells.into_iter().enumerate() {
            let edge = definition.cells.get(index).copied().unwrap_or_default();
            let right = lines.column(edge.right).max(left);
            let Edge { vertical, continues_left, deleted, .. } = edge;
            let properties = CellProperties { colspan: right - left, vertical, continues_left, deleted };
            left = right;
            let shown_in = gathered.continued(&row, &properties);
            let is_filled = !items.is_empty();
            self.deleted += usize::from(deleted);
            self.hidden += usize::from(is_filled && (continues_left || shown_in.is_some()));
            if properties.colspan > 0 || is_filled {
                gathered.place(&mut row, &properties, shown_in, items);
            }
        }
        gathered.table.rows.push(row.cells);
        gathered.above = row.merged;
    }
}

/// Whether every cell that is filled has a column.
fn has_columns(row: &Filled, lines: &GridLines) -> bool {
    let columns: Vec<u32> = row.definition.edges().map(|edge| lines.column(edge)).collect();
    let widths = columns.windows(2).map(|pair| pair[1] > pair[0]);
    widths.zip(&row.cells).all(|(has_width, items)| has_width || items.is_empty())
}

/// Whether a row reaches the right edge of the table.
fn ends_at_edge(row: &Filled, lines: &GridLines) -> bool {
    let right = row.definition.edges().last().unwrap_or_default();
    lines.is_last(right)
}
