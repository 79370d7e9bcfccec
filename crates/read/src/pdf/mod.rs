//! PDF: tables from their ruling lines or from the alignment of text, and paragraphs.
//!
//! Page descriptions are carried out only as far as they place text, lines and pictures ([`content`]). Lines that meet
//! draw the cells of a table ([`rulings`], [`cells`]), which take the text whose middle they hold ([`tables`]);
//! fragments on pages that follow are put together by the edges of their columns ([`joining`]). What is outside tables
//! is lines ([`flow`]), columns without lines ([`aligned`]) or paragraphs ([`paragraphs`]).
mod aligned;
mod blocks;
mod bombs;
mod budget;
mod cells;
mod content;
mod flow;
mod fonts;
mod furniture;
mod geometry;
mod grids;
mod joining;
mod lines;
mod notes;
mod open;
mod page;
mod paragraphs;
mod rulings;
mod shapes;
mod state;
mod tables;
mod writing;

use gouji_model::Document;

use crate::{Input, Limits, ReadError, Reader};
use furniture::Furniture;

/// The reader of PDF.
pub(crate) const READER: Reader = Reader { name: "pdf", sniff, read };

/// The mark may stand behind a few bytes of something else.
fn sniff(bytes: &[u8]) -> bool {
    bytes.get(..bytes.len().min(1024)).is_some_and(|head| head.windows(5).any(|window| window == b"%PDF-"))
}

fn read(bytes: &[u8], limits: &Limits) -> Result<Input, ReadError> {
    let pages = open::pages(bytes, limits)?;
    notes::refuse_textless(&pages)?;
    let furniture = Furniture::of(&pages);
    let (items, dropped) = flow::items(&pages, limits, |line, page| furniture.holds(line, page))?;
    let notes = notes::notes(&pages, &items, &dropped);
    Ok(Input::Document(Document { blocks: blocks::blocks(&items), notes, extracted: true }))
}
