//! OpenDocument spreadsheets (ods, ots), as LibreOffice and WPS save them (ISO/IEC 26300-1, 9.1).
use std::collections::HashSet;

use gouji_model::Message;

use super::number::plain;
use super::{Area, Budget, FORMATTED, LAST, Sheet, input};
use crate::xml::{self, Element, Mixed, Xml};
use crate::zip_archive::{Archive, is_zip};
use crate::{Input, Limits, ReadError, Reader};

/// The reader of ods.
pub(crate) const READER: Reader = Reader { name: "ods", sniff, read };

const CONTENT: &str = "content.xml";

/// A zip whose first member says that it is a spreadsheet.
fn sniff(bytes: &[u8]) -> bool {
    let first = bytes.get(30..).unwrap_or_default();
    is_zip(bytes) && first.starts_with(b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet")
}

fn read(bytes: &[u8], limits: &Limits) -> Result<Input, ReadError> {
    input(sheets(bytes, limits)?, Vec::new(), limits)
}

/// All sheets.
///
/// # Errors
/// When the file is damaged or larger than allowed.
pub(super) fn sheets(bytes: &[u8], limits: &Limits) -> Result<Vec<Sheet>, ReadError> {
    let mut archive = Archive::open(bytes, limits)?;
    let Some(content) = archive.read(CONTENT)? else {
        return Err(ReadError(Message::new("read-sheet-no-book").text("part", CONTENT)));
    };
    let text = xml::into_text(content, CONTENT)?;
    let mut xml = Xml::new(&text, CONTENT, limits);
    let mut book = Book { hidden_styles: HashSet::new(), budget: Budget::new(limits), sheets: Vec::new() };
    if xml.child()?.is_some() {
        book.walk(&mut xml)?;
    }
    Ok(book.sheets)
}

struct Book {
    /// Names of the styles of hidden sheets.
    hidden_styles: HashSet<String>,
    budget: Budget,
    sheets: Vec<Sheet>,
}

impl Book {
    fn walk(&mut self, xml: &mut Xml<'_>) -> Result<(), ReadError> {
        while let Some(element) = xml.child()? {
            match element.name() {
                "automatic-styles" => self.styles(xml)?,
                "body" | "spreadsheet" => self.walk(xml)?,
                "table" => {
                    let style = element.attribute("style-name").unwrap_or_default();
                    let sheet = Sheet {
                        name: element.attribute("name").unwrap_or_default().into_owned(),
                        hidden: self.hidden_styles.contains(&*style),
                        ..Sheet::default()
                    };
                    let mut walk = Walk { sheet, budget: &mut self.budget, row: 0, column: 0 };
                    walk.rows(xml)?;
                    self.sheets.push(walk.sheet);
                }
                _ => xml.skip()?,
            }
        }
        Ok(())
    }

    fn styles(&mut self, xml: &mut Xml<'_>) -> Result<(), ReadError> {
        while let Some(style) = xml.child()? {
            while let Some(properties) = xml.child()? {
                let shown = properties.attribute("display");
                if properties.is("table-properties") && shown.as_deref() == Some("false") {
                    self.hidden_styles.insert(style.attribute("name").unwrap_or_default().into_owned());
                }
                xml.skip()?;
            }
        }
        Ok(())
    }
}

struct Walk<'a> {
    sheet: Sheet,
    budget: &'a mut Budget,
    row: u32,
    /// The next column, of those that are declared and of the cells of a row.
    column: u32,
}

impl Walk<'_> {
    /// Rows and groups of rows.
    fn rows(&mut self, xml: &mut Xml<'_>) -> Result<(), ReadError> {
        while let Some(element) = xml.child()? {
            match element.name() {
                "table-row" => self.row(&element, xml)?,
                "table-row-group"
                | "table-header-rows"
                | "table-rows"
                | "table-column-group"
                | "table-columns"
                | "table-header-columns" => self.rows(xml)?,
                "table-column" => {
                    let times = repeated(&element, "number-columns-repeated");
                    if is_hidden(&element) && self.column <= LAST.1 {
                        self.budget.spend(1)?;
                        let last = self.column.saturating_add(times - 1).min(LAST.1);
                        self.sheet.hidden_columns.push((self.column, last));
                    }
                    self.column = self.column.saturating_add(times);
                    xml.skip()?;
                }
                _ => xml.skip()?,
            }
        }
        Ok(())
    }

    fn row(&mut self, row: &Element<'_>, xml: &mut Xml<'_>) -> Result<(), ReadError> {
        let times = repeated(row, "number-rows-repeated");
        let hidden = is_hidden(row);
        let before = self.sheet.merges.len();
        self.column = 0;
        while let Some(cell) = xml.child()? {
            match cell.name() {
                "table-cell" => self.cell(&cell, xml, false)?,
                "covered-table-cell" => self.cell(&cell, xml, true)?,
                _ => xml.skip()?,
            }
        }
        let cells = self.sheet.cells.get(&self.row).cloned().unwrap_or_default();
        let written = cells.values().any(|text| !text.is_empty());
        // Sheets end in a million rows that are only formatted, told as one.
        let there = written || times == 1 || (!cells.is_empty() && times < FORMATTED);
        if self.row <= LAST.0 && there {
            let last = self.row.saturating_add(times - 1).min(LAST.0);
            self.budget
                .spend(usize::try_from(last - self.row).unwrap_or(usize::MAX).saturating_mul(1 + cells.len()))?;
            if hidden {
                self.sheet.hidden_rows.extend(self.row..=last);
            }
            for row in self.row..=last {
                self.sheet.cells.insert(row, cells.clone());
            }
        } else {
            self.sheet.cells.remove(&self.row);
        }
        // A merged cell in a repeated row would overlap itself.
        if times > 1 {
            self.sheet.merges.truncate(before);
        }
        self.row = self.row.saturating_add(times);
        Ok(())
    }

    fn cell(&mut self, cell: &Element<'_>, xml: &mut Xml<'_>, covered: bool) -> Result<(), ReadError> {
        let times = repeated(cell, "number-columns-repeated");
        let (rows, columns) = (repeated(cell, "number-rows-spanned"), repeated(cell, "number-columns-spanned"));
        let mut lines: Vec<String> = Vec::new();
        while let Some(element) = xml.child()? {
            if element.is("p") || element.is("h") {
                let mut line = String::new();
                paragraph(xml, &mut line)?;
                lines.push(line);
            } else {
                xml.skip()?;
            }
        }
        let (row, column) = (self.row, self.column);
        self.column = column.saturating_add(times);
        if covered || row > LAST.0 || column > LAST.1 {
            return Ok(());
        }
        if rows > 1 || columns > 1 {
            self.budget.spend(1)?;
            let end = (row.saturating_add(rows - 1).min(LAST.0), column.saturating_add(columns - 1).min(LAST.1));
            self.sheet.merges.push(Area { rows: (row, end.0), columns: (column, end.1) });
        }
        let stored = (!lines.is_empty()).then(|| lines.join("\n"));
        let text = self.shown(cell, stored.as_deref().map(str::trim), (row, column));
        // Sheets end in thousands of cells without content, told as one.
        if !text.is_empty() || times < FORMATTED {
            let last = column.saturating_add(times - 1).min(LAST.1);
            self.budget.spend(usize::try_from(last - column + 1).unwrap_or(usize::MAX))?;
            let cells = self.sheet.cells.entry(row).or_default();
            cells.extend((column..=last).map(|column| (column, text.clone())));
        }
        Ok(())
    }

    /// What a cell shows, where it has a text; a number that is shown as something else is still that number.
    fn shown(&mut self, cell: &Element<'_>, stored: Option<&str>, (row, column): (u32, u32)) -> String {
        let text = stored.unwrap_or_default();
        let value: Option<f64> = cell.attribute("value").and_then(|value| value.parse().ok());
        let formula = cell.attribute("formula");
        let is_error = formula.is_some() && (text.starts_with('#') || text.starts_with("Err:"));
        if is_error {
            self.sheet.note(Message::new("reading-sheet-error").text("error", text), row, column);
            return text.to_owned();
        }
        if let Some(formula) =
            formula.filter(|_| stored.is_none() && value.is_none() && cell.attribute("value-type").is_none())
        {
            let shown = format!("={}", formula.trim_start_matches("of:="));
            self.sheet.note(Message::new("reading-sheet-formula").text("formula", shown.as_str()), row, column);
            return shown;
        }
        let is_number = cell.attribute("value-type").as_deref() == Some("float");
        let Some(value) = value.filter(|value| is_number && value.is_finite()) else { return text.to_owned() };
        let (all, digits) = (plain(value), text.replace(',', ""));
        match digits.parse::<f64>() {
            Ok(shown) => {
                if plain(shown) != all {
                    let message = Message::new("reading-sheet-rounded").text("shown", text).text("stored", all);
                    self.sheet.note(message, row, column);
                }
                digits
            }
            // `12件`: a number with words.
            Err(_) if text.contains(|character: char| character.is_ascii_digit()) => text.to_owned(),
            Err(_) => all,
        }
    }
}

/// The text of the open paragraph; what is noted in its margin is no part of it.
fn paragraph(xml: &mut Xml<'_>, into: &mut String) -> Result<(), ReadError> {
    loop {
        match xml.mixed()? {
            Mixed::Text(text) => into.push_str(&text),
            Mixed::Close => return Ok(()),
            Mixed::Open(element) => match element.name() {
                "s" => {
                    into.extend(std::iter::repeat_n(
                        ' ',
                        usize::try_from(element.number("c").unwrap_or(1)).unwrap_or(1).min(100),
                    ));
                    xml.skip()?;
                }
                "line-break" => {
                    into.push('\n');
                    xml.skip()?;
                }
                "tab" => {
                    into.push(' ');
                    xml.skip()?;
                }
                "annotation" | "note" | "ruby-text" => xml.skip()?,
                _ => paragraph(xml, into)?,
            },
        }
    }
}

fn repeated(element: &Element<'_>, name: &str) -> u32 {
    element.number(name).unwrap_or(1).clamp(1, LAST.0 + 1)
}

fn is_hidden(element: &Element<'_>) -> bool {
    element.attribute("visibility").is_some_and(|value| matches!(&*value, "collapse" | "filter"))
}
