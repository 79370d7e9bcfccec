//! One small font with all glyphs that a document uses, whatever font they are from.
//!
//! genpdf (printpdf) asks every font for every character of Unicode, 1.1 million questions that take some 35 ms a font,
//! so there is one font only; and its characters follow one another without gap, so that a question is answered at
//! once. They stand for no characters of their own: which character a glyph shows is told in [`crate::finish`].
use std::collections::HashMap;

use gouji_pages::{Face, Glyph};
use read_fonts::types::GlyphId;
use read_fonts::{FontRef, ReadError, TableProvider};

use crate::sfnt;

/// The first character; behind all that fonts with two-byte tables know, so that one table does.
const FIRST: u32 = 0x1_0000;

/// The glyphs of a document. Glyph 0 of the font is that of the first face for “no such character”, then these follow.
#[derive(Debug, Default)]
pub(crate) struct Carrier {
    /// In the order of their first use.
    pub(crate) glyphs: Vec<Glyph>,
    numbers: HashMap<(Face, u16, char), u32>,
}

impl Carrier {
    /// The character that stands for a glyph.
    pub(crate) fn character(&mut self, glyph: Glyph) -> char {
        let next = u32::try_from(self.glyphs.len()).unwrap_or(u32::MAX);
        let number = *self.numbers.entry((glyph.face, glyph.id, glyph.character)).or_insert(next);
        if number == next {
            self.glyphs.push(glyph);
        }
        // The fonts of the project have fewer glyphs than there are characters from here.
        char::from_u32(FIRST + number).unwrap_or(char::REPLACEMENT_CHARACTER)
    }

    /// The font as TrueType.
    pub(crate) fn font(&self) -> Result<Vec<u8>, ReadError> {
        let fonts = Face::ALL.map(|face| FontRef::new(face.data()));
        let fonts = fonts.into_iter().collect::<Result<Vec<_>, _>>()?;
        let sources = fonts.iter().map(Source::of).collect::<Result<Vec<_>, _>>()?;
        let mut outlines = Outlines::default();
        outlines.push(&sources[0], GlyphId::NOTDEF, 1000);
        for glyph in &self.glyphs {
            outlines.push(&sources[glyph.face.index()], GlyphId::from(glyph.id), glyph.advance);
        }
        let count = u16::try_from(self.glyphs.len() + 1).map_err(|_| ReadError::OutOfBounds)?;
        let Outlines { shapes, offsets, widths } = outlines;
        Ok(sfnt::font(vec![
            (*b"cmap", sfnt::cmap(FIRST, count)),
            (*b"glyf", shapes),
            (*b"head", sfnt::head(fonts[0].head()?.offset_data().as_bytes())),
            (*b"hhea", sfnt::hhea(fonts[0].hhea()?.offset_data().as_bytes(), count)),
            (*b"hmtx", widths),
            (*b"loca", offsets.iter().flat_map(|offset| offset.to_be_bytes()).collect()),
            (*b"maxp", maxp(&fonts, count)?),
        ]))
    }
}

/// What a font needs at most is what any of its sources does.
fn maxp(fonts: &[FontRef<'_>], count: u16) -> Result<Vec<u8>, ReadError> {
    let tables = fonts.iter().map(|font| Ok(font.maxp()?.offset_data().as_bytes()));
    Ok(sfnt::maxp(&tables.collect::<Result<Vec<_>, ReadError>>()?, count))
}

/// Where outlines are taken from.
struct Source<'a> {
    places: read_fonts::tables::loca::Loca<'a>,
    shapes: &'a [u8],
    widths: read_fonts::tables::hmtx::Hmtx<'a>,
}

impl<'a> Source<'a> {
    fn of(font: &FontRef<'a>) -> Result<Self, ReadError> {
        Ok(Self { places: font.loca(None)?, shapes: font.glyf()?.offset_data().as_bytes(), widths: font.hmtx()? })
    }
}

/// The tables `glyf`, `loca` and `hmtx` as they grow.
struct Outlines {
    shapes: Vec<u8>,
    offsets: Vec<u32>,
    widths: Vec<u8>,
}

impl Default for Outlines {
    fn default() -> Self {
        Self { shapes: Vec::new(), offsets: vec![0], widths: Vec::new() }
    }
}

impl Outlines {
    /// The fonts of the project have no composite glyphs, so the bytes of an outline stand for themselves.
    fn push(&mut self, source: &Source<'_>, glyph: GlyphId, advance: u16) {
        let number = usize::try_from(glyph.to_u32()).unwrap_or(usize::MAX);
        let edge = |number: usize| source.places.get_raw(number).and_then(|edge| usize::try_from(edge).ok());
        let shape = edge(number).zip(edge(number.saturating_add(1)));
        let shape = shape.and_then(|(start, end)| source.shapes.get(start..end)).unwrap_or_default();
        self.shapes.extend_from_slice(shape);
        self.shapes.resize(self.shapes.len().next_multiple_of(4), 0);
        self.offsets.push(u32::try_from(self.shapes.len()).unwrap_or(u32::MAX));
        let bearing = source.widths.side_bearing(glyph).unwrap_or_default();
        self.widths.extend(advance.to_be_bytes());
        self.widths.extend(bearing.to_be_bytes());
    }
}
