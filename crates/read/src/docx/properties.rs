//! What the properties of paragraphs and runs say about what is shown.
use super::changes::Tally;
use crate::ReadError;
use crate::xml::{Element, Xml};

/// Properties of a paragraph.
#[derive(Default)]
pub(super) struct ParagraphProperties {
    /// Id of its style.
    pub(super) style: Option<String>,
    /// Its list, where it names one itself; 0: none.
    pub(super) instance: Option<u32>,
    /// The level in its list, where it names one itself.
    pub(super) level: Option<u32>,
    /// Its end is deleted: its text runs on into the next paragraph.
    pub(super) end_deleted: bool,
    /// Its end is hidden, which has the same effect.
    pub(super) end: RunProperties,
}

/// Properties of a run.
#[derive(Default)]
pub(super) struct RunProperties {
    /// Id of its character style.
    pub(super) style: Option<String>,
    /// Whether it is hidden, where it says so itself.
    pub(super) hidden: Option<bool>,
    /// Whether it stands above the line, as the marks of notes do.
    pub(super) raised: bool,
    /// Whether it is struck out.
    pub(super) struck: bool,
}

/// Whether a property without other values than on and off is on (ISO/IEC 29500-1, 17.17.4).
pub(super) fn on_off(element: &Element<'_>) -> bool {
    !matches!(element.attribute("val").as_deref(), Some("0" | "false" | "off"))
}

fn value(element: &Element<'_>) -> Option<String> {
    element.attribute("val").map(std::borrow::Cow::into_owned)
}

impl ParagraphProperties {
    /// Reads `w:pPr`.
    pub(super) fn read(xml: &mut Xml<'_>, tally: &mut Tally) -> Result<Self, ReadError> {
        let mut properties = Self::default();
        while let Some(element) = xml.child()? {
            match element.name() {
                "pStyle" => properties.style = value(&element),
                "numPr" => {
                    properties.read_numbering(xml)?;
                    continue;
                }
                "rPr" => {
                    properties.read_end(xml, tally)?;
                    continue;
                }
                _ => {}
            }
            xml.skip()?;
        }
        Ok(properties)
    }

    fn read_numbering(&mut self, xml: &mut Xml<'_>) -> Result<(), ReadError> {
        while let Some(element) = xml.child()? {
            match element.name() {
                "numId" => self.instance = element.number("val"),
                "ilvl" => self.level = element.number("val"),
                _ => {}
            }
            xml.skip()?;
        }
        Ok(())
    }

    fn read_end(&mut self, xml: &mut Xml<'_>, tally: &mut Tally) -> Result<(), ReadError> {
        while let Some(element) = xml.child()? {
            match element.name() {
                "del" | "moveFrom" => {
                    tally.deleted += 1;
                    self.end_deleted = true;
                }
                "ins" | "moveTo" => tally.inserted += 1,
                _ => self.end.set(&element),
            }
            xml.skip()?;
        }
        Ok(())
    }
}

impl RunProperties {
    /// Reads `w:rPr`.
    pub(super) fn read(xml: &mut Xml<'_>) -> Result<Self, ReadError> {
        let mut properties = Self::default();
        while let Some(element) = xml.child()? {
            properties.set(&element);
            xml.skip()?;
        }
        Ok(properties)
    }

    fn set(&mut self, element: &Element<'_>) {
        match element.name() {
            "rStyle" => self.style = value(element),
            "vanish" => self.hidden = Some(on_off(element)),
            "strike" | "dstrike" => self.struck = on_off(element),
            "vertAlign" => self.raised = element.attribute("val").as_deref() == Some("superscript"),
            _ => {}
        }
    }
}
