//! What is said of a reading: pictures, unknown characters, recognised text, what was left out.
use gouji_model::{Message, Note};

use super::flow::{Item, PlacedLine};
use super::page::Page;
use super::tables::Cell;

/// The reading notes.
pub(super) fn notes(pages: &[Page], items: &[Item<'_>], dropped: &[PlacedLine<'_>]) -> Vec<Note> {
    let mut notes = Vec::new();
    for item in items {
        if let Item::Picture(page, rect) = item {
            let message = Message::new("reading-page-picture").text("page", page.to_string());
            notes.push(Note { message, origin: Some(rect.origin(*page)) });
        }
    }
    for item in items {
        if let Item::Table(table) = item {
            notes.extend(table.cells.iter().filter(|cell| cell.rejoined).map(rejoined));
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
    notes.extend(pages.iter().filter(|page| page.sighted.any).flat_map(seen));
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

/// What is said of a number that a narrow column broke.
fn rejoined(cell: &Cell) -> Note {
    let message = Message::new("reading-page-number-rejoined").text("page", cell.page.to_string());
    Note { message: message.text("number", &*cell.text), origin: Some(cell.rect.origin(cell.page)) }
}

/// Texts that are named in one note.
const NAMED: usize = 5;

/// What is said of a page that an OCR program saw.
fn seen(page: &Page) -> impl Iterator<Item = Note> {
    let number = page.number.to_string();
    let whole = Note {
        message: Message::new("reading-ocr").text("page", &*number),
        origin: Some(page.rect().origin(page.number)),
    };
    let doubtful = page.sighted.doubtful.first().map(|(rect, _)| {
        let named: Vec<&str> = page.sighted.doubtful.iter().take(NAMED).map(|(_, text)| &**text).collect();
        let message = Message::new("reading-ocr-doubtful").text("page", number);
        let message = message.count("count", page.sighted.doubtful.len()).text("texts", named.join("、"));
        Note { message, origin: Some(rect.origin(page.number)) }
    });
    [Some(whole), doubtful].into_iter().flatten()
}
