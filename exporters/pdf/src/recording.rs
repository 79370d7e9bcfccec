//! What is drawn, kept until all glyphs are known.
use gouji_pages::{Area, Canvas, Element, Rule, Run, Target};

use crate::carrier::Carrier;

/// Pages, with the font that carries their glyphs.
#[derive(Debug, Default)]
pub(crate) struct Recording {
    /// The pages.
    pub(crate) pages: Vec<Page>,
    /// The glyphs used.
    pub(crate) carrier: Carrier,
    /// Titles and headings in order.
    pub(crate) bookmarks: Vec<Bookmark>,
}

/// A page.
#[derive(Debug, Default)]
pub(crate) struct Page {
    /// Its text, in order.
    pub(crate) texts: Vec<Text>,
    /// Its lines.
    pub(crate) rules: Vec<Rule>,
    /// Its links.
    pub(crate) links: Vec<(Area, Link)>,
}

/// Glyphs one behind the other.
#[derive(Debug)]
pub(crate) struct Text {
    /// Characters of the carrier.
    pub(crate) characters: String,
    /// Size in points.
    pub(crate) size: u8,
    /// Left edge and baseline, in points.
    pub(crate) at: (f32, f32),
    /// What is added behind each glyph, in points.
    pub(crate) spacing: f32,
}

/// Where a link leads to.
#[derive(Debug)]
pub(crate) enum Link {
    /// A page, from 0.
    Page(usize),
    /// An address.
    Url(String),
}

/// A title or heading.
#[derive(Debug)]
pub(crate) struct Bookmark {
    /// 0 for a title.
    pub(crate) level: u8,
    /// Its text.
    pub(crate) text: String,
    /// Its page, from 0.
    pub(crate) page: usize,
    /// Its upper edge, in points from that of the page.
    pub(crate) top: f32,
}

impl Recording {
    fn bookmark(&mut self, level: u8, text: &str, top: f32) {
        let page = self.pages.len().saturating_sub(1);
        self.bookmarks.push(Bookmark { level, text: text.to_owned(), page, top });
    }
}

impl Canvas for Recording {
    fn start_page(&mut self) {
        self.pages.push(Page::default());
    }

    fn run(&mut self, run: &Run<'_>) {
        let characters = run.glyphs.iter().map(|glyph| self.carrier.character(*glyph)).collect();
        let text = Text { characters, size: run.size, at: (run.x, run.baseline), spacing: run.spacing };
        if let Some(page) = self.pages.last_mut() {
            page.texts.push(text);
        }
    }

    fn rule(&mut self, rule: Rule) {
        if let Some(page) = self.pages.last_mut() {
            page.rules.push(rule);
        }
    }

    fn open(&mut self, element: Element<'_>) {
        match element {
            Element::Title { text, top } => self.bookmark(0, text, top),
            Element::Heading { level, text, top } => self.bookmark(level, text, top),
            _ => {}
        }
    }

    fn link(&mut self, area: Area, target: Target<'_>) {
        let link = match target {
            Target::Page(page) => Link::Page(page),
            Target::Url(url) => Link::Url(url.to_owned()),
        };
        if let Some(page) = self.pages.last_mut() {
            page.links.push((area, link));
        }
    }
}
