//! CSV: fields between commas or semicolons, in any encoding of a text.
//!
//! What tabs separate is read as plain text, which knows more of their layouts.
use csv::{ReaderBuilder, StringRecord};
use gouji_model::Message;

use super::{Budget, Sheet, input};
use crate::text::{decode, decoded_notes};
use crate::{Input, Limits, ReadError, Reader, detect};

/// The reader of CSV.
pub(crate) const READER: Reader = Reader { name: "csv", sniff, read };

/// Bytes in which the layout of a text shows.
const HEAD: usize = 256 << 10;
/// The fewest fields of a row.
const FIELDS: usize = 3;

/// Whether most lines have the same number of fields, and nothing else draws columns.
fn sniff(bytes: &[u8]) -> bool {
    let marks = |mark: u8| memchr::memchr_iter(mark, bytes).count();
    let separators = marks(b',').max(marks(b';'));
    separators >= FIELDS - 1
        && separators > marks(b'\t').max(marks(b'|'))
        && detect::is_textual(bytes)
        && detect::known(bytes).is_none()
        && decode::decode(bytes).is_ok_and(|decoded| separator(&decoded.text).is_some())
}

/// What separates the fields of a text.
fn separator(text: &str) -> Option<u8> {
    let mut end = text.len().min(HEAD);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    // The last line may be cut.
    let head = if end < text.len() { &text[..text[..end].rfind('\n').unwrap_or(end)] } else { text };
    [b',', b';'].into_iter().find(|separator| is_even(head, *separator))
}

fn is_even(text: &str, separator: u8) -> bool {
    let mut counts: Vec<usize> = Vec::new();
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(text.as_bytes());
    let mut record = StringRecord::new();
    while matches!(reader.read_record(&mut record), Ok(true)) {
        counts.push(record.len());
    }
    let usual = |count: &usize| counts.iter().filter(|own| *own == count).count();
    let usual = counts.iter().filter(|count| **count >= FIELDS).map(usual).max().unwrap_or_default();
    usual >= 2 && usual * 2 >= counts.len()
}

fn read(bytes: &[u8], limits: &Limits) -> Result<Input, ReadError> {
    let decoded = decode::decode(bytes)?;
    let separator = separator(&decoded.text).unwrap_or(b',');
    let mut budget = Budget::new(limits);
    let mut sheet = Sheet { is_text: true, ..Sheet::default() };
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(decoded.text.as_bytes());
    let mut record = StringRecord::new();
    let mut row = 0_u32;
    let mut lines = Lines { text: &decoded.text, place: 0, line: 1 };
    loop {
        match reader.read_record(&mut record) {
            Ok(false) => break,
            Ok(true) => {}
            Err(error) => return Err(ReadError(Message::new("read-csv-broken").text("cause", error.to_string()))),
        }
        let start = record.position().and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or_default();
        let (line, gap) = lines.begin(start);
        // An empty line ends a table; the library passes over it.
        row = row.saturating_add(if gap && row > 0 { 2 } else { 1 });
        budget.spend(record.len())?;
        sheet.lines.insert(row, line);
        let cells = (0_u32..).zip(record.iter().map(|field| field.trim().to_owned())).collect();
        sheet.cells.insert(row, cells);
    }
    input(vec![sheet], decoded_notes(&decoded), limits)
}

/// Counts the lines of a text.
struct Lines<'a> {
    text: &'a str,
    place: usize,
    line: u32,
}

impl Lines<'_> {
    /// The line on which a record begins of which the library says that it begins at a place, and whether empty lines
    /// stand before it.
    fn begin(&mut self, place: usize) -> (u32, bool) {
        let bytes = self.text.as_bytes();
        // The second half of a line end is left to the next record.
        let left = place > 0 && bytes.get(place - 1) == Some(&b'\r') && bytes.get(place) == Some(&b'\n');
        let from = place + usize::from(left);
        let empty = bytes.iter().skip(from).take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let start = (from + empty).min(bytes.len());
        let ends = memchr::memchr_iter(b'\n', bytes.get(self.place..start).unwrap_or_default()).count();
        self.line = self.line.saturating_add(u32::try_from(ends).unwrap_or(u32::MAX));
        self.place = start;
        (self.line, empty > 0)
    }
}
