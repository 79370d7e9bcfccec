//! Comments at cells and sentences of a Word file; its text and all other members of the zip stay as they are.
//!
//! What was made is read again: if anything reads differently, nothing is given.
mod anchors;
mod earlier;
mod parts;

use std::collections::BTreeMap;

use gouji_model::{Date, Message, Origin};

use self::anchors::Anchors;
use self::parts::{Names, Parts};
use super::members;
use crate::docx::main_part;
use crate::{Limits, ReadError, read};

/// A comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// What it is about.
    pub spot: Spot,
    /// Its paragraphs.
    pub lines: Vec<String>,
}

/// What a comment is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spot {
    /// The document as a whole: its first paragraph, as a rule the title.
    Whole,
    /// A cell or a paragraph, as reading the file told its place.
    Place(Origin),
    /// A sentence of a paragraph; the paragraph where the sentence is not found in it.
    Sentence(Origin, String),
}

/// Who comments, and when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Author {
    /// The name.
    pub name: String,
    /// The date; comments bear none without it.
    pub date: Option<Date>,
}

/// A file with comments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotated {
    /// The file.
    pub bytes: Vec<u8>,
    /// Comments whose place was not found; they stand at the first paragraph.
    pub displaced: usize,
}

/// Whether a file can bear comments: a Word file of today.
pub fn can_annotate(bytes: &[u8]) -> bool {
    (crate::docx::READER.sniff)(bytes)
}

/// The file with comments. Those that it has are kept, but for those of the same author that nobody answered: they are
/// of an earlier round.
///
/// # Errors
/// When the file is no Word file of today or damaged, has no text to put a comment to, or would read differently.
pub fn annotate(bytes: &[u8], comments: &[Comment], author: &Author, limits: &Limits) -> Result<Annotated, ReadError> {
    if !can_annotate(bytes) {
        return Err(ReadError(Message::new("annotate-format")));
    }
    let before = read(bytes, limits)?;
    let cleared = earlier::without(bytes, &author.name, limits)?;
    let bytes = cleared.as_deref().unwrap_or(bytes);
    let (name, raw, text) = main_part(bytes, limits)?;
    let parts = Parts::open(bytes, &name, &text, limits)?;
    let names = Names::of(&text).ok_or_else(|| ReadError(Message::new("amend-differs")))?;
    let anchors = Anchors::place(bytes, &text, comments, limits)?;
    let mut contents = BTreeMap::new();
    let mut put = |name: &str, raw: &[u8], old: &str, new: &str| {
        let content = members::encoded(raw, old, new);
        let content = content.ok_or_else(|| ReadError(Message::new("amend-encoding").text("part", name)))?;
        contents.insert(name.to_owned(), content);
        Ok::<(), ReadError>(())
    };
    put(&name, &raw, &text, &anchors.written(&names, parts.first_id))?;
    for part in parts.written(comments, author, &names)? {
        put(&part.name, &part.raw, &part.old, &part.new)?;
    }
    let annotated = members::replaced(bytes, &contents, limits)?;
    if read(&annotated, limits)? != before {
        return Err(ReadError(Message::new("amend-differs")));
    }
    Ok(Annotated { bytes: annotated, displaced: anchors.displaced })
}
