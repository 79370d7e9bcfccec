//! A table of the form on pages: columns, rows, where it breaks, and its drawing.
mod breaks;
mod columns;
mod draw;
mod rows;

use std::ops::Range;

use gouji_export::TextCell;
use gouji_model::{LayoutKind, Message};

use crate::Face;
use crate::block::TableBlock;
use crate::flow::{Cause, Fault, Flow};
use crate::lines::{Measure, balanced, lines};
use crate::metrics::{HEIGHT, PITCH};
use crate::shape::{NoGlyph, Shaped};

/// Sizes of characters to try, the largest first.
const SIZES: [u8; 6] = [12, 11, 10, 9, 8, 7];
/// Between a line of the table and text beside it.
const PAD_X: f32 = 2.0;
/// Between a line of the table and text below or above it.
const PAD_Y: f32 = 2.5;
/// From line to line in a cell, in parts of the size.
const LEADING: f32 = 1.25;
/// Space below a table.
const BELOW: f32 = PITCH / 2.0;

/// A table with its measures.
pub(crate) struct LaidTable<'b> {
    summary: &'b str,
    cells: Vec<LaidCell<'b>>,
    size: u8,
    /// Left edges of the columns and the right edge of the last, in points from the left edge of the text.
    edges: Vec<f32>,
    /// Height of each row.
    heights: Vec<f32>,
    header_rows: usize,
}

/// A cell with its text.
struct LaidCell<'b> {
    at: &'b TextCell<'b>,
    shaped: Shaped,
    /// Width of the text in one line, in parts of the size.
    natural: f32,
    /// Width that it needs at least.
    least: f32,
    centred: bool,
    /// Its lines.
    lines: Vec<Range<usize>>,
}

impl<'b> LaidTable<'b> {
    pub(crate) fn of(block: &'b TableBlock<'_>) -> Result<Self, Fault> {
        let mut cells =
            block.table.cells.iter().map(|cell| LaidCell::of(cell, block)).collect::<Result<Vec<_>, _>>()?;
        let table = &block.table;
        let mut fitting = None;
        for size in SIZES {
            let is_last = size == SIZES[SIZES.len() - 1];
            let Some(edges) = columns::edges(table, &cells, size, is_last) else { continue };
            let heights = rows::heights(usize::from(table.rows), &mut cells, &edges, size);
            let is_enough = heights.iter().sum::<f32>() <= HEIGHT - 2.0 * PITCH;
            fitting = Some((size, edges, heights));
            // A table that is longer than a page anyway stays legible.
            if is_enough || size <= 10 {
                break;
            }
        }
        let (size, edges, heights) = fitting.unwrap_or_default();
        let header_rows = usize::from(table.header_rows);
        let laid = Self { summary: &block.summary, cells, size, edges, heights, header_rows };
        laid.refuse_long_rows(block)?;
        Ok(laid)
    }

    fn refuse_long_rows(&self, block: &TableBlock<'_>) -> Result<(), Fault> {
        let header: f32 = self.heights[..self.header_rows].iter().sum();
        let Some(row) = self.heights.iter().position(|height| *height + header > HEIGHT) else { return Ok(()) };
        let longest = self.cells.iter().filter(|cell| cell.rows().contains(&row)).max_by_key(|cell| cell.lines.len());
        let place = longest.map(|cell| place(cell.at, block));
        Err(Fault { cause: Cause::TooLong, place: place.unwrap_or_else(|| Message::new("export-place-name")) })
    }

    fn height(&self) -> f32 {
        self.heights.iter().sum()
    }

    /// What it needs on the page on which it begins, with `room` left there and `whole` on a new one: all of it where one
    /// page holds it, since a row is read against its columns and its sums.
    pub(crate) fn start_height(&self, room: f32, whole: f32) -> f32 {
        let height = self.height();
        if height <= room.max(whole) {
            return height;
        }
        let beginning = (self.header_rows + 3).min(self.heights.len());
        self.heights[..beginning].iter().sum()
    }

    pub(crate) fn draw(&self, flow: &mut Flow<'_>) {
        if self.start_height(flow.room(), HEIGHT) > flow.room() && !flow.is_at_top() {
            flow.start_page();
        }
        draw::draw(self, flow);
        flow.y += BELOW;
    }
}

impl<'b> LaidCell<'b> {
    fn of(cell: &'b TextCell<'b>, block: &'b TableBlock<'_>) -> Result<Self, Fault> {
        let face = match cell.kind {
            LayoutKind::Caption(_) | LayoutKind::Column(_) => Face::Hei,
            LayoutKind::Corner(_) | LayoutKind::Row(_) | LayoutKind::Value(_) => Face::Kai,
        };
        let fault = |NoGlyph(character)| Fault { cause: Cause::NoGlyph(character), place: place(cell, block) };
        let shaped = Shaped::of(&[(face, &cell.text)]).map_err(fault)?;
        let natural = shaped.width();
        let is_value = matches!(cell.kind, LayoutKind::Value(_));
        // A number is never cut; what stands in its place may be.
        let least = if is_value && !cell.text.starts_with('〔') {
            natural
        } else {
            shaped.longest_piece().clamp(natural.min(2.0), 4.0)
        };
        let is_leaf_label = matches!(cell.kind, LayoutKind::Row(_)) && cell.rowspan == 1;
        let centred = !is_leaf_label || block.table.table.label_columns == 1;
        Ok(Self { at: cell, shaped, natural, least, centred, lines: Vec::new() })
    }

    fn rows(&self) -> Range<usize> {
        usize::from(self.at.row)..usize::from(self.at.row + self.at.rowspan)
    }

    fn columns(&self) -> Range<usize> {
        usize::from(self.at.column)..usize::from(self.at.column + self.at.colspan)
    }

    /// Breaks the text into the lines of a cell of this width.
    fn wrap(&mut self, width: f32, size: u8) {
        let measure = Measure { size, width: width - 2.0 * PAD_X, indent: 0.0, spacing: 0.0 };
        let found = lines(&self.shaped, measure);
        self.lines = if self.centred { balanced(&self.shaped, measure, found) } else { found };
    }

    #[expect(clippy::cast_precision_loss, reason = "a cell has few lines")]
    fn height(&self, size: u8) -> f32 {
        self.lines.len() as f32 * LEADING * f32::from(size) + 2.0 * PAD_Y
    }
}

/// Where a cell's text is from.
fn place(cell: &TextCell<'_>, block: &TableBlock<'_>) -> Message {
    match cell.kind {
        LayoutKind::Value(_) => Message::new("export-place-cell").text("cell", cell.id),
        _ => Message::new("export-place-section").text("section", &*block.table.table.section),
    }
}
