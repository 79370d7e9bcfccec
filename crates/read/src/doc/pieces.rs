//! The pieces of which the text is made ([MS-DOC] 2.9.38, `Clx`).
use super::bytes::{Positions, part, size_at, u16_at, u32_at};
use super::container::damaged;
use super::sprm::Changes;
use crate::{Limits, ReadError};

/// A piece of the text that lies in one place.
#[derive(Clone, Copy)]
pub(super) struct Piece {
    /// First character, and the first behind it.
    pub(super) from: u32,
    /// The first character behind it.
    pub(super) to: u32,
    /// Where its bytes begin.
    pub(super) at: u32,
    /// One byte for a character, in Windows-1252; else two, in UTF-16.
    pub(super) narrow: bool,
    /// What is changed in its properties.
    changes: u16,
}

/// All pieces.
pub(super) struct Pieces<'a> {
    pieces: Vec<Piece>,
    changes: Vec<&'a [u8]>,
}

impl Piece {
    /// Bytes for a character.
    pub(super) fn width(self) -> u32 {
        if self.narrow { 1 } else { 2 }
    }
}

impl<'a> Pieces<'a> {
    /// Reads the part; `main` has the bytes that it points to. Pieces that follow a faulty one are left out.
    ///
    /// # Errors
    /// When there is no text.
    pub(super) fn read(part_of: &'a [u8], main: &[u8], limits: &Limits) -> Result<Self, ReadError> {
        let mut changes = Vec::new();
        let mut rest = part_of;
        while let (Some(1), Some(length)) = (rest.first(), u16_at(rest, 1)) {
            let length = usize::from(length);
            changes.push(part(rest, 3, length).ok_or_else(|| damaged(TEXT))?);
            rest = &rest[3 + length..];
        }
        let table = match (rest.first(), size_at(rest, 1)) {
            (Some(2), Some(length)) => &rest[5..rest.len().min(length.saturating_add(5))],
            _ => return Err(damaged(TEXT)),
        };
        let pieces = pieces(Positions::new(table, 8), main, limits.doc_characters as usize);
        if pieces.is_empty() { Err(damaged(TEXT)) } else { Ok(Self { pieces, changes }) }
    }

    /// The pieces that hold characters of a range, cut to it.
    pub(super) fn within(&self, from: u32, to: u32) -> impl Iterator<Item = Piece> {
        let first = self.pieces.partition_point(|piece| piece.to <= from);
        let pieces = self.pieces[first..].iter().take_while(move |piece| piece.from < to);
        pieces.map(move |piece| {
            let start = piece.from.max(from);
            let at = piece.at + (start - piece.from) * piece.width();
            Piece { from: start, to: piece.to.min(to), at, ..*piece }
        })
    }

    /// What a piece changes in its properties ([MS-DOC] 2.9.209, `Prm`).
    pub(super) fn changes(&self, piece: Piece) -> Changes<'a> {
        let index = usize::from(piece.changes >> 1);
        let short = || SHORT.iter().find(|(short, _)| usize::from(*short) == index & 0x7F);
        if piece.changes & 1 == 1 {
            return Changes::All(self.changes.get(index).copied().unwrap_or_default());
        }
        short().map_or(Changes::All(&[]), |(_, sprm)| Changes::One(*sprm, piece.changes.to_le_bytes()[1]))
    }
}

/// Changes with a short name, of those that are asked for.
const SHORT: [(u8, u16); 7] =
    [(0x0C, 0x260A), (0x18, 0x2416), (0x19, 0x2417), (0x41, 0x0800), (0x42, 0x0801), (0x53, 0x2A33), (0x5C, 0x083C)];

const TEXT: &str = "Clx";

/// At most so many pieces, one behind the other. Together they have no more characters than the stream has bytes: pieces
/// do not share their places.
fn pieces(table: Positions<'_>, main: &[u8], most: usize) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut room = main.len();
    for index in 0..table.len() {
        let Some(piece) = piece(table, index, main) else { break };
        let length = (piece.to - piece.from) as usize;
        if length > room || pieces.len() == most {
            break;
        }
        room -= length;
        if length > 0 {
            pieces.push(piece);
        }
    }
    pieces
}

fn piece(table: Positions<'_>, index: usize, main: &[u8]) -> Option<Piece> {
    let (from, to, data) = (table.position(index)?, table.position(index + 1)?, table.data(index)?);
    let place = u32_at(data, 2)?;
    let narrow = place & 0x4000_0000 != 0;
    let place = place & 0x3FFF_FFFF;
    let at = if narrow { place / 2 } else { place };
    let piece = Piece { from, to, at, narrow, changes: u16_at(data, 6)? };
    let bytes = to.checked_sub(from)?.checked_mul(piece.width())?;
    part(main, at as usize, bytes as usize)?;
    Some(piece)
}
