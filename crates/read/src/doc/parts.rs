//! The streams of a Word file, and the parts that the text needs.
use std::cell::Cell;

use gouji_model::Message;

use super::container::{Container, MAIN, damaged};
use super::fib::{Fib, Part};
use super::pages::Runs;
use super::pieces::{Piece, Pieces};
use super::sprm;
use crate::{Limits, ReadError};

/// The streams.
pub(super) struct Streams {
    /// The text, and the properties of its characters and paragraphs.
    pub(super) main: Vec<u8>,
    /// The parts.
    pub(super) table: Vec<u8>,
    /// Pictures and what is too long for the others; empty if there are none.
    pub(super) data: Vec<u8>,
}

/// The parts.
pub(super) struct Parts<'a> {
    /// The head.
    pub(super) fib: Fib<'a>,
    /// The streams.
    pub(super) streams: &'a Streams,
    /// The pieces of the text.
    pub(super) pieces: Pieces<'a>,
    /// Properties of its characters.
    pub(super) characters: Runs<'a>,
    /// Properties of its paragraphs.
    pub(super) paragraphs: Runs<'a>,
    /// The bounds.
    pub(super) limits: &'a Limits,
    /// Bytes of changes that may still be visited; `None` if there were more.
    room: Cell<Option<usize>>,
}

impl Streams {
    /// Reads the streams of a file.
    ///
    /// # Errors
    /// When one that it must have is not there or damaged, or when the file cannot be read.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, ReadError> {
        let mut container = Container::open(bytes)?;
        let main = container.stream(MAIN).ok_or_else(|| damaged(MAIN))?;
        let name = Fib::read(&main)?.table_name;
        let table = container.stream(name).ok_or_else(|| damaged(name))?;
        let data = container.stream("Data").unwrap_or_default();
        Ok(Self { main, table, data })
    }
}

impl<'a> Parts<'a> {
    /// Reads the parts.
    ///
    /// # Errors
    /// When the text cannot be found, or is too long.
    pub(super) fn read(streams: &'a Streams, limits: &'a Limits) -> Result<Self, ReadError> {
        let Streams { main, table, .. } = streams;
        let fib = Fib::read(main)?;
        if fib.body.saturating_add(fib.text_boxes) > limits.doc_characters {
            let limit = limits.doc_characters as usize;
            return Err(ReadError(Message::new("read-doc-too-many-characters").count("limit", limit)));
        }
        let pieces = Pieces::read(fib.part(Part::Pieces, table), main, limits)?;
        let characters = Runs::of_characters(fib.part(Part::CharacterPages, table), main, limits);
        let paragraphs = Runs::of_paragraphs(fib.part(Part::ParagraphPages, table), main, limits);
        let room = Cell::new(Some(limits.doc_changes));
        Ok(Self { fib, streams, pieces, characters, paragraphs, limits, room })
    }

    /// Visits changes of properties, and those of the piece that they lie in.
    pub(super) fn changes(&self, changes: &[u8], piece: Piece, visit: &mut dyn FnMut(u16, &[u8])) {
        let mut room = self.room.get();
        for changes in [sprm::Changes::All(changes), self.pieces.changes(piece)] {
            room = room.and_then(|room| sprm::each(changes, &self.streams.data, room, visit));
        }
        self.room.set(room);
    }

    /// Refuses a file with too many changes.
    ///
    /// # Errors
    /// When not all changes could be visited.
    pub(super) fn check_changes(&self) -> Result<(), ReadError> {
        match self.room.get() {
            Some(_) => Ok(()),
            None => Err(ReadError(Message::new("read-doc-too-many-changes"))),
        }
    }

    /// A part out of the table stream.
    pub(super) fn part(&self, part: Part) -> &'a [u8] {
        self.fib.part(part, &self.streams.table)
    }

    /// A part out of the table stream, and what follows it.
    pub(super) fn part_and_rest(&self, part: Part) -> &'a [u8] {
        self.fib.part_and_rest(part, &self.streams.table)
    }
}
