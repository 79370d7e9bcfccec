//! Paragraphs and runs.
use memchr::memchr3;

use super::content::{Content, Line};
use super::properties::{ParagraphProperties, RunProperties};
use super::symbols;
use super::walk::Walk;
use crate::ReadError;
use crate::raised::raise;
use crate::xml::Element;

impl Walk<'_> {
    /// An open paragraph, to its end.
    pub(super) fn paragraph(&mut self, content: &mut Content) -> Result<(), ReadError> {
        let mut line = content.take_running();
        let mut properties = ParagraphProperties::default();
        let (mut hidden, mut end_hidden, mut may_count, mut number) = (false, false, false, None);
        while let Some(element) = self.xml.child()? {
            if !element.is("pPr") {
                self.inline(&element, &mut line, hidden)?;
                continue;
            }
            properties = ParagraphProperties::read(&mut self.xml, &mut self.tally)?;
            hidden = self.definitions.hides(properties.style.as_deref());
            end_hidden = self.is_hidden(&properties.end, hidden);
            may_count = self.unshown == 0 && !properties.end_deleted && !line.numbered;
            if may_count && !end_hidden {
                number = self.definitions.number(&properties);
            }
        }
        self.fields.end_paragraph();
        if may_count && end_hidden && !line.text.trim().is_empty() {
            number = self.definitions.number(&properties);
        }
        if let Some(number) = number {
            line.text = number + line.text.trim_start();
            line.numbered = true;
        }
        if properties.end_deleted || end_hidden {
            content.run_on(line);
            return Ok(());
        }
        let is_something = content.push_line(line);
        if is_something { self.count_paragraph() } else { Ok(()) }
    }

    /// An element inside a paragraph, to its end; `hidden` is what the paragraph's style says.
    fn inline(&mut self, element: &Element<'_>, line: &mut Line, hidden: bool) -> Result<(), ReadError> {
        match element.name() {
            "r" => self.run(line, hidden),
            "del" | "moveFrom" => {
                self.tally.deleted += 1;
                self.xml.skip()
            }
            "ins" | "moveTo" => {
                self.tally.inserted += 1;
                self.inlines(line, hidden)
            }
            "AlternateContent" => self.alternative(&mut |walk, element| walk.inline(element, line, hidden)),
            "pPr" | "rPr" | "sdtPr" | "sdtEndPr" | "rt" => self.xml.skip(),
            // Links, content controls, simple fields, formulas: what they hold is shown.
            _ => self.inlines(line, hidden),
        }
    }

    fn inlines(&mut self, line: &mut Line, hidden: bool) -> Result<(), ReadError> {
        while let Some(element) = self.xml.child()? {
            self.inline(&element, line, hidden)?;
        }
        Ok(())
    }

    fn run(&mut self, line: &mut Line, hidden_by_style: bool) -> Result<(), ReadError> {
        let (mut hidden, mut raised, mut struck) = (hidden_by_style, false, false);
        let (before, hidden_before) = (line.text.len(), self.tally.hidden);
        while let Some(element) = self.xml.child()? {
            if element.is("rPr") {
                let properties = RunProperties::read(&mut self.xml)?;
                hidden = self.is_hidden(&properties, hidden_by_style);
                raised = properties.raised;
                struck = properties.struck;
                hidden |= struck;
            } else {
                self.run_piece(&element, line, hidden)?;
            }
        }
        if struck {
            self.tally.struck += self.tally.hidden - hidden_before;
            self.tally.hidden = hidden_before;
        }
        if raised {
            raise(&mut line.text, before);
        }
        Ok(())
    }

    /// Said by the run itself, or by exactly one of its two styles (ISO/IEC 29500-1, 17.7.3).
    fn is_hidden(&mut self, properties: &RunProperties, hidden_by_style: bool) -> bool {
        match properties.hidden {
            Some(hidden) => hidden,
            None => hidden_by_style ^ self.definitions.hides(properties.style.as_deref()),
        }
    }

    fn run_piece(&mut self, element: &Element<'_>, line: &mut Line, hidden: bool) -> Result<(), ReadError> {
        let mark = match element.name() {
            "t" => return self.text(element, line, hidden),
            "tab" | "ptab" => '\t',
            "br" | "cr" => '\n',
            "noBreakHyphen" => '-',
            "sym" => {
                if let Some(symbol) = symbols::shown(element) {
                    self.put(symbol.encode_utf8(&mut [0; 4]), line, hidden);
                }
                return self.xml.skip();
            }
            "fldChar" => {
                self.fields.mark(&element.attribute("fldCharType").unwrap_or_default());
                return self.xml.skip();
            }
            "drawing" | "pict" | "object" => return self.graphic(line, hidden),
            "AlternateContent" => {
                return self.alternative(&mut |walk, element| walk.run_piece(element, line, hidden));
            }
            "ruby" | "rubyBase" => return self.inlines(line, hidden),
            _ => return self.xml.skip(),
        };
        self.put(mark.encode_utf8(&mut [0; 4]), line, hidden);
        self.xml.skip()
    }

    /// A piece of text; blanks at its ends count only if it says so.
    fn text(&mut self, element: &Element<'_>, line: &mut Line, hidden: bool) -> Result<(), ReadError> {
        const BLANKS: [char; 4] = [' ', '\t', '\r', '\n'];
        let keeps_blanks = element.attribute("space").is_some_and(|space| space == "preserve");
        let before = line.text.len();
        self.xml.text(&mut line.text)?;
        let text = &line.text[before..];
        let shown = if keeps_blanks { text } else { text.trim_matches(BLANKS) };
        if shown.len() == text.len() && memchr3(b'\t', b'\r', b'\n', text.as_bytes()).is_none() && self.is_shown(hidden)
        {
            return Ok(());
        }
        let shown = shown.replace(&BLANKS[1..], " ");
        line.text.truncate(before);
        self.put(&shown, line, hidden);
        Ok(())
    }

    fn is_shown(&self, hidden: bool) -> bool {
        !hidden && self.unshown == 0 && !self.fields.in_code()
    }

    /// Adds what is shown, counts what is hidden.
    fn put(&mut self, text: &str, line: &mut Line, hidden: bool) {
        if self.is_shown(hidden) {
            line.text.push_str(text);
        } else if !self.fields.in_code() && !text.trim().is_empty() {
            self.tally.hidden += 1;
        }
    }
}
