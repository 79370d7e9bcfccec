//! A document as one stream of tokens: labels, values and blanks in reading order.
use gouji_model::{Block, Document, Grid, GridCell, Origin};

use crate::fold::{filter, fold};
use crate::numbered::numbered;
use crate::values::{is_space, looks_like_value};

/// Folded texts longer than this are prose, never labels.
pub(crate) const LONGEST_LABEL: usize = 60;

/// What a token can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A label, a heading or a piece of one.
    Text,
    /// A line of prose, too long for a label.
    Prose,
    /// Something that can stand in a value cell.
    Value,
    /// An empty cell.
    Blank,
}

/// Where a token stands in a grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Position {
    /// Number of the grid in the document.
    pub(crate) grid: u32,
    /// Row, where the ends of rows are known.
    pub(crate) row: Option<u32>,
    /// Left column and columns covered, where positions are true.
    pub(crate) columns: Option<(u32, u32)>,
}

/// A piece of the document.
#[derive(Clone, Debug)]
pub(crate) struct Token<'a> {
    pub(crate) kind: Kind,
    pub(crate) raw: &'a str,
    /// The folded text of a label, with its number.
    pub(crate) folded: String,
    /// The characters in the folded text, as [`filter`] gives them.
    pub(crate) filter: u64,
    /// The folded text without its number, where it has one.
    pub(crate) unnumbered: Option<String>,
    pub(crate) position: Option<Position>,
    pub(crate) origin: &'a Origin,
    /// Number of the block in the document.
    pub(crate) block: usize,
    /// Whether the cell's text is broken over lines.
    pub(crate) broken: bool,
}

/// More tokens than most reports have.
const MOST_OF_A_REPORT: usize = 768;

/// All tokens of a document.
pub(crate) fn tokens(document: &Document) -> Vec<Token<'_>> {
    let mut stream = Vec::with_capacity(MOST_OF_A_REPORT);
    let mut grids = 0;
    for (block, content) in document.blocks.iter().enumerate() {
        match content {
            Block::Paragraph(paragraph) => line_tokens(&mut stream, &paragraph.text, &paragraph.origin, block),
            Block::Grid(grid) => {
                grid_tokens(&mut stream, grid, grids, block);
                grids += 1;
            }
            Block::Picture(_) => {}
        }
    }
    stream
}

/// A line of text: one token, or its pieces where it is a row of a table printed with blanks between.
fn line_tokens<'a>(stream: &mut Vec<Token<'a>>, text: &'a str, origin: &'a Origin, block: usize) {
    let trimmed = text.trim_matches(is_space);
    let pieces = || trimmed.split(is_space).filter(|piece| !piece.is_empty());
    let spaced = trimmed.contains(is_space) && trimmed.chars().filter(|c| !is_space(*c)).count() <= 2 * LONGEST_LABEL;
    if spaced
        && (pieces().any(looks_like_value) || has_gap(trimmed) || pieces().all(|piece| piece.chars().count() <= 12))
    {
        // `一、 总体情况`: a number alone is part of the heading.
        if numbered(trimmed).is_none() || pieces().filter(|piece| looks_like_value(piece)).count() > 1 {
            for piece in pieces() {
                push(stream, piece, None, origin, block);
            }
            return;
        }
    }
    push(stream, trimmed, None, origin, block);
}

/// Whether two or more blanks stand together: the columns of a table laid out as text.
fn has_gap(text: &str) -> bool {
    let blank = |byte: &u8| matches!(byte, b' ' | b'\t');
    text.as_bytes().windows(2).any(|pair| pair.iter().all(blank))
}

fn grid_tokens<'a>(stream: &mut Vec<Token<'a>>, grid: &'a Grid, number: u32, block: usize) {
    for (row, cells) in (0_u32..).zip(&grid.rows) {
        for cell in cells {
            let position = Position {
                grid: number,
                row: grid.row_ends.then_some(row),
                columns: grid.placed.then_some((cell.column, cell.colspan)),
            };
            cell_tokens(stream, cell, position, grid.row_ends, block);
        }
    }
}

/// A cell is one token; where a text does not tell cells from lines, each of its lines is.
fn cell_tokens<'a>(stream: &mut Vec<Token<'a>>, cell: &'a GridCell, position: Position, whole: bool, block: usize) {
    let lines = || cell.text.lines().map(|line| line.trim_matches(is_space)).filter(|line| !line.is_empty());
    let single = lines().nth(1).is_none();
    if whole || single || lines().all(|line| line.bytes().all(|byte| byte.is_ascii_digit())) {
        push(stream, cell.text.trim_matches(is_space), Some(position), &cell.origin, block);
        if let Some(token) = stream.last_mut() {
            token.broken = cell.text.contains('\n');
        }
        return;
    }
    for line in lines() {
        push(stream, line, Some(position), &cell.origin, block);
    }
}

fn push<'a>(stream: &mut Vec<Token<'a>>, raw: &'a str, position: Option<Position>, origin: &'a Origin, block: usize) {
    let mut token = Token {
        kind: Kind::Text,
        raw,
        folded: String::new(),
        filter: 0,
        unnumbered: None,
        position,
        origin,
        block,
        broken: false,
    };
    if raw.is_empty() {
        token.kind = Kind::Blank;
    } else if looks_like_value(raw) {
        token.kind = Kind::Value;
    } else if raw.len() > 3 * 2 * LONGEST_LABEL {
        token.kind = Kind::Prose;
    } else {
        token.folded = fold(raw);
        token.filter = filter(&token.folded);
        token.unnumbered = numbered(raw).map(|numbered| fold(numbered.rest)).filter(|rest| !rest.is_empty());
        if token.folded.chars().count() > LONGEST_LABEL {
            token.kind = Kind::Prose;
        }
    }
    stream.push(token);
}
