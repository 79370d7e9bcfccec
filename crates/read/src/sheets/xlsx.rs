//! Excel workbooks (xlsx, xlsm; also those that WPS saves), transitional and strict.
//!
//! What is stored with a formula is its value; a formula without one is unreadable, and so is an error.
use gouji_model::Message;
use memchr::memmem;

use super::number::plain;
use super::workbook::{Workbook, rich_text};
use super::{Area, Budget, LAST, Sheet, area, input, place};
use crate::xml::{Element, Xml};
use crate::zip_archive::is_zip;
use crate::{Input, Limits, ReadError, Reader};

/// The reader of xlsx.
pub(crate) const READER: Reader = Reader { name: "xlsx", sniff, read };

/// A zip whose first member belongs to an Office file, with a folder `xl`.
fn sniff(bytes: &[u8]) -> bool {
    let first = bytes.get(30..).unwrap_or_default();
    let office: [&[u8]; 6] = [b"[Content_Types].xml", b"_rels/", b"xl/", b"docProps/", b"customXml/", b"xl\\"];
    is_zip(bytes)
        && office.iter().any(|name| first.starts_with(name))
        && (memmem::find(bytes, b"xl/workbook").is_some() || memmem::find(bytes, b"xl\\workbook").is_some())
}

fn read(bytes: &[u8], limits: &Limits) -> Result<Input, ReadError> {
    let mut book = Workbook::open(bytes, limits)?;
    // Of its own workbook gouji reads the report, not what it says about it.
    let own = std::mem::take(&mut book.own_sheets);
    book.sheets.retain(|listed| own.is_empty() || own.contains(&listed.name));
    let beside = std::mem::take(&mut book.beside);
    let mut sheets = sheets(book, limits)?;
    for (name, area) in beside {
        sheets.iter_mut().filter(|sheet| sheet.name == name).for_each(|sheet| sheet.clear(area));
    }
    input(sheets, Vec::new(), limits)
}

/// All sheets.
///
/// # Errors
/// When the file is damaged or larger than allowed.
pub(super) fn all_sheets(bytes: &[u8], limits: &Limits) -> Result<Vec<Sheet>, ReadError> {
    sheets(Workbook::open(bytes, limits)?, limits)
}

fn sheets(mut book: Workbook<'_>, limits: &Limits) -> Result<Vec<Sheet>, ReadError> {
    let mut budget = Budget::new(limits);
    let mut sheets = Vec::new();
    for listed in std::mem::take(&mut book.sheets) {
        let Some(part) = listed.part else { continue };
        let Some(text) = book.sheet(&part)? else { continue };
        let mut sheet = Sheet { name: listed.name, hidden: listed.hidden, ..Sheet::default() };
        let mut xml = Xml::new(&text, &part, limits);
        Walk { book: &book, sheet: &mut sheet, budget: &mut budget, row: 0, column: 0 }.sheet(&mut xml)?;
        sheets.push(sheet);
    }
    Ok(sheets)
}

/// A sheet of a workbook by its name: the name under which its part is stored, its bytes, its text; `None` where there is
/// no such sheet.
///
/// # Errors
/// When the file is damaged or larger than allowed.
pub(crate) fn sheet_part(
    bytes: &[u8],
    sheet: &str,
    limits: &Limits,
) -> Result<Option<(String, Vec<u8>, String)>, ReadError> {
    let mut book = Workbook::open(bytes, limits)?;
    let listed = book.sheets.iter().find(|listed| listed.name == sheet);
    match listed.and_then(|listed| listed.part.clone()) {
        Some(part) => book.stored(&part),
        None => Ok(None),
    }
}

/// A walk over a sheet.
struct Walk<'a, 'b> {
    book: &'a Workbook<'b>,
    sheet: &'a mut Sheet,
    budget: &'a mut Budget,
    /// The place of the next row and cell, for files that do not say.
    row: u32,
    column: u32,
}

impl Walk<'_, '_> {
    fn sheet(&mut self, xml: &mut Xml<'_>) -> Result<(), ReadError> {
        let Some(_root) = xml.child()? else { return Ok(()) };
        while let Some(element) = xml.child()? {
            match element.name() {
                "cols" => self.columns(xml)?,
                "sheetData" => {
                    while let Some(row) = xml.child()? {
                        self.row(&row, xml)?;
                    }
                }
                "mergeCells" => self.merges(xml)?,
                _ => xml.skip()?,
            }
        }
        Ok(())
    }

    fn columns(&mut self, xml: &mut Xml<'_>) -> Result<(), ReadError> {
        while let Some(element) = xml.child()? {
            if is_true(&element, "hidden") {
                self.budget.spend(1)?;
                let first = element.number("min").unwrap_or(1).clamp(1, LAST.1 + 1) - 1;
                let last = element.number("max").unwrap_or(1).clamp(1, LAST.1 + 1) - 1;
                if first <= last {
                    self.sheet.hidden_columns.push((first, last));
                }
            }
            xml.skip()?;
        }
        Ok(())
    }

    fn merges(&mut self, xml: &mut Xml<'_>) -> Result<(), ReadError> {
        while let Some(element) = xml.child()? {
            self.budget.spend(1)?;
            let area = element.attribute("ref").and_then(|reference| area(&reference));
            self.sheet.merges.extend(area.filter(Area::is_merged));
            xml.skip()?;
        }
        Ok(())
    }

    fn row(&mut self, row: &Element<'_>, xml: &mut Xml<'_>) -> Result<(), ReadError> {
        if let Some(number) = row.number("r") {
            self.row = number.saturating_sub(1);
        }
        if is_true(row, "hidden") {
            self.budget.spend(1)?;
            self.sheet.hidden_rows.push(self.row);
        }
        self.column = 0;
        while let Some(cell) = xml.child()? {
            if cell.is("c") { self.cell(&cell, xml)? } else { xml.skip()? }
        }
        self.row = self.row.saturating_add(1);
        Ok(())
    }

    fn cell(&mut self, cell: &Element<'_>, xml: &mut Xml<'_>) -> Result<(), ReadError> {
        if let Some(place) = cell.attribute("r").and_then(|reference| place(&reference)) {
            (self.row, self.column) = place;
        }
        let (row, column) = (self.row, self.column);
        self.column = self.column.saturating_add(1);
        let kind = cell.attribute("t").unwrap_or_default().into_owned();
        let mut content = Content { formula: None, value: None, inline: String::new() };
        content.read(xml)?;
        if row > LAST.0 || column > LAST.1 {
            return Ok(());
        }
        self.budget.spend(1)?;
        let text = self.text(&content, &kind, cell.number("s"), (row, column));
        self.sheet.cells.entry(row).or_default().insert(column, text.trim().to_owned());
        Ok(())
    }

    /// What is shown in a cell.
    fn text(&mut self, content: &Content, kind: &str, style: Option<u32>, (row, column): (u32, u32)) -> String {
        let value = content.value.as_deref().unwrap_or_default();
        if let Some(formula) = &content.formula {
            let unknown = value.is_empty() && kind != "str";
            if unknown || (self.book.uncomputed && value == "0") {
                let shown = format!("={formula}");
                self.sheet.note(Message::new("reading-sheet-formula").text("formula", shown.as_str()), row, column);
                return shown;
            }
        }
        match kind {
            "s" => value
                .trim()
                .parse()
                .ok()
                .and_then(|index: usize| self.book.strings.get(index))
                .cloned()
                .unwrap_or_default(),
            "inlineStr" => content.inline.clone(),
            "b" => if value == "1" { "TRUE" } else { "FALSE" }.to_owned(),
            "e" => {
                self.sheet.note(Message::new("reading-sheet-error").text("error", value), row, column);
                value.to_owned()
            }
            "str" | "d" => value.to_owned(),
            _ => match value.trim().parse::<f64>() {
                Ok(number) if number.is_finite() => {
                    let shown = self.book.styles.shown(style).text(number, self.book.from_1904);
                    let all = plain(number);
                    if shown.parse::<f64>().is_ok_and(|shown| plain(shown) != all) {
                        let message = Message::new("reading-sheet-rounded").text("shown", &*shown).text("stored", all);
                        self.sheet.note(message, row, column);
                    }
                    shown
                }
                _ => value.to_owned(),
            },
        }
    }
}

/// What stands in a cell's element.
struct Content {
    formula: Option<String>,
    value: Option<String>,
    inline: String,
}

impl Content {
    fn read(&mut self, xml: &mut Xml<'_>) -> Result<(), ReadError> {
        while let Some(element) = xml.child()? {
            match element.name() {
                "f" => xml.text(self.formula.insert(String::new()))?,
                "v" => xml.text(self.value.insert(String::new()))?,
                "is" => rich_text(xml, &mut self.inline)?,
                _ => xml.skip()?,
            }
        }
        Ok(())
    }
}

fn is_true(element: &Element<'_>, name: &str) -> bool {
    element.attribute(name).is_some_and(|value| matches!(&*value, "1" | "true"))
}
