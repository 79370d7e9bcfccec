//! New texts for single cells of a Word file or a workbook; everything else of the file stays byte for byte.
//!
//! Members of the zip are copied as they are packed; of the one part that changes only the text of the cells named is
//! replaced. What was made is read again: if anything but these cells reads differently, nothing is given.
mod comments;
mod docx;
mod members;
mod sites;
mod xlsx;

pub use self::comments::{Annotated, Author, Comment, Spot, annotate, can_annotate};

use gouji_model::{Arg, Block, Document, Grid, GridCell, Message, Origin, Place};

use crate::{Input, Limits, ReadError, read};

/// A new text for one cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amendment {
    /// Where the cell stands, as reading the file told it.
    pub origin: Origin,
    /// The number that must stand there, printed plainly.
    pub text: String,
}

/// The file with new texts for some cells.
///
/// # Errors
/// When the file is no Word file or workbook of today, when a cell is not found or holds more than a text (a formula, an
/// automatic number), and when the result would not read as it ought to.
pub fn amend(bytes: &[u8], amendments: &[Amendment], limits: &Limits) -> Result<Vec<u8>, ReadError> {
    let before = read(bytes, limits)?;
    for amendment in amendments {
        let twice = amendments.iter().filter(|other| other.origin == amendment.origin).count() > 1;
        if twice || cells(&before).filter(|cell| cell.origin == amendment.origin).count() != 1 {
            return Err(refusal("amend-not-one-cell", amendment));
        }
    }
    let amended = writer_of(bytes)?(bytes, amendments, limits)?;
    let after = read(&amended, limits)?;
    if is_amended(&before, &after, amendments) { Ok(amended) } else { Err(ReadError(Message::new("amend-differs"))) }
}

/// Whether single cells of a file can be given new texts.
///
/// # Errors
/// When the file is no Word file or workbook of today.
pub fn can_amend(bytes: &[u8]) -> Result<(), ReadError> {
    writer_of(bytes).map(drop)
}

type Writer = fn(&[u8], &[Amendment], &Limits) -> Result<Vec<u8>, ReadError>;

fn writer_of(bytes: &[u8]) -> Result<Writer, ReadError> {
    match bytes {
        _ if (crate::docx::READER.sniff)(bytes) => Ok(docx::amend),
        _ if (crate::sheets::XLSX.sniff)(bytes) => Ok(xlsx::amend),
        _ => Err(ReadError(Message::new("amend-format"))),
    }
}

fn documents(input: &Input) -> Vec<&Document> {
    match input {
        Input::Document(document) => vec![document],
        Input::Parts(parts) => parts.iter().map(|part| &part.document).collect(),
        Input::Report(_) => Vec::new(),
    }
}

fn cells(input: &Input) -> impl Iterator<Item = &GridCell> {
    let blocks = documents(input).into_iter().flat_map(|document| &document.blocks);
    blocks
        .filter_map(|block| if let Block::Grid(grid) = block { Some(grid) } else { None })
        .flat_map(|grid| grid.rows.iter().flatten())
}

/// Whether what is read afterwards is what was read before, but for the new texts.
fn is_amended(before: &Input, after: &Input, amendments: &[Amendment]) -> bool {
    let (before, after) = (documents(before), documents(after));
    let expected = |cell: &GridCell| {
        let own = amendments.iter().find(|amendment| amendment.origin == cell.origin);
        GridCell { text: own.map_or_else(|| cell.text.clone(), |own| own.text.clone()), ..cell.clone() }
    };
    let same = |before: &Block, after: &Block| match (before, after) {
        (Block::Grid(before), Block::Grid(after)) => {
            let rows = before.rows.iter().map(|row| row.iter().map(expected).collect()).collect();
            Grid { rows, ..before.clone() } == *after
        }
        (before, after) => before == after,
    };
    before.len() == after.len()
        && before.iter().zip(&after).all(|(before, after)| {
            before.blocks.len() == after.blocks.len()
                && before.blocks.iter().zip(&after.blocks).all(|(before, after)| same(before, after))
        })
}

/// Replaces pieces of a text that do not overlap.
fn spliced(text: &str, mut edits: Vec<(std::ops::Range<usize>, String)>) -> String {
    edits.sort_by_key(|(range, _)| range.start);
    let mut out = String::with_capacity(text.len() + edits.iter().map(|(_, new)| new.len()).sum::<usize>());
    let mut done = 0;
    for (range, new) in edits {
        out.push_str(text.get(done..range.start).unwrap_or_default());
        out.push_str(&new);
        done = range.end.max(done);
    }
    out.push_str(text.get(done..).unwrap_or_default());
    out
}

/// A name of XML without its prefix.
fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

/// The prefix of a name, with its colon.
fn prefix(name: &str) -> String {
    name.rsplit_once(':').map(|(prefix, _)| format!("{prefix}:")).unwrap_or_default()
}

fn refusal(key: &'static str, amendment: &Amendment) -> ReadError {
    ReadError(Message::new(key).with("place", Arg::Message(Box::new(place(&amendment.origin)))))
}

/// The place of a cell in words.
fn place(origin: &Origin) -> Message {
    match &origin.place {
        Place::Sheet { sheet, cell } => Message::new("word-place-sheet").text("sheet", &**sheet).text("cell", &**cell),
        Place::Table { table, row, column } => Message::new("word-place-table")
            .count("table", *table as usize)
            .count("row", *row as usize)
            .count("column", *column as usize),
        _ => Message::new("amend-place-other"),
    }
}
