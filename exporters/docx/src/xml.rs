//! Markup as text.
use std::fmt::Write;

use quick_xml::escape::escape;

/// A part being written.
#[derive(Debug, Default)]
pub(crate) struct Xml(pub(crate) String);

impl Xml {
    /// Appends markup.
    pub(crate) fn raw(&mut self, markup: &str) {
        self.0.push_str(markup);
    }

    /// Appends an element that has nothing but a value: `<w:name w:val="value"/>`.
    pub(crate) fn value(&mut self, name: &str, value: impl std::fmt::Display) {
        // Writing to a string does not fail.
        let _ = write!(self.0, "<w:{name} w:val=\"{value}\"/>");
    }

    /// Appends text, for content as well as for a quoted attribute.
    pub(crate) fn text(&mut self, text: &str) {
        self.0.push_str(&escape(text));
    }

    /// Appends a run of text; tabs and ends of lines stay what they are.
    pub(crate) fn run(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        self.raw("<w:r>");
        let mut rest = text;
        loop {
            let end = rest.find(['\t', '\n', '\r']).unwrap_or(rest.len());
            if end > 0 {
                self.raw("<w:t xml:space=\"preserve\">");
                self.text(&rest[..end]);
                self.raw("</w:t>");
            }
            let Some(separator) = rest[end..].chars().next() else { break };
            // A carriage return and a line feed are one end of a line.
            let width = if rest[end..].starts_with("\r\n") { 2 } else { 1 };
            self.raw(if separator == '\t' { "<w:tab/>" } else { "<w:br/>" });
            rest = &rest[end + width..];
        }
        self.raw("</w:r>");
    }
}
