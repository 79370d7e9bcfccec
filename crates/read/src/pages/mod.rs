//! Documents whose pages say only where text and lines stand: PDF and OFD.
//!
//! Lines that meet draw the cells of a table ([`rulings`], [`cells`]), which take the text whose middle they hold
//! ([`tables`]); fragments on pages that follow are put together by the edges of their columns ([`joining`]). What is
//! outside tables is lines ([`flow`]), columns without lines ([`aligned`]) or paragraphs ([`paragraphs`]).
mod aligned;
mod blocks;
mod cells;
mod flow;
mod furniture;
mod geometry;
mod grids;
mod joining;
mod lines;
mod notes;
mod page;
mod paragraphs;
mod rulings;
mod seen;
mod shapes;
mod tables;
mod writer;

use gouji_model::{Block, Document, Origin};

use crate::{Limits, ReadError};
use furniture::Furniture;

pub(crate) use geometry::{Matrix, Rect};
pub(crate) use page::{DEPTH, HEIGHT, Page, Picture};
pub(crate) use shapes::{Path, is_white};
pub(crate) use writer::{Glyph, Writer};

/// Page, picture and image of every picture that stands where text was expected, as far as the reader keeps the images.
pub(crate) fn scans(pages: &[Page]) -> Vec<[usize; 3]> {
    let on = |(number, page)| {
        flow::pictures(page).filter_map(move |picture| Some([number, picture, page.pictures.get(picture)?.image?]))
    };
    pages.iter().enumerate().flat_map(on).collect()
}

/// Changes the origin of everything in a document.
pub(crate) fn each_origin(document: &mut Document, change: impl Fn(&mut Origin)) {
    for block in &mut document.blocks {
        match block {
            Block::Paragraph(paragraph) => change(&mut paragraph.origin),
            Block::Picture(picture) => change(&mut picture.origin),
            Block::Grid(grid) => grid.rows.iter_mut().flatten().for_each(|cell| change(&mut cell.origin)),
        }
    }
    document.notes.iter_mut().filter_map(|note| note.origin.as_mut()).for_each(change);
}

/// What stands on pages as a document.
///
/// # Errors
/// When the tables have more cells than allowed.
pub(crate) fn document(pages: &[Page], limits: &Limits) -> Result<Document, ReadError> {
    let furniture = Furniture::of(pages);
    let (items, dropped) = flow::items(pages, limits, |line, page| furniture.holds(line, page))?;
    let notes = notes::notes(pages, &items, &dropped);
    Ok(Document { blocks: blocks::blocks(&items), notes, extracted: true })
}
