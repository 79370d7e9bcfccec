//! Places of documents in words.
use gouji_edits::Finding;
use gouji_model::{Arg, Message, Origin, Place};

/// Where something stands, as a person would look it up.
pub fn place_message(origin: &Origin) -> Message {
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

/// Where to look for a finding: the paragraph of a section for what is told in prose, else the place in the document.
pub fn finding_place(finding: &Finding) -> Option<Message> {
    let place = finding.origin.as_ref().map(place_message);
    let Some(passage) = &finding.passage else { return place };
    let key = if place.is_some() { "word-place-passage-at" } else { "word-place-passage" };
    let message = Message::new(key).label("section", &passage.heading).count("paragraph", passage.paragraph as usize);
    Some(match place {
        Some(place) => message.with("place", Arg::Message(Box::new(place))),
        None => message,
    })
}
