//! Where the sheet 年报 breaks over pages of A4: before a table that one page holds and that would be cut.
use std::ops::Range;

use crate::form_sheet::COLUMN_WIDTH;

/// A4 in points.
const WIDTH: f64 = 595.3;
const HEIGHT: f64 = 841.9;
/// Margins at the sides, and above and below, in points.
pub(crate) const SIDE: f64 = 43.2;
pub(crate) const END: f64 = 50.4;
/// Share of its height that is counted on: programs differ in how wide they draw a column, and so in how small they draw
/// the sheet.
const COUNTED: f64 = 0.97;
/// Height of a row that has none of its own, in points.
const PLAIN: f64 = 15.0;

/// The sheet as it is printed.
#[derive(Debug)]
pub(crate) struct Paper {
    columns: u16,
    heights: Vec<f64>,
    kept: Vec<Range<u32>>,
}

impl Paper {
    /// A sheet of so many columns.
    pub(crate) fn new(columns: u16) -> Self {
        Self { columns, heights: Vec::new(), kept: Vec::new() }
    }

    /// A row has this height, in points.
    pub(crate) fn put(&mut self, row: u32, height: f64) {
        let row = row as usize;
        self.heights.resize(self.heights.len().max(row + 1), PLAIN);
        self.heights[row] = height;
    }

    /// These rows stand on one page if it holds them.
    pub(crate) fn keep(&mut self, rows: Range<u32>) {
        self.kept.push(rows);
    }

    /// How small the sheet is drawn so that its columns fit on the page.
    fn scale(&self) -> f64 {
        // Seven pixels a character and five more, at 96 to the inch.
        let column = (COLUMN_WIDTH * 7.0 + 5.0) * 0.75;
        let fitting = (WIDTH - 2.0 * SIDE) / (f64::from(self.columns.max(1)) * column);
        fitting.clamp(0.1, 1.0)
    }

    /// The rows above which a new page begins for the sake of what is kept together; all other breaks come by themselves.
    pub(crate) fn breaks(&self) -> Vec<u32> {
        let page = COUNTED * (HEIGHT - 2.0 * END) / self.scale();
        // The title is repeated on every page.
        let title = self.heights.first().copied().unwrap_or_default();
        let height = |rows: Range<u32>| self.heights[rows.start as usize..rows.end as usize].iter().sum::<f64>();
        let mut breaks = Vec::new();
        let mut used = 0.0;
        for (row, own) in (0..).zip(&self.heights) {
            let kept = self.kept.iter().find(|rows| rows.start == row).map(|rows| height(rows.clone()));
            if kept.is_some_and(|kept| used + kept > page && title + kept <= page) {
                breaks.push(row);
                used = title;
            } else if used + own > page {
                used = title;
            }
            used += own;
        }
        breaks
    }
}
