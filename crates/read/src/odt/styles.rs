//! What styles say about what is shown: hidden text, lists, outline levels.
use std::collections::HashMap;

use super::list_styles::ListStyle;
use crate::ReadError;
use crate::xml::{Element, Xml};

/// A style may have so many ancestors.
const MOST_PARENTS: usize = 16;
/// Styles, and list styles, that are looked at.
const MOST_STYLES: usize = 20_000;

/// The styles of a document, by family and name.
#[derive(Default)]
pub(super) struct Styles {
    paragraphs: HashMap<String, Style>,
    texts: HashMap<String, Style>,
    lists: HashMap<String, ListStyle>,
    /// The numbering of headings.
    pub(super) outline: ListStyle,
}

#[derive(Default)]
struct Style {
    parent: Option<String>,
    /// Whether it hides its text, where it says so.
    hidden: Option<bool>,
    /// Whether it stands above the line, as the marks of notes do, where the style says so.
    raised: Option<bool>,
    /// Whether it is struck out, where the style says so.
    struck: Option<bool>,
    /// Name of its list style; empty: none.
    list: Option<String>,
    /// Made for one place in the document; nobody named it.
    automatic: bool,
}

impl Styles {
    /// Adds the styles in the open element, which are named or automatic ones.
    ///
    /// # Errors
    /// When the text is damaged or passes a bound.
    pub(super) fn read(&mut self, xml: &mut Xml<'_>, automatic: bool) -> Result<(), ReadError> {
        while let Some(element) = xml.child()? {
            let name = element.attribute("name").unwrap_or_default().into_owned();
            match element.name() {
                "style" => {
                    let style = Style::read(&element, xml, automatic)?;
                    let family = match element.attribute("family").as_deref() {
                        Some("paragraph") => &mut self.paragraphs,
                        Some("text") => &mut self.texts,
                        _ => continue,
                    };
                    if family.len() < MOST_STYLES {
                        family.insert(name, style);
                    }
                }
                "list-style" => {
                    let style = ListStyle::read(xml)?.filled();
                    if self.lists.len() < MOST_STYLES {
                        self.lists.insert(name, style);
                    }
                }
                "outline-style" => self.outline = ListStyle::read(xml)?,
                _ => xml.skip()?,
            }
        }
        Ok(())
    }

    /// Whether a paragraph style hides its text.
    pub(super) fn paragraph_hides(&self, name: &str) -> bool {
        line(&self.paragraphs, name).find_map(|style| style.hidden).unwrap_or(false)
    }

    /// Whether a style of spans hides or shows its text, where it says so.
    pub(super) fn text_hides(&self, name: &str) -> Option<bool> {
        line(&self.texts, name).find_map(|style| style.hidden)
    }

    /// Whether a style of spans strikes its text out.
    pub(super) fn text_is_struck(&self, name: &str) -> bool {
        line(&self.texts, name).find_map(|style| style.struck).unwrap_or(false)
    }

    /// Whether a style of spans puts its text above the line.
    pub(super) fn text_is_raised(&self, name: &str) -> bool {
        line(&self.texts, name).find_map(|style| style.raised).unwrap_or(false)
    }

    /// Name of the list style of a paragraph style; empty: it has none.
    pub(super) fn list_of(&self, name: &str) -> Option<&str> {
        line(&self.paragraphs, name).find_map(|style| style.list.as_deref())
    }

    /// Whether a heading with this style is outside the numbering of headings: the style was made for it, with another
    /// list or with none. Where named styles say so, LibreOffice does not heed it.
    pub(super) fn is_outside_outline(&self, name: &str) -> bool {
        self.paragraphs.get(name).is_some_and(|style| style.automatic && style.list.is_some())
    }

    /// A list style.
    pub(super) fn list(&self, name: &str) -> Option<&ListStyle> {
        self.lists.get(name)
    }
}

/// A style and its ancestors.
fn line<'a>(family: &'a HashMap<String, Style>, name: &str) -> impl Iterator<Item = &'a Style> {
    let parent = |style: &&'a Style| family.get(style.parent.as_deref()?);
    std::iter::successors(family.get(name), parent).take(MOST_PARENTS)
}

impl Style {
    fn read(element: &Element<'_>, xml: &mut Xml<'_>, automatic: bool) -> Result<Self, ReadError> {
        let owned = |name| element.attribute(name).map(std::borrow::Cow::into_owned);
        let (parent, list) = (owned("parent-style-name"), owned("list-style-name"));
        let mut style = Self { parent, list, automatic, hidden: None, raised: None, struck: None };
        while let Some(properties) = xml.child()? {
            if properties.is("text-properties") {
                style.hidden = style.hidden.or(hidden(&properties));
                style.struck = struck(&properties);
                style.raised = properties.attribute("text-position").map(|position| position.starts_with("super"));
            }
            xml.skip()?;
        }
        Ok(style)
    }
}

/// Whether the text is struck out, where the properties say so.
fn struck(properties: &Element<'_>) -> Option<bool> {
    let kind = properties.attribute("text-line-through-style");
    kind.or_else(|| properties.attribute("text-line-through-type")).map(|kind| kind != "none")
}

/// Whether the text is hidden, where `text:display` says so.
fn hidden(properties: &Element<'_>) -> Option<bool> {
    match &*properties.attribute("display")? {
        "none" => Some(true),
        // LibreOffice writes this where a condition hides; which it does, it does not say here.
        "condition" => Some(properties.attribute("condition").is_some_and(|condition| condition == "none")),
        _ => Some(false),
    }
}
