//! A document as a reader gives it: text and grids with their places, no idea of any form.
use std::collections::BTreeMap;

use crate::{Note, Origin};

/// What a reader makes of a file.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Document {
    /// Content in reading order.
    pub blocks: Vec<Block>,
    /// What had to be repaired or could not be read.
    pub notes: Vec<Note>,
    /// The document passed through text extraction that may have lost or changed labels (pdf, OCR).
    pub extracted: bool,
}

/// A piece of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph or a line.
    Paragraph(Paragraph),
    /// A table.
    Grid(Grid),
    /// A picture, scan or attachment.
    Picture(Picture),
}

/// A paragraph of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Its text, with the number that automatic numbering shows; no line ends.
    pub text: String,
    /// Where it stands.
    pub origin: Origin,
}

/// Cells in rows.
///
/// Cells that the file tells apart are never merged, and a merged cell stands once, at its upper left corner.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Grid {
    /// Rows from the top; a grid whose row ends are not known has one row.
    pub rows: Vec<Vec<GridCell>>,
    /// Whether `column` and the spans of the cells are true positions; otherwise only the order counts.
    pub placed: bool,
    /// Whether the ends of the rows are known.
    pub row_ends: bool,
    /// Whether empty cells are kept; where a text shows no empty cells their absence says nothing.
    pub blanks: bool,
}

/// A cell of a grid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridCell {
    /// Its text; lines are separated by `\n`.
    pub text: String,
    /// Left grid column, from 0.
    pub column: u32,
    /// Grid columns covered.
    pub colspan: u32,
    /// Grid rows covered.
    pub rowspan: u32,
    /// Where it stands.
    pub origin: Origin,
}

/// A picture, scan or attachment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Name or alternative text, where there is one.
    pub name: String,
    /// Where it stands.
    pub origin: Origin,
}

/// A sheet of a spreadsheet as it stands: the texts shown in its cells, by row and column from 0.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetCells {
    /// Name of the sheet.
    pub name: String,
    /// Its rows; cells without a text are left out.
    pub rows: BTreeMap<u32, BTreeMap<u32, String>>,
}
