//! Little-endian numbers and tables in bytes; what lies beyond the end is `None`.

/// A part of the bytes.
pub(super) fn part(bytes: &[u8], at: usize, length: usize) -> Option<&[u8]> {
    bytes.get(at..at.checked_add(length)?)
}

fn array<const N: usize>(bytes: &[u8], at: usize) -> Option<[u8; N]> {
    part(bytes, at, N)?.try_into().ok()
}

/// Two bytes, unsigned.
pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    array(bytes, at).map(u16::from_le_bytes)
}

/// Two bytes, signed.
pub(super) fn i16_at(bytes: &[u8], at: usize) -> Option<i16> {
    array(bytes, at).map(i16::from_le_bytes)
}

/// Four bytes, unsigned.
pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    array(bytes, at).map(u32::from_le_bytes)
}

/// Four bytes, unsigned, as an offset or a count.
pub(super) fn size_at(bytes: &[u8], at: usize) -> Option<usize> {
    u32_at(bytes, at).and_then(|size| usize::try_from(size).ok())
}

/// UTF-16 characters; a half of a pair is shown as `�`.
pub(super) fn wide_text(bytes: &[u8]) -> String {
    let units = bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
    char::decode_utf16(units).map(|character| character.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// A table of positions with data between them ([MS-DOC] 2.2.2, PLC).
#[derive(Clone, Copy)]
pub(super) struct Positions<'a> {
    bytes: &'a [u8],
    size: usize,
    count: usize,
}

impl<'a> Positions<'a> {
    /// Of a part of a file, with `size` bytes of data for each.
    pub(super) fn new(bytes: &'a [u8], size: usize) -> Self {
        Self { bytes, size, count: bytes.len().saturating_sub(4) / (4 + size) }
    }

    /// Number of data.
    pub(super) fn len(self) -> usize {
        self.count
    }

    /// The position before the data of this index, or behind the last.
    pub(super) fn position(self, index: usize) -> Option<u32> {
        u32_at(self.bytes, index * 4).filter(|_| index <= self.count)
    }

    /// The data of this index.
    pub(super) fn data(self, index: usize) -> Option<&'a [u8]> {
        part(self.bytes, (self.count + 1) * 4 + index * self.size, self.size).filter(|_| index < self.count)
    }
}
