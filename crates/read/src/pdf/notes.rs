//! What cannot be read at all: scans, and text that no one can decode.
use gouji_model::Message;

use crate::ReadError;
use crate::pages::Page;

/// Refuses a file without text, or with text that no one can decode.
pub(super) fn refuse_textless(pages: &[Page]) -> Result<(), ReadError> {
    let characters: usize = pages.iter().map(Page::characters).sum();
    let unknown: usize = pages.iter().map(|page| page.unknown).sum();
    if 2 * unknown > characters {
        return Err(ReadError(Message::new("read-pdf-undecodable").count("count", unknown).count("all", characters)));
    }
    if characters > 0 {
        return Ok(());
    }
    let pictures = pages.iter().filter(|page| !page.pictures.is_empty()).count();
    let key = match (pages.len(), pictures) {
        (0, _) => "read-pdf-broken",
        (_, 0) => "read-pdf-empty",
        _ => "read-pdf-scan",
    };
    Err(ReadError(Message::new(key).count("pages", pages.len())))
}
