//! A list as csv: comma, semicolon or tab; UTF-8 or UTF-16 with a mark, else GB18030.
use encoding_rs::{GB18030, UTF_8};
use gouji_model::Message;

use super::Row;
use crate::fault::{Explain, Fault};

/// What may separate columns.
const SEPARATORS: [char; 3] = [',', ';', '\t'];

/// The rows of a list.
pub(super) fn rows(bytes: &[u8]) -> anyhow::Result<Vec<Row>> {
    let text = decode(bytes)?;
    if text.matches('"').count() % 2 == 1 {
        return Err(Fault::error(Message::new("driver-units-quote")));
    }
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator(&text))
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.explain(|| Message::new("driver-units-csv"))?;
        let number = record.position().map_or(0, csv::Position::line);
        let cells = record.iter().map(ToOwned::to_owned).collect();
        rows.push(Row { number: u32::try_from(number).unwrap_or(u32::MAX), cells });
    }
    Ok(rows)
}

fn decode(bytes: &[u8]) -> anyhow::Result<String> {
    for encoding in [UTF_8, GB18030] {
        let (text, _, broken) = encoding.decode(bytes);
        if !broken && !text.contains('\0') {
            return Ok(text.into_owned());
        }
    }
    Err(Fault::error(Message::new("driver-units-no-text")))
}

/// The separator most frequent in the first line that has one.
fn separator(text: &str) -> u8 {
    let counted = text.lines().map(|line| SEPARATORS.map(|separator| line.matches(separator).count()));
    let counts = counted.filter(|counts| counts.iter().any(|count| *count > 0)).take(1).next();
    match counts {
        Some([commas, semicolons, tabs]) if tabs > commas && tabs > semicolons => b'\t',
        Some([commas, semicolons, _]) if semicolons > commas => b';',
        _ => b',',
    }
}
