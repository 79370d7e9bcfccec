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

/// The styles of a document, by id.
#[derive(Default)]
pub(super) struct Styles(HashMap<String, Style>);

#[derive(Default)]
struct Style {
    based_on: Option<String>,
    paragraph: ParagraphProperties,
    run: RunProperties,
}

/// The list that a style puts its paragraphs in.
pub(super) struct StyleList<'a> {
    /// Instance of a list; 0: none.
    pub(super) instance: u32,
    /// Level it names.
    pub(super) level: Option<u32>,
    /// The style, itself or among those it is based on, that names the list.
    pub(super) named_by: &'a str,
}

impl Styles {
    /// Reads the part.
    pub(super) fn read(xml: &mut Xml<'_>) -> Result<Self, ReadError> {
        let mut styles = Self::default();
        let Some(_root) = xml.child()? else { return Ok(styles) };
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
        Ok(styles)
    }

    /// Whether the style hides its text.
    pub(super) fn hides(&self, id: &str) -> bool {
        self.line(id).find_map(|(_, style)| style.run.hidden).unwrap_or(false)
    }

    /// The list of a style.
    pub(super) fn list(&self, id: &str) -> Option<StyleList<'_>> {
        let level = self.line(id).find_map(|(_, style)| style.paragraph.level);
        self.line(id)
            .find_map(|(named_by, style)| Some(StyleList { instance: style.paragraph.instance?, level, named_by }))
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
