//! Where on a page the document is: what a site puts around it is trimmed from both ends.
//!
//! Trimming goes inwards from the first and the last part of the page and stops at the first text that is not clearly
//! the site's: links with hardly any other text, parts named as navigation or footer, a few words such as 当前位置.
//! Nothing between the first and the last part of the document is ever left out, and where in doubt all is kept.
use html5ever::{LocalName, local_name};

use super::kind::Kind;
use super::survey::{Marks, Part, Survey};
use super::tree::{Data, Element, Id, NONE, Tree};

/// Other text, in characters, that a part made of links may have.
const BESIDE_LINKS: usize = 200;
/// The longest text that is told by its words.
const WORDS: usize = 300;
/// The shortest text that tells a title.
const TITLE: usize = 8;
const LONGEST_TITLE: usize = 100;

/// What marks a part as the site's, in its class or id, wherever it stands.
const NAMES: [&str; 11] =
    ["nav", "crumb", "bread", "foot", "copyright", "share", "sitemap", "friendlink", "pagination", "prevnext", "dqwz"];
/// The same, but a document's own head may be named so.
const HEAD_NAMES: [&str; 9] = ["header", "head", "top", "banner", "logo", "search", "toolbar", "sidebar", "menu"];
/// What a site writes around a document.
const PHRASES: [&str; 19] = [
    "当前位置",
    "您的位置",
    "您所在的位置",
    "所在位置",
    "您现在的位置",
    "版权所有",
    "ICP备",
    "公网安备",
    "网站标识码",
    "网站地图",
    "上一篇",
    "下一篇",
    "扫一扫",
    "分享到",
    "打印本页",
    "【打印",
    "【关闭",
    "关闭窗口",
    "【字体",
];

/// Marks by node what is left out.
pub(super) struct Content {
    left_out: Vec<bool>,
    /// How many parts with text were left out.
    pub(super) count: usize,
}

impl Content {
    /// Finds the document on a page.
    pub(super) fn of(tree: &Tree, survey: &Survey, root: Id) -> Self {
        let page = Page { tree, survey, whole: survey.parts[root], titled: titled(tree, survey) };
        let mut content = Self { left_out: vec![false; tree.nodes.len()], count: 0 };
        let mut lost = 0;
        for end in [End::First, End::Last] {
            for id in page.trimmed(root, end) {
                if !content.left_out[id] {
                    let part = survey.parts[id];
                    content.left_out[id] = true;
                    content.count += usize::from(part.characters > 0);
                    lost += part.own();
                }
            }
        }
        if lost * 2 > page.whole.own() {
            return Self { left_out: vec![false; tree.nodes.len()], count: 0 };
        }
        content
    }

    /// Whether a node is not of the document.
    pub(super) fn leaves_out(&self, id: Id) -> bool {
        self.left_out[id]
    }
}

impl Part {
    /// Characters that are no links.
    fn own(self) -> usize {
        self.characters - self.linked
    }
}

struct Page<'a> {
    tree: &'a Tree,
    survey: &'a Survey,
    whole: Part,
    /// By node, whether it holds a line of the page's title, not as a link.
    titled: Vec<bool>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    First,
    Last,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    /// Nothing is seen of it.
    Empty,
    Site,
    Document,
}

impl Page<'_> {
    /// The parts before the document, or after it.
    fn trimmed(&self, root: Id, end: End) -> Vec<Id> {
        let mut trimmed = Vec::new();
        let mut inside = root;
        while self.is_divisible(inside) {
            let nodes = &self.tree.nodes;
            let mut child = if end == End::First { nodes[inside].first } else { nodes[inside].last };
            let before = trimmed.len();
            while child != NONE && self.role(child) != Role::Document {
                trimmed.push(child);
                child = if end == End::First { nodes[child].next } else { nodes[child].previous };
            }
            if child == NONE {
                // All of it looks like the site's: in doubt it is kept.
                trimmed.truncate(before);
                break;
            }
            inside = child;
        }
        trimmed
    }

    /// Whether the site's parts and the document can stand side by side within it.
    fn is_divisible(&self, id: Id) -> bool {
        match self.tree.element(id).map(|element| element.kind) {
            Some(Kind::Table) => !self.survey.is_data(id),
            // Items left out would change the numbers of the others.
            Some(
                Kind::OrderedList
                | Kind::UnorderedList
                | Kind::ListItem
                | Kind::Paragraph
                | Kind::Title
                | Kind::Preformatted
                | Kind::Anchor,
            )
            | None => false,
            Some(_) => true,
        }
    }

    fn role(&self, id: Id) -> Role {
        let part = self.survey.parts[id];
        let Some(element) = self.tree.element(id) else {
            return if part.characters == 0 { Role::Empty } else { self.role_of_text(part, id) };
        };
        if part.holds.has(Marks::TABLE.and(Marks::ATTACHMENT)) {
            return Role::Document;
        }
        if part.characters == 0 {
            let banner = is_named(element, &HEAD_NAMES) || is_named(element, &NAMES);
            return if !part.holds.has(Marks::PICTURE) {
                Role::Empty
            } else if banner {
                Role::Site
            } else {
                Role::Document
            };
        }
        let small = part.own() * 5 < self.whole.own();
        if small && (element.kind == Kind::Chrome || is_site_role(element) || is_named(element, &NAMES)) {
            return Role::Site;
        }
        match self.role_of_text(part, id) {
            Role::Document if part.holds.has(Marks::TITLE) || self.titled[id] => Role::Document,
            Role::Document if small && part.own() < BESIDE_LINKS && is_named(element, &HEAD_NAMES) => Role::Site,
            Role::Document if part.linked * 2 >= part.characters && part.own() < BESIDE_LINKS => Role::Site,
            role => role,
        }
    }

    /// By the words of a short text without a sentence.
    fn role_of_text(&self, part: Part, id: Id) -> Role {
        if part.characters > WORDS {
            return Role::Document;
        }
        let text = self.text(id);
        let is_sites = !text.contains('。') && PHRASES.iter().any(|phrase| text.contains(phrase));
        if is_sites || !text.chars().any(char::is_alphanumeric) { Role::Site } else { Role::Document }
    }

    /// Text nodes of a part that are shown.
    fn texts(&self, root: Id) -> impl Iterator<Item = Id> {
        let step = move |id: Id| {
            let gone = self.tree.element(id).is_some_and(Element::is_gone);
            let inner = self.tree.nodes[id].first;
            let next = if gone || inner == NONE { super::survey::after(self.tree, id, root) } else { inner };
            (next != NONE).then_some(next)
        };
        std::iter::successors(Some(root), move |id| step(*id))
            .filter(|id| self.survey.parts[*id].characters > 0)
            .filter(|id| matches!(self.tree.nodes[*id].data, Data::Text(_)))
    }

    fn text(&self, id: Id) -> String {
        let mut text = String::new();
        for id in self.texts(id) {
            if let Data::Text(written) = &self.tree.nodes[id].data {
                text.push_str(&squeezed(written));
            }
        }
        text
    }
}

fn is_named(element: &Element, names: &[&str]) -> bool {
    let values = [element.attribute(&local_name!("class")), element.attribute(&local_name!("id"))];
    let mut words = values.into_iter().flatten().flat_map(|value| value.split([' ', '-', '_', '\n', '\t']));
    let starts = |word: &str, name: &str| word.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name));
    words.any(|word| names.iter().any(|name| starts(word, name)))
}

fn is_site_role(element: &Element) -> bool {
    let role = element.attribute(&LocalName::from("role")).unwrap_or_default();
    matches!(role, "navigation" | "contentinfo" | "search" | "complementary")
}

/// Marks what holds a line of the page's title, not as a link.
fn titled(tree: &Tree, survey: &Survey) -> Vec<bool> {
    let title = title(tree);
    let mut titled = vec![false; tree.nodes.len()];
    for (id, part) in survey.parts.iter().enumerate() {
        let Data::Text(text) = &tree.nodes[id].data else { continue };
        if part.characters < TITLE || part.characters > LONGEST_TITLE || !title.contains(&squeezed(text)) {
            continue;
        }
        let above = || tree.upwards(id);
        if !above().any(|id| tree.element(id).is_some_and(|element| element.kind == Kind::Anchor)) {
            above().for_each(|id| titled[id] = true);
        }
    }
    titled
}

/// The longest of the parts of the page's title, which names the document and the site.
fn title(tree: &Tree) -> String {
    let mut title = String::new();
    if tree.title != NONE {
        for child in tree.children(tree.title) {
            if let Data::Text(text) = &tree.nodes[child].data {
                title.push_str(text);
            }
        }
    }
    let parts = title.split(['_', '|', '-', '—', '－', '–', '>']);
    let longest = squeezed(parts.max_by_key(|part| part.chars().count()).unwrap_or_default());
    if longest.chars().count() > LONGEST_TITLE { String::new() } else { longest }
}

/// A text without blanks.
fn squeezed(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace()).collect()
}
