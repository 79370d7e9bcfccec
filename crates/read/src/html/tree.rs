//! The tree of a page, as the library's tree builder makes it.
use std::borrow::Cow;
use std::cell::{Cell, Ref, RefCell};

use html5ever::interface::{Attribute, ElemName, ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::{LocalName, Namespace, QualName, local_name, ns};

use super::kind::Kind;
use super::style::{Display, Style};

/// A node's place in [`Tree::nodes`].
pub(super) type Id = usize;
/// No node.
pub(super) const NONE: Id = usize::MAX;
/// The document itself.
pub(super) const DOCUMENT: Id = 0;
/// Where the contents of all templates go, which are never shown.
const TEMPLATES: Id = 1;

/// A node and its neighbours.
pub(super) struct Node {
    pub(super) data: Data,
    pub(super) parent: Id,
    pub(super) first: Id,
    pub(super) last: Id,
    pub(super) previous: Id,
    pub(super) next: Id,
    /// How deep it stood when it was put in.
    depth: usize,
}

/// What a node is.
pub(super) enum Data {
    /// The document, or the contents of templates.
    Root,
    Text(StrTendril),
    Element(Element),
}

/// An element.
pub(super) struct Element {
    name: QualName,
    /// Its attributes, as far as they are looked at.
    pub(super) attributes: Vec<Attribute>,
    /// What it is on the page.
    pub(super) kind: Kind,
    /// What its `style` says.
    pub(super) style: Style,
}

impl Element {
    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &LocalName) -> Option<&str> {
        self.attributes.iter().find(|attribute| attribute.name.local == *name).map(|attribute| &*attribute.value)
    }

    /// Whether nothing of it is on the page.
    pub(super) fn is_gone(&self) -> bool {
        self.kind == Kind::Unshown || self.style.is_gone()
    }

    /// Whether lines end before and after it.
    pub(super) fn is_block(&self) -> bool {
        match self.style.display {
            Some(Display::Block) => true,
            Some(Display::Inline) if matches!(self.kind, Kind::Block | Kind::Paragraph | Kind::ListItem) => false,
            _ => self.kind.is_block(),
        }
    }

    /// Whether it has a tag's name.
    pub(super) fn is(&self, name: &LocalName) -> bool {
        self.name.local == *name
    }
}

/// A page.
pub(super) struct Tree {
    /// Nodes in the order of their making.
    pub(super) nodes: Vec<Node>,
    /// The first `title` of the page.
    pub(super) title: Id,
}

impl Tree {
    /// The element at a place, if it is one.
    pub(super) fn element(&self, id: Id) -> Option<&Element> {
        match &self.nodes[id].data {
            Data::Element(element) => Some(element),
            Data::Root | Data::Text(_) => None,
        }
    }

    /// The body, or where there is none, as in a page of frames, the document.
    pub(super) fn body(&self) -> Id {
        let is = |id: Id, name: &LocalName| self.element(id).is_some_and(|element| element.is(name));
        let html = self.children(DOCUMENT).find(|id| is(*id, &local_name!("html"))).unwrap_or(DOCUMENT);
        self.children(html).find(|id| is(*id, &local_name!("body"))).unwrap_or(html)
    }

    /// A node, its parent and so on up to the root.
    pub(super) fn upwards(&self, id: Id) -> impl Iterator<Item = Id> + '_ {
        std::iter::successors(Some(id), |id| Some(self.nodes[*id].parent).filter(|parent| *parent != NONE))
    }

    /// Children in order.
    pub(super) fn children(&self, id: Id) -> impl Iterator<Item = Id> + '_ {
        let existing = |id: Id| (id != NONE).then_some(id);
        std::iter::successors(existing(self.nodes[id].first), move |child| existing(self.nodes[*child].next))
    }
}

/// Takes what the tree builder makes.
pub(super) struct Sink {
    nodes: RefCell<Vec<Node>>,
    title: Cell<Id>,
    /// More nodes, or deeper ones, than allowed.
    fault: Cell<Option<Fault>>,
    most_nodes: usize,
    most_depth: usize,
}

/// What a page has too much of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    Nodes,
    Depth,
}

impl Sink {
    /// An empty page.
    pub(super) fn new(most_nodes: usize, most_depth: usize) -> Self {
        let sink =
            Self { nodes: RefCell::default(), title: Cell::new(NONE), fault: Cell::new(None), most_nodes, most_depth };
        sink.node(Data::Root);
        sink.node(Data::Root);
        sink
    }

    /// What there was too much of so far.
    pub(super) fn fault(&self) -> Option<Fault> {
        self.fault.get()
    }

    fn node(&self, data: Data) -> Id {
        let mut nodes = self.nodes.borrow_mut();
        if nodes.len() >= self.most_nodes {
            self.fault.set(Some(Fault::Nodes));
        }
        nodes.push(Node { data, parent: NONE, first: NONE, last: NONE, previous: NONE, next: NONE, depth: 0 });
        nodes.len() - 1
    }

    /// Puts a node before another, or at the end.
    fn insert(&self, parent: Id, child: Id, next: Id) {
        self.remove_from_parent(&child);
        let mut nodes = self.nodes.borrow_mut();
        let previous = if next == NONE { nodes[parent].last } else { nodes[next].previous };
        let depth = nodes[parent].depth + 1;
        if depth > self.most_depth {
            self.fault.set(Some(Fault::Depth));
        }
        let node = &mut nodes[child];
        (node.parent, node.previous, node.next, node.depth) = (parent, previous, next, depth);
        link(&mut nodes, parent, previous, child);
        link_back(&mut nodes, parent, next, child);
    }

    fn put(&self, parent: Id, child: NodeOrText<Id>, next: Id) {
        match child {
            NodeOrText::AppendNode(NONE) => {}
            NodeOrText::AppendNode(child) => self.insert(parent, child, next),
            NodeOrText::AppendText(text) => {
                let before = {
                    let nodes = self.nodes.borrow();
                    if next == NONE { nodes[parent].last } else { nodes[next].previous }
                };
                let mut nodes = self.nodes.borrow_mut();
                if let Some(Node { data: Data::Text(written), .. }) = nodes.get_mut(before) {
                    written.push_tendril(&text);
                    return;
                }
                drop(nodes);
                let child = self.node(Data::Text(text));
                self.insert(parent, child, next);
            }
        }
    }
}

/// Makes a node follow another, or be the first.
fn link(nodes: &mut [Node], parent: Id, previous: Id, node: Id) {
    match nodes.get_mut(previous) {
        Some(previous) => previous.next = node,
        None => nodes[parent].first = node,
    }
}

/// Makes a node stand before another, or be the last.
fn link_back(nodes: &mut [Node], parent: Id, next: Id, node: Id) {
    match nodes.get_mut(next) {
        Some(next) => next.previous = node,
        None => nodes[parent].last = node,
    }
}

static NO_NAMESPACE: Namespace = ns!();
static NO_NAME: LocalName = local_name!("");

/// The name of an element, borrowed from the page.
#[derive(Debug)]
pub(super) struct Name<'a>(Option<Ref<'a, QualName>>);

impl ElemName for Name<'_> {
    fn ns(&self) -> &Namespace {
        self.0.as_ref().map_or(&NO_NAMESPACE, |name| &name.ns)
    }

    fn local_name(&self) -> &LocalName {
        self.0.as_ref().map_or(&NO_NAME, |name| &name.local)
    }
}

impl TreeSink for Sink {
    type Handle = Id;
    type Output = Tree;
    type ElemName<'a> = Name<'a>;

    fn finish(self) -> Tree {
        Tree { nodes: self.nodes.into_inner(), title: self.title.get() }
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Id {
        DOCUMENT
    }

    fn elem_name<'a>(&'a self, target: &'a Id) -> Name<'a> {
        let name = Ref::filter_map(self.nodes.borrow(), |nodes| match &nodes.get(*target)?.data {
            Data::Element(element) => Some(&element.name),
            Data::Root | Data::Text(_) => None,
        });
        Name(name.ok())
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> Id {
        let kind = Kind::of(&name);
        let is_title = name.ns == ns!(html) && name.local == local_name!("title");
        let mut element = Element { name, attributes, kind, style: Style::default() };
        element.style = Style::of(&element);
        let id = self.node(Data::Element(element));
        if is_title && self.title.get() == NONE {
            self.title.set(id);
        }
        id
    }

    fn create_comment(&self, _: StrTendril) -> Id {
        NONE
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Id {
        NONE
    }

    fn append(&self, parent: &Id, child: NodeOrText<Id>) {
        self.put(*parent, child, NONE);
    }

    fn append_based_on_parent_node(&self, element: &Id, before: &Id, child: NodeOrText<Id>) {
        let parent = self.nodes.borrow()[*element].parent;
        if parent == NONE {
            self.put(*before, child, NONE);
        } else {
            self.put(parent, child, *element);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, _: &Id) -> Id {
        TEMPLATES
    }

    fn same_node(&self, left: &Id, right: &Id) -> bool {
        left == right
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Id, child: NodeOrText<Id>) {
        let parent = self.nodes.borrow()[*sibling].parent;
        if parent != NONE {
            self.put(parent, child, *sibling);
        }
    }

    fn add_attrs_if_missing(&self, target: &Id, attributes: Vec<Attribute>) {
        if let Some(Node { data: Data::Element(element), .. }) = self.nodes.borrow_mut().get_mut(*target) {
            for attribute in attributes {
                if element.attribute(&attribute.name.local).is_none() {
                    element.attributes.push(attribute);
                }
            }
            element.style = Style::of(element);
        }
    }

    fn remove_from_parent(&self, target: &Id) {
        let mut nodes = self.nodes.borrow_mut();
        let Some(&Node { parent, previous, next, .. }) = nodes.get(*target) else { return };
        if parent != NONE {
            link(&mut nodes, parent, previous, next);
            link_back(&mut nodes, parent, next, previous);
            let node = &mut nodes[*target];
            (node.parent, node.previous, node.next) = (NONE, NONE, NONE);
        }
    }

    fn reparent_children(&self, from: &Id, to: &Id) {
        loop {
            let first = self.nodes.borrow()[*from].first;
            if first == NONE {
                break;
            }
            self.insert(*to, first, NONE);
        }
    }

    fn is_mathml_annotation_xml_integration_point(&self, target: &Id) -> bool {
        let nodes = self.nodes.borrow();
        let Some(Node { data: Data::Element(element), .. }) = nodes.get(*target) else { return false };
        element.is(&local_name!("annotation-xml"))
            && element.attribute(&local_name!("encoding")).is_some_and(|encoding| {
                encoding.eq_ignore_ascii_case("text/html") || encoding.eq_ignore_ascii_case("application/xhtml+xml")
            })
    }
}
