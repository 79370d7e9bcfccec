//! A table laid out as a grid of spans: the only place that knows what a table looks like.
use crate::{Form, Header, Label, Slot, Table, TableBlock};

/// What stands in a place of a laid-out table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LayoutKind {
    /// A heading across the table.
    Caption(Label),
    /// What stands above the row labels.
    Corner(Label),
    /// A column label.
    Column(Label),
    /// A row label.
    Row(Label),
    /// A value: a cell, or a group whose rows are collapsed into one.
    Value(Slot),
}

/// One rectangle of the grid, at `row`, `column`, both from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LayoutCell {
    /// Upper row.
    pub row: u16,
    /// Left column.
    pub column: u16,
    /// Rows covered.
    pub rowspan: u16,
    /// Columns covered.
    pub colspan: u16,
    /// Content.
    pub kind: LayoutKind,
}

/// A table as a grid; the rectangles of `cells` cover it without overlap, in reading order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// Columns of the grid.
    pub columns: u16,
    /// Rows of the grid.
    pub rows: u16,
    /// Rows at the top that are headers and repeat on each page (of a table of one block).
    pub header_rows: u16,
    /// The rectangles.
    pub cells: Vec<LayoutCell>,
}

impl Form {
    /// Lays a table out; `collapsed` names groups of rows that are printed as one row each (the mixed form's
    /// `otherwise`).
    pub fn layout(&self, table: &Table, collapsed: &[&str]) -> Layout {
        let mut builder = Builder { form: self, table, collapsed, cells: Vec::new(), row: 0 };
        let mut header_rows = 0;
        for block in &table.blocks {
            let above = builder.row;
            builder.block_head(block);
            header_rows = builder.row - above;
            builder.block_body(block);
        }
        let mut cells = builder.cells;
        cells.sort_by_key(|cell| (cell.row, cell.column));
        let rows = builder.row;
        Layout {
            columns: table.width(),
            rows,
            header_rows: if table.blocks.len() == 1 { header_rows } else { 0 },
            cells,
        }
    }
}

struct Builder<'a> {
    form: &'a Form,
    table: &'a Table,
    collapsed: &'a [&'a str],
    cells: Vec<LayoutCell>,
    row: u16,
}

impl Builder<'_> {
    fn push(&mut self, (row, column): (u16, u16), (rowspan, colspan): (u16, u16), kind: LayoutKind) {
        self.cells.push(LayoutCell { row, column, rowspan, colspan, kind });
    }

    fn block_head(&mut self, block: &TableBlock) {
        if let Some(caption) = &block.caption {
            self.push((self.row, 0), (1, self.table.width()), LayoutKind::Caption(caption.clone()));
            self.row += 1;
        }
        let depth = block.columns.iter().map(Header::depth).max().unwrap_or(0);
        if let Some(corner) = &block.corner {
            self.push((self.row, 0), (depth, self.table.label_columns), LayoutKind::Corner(corner.clone()));
        }
        let mut column = self.table.label_columns;
        for header in &block.columns {
            column = self.column_header(header, self.row, column, depth);
        }
        self.row += depth;
    }

    /// Places a column header and those below it; returns the column after it.
    fn column_header(&mut self, header: &Header, row: u16, column: u16, depth: u16) -> u16 {
        let width: u16 = header.leaves().iter().map(|leaf| leaf.span).sum();
        let rowspan = if header.children.is_empty() { depth } else { 1 };
        self.push((row, column), (rowspan, width), LayoutKind::Column(header.label()));
        let mut next = column;
        for child in &header.children {
            next = self.column_header(child, row + 1, next, depth - 1);
        }
        column + width
    }

    fn block_body(&mut self, block: &TableBlock) {
        for header in &block.rows {
            self.row_header(block, header, 0);
        }
    }

    fn is_leaf(&self, header: &Header) -> bool {
        header.children.is_empty() || self.collapsed.contains(&&*header.id)
    }

    fn height(&self, header: &Header) -> u16 {
        if self.is_leaf(header) { 1 } else { header.children.iter().map(|child| self.height(child)).sum() }
    }

    fn row_header(&mut self, block: &TableBlock, header: &Header, column: u16) {
        let leaf = self.is_leaf(header);
        let colspan = if leaf { self.table.label_columns.saturating_sub(column) } else { 1 };
        if colspan > 0 {
            self.push((self.row, column), (self.height(header), colspan), LayoutKind::Row(header.label()));
        }
        if !leaf {
            for child in &header.children {
                self.row_header(block, child, column + 1);
            }
            return;
        }
        let mut place = self.table.label_columns;
        for leaf_column in block.columns.iter().flat_map(Header::leaves) {
            if let Some(slot) = self.form.slot(&self.table.join(&header.id, &leaf_column.id)) {
                self.push((self.row, place), (1, leaf_column.span), LayoutKind::Value(slot));
            }
            place += leaf_column.span;
        }
        self.row += 1;
    }
}
