//! The definition of a row: where its cells begin and end, and which of them are merged ([MS-DOC] 2.6.3 and 2.9.325).
use super::bytes::{i16_at, part, u16_at};
use super::sprm::DEFINE_ROW;

/// Cells that a row may get inserted; Word allows 63.
const MOST_CELLS: usize = 63;

/// A cell.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub(super) struct Cell {
    /// Right edge, in twentieths of a point.
    pub(super) right: i32,
    /// 0: not merged over columns; else one of the two marks for the first and the other cells of those merged.
    pub(super) across: u8,
    /// Merged with cells above or below.
    pub(super) down: bool,
    /// The first of the cells merged downwards.
    pub(super) top: bool,
}

/// A row.
#[derive(Clone, Default, Debug)]
pub(super) struct Row {
    /// Left edge of the first cell.
    pub(super) left: i32,
    /// The cells.
    pub(super) cells: Vec<Cell>,
}

impl Row {
    /// Changes a property of the row.
    pub(super) fn set(&mut self, sprm: u16, operand: &[u8]) {
        let byte = |at: usize| operand.get(at).copied().unwrap_or(0);
        let limits = || usize::from(byte(0))..usize::from(byte(1));
        match sprm {
            DEFINE_ROW => self.define(operand),
            0x5624 => self.merge(limits(), 2),
            0x5625 => self.merge(limits(), 0),
            0x5622 => {
                let limits = limits();
                if limits.end <= self.cells.len() && limits.start < limits.end {
                    self.cells.drain(limits);
                }
            }
            0x7621 => self.insert(usize::from(byte(0)), usize::from(byte(1)), u16_at(operand, 2).unwrap_or(0)),
            0x7623 => self.widen(limits(), u16_at(operand, 2).unwrap_or(0)),
            0xD62B => {
                if let Some(cell) = self.cells.get_mut(usize::from(byte(0))) {
                    (cell.down, cell.top) = (byte(1) != 0, byte(1) & 2 != 0);
                }
            }
            _ => {}
        }
    }

    /// Edges of all cells, and properties of some or all of them.
    fn define(&mut self, operand: &[u8]) {
        let count = usize::from(operand.first().copied().unwrap_or(0));
        let edge = |index: usize| i16_at(operand, 1 + index * 2).map(i32::from);
        let (Some(left), Some(edges)) = (edge(0), (1..=count).map(edge).collect::<Option<Vec<i32>>>()) else { return };
        self.left = left;
        let flags = |index: usize| part(operand, 1 + (count + 1) * 2 + index * 20, 2).and_then(|tc| u16_at(tc, 0));
        let cell = |(index, right)| {
            let flags = flags(index).unwrap_or(0);
            let across = u8::try_from(flags & 3).unwrap_or(0);
            Cell { right, across, down: flags & 0x20 != 0, top: flags & 0x40 != 0 }
        };
        self.cells = edges.into_iter().enumerate().map(cell).collect();
    }

    /// Merges cells over columns, or parts them.
    fn merge(&mut self, limits: std::ops::Range<usize>, others: u8) {
        let first = limits.start;
        for (index, cell) in self.cells.iter_mut().enumerate().take(limits.end).skip(first) {
            cell.across = if index == first { others / 2 } else { others };
        }
    }

    fn insert(&mut self, first: usize, count: usize, width: u16) {
        let at = first.min(self.cells.len());
        let count = count.min(MOST_CELLS.saturating_sub(self.cells.len()));
        for index in (at..).take(count) {
            let right =
                index.checked_sub(1).and_then(|before| self.cells.get(before)).map_or(self.left, |cell| cell.right);
            self.cells.insert(index, Cell { right, ..Cell::default() });
        }
        self.widen(at..at + count, width);
    }

    /// Makes cells as wide as given, and moves those behind them.
    fn widen(&mut self, limits: std::ops::Range<usize>, width: u16) {
        let (mut left, mut moved) = (self.left, 0_i32);
        for (index, cell) in self.cells.iter_mut().enumerate() {
            let right = cell.right.saturating_add(moved);
            let new = if limits.contains(&index) { left.saturating_add(i32::from(width)) } else { right };
            moved = moved.saturating_add(new.saturating_sub(right));
            cell.right = new;
            left = new;
        }
    }
}
