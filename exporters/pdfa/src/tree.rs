//! The structure of a document as it grows, with numbers in the place of what is drawn.
use krilla::tagging::{Identifier, Node, TagGroup, TagKind, TagTree};

/// Groups with their parts.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    groups: Vec<Group>,
    /// The parts that are in no group.
    top: Vec<Part>,
    /// The groups that are open, the innermost last.
    open: Vec<usize>,
    /// How many leaves there are.
    leaves: usize,
}

#[derive(Debug)]
struct Group {
    tag: TagKind,
    parts: Vec<Part>,
}

#[derive(Clone, Copy, Debug)]
enum Part {
    Group(usize),
    Leaf(usize),
}

impl Tree {
    /// Opens a group within the innermost one.
    pub(crate) fn open(&mut self, tag: impl Into<TagKind>) {
        let number = self.add(tag.into(), Vec::new());
        self.open.push(number);
    }

    /// Closes the innermost group.
    pub(crate) fn close(&mut self) {
        self.open.pop();
    }

    /// Whether the innermost group has no part yet.
    pub(crate) fn is_empty(&self) -> bool {
        self.parts().is_empty()
    }

    /// The leaf that is the last part of the innermost group.
    pub(crate) fn last_leaf(&self) -> Option<usize> {
        match self.parts().last() {
            Some(Part::Leaf(leaf)) => Some(*leaf),
            _ => None,
        }
    }

    /// Adds a leaf to the innermost group; its number.
    pub(crate) fn leaf(&mut self) -> usize {
        let leaf = self.leaves;
        self.leaves += 1;
        self.parts_mut().push(Part::Leaf(leaf));
        leaf
    }

    /// Makes the leaves at the end of the innermost group, and a further one, a group of their own; the number of the
    /// further leaf.
    pub(crate) fn wrap(&mut self, tag: impl Into<TagKind>) -> usize {
        let parts = self.parts_mut();
        let start = parts.iter().rposition(|part| matches!(part, Part::Group(_))).map_or(0, |last| last + 1);
        let mut wrapped = parts.split_off(start);
        let leaf = self.leaves;
        self.leaves += 1;
        wrapped.push(Part::Leaf(leaf));
        self.add(tag.into(), wrapped);
        leaf
    }

    /// One place for each leaf.
    pub(crate) fn places(&self) -> Vec<Option<Identifier>> {
        vec![None; self.leaves]
    }

    /// The structure with what was drawn for each leaf.
    pub(crate) fn tags(&self, drawn: &[Option<Identifier>]) -> TagTree {
        TagTree::from(self.nodes(&self.top, drawn))
    }

    fn nodes(&self, parts: &[Part], drawn: &[Option<Identifier>]) -> Vec<Node> {
        let nodes = parts.iter().filter_map(|part| match *part {
            Part::Leaf(leaf) => drawn.get(leaf).copied().flatten().map(Node::Leaf),
            Part::Group(number) => {
                let Group { tag, parts } = &self.groups[number];
                Some(TagGroup::with_children(tag.clone(), self.nodes(parts, drawn)).into())
            }
        });
        nodes.collect()
    }

    fn add(&mut self, tag: TagKind, parts: Vec<Part>) -> usize {
        let number = self.groups.len();
        self.parts_mut().push(Part::Group(number));
        self.groups.push(Group { tag, parts });
        number
    }

    fn parts(&self) -> &[Part] {
        self.open.last().map_or(&self.top, |group| &self.groups[*group].parts)
    }

    fn parts_mut(&mut self) -> &mut Vec<Part> {
        match self.open.last() {
            Some(group) => &mut self.groups[*group].parts,
            None => &mut self.top,
        }
    }
}
