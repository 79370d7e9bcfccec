//! What a document consists of, before it is laid out.
use std::borrow::Cow;

use gouji_export::TableText;
use gouji_model::Message;

use crate::Face;
use crate::metrics::{PITCH, TEXT_SIZE, TEXT_SPACING, TITLE_PITCH, TITLE_SIZE};

/// A piece of a document.
#[derive(Clone, Debug)]
pub(crate) enum Block<'p> {
    /// A title, a heading, a paragraph.
    Text(TextBlock<'p>),
    /// A table of the form.
    Table(TableBlock<'p>),
    /// A list begins, or an item of it.
    Open(Nest),
    /// It ends.
    Close,
}

/// What holds paragraphs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Nest {
    /// A list.
    List,
    /// An item of a list.
    Item,
}

/// A table, and what is said of it.
#[derive(Clone, Debug)]
pub(crate) struct TableBlock<'p> {
    /// The table with its texts.
    pub(crate) table: TableText<'p>,
    /// What is in it.
    pub(crate) summary: String,
}

/// Text in lines.
#[derive(Clone, Debug)]
pub(crate) struct TextBlock<'p> {
    /// What it is.
    pub(crate) role: Role,
    /// How it looks.
    pub(crate) style: Style,
    /// Its text, each stretch in its font.
    pub(crate) parts: Vec<(Face, Cow<'p, str>)>,
    /// What stands at the right end of its last line, with dots before it.
    pub(crate) tail: Option<String>,
    /// Where it leads to.
    pub(crate) link: Option<Link>,
    /// Where it is from, for an error.
    pub(crate) place: Message,
}

/// Where a text leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Link {
    /// A page, from 0.
    Page(usize),
    /// An address.
    Url(String),
}

/// What a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// The title.
    Title,
    /// A heading, 1 the highest below the title.
    Heading(u8),
    /// A paragraph.
    Paragraph,
}

/// How the lines of a text are placed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Alignment {
    /// All of one length but the last.
    Justified,
    /// From the left.
    Left,
    /// In the middle, lines of about one length.
    Centred,
    /// Two characters from the right, as signatures stand.
    Right,
}

/// How a text looks; measures in points.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Style {
    /// Size of the characters.
    pub(crate) size: u8,
    /// From line to line.
    pub(crate) pitch: f32,
    /// What is added between characters.
    pub(crate) spacing: f32,
    /// From the left edge to all lines.
    pub(crate) left: f32,
    /// From there to the first line; may be negative.
    pub(crate) indent: f32,
    /// Space above, but not at the top of a page.
    pub(crate) above: f32,
    /// Space below.
    pub(crate) below: f32,
    /// How lines are placed.
    pub(crate) alignment: Alignment,
    /// It must not be the last on its page, whatever it is.
    pub(crate) is_kept: bool,
}

impl Style {
    /// Text and headings, after the standard.
    pub(crate) const TEXT: Self = Self {
        size: TEXT_SIZE,
        pitch: PITCH,
        spacing: TEXT_SPACING,
        left: 0.0,
        indent: 2.0 * (16.0 + TEXT_SPACING),
        above: 0.0,
        below: 0.0,
        alignment: Alignment::Justified,
        is_kept: false,
    };
    /// Titles.
    pub(crate) const TITLE: Self = Self {
        size: TITLE_SIZE,
        pitch: TITLE_PITCH,
        spacing: 0.0,
        indent: 0.0,
        below: PITCH,
        alignment: Alignment::Centred,
        ..Self::TEXT
    };
    /// What is no part of the report: smaller, from the left.
    pub(crate) const NOTE: Self = Self {
        size: 12,
        pitch: 20.0,
        spacing: 0.0,
        left: 0.0,
        indent: 0.0,
        above: 0.0,
        below: 0.0,
        alignment: Alignment::Left,
        is_kept: false,
    };

    /// From the right edge to all lines.
    pub(crate) fn right(self) -> f32 {
        if self.alignment == Alignment::Right { 2.0 * f32::from(self.size) } else { 0.0 }
    }
}

impl<'p> TextBlock<'p> {
    /// A text in one font.
    pub(crate) fn new(role: Role, style: Style, face: Face, text: impl Into<Cow<'p, str>>, place: Message) -> Self {
        Self { role, style, parts: vec![(face, text.into())], tail: None, link: None, place }
    }

    /// All of its text.
    pub(crate) fn text(&self) -> String {
        self.parts.iter().map(|(_, text)| &**text).collect()
    }

    /// Whether it must not be the last on its page.
    pub(crate) fn is_kept_with_next(&self) -> bool {
        self.style.is_kept || self.role != Role::Paragraph
    }
}
