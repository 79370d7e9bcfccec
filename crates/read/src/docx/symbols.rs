//! Characters of symbol fonts: `w:sym`.
use crate::xml::Element;

/// The character that a symbol shows. Symbol fonts lie in the private use area at U+F000; what is not known stays there,
/// so that it is seen to be unreadable.
pub(super) fn shown(element: &Element<'_>) -> Option<char> {
    let code = u32::from_str_radix(&element.attribute("char")?, 16).ok()?;
    of_font(&element.attribute("font").unwrap_or_default(), code)
}

/// The character that a code shows in a font.
pub(crate) fn of_font(font: &str, code: u32) -> Option<char> {
    let known = if (0xF000..=0xF0FF).contains(&code) { known(font, code & 0xFF) } else { None };
    known.or_else(|| char::from_u32(code)).filter(|character| !character.is_control())
}

fn known(font: &str, code: u32) -> Option<char> {
    Some(match (font, code) {
        ("Symbol", 0x2B | 0x2E | 0x2F | 0x30..=0x39 | 0x28 | 0x29) => char::from_u32(code)?,
        ("Symbol", 0x2D) => '-',
        ("Symbol", 0xB1) => '±',
        ("Symbol", 0xB4) => '×',
        ("Symbol", 0xB7) | ("Wingdings", 0x9F) => '·',
        ("Symbol", 0xB8) => '÷',
        ("Wingdings", 0xFB | 0x78) | ("Wingdings 2", 0x4F) => '✗',
        ("Wingdings", 0xFC) | ("Wingdings 2", 0x50) => '✓',
        ("Wingdings", 0xFD) | ("Wingdings 2", 0x51 | 0x54) => '☒',
        ("Wingdings", 0xFE) | ("Wingdings 2", 0x52) => '☑',
        ("Wingdings", 0xA8 | 0x6F | 0x71 | 0x72) | ("Wingdings 2", 0xA3 | 0x2A) => '□',
        ("Wingdings", 0x6E) => '■',
        ("Wingdings", 0x6C) => '●',
        ("Wingdings", 0xA1) => '○',
        ("Wingdings", 0x80) => '⓪',
        ("Wingdings", 0x81..=0x8A) => char::from_u32(u32::from('①') + code - 0x81)?,
        ("Wingdings", 0x8B) => '⓿',
        ("Wingdings", 0x8C..=0x95) => char::from_u32(u32::from('❶') + code - 0x8C)?,
        _ => return None,
    })
}
