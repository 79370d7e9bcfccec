//! Paragraphs and headings.
use super::lists::Item;
use super::walk::Walk;
use crate::ReadError;
use crate::docx::content::{Content, Line};
use crate::raised::raise;
use crate::xml::{Element, Piece};

/// Blanks that one element stands for.
const MOST_BLANKS: u32 = 256;

/// How a paragraph comes by a number.
#[derive(Clone, Copy)]
pub(super) enum Numbering<'s> {
    /// It has none.
    None,
    /// As a heading, by its outline level.
    Outline,
    /// As an item of a list.
    Item {
        /// Its place.
        item: Item,
        /// Name of the list style, unless the paragraph's own style names it.
        style: Option<&'s str>,
        /// The number it is told to have.
        start: Option<u32>,
    },
}

/// The number of a paragraph.
enum Number {
    /// As it is shown, if one is.
    Counted(Option<String>),
    /// It has one, and the file does not say how it is written.
    Unknown,
}

/// A paragraph as it is gathered.
#[derive(Default)]
struct Gathered {
    line: Line,
    /// Whether the last character was a blank, so that blanks that follow are one with it.
    blank: bool,
    /// A field in it hides the whole paragraph.
    hidden: bool,
    /// The number that the program which wrote the file has put in.
    number: Option<String>,
}

impl Walk<'_> {
    /// An open paragraph or heading, to its end.
    pub(super) fn paragraph(
        &mut self,
        element: &Element<'_>,
        content: &mut Content,
        numbering: Numbering<'_>,
    ) -> Result<(), ReadError> {
        let style = element.attribute("style-name").unwrap_or_default();
        let hidden = self.styles.paragraph_hides(&style);
        let mut gathered = Gathered { blank: true, ..Gathered::default() };
        self.inlines(&mut gathered, hidden)?;
        if gathered.hidden {
            self.tally.hidden += usize::from(self.unshown == 0);
            return Ok(());
        }
        let Gathered { mut line, number, .. } = gathered;
        if self.unshown == 0 && !(hidden && line.text.trim().is_empty()) {
            let number = match self.number(element, &style, numbering) {
                Number::Counted(number) => number,
                Number::Unknown => number.map(|number| number + " "),
            };
            if let Some(number) = number {
                line.text = number + line.text.trim_start();
            }
        }
        if content.push_line(line) { self.count_paragraph() } else { Ok(()) }
    }

    /// Counts a paragraph, and gives what is shown before its text.
    fn number(&mut self, element: &Element<'_>, style: &str, numbering: Numbering<'_>) -> Number {
        match numbering {
            Numbering::None => Number::Counted(None),
            Numbering::Item { item, style: of_list, start } => {
                let known = of_list.or_else(|| self.styles.list_of(style)).filter(|name| !name.is_empty());
                let list = known.and_then(|name| self.styles.list(name));
                let number = self.lists.count(item, list, start);
                if list.is_some() { Number::Counted(number) } else { Number::Unknown }
            }
            Numbering::Outline => {
                let is_header = element.attribute("is-list-header").is_some_and(|header| header == "true");
                if is_header || self.styles.is_outside_outline(style) {
                    return Number::Counted(None);
                }
                let level = element.number("outline-level").unwrap_or(1).saturating_sub(1) as usize;
                let restart = element.attribute("restart-numbering").is_some_and(|restart| restart == "true");
                let start = element.number("start-value").filter(|_| restart);
                Number::Counted(self.lists.count_heading(level, self.styles, start))
            }
        }
    }

    /// What the open element holds; `hidden` is what the styles around it say.
    fn inlines(&mut self, gathered: &mut Gathered, hidden: bool) -> Result<(), ReadError> {
        loop {
            match self.xml.next()? {
                Piece::Open(element) => self.inline(&element, gathered, hidden)?,
                Piece::Text(text) => self.text(&text, gathered, hidden),
                Piece::Close => return Ok(()),
            }
        }
    }

    /// An element inside a paragraph, to its end.
    fn inline(&mut self, element: &Element<'_>, gathered: &mut Gathered, hidden: bool) -> Result<(), ReadError> {
        let is_hidden = || element.attribute("is-hidden").is_some_and(|hidden| hidden == "true");
        match element.name() {
            "span" => {
                let style = element.attribute("style-name");
                let hidden = style.as_ref().and_then(|style| self.styles.text_hides(style)).unwrap_or(hidden);
                let struck = style.as_ref().is_some_and(|style| self.styles.text_is_struck(style));
                let (before, hidden_before) = (gathered.line.text.len(), self.tally.hidden);
                self.inlines(gathered, hidden || struck)?;
                if struck {
                    self.tally.struck += self.tally.hidden - hidden_before;
                    self.tally.hidden = hidden_before;
                }
                if style.is_some_and(|style| self.styles.text_is_raised(&style)) {
                    raise(&mut gathered.line.text, before);
                }
                return Ok(());
            }
            "s" => {
                let count = element.number("c").unwrap_or(1).min(MOST_BLANKS);
                self.put(&" ".repeat(count as usize), gathered, hidden);
            }
            "tab" => self.put("\t", gathered, hidden),
            "line-break" => self.put("\n", gathered, hidden),
            "frame" | "g" | "rect" | "ellipse" | "circle" | "custom-shape" | "caption" | "polygon" | "path" => {
                return self.inline_graphic(element, gathered, hidden);
            }
            "note" | "annotation" => self.remarks += usize::from(self.unshown == 0 && !hidden),
            "hidden-text" if is_hidden() => self.tally.hidden += 1,
            "hidden-paragraph" => gathered.hidden |= is_hidden(),
            "number" => {
                let mut number = String::new();
                self.xml.text(&mut number)?;
                gathered.number = Some(number).filter(|number| !number.trim().is_empty());
                return Ok(());
            }
            "annotation-end" | "ruby-text" | "script" | "event-listeners" | "control" => {}
            // Links, fields, marks: what they hold is shown.
            _ => return self.inlines(gathered, hidden),
        }
        self.xml.skip()
    }

    fn inline_graphic(
        &mut self,
        element: &Element<'_>,
        gathered: &mut Gathered,
        hidden: bool,
    ) -> Result<(), ReadError> {
        self.unshown += usize::from(hidden);
        let read = self.graphic(element, &mut gathered.line);
        self.unshown -= usize::from(hidden);
        read
    }

    /// Text, in which blanks and line ends together are one blank.
    fn text(&mut self, text: &str, gathered: &mut Gathered, hidden: bool) {
        let is_blank = |letter: char| matches!(letter, ' ' | '\t' | '\r' | '\n');
        if !text.contains(is_blank) {
            gathered.blank = false;
            return self.put(text, gathered, hidden);
        }
        let mut shown = String::with_capacity(text.len());
        for letter in text.chars() {
            let blank = is_blank(letter);
            if !(blank && gathered.blank) {
                shown.push(if blank { ' ' } else { letter });
            }
            gathered.blank = blank;
        }
        self.put(&shown, gathered, hidden);
    }

    /// Adds what is shown, counts what is hidden.
    fn put(&mut self, text: &str, gathered: &mut Gathered, hidden: bool) {
        if !hidden && self.unshown == 0 {
            gathered.line.text.push_str(text);
        } else if !text.trim().is_empty() {
            self.tally.hidden += 1;
        }
    }
}
