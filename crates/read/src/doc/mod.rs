//! Word 97–2003 files and WPS files (doc, dot, wps, wpt), as Word shows them: automatic numbers resolved, tracked changes
//! accepted, hidden text left out. Headers, footers, notes and comments are not read.
//!
//! What is shown is the same as in a docx, so its numbering, its merging of cells and its blocks are used.
mod assembly;
mod bytes;
mod columns;
mod container;
mod drawings;
mod fib;
mod line;
mod lists;
mod pages;
mod parts;
mod pieces;
mod properties;
mod row;
mod sprm;
mod story;
mod styles;
mod tables;
mod walk;

use gouji_model::{Document, Message, Note};

use self::parts::{Parts, Streams};
use self::walk::Walk;
use crate::docx::blocks::Blocks;
use crate::{Input, Limits, ReadError, Reader};

/// The reader of Word 97–2003 files.
pub(crate) const READER: Reader = Reader { name: "doc", sniff: container::is_word, read };

fn read(bytes: &[u8], limits: &Limits) -> Result<Input, ReadError> {
    let streams = Streams::read(bytes)?;
    let parts = Parts::read(&streams, limits)?;
    let mut walk = Walk::new(&parts);
    let mut blocks = Blocks::of(walk.body()?);
    if blocks.found.is_empty() {
        return Err(ReadError(Message::new("read-blank")));
    }
    let mut notes: Vec<_> = walk.tally.notes().collect();
    if walk.displaced > 0 {
        let message = Message::new("reading-doc-displaced").count("count", walk.displaced);
        notes.push(Note { message, origin: None });
    }
    notes.append(&mut walk.notes);
    notes.append(&mut blocks.notes);
    Ok(Input::Document(Document { blocks: blocks.found, notes, extracted: false }))
}
