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
    let (mut row, mut expected) = (0_u32, 0_u64);
    loop {
        match reader.read_record(&mut record) {
            Ok(false) => break,
            Ok(true) => {}
            Err(error) => return Err(ReadError(Message::new("read-csv-broken").text("cause", error.to_string()))),
        }
        let line = record.position().map_or(expected, csv::Position::line);
        // An empty line ends a table; the reader passes over it.
        row = row.saturating_add(if expected != 0 && line > expected { 2 } else { 1 });
        expected = reader.position().line();
        budget.spend(record.len())?;
        sheet.lines.insert(row, u32::try_from(line).unwrap_or(u32::MAX));
        let cells = (0_u32..).zip(record.iter().map(|field| field.trim().to_owned())).collect();
        sheet.cells.insert(row, cells);
    }
    input(vec![sheet], decoded_notes(&decoded), limits)
}
