//! Drawing a table.
use std::ops::Range;

use gouji_model::LayoutKind;

use super::{LEADING, LaidCell, LaidTable, PAD_X, breaks};
use crate::flow::Flow;
use crate::lines::{draw_line, line_width};
use crate::metrics::{DROP, LEFT};
use crate::{Canvas, Element, Rule, Scope};

/// Draws all of it, on as many pages as it needs.
pub(super) fn draw(table: &LaidTable<'_>, flow: &mut Flow<'_>) {
    flow.canvas.open(Element::Table { summary: table.summary });
    for (position, rows) in breaks::pages(table, flow.room()).into_iter().enumerate() {
        if position > 0 {
            flow.start_page();
        }
        let fragment = Fragment::of(table, rows, flow.y);
        if position > 0 {
            flow.canvas.open(Element::Artifact);
            fragment.repeated(flow.canvas);
            flow.canvas.close();
        } else {
            (0..table.header_rows).for_each(|row| fragment.row(row, flow.canvas));
        }
        fragment.rows.clone().for_each(|row| fragment.row(row, flow.canvas));
        flow.canvas.open(Element::Artifact);
        fragment.rules(flow.canvas);
        flow.canvas.close();
        flow.y = fragment.bottom();
    }
    flow.canvas.close();
}

/// The part of a table on one page.
struct Fragment<'t, 'b> {
    table: &'t LaidTable<'b>,
    /// Its rows, header rows left out.
    rows: Range<usize>,
    /// Upper edges of the header rows and of its rows, and the lower edge of the last; by number of the row.
    tops: Vec<f32>,
}

impl<'t, 'b> Fragment<'t, 'b> {
    fn of(table: &'t LaidTable<'b>, rows: Range<usize>, top: f32) -> Self {
        let heights = breaks::heights(table, &rows);
        let mut tops = vec![top; heights.len() + 1];
        let mut y = top;
        for row in (0..table.header_rows).chain(rows.clone()) {
            tops[row] = y;
            y += heights[row];
        }
        tops[rows.end] = y;
        // The header rows end where the first row begins.
        tops[table.header_rows.min(rows.start)] = tops[rows.start];
        Self { table, rows, tops }
    }

    fn bottom(&self) -> f32 {
        self.tops[self.rows.end]
    }

    /// The rows that it has of a cell: header rows or others.
    fn shown(&self, cell: &LaidCell<'_>) -> Range<usize> {
        let rows = cell.rows();
        if rows.start < self.table.header_rows {
            return rows;
        }
        rows.start.max(self.rows.start)..rows.end.min(self.rows.end)
    }

    /// What stood on an earlier page already: header rows, labels of which only some rows did.
    fn repeated(&self, canvas: &mut dyn Canvas) {
        for cell in &self.table.cells {
            let is_continued = cell.rows().start < self.rows.start && cell.rows().end > self.rows.start;
            if cell.rows().start < self.table.header_rows || is_continued {
                self.text(cell, canvas);
            }
        }
    }

    fn row(&self, row: usize, canvas: &mut dyn Canvas) {
        canvas.open(Element::Row);
        for cell in self.table.cells.iter().filter(|cell| cell.rows().start == row) {
            canvas.open(element(cell));
            self.text(cell, canvas);
            canvas.close();
        }
        canvas.close();
    }

    fn text(&self, cell: &LaidCell<'_>, canvas: &mut dyn Canvas) {
        let (rows, columns, size) = (self.shown(cell), cell.columns(), self.table.size);
        let (left, right) = (LEFT + self.table.edges[columns.start], LEFT + self.table.edges[columns.end]);
        let middle = f32::midpoint(self.tops[rows.start], self.tops[rows.end]);
        let leading = LEADING * f32::from(size);
        #[expect(clippy::cast_precision_loss, reason = "a cell has few lines")]
        let mut centre = middle - (cell.lines.len() as f32 - 1.0) * leading / 2.0;
        for line in &cell.lines {
            let glyphs = &cell.shaped.glyphs[line.clone()];
            let x = if cell.centred {
                f32::midpoint(left, right) - line_width(glyphs, size, 0.0) / 2.0
            } else {
                left + PAD_X
            };
            draw_line(glyphs, (x, centre + DROP * f32::from(size)), size, 0.0, canvas);
            centre += leading;
        }
    }

    /// Every line between two cells once, as long as it goes straight on.
    fn rules(&self, canvas: &mut dyn Canvas) {
        let rows: Vec<usize> = (0..self.table.header_rows).chain(self.rows.clone()).collect();
        let columns = self.table.edges.len() - 1;
        let owners = self.owners(columns);
        let owner = |row: Option<usize>, column: Option<usize>| match (row, column) {
            (Some(row), Some(column)) if column < columns => Some(owners[rows[row]][column]),
            _ => None,
        };
        for row in 0..=rows.len() {
            let y = rows.get(row).map_or(self.bottom(), |row| self.tops[*row]);
            let (above, below) = (row.checked_sub(1), (row < rows.len()).then_some(row));
            let parts = runs(columns, |column| owner(above, Some(column)) != owner(below, Some(column)));
            for part in parts {
                let x = |edge: usize| LEFT + self.table.edges[edge];
                canvas.rule(Rule { from: (x(part.start), y), to: (x(part.end), y) });
            }
        }
        for column in 0..=columns {
            let x = LEFT + self.table.edges[column];
            let (before, behind) = (column.checked_sub(1), Some(column));
            for part in runs(rows.len(), |row| owner(Some(row), before) != owner(Some(row), behind)) {
                let end = rows.get(part.end).map_or(self.bottom(), |row| self.tops[*row]);
                canvas.rule(Rule { from: (x, self.tops[rows[part.start]]), to: (x, end) });
            }
        }
    }

    /// Which cell covers each place of the grid; 0 for none.
    fn owners(&self, columns: usize) -> Vec<Vec<usize>> {
        let mut owners = vec![vec![0; columns]; self.table.heights.len()];
        for (number, cell) in (1..).zip(&self.table.cells) {
            for row in cell.rows() {
                owners[row][cell.columns()].fill(number);
            }
        }
        owners
    }
}

/// The stretches of numbers below `count` for which something holds.
fn runs(count: usize, holds: impl Fn(usize) -> bool) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for position in (0..count).filter(|position| holds(*position)) {
        match runs.last_mut() {
            Some(run) if run.end == position => run.end += 1,
            _ => runs.push(position..position + 1),
        }
    }
    runs
}

fn element(cell: &LaidCell<'_>) -> Element<'static> {
    let spans = (cell.at.rowspan, cell.at.colspan);
    let scope = match cell.at.kind {
        LayoutKind::Value(_) => return Element::Cell { spans },
        LayoutKind::Row(_) => Scope::Row,
        LayoutKind::Column(_) | LayoutKind::Caption(_) => Scope::Column,
        LayoutKind::Corner(_) => Scope::Both,
    };
    Element::Header { scope, spans }
}
