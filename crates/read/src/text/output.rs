//! The blocks of the document as they are found.
use gouji_model::{Block, Grid, GridCell, Origin, Paragraph, Place};

use super::lines::Line;
use super::source::Source;

/// Blocks found so far.
pub(super) struct Output<'a> {
    source: &'a Source<'a>,
    /// The blocks.
    pub(super) blocks: Vec<Block>,
}

impl<'a> Output<'a> {
    /// No blocks yet.
    pub(super) fn new(source: &'a Source<'a>, lines: usize) -> Self {
        Self { source, blocks: Vec::with_capacity(lines / 4) }
    }

    /// A line as a paragraph; a blank one is none.
    pub(super) fn paragraph(&mut self, line: &Line<'_>) {
        self.paragraph_of(line.text, line.number);
    }

    /// A text as a paragraph.
    pub(super) fn paragraph_of(&mut self, text: &str, line: u32) {
        if !text.is_empty() {
            let start = self.source.offset(text);
            let origin = self.origin(line, start, start + text.len());
            self.blocks.push(Block::Paragraph(Paragraph { text: text.to_owned(), origin }));
        }
    }

    /// Offset of a part of the text.
    pub(super) fn offset(&self, part: &str) -> usize {
        self.source.offset(part)
    }

    fn origin(&self, line: u32, start: usize, end: usize) -> Origin {
        Origin { part: None, place: Place::Line { line }, bytes: self.source.bytes(start, end) }
    }
}

/// The text of a cell as it is gathered from lines.
#[derive(Default)]
pub(super) struct Pending<'a> {
    /// The pieces in order, without blanks around.
    pieces: Vec<(&'a str, u32)>,
}

impl<'a> Pending<'a> {
    /// A piece of text and its line; an empty one is none.
    pub(super) fn push(&mut self, piece: &'a str, line: u32) {
        if !piece.is_empty() {
            self.pieces.push((piece, line));
        }
    }

    /// Whether there is no text.
    pub(super) fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// The pieces with their lines, to be used otherwise.
    pub(super) fn take(&mut self) -> impl Iterator<Item = (&'a str, u32)> {
        self.pieces.drain(..)
    }
}

/// A grid as it is gathered cell by cell.
pub(super) struct GridBuilder {
    rows: Vec<Vec<GridCell>>,
    row: Vec<GridCell>,
    row_ends: bool,
    /// Cells with text in the current row.
    written: usize,
    size: Size,
}

/// How large a grid is so far.
#[derive(Clone, Copy, Default)]
pub(super) struct Size {
    /// Rows.
    pub(super) rows: usize,
    /// Cells of the longest row.
    pub(super) cells: usize,
    /// Cells with text in the row that has most of them.
    pub(super) written: usize,
}

impl GridBuilder {
    /// An empty grid.
    pub(super) fn new(row_ends: bool) -> Self {
        Self { rows: Vec::new(), row: Vec::new(), row_ends, written: 0, size: Size::default() }
    }

    /// Closes a cell with what is pending; an empty cell stands at `mark`, the offset of its pipe or tab.
    pub(super) fn cell(&mut self, pending: &mut Pending<'_>, mark: (usize, u32), output: &Output<'_>) {
        let (mut text, mut line, mut start, mut end) = (String::new(), mark.1, mark.0, mark.0);
        for (position, (piece, number)) in pending.take().enumerate() {
            let offset = output.source.offset(piece);
            // A cell opened on one line and written on the next is broken as well.
            if position > 0 || number > mark.1 {
                text.push('\n');
            }
            if position == 0 {
                (line, start) = (number, offset);
            }
            text.push_str(piece);
            end = offset + piece.len();
        }
        self.written += usize::from(!text.is_empty());
        let column = u32::try_from(self.row.len()).unwrap_or(u32::MAX);
        let origin = output.origin(line, start, end);
        self.row.push(GridCell { text, column, colspan: 1, rowspan: 1, origin });
    }

    /// Ends the row; a row without cells is none.
    pub(super) fn end_row(&mut self) {
        if !self.row.is_empty() {
            self.size.rows += 1;
            self.size.cells = self.size.cells.max(self.row.len());
            self.size.written = self.size.written.max(std::mem::take(&mut self.written));
            let next = Vec::with_capacity(self.row.len());
            self.rows.push(std::mem::replace(&mut self.row, next));
        }
    }

    /// Whether the current row has no cell.
    pub(super) fn at_row_start(&self) -> bool {
        self.row.is_empty()
    }

    /// The size of the rows that have ended.
    pub(super) fn size(&self) -> Size {
        self.size
    }

    /// Gives the grid, unless nothing is written in it, and begins another.
    pub(super) fn finish(&mut self, output: &mut Output<'_>) {
        self.end_row();
        let rows = std::mem::take(&mut self.rows);
        if std::mem::take(&mut self.size).written > 0 {
            output.blocks.push(Block::Grid(Grid { rows, placed: false, row_ends: self.row_ends, blanks: true }));
        }
    }
}
