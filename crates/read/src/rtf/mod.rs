//! RTF files, as Word and WPS show them: printed or counted numbers, tracked changes accepted, hidden text left out.
//! Many files named `.doc` are RTF. Headers, footers, notes and comments are not read.
//!
//! bytes ─ [`tokens`] ─▶ [`walk`], with [`state`] for each group, [`words`] for what control words mean, [`charset`] for
//! what bytes mean ─▶ [`flow`], [`row`] ─▶ what the reader of docx makes blocks of. There is no maintained library that
//! reads tables of RTF; the tokens are the small part of it.
mod charset;
mod flow;
mod lists;
mod paragraph;
mod row;
mod said;
mod state;
mod tokens;
mod walk;
mod words;

use gouji_model::{Document, Message, Note};

use crate::detect::unmarked;
use crate::docx::blocks::Blocks;
use crate::{Input, Limits, ReadError, Reader};

/// The reader of RTF files.
pub(crate) const READER: Reader = Reader { name: "rtf", sniff, read };

/// Blanks may stand before the head.
pub(crate) fn sniff(bytes: &[u8]) -> bool {
    unmarked(bytes).trim_ascii_start().starts_with(b"{\\rtf")
}

fn read(bytes: &[u8], limits: &Limits) -> Result<Input, ReadError> {
    let mut walk = walk::Walk::new(unmarked(bytes).trim_ascii_start(), limits);
    let (items, is_ended) = walk.document()?;
    let mut blocks = Blocks::of(items);
    if blocks.found.is_empty() {
        return Err(ReadError(Message::new("read-blank")));
    }
    let behind = walk.tokens.rest().iter().filter(|byte| **byte != 0 && !byte.is_ascii_whitespace()).count();
    let note = |message| Note { message, origin: None };
    let mut notes: Vec<_> = walk.tally.notes().collect();
    if walk.charsets.undecoded > 0 {
        notes.push(note(Message::new("reading-rtf-undecoded").count("count", walk.charsets.undecoded)));
    }
    if !is_ended {
        notes.push(note(Message::new("reading-rtf-cut")));
    } else if behind > 0 {
        notes.push(note(Message::new("reading-rtf-behind").count("count", behind)));
    }
    notes.append(&mut blocks.notes);
    Ok(Input::Document(Document { blocks: blocks.found, notes, extracted: false }))
}
