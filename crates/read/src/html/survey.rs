//! What the parts of a page hold: how much text, how much of it in links, which tables are tables.
use html5ever::local_name;

use super::kind::Kind;
use super::picture;
use super::tree::{Data, Element, Id, NONE, Tree};

/// A table with more text in one cell than a label or a value has is there for the layout.
const PROSE: usize = 400;
/// Cells with text that make a table around other tables one of data, and characters that make a heading one of a document.
const TABLE: usize = 6;

/// What a part of a page holds, hidden parts left out.
#[derive(Clone, Copy, Default)]
pub(super) struct Part {
    /// Characters, blanks not counted.
    pub(super) characters: usize,
    /// Those of them in links.
    pub(super) linked: usize,
    /// Characters in nested tables.
    inner: usize,
    /// Cells with text of the same table.
    cells: usize,
    /// Cells with text of nested tables.
    nested: usize,
    /// Characters of the fullest cell, those of nested tables not counted.
    longest: usize,
    /// Cells of the widest row.
    width: usize,
    /// What it is, or holds.
    pub(super) holds: Marks,
}

/// Marks of [`Part::holds`].
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Marks(u8);

impl Marks {
    /// A table of data.
    pub(super) const TABLE: Self = Self(1);
    /// A link to a file that is no page.
    pub(super) const ATTACHMENT: Self = Self(2);
    /// A picture.
    pub(super) const PICTURE: Self = Self(4);
    /// A heading of the first rank with text that is no link.
    pub(super) const TITLE: Self = Self(8);

    /// Whether one of these is among them.
    pub(super) fn has(self, marks: Self) -> bool {
        self.0 & marks.0 != 0
    }

    /// With these too.
    pub(super) const fn and(self, marks: Self) -> Self {
        Self(self.0 | marks.0)
    }

    fn set(&mut self, marks: Self, when: bool) {
        if when {
            *self = self.and(marks);
        }
    }
}

/// The parts of a page.
pub(super) struct Survey {
    /// By node.
    pub(super) parts: Vec<Part>,
    /// Tables of data, by node.
    data: Vec<bool>,
}

impl Survey {
    /// Looks at a whole page.
    pub(super) fn of(tree: &Tree, root: Id) -> Self {
        let mut survey = Self { parts: vec![Part::default(); tree.nodes.len()], data: vec![false; tree.nodes.len()] };
        let order = shown(tree, root);
        for id in order.into_iter().rev() {
            survey.node(tree, id);
        }
        survey
    }

    /// Whether a table holds data; others only lay the page out.
    pub(super) fn is_data(&self, table: Id) -> bool {
        self.data[table]
    }

    /// Completes a node, whose children are complete, and adds it to its parent.
    fn node(&mut self, tree: &Tree, id: Id) {
        let part = &mut self.parts[id];
        let parent = tree.nodes[id].parent;
        match &tree.nodes[id].data {
            Data::Root => return,
            Data::Text(text) => part.characters = count(text),
            Data::Element(element) => match element.kind {
                Kind::Anchor => {
                    part.linked = part.characters;
                    let attached = element.attribute(&local_name!("href")).is_some_and(picture::is_attachment);
                    part.holds.set(Marks::ATTACHMENT, attached);
                }
                Kind::Image => part.holds.set(Marks::PICTURE, picture::of_image(element).is_some()),
                Kind::Embedded => part.holds.set(Marks::ATTACHMENT, picture::of_embedded(element).is_some()),
                Kind::Title => part.holds.set(Marks::TITLE, part.characters - part.linked >= TABLE),
                Kind::Cell => {
                    let own = part.characters - part.inner;
                    part.cells = usize::from(own > 0);
                    part.longest = part.longest.max(own);
                }
                Kind::Table => {
                    self.data[id] = part.is_data();
                    let full = part.cells >= TABLE;
                    part.holds.set(Marks::TABLE, self.data[id] && full);
                }
                _ => {}
            },
        }
        let mut part = *part;
        let kind = tree.element(id).map(|element| element.kind);
        let siblings = usize::from(kind == Some(Kind::Cell));
        if kind == Some(Kind::Table) {
            part.leave(self.data[id]);
        }
        if let Some(above) = self.parts.get_mut(parent) {
            above.add(&part, siblings);
        }
    }
}

impl Part {
    fn is_data(&self) -> bool {
        let layout = self.width <= 1 || self.cells <= 1 || (self.cells <= 4 && self.longest > PROSE);
        let frame = self.nested > 0 && (self.cells < TABLE || self.cells <= self.nested || self.longest > PROSE);
        !layout && !frame
    }

    /// From a table to what is around it: a table around a single cell is nothing but that cell.
    fn leave(&mut self, is_data: bool) {
        if is_data || self.cells > 1 {
            self.inner = self.characters;
            self.nested += self.cells;
        }
        (self.cells, self.longest, self.width) = (0, 0, 0);
    }

    fn add(&mut self, child: &Self, cells: usize) {
        self.characters += child.characters;
        self.linked += child.linked;
        self.inner += child.inner;
        self.cells += child.cells;
        self.nested += child.nested;
        self.longest = self.longest.max(child.longest);
        // A row adds up its cells; what holds rows has the widest.
        self.width = if cells > 0 { self.width + cells } else { self.width.max(child.width) };
        self.holds = self.holds.and(child.holds);
    }
}

/// Nodes that are shown, parents before children.
fn shown(tree: &Tree, root: Id) -> Vec<Id> {
    let mut order = Vec::with_capacity(tree.nodes.len());
    let mut id = root;
    while id != NONE {
        let gone = tree.element(id).is_some_and(Element::is_gone);
        if !gone {
            order.push(id);
        }
        id = if gone || tree.nodes[id].first == NONE { after(tree, id, root) } else { tree.nodes[id].first };
    }
    order
}

/// The node after a node and all that it holds.
pub(super) fn after(tree: &Tree, from: Id, root: Id) -> Id {
    let mut id = from;
    while id != root && id != NONE {
        if tree.nodes[id].next != NONE {
            return tree.nodes[id].next;
        }
        id = tree.nodes[id].parent;
    }
    NONE
}

/// Characters that are no blanks.
fn count(text: &str) -> usize {
    text.chars().filter(|character| !character.is_whitespace() && *character != '\u{200b}').count()
}
