//! What is drawn, kept page by page: krilla wants a page whole, and its links behind its text.
use std::num::{NonZeroU16, NonZeroU32};

use gouji_pages::{Area, Canvas, Element, Glyph, Rule, Run, Scope, Target};
use krilla::tagging::{ListNumbering, TableHeaderScope, Tag, TagKind};

use crate::tree::Tree;

/// Pages and their structure.
#[derive(Debug, Default)]
pub(crate) struct Recording {
    /// The pages.
    pub(crate) pages: Vec<Page>,
    /// The structure.
    pub(crate) tree: Tree,
    /// Titles and headings in order.
    pub(crate) bookmarks: Vec<Bookmark>,
    /// The elements that are open.
    open: Vec<Opened>,
    /// The level of the last heading, 1 for a title.
    level: u16,
    /// The text drawn since the innermost element or a link in it.
    spoken: String,
}

/// A page.
#[derive(Debug, Default)]
pub(crate) struct Page {
    /// What is on it, in order.
    pub(crate) stretches: Vec<Stretch>,
    /// Its links.
    pub(crate) links: Vec<Link>,
}

/// Things drawn one behind the other that belong together.
#[derive(Debug)]
pub(crate) struct Stretch {
    /// What they are.
    pub(crate) mark: Mark,
    /// The things.
    pub(crate) items: Vec<Item>,
}

/// What a stretch is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    /// A leaf of the structure.
    Leaf(usize),
    /// No part of the document.
    Artifact,
    /// A page number, which is none either.
    PageNumber,
}

/// A thing drawn.
#[derive(Debug)]
pub(crate) enum Item {
    /// Glyphs one behind the other, drawn as `run` says.
    Text {
        /// The glyphs, all of one font.
        glyphs: Vec<Glyph>,
        /// Size in points.
        size: f32,
        /// Left edge and baseline, in points.
        at: (f32, f32),
        /// What is added behind each glyph, in points.
        spacing: f32,
    },
    /// A line.
    Rule(Rule),
}

/// A link.
#[derive(Debug)]
pub(crate) struct Link {
    /// Where it is on the page.
    pub(crate) area: Area,
    /// Where it leads to.
    pub(crate) goal: Goal,
    /// Its text, for who cannot see it.
    pub(crate) text: String,
    /// Its leaf of the structure.
    pub(crate) leaf: usize,
}

/// Where a link leads to.
#[derive(Debug)]
pub(crate) enum Goal {
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

/// What was opened by an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Opened {
    /// So many groups, one in the other.
    Groups(usize),
    /// What is no part of the document.
    Apart(Mark),
}

impl Recording {
    /// Where the next thing of the innermost element goes.
    fn items(&mut self) -> Option<&mut Vec<Item>> {
        let apart = self.open.iter().rev().find_map(|opened| match opened {
            Opened::Apart(mark) => Some(*mark),
            Opened::Groups(_) => None,
        });
        let page = self.pages.last_mut()?;
        let last = page.stretches.last().map(|stretch| stretch.mark);
        let is_going_on = |mark: Mark| last == Some(mark);
        let mark = match (apart, self.tree.last_leaf().map(Mark::Leaf)) {
            (Some(mark), _) => mark,
            (None, Some(mark)) if is_going_on(mark) => mark,
            (None, _) => Mark::Leaf(self.tree.leaf()),
        };
        if !is_going_on(mark) {
            page.stretches.push(Stretch { mark, items: Vec::new() });
        }
        page.stretches.last_mut().map(|stretch| &mut stretch.items)
    }

    fn is_apart(&self) -> bool {
        self.open.iter().any(|opened| matches!(opened, Opened::Apart(_)))
    }

    fn bookmark(&mut self, level: u8, text: &str, top: f32) {
        let page = self.pages.len().saturating_sub(1);
        self.bookmarks.push(Bookmark { level, text: text.to_owned(), page, top });
    }

    /// Opens a heading; no level may be left out before it, and none is without text.
    fn heading(&mut self, level: u8, text: &str, top: f32) -> TagKind {
        if text.trim().is_empty() {
            return Tag::P.into();
        }
        self.bookmark(level, text, top);
        self.level = (u16::from(level) + 1).min(self.level + 1);
        Tag::Hn(NonZeroU16::MIN.saturating_add(self.level - 1), Some(text.to_owned())).into()
    }
}

impl Canvas for Recording {
    fn start_page(&mut self) {
        self.pages.push(Page::default());
    }

    fn run(&mut self, run: &Run<'_>) {
        if !self.is_apart() {
            self.spoken.extend(run.glyphs.iter().map(|glyph| glyph.character));
        }
        let text = Item::Text {
            glyphs: run.glyphs.to_vec(),
            size: f32::from(run.size),
            at: (run.x, run.baseline),
            spacing: run.spacing,
        };
        if let Some(items) = self.items() {
            items.push(text);
        }
    }

    fn rule(&mut self, rule: Rule) {
        if let Some(items) = self.items() {
            items.push(Item::Rule(rule));
        }
    }

    fn open(&mut self, element: Element<'_>) {
        self.spoken.clear();
        let tag: TagKind = match element {
            Element::Artifact => return self.open.push(Opened::Apart(Mark::Artifact)),
            Element::PageNumber => return self.open.push(Opened::Apart(Mark::PageNumber)),
            Element::Title { text, top } => self.heading(0, text, top),
            Element::Heading { level, text, top } => self.heading(level, text, top),
            Element::Paragraph => Tag::P.into(),
            Element::List => Tag::L(ListNumbering::None).into(),
            Element::Item => Tag::LI.into(),
            Element::Table { summary } => Tag::Table.with_summary(Some(summary.to_owned())).into(),
            Element::Row => Tag::TR.into(),
            Element::Header { scope, spans: (rows, columns) } => {
                let scope = match scope {
                    Scope::Row => TableHeaderScope::Row,
                    Scope::Column => TableHeaderScope::Column,
                    Scope::Both => TableHeaderScope::Both,
                };
                Tag::TH(scope).with_row_span(span(rows)).with_col_span(span(columns)).into()
            }
            Element::Cell { spans: (rows, columns) } => {
                Tag::TD.with_row_span(span(rows)).with_col_span(span(columns)).into()
            }
        };
        self.tree.open(tag);
        let is_item = element == Element::Item;
        if is_item {
            self.tree.open(Tag::LBody);
        }
        self.open.push(Opened::Groups(1 + usize::from(is_item)));
    }

    /// A group that nothing was drawn in would be left out, and a table would lack its cell: it gets an empty leaf.
    fn close(&mut self) {
        if !self.is_apart() && self.tree.is_empty() {
            self.items();
        }
        if let Some(Opened::Groups(groups)) = self.open.pop() {
            (0..groups).for_each(|_| self.tree.close());
        }
    }

    fn link(&mut self, area: Area, target: Target<'_>) {
        let (goal, alone) = match target {
            Target::Page(page) => (Goal::Page(page), (page + 1).to_string()),
            Target::Url(url) => (Goal::Url(url.to_owned()), url.to_owned()),
        };
        let spoken = std::mem::take(&mut self.spoken);
        let text = if spoken.trim().is_empty() { alone } else { spoken };
        let leaf = self.tree.wrap(Tag::Link);
        if let Some(page) = self.pages.last_mut() {
            page.links.push(Link { area, goal, text, leaf });
        }
    }
}

/// A span worth telling.
fn span(covered: u16) -> Option<NonZeroU32> {
    NonZeroU32::new(covered.into()).filter(|span| span.get() > 1)
}
