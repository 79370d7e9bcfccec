//! The records of an Excel 97–2003 workbook (BIFF8; [MS-XLS] 2.1.4): numbers, lengths, and text that goes on in the next
//! record. Reading beyond the end of a record gives nothing.

/// A record.
#[derive(Clone, Copy)]
pub(super) struct Record<'a> {
    pub(super) kind: u16,
    pub(super) data: &'a [u8],
    /// Where the next record begins.
    pub(super) end: usize,
}

impl<'a> Record<'a> {
    /// The record at a place in the stream.
    pub(super) fn at(stream: &'a [u8], place: usize) -> Option<Self> {
        let kind = u16_at(stream, place)?;
        let length = usize::from(u16_at(stream, place.checked_add(2)?)?);
        let start = place + 4;
        let end = (start + length).min(stream.len());
        Some(Self { kind, data: &stream[start..end], end })
    }

    pub(super) fn u16(&self, place: usize) -> Option<u16> {
        u16_at(self.data, place)
    }

    pub(super) fn u32(&self, place: usize) -> Option<u32> {
        self.data.get(place..place + 4).and_then(|bytes| bytes.try_into().ok()).map(u32::from_le_bytes)
    }

    pub(super) fn f64(&self, place: usize) -> Option<f64> {
        self.data.get(place..place + 8).and_then(|bytes| bytes.try_into().ok()).map(f64::from_le_bytes)
    }

    /// A number packed into four bytes ([MS-XLS] 2.5.122).
    pub(super) fn packed(&self, place: usize) -> Option<f64> {
        let bits = self.u32(place)?;
        let number = if bits & 2 == 0 {
            f64::from_bits(u64::from(bits & !3) << 32)
        } else {
            f64::from(i32::from_le_bytes(bits.to_le_bytes()) >> 2)
        };
        Some(if bits & 1 == 0 { number } else { number / 100.0 })
    }
}

fn u16_at(bytes: &[u8], place: usize) -> Option<u16> {
    bytes.get(place..place.checked_add(2)?).and_then(|bytes| bytes.try_into().ok()).map(u16::from_le_bytes)
}

/// A reader of strings over a record and those that continue it.
pub(super) struct Strings<'a> {
    pieces: Vec<&'a [u8]>,
    piece: usize,
    place: usize,
}

impl<'a> Strings<'a> {
    /// Over the data of a record, from a place on, and of those that continue it.
    pub(super) fn new(pieces: Vec<&'a [u8]>, place: usize) -> Self {
        Self { pieces, piece: 0, place }
    }

    fn byte(&mut self) -> Option<u8> {
        while self.place >= self.pieces.get(self.piece)?.len() {
            self.piece += 1;
            self.place = 0;
        }
        self.place += 1;
        Some(self.pieces[self.piece][self.place - 1])
    }

    fn number(&mut self, bytes: u32) -> Option<u32> {
        (0..bytes).try_fold(0, |number, position| Some(number | u32::from(self.byte()?) << (8 * position)))
    }

    fn skip(&mut self, mut count: usize) -> Option<()> {
        while count > 0 {
            let left = self.pieces.get(self.piece)?.len().saturating_sub(self.place);
            if left >= count {
                self.place += count;
                return Some(());
            }
            count -= left;
            self.piece += 1;
            self.place = 0;
        }
        Some(())
    }

    /// A string with a length of one or two bytes, without its formats and readings ([MS-XLS] 2.5.293).
    pub(super) fn string(&mut self, length_bytes: u32) -> Option<String> {
        let length = self.number(length_bytes)?;
        let flags = self.byte()?;
        let runs = if flags & 8 != 0 { self.number(2)? } else { 0 };
        let readings = if flags & 4 != 0 { self.number(4)? } else { 0 };
        let text = self.characters(length, flags & 1 != 0)?;
        self.skip(4 * runs as usize + readings as usize)?;
        Some(text)
    }

    fn characters(&mut self, length: u32, mut wide: bool) -> Option<String> {
        let mut units: Vec<u16> = Vec::new();
        for _ in 0..length {
            // Where characters go on in the next record, it begins by saying how wide they are.
            if self.place >= self.pieces.get(self.piece)?.len() && self.piece + 1 < self.pieces.len() {
                self.piece += 1;
                self.place = 0;
                wide = self.byte()? & 1 != 0;
            }
            units.push(u16::try_from(self.number(if wide { 2 } else { 1 })?).ok()?);
        }
        Some(String::from_utf16_lossy(&units))
    }
}
