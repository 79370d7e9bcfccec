//! Text as it is gathered into paragraphs, cells, rows and tables.
use crate::docx::changes::Tally;
use crate::docx::content::{Content, Item, Line};

use super::row::{self, Definition, Filled};

/// The body or a text box: what stands in no table, and above it the tables that are open, the innermost last.
pub(super) struct Flow {
    levels: Vec<Level>,
    /// The paragraph that is open.
    pub(super) line: Line,
    /// The number printed before it.
    pub(super) printed_number: String,
    /// The last definition of a row of the outermost table.
    pub(super) row: Definition,
}

/// The body, or an open table: the cell that is open, the cells of its row, the rows before.
#[derive(Default)]
struct Level {
    content: Content,
    cells: Vec<Vec<Item>>,
    rows: Vec<Filled>,
}

impl Flow {
    /// With nothing in it.
    pub(super) fn new() -> Self {
        Self {
            levels: vec![Level::default()],
            line: Line::default(),
            printed_number: String::new(),
            row: Definition::default(),
        }
    }

    /// Whether a row of the outermost table has begun and not ended.
    pub(super) fn is_in_row(&self) -> bool {
        self.levels.get(1).is_some_and(|level| !level.cells.is_empty())
    }

    /// Ends the open paragraph, which stands in as many tables. Gives whether there is something in it.
    pub(super) fn end_paragraph(&mut self, depth: usize, runs_on: bool, tally: &mut Tally) -> bool {
        self.go_to(depth, tally);
        let line = std::mem::take(&mut self.line);
        let Some(level) = self.levels.last_mut() else { return false };
        if runs_on {
            level.content.run_on(line);
            return false;
        }
        level.content.push_line(line)
    }

    /// Takes what the paragraph before left open to be continued.
    pub(super) fn take_running(&mut self, depth: usize, tally: &mut Tally) {
        self.go_to(depth, tally);
        let line = std::mem::take(&mut self.line);
        let Some(level) = self.levels.last_mut() else { return };
        let mut running = level.content.take_running();
        running.text.push_str(&line.text);
        running.anchored.extend(line.anchored);
        running.numbered |= line.numbered;
        self.line = running;
    }

    /// Ends the open cell of a table.
    pub(super) fn end_cell(&mut self, depth: usize, tally: &mut Tally) {
        self.go_to(depth, tally);
        if let Some(level) = self.levels.last_mut() {
            let content = std::mem::take(&mut level.content);
            level.cells.push(content.finish());
        }
    }

    /// Ends the open row of a table. Text after the last cell is a cell, so that it is not lost.
    pub(super) fn end_row(&mut self, depth: usize, definition: &Definition, tally: &mut Tally) {
        self.go_to(depth, tally);
        if let Some(level) = self.levels.last_mut() {
            level.end_row(definition.clone());
        }
    }

    /// Opens or closes tables until as many are open.
    fn go_to(&mut self, depth: usize, tally: &mut Tally) {
        while self.levels.len() <= depth {
            self.levels.push(Level::default());
        }
        while self.levels.len() > depth + 1 {
            let Some(mut level) = self.levels.pop() else { return };
            // A row that was not ended; of nested ones the definition would have come at their end.
            let is_outermost = self.levels.len() == 1;
            level.end_row(if is_outermost { self.row.clone() } else { Definition::default() });
            let finished = row::table(level.rows);
            tally.deleted += finished.deleted;
            tally.hidden += finished.hidden;
            if let Some(around) = self.levels.last_mut() {
                around.content.push_table(finished.table);
            }
        }
    }

    /// Everything gathered.
    pub(super) fn finish(mut self, tally: &mut Tally) -> Vec<Item> {
        self.go_to(0, tally);
        self.levels.pop().map(|level| level.content.finish()).unwrap_or_default()
    }
}

impl Level {
    fn end_row(&mut self, definition: Definition) {
        let rest = std::mem::take(&mut self.content).finish();
        if !rest.is_empty() {
            self.cells.push(rest);
        }
        if !self.cells.is_empty() {
            self.rows.push(Filled { definition, cells: std::mem::take(&mut self.cells) });
        }
    }
}
