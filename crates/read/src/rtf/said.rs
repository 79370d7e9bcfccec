//! What is said between the control words: text, and what is anchored in it.
use crate::docx::content::Anchored;
use crate::raised::raise;

use super::walk::Walk;
use super::words::Target;

/// Bytes of printed numbers, and of names and values of properties, that are kept.
const LONGEST_VALUE: usize = 1000;

impl Walk<'_> {
    /// Decodes the bytes that have come.
    pub(super) fn flush(&mut self) {
        if self.pending.is_empty() {
            return;
        }
        let mut pending = std::mem::take(&mut self.pending);
        if self.state.target != Target::Quiet {
            let is_name = self.state.target == Target::Fonts;
            let font = if is_name { None } else { self.state.font };
            let text = self.charsets.decode(&pending, font).into_owned();
            self.say_decoded(&text);
        }
        pending.clear();
        self.pending = pending;
    }

    /// Takes a text that stands for itself.
    pub(super) fn say(&mut self, text: &str) {
        self.flush();
        self.say_decoded(text);
    }

    fn say_decoded(&mut self, text: &str) {
        match self.state.target {
            Target::Body => self.say_in_body(text),
            Target::ListText if self.state.is_shown() => {
                // A mark of a font of symbols is no number.
                let is_mark = self.charsets.is_symbols(self.state.font);
                if let Some(flow) = self.flow().filter(|flow| !is_mark && flow.printed_number.len() < LONGEST_VALUE) {
                    flow.printed_number.push_str(text);
                }
            }
            Target::Fonts => self.charsets.add_name(text),
            Target::LevelText => self.lists.text(text),
            Target::Name if self.property.len() < LONGEST_VALUE => self.property.push_str(text),
            Target::Value if self.value.len() < LONGEST_VALUE => self.value.push_str(text),
            Target::Class => {
                if let Some(object) = self.objects.last_mut().filter(|object| object.class.len() < LONGEST_VALUE) {
                    object.class.push_str(text);
                }
            }
            _ => {}
        }
    }

    fn say_in_body(&mut self, text: &str) {
        if self.state.is_shown() {
            self.in_hidden = false;
            let raised = self.state.raised;
            if let Some(flow) = self.flow() {
                let before = flow.line.text.len();
                flow.line.text.push_str(text);
                if raised {
                    raise(&mut flow.line.text, before);
                }
            }
        } else if self.state.hidden && !self.state.deleted && !text.trim().is_empty() {
            self.tally.hidden += usize::from(!std::mem::replace(&mut self.in_hidden, true));
        } else if self.state.struck && !self.state.deleted && !text.trim().is_empty() {
            self.tally.struck += usize::from(!std::mem::replace(&mut self.in_hidden, true));
        }
    }

    /// A picture of the open paragraph.
    pub(super) fn picture(&mut self, name: String) {
        if self.state.is_shown()
            && let Some(flow) = self.flow()
        {
            flow.line.anchored.push(Anchored::Picture(name.into()));
        }
    }

    /// Ends the innermost text box.
    pub(super) fn end_text_box(&mut self) {
        let Some(mut flow) = self.flows.pop() else { return };
        let depth = self.state.depth();
        flow.end_paragraph(depth, false, &mut self.tally);
        let items = flow.finish(&mut self.tally);
        if let Some(around) = self.flow().filter(|_| !items.is_empty()) {
            around.line.anchored.push(Anchored::TextBox(items));
        }
    }

    /// An object that shows neither text nor a picture is told by its kind.
    pub(super) fn end_object(&mut self) {
        let Some(object) = self.objects.pop() else { return };
        if self.extent() == object.before {
            self.picture(object.class);
        }
    }

    /// Text and pictures of the open paragraph.
    pub(super) fn extent(&mut self) -> (usize, usize) {
        self.flow().map(|flow| (flow.line.text.len(), flow.line.anchored.len())).unwrap_or_default()
    }

    /// Keeps the value of a property, if it says what a picture shows.
    pub(super) fn end_value(&mut self) {
        if self.property == "wzDescription" || (self.property == "wzName" && self.description.is_empty()) {
            self.description.clone_from(&self.value);
        }
    }

    /// A character of Unicode, as a signed number of 16 bits; two of them beyond U+FFFF.
    pub(super) fn unicode(&mut self, number: i32) {
        self.flush();
        self.skip = self.state.unicode_skip;
        let unit = match u16::try_from(number) {
            Ok(unit) => unit,
            Err(_) => i16::try_from(number).map_or(0xFFFD, i16::cast_unsigned),
        };
        let units = match self.high.take() {
            Some(high) => vec![high, unit],
            None if (0xD800..0xDC00).contains(&unit) => {
                self.high = Some(unit);
                return;
            }
            None => vec![unit],
        };
        for character in char::decode_utf16(units) {
            let character = character.unwrap_or('\u{FFFD}');
            let code = u32::from(character);
            let symbol =
                (0xF000..=0xF0FF).contains(&code).then(|| self.charsets.symbol(self.state.font, code)).flatten();
            self.say_decoded(symbol.unwrap_or(character).encode_utf8(&mut [0; 4]));
        }
    }
}
