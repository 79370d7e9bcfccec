//! What styles say about what is shown: `styles.xml`.
//!
//! The default paragraph style of a document is not asked: no document hides or numbers all that has no style.
use std::collections::HashMap;

use super::changes::Tally;
use super::properties::{ParagraphProperties, RunProperties};
use crate::ReadError;
use crate::xml::Xml;

/// Styles may be based on others so many times; Word allows eleven.
const MOST_BASES: usize = 16;

/// Styles that are looked at; Word makes no more than some thousands.
const MOST_STYLES: usize = 10_000;

/// What the styles of a document come to, by id, those that they are based on counted in.
#[derive(Default)]
pub(super) struct Styles(HashMap<String, Effect>);

#[derive(Default)]
struct Effect {
    hides: bool,
    list: Option<StyleList>,
}

/// The styles as they are written, by id.
#[derive(Default)]
struct Written(HashMap<String, Style>);

#[derive(Default)]
struct Style {
    based_on: Option<String>,
    paragraph: ParagraphProperties,
    run: RunProperties,
}

/// The list that a style puts its paragraphs in.
pub(super) struct StyleList {
    /// Instance of a list; 0: none.
    pub(super) instance: u32,
    /// Level it names.
    pub(super) level: Option<u32>,
    /// The style, itself or among those it is based on, that names the list.
    pub(super) named_by: String,
}

impl Styles {
    /// Reads the part.
    pub(super) fn read(xml: &mut Xml<'_>) -> Result<Self, ReadError> {
        let mut styles = Written::default();
        let Some(_root) = xml.child()? else { return Ok(Self::default()) };
        while let Some(element) = xml.child()? {
            let is_table = element.attribute("type").is_some_and(|kind| kind == "table");
            match element.attribute("styleId") {
                Some(id) if element.is("style") && !is_table && styles.0.len() < MOST_STYLES => {
                    let id = id.into_owned();
                    styles.0.insert(id, Style::read(xml)?);
                }
                _ => xml.skip()?,
            }
        }
        Ok(Self(styles.0.keys().map(|id| (id.clone(), styles.effect(id))).collect()))
    }

    /// Whether the style hides its text.
    pub(super) fn hides(&self, id: &str) -> bool {
        self.0.get(id).is_some_and(|effect| effect.hides)
    }

    /// The list of a style.
    pub(super) fn list(&self, id: &str) -> Option<&StyleList> {
        self.0.get(id)?.list.as_ref()
    }
}

impl Written {
    fn effect(&self, id: &str) -> Effect {
        let hides = self.line(id).find_map(|(_, style)| style.run.hidden).unwrap_or(false);
        let level = self.line(id).find_map(|(_, style)| style.paragraph.level);
        let list = self.line(id).find_map(|(named_by, style)| {
            Some(StyleList { instance: style.paragraph.instance?, level, named_by: named_by.to_owned() })
        });
        Effect { hides, list }
    }

    /// A style and those it is based on.
    fn line(&self, id: &str) -> impl Iterator<Item = (&str, &Style)> {
        let first = self.0.get_key_value(id);
        let base = |(_, style): &(&String, &Style)| self.0.get_key_value(style.based_on.as_deref()?);
        std::iter::successors(first, base).take(MOST_BASES).map(|(id, style)| (id.as_str(), style))
    }
}

impl Style {
    fn read(xml: &mut Xml<'_>) -> Result<Self, ReadError> {
        let mut style = Self::default();
        while let Some(element) = xml.child()? {
            match element.name() {
                "pPr" => style.paragraph = ParagraphProperties::read(xml, &mut Tally::default())?,
                "rPr" => style.run = RunProperties::read(xml)?,
                "basedOn" => {
                    style.based_on = element.attribute("val").map(std::borrow::Cow::into_owned);
                    xml.skip()?;
                }
                _ => xml.skip()?,
            }
        }
        Ok(style)
    }
}
