//! Tables for analysis: typed columns, and rows that are written as they come.
mod csv;
mod findings;
#[cfg(feature = "parquet")]
mod parquet;
mod reports;

pub(crate) use findings::Findings;
pub(crate) use reports::Reports;

use camino::Utf8Path;
use gouji_model::{Message, Number};

use crate::fault::Fault;
use crate::whole_file::Output;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Text.
    Text,
    /// A whole number, counted by gouji itself.
    Count,
    /// A number of a report: exact, with at most six decimals.
    Number,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Column {
    /// Its name, stable.
    pub(crate) name: String,
    /// What it holds.
    pub(crate) kind: Kind,
}

/// A field; null is not 0 and not an empty text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    /// Nothing.
    Null,
    /// Text.
    Text(String),
    /// A whole number.
    Count(i64),
    /// A number of a report.
    Number(Number),
}

/// A file of rows being written.
pub(crate) trait Rows {
    /// Adds a row with a field for each column.
    fn row(&mut self, row: Vec<Field>) -> anyhow::Result<()>;

    /// Writes everything that is left, and gives the file back.
    fn finish(self: Box<Self>) -> anyhow::Result<Output>;
}

/// The formats, told by the ending of a file's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// Comma-separated values.
    Csv,
    /// Apache Parquet.
    Parquet,
}

impl Format {
    /// The format that a file's name asks for.
    ///
    /// # Errors
    /// When it asks for none of them, or for one that this build does not have.
    pub(crate) fn of(file: &Utf8Path) -> anyhow::Result<Self> {
        let refused = |key: &'static str| Err(Fault::error(Message::new(key).text("file", file.as_str())));
        match file.extension().unwrap_or_default().to_ascii_lowercase().as_str() {
            "csv" => Ok(Self::Csv),
            "parquet" if cfg!(feature = "parquet") => Ok(Self::Parquet),
            "parquet" => refused("table-no-parquet"),
            _ => refused("table-format"),
        }
    }

    /// Begins a file.
    pub(crate) fn open(self, columns: &[Column], out: Output) -> anyhow::Result<Box<dyn Rows>> {
        match self {
            Self::Csv => Ok(Box::new(csv::Csv::new(columns, out)?)),
            #[cfg(feature = "parquet")]
            Self::Parquet => Ok(Box::new(parquet::Parquet::new(columns, out)?)),
            #[cfg(not(feature = "parquet"))]
            Self::Parquet => Err(Fault::error(Message::new("table-no-parquet").text("file", ""))),
        }
    }
}

impl Column {
    fn new(name: impl Into<String>, kind: Kind) -> Self {
        Self { name: name.into(), kind }
    }
}

impl Field {
    /// A text, or nothing.
    fn text(text: Option<impl Into<String>>) -> Self {
        text.map_or(Self::Null, |text| Self::Text(text.into()))
    }

    /// A count.
    fn count(count: usize) -> Self {
        i64::try_from(count).map_or(Self::Null, Self::Count)
    }
}
