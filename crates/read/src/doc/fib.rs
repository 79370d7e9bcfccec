//! The head of a Word file, which says where everything is ([MS-DOC] 2.5, `Fib`).
use gouji_model::Message;

use super::bytes::{part, size_at, u16_at};
use super::container::damaged;
use crate::ReadError;

/// A part of the file that the head points to; the number is its place in the head.
#[derive(Clone, Copy)]
pub(super) enum Part {
    /// Styles.
    Styles = 1,
    /// Pages of character properties.
    CharacterPages = 12,
    /// Pages of paragraph properties.
    ParagraphPages = 13,
    /// Fonts.
    Fonts = 15,
    /// Pieces of the text.
    Pieces = 33,
    /// Where drawings of the body are anchored.
    Anchors = 40,
    /// Drawings.
    Drawings = 50,
    /// Text boxes of the body.
    TextBoxes = 56,
    /// Lists.
    Lists = 73,
    /// Instances of lists.
    ListInstances = 74,
}

/// Where the counts of characters and the places of the parts begin.
const COUNTS: usize = 76;
const PARTS: usize = 154;

/// Word 97; the head of older files is another.
const FIRST_VERSION: u16 = 0xC1;
const MAGIC: u16 = 0xA5EC;
const OLD_MAGICS: [u16; 4] = [0xA5DC, 0xA5DB, 0xA59B, 0xA59C];

/// The head.
pub(super) struct Fib<'a> {
    main: &'a [u8],
    /// Name of the stream that holds the parts.
    pub(super) table_name: &'static str,
    /// Characters of the body.
    pub(super) body: u32,
    /// Characters between the body and the text boxes: notes, headers, comments.
    pub(super) between: u32,
    /// Characters of the text boxes.
    pub(super) text_boxes: u32,
}

impl<'a> Fib<'a> {
    /// Reads the head of the main stream.
    ///
    /// # Errors
    /// When it is cut off, from an older version of Word, or encrypted.
    pub(super) fn read(main: &'a [u8]) -> Result<Self, ReadError> {
        let (Some(magic), Some(version), Some(flags)) = (u16_at(main, 0), u16_at(main, 2), u16_at(main, 10)) else {
            return Err(damaged(HEAD));
        };
        if OLD_MAGICS.contains(&magic) || (magic == MAGIC && version < FIRST_VERSION) {
            return Err(ReadError(Message::new("read-doc-old")));
        }
        if magic != MAGIC {
            return Err(damaged(HEAD));
        }
        if flags & 0x0100 != 0 {
            return Err(ReadError(Message::new("read-encrypted")));
        }
        let count = |index: usize| size_at(main, COUNTS + index * 4).and_then(|count| u32::try_from(count).ok());
        let counts: Option<Vec<u32>> = (0..7).map(count).collect();
        let counts = counts.ok_or_else(|| damaged(HEAD))?;
        let between = [1, 2, 4, 5].iter().fold(0_u32, |sum, index| sum.saturating_add(counts[*index]));
        let table_name = if flags & 0x0200 != 0 { "1Table" } else { "0Table" };
        Ok(Self { main, table_name, body: counts[0], between, text_boxes: counts[6] })
    }

    /// A part, out of the stream that holds the parts; empty if there is none.
    pub(super) fn part<'t>(&self, part_of: Part, table: &'t [u8]) -> &'t [u8] {
        let (at, length) = self.place(part_of);
        part(table, at, length).unwrap_or_default()
    }

    /// A part and what follows it.
    pub(super) fn part_and_rest<'t>(&self, part_of: Part, table: &'t [u8]) -> &'t [u8] {
        match self.place(part_of) {
            (_, 0) => &[],
            (at, _) => table.get(at..).unwrap_or_default(),
        }
    }

    /// Where a part lies, and how long it is.
    fn place(&self, part_of: Part) -> (usize, usize) {
        let at = PARTS + part_of as usize * 8;
        (size_at(self.main, at).unwrap_or(0), size_at(self.main, at + 4).unwrap_or(0))
    }
}

const HEAD: &str = "FIB";
