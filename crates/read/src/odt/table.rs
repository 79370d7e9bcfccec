//! Tables: rows and cells, repeated, spanning and covered.
use gouji_model::Message;

use super::walk::Walk;
use crate::ReadError;
use crate::docx::content::{Anchored, Cell, Content, Item, Table};
use crate::xml::Element;

/// Grid columns of a table. What lies beyond is drawn together at the edge.
const MOST_COLUMNS: usize = 1000;

/// A table as it is gathered.
#[derive(Default)]
struct Gathered {
    table: Table,
    /// For each column, the first row that no cell from above reaches.
    free: Vec<usize>,
}

/// A cell as the file has it: one, or several that are alike.
struct Alike {
    count: usize,
    columns: usize,
    rows: usize,
    covered: bool,
    items: Vec<Item>,
}

impl Walk<'_> {
    /// An open table, to its end.
    pub(super) fn table(&mut self) -> Result<Table, ReadError> {
        let mut gathered = Gathered::default();
        self.rows(&mut gathered)?;
        Ok(gathered.finish())
    }

    fn rows(&mut self, gathered: &mut Gathered) -> Result<(), ReadError> {
        while let Some(part) = self.xml.child()? {
            match part.name() {
                "table-row" => self.row(&part, gathered)?,
                "table-header-rows" | "table-rows" | "table-row-group" => self.rows(gathered)?,
                _ => self.xml.skip()?,
            }
        }
        Ok(())
    }

    fn row(&mut self, element: &Element<'_>, gathered: &mut Gathered) -> Result<(), ReadError> {
        let mut cells = Vec::new();
        let mut width = 0_usize;
        while let Some(part) = self.xml.child()? {
            if part.is("table-cell") || part.is("covered-table-cell") {
                let alike = self.cell(&part)?;
                width = width.saturating_add(alike.count);
                cells.push(alike);
            } else {
                self.xml.skip()?;
            }
        }
        let count = times(element, "number-rows-repeated");
        self.count_cells(width.saturating_add(1).saturating_mul(count))?;
        let weight =
            cells.iter().map(|cell| weight(&cell.items).times(cell.count)).fold(Weight::default(), Weight::and);
        self.count_repeated(weight, count)?;
        for _ in 1..count {
            gathered.add_row(&cells);
        }
        gathered.add_row(&cells);
        Ok(())
    }

    /// An open cell, to its end.
    fn cell(&mut self, element: &Element<'_>) -> Result<Alike, ReadError> {
        let covered = element.is("covered-table-cell");
        self.unshown += usize::from(covered);
        let mut content = Content::default();
        while let Some(part) = self.xml.child()? {
            self.block(&part, &mut content)?;
        }
        self.unshown -= usize::from(covered);
        let alike = Alike {
            count: times(element, "number-columns-repeated"),
            columns: times(element, "number-columns-spanned"),
            rows: times(element, "number-rows-spanned"),
            covered,
            items: if covered { Vec::new() } else { content.finish() },
        };
        self.count_repeated(weight(&alike.items), alike.count)?;
        Ok(alike)
    }

    /// Refuses what is small in the file and large when repeated.
    fn count_repeated(&mut self, weight: Weight, count: usize) -> Result<(), ReadError> {
        let more = weight.times(count.saturating_sub(1));
        self.count_cells(more.cells)?;
        self.repeated = self.repeated.saturating_add(more.bytes);
        if self.repeated > usize::try_from(self.limits.inflated_bytes).unwrap_or(usize::MAX) {
            return Err(ReadError(Message::new("read-odt-too-many-cells").count("limit", self.limits.cells)));
        }
        Ok(())
    }
}

/// How often, or over how many columns or rows; a number too large to be one is as many as there can be.
fn times(element: &Element<'_>, name: &str) -> usize {
    let Some(value) = element.attribute(name) else { return 1 };
    let digits = value.trim();
    let many = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().unwrap_or(if many { usize::MAX } else { 1 }).max(1)
}

/// How much items take when they are repeated.
#[derive(Clone, Copy, Default)]
struct Weight {
    bytes: usize,
    /// Cells of tables in them.
    cells: usize,
}

impl Weight {
    fn and(self, other: Self) -> Self {
        Self { bytes: self.bytes.saturating_add(other.bytes), cells: self.cells.saturating_add(other.cells) }
    }

    fn times(self, count: usize) -> Self {
        Self { bytes: self.bytes.saturating_mul(count), cells: self.cells.saturating_mul(count) }
    }
}

fn weight(items: &[Item]) -> Weight {
    let each = |item: &Item| match item {
        Item::Paragraph { text, anchored } => {
            let boxes = anchored.iter().map(|anchored| match anchored {
                Anchored::Picture(picture) => Weight { bytes: picture.name.len() + 64, cells: 0 },
                Anchored::TextBox(items) => weight(items),
            });
            boxes.fold(Weight { bytes: text.len() + 64, cells: 0 }, Weight::and)
        }
        Item::Table(table) => {
            let cells = table.rows.iter().flatten();
            cells
                .map(|cell| Weight { bytes: 64, cells: 1 }.and(weight(&cell.items)))
                .fold(Weight::default(), Weight::and)
        }
    };
    items.iter().map(each).fold(Weight::default(), Weight::and)
}

impl Gathered {
    fn add_row(&mut self, cells: &[Alike]) {
        let row = self.table.rows.len();
        let mut placed = Vec::new();
        let mut column = 0;
        for alike in cells {
            for _ in 0..alike.count {
                if alike.covered {
                    column += 1;
                    continue;
                }
                // Some programs leave out the cells that are covered.
                while self.is_taken(row, column) {
                    column += 1;
                }
                placed.push(self.place(row, column, alike));
                column += 1;
            }
        }
        self.table.rows.push(placed);
    }

    fn is_taken(&self, row: usize, column: usize) -> bool {
        self.free.get(column).is_some_and(|free| *free > row)
    }

    /// A cell in its place; it ends where another is.
    fn place(&mut self, row: usize, column: usize, alike: &Alike) -> Cell {
        let column = column.min(MOST_COLUMNS - 1);
        let room = (column + 1..MOST_COLUMNS).take_while(|next| !self.is_taken(row, *next)).count() + 1;
        let columns = alike.columns.min(room);
        if self.free.len() < column + columns {
            self.free.resize(column + columns, 0);
        }
        self.free[column..column + columns].fill(row.saturating_add(alike.rows));
        let whole = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let (column, colspan, rowspan) = (whole(column), whole(columns), whole(alike.rows));
        Cell { column, colspan, rowspan, items: alike.items.clone() }
    }

    /// The table, whose cells end where it ends.
    fn finish(mut self) -> Table {
        let rows = self.table.rows.len();
        for (row, cells) in self.table.rows.iter_mut().enumerate() {
            let left = u32::try_from(rows - row).unwrap_or(u32::MAX);
            for cell in cells {
                cell.rowspan = cell.rowspan.min(left);
            }
        }
        self.table
    }
}
