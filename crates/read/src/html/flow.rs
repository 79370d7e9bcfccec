//! A part of a page as its lines, tables and pictures in order.
use html5ever::{LocalName, local_name};

use super::content::Content;
use super::kind::Kind;
use super::lines::{Line, trim};
use super::marker::Numbering;
use super::picture;
use super::survey::Survey;
use super::tree::{Data, Element, Id, NONE, Tree};
use crate::raised::superscript;

/// A page with what was found out about it.
pub(super) struct Page<'a> {
    pub(super) tree: &'a Tree,
    pub(super) survey: &'a Survey,
    pub(super) content: &'a Content,
}

/// A piece of a page.
pub(super) enum Piece {
    /// A line of text.
    Line(String),
    /// A picture or an attached file.
    Picture(String),
    /// A table of data.
    Table(Id, Shown),
    /// Text that is struck out was left out.
    Deleted,
}

/// How text is shown, where elements hand it down.
#[derive(Clone, Copy, Default)]
pub(super) struct Shown {
    invisible: bool,
    preserved: bool,
    raised: bool,
}

impl Shown {
    /// Within an element.
    pub(super) fn within(self, element: &Element) -> Self {
        let preserved = (element.kind == Kind::Preformatted).then_some(true);
        Self {
            invisible: element.style.visible.map_or(self.invisible, |visible| !visible),
            preserved: element.style.preserved.or(preserved).unwrap_or(self.preserved),
            raised: self.raised || element.kind == Kind::Raised,
        }
    }
}

/// The pieces within a node, not of itself.
pub(super) fn pieces(page: &Page<'_>, root: Id, shown: Shown) -> Vec<Piece> {
    let mut flow = Flow {
        page,
        pieces: Vec::new(),
        line: Line::default(),
        pictures: Vec::new(),
        lists: Vec::new(),
        shown,
        outer: Vec::new(),
    };
    let nodes = &page.tree.nodes;
    let mut id = nodes[root].first;
    while id != NONE {
        if flow.enter(id) && nodes[id].first != NONE {
            id = nodes[id].first;
            continue;
        }
        flow.leave(id);
        while nodes[id].next == NONE {
            id = nodes[id].parent;
            if id == root || id == NONE {
                flow.end_line();
                return flow.pieces;
            }
            flow.leave(id);
        }
        id = nodes[id].next;
    }
    flow.pieces
}

struct Flow<'a> {
    page: &'a Page<'a>,
    pieces: Vec<Piece>,
    line: Line,
    /// Pictures in the line.
    pictures: Vec<String>,
    lists: Vec<List>,
    shown: Shown,
    /// How text was shown outside of the elements that changed it.
    outer: Vec<(Id, Shown)>,
}

/// A list that is open.
struct List {
    id: Id,
    numbering: Numbering,
    next: i64,
    step: i64,
}

impl Flow<'_> {
    /// Begins a node; whether what it holds is shown.
    fn enter(&mut self, id: Id) -> bool {
        if self.page.content.leaves_out(id) {
            return false;
        }
        match &self.page.tree.nodes[id].data {
            Data::Root => true,
            Data::Text(text) => {
                self.text(text);
                false
            }
            Data::Element(element) => !element.is_gone() && self.enter_element(id, element),
        }
    }

    fn enter_element(&mut self, id: Id, element: &Element) -> bool {
        match element.kind {
            Kind::LineBreak => {
                self.end_line();
                return false;
            }
            Kind::Image => {
                self.pictures.extend(picture::of_image(element).filter(|_| !self.shown.invisible));
                return false;
            }
            Kind::Embedded => {
                self.pictures.extend(picture::of_embedded(element));
                return false;
            }
            Kind::Deleted => {
                if self.page.survey.parts[id].characters > 0 {
                    self.pieces.push(Piece::Deleted);
                }
                return false;
            }
            Kind::Table if self.page.survey.is_data(id) => {
                self.end_line();
                self.pieces.push(Piece::Table(id, self.shown));
                return false;
            }
            _ => {}
        }
        if element.is_block() {
            self.end_line();
        }
        self.enter_list(id, element);
        let changes = matches!(element.kind, Kind::Preformatted | Kind::Raised);
        if changes || element.style.visible.is_some() || element.style.preserved.is_some() {
            self.outer.push((id, self.shown));
            self.shown = self.shown.within(element);
        }
        true
    }

    /// Ends a node, even one of which nothing is shown.
    fn leave(&mut self, id: Id) {
        let Some(element) = self.page.tree.element(id) else { return };
        if element.kind == Kind::LineBreak || element.is_gone() || self.page.content.leaves_out(id) {
            return;
        }
        if element.kind == Kind::Anchor && element.attribute(&local_name!("href")).is_some_and(picture::is_attachment) {
            self.pictures.push(self.attachment(id, element));
        }
        if element.is_block() {
            self.end_line();
        }
        if element.kind == Kind::ListItem {
            self.line.unmark();
        }
        self.lists.pop_if(|list| list.id == id);
        if let Some((_, outer)) = self.outer.pop_if(|(changed, _)| *changed == id) {
            self.shown = outer;
        }
    }

    fn end_line(&mut self) {
        self.pieces.extend(self.line.end().map(Piece::Line));
        self.pieces.extend(self.pictures.drain(..).map(Piece::Picture));
    }

    fn text(&mut self, text: &str) {
        if self.shown.invisible {
            return;
        }
        if self.shown.raised && self.line.ends_in_digit() {
            self.line.collapsed(&superscript(text));
            return;
        }
        if !self.shown.preserved {
            self.line.collapsed(text);
            return;
        }
        for (position, line) in text.split('\n').enumerate() {
            if position > 0 {
                self.end_line();
            }
            self.line.preserved(line);
        }
    }

    fn enter_list(&mut self, id: Id, element: &Element) {
        match element.kind {
            Kind::OrderedList => {
                let numbering = numbering(element).unwrap_or(Numbering::Decimal);
                let reversed = element.attribute(&LocalName::from("reversed")).is_some();
                let is_item = |child: &Id| {
                    self.page.tree.element(*child).is_some_and(|child| child.kind == Kind::ListItem && !child.is_gone())
                };
                let items = || self.page.tree.children(id).filter(is_item).count();
                let first = if reversed { i64::try_from(items()).unwrap_or(1) } else { 1 };
                let next = element.attribute(&local_name!("start")).and_then(integer).unwrap_or(first);
                self.lists.push(List { id, numbering, next, step: if reversed { -1 } else { 1 } });
            }
            Kind::UnorderedList => {
                let numbering = numbering(element).unwrap_or(Numbering::Unnumbered);
                self.lists.push(List { id, numbering, next: 1, step: 1 });
            }
            Kind::ListItem if element.style.display.is_none() => {
                let Some(list) = self.lists.last_mut() else { return };
                let number = element.attribute(&local_name!("value")).and_then(integer).unwrap_or(list.next);
                list.next = number.saturating_add(list.step);
                self.line.mark(&numbering(element).unwrap_or(list.numbering).marker(number));
            }
            _ => {}
        }
    }

    /// The text of a link to a file, or the file's name.
    fn attachment(&self, id: Id, element: &Element) -> String {
        let mut line = Line::default();
        let tree = self.page.tree;
        let mut at = tree.nodes[id].first;
        while at != NONE {
            if let Data::Text(text) = &tree.nodes[at].data {
                line.collapsed(text);
            }
            at = if tree.nodes[at].first == NONE { super::survey::after(tree, at, id) } else { tree.nodes[at].first };
        }
        let file = || picture::file_name(element.attribute(&local_name!("href")).unwrap_or_default()).to_owned();
        line.end().unwrap_or_else(file)
    }
}

fn numbering(element: &Element) -> Option<Numbering> {
    element.style.numbering.or_else(|| element.attribute(&local_name!("type")).and_then(Numbering::typed))
}

/// An integer at the beginning of a text, as HTML reads it.
fn integer(text: &str) -> Option<i64> {
    let text = trim(text);
    let (sign, digits) = text.strip_prefix('-').map_or((1, text.trim_start_matches('+')), |digits| (-1, digits));
    let end = digits.bytes().take_while(u8::is_ascii_digit).count();
    // A browser counts in 32 bits.
    digits[..end].parse::<i32>().ok().map(|number| sign * i64::from(number))
}
