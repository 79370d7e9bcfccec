//! Tables of one page: cells with their text.
use std::collections::BTreeSet;

use super::cells::{Area, Lattice};
use super::geometry::Rect;
use super::lines::{Line, lines};
use super::page::{Page, Run};
use super::rulings::frames;

/// Cells from which on a table must have text in one of twenty; otherwise it is a pattern.
const MESH: usize = 400;

/// Width of a digit and the usual margins of a cell, in sizes of the font: a line of digits that leaves less room is
/// broken because the column is narrow.
const ROOM: f64 = 1.5;

/// A table, with the fragments that were put below it.
#[derive(Debug)]
pub(super) struct Table {
    /// The page on which it ends.
    pub(super) page: u32,
    pub(super) outline: Rect,
    /// Edges of its columns.
    pub(super) columns: Vec<f64>,
    pub(super) rows: usize,
    pub(super) cells: Vec<Cell>,
}

/// A cell with its text.
#[derive(Clone, Debug)]
pub(super) struct Cell {
    pub(super) area: Area,
    pub(super) rect: Rect,
    pub(super) page: u32,
    pub(super) text: String,
    /// The text has a number that was put together from lines, since each but the last fills the column.
    pub(super) rejoined: bool,
    /// The last line reaches the right edge, so that more of the text may follow.
    pub(super) full: bool,
}

/// The tables that lines draw on a page, from the top, and the runs outside them.
pub(super) fn tables(page: &Page) -> (Vec<Table>, Vec<&Run>) {
    let lattices: Vec<Lattice> = frames(page).iter().filter_map(Lattice::of).collect();
    let mut inside: Vec<Vec<Vec<&Run>>> =
        lattices.iter().map(|lattice| vec![Vec::new(); lattice.cells.len()]).collect();
    let mut outside = Vec::new();
    for run in &page.runs {
        let centre = run.rect.centre();
        // Of tables in tables the smallest holds the text.
        let holders =
            lattices.iter().enumerate().filter_map(|(table, lattice)| Some((table, lattice.cell_at(centre)?)));
        let area = |table: usize| lattices[table].outline().width() * lattices[table].outline().height();
        match holders.min_by(|(left, _), (right, _)| area(*left).total_cmp(&area(*right))) {
            Some((table, cell)) => inside[table][cell].push(run),
            None => outside.push(run),
        }
    }
    let mut tables = Vec::new();
    for (lattice, texts) in lattices.iter().zip(inside) {
        let written = texts.iter().filter(|runs| !runs.is_empty()).count();
        let mesh = texts.len() > MESH && written * 20 < texts.len();
        if !mesh && (written > 1 || (written == 1 && texts.len() > 2)) {
            tables.push(table(lattice, &texts, page.number));
        } else {
            // A frame around the page or around a remark.
            outside.extend(texts.into_iter().flatten());
        }
    }
    (tables, outside)
}

fn table(lattice: &Lattice, texts: &[Vec<&Run>], page: u32) -> Table {
    let cell = |(area, runs): (&Area, &Vec<&Run>)| {
        let rect = lattice.rect(area);
        let (text, rejoined) = text(&rect, runs);
        Cell { area: *area, rect, page, text, rejoined, full: is_full(&rect, runs) }
    };
    let mut table = Table {
        page,
        outline: lattice.outline(),
        columns: lattice.columns.clone(),
        rows: lattice.rows.len() - 1,
        cells: lattice.cells.iter().zip(texts).map(cell).collect(),
    };
    table.drop_slivers();
    table
}

/// Whether the last line of a cell has no room for another character and the margin.
fn is_full(rect: &Rect, runs: &[&Run]) -> bool {
    let lines = lines(runs.iter().copied());
    lines.last().is_some_and(|line| rect.right - line.rect.right < 1.8 * line.size)
}

/// The lines of a cell, and whether a number was put together; text that is not upright as it was written.
fn text(rect: &Rect, runs: &[&Run]) -> (String, bool) {
    if runs.iter().filter(|run| !run.upright).count() * 2 > runs.len() {
        return (runs.iter().map(|run| &*run.text).collect(), false);
    }
    let lines = lines(runs.iter().copied());
    let texts: Vec<String> = lines.iter().map(Line::cell_text).collect();
    let single = |line: &String| line.chars().count() == 1 && !line.starts_with(|c: char| c.is_ascii_digit());
    if texts.len() > 2 && texts.iter().all(single) {
        // A label from top to bottom, one character a line.
        return (texts.concat(), false);
    }
    let (mut text, mut rejoined) = (String::new(), false);
    for (number, own) in texts.iter().enumerate() {
        let goes_on = number > 0 && fills(rect, &lines[number - 1]) && is_digits(&text) && is_digits(own);
        if number > 0 && !goes_on {
            text.push('\n');
        }
        rejoined |= goes_on;
        text.push_str(own);
    }
    (text, rejoined)
}

/// Whether a column has no room for one more digit in a line.
fn fills(rect: &Rect, line: &Line<'_>) -> bool {
    rect.width() - line.rect.width() < ROOM * line.size
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

impl Table {
    /// Takes out rows and columns in which no cell begins: their lines belong to nothing.
    fn drop_slivers(&mut self) {
        let rows: BTreeSet<usize> = self.cells.iter().map(|cell| cell.area.row).collect();
        let columns: BTreeSet<usize> = self.cells.iter().map(|cell| cell.area.column).collect();
        for cell in &mut self.cells {
            let area = cell.area;
            cell.area = Area {
                row: rows.range(..area.row).count(),
                column: columns.range(..area.column).count(),
                rows: rows.range(area.row..area.row + area.rows).count(),
                columns: columns.range(area.column..area.column + area.columns).count(),
            };
        }
        let mut number = 0;
        let last = self.columns.len() - 1;
        self.columns.retain(|_| {
            let keep = number == last || columns.contains(&number);
            number += 1;
            keep
        });
        self.rows = rows.len();
    }

    /// Whether another begins on the next page.
    pub(super) fn is_before(&self, other: &Self) -> bool {
        self.page + 1 == other.page
    }

    /// The cells of a row, from the left.
    pub(super) fn row(&self, row: usize) -> impl Iterator<Item = &Cell> {
        self.cells.iter().filter(move |cell| cell.area.row == row)
    }
}
