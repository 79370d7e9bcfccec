//! What is said of a reading: pictures, unknown characters, recognised text, what was left out.
use gouji_model::{Message, Note};

use super::flow::{Item, PlacedLine};
use super::page::Page;

/// The reading notes.
pub(super) fn notes(pages: &[Page], items: &[Item<'_>], dropped: &[PlacedLine<'_>]) -> Vec<Note> {
    let mut notes = Vec::new();
    for item in items {
        if let Item::Picture(page, rect) = item {
            let message = Message::new("reading-page-picture").text("page", page.to_string());
            notes.push(Note { message, origin: Some(rect.origin(*page)) });
        }
    }
    for page in pages {
        if page.unknown > 0 {
            let message =
                Message::new("reading-page-unknown").text("page", page.number.to_string()).count("count", page.unknown);
            notes.push(Note { message, origin: Some(page.rect().origin(page.number)) });
        }
        if page.drawing {
            let message = Message::new("reading-page-drawing").text("page", page.number.to_string());
            notes.push(Note { message, origin: Some(page.rect().origin(page.number)) });
        }
    }
    let hidden: usize = pages.iter().map(|page| page.hidden).sum();
    let characters: usize = pages.iter().map(Page::characters).sum();
    if 2 * hidden > characters {
        notes.push(Note { message: Message::new("reading-page-recognised"), origin: None });
    }
    if let Some(first) = dropped.first() {
        let message = Message::new("reading-page-furniture").count("count", dropped.len());
        notes.push(Note { message, origin: Some(first.line.rect.origin(first.page)) });
    }
    notes
}
