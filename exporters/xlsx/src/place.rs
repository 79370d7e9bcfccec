//! Places of documents in words.
use gouji_model::{Arg, Message, Origin, Place};

/// Where something stands, as a person would look it up.
pub(crate) fn message(origin: &Origin) -> Message {
    let count = |key: &'static str, name: &'static str, number: u32| Message::new(key).count(name, number as usize);
    let place = match &origin.place {
        Place::Line { line } => count("word-place-line", "line", *line),
        Place::Paragraph { paragraph } => count("word-place-paragraph", "paragraph", *paragraph),
        Place::Table { table, row, column } => {
            count("word-place-table", "table", *table).count("row", *row as usize).count("column", *column as usize)
        }
        Place::Sheet { sheet, cell } => Message::new("word-place-sheet").text("sheet", &**sheet).text("cell", &**cell),
        Place::Page { page, .. } => count("word-place-page", "page", *page),
    };
    match &origin.part {
        Some(part) => {
            Message::new("word-place-part").text("part", &**part).with("place", Arg::Message(Box::new(place)))
        }
        None => place,
    }
}
