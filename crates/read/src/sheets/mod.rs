//! Spreadsheets: sheets of cells, whatever file they come from, as paragraphs and grids.
//!
//! A cell is read as it is shown. Merged cells are one cell; hidden rows and columns are read and told, hidden sheets are
//! told and left out. Each sheet is a part of its own: whether together they are one report or each is one is found out
//! by what they hold.
mod apart;
mod csv;
mod layout;
mod number;
mod ods;
mod records;
mod styles;
mod workbook;
mod xls;
mod xlsx;

use std::collections::BTreeMap;

use gouji_model::{Document, Message, Note, Origin, Place, SheetCells, WORKBOOK_SHEETS};

use crate::{Input, Limits, Part, ReadError};

pub(crate) use self::csv::READER as CSV;
pub(crate) use self::ods::READER as ODS;
pub(crate) use self::xls::READER as XLS;
pub(crate) use self::xlsx::{READER as XLSX, sheet_part};

/// The sheets of a spreadsheet (xlsx, ods, xls) as they stand, for lists that are no report; `None` for another content.
///
/// # Errors
/// When the file is damaged or larger than allowed.
pub fn sheet_cells(bytes: &[u8], limits: &Limits) -> Option<Result<Vec<SheetCells>, ReadError>> {
    let sheets = match bytes {
        _ if (XLSX.sniff)(bytes) => xlsx::all_sheets,
        _ if (ODS.sniff)(bytes) => ods::sheets,
        _ if (XLS.sniff)(bytes) => xls::sheets,
        _ => return None,
    };
    let checked = limits.check_size(bytes.len() as u64);
    Some(checked.and_then(|()| sheets(bytes, limits)).map(|sheets| sheets.into_iter().map(Sheet::into_cells).collect()))
}

/// The last row and the last column that a spreadsheet can have, counted from 0.
const LAST: (u32, u32) = (1_048_575, 16_383);

/// Empty cells or rows side by side that are only formatted; so many belong to no table, but reach to the sheet's end.
const FORMATTED: u32 = 64;

/// A sheet.
#[derive(Default)]
struct Sheet {
    name: String,
    hidden: bool,
    /// Cells that the file has, by row and column from 0; a blank one is there and empty.
    cells: BTreeMap<u32, BTreeMap<u32, String>>,
    merges: Vec<Area>,
    /// Whether any row or column is hidden that holds a text.
    hidden_rows: Vec<u32>,
    hidden_columns: Vec<(u32, u32)>,
    notes: Vec<Note>,
    /// The sheet is a text: its places are lines and columns, not addresses.
    is_text: bool,
    /// The lines of a text on which its rows begin.
    lines: BTreeMap<u32, u32>,
}

/// A merged cell: rows and columns from 0, the last included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Area {
    rows: (u32, u32),
    columns: (u32, u32),
}

impl Area {
    fn holds_row(self, row: u32) -> bool {
        (self.rows.0..=self.rows.1).contains(&row)
    }

    fn holds_column(self, column: u32) -> bool {
        (self.columns.0..=self.columns.1).contains(&column)
    }

    /// More than one place.
    fn is_merged(&self) -> bool {
        self.rows.0 < self.rows.1 || self.columns.0 < self.columns.1
    }
}

impl Sheet {
    /// Where a cell stands.
    fn origin(&self, row: u32, column: u32) -> Origin {
        Origin::at(if self.is_text {
            let line = self.lines.get(&row).copied().unwrap_or(row + 1);
            Place::Table { table: 1, row: line, column: column + 1 }
        } else {
            Place::Sheet { sheet: self.name.as_str().into(), cell: address(row, column).into() }
        })
    }

    fn note(&mut self, message: Message, row: u32, column: u32) {
        let origin = Some(self.origin(row, column));
        self.notes.push(Note { message, origin });
    }

    fn into_cells(self) -> SheetCells {
        let mut rows = self.cells;
        for cells in rows.values_mut() {
            cells.retain(|_, text| !text.is_empty());
        }
        rows.retain(|_, cells| !cells.is_empty());
        SheetCells { name: self.name, rows }
    }

    /// Leaves out an area and what is merged in it.
    fn clear(&mut self, area: Area) {
        for (_, cells) in self.cells.range_mut(area.rows.0..=area.rows.1) {
            cells.retain(|column, _| !area.holds_column(*column));
        }
        self.merges.retain(|merged| !(area.holds_row(merged.rows.0) && area.holds_column(merged.columns.0)));
    }

    fn has_text(&self) -> bool {
        self.cells.values().flat_map(BTreeMap::values).any(|text| !text.is_empty())
    }

    /// What is hidden in it, where there is a text there.
    fn hidden_note(&self) -> Option<Note> {
        let written = |row: &u32| self.cells.get(row).is_some_and(|cells| cells.values().any(|text| !text.is_empty()));
        let rows = self.hidden_rows.iter().filter(|row| written(row)).count();
        let columns: usize = self
            .hidden_columns
            .iter()
            .map(|(first, last)| {
                let texts = self.cells.values().flat_map(|cells| cells.range(*first..=*last));
                let mut columns: Vec<u32> =
                    texts.filter(|(_, text)| !text.is_empty()).map(|(column, _)| *column).collect();
                columns.sort_unstable();
                columns.dedup();
                columns.len()
            })
            .sum();
        (rows + columns > 0).then(|| Note {
            message: Message::new("reading-sheet-hidden-cells")
                .text("sheet", self.name.as_str())
                .count("rows", rows)
                .count("columns", columns),
            origin: None,
        })
    }
}

/// `C12`, from row and column counted from 0.
fn address(row: u32, column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = u64::from(column) + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or_default()));
        rest /= 26;
    }
    letters.iter().rev().collect::<String>() + &(u64::from(row) + 1).to_string()
}

/// Row and column of `C12`, counted from 0; `None` where there is no such cell.
pub(crate) fn place(address: &str) -> Option<(u32, u32)> {
    let address = address.trim_start_matches('$');
    let letters = address.bytes().take_while(u8::is_ascii_alphabetic).count();
    let column = address[..letters]
        .bytes()
        .take(4)
        .fold(0, |column: u32, letter| column * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1);
    let row: u32 = address[letters..].trim_start_matches('$').parse().ok()?;
    let place = (row.checked_sub(1)?, column.checked_sub(1)?);
    (letters > 0 && place.0 <= LAST.0 && place.1 <= LAST.1).then_some(place)
}

/// The area of `A1:C3`.
fn area(text: &str) -> Option<Area> {
    let (from, to) = text.split_once(':').unwrap_or((text, text));
    let ((top, left), (bottom, right)) = (place(from)?, place(to)?);
    (top <= bottom && left <= right).then_some(Area { rows: (top, bottom), columns: (left, right) })
}

/// How many cells and merged areas may still come, over all sheets of a file.
struct Budget {
    left: usize,
    most: usize,
}

impl Budget {
    fn new(limits: &Limits) -> Self {
        Self { left: limits.sheet_cells, most: limits.sheet_cells }
    }

    fn spend(&mut self, cells: usize) -> Result<(), ReadError> {
        match self.left.checked_sub(cells) {
            Some(left) => {
                self.left = left;
                Ok(())
            }
            None => Err(ReadError(Message::new("read-sheet-too-many-cells").count("limit", self.most))),
        }
    }
}

/// Of its own workbook gouji reads the report, not what it says about it: also where another program saved it in a format
/// of its own.
fn keep_own(sheets: &mut Vec<Sheet>) {
    let has = |name: &str| sheets.iter().any(|sheet| sheet.name == name);
    let own = WORKBOOK_SHEETS.iter().find(|names| names.iter().all(|name| has(name)));
    if let Some([report, ..]) = own {
        sheets.retain(|sheet| sheet.name == *report);
    }
}

/// The sheets as parts, those without a text left out; a single one is a document.
///
/// # Errors
/// When no sheet has a text, or they have more cells than allowed.
fn input(mut sheets: Vec<Sheet>, mut notes: Vec<Note>, limits: &Limits) -> Result<Input, ReadError> {
    keep_own(&mut sheets);
    sheets.retain(Sheet::has_text);
    let shown = sheets.iter().any(|sheet| !sheet.hidden);
    for sheet in sheets.iter().filter(|sheet| shown && sheet.hidden) {
        let message = Message::new("reading-sheet-hidden").text("sheet", sheet.name.as_str());
        notes.push(Note { message, origin: None });
    }
    sheets.retain(|sheet| !(shown && sheet.hidden));
    let mut budget = Budget::new(limits);
    let mut parts = Vec::new();
    for mut sheet in sheets {
        let hidden = sheet.hidden_note();
        let own = std::mem::take(&mut sheet.notes);
        let (sheet, beside) = sheet.without_beside();
        let layout::Laid { blocks, covered } = layout::blocks(&sheet, &mut budget)?;
        let covered = (covered > 0).then(|| Note {
            message: Message::new("reading-sheet-covered").text("sheet", sheet.name.as_str()).count("count", covered),
            origin: None,
        });
        let notes = notes.iter().cloned().chain(hidden).chain(covered).chain(beside).chain(own).collect();
        let document = Document { blocks, notes, extracted: false };
        parts.push(Part { name: sheet.name.into(), document });
    }
    match parts.len() {
        0 => Err(ReadError(Message::new("read-blank"))),
        1 => Ok(parts.pop().map_or_else(|| Input::Parts(Vec::new()), |part| Input::Document(part.document))),
        _ => Ok(Input::Parts(parts)),
    }
}
