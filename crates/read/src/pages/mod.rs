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
mod shapes;
mod tables;
mod writer;

use gouji_model::Document;

use crate::{Limits, ReadError};
use furniture::Furniture;

pub(crate) use geometry::{Matrix, Rect};
pub(crate) use page::{DEPTH, HEIGHT, Page};
pub(crate) use shapes::{Path, is_white};
pub(crate) use writer::{Glyph, Writer};

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
