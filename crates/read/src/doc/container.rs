//! The compound file in which a Word file lies ([MS-CFB]).
use std::io::{Cursor, Read as _};

use cfb::CompoundFile;
use gouji_model::Message;
use memchr::memmem;

use crate::ReadError;

/// Name of the stream that makes a compound file a Word file.
pub(super) const MAIN: &str = "WordDocument";

const MAGIC: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// A compound file.
pub(super) struct Container<'a> {
    file: CompoundFile<Cursor<&'a [u8]>>,
    bytes: u64,
}

/// Whether the content is a compound file with the main stream of a Word file. One inside another file, as in a
/// spreadsheet with an embedded text, does not count. A damaged file counts, so that it is told as damaged.
pub(super) fn is_word(bytes: &[u8]) -> bool {
    let wide: Vec<u8> = MAIN.bytes().flat_map(|byte| [byte, 0]).collect();
    bytes.starts_with(MAGIC)
        && memmem::find(bytes, &wide).is_some()
        && CompoundFile::open(Cursor::new(bytes)).map_or(true, |file| file.is_stream(MAIN))
}

impl<'a> Container<'a> {
    /// Opens a file.
    ///
    /// # Errors
    /// When its directory is damaged.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, ReadError> {
        let file = CompoundFile::open(Cursor::new(bytes)).map_err(|error| damaged(&error.to_string()))?;
        Ok(Self { file, bytes: bytes.len() as u64 })
    }

    /// The content of a stream; no stream is longer than the file. `None` if there is none or it is damaged.
    pub(super) fn stream(&mut self, name: &str) -> Option<Vec<u8>> {
        let mut content = Vec::new();
        let stream = self.file.open_stream(name).ok()?;
        stream.take(self.bytes).read_to_end(&mut content).ok()?;
        Some(content)
    }
}

/// A file that cannot be read, for a cause.
pub(super) fn damaged(cause: &str) -> ReadError {
    ReadError(Message::new("read-doc-damaged").text("cause", cause))
}
