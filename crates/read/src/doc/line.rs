//! A paragraph as it is shown.
use super::drawings::name_of_inline;
use super::fib::Part;
use super::properties::Character;
use super::story::{Paragraph, Story};
use super::styles::fonts;
use super::walk::Walk;
use crate::ReadError;
use crate::docx::content::{Anchored, Content, Line};
use crate::docx::symbols;
use crate::raised::raise;

/// Characters that stand for something else.
const PICTURE: u16 = 0x01;
const DRAWING: u16 = 0x08;
const FIELD_BEGIN: u16 = 0x13;
const FIELD_SEPARATOR: u16 = 0x14;
const FIELD_END: u16 = 0x15;
const NO_BREAK_HYPHEN: u16 = 0x1E;
const SYMBOL: u16 = 0x28;

/// Characters of the code of a field that are looked at.
const MOST_CODE: usize = 64;

/// Whether something is shown.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Shown {
    /// It is.
    Yes,
    /// It is hidden, or covered by a merged cell, which is counted.
    Hidden,
    /// It is struck out, which is counted.
    Struck,
    /// It is deleted, or in a row that is not shown, which is counted as a whole.
    Gone,
}

impl Walk<'_> {
    /// Puts a paragraph into the content of a cell or of the body; `first` is the first character of the story, `place` tells
    /// whether its place is shown.
    pub(super) fn line(
        &mut self,
        story: &Story,
        paragraph: &Paragraph,
        first: u32,
        content: &mut Content,
        place: Shown,
    ) -> Result<(), ReadError> {
        let mut line = content.take_running();
        let (mark, style) = (&paragraph.mark, paragraph.properties.style);
        let end_hidden = self.is_hidden(mark, style);
        let may_count = place == Shown::Yes && !mark.deleted && !line.numbered;
        let mut number = if may_count && !end_hidden { self.number(&paragraph.properties) } else { None };
        let stretches = story.stretches.get(paragraph.stretch..).unwrap_or_default();
        for stretch in stretches.iter().take_while(|stretch| stretch.range.start < paragraph.range.end) {
            let range = stretch.range.start.max(paragraph.range.start)..stretch.range.end.min(paragraph.range.end);
            let at = first.saturating_add(u32::try_from(range.start).unwrap_or(u32::MAX));
            let units = story.units.get(range).unwrap_or_default();
            self.tally(&stretch.character, place);
            let shown = match &stretch.character {
                character if character.deleted => Shown::Gone,
                character if self.is_hidden(character, style) => Shown::Hidden,
                character if character.struck => Shown::Struck,
                _ => Shown::Yes,
            };
            let before = line.text.len();
            self.stretch(units, at, &stretch.character, shown.max(place), &mut line)?;
            if stretch.character.raised {
                raise(&mut line.text, before);
            }
        }
        self.fields.end_paragraph();
        self.hiding = false;
        if may_count && end_hidden && !line.text.trim().is_empty() {
            number = self.number(&paragraph.properties);
        }
        if let Some(number) = number {
            line.text = number + line.text.trim_start();
            line.numbered = true;
        }
        if mark.deleted || end_hidden {
            content.run_on(line);
            return Ok(());
        }
        if content.push_line(line) { self.count_paragraph() } else { Ok(()) }
    }

    /// Counts changes where they begin.
    fn tally(&mut self, character: &Character, place: Shown) {
        let counts = place == Shown::Yes;
        let now = [character.inserted && !character.deleted && counts, character.deleted && counts];
        self.tally.inserted += usize::from(now[0] && !self.last[0]);
        self.tally.deleted += usize::from(now[1] && !self.last[1]);
        self.last = now;
    }

    /// Characters with the same properties; those that stand for something else are parted from the text.
    fn stretch(
        &mut self,
        units: &[u16],
        place: u32,
        character: &Character,
        shown: Shown,
        line: &mut Line,
    ) -> Result<(), ReadError> {
        let mut text = 0;
        for (at, unit) in units.iter().enumerate() {
            let is_other = *unit < 0x20 || (*unit == SYMBOL && character.symbol.is_some()) || *unit == 0xFFFC;
            if !is_other {
                continue;
            }
            self.put_units(&units[text..at], shown, line);
            text = at + 1;
            let place = place.saturating_add(u32::try_from(at).unwrap_or(u32::MAX));
            self.other(*unit, place, character, shown, line)?;
        }
        self.put_units(&units[text..], shown, line);
        Ok(())
    }

    /// A character that stands for something else.
    fn other(
        &mut self,
        unit: u16,
        place: u32,
        character: &Character,
        shown: Shown,
        line: &mut Line,
    ) -> Result<(), ReadError> {
        match unit {
            0x09 => self.put("\t", shown, line),
            0x0B | 0x0C | 0x0E => self.put("\n", shown, line),
            NO_BREAK_HYPHEN => self.put("-", shown, line),
            FIELD_BEGIN => {
                self.code.clear();
                self.fields.mark("begin");
            }
            FIELD_SEPARATOR => self.fields.mark("separate"),
            FIELD_END => {
                self.fields.mark("end");
                self.code.clear();
            }
            SYMBOL => {
                let symbol = character.symbol.and_then(|(font, code)| self.symbol(font, code));
                if let Some(symbol) = symbol {
                    self.put(symbol.encode_utf8(&mut [0; 4]), shown, line);
                }
            }
            PICTURE if character.special && !character.data => return self.picture(character, shown, line),
            DRAWING if character.special => return self.drawing(place, shown, line),
            _ => {}
        }
        Ok(())
    }

    fn symbol(&mut self, font: u16, code: u16) -> Option<char> {
        let parts = self.parts;
        let fonts = self.fonts.get_or_insert_with(|| fonts(parts.part(Part::Fonts)));
        let font = fonts.get(usize::from(font)).map_or("", String::as_str);
        symbols::of_font(font, u32::from(code))
    }

    /// A picture that stands in the text; that of an embedded object bears the name of its program.
    fn picture(&mut self, character: &Character, shown: Shown, line: &mut Line) -> Result<(), ReadError> {
        if !self.is_shown(shown) {
            return Ok(());
        }
        self.count_paragraph()?;
        let mut code = self.code.split_whitespace();
        let program = if matches!(code.next(), Some("EMBED" | "LINK")) { code.next() } else { None };
        let name = match (program, character.picture) {
            (Some(program), _) => program.to_owned(),
            (None, Some(place)) => name_of_inline(&self.parts.streams.data, place),
            (None, None) => String::new(),
        };
        line.anchored.push(Anchored::Picture(name.into()));
        Ok(())
    }

    /// The mark at which a drawing is anchored.
    fn drawing(&mut self, place: u32, shown: Shown, line: &mut Line) -> Result<(), ReadError> {
        // Text boxes lie behind the body, and hold no others.
        let number = self.anchors.get(&place).copied().filter(|_| place < self.parts.fib.body);
        let Some(number) = number else { return Ok(()) };
        let boxes = self.boxes.remove(&number).unwrap_or_default();
        if !self.is_shown(shown) {
            return Ok(());
        }
        if let Some(drawing) = self.drawings.get(number).filter(|drawing| drawing.picture) {
            line.anchored.push(Anchored::Picture(drawing.name.clone().into()));
            self.count_paragraph()?;
        }
        for range in boxes {
            line.anchored.extend(self.text_box(range)?);
        }
        Ok(())
    }

    /// Whether characters are hidden: said by themselves, or by exactly one of their two styles.
    pub(super) fn is_hidden(&self, character: &Character, style: u16) -> bool {
        let by_character_style = character.style.is_some_and(|style| self.styles.hides(style));
        let by_style = self.styles.hides(style) ^ by_character_style;
        character.hidden.map_or(by_style, |hidden| hidden.over(by_style))
    }

    fn is_shown(&self, shown: Shown) -> bool {
        shown == Shown::Yes && !self.fields.in_code()
    }

    fn put_units(&mut self, units: &[u16], shown: Shown, line: &mut Line) {
        if units.is_empty() {
            return;
        }
        let characters = char::decode_utf16(units.iter().copied());
        let characters = characters.map(|character| character.unwrap_or(char::REPLACEMENT_CHARACTER));
        if self.is_shown(shown) {
            self.hiding = false;
            line.text.extend(characters);
        } else {
            self.put(&characters.collect::<String>(), shown, line);
        }
    }

    /// Adds what is shown, counts what is hidden where it begins, keeps the code of a field.
    fn put(&mut self, text: &str, shown: Shown, line: &mut Line) {
        if self.is_shown(shown) {
            self.hiding = false;
            line.text.push_str(text);
        } else if self.fields.in_code() {
            self.code.extend(text.chars().take(MOST_CODE.saturating_sub(self.code.len())));
        } else if shown == Shown::Hidden && !text.trim().is_empty() {
            self.tally.hidden += usize::from(!std::mem::replace(&mut self.hiding, true));
        } else if shown == Shown::Struck && !text.trim().is_empty() {
            self.tally.struck += usize::from(!std::mem::replace(&mut self.hiding, true));
        }
    }
}
