//! Rows as comma-separated values in UTF-8 without a byte-order mark, as tools for analysis expect them.
use csv::Writer;

use super::{Column, Field, Rows};
use crate::whole_file::Output;

/// A file being written.
pub(super) struct Csv {
    writer: Writer<Output>,
}

impl Csv {
    pub(super) fn new(columns: &[Column], out: Output) -> anyhow::Result<Self> {
        let mut writer = Writer::from_writer(out);
        writer.write_record(columns.iter().map(|column| &column.name))?;
        Ok(Self { writer })
    }
}

impl Rows for Csv {
    fn row(&mut self, row: Vec<Field>) -> anyhow::Result<()> {
        let fields = row.into_iter().map(|field| match field {
            Field::Null => String::new(),
            Field::Text(text) => guarded(text),
            Field::Count(count) => count.to_string(),
            Field::Number(number) => number.to_string(),
        });
        Ok(self.writer.write_record(fields)?)
    }

    fn finish(self: Box<Self>) -> anyhow::Result<Output> {
        Ok(self.writer.into_inner().map_err(csv::IntoInnerError::into_error)?)
    }
}

/// A text that no spreadsheet takes for a formula.
fn guarded(text: String) -> String {
    let is_active = text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r']);
    if is_active { format!("'{text}") } else { text }
}
