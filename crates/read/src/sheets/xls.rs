//! Excel 97–2003 workbooks (xls) and what WPS Spreadsheets saves as et: BIFF8 in a compound file.
use std::collections::HashMap;
use std::io::{Cursor, Read as _};

use gouji_model::{Message, Text};

use super::number::{Shown, plain};
use super::records::{Record, Strings};
use super::{Area, Budget, FORMATTED, LAST, Sheet, input};
use crate::{Input, Limits, ReadError, Reader, detect};

/// The reader of xls and et.
pub(crate) const READER: Reader = Reader { name: "xls", sniff, read };

/// Names of the stream that holds the workbook: that of Excel 97 and later, that of Excel 5 and 95.
const STREAMS: [&str; 2] = ["Workbook", "Book"];

fn sniff(bytes: &[u8]) -> bool {
    detect::is_ole(bytes)
        && STREAMS.iter().any(|name| detect::is_ole_with(bytes, name.as_bytes()))
        && !detect::is_ole_with(bytes, b"WordDocument")
        && !detect::is_ole_with(bytes, b"EncryptedPackage")
}

fn read(bytes: &[u8], limits: &Limits) -> Result<Input, ReadError> {
    input(sheets(bytes, limits)?, Vec::new(), limits)
}

/// All sheets.
///
/// # Errors
/// When the file is damaged or larger than allowed.
pub(super) fn sheets(bytes: &[u8], limits: &Limits) -> Result<Vec<Sheet>, ReadError> {
    let stream = stream(bytes, limits)?;
    let mut book = Book::default();
    book.globals(&stream, limits)?;
    let mut budget = Budget::new(limits);
    let mut sheets = Vec::new();
    for listed in std::mem::take(&mut book.listed) {
        let sheet = Sheet { name: listed.name, hidden: listed.hidden, ..Sheet::default() };
        let mut walk = Walk { book: &book, sheet, budget: &mut budget, awaited: None };
        walk.sheet(&stream, listed.place)?;
        sheets.push(walk.sheet);
    }
    Ok(sheets)
}

fn stream(bytes: &[u8], limits: &Limits) -> Result<Vec<u8>, ReadError> {
    let damaged =
        |cause: &dyn std::fmt::Display| ReadError(Message::new("read-xls-damaged").text("cause", cause.to_string()));
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    let name = STREAMS.iter().find(|name| file.is_stream(name)).ok_or_else(|| damaged(&"Workbook"))?;
    let stream = file.open_stream(name).map_err(|error| damaged(&error))?;
    let mut content = Vec::new();
    // A stream is part of the file: one that is longer goes in circles.
    let most = limits.bytes.min(bytes.len() as u64);
    let read = stream.take(most + 1).read_to_end(&mut content);
    if read.is_err() && content.is_empty() {
        return Err(damaged(&"Workbook"));
    }
    content.truncate(bytes.len());
    Ok(content)
}

/// What holds for all sheets.
#[derive(Default)]
struct Book {
    listed: Vec<Listed>,
    strings: Vec<String>,
    formats: HashMap<u16, Shown>,
    /// Number formats of the styles of cells.
    styles: Vec<u16>,
    from_1904: bool,
}

struct Listed {
    name: String,
    hidden: bool,
    place: usize,
}

impl Book {
    fn globals(&mut self, stream: &[u8], limits: &Limits) -> Result<(), ReadError> {
        let older = || {
            let name = Text::new("Excel 5.0/95（xls）", "Excel 5.0/95 (xls)");
            ReadError(Message::new("read-format-unread").label("format", &name))
        };
        let first = Record::at(stream, 0).filter(|record| record.kind == 0x0809).ok_or_else(older)?;
        if first.u16(0) != Some(0x0600) {
            return Err(older());
        }
        let mut place = 0;
        while let Some(record) = Record::at(stream, place) {
            place = record.end;
            match record.kind {
                0x000A => break,
                // What is encrypted with the password of the format's own write protection is encrypted all the same.
                0x002F => return Err(ReadError(Message::new("read-encrypted"))),
                0x0022 => self.from_1904 = record.u16(0) == Some(1),
                0x041E => {
                    let code = Strings::new(vec![record.data], 2).string(2);
                    if let (Some(id), Some(code)) = (record.u16(0), code) {
                        self.formats.insert(id, Shown::of_code(&code));
                    }
                }
                0x00E0 => self.styles.push(record.u16(2).unwrap_or_default()),
                0x0085 => self.listed.extend(listed(&record)),
                0x00FC => place = self.shared_strings(stream, &record, limits),
                _ => {}
            }
        }
        Ok(())
    }

    /// The shared strings; returns where the next record begins.
    fn shared_strings(&mut self, stream: &[u8], record: &Record<'_>, limits: &Limits) -> usize {
        let mut pieces = vec![record.data];
        let mut end = record.end;
        while let Some(next) = Record::at(stream, end).filter(|next| next.kind == 0x003C) {
            pieces.push(next.data);
            end = next.end;
        }
        let count = record.u32(4).and_then(|count| usize::try_from(count).ok()).unwrap_or_default();
        let mut strings = Strings::new(pieces, 8);
        for _ in 0..count.min(limits.sheet_cells) {
            let Some(string) = strings.string(2) else { break };
            self.strings.push(string);
        }
        end
    }

    fn shown(&self, style: u16) -> Shown {
        let format = self.styles.get(usize::from(style)).copied().unwrap_or_default();
        self.formats.get(&format).cloned().unwrap_or_else(|| Shown::of_id(u32::from(format)))
    }
}

/// A sheet of cells ([MS-XLS] 2.4.28).
fn listed(record: &Record<'_>) -> Option<Listed> {
    let place = usize::try_from(record.u32(0)?).ok()?;
    let name = Strings::new(vec![record.data], 6).string(1)?;
    let is_sheet = *record.data.get(5)? == 0;
    is_sheet.then_some(Listed { name, hidden: record.data.get(4)? & 3 != 0, place })
}

struct Walk<'a> {
    book: &'a Book,
    sheet: Sheet,
    budget: &'a mut Budget,
    /// The place of a formula whose text follows.
    awaited: Option<(u32, u32)>,
}

impl Walk<'_> {
    fn sheet(&mut self, stream: &[u8], start: usize) -> Result<(), ReadError> {
        let mut place = start;
        let mut depth = 0_usize;
        while let Some(record) = Record::at(stream, place) {
            place = record.end;
            match record.kind {
                // Charts inside a sheet have records of their own.
                0x0809 => depth += 1,
                0x000A if depth <= 1 => break,
                0x000A => depth -= 1,
                _ if depth <= 1 => self.record(&record)?,
                _ => {}
            }
        }
        Ok(())
    }

    fn record(&mut self, record: &Record<'_>) -> Result<(), ReadError> {
        match record.kind {
            0x0203 => self.number(record, record.f64(6)),
            0x027E => self.number(record, record.packed(6)),
            0x00BD => self.several(record),
            0x00BE => self.blanks(record),
            0x00FD => {
                let index = record.u32(6).and_then(|index| usize::try_from(index).ok());
                let text = index.and_then(|index| self.book.strings.get(index)).cloned();
                self.text(cell(record), text.unwrap_or_default())
            }
            0x0204 | 0x00D6 => {
                let text = Strings::new(vec![record.data], 6).string(2);
                self.text(cell(record), text.unwrap_or_default())
            }
            0x0205 => self.truth_or_error(cell(record), record.data.get(6).copied(), record.data.get(7) == Some(&1)),
            0x0006 => self.formula(record),
            0x0207 => {
                let text = Strings::new(vec![record.data], 0).string(2);
                let place = self.awaited.take();
                self.text(place, text.unwrap_or_default())
            }
            0x0201 => self.text(cell(record), String::new()),
            0x00E5 => self.merges(record),
            0x0208 => {
                // The bit that says the row has no height.
                if record.u32(12).is_some_and(|flags| flags & 0x20 != 0) {
                    self.budget.spend(1)?;
                    self.sheet.hidden_rows.extend(record.u16(0).map(u32::from));
                }
                Ok(())
            }
            0x007D => {
                if let (Some(first), Some(last), Some(flags)) = (record.u16(0), record.u16(2), record.u16(8))
                    && flags & 1 != 0
                    && first <= last
                {
                    self.budget.spend(1)?;
                    self.sheet.hidden_columns.push((u32::from(first), u32::from(last).min(LAST.1)));
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn text(&mut self, place: Option<(u32, u32)>, text: String) -> Result<(), ReadError> {
        let Some((row, column)) = place else { return Ok(()) };
        self.budget.spend(1)?;
        let text = if text.trim().len() == text.len() { text } else { text.trim().to_owned() };
        self.sheet.cells.entry(row).or_default().insert(column, text);
        Ok(())
    }

    fn number(&mut self, record: &Record<'_>, number: Option<f64>) -> Result<(), ReadError> {
        self.shown(cell(record), record.u16(4).unwrap_or_default(), number)
    }

    fn shown(&mut self, place: Option<(u32, u32)>, style: u16, number: Option<f64>) -> Result<(), ReadError> {
        let (Some((row, column)), Some(number)) = (place, number.filter(|number| number.is_finite())) else {
            return Ok(());
        };
        let shown = self.book.shown(style).text(number, self.book.from_1904);
        let all = plain(number);
        if shown.parse::<f64>().is_ok_and(|shown| plain(shown) != all) {
            let message = Message::new("reading-sheet-rounded").text("shown", &*shown).text("stored", all);
            self.sheet.note(message, row, column);
        }
        self.text(place, shown)
    }

    /// Numbers side by side ([MS-XLS] 2.4.175).
    fn several(&mut self, record: &Record<'_>) -> Result<(), ReadError> {
        let Some((row, first)) = cell(record) else { return Ok(()) };
        let count = record.data.len().saturating_sub(6) / 6;
        for (column, place) in (first..).zip((4..).step_by(6)).take(count) {
            let style = record.u16(place).unwrap_or_default();
            self.shown(Some((row, column)), style, record.packed(place + 2))?;
        }
        Ok(())
    }

    /// Empty cells side by side ([MS-XLS] 2.4.174).
    fn blanks(&mut self, record: &Record<'_>) -> Result<(), ReadError> {
        let Some((row, first)) = cell(record) else { return Ok(()) };
        let count = u32::try_from(record.data.len().saturating_sub(6) / 2).unwrap_or(u32::MAX);
        let columns = if count < FORMATTED { first..first + count } else { 0..0 };
        columns.into_iter().try_for_each(|column| self.text(Some((row, column)), String::new()))
    }

    fn truth_or_error(
        &mut self,
        place: Option<(u32, u32)>,
        value: Option<u8>,
        is_error: bool,
    ) -> Result<(), ReadError> {
        let (Some((row, column)), Some(value)) = (place, value) else { return Ok(()) };
        if !is_error {
            return self.text(place, if value == 0 { "FALSE" } else { "TRUE" }.to_owned());
        }
        let error = match value {
            0x00 => "#NULL!",
            0x07 => "#DIV/0!",
            0x0F => "#VALUE!",
            0x17 => "#REF!",
            0x1D => "#NAME?",
            0x24 => "#NUM!",
            _ => "#N/A",
        };
        self.sheet.note(Message::new("reading-sheet-error").text("error", error), row, column);
        self.text(place, error.to_owned())
    }

    /// The value stored with a formula ([MS-XLS] 2.5.133).
    fn formula(&mut self, record: &Record<'_>) -> Result<(), ReadError> {
        let place = cell(record);
        self.awaited = None;
        let is_number = record.u16(12) != Some(0xFFFF);
        match record.data.get(6) {
            _ if is_number => self.number(record, record.f64(6)),
            Some(0) => {
                self.awaited = place;
                Ok(())
            }
            Some(1) => self.truth_or_error(place, record.data.get(8).copied(), false),
            Some(2) => self.truth_or_error(place, record.data.get(8).copied(), true),
            _ => self.text(place, String::new()),
        }
    }

    fn merges(&mut self, record: &Record<'_>) -> Result<(), ReadError> {
        let count = usize::from(record.u16(0).unwrap_or_default());
        for place in (2..).step_by(8).take(count) {
            let number = |offset: usize| record.u16(place + offset).map(u32::from);
            let (Some(top), Some(bottom), Some(left), Some(right)) = (number(0), number(2), number(4), number(6))
            else {
                break;
            };
            self.budget.spend(1)?;
            let area = Area { rows: (top, bottom), columns: (left, right.min(LAST.1)) };
            if area.rows.0 <= area.rows.1 && area.columns.0 <= area.columns.1 && area.is_merged() {
                self.sheet.merges.push(area);
            }
        }
        Ok(())
    }
}

/// Row and column of a record of a cell.
fn cell(record: &Record<'_>) -> Option<(u32, u32)> {
    let (row, column) = (u32::from(record.u16(0)?), u32::from(record.u16(2)?));
    (column <= LAST.1).then_some((row, column))
}
