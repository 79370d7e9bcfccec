//! Pixels of a page as a PNG file (ISO/IEC 15948), the one form of them that every OCR program takes.
use std::io::Write as _;

use flate2::write::ZlibEncoder;
use flate2::{Compression, Crc};

/// Rows of pixels, each padded to whole bytes.
pub(crate) struct Pixels<'a> {
    pub(crate) width: u32,
    pub(crate) height: u32,
    /// Bits of a component: 1, 2, 4 or 8.
    pub(crate) bits: u8,
    /// Red, green and blue; else grey.
    pub(crate) colour: bool,
    pub(crate) rows: &'a [u8],
}

/// The file; `None` where there are fewer bytes than pixels, or more bits than PNG has here.
pub(crate) fn png(pixels: &Pixels<'_>) -> Option<Vec<u8>> {
    if ![1, 2, 4, 8].contains(&pixels.bits) || pixels.width == 0 || pixels.height == 0 {
        return None;
    }
    let components = if pixels.colour { 3 } else { 1 };
    let bits = usize::try_from(pixels.width).ok()?.checked_mul(components * usize::from(pixels.bits))?;
    let row = bits.div_ceil(8);
    let all = pixels.rows.get(..row.checked_mul(usize::try_from(pixels.height).ok()?)?)?;
    let mut head = Vec::new();
    head.extend(pixels.width.to_be_bytes());
    head.extend(pixels.height.to_be_bytes());
    head.extend([pixels.bits, if pixels.colour { 2 } else { 0 }, 0, 0, 0]);
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::fast());
    for row in all.chunks_exact(row) {
        // Each row begins with its filter: none.
        packed.write_all(&[0]).ok()?;
        packed.write_all(row).ok()?;
    }
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    for (kind, content) in [(b"IHDR", head), (b"IDAT", packed.finish().ok()?), (b"IEND", Vec::new())] {
        let mut sum = Crc::new();
        sum.update(kind);
        sum.update(&content);
        file.extend(u32::try_from(content.len()).ok()?.to_be_bytes());
        file.extend(kind);
        file.extend(content);
        file.extend(sum.sum().to_be_bytes());
    }
    Some(file)
}
