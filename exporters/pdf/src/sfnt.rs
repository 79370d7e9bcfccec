//! Tables of a TrueType font (ISO/IEC 14496-22), as far as one that is embedded needs them.

/// A font of tables, sorted by their tags.
pub(crate) fn font(tables: Vec<([u8; 4], Vec<u8>)>) -> Vec<u8> {
    let count = u16::try_from(tables.len()).unwrap_or(u16::MAX);
    let power = count.checked_ilog2().unwrap_or_default();
    let range = 16_u16 << power;
    let mut out = vec![0, 1, 0, 0];
    for number in [count, range, u16::try_from(power).unwrap_or_default(), (count * 16).saturating_sub(range)] {
        out.extend(number.to_be_bytes());
    }
    let mut offset = out.len() + 16 * tables.len();
    for (tag, table) in &tables {
        out.extend(tag);
        for number in [checksum(table), length(offset), length(table.len())] {
            out.extend(number.to_be_bytes());
        }
        offset += table.len().next_multiple_of(4);
    }
    for (_, table) in tables {
        out.extend(table);
        out.resize(out.len().next_multiple_of(4), 0);
    }
    out
}

fn length(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

fn checksum(table: &[u8]) -> u32 {
    table.chunks(4).fold(0_u32, |sum, word| {
        let mut bytes = [0; 4];
        bytes[..word.len()].copy_from_slice(word);
        sum.wrapping_add(u32::from_be_bytes(bytes))
    })
}

/// The `cmap` in which `count` glyphs, the first left out, stand for characters from `first` on (format 12).
pub(crate) fn cmap(first: u32, count: u16) -> Vec<u8> {
    let last = first + u32::from(count).saturating_sub(2);
    let mut out = Vec::new();
    // Version, one table: Windows, all of Unicode, 12 bytes from here.
    out.extend([0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12]);
    // Format 12: length, language, one group, which begins with glyph 1.
    out.extend([0, 12, 0, 0]);
    for number in [28, 0, 1, first, last, 1] {
        out.extend(u32::to_be_bytes(number));
    }
    out
}

/// The `head` of another font, with long offsets and no checksum of the whole.
pub(crate) fn head(source: &[u8]) -> Vec<u8> {
    let mut head = source.to_vec();
    put(&mut head, 8, &[0; 4]);
    put(&mut head, 50, &[0, 1]);
    head
}

/// The `hhea` of another font for `count` glyphs that stand in squares of 1,000 units, 880 above the baseline.
pub(crate) fn hhea(source: &[u8], count: u16) -> Vec<u8> {
    let mut hhea = source.to_vec();
    put(&mut hhea, 4, &880_i16.to_be_bytes());
    put(&mut hhea, 6, &(-120_i16).to_be_bytes());
    put(&mut hhea, 8, &[0, 0]);
    put(&mut hhea, 34, &count.to_be_bytes());
    hhea
}

/// The `maxp` for `count` glyphs, of each number the highest of other fonts.
pub(crate) fn maxp(sources: &[&[u8]], count: u16) -> Vec<u8> {
    let mut maxp = vec![0, 1, 0, 0];
    maxp.extend(count.to_be_bytes());
    for place in (6..32).step_by(2) {
        let numbers = sources.iter().filter_map(|source| source.get(place..place + 2));
        maxp.extend(numbers.max().unwrap_or(&[0, 0]));
    }
    maxp
}

fn put(table: &mut [u8], place: usize, bytes: &[u8]) {
    if let Some(there) = table.get_mut(place..place + bytes.len()) {
        there.copy_from_slice(bytes);
    }
}
