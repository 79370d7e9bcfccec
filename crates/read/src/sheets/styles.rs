//! The number formats of an xlsx workbook (ISO/IEC 29500-1, 18.8).
use std::collections::HashMap;

use super::number::Shown;
use crate::xml::Xml;
use crate::{Limits, ReadError};

/// What each style of a cell makes of numbers.
#[derive(Default)]
pub(super) struct Styles {
    cells: Vec<Shown>,
}

impl Styles {
    /// Reads the part `xl/styles.xml`.
    ///
    /// # Errors
    /// When it is damaged.
    pub(super) fn read(text: &str, part: &str, limits: &Limits) -> Result<Self, ReadError> {
        let mut xml = Xml::new(text, part, limits);
        let mut codes: HashMap<u32, Shown> = HashMap::new();
        let mut styles = Self::default();
        let Some(_root) = xml.child()? else { return Ok(styles) };
        while let Some(group) = xml.child()? {
            let (formats, cells) = (group.is("numFmts"), group.is("cellXfs"));
            if !formats && !cells {
                xml.skip()?;
                continue;
            }
            while let Some(element) = xml.child()? {
                let id = element.number("numFmtId").unwrap_or_default();
                if formats {
                    codes.insert(id, Shown::of_code(&element.attribute("formatCode").unwrap_or_default()));
                } else {
                    styles.cells.push(codes.get(&id).cloned().unwrap_or_else(|| Shown::of_id(id)));
                }
                xml.skip()?;
            }
        }
        Ok(styles)
    }

    /// What a style makes of numbers.
    pub(super) fn shown(&self, style: Option<u32>) -> &Shown {
        const GENERAL: &Shown = &Shown::General;
        let index = style.and_then(|style| usize::try_from(style).ok());
        index.and_then(|index| self.cells.get(index)).unwrap_or(GENERAL)
    }
}
