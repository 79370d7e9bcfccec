//! The walk over the body: paragraphs and tables, and what wraps them.
use super::changes::Tally;
use super::content::{Anchored, Content, Item, Line};
use super::definitions::Definitions;
use super::fields::Fields;
use crate::limits::check_count;
use crate::xml::{Element, Xml};
use crate::{Limits, ReadError};

/// The walk, with what it has to remember.
pub(super) struct Walk<'a> {
    /// Where it is.
    pub(super) xml: Xml<'a>,
    /// Styles and lists.
    pub(super) definitions: Definitions<'a>,
    limits: &'a Limits,
    /// What was left out.
    pub(super) tally: Tally,
    /// The fields that are open.
    pub(super) fields: Fields,
    /// How many of the enclosing elements are not shown.
    pub(super) unshown: usize,
    /// Cells so far, and rows.
    cells: usize,
    /// Paragraphs, pictures and text boxes so far.
    paragraphs: usize,
}

impl<'a> Walk<'a> {
    /// At the beginning of the main part.
    pub(super) fn new(xml: Xml<'a>, definitions: Definitions<'a>, limits: &'a Limits) -> Self {
        let (tally, fields) = (Tally::default(), Fields::default());
        Self { xml, definitions, limits, tally, fields, unshown: 0, cells: 0, paragraphs: 0 }
    }

    /// The content of the main part; `None` if it has no body.
    ///
    /// # Errors
    /// When the part is damaged or passes a bound.
    pub(super) fn body(&mut self) -> Result<Option<Vec<Item>>, ReadError> {
        let mut body = None;
        match self.xml.child()? {
            Some(root) if root.is("document") => {}
            _ => return Ok(None),
        }
        while let Some(element) = self.xml.child()? {
            if element.is("body") {
                body = Some(self.items()?);
            } else {
                self.xml.skip()?;
            }
        }
        // What follows the root must be nothing.
        self.xml.child()?;
        Ok(body)
    }

    /// What the open element holds.
    pub(super) fn items(&mut self) -> Result<Vec<Item>, ReadError> {
        let mut content = Content::default();
        self.blocks(&mut content)?;
        Ok(content.finish())
    }

    fn blocks(&mut self, content: &mut Content) -> Result<(), ReadError> {
        while let Some(element) = self.xml.child()? {
            self.block(&element, content)?;
        }
        Ok(())
    }

    /// One block, already open.
    pub(super) fn block(&mut self, element: &Element<'_>, content: &mut Content) -> Result<(), ReadError> {
        match element.name() {
            "p" => self.paragraph(content),
            "tbl" => {
                let table = self.table()?;
                content.push_table(table);
                Ok(())
            }
            "sdt" | "sdtContent" | "customXml" | "smartTag" => self.blocks(content),
            "ins" | "moveTo" => {
                self.tally.inserted += 1;
                self.blocks(content)
            }
            "del" | "moveFrom" => {
                self.tally.deleted += 1;
                self.xml.skip()
            }
            "AlternateContent" => self.alternative(&mut |walk, element| walk.block(element, content)),
            "altChunk" => {
                let name = self.definitions.file_name(&element.attribute("id").unwrap_or_default());
                content.push_line(Line { anchored: vec![Anchored::Picture(name.into())], ..Line::default() });
                self.count_paragraph()?;
                self.xml.skip()
            }
            _ => self.xml.skip(),
        }
    }

    /// Counts a cell or a row.
    pub(super) fn count_cell(&mut self) -> Result<(), ReadError> {
        self.cells += 1;
        check_count(self.cells, self.limits.cells, "read-docx-too-many-cells")
    }

    /// Counts a paragraph, a picture or a text box.
    pub(super) fn count_paragraph(&mut self) -> Result<(), ReadError> {
        self.paragraphs += 1;
        check_count(self.paragraphs, self.limits.lines, "read-docx-too-many-paragraphs")
    }

    /// The first alternative that is offered, which is the one that Word takes, or else the fallback.
    pub(super) fn alternative(
        &mut self,
        visit: &mut dyn FnMut(&mut Self, &Element<'a>) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        let mut taken = false;
        while let Some(branch) = self.xml.child()? {
            if taken || !(branch.is("Choice") || branch.is("Fallback")) {
                self.xml.skip()?;
                continue;
            }
            taken = true;
            while let Some(element) = self.xml.child()? {
                visit(self, &element)?;
            }
        }
        Ok(())
    }
}
