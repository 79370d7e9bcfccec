//! What bytes beyond ASCII mean: the code page of the document, the character set of the font.
use std::borrow::Cow;
use std::collections::HashMap;

use encoding_rs::{
    BIG5, EUC_KR, Encoding, GB18030, IBM866, MACINTOSH, SHIFT_JIS, UTF_8, WINDOWS_874, WINDOWS_1250, WINDOWS_1251,
    WINDOWS_1252, WINDOWS_1253, WINDOWS_1254, WINDOWS_1255, WINDOWS_1256, WINDOWS_1257, WINDOWS_1258,
};

use crate::docx::symbols;

/// Fonts that are looked at; Word makes no more than some hundreds.
const MOST_FONTS: usize = 10_000;

/// Bytes of the name of a font that are looked at.
const LONGEST_NAME: usize = 64;

/// A character set of symbols.
const SYMBOLS: i32 = 2;

/// A font, as far as it says what its bytes mean.
#[derive(Default)]
struct Font {
    name: String,
    /// As in Windows: 0 western, 2 symbols, 134 Chinese.
    charset: Option<i32>,
    /// A code page, which goes before the character set.
    page: Option<&'static Encoding>,
}

/// The code page and the fonts of a document.
#[derive(Default)]
pub(super) struct Charsets {
    /// `\ansicpg`; `None` where the document does not say.
    page: Option<&'static Encoding>,
    fonts: HashMap<i32, Font>,
    /// The font that is being defined.
    current: i32,
    /// The font of text that names none.
    pub(super) default: Option<i32>,
    /// Characters that could not be decoded.
    pub(super) undecoded: usize,
}

impl Charsets {
    /// Takes the code page of the document. Gives whether its characters may have two bytes.
    pub(super) fn set_page(&mut self, number: i32) -> bool {
        self.page = of_code_page(number).or(self.page);
        self.page.is_none_or(is_double_byte)
    }

    /// Begins the definition of a font.
    pub(super) fn begin(&mut self, font: i32) {
        self.current = font;
        if self.fonts.len() < MOST_FONTS {
            self.fonts.entry(font).or_default();
        }
    }

    /// The character set of the font that is being defined.
    pub(super) fn set_charset(&mut self, charset: i32) {
        if let Some(font) = self.fonts.get_mut(&self.current) {
            font.charset = Some(charset);
        }
    }

    /// The code page of the font that is being defined.
    pub(super) fn set_font_page(&mut self, number: i32) {
        if let Some(font) = self.fonts.get_mut(&self.current) {
            font.page = of_code_page(number);
        }
    }

    /// More of the name of the font that is being defined.
    pub(super) fn add_name(&mut self, text: &str) {
        if let Some(font) = self.fonts.get_mut(&self.current).filter(|font| font.name.len() < LONGEST_NAME) {
            font.name.push_str(text.trim_end_matches(';'));
        }
    }

    /// Whether a font has symbols in place of letters.
    pub(super) fn is_symbols(&self, font: Option<i32>) -> bool {
        self.font(font).is_some_and(|font| font.charset == Some(SYMBOLS))
    }

    /// The character that a code of the private use area shows in a font.
    pub(super) fn symbol(&self, font: Option<i32>, code: u32) -> Option<char> {
        symbols::of_font(self.font(font).map_or("", |font| font.name.as_str()), code)
    }

    /// The text that bytes mean in a font.
    pub(super) fn decode<'b>(&mut self, bytes: &'b [u8], font: Option<i32>) -> Cow<'b, str> {
        if self.is_symbols(font) {
            return bytes.iter().filter_map(|byte| self.symbol(font, 0xF000 | u32::from(*byte))).collect();
        }
        if let Ok(text) = std::str::from_utf8(bytes)
            && text.is_ascii()
        {
            return Cow::Borrowed(text);
        }
        let own = self.font(font).and_then(|font| font.page.or_else(|| font.charset.and_then(of_charset)));
        // Western fonts are named for Chinese text too: what is sound in the document's code page is meant in it. A
        // document that names none is taken to be Chinese, if that is sound.
        let page = self.page.unwrap_or(GB18030);
        let first =
            if own.is_none_or(|own| own == WINDOWS_1252 && is_double_byte(page)) { page } else { own.unwrap_or(page) };
        let others = [own, self.page, self.page.is_none().then_some(WINDOWS_1252)];
        for encoding in std::iter::once(first).chain(others.into_iter().flatten()) {
            if let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(bytes) {
                return text;
            }
        }
        let text = first.decode_without_bom_handling(bytes).0;
        self.undecoded += text.matches('\u{FFFD}').count();
        text
    }

    fn font(&self, font: Option<i32>) -> Option<&Font> {
        self.fonts.get(&font.or(self.default)?)
    }
}

fn is_double_byte(encoding: &'static Encoding) -> bool {
    [GB18030, BIG5, SHIFT_JIS, EUC_KR].contains(&encoding)
}

/// The encoding of a character set; the western one is that of the fonts, not that of the document.
fn of_charset(charset: i32) -> Option<&'static Encoding> {
    Some(match charset {
        0 => WINDOWS_1252,
        77 => MACINTOSH,
        78 | 128 => SHIFT_JIS,
        79 | 129 => EUC_KR,
        80 | 134 => GB18030,
        81 | 136 => BIG5,
        161 => WINDOWS_1253,
        162 => WINDOWS_1254,
        163 => WINDOWS_1258,
        177 => WINDOWS_1255,
        178 => WINDOWS_1256,
        186 => WINDOWS_1257,
        204 => WINDOWS_1251,
        222 => WINDOWS_874,
        238 => WINDOWS_1250,
        _ => return None,
    })
}

/// The encoding of a code page; GBK is read as its superset.
fn of_code_page(number: i32) -> Option<&'static Encoding> {
    Some(match number {
        866 => IBM866,
        874 => WINDOWS_874,
        932 | 10001 => SHIFT_JIS,
        936 | 10008 | 54936 => GB18030,
        949 | 10003 => EUC_KR,
        950 | 10002 => BIG5,
        1250 => WINDOWS_1250,
        1251 => WINDOWS_1251,
        1252 => WINDOWS_1252,
        1253 => WINDOWS_1253,
        1254 => WINDOWS_1254,
        1255 => WINDOWS_1255,
        1256 => WINDOWS_1256,
        1257 => WINDOWS_1257,
        1258 => WINDOWS_1258,
        10000 => MACINTOSH,
        65001 => UTF_8,
        _ => return None,
    })
}
