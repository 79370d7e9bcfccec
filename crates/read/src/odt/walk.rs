//! The walk over the body: paragraphs, lists, tables, and what wraps them.
use super::lists::{Item, Lists, Opening};
use super::paragraph::Numbering;
use super::styles::Styles;
use crate::docx::changes::Tally;
use crate::docx::content::{self, Content, Line};
use crate::limits::check_count;
use crate::xml::{Element, Xml};
use crate::{Limits, ReadError};

/// The walk, with what it has to remember.
pub(super) struct Walk<'a> {
    /// Where it is.
    pub(super) xml: Xml<'a>,
    /// The styles.
    pub(super) styles: &'a Styles,
    /// Where the lists have got to.
    pub(super) lists: Lists,
    /// What was left out.
    pub(super) tally: Tally,
    /// Footnotes, endnotes and comments, which are left out.
    pub(super) remarks: usize,
    /// How many of the enclosing elements are not shown.
    pub(super) unshown: usize,
    pub(super) limits: &'a Limits,
    /// Cells so far, and rows.
    cells: usize,
    /// Paragraphs, pictures and text boxes so far.
    paragraphs: usize,
    /// Bytes of cells and rows that the file has once and shows several times.
    pub(super) repeated: usize,
}

/// A list that is open.
struct Open {
    item: Item,
    /// Name of its style, unless the paragraphs' own styles name it.
    style: Option<String>,
}

impl<'a> Walk<'a> {
    /// At the beginning of a body.
    pub(super) fn new(xml: Xml<'a>, styles: &'a Styles, limits: &'a Limits) -> Self {
        Self {
            xml,
            styles,
            lists: Lists::default(),
            tally: Tally::default(),
            remarks: 0,
            unshown: 0,
            limits,
            cells: 0,
            paragraphs: 0,
            repeated: 0,
        }
    }

    /// What the open element holds.
    pub(super) fn items(&mut self) -> Result<Vec<content::Item>, ReadError> {
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
            "p" => self.paragraph(element, content, Numbering::None),
            "h" => self.paragraph(element, content, Numbering::Outline),
            "list" => self.list(element, content, None, false),
            "numbered-paragraph" => self.numbered_paragraph(element, content),
            "table" => {
                let table = self.table()?;
                content.push_table(table);
                Ok(())
            }
            "section" => self.section(element, content),
            "table-of-content" | "illustration-index" | "table-index" | "object-index" | "user-index"
            | "alphabetical-index" | "bibliography" => self.index(content),
            "index-title" => self.blocks(content),
            "tracked-changes" => self.changes(),
            // A picture or a text box of the page.
            "a" | "frame" | "g" | "rect" | "ellipse" | "circle" | "custom-shape" | "caption" | "polygon" | "path" => {
                let mut line = Line::default();
                self.graphic(element, &mut line)?;
                content.push_line(line);
                Ok(())
            }
            _ => self.xml.skip(),
        }
    }

    fn section(&mut self, element: &Element<'_>, content: &mut Content) -> Result<(), ReadError> {
        let hidden = match element.attribute("display").as_deref() {
            Some("none") => true,
            Some("condition") => element.attribute("is-hidden").is_some_and(|hidden| hidden == "true"),
            _ => false,
        };
        if !hidden {
            return self.blocks(content);
        }
        self.unshown += 1;
        let read = self.items();
        self.unshown -= 1;
        read.map(drop)
    }

    fn index(&mut self, content: &mut Content) -> Result<(), ReadError> {
        while let Some(part) = self.xml.child()? {
            if part.is("index-body") { self.blocks(content)? } else { self.xml.skip()? }
        }
        Ok(())
    }

    /// What was changed: what is inserted stands in the text, what is deleted only here.
    fn changes(&mut self) -> Result<(), ReadError> {
        while let Some(_region) = self.xml.child()? {
            while let Some(change) = self.xml.child()? {
                match change.name() {
                    "insertion" => self.tally.inserted += 1,
                    "deletion" => self.tally.deleted += 1,
                    _ => {}
                }
                self.xml.skip()?;
            }
        }
        Ok(())
    }

    /// A list, which may stand in an item of another, there after a first one.
    fn list(
        &mut self,
        element: &Element<'_>,
        content: &mut Content,
        outer: Option<&Open>,
        after_another: bool,
    ) -> Result<(), ReadError> {
        let goes_on_by_style = element.attribute("continue-numbering").is_some_and(|goes_on| goes_on == "true");
        let style = element.attribute("style-name").map(std::borrow::Cow::into_owned);
        let style = style.or_else(|| outer?.style.clone());
        let item = match outer {
            Some(outer) => outer.item.below(),
            None => self.lists.open(&Opening {
                style: style.as_deref().unwrap_or_default(),
                id: element.attribute("id").as_deref(),
                goes_on: element.attribute("continue-list").as_deref(),
                goes_on_by_style,
            }),
        };
        if after_another && !goes_on_by_style {
            self.lists.restart(item);
        }
        let open = Open { item, style };
        while let Some(part) = self.xml.child()? {
            match part.name() {
                "list-item" => self.list_item(&part, content, &open, true)?,
                "list-header" => self.list_item(&part, content, &open, false)?,
                _ => self.xml.skip()?,
            }
        }
        Ok(())
    }

    /// An item of a list: its first paragraph bears the number.
    fn list_item(
        &mut self,
        element: &Element<'_>,
        content: &mut Content,
        list: &Open,
        mut is_numbered: bool,
    ) -> Result<(), ReadError> {
        let mut has_list = false;
        let start = element.number("start-value");
        let style = element.attribute("style-override").map(std::borrow::Cow::into_owned);
        let style = style.or_else(|| list.style.clone());
        while let Some(part) = self.xml.child()? {
            match part.name() {
                "p" | "h" if std::mem::take(&mut is_numbered) => {
                    let numbering = Numbering::Item { item: list.item, style: style.as_deref(), start };
                    self.paragraph(&part, content, numbering)?;
                }
                "h" => self.paragraph(&part, content, Numbering::None)?,
                "list" => {
                    is_numbered = false;
                    self.list(&part, content, Some(list), std::mem::replace(&mut has_list, true))?;
                }
                _ => self.block(&part, content)?,
            }
        }
        Ok(())
    }

    /// A paragraph that says itself which place it has in a list.
    fn numbered_paragraph(&mut self, element: &Element<'_>, content: &mut Content) -> Result<(), ReadError> {
        let style = element.attribute("style-name").map(std::borrow::Cow::into_owned);
        let id = element.attribute("list-id");
        let mut item = self.lists.open(&Opening {
            style: style.as_deref().unwrap_or_default(),
            id: id.as_deref(),
            goes_on: id.as_deref(),
            goes_on_by_style: id.is_none(),
        });
        for _ in 1..element.number("level").unwrap_or(1).min(10) {
            item = item.below();
        }
        let start = element.number("start-value");
        while let Some(part) = self.xml.child()? {
            if part.is("p") || part.is("h") {
                self.paragraph(&part, content, Numbering::Item { item, style: style.as_deref(), start })?;
            } else {
                self.xml.skip()?;
            }
        }
        Ok(())
    }

    /// Counts cells and rows.
    pub(super) fn count_cells(&mut self, count: usize) -> Result<(), ReadError> {
        self.cells = self.cells.saturating_add(count);
        check_count(self.cells, self.limits.cells, "read-odt-too-many-cells")
    }

    /// Counts a paragraph, a picture or a text box.
    pub(super) fn count_paragraph(&mut self) -> Result<(), ReadError> {
        self.paragraphs += 1;
        check_count(self.paragraphs, self.limits.lines, "read-odt-too-many-paragraphs")
    }
}
