//! Grids drawn with tabs.
//!
//! Two layouts are met. The text that Word gives of a table has one cell a line, which a tab opens, and an empty line
//! after each row; lines without a tab continue the cell above. What is copied from a spreadsheet has one row a line
//! with tabs between the cells.
use super::lines::Line;
use super::output::{GridBuilder, Output, Pending, Size};
use super::shape::{is_prose, is_title, trim};

/// Reads the grid at the head of the lines, which is a line with tabs, and says how many lines it took.
pub(super) fn read(lines: &[Line<'_>], output: &mut Output<'_>) -> usize {
    let survey = Survey::of(lines);
    let lines = &lines[..survey.length.max(1)];
    let mut grid = GridBuilder::new(true);
    if survey.row_per_line() {
        rows(lines, survey.between > 0, &mut grid, output);
    } else {
        cells(lines, &mut grid, output);
    }
    grid.end_row();
    if survey.length > 0 && is_grid(grid.size()) {
        grid.finish(output);
    } else {
        // Tabs that indent, or that stand within a line.
        for line in lines {
            output.paragraph(line);
        }
    }
    lines.len()
}

/// Several cells side by side; of two, both must be written, and not in one row alone.
fn is_grid(size: Size) -> bool {
    size.cells > 2 || (size.written == 2 && size.rows > 1)
}

/// What the lines of a grid have in common.
#[derive(Default)]
struct Survey {
    /// Lines of the grid.
    length: usize,
    /// Lines with tabs between cells and none before the first.
    between: usize,
    /// Lines with a tab before the first cell and others between.
    both: usize,
    /// Lines with one cell, opened by a tab.
    single: usize,
}

impl Survey {
    /// Looks ahead to the end of the grid.
    fn of(lines: &[Line<'_>]) -> Self {
        let mut survey = Self::default();
        let mut cell_above = false;
        for (at, line) in lines.iter().enumerate() {
            if line.is_blank() {
                cell_above = false;
                continue;
            }
            if line.has_tabs() {
                let leads = leads(line);
                // Prose that a tab indents.
                if line.tabs == 1 && is_prose(line.text) {
                    break;
                }
                match (leads, line.tabs) {
                    (true, 1) => survey.single += 1,
                    (true, _) => survey.both += 1,
                    (false, _) => survey.between += 1,
                }
                cell_above = leads || cell_above;
            } else if !(cell_above && line.pipes == 0 && !survey.row_per_line() && continues(line)) {
                break;
            }
            survey.length = at + 1;
        }
        survey
    }

    fn row_per_line(&self) -> bool {
        self.between + self.both > self.single
    }
}

/// Whether a tab stands before the first character.
fn leads(line: &Line<'_>) -> bool {
    line.raw.split_once('\t').is_some_and(|(before, _)| trim(before).is_empty())
}

/// Whether a line without tabs can belong to the cell above it.
fn continues(line: &Line<'_>) -> bool {
    !is_prose(line.text) && !is_title(line.text)
}

/// One row a line; where some rows begin without a tab, one before the first cell makes an empty cell.
fn rows(lines: &[Line<'_>], leading_cells: bool, grid: &mut GridBuilder, output: &Output<'_>) {
    let mut pending = Pending::default();
    for line in lines.iter().filter(|line| !line.is_blank()) {
        let skip = usize::from(!leading_cells && leads(line));
        for piece in line.raw.split('\t').skip(skip) {
            pending.push(trim(piece), line.number);
            grid.cell(&mut pending, (output.offset(piece), line.number), output);
        }
        grid.end_row();
    }
}

/// One cell a line, an empty line after each row.
fn cells(lines: &[Line<'_>], grid: &mut GridBuilder, output: &Output<'_>) {
    let mut pending = Pending::default();
    let mut open = None;
    for line in lines {
        if line.is_blank() {
            if let Some(mark) = open.take() {
                grid.cell(&mut pending, mark, output);
            }
            grid.end_row();
            continue;
        }
        for (position, piece) in line.raw.split('\t').enumerate() {
            if position > 0 {
                if let Some(mark) = open.replace((output.offset(piece), line.number)) {
                    grid.cell(&mut pending, mark, output);
                }
            } else if !trim(piece).is_empty() {
                open.get_or_insert((output.offset(piece), line.number));
            }
            pending.push(trim(piece), line.number);
        }
    }
    if let Some(mark) = open {
        grid.cell(&mut pending, mark, output);
    }
}
