//! What is said of a reading: scans, pictures, unknown characters, what was left out.
use gouji_model::{Message, Note};

use super::flow::{Item, PlacedLine};
use super::page::Page;
use crate::ReadError;

/// Refuses a file without text, or with text that no one can decode.
pub(super) fn refuse_textless(pages: &[Page]) -> Result<(), ReadError> {
    let characters: usize = pages.iter().flat_map(|page| &page.runs).map(|run| run.text.chars().count()).sum();
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

/// The reading notes.
pub(super) fn notes(pages: &[Page], items: &[Item<'_>], dropped: &[PlacedLine<'_>]) -> Vec<Note> {
    let mut notes = Vec::new();
    for item in items {
        if let Item::Picture(page, rect) = item {
            let message = Message::new("reading-pdf-picture").text("page", page.to_string());
            notes.push(Note { message, origin: Some(rect.origin(*page)) });
        }
    }
    for page in pages {
        if page.unknown > 0 {
            let message =
                Message::new("reading-pdf-unknown").text("page", page.number.to_string()).count("count", page.unknown);
            notes.push(Note { message, origin: Some(page.rect().origin(page.number)) });
        }
        if page.drawing {
            let message = Message::new("reading-pdf-drawing").text("page", page.number.to_string());
            notes.push(Note { message, origin: Some(page.rect().origin(page.number)) });
        }
    }
    let hidden: usize = pages.iter().map(|page| page.hidden).sum();
    let characters: usize = pages.iter().flat_map(|page| &page.runs).map(|run| run.text.chars().count()).sum();
    if 2 * hidden > characters {
        notes.push(Note { message: Message::new("reading-pdf-recognised"), origin: None });
    }
    if let Some(first) = dropped.first() {
        let message = Message::new("reading-pdf-furniture").count("count", dropped.len());
        notes.push(Note { message, origin: Some(first.line.rect.origin(first.page)) });
    }
    notes
}
