//! PDF: page descriptions, carried out only as far as they place text, lines and pictures ([`content`]); what these mean
//! is found out by [`crate::pages`].
mod bombs;
mod budget;
mod content;
mod fonts;
mod notes;
mod open;
mod state;
mod writing;

use crate::{Input, Limits, ReadError, Reader, pages};

/// The reader of PDF.
pub(crate) const READER: Reader = Reader { name: "pdf", sniff, read };

/// The mark may stand behind a few bytes of something else.
fn sniff(bytes: &[u8]) -> bool {
    bytes.get(..bytes.len().min(1024)).is_some_and(|head| head.windows(5).any(|window| window == b"%PDF-"))
}

fn read(bytes: &[u8], limits: &Limits) -> Result<Input, ReadError> {
    let pages = open::pages(bytes, limits)?;
    notes::refuse_textless(&pages)?;
    Ok(Input::Document(pages::document(&pages, limits)?))
}
