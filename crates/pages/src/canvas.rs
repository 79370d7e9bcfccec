//! What pages are drawn on.
use crate::{Face, Glyph};

/// Glyphs of one font, one behind the other.
#[derive(Clone, Copy, Debug)]
pub struct Run<'a> {
    /// The glyphs.
    pub glyphs: &'a [Glyph],
    /// The font of all of them.
    pub face: Face,
    /// Size in points.
    pub size: u8,
    /// Left edge.
    pub x: f32,
    /// Where the glyphs stand on.
    pub baseline: f32,
    /// What is added behind each glyph; may be negative.
    pub spacing: f32,
}

/// A straight line of the width [`crate::RULE_WIDTH`], horizontal or vertical.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rule {
    /// One end, x and y.
    pub from: (f32, f32),
    /// The other end.
    pub to: (f32, f32),
}

/// A rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// Left edge.
    pub left: f32,
    /// Upper edge.
    pub top: f32,
    /// Right edge.
    pub right: f32,
    /// Lower edge.
    pub bottom: f32,
}

/// Where a link leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target<'a> {
    /// The top of a page, from 0.
    Page(usize),
    /// An address.
    Url(&'a str),
}

/// What a header cell is the header of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Its row.
    Row,
    /// Its columns.
    Column,
    /// Both.
    Both,
}

/// What something is, for who cannot see it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Element<'a> {
    /// The title of a document or of a report in it.
    Title {
        /// Its text.
        text: &'a str,
        /// Its upper edge.
        top: f32,
    },
    /// A heading.
    Heading {
        /// 1 for the highest below the title.
        level: u8,
        /// Its text.
        text: &'a str,
        /// Its upper edge.
        top: f32,
    },
    /// A paragraph.
    Paragraph,
    /// A list.
    List,
    /// An item of a list; paragraphs are in it.
    Item,
    /// A table.
    Table {
        /// What is in it.
        summary: &'a str,
    },
    /// A row of a table.
    Row,
    /// A header cell.
    Header {
        /// What it is the header of.
        scope: Scope,
        /// Rows and columns covered.
        spans: (u16, u16),
    },
    /// A cell with a value.
    Cell {
        /// Rows and columns covered.
        spans: (u16, u16),
    },
    /// Nothing of the document: lines, what is repeated on a further page.
    Artifact,
    /// The page number.
    PageNumber,
}

/// What pages are drawn on. Everything comes in reading order; elements are nested and go on over pages.
pub trait Canvas {
    /// Starts a page; nothing is drawn before the first.
    fn start_page(&mut self);

    /// Draws glyphs.
    fn run(&mut self, run: &Run<'_>);

    /// Draws a line.
    fn rule(&mut self, rule: Rule);

    /// What is drawn until the matching [`Canvas::close`] is this.
    fn open(&mut self, element: Element<'_>) {
        let _ = element;
    }

    /// Ends the innermost element.
    fn close(&mut self) {}

    /// Makes an area of the page, drawn upon before, a link.
    fn link(&mut self, area: Area, target: Target<'_>) {
        let _ = (area, target);
    }
}
