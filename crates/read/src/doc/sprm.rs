//! Changes of properties, which is how a Word file writes them ([MS-DOC] 2.6, `Sprm`).
use super::bytes::{part, size_at, u16_at};

/// Definition of the cells of a row, whose size has two bytes.
pub(super) const DEFINE_ROW: u16 = 0xD608;
const CHANGE_TABS: u16 = 0xC615;
/// Changes that lie in the data stream, since they are too many for a page.
const ELSEWHERE: [u16; 3] = [0x6645, 0x6646, 0x646B];

/// The changes in a row of bytes: the property and its operand, without the operand's size.
pub(super) struct Sprms<'a>(pub(super) &'a [u8]);

impl<'a> Iterator for Sprms<'a> {
    type Item = (u16, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let sprm = u16_at(self.0, 0)?;
        let rest = &self.0[2..];
        let (head, length) = operand_size(sprm, rest)?;
        let operand = part(rest, head, length)?;
        self.0 = &rest[head + length..];
        Some((sprm, operand))
    }
}

/// Bytes of the size of an operand, and of the operand.
fn operand_size(sprm: u16, rest: &[u8]) -> Option<(usize, usize)> {
    Some(match sprm >> 13 {
        0 | 1 => (0, 1),
        2 | 4 | 5 => (0, 2),
        3 => (0, 4),
        7 => (0, 3),
        _ if sprm == DEFINE_ROW => (2, usize::from(u16_at(rest, 0)?).saturating_sub(1)),
        _ => match (sprm, *rest.first()?) {
            (CHANGE_TABS, 255) => {
                let deleted = usize::from(*rest.get(1)?) * 4;
                let added = usize::from(*rest.get(2 + deleted)?) * 3;
                (1, 2 + deleted + added)
            }
            (_, size) => (1, usize::from(size)),
        },
    })
}

/// Changes, as they stand.
#[derive(Clone, Copy)]
pub(super) enum Changes<'a> {
    /// In a row of bytes.
    All(&'a [u8]),
    /// One alone, with its operand.
    One(u16, u8),
}

/// Visits changes, those that they put into the data stream among them. Gives how many of the bytes of `room` are left;
/// `None` if they are not enough.
pub(super) fn each(changes: Changes<'_>, data: &[u8], room: usize, visit: &mut dyn FnMut(u16, &[u8])) -> Option<usize> {
    let bytes = match changes {
        Changes::All(bytes) => bytes,
        Changes::One(sprm, operand) => {
            visit(sprm, &[operand]);
            return Some(room);
        }
    };
    let mut room = room.checked_sub(bytes.len())?;
    for (sprm, operand) in Sprms(bytes) {
        if ELSEWHERE.contains(&sprm) {
            let at = size_at(operand, 0).unwrap_or(usize::MAX);
            let length = u16_at(data, at).unwrap_or(0);
            let elsewhere = part(data, at.saturating_add(2), usize::from(length)).unwrap_or_default();
            room = room.checked_sub(elsewhere.len())?;
            Sprms(elsewhere).for_each(|(sprm, operand)| visit(sprm, operand));
        } else {
            visit(sprm, operand);
        }
    }
    Some(room)
}
