//! The streams of a Word file, and the parts that the text needs.
use super::container::{Container, MAIN, damaged};
use super::fib::{Fib, Part};
use super::pages::Runs;
use super::pieces::Pieces;
use crate::ReadError;

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
    /// When the text cannot be found.
    pub(super) fn read(streams: &'a Streams) -> Result<Self, ReadError> {
        let Streams { main, table, .. } = streams;
        let fib = Fib::read(main)?;
        let pieces = Pieces::read(fib.part(Part::Pieces, table), main)?;
        let characters = Runs::of_characters(fib.part(Part::CharacterPages, table), main);
        let paragraphs = Runs::of_paragraphs(fib.part(Part::ParagraphPages, table), main);
        Ok(Self { fib, streams, pieces, characters, paragraphs })
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
