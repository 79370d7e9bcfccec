//! Fonts: how wide the characters are and what they are.
//!
//! Most fonts say both in their dictionaries, so that the font programs need not be loaded; those that do not are left
//! to the library.
use std::sync::Arc;

use encoding_rs::{Encoding, MACINTOSH, WINDOWS_1252};
use hayro_cmap::{BfString, CMap, CMapName, CidFamily, WritingMode, load_embedded};
use hayro_font::{Font as LibraryFont, FontCache, FontGlyph, FontQuery};
use hayro_syntax::object::dict::keys::{
    BASE_ENCODING, CID_TO_GID_MAP, DESCENDANT_FONTS, DW, ENCODING, FIRST_CHAR, FONT_DESC, FONT_FILE, FONT_FILE2,
    FONT_FILE3, ORDERING, REGISTRY, SUBTYPE, TO_UNICODE, W, WIDTHS,
};
use hayro_syntax::object::{Array, Dict, Name, Object, Stream, String as PdfString};

use super::budget::Budget;
use crate::ReadError;

/// Bytes of the largest character map: one with all 65,536 characters has 2 MB.
const LARGEST_MAP: usize = 4 << 20;

/// A font.
pub(super) enum Font<'a> {
    /// A font of single bytes.
    Simple(Box<Simple>),
    /// A font of several bytes a character.
    Composite(Box<Composite>),
    /// A font that only its program explains.
    Library(LibraryFont<'a>),
}

/// A font of single bytes whose dictionary says everything.
pub(super) struct Simple {
    first: u32,
    widths: Vec<f64>,
    unicode: Option<CMap>,
    encoding: &'static Encoding,
}

/// A font of several bytes a character.
pub(super) struct Composite {
    encoding: CMap,
    vertical: bool,
    default_width: f64,
    /// First and last character, width of each.
    widths: Vec<(u32, u32, Vec<f64>)>,
    unicode: Option<CMap>,
    /// Characters by glyph number, for a known collection.
    collection: Option<CMap>,
}

/// One character as a font reads it.
pub(super) struct Code {
    /// Its bytes.
    pub(super) length: usize,
    /// How far the next one is, in sizes of the font, along the line of writing.
    pub(super) advance: f64,
    /// What it is.
    pub(super) text: Option<BfString>,
}

impl<'a> Font<'a> {
    /// From a font's dictionary; `None` where there is nothing to be read from it.
    pub(super) fn new(dict: &Dict<'a>, cache: &FontCache<'a>, budget: &mut Budget) -> Result<Option<Self>, ReadError> {
        let composite = dict.get::<Name<'_>>(SUBTYPE).is_some_and(|name| &*name == b"Type0");
        let type3 = dict.get::<Name<'_>>(SUBTYPE).is_some_and(|name| &*name == b"Type3");
        if composite && let Some(font) = Composite::new(dict, budget)? {
            return Ok(Some(Self::Composite(Box::new(font))));
        }
        if !composite
            && !type3
            && let Some(font) = Simple::new(dict, budget)?
        {
            return Ok(Some(Self::Simple(Box::new(font))));
        }
        for stream in program_streams(dict) {
            budget.allow(&stream)?;
        }
        let query: hayro_font::FontResolverFn = Arc::new(|query| match query {
            FontQuery::Standard(standard) => Some(standard.get_font_data()),
            FontQuery::Fallback(fallback) => Some(fallback.pick_standard_font().get_font_data()),
        });
        let maps: hayro_font::CMapResolverFn = Arc::new(load_embedded);
        Ok(cache.font(dict, &query, &maps).map(Self::Library))
    }

    /// Whether the characters stand below each other.
    pub(super) fn is_vertical(&self) -> bool {
        match self {
            Self::Simple(_) => false,
            Self::Composite(font) => font.vertical,
            Self::Library(font) => !font.is_horizontal(),
        }
    }

    /// The first character of bytes, of which there must be one.
    pub(super) fn read(&self, bytes: &[u8]) -> Code {
        match self {
            Self::Simple(font) => font.read(bytes),
            Self::Composite(font) => font.read(bytes),
            Self::Library(font) => {
                let (code, length) = font.read_code(bytes, 0);
                let advance = font.code_advance(code);
                let text = match font.glyph(font.map_code(code), code) {
                    FontGlyph::Outline(glyph) => glyph.as_unicode(),
                    FontGlyph::Type3(glyph) => glyph.as_unicode(),
                };
                let along = if font.is_horizontal() { advance.x } else { advance.y };
                Code { length, advance: along / 1000.0, text }
            }
        }
    }
}

impl Simple {
    fn new(dict: &Dict<'_>, budget: &mut Budget) -> Result<Option<Self>, ReadError> {
        let unicode = to_unicode(dict, budget)?;
        let encoding = match dict.get::<Object<'_>>(ENCODING) {
            Some(Object::Name(name)) => named_encoding(&name),
            // Differences name glyphs, which only the library knows.
            Some(Object::Dict(encoding)) if unicode.is_some() => {
                encoding.get::<Name<'_>>(BASE_ENCODING).and_then(|name| named_encoding(&name)).or(Some(WINDOWS_1252))
            }
            None if unicode.is_some() => Some(WINDOWS_1252),
            _ => None,
        };
        let (Some(encoding), Some(widths)) = (encoding, dict.get::<Array<'_>>(WIDTHS)) else { return Ok(None) };
        let first = dict.get::<u32>(FIRST_CHAR).unwrap_or_default();
        let widths = widths.iter::<f32>().take(256).map(|width| f64::from(width) / 1000.0).collect();
        Ok(Some(Self { first, widths, unicode, encoding }))
    }

    fn read(&self, bytes: &[u8]) -> Code {
        let byte = bytes.first().copied().unwrap_or_default();
        let code = u32::from(byte);
        let width = code.checked_sub(self.first).and_then(|place| self.widths.get(usize::try_from(place).ok()?));
        let told = self.unicode.as_ref().and_then(|map| map.lookup_bf_string(code));
        let text = told.or_else(|| {
            let (text, _) = self.encoding.decode_without_bom_handling(std::slice::from_ref(&byte));
            text.chars().next().filter(|character| !character.is_control()).map(BfString::Char)
        });
        Code { length: 1, advance: width.copied().unwrap_or(0.5), text }
    }
}

fn named_encoding(name: &[u8]) -> Option<&'static Encoding> {
    match name {
        b"WinAnsiEncoding" => Some(WINDOWS_1252),
        b"MacRomanEncoding" => Some(MACINTOSH),
        _ => None,
    }
}

impl Composite {
    fn new(dict: &Dict<'_>, budget: &mut Budget) -> Result<Option<Self>, ReadError> {
        let Some(encoding) = character_map(dict.get::<Object<'_>>(ENCODING), budget)? else { return Ok(None) };
        let descendant = dict.get::<Array<'_>>(DESCENDANT_FONTS).and_then(|fonts| fonts.iter::<Dict<'_>>().next());
        let Some(descendant) = descendant else { return Ok(None) };
        let unicode = to_unicode(dict, budget)?;
        let collection = if unicode.is_some() { None } else { collection(&encoding, &descendant) };
        let default_width = f64::from(descendant.get::<f32>(DW).unwrap_or(1000.0)) / 1000.0;
        let widths = descendant.get::<Array<'_>>(W).map(|array| widths(&array)).unwrap_or_default();
        let vertical = encoding.metadata().writing_mode == Some(WritingMode::Vertical);
        Ok(Some(Self { encoding, vertical, default_width, widths, unicode, collection }))
    }

    fn read(&self, bytes: &[u8]) -> Code {
        let mut code = 0_u32;
        let mut found = None;
        for (length, byte) in (1_u8..=4).zip(bytes) {
            code = code << 8 | u32::from(*byte);
            if let Some(cid) = self.encoding.lookup_cid_code(code, length) {
                found = Some((cid, usize::from(length)));
                break;
            }
        }
        let Some((cid, length)) = found else {
            return Code { length: bytes.len().clamp(1, 2), advance: 0.0, text: None };
        };
        let told = self.unicode.as_ref().and_then(|map| map.lookup_bf_string(code));
        let text = told.or_else(|| self.collection.as_ref()?.lookup_bf_string(cid));
        let advance = if self.vertical { -1.0 } else { self.width(cid) };
        Code { length, advance, text }
    }

    fn width(&self, cid: u32) -> f64 {
        let place = self.widths.partition_point(|(first, ..)| *first <= cid);
        let found = place.checked_sub(1).and_then(|place| self.widths.get(place));
        found
            .filter(|(_, last, _)| cid <= *last)
            .and_then(|(first, _, widths)| widths.get(usize::try_from(cid - first).ok()?).or(widths.last()))
            .copied()
            .unwrap_or(self.default_width)
    }
}

/// The array of widths, in both its forms: `first [width …]` and `first last width`.
fn widths(array: &Array<'_>) -> Vec<(u32, u32, Vec<f64>)> {
    let mut found = Vec::new();
    let mut numbers: Vec<f64> = Vec::new();
    for object in array.iter::<Object<'_>>() {
        match object {
            Object::Number(number) => numbers.push(number.as_f64()),
            Object::Array(list) => {
                let own: Vec<f64> = list.iter::<f32>().map(|width| f64::from(width) / 1000.0).collect();
                if let (Some(first), false) = (numbers.pop().map(code), own.is_empty()) {
                    let end = first.saturating_add(u32::try_from(own.len()).unwrap_or(u32::MAX) - 1);
                    found.push((first, end, own));
                }
                numbers.clear();
            }
            _ => {}
        }
        if let [first, last, width] = numbers[..] {
            found.push((code(first), code(last), vec![width / 1000.0]));
            numbers.clear();
        }
    }
    found.sort_by_key(|(first, ..)| *first);
    found
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the conversion saturates")]
fn code(number: f64) -> u32 {
    number as u32
}

/// The map from glyph numbers to characters of the collection that a font takes its glyphs from.
fn collection(encoding: &CMap, descendant: &Dict<'_>) -> Option<CMap> {
    let named = encoding.metadata().character_collection.as_ref().map(|collection| collection.family.clone());
    let info = descendant.get::<Dict<'_>>(b"CIDSystemInfo").and_then(|info| {
        let (registry, ordering) = (info.get::<PdfString<'_>>(REGISTRY)?, info.get::<PdfString<'_>>(ORDERING)?);
        Some(CidFamily::from_registry_ordering(registry.as_bytes(), ordering.as_bytes()))
    });
    let map = [named, info].into_iter().flatten().find_map(|family| family.ucs2_cmap())?;
    CMap::parse(load_embedded(map)?, load_embedded)
}

fn to_unicode(dict: &Dict<'_>, budget: &mut Budget) -> Result<Option<CMap>, ReadError> {
    character_map(dict.get::<Object<'_>>(TO_UNICODE), budget)
}

/// A character map, by its name or as a stream.
fn character_map(object: Option<Object<'_>>, budget: &mut Budget) -> Result<Option<CMap>, ReadError> {
    Ok(match object {
        Some(Object::Name(name)) => match CMapName::from_bytes(&name) {
            CMapName::IdentityH => Some(CMap::identity_h()),
            CMapName::IdentityV => Some(CMap::identity_v()),
            known => load_embedded(known).and_then(|data| CMap::parse(data, load_embedded)),
        },
        Some(Object::Stream(stream)) => {
            let data = budget.stream(&stream)?.filter(|data| data.len() <= LARGEST_MAP);
            data.and_then(|data| CMap::parse(&data, load_embedded))
        }
        _ => None,
    })
}

/// The streams that the library would inflate to load a font.
fn program_streams<'a>(dict: &Dict<'a>) -> Vec<Stream<'a>> {
    let descendant = dict.get::<Array<'_>>(DESCENDANT_FONTS).and_then(|fonts| fonts.iter::<Dict<'_>>().next());
    let mut streams = Vec::new();
    for holder in [Some(dict.clone()), descendant].into_iter().flatten() {
        let descriptor = holder.get::<Dict<'_>>(FONT_DESC).unwrap_or_default();
        let programs = [FONT_FILE, FONT_FILE2, FONT_FILE3].map(|key| descriptor.get::<Stream<'_>>(key));
        let maps = [TO_UNICODE, ENCODING, CID_TO_GID_MAP].map(|key| holder.get::<Stream<'_>>(key));
        streams.extend(programs.into_iter().chain(maps).flatten());
    }
    streams
}
