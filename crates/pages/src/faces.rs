//! The fonts of the project, and what is known of their glyphs.
use std::sync::OnceLock;

use read_fonts::tables::cmap::CmapSubtable;
use read_fonts::tables::hmtx::Hmtx;
use read_fonts::{FontRef, TableProvider};
use ruzstd::decoding::FrameDecoder;

/// A font of the project.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Face {
    /// 宋体, bold, in the place of 小标宋: titles.
    Song,
    /// 黑体: headings, column labels.
    Hei,
    /// 楷体, also in the place of 仿宋: text, and headings of parts.
    Kai,
}

/// A character as a font draws it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glyph {
    /// The font that has it.
    pub face: Face,
    /// Its number in the font.
    pub id: u16,
    /// The character.
    pub character: char,
    /// Its width in thousandths of the size.
    pub advance: u16,
}

impl Face {
    /// All of them; [`Face::index`] is the place of each.
    pub const ALL: [Self; 3] = [Self::Song, Self::Hei, Self::Kai];

    /// Its place in [`Face::ALL`].
    pub fn index(self) -> usize {
        match self {
            Self::Song => 0,
            Self::Hei => 1,
            Self::Kai => 2,
        }
    }

    /// The font, as TrueType with 1,000 units to the size and without composite glyphs; empty if it cannot be
    /// unpacked.
    pub fn data(self) -> &'static [u8] {
        static DATA: [OnceLock<Vec<u8>>; 3] = [const { OnceLock::new() }; 3];
        DATA[self.index()].get_or_init(|| unpack(self.packed()).unwrap_or_default())
    }

    fn packed(self) -> &'static [u8] {
        match self {
            Self::Song => include_bytes!("../fonts/song.ttf.zst"),
            Self::Hei => include_bytes!("../fonts/hei.ttf.zst"),
            Self::Kai => include_bytes!("../fonts/kai.ttf.zst"),
        }
    }

    /// Those to ask for a character, this one first, then the one with most characters.
    fn preferred(self) -> [Self; 3] {
        match self {
            Self::Song => [Self::Song, Self::Kai, Self::Hei],
            Self::Hei => [Self::Hei, Self::Kai, Self::Song],
            Self::Kai => [Self::Kai, Self::Hei, Self::Song],
        }
    }

    fn tables(self) -> Option<&'static Tables> {
        static TABLES: [OnceLock<Option<Tables>>; 3] = [const { OnceLock::new() }; 3];
        TABLES[self.index()].get_or_init(|| Tables::of(self.data())).as_ref()
    }

    /// A character in this font, else in another that has it.
    pub fn glyph(self, character: char) -> Option<Glyph> {
        self.preferred().into_iter().find_map(|face| {
            let (id, advance) = face.tables()?.glyph(character)?;
            Some(Glyph { face, id, character, advance })
        })
    }
}

fn unpack(packed: &[u8]) -> Option<Vec<u8>> {
    let mut decoder = FrameDecoder::new();
    let mut rest = packed;
    decoder.init(&mut rest).ok()?;
    let mut data = Vec::with_capacity(usize::try_from(decoder.content_size()).ok()?);
    FrameDecoder::new().decode_all_to_vec(packed, &mut data).ok()?;
    Some(data)
}

struct Tables {
    characters: CmapSubtable<'static>,
    widths: Hmtx<'static>,
}

impl Tables {
    fn of(data: &'static [u8]) -> Option<Self> {
        let font = FontRef::new(data).ok()?;
        let (_, _, characters) = font.cmap().ok()?.best_subtable()?;
        Some(Self { characters, widths: font.hmtx().ok()? })
    }

    /// Number and width of a character's glyph.
    fn glyph(&self, character: char) -> Option<(u16, u16)> {
        let id = self.characters.map_codepoint(character).filter(|id| id.to_u32() != 0)?;
        Some((u16::try_from(id.to_u32()).ok()?, self.widths.advance(id)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_font_is_whole() {
        for face in Face::ALL {
            for character in "国务院办公厅政府信息公开0123456789，。“”〔〕—㙍𬉼".chars() {
                let glyph = face.glyph(character).unwrap_or_else(|| panic!("{character}"));
                assert!(glyph.advance > 0 && glyph.character == character);
            }
            assert_eq!(face.glyph('\u{1f600}'), None);
        }
        assert_eq!(Face::Hei.glyph('範').unwrap().face, Face::Kai, "only one font has traditional characters");
        assert_eq!(Face::Kai.glyph('“').unwrap().advance, 1000);
    }
}
