//! What an element's `style`, and attributes of the same effect, say of its place on the page.
//!
//! Style sheets are not read: pages that hide or number by them alone are read as if they did not.
use html5ever::local_name;

use super::kind::Kind;
use super::marker::Numbering;
use super::tree::Element;

/// What is said; `None` where nothing is.
#[derive(Clone, Copy, Default)]
pub(super) struct Style {
    /// Whether it is shown, and how.
    pub(super) display: Option<Display>,
    /// Whether its text is visible though it takes room.
    pub(super) visible: Option<bool>,
    /// Whether blanks and line ends stay.
    pub(super) preserved: Option<bool>,
    /// How the items of a list are numbered.
    pub(super) numbering: Option<Numbering>,
    /// Smaller than a picture that holds text.
    pub(super) tiny: bool,
}

/// How an element is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Display {
    /// Not at all.
    None,
    Inline,
    Block,
}

/// Pictures up to this width or height are icons, bullets and lines, in pixels.
const TINY: u32 = 40;

impl Style {
    /// What an element says.
    pub(super) fn of(element: &Element) -> Self {
        let mut style = Self::default();
        if element.attributes.is_empty() {
            return style;
        }
        if element.kind == Kind::Image {
            let sizes = [element.attribute(&local_name!("width")), element.attribute(&local_name!("height"))];
            style.tiny = sizes.into_iter().flatten().any(is_tiny);
        }
        for declaration in element.attribute(&local_name!("style")).unwrap_or_default().split(';') {
            style.declare(declaration, element.kind);
        }
        if element.attribute(&local_name!("hidden")).is_some() && style.display.is_none() {
            style.display = Some(Display::None);
        }
        style
    }

    fn declare(&mut self, declaration: &str, kind: Kind) {
        let declaration = declaration.trim_ascii();
        // Word writes dozens of others.
        if !matches!(
            declaration.as_bytes().first(),
            Some(b'd' | b'v' | b'w' | b'h' | b'l' | b'm' | b'D' | b'V' | b'W' | b'L' | b'M')
        ) {
            return;
        }
        let Some((property, value)) = declaration.split_once(':') else { return };
        let (property, value) = (property.trim_ascii(), value.trim_ascii());
        let is = |name: &str| property.eq_ignore_ascii_case(name);
        if is("display") {
            self.display = display(value).or(self.display);
        } else if is("mso-hide") && starts(value, "all") {
            self.display = Some(Display::None);
        } else if is("visibility") {
            self.visible = Some(!(starts(value, "hidden") || starts(value, "collapse")));
        } else if is("white-space") {
            self.preserved = Some(starts(value, "pre") || starts(value, "break-spaces"));
        } else if is("list-style") || is("list-style-type") {
            self.numbering = value.split_ascii_whitespace().find_map(Numbering::named).or(self.numbering);
        } else if kind == Kind::Image && (is("width") || is("height")) {
            self.tiny |= is_tiny(value);
        }
    }

    /// Whether it is not shown at all.
    pub(super) fn is_gone(self) -> bool {
        self.display == Some(Display::None)
    }
}

fn display(value: &str) -> Option<Display> {
    if starts(value, "none") {
        Some(Display::None)
    } else if starts(value, "inline") {
        Some(Display::Inline)
    } else {
        let blocks = ["block", "flex", "grid", "list-item", "flow-root", "table"];
        blocks.iter().any(|block| starts(value, block)).then_some(Display::Block)
    }
}

fn starts(value: &str, word: &str) -> bool {
    value.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
}

/// `16`, `16px`; other units say nothing.
fn is_tiny(size: &str) -> bool {
    let size = size.trim_ascii();
    let end = size.bytes().take_while(u8::is_ascii_digit).count();
    let unit = size[end..].trim_ascii();
    let pixels = unit.is_empty() || starts(unit, "px") || unit.starts_with('.');
    pixels && size[..end].parse::<u32>().is_ok_and(|size| size <= TINY)
}
