//! What styles say about what is shown ([MS-DOC] 2.9.271, `STSH`).
use super::bytes::{part, u16_at, wide_text};
use super::properties::{Character, ParagraphProperties, Toggle};
use super::sprm::Sprms;

/// Styles may be based on others so many times; Word allows eleven.
const MOST_BASES: usize = 16;

/// Fonts that are looked at; Word makes no more than some hundreds.
const MOST_FONTS: usize = 10_000;

const PARAGRAPH: u16 = 1;
const CHARACTER: u16 = 2;

/// The styles of a document, by number.
#[derive(Default)]
pub(super) struct Styles {
    styles: Vec<Style>,
    /// Whether each hides its text.
    hide: Vec<bool>,
}

#[derive(Default)]
struct Style {
    based_on: u16,
    list: Option<u16>,
    level: Option<u8>,
    hidden: Option<Toggle>,
}

impl Styles {
    /// Reads the part; styles that follow a faulty one are left out.
    pub(super) fn read(part_of: &[u8]) -> Self {
        let mut styles = Vec::new();
        let Some(head) = u16_at(part_of, 0).map(usize::from) else { return Self::default() };
        let (Some(count), Some(base)) = (u16_at(part_of, 2), u16_at(part_of, 4)) else { return Self::default() };
        let mut rest = part_of.get(2 + head..).unwrap_or_default();
        for _ in 0..count {
            let Some(length) = u16_at(rest, 0).map(usize::from) else { break };
            let Some(style) = part(rest, 2, length) else { break };
            styles.push(Style::read(style, usize::from(base)).unwrap_or_default());
            rest = &rest[2 + length..];
        }
        let mut found = Self { styles, hide: Vec::new() };
        found.hide = (0..count).map(|number| found.says_hidden(number)).collect();
        found
    }

    fn says_hidden(&self, number: u16) -> bool {
        let line: Vec<Toggle> = self.line(number).filter_map(|style| style.hidden).collect();
        line.iter().rev().fold(false, |below, toggle| toggle.over(below))
    }

    /// Whether a style hides its text.
    pub(super) fn hides(&self, number: u16) -> bool {
        self.hide.get(usize::from(number)).copied().unwrap_or(false)
    }

    /// The list of a style, and the level in it.
    pub(super) fn list(&self, number: u16) -> (Option<u16>, Option<u8>) {
        let list = self.line(number).find_map(|style| style.list);
        (list, self.line(number).find_map(|style| style.level))
    }

    /// A style and those it is based on.
    fn line(&self, number: u16) -> impl Iterator<Item = &Style> {
        let first = self.styles.get(usize::from(number));
        std::iter::successors(first, |style| self.styles.get(usize::from(style.based_on))).take(MOST_BASES)
    }
}

impl Style {
    /// A style with a head of `base` bytes; behind its name stand the changes that it makes.
    fn read(bytes: &[u8], base: usize) -> Option<Self> {
        let kind = u16_at(bytes, 2)?;
        let mut style = Self { based_on: kind >> 4, ..Self::default() };
        let name = usize::from(u16_at(bytes, base)?);
        let mut at = base + 2 + (name + 1) * 2;
        let kind = kind & 0xF;
        if kind == PARAGRAPH {
            let changes = changes(bytes, &mut at)?;
            let mut paragraph = ParagraphProperties::default();
            // The style's own number stands before its changes.
            Sprms(changes.get(2..).unwrap_or_default()).for_each(|(sprm, operand)| paragraph.set(sprm, operand));
            (style.list, style.level) = (paragraph.list, paragraph.level);
        }
        if kind == PARAGRAPH || kind == CHARACTER {
            let mut character = Character::default();
            Sprms(changes(bytes, &mut at)?).for_each(|(sprm, operand)| character.set(sprm, operand));
            style.hidden = character.hidden;
        }
        Some(style)
    }
}

/// Changes behind their length, which begin at even places.
fn changes<'a>(bytes: &'a [u8], at: &mut usize) -> Option<&'a [u8]> {
    *at += *at % 2;
    let length = usize::from(u16_at(bytes, *at)?);
    let found = part(bytes, *at + 2, length);
    *at += 2 + length;
    found
}

/// Names of the fonts, by number ([MS-DOC] 2.9.286, `SttbfFfn`); those that follow a faulty one are left out.
pub(super) fn fonts(part_of: &[u8]) -> Vec<String> {
    let mut rest = part_of.get(4..).unwrap_or_default();
    let mut names = Vec::new();
    while let Some(length) = rest.first().copied().map(usize::from)
        && let Some(font) = part(rest, 1, length)
        && names.len() < MOST_FONTS
    {
        let name = font.get(39..).unwrap_or_default();
        let end = name.chunks_exact(2).position(|unit| unit == [0, 0]).unwrap_or(name.len() / 2);
        names.push(wide_text(&name[..end * 2]));
        rest = &rest[1 + length..];
    }
    names
}
