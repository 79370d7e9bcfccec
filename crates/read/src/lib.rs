//! Bytes to documents: one file per input format, one list of readers, one struct of limits.
//!
//! A reader knows nothing of forms and years. It gives the text and the grids of a file with their places, and notes on
//! what it had to repair; what they mean is found out by `gouji-recognise`. Only gouji's own JSON is a report at once.
//! The format is told by the content: names of files play no role.
//!
//! A new format is one file here and one line in [`READERS`].
mod amend;
mod detect;
mod doc;
mod docx;
mod grid_lines;
mod html;
mod json;
mod limits;
mod markdown;
mod mht;
mod odt;
mod ofd;
mod pages;
mod pdf;
mod raised;
mod repeats;
mod report_zip;
mod rtf;
mod scans;
mod sheets;
mod text;
mod xml;
mod zip_archive;

use gouji_model::{Document, Message, ReportWire};

pub use amend::{Amendment, Annotated, Author, Comment, Spot, amend, annotate, can_amend, can_annotate};
pub use detect::mismatch;
pub use limits::Limits;
pub use report_zip::ReportZip;
pub use scans::{SEEN_SCHEMA, Scan, Seen, SeenBox, SeenScans, read_scanned, scans};
pub use sheets::sheet_cells;

/// What a file turned out to be.
#[derive(Clone, Debug, PartialEq)]
pub enum Input {
    /// Text and grids, to be recognised.
    Document(Document),
    /// Documents in one file: the sheets of a workbook. Together they may be one report, or each may be one.
    Parts(Vec<Part>),
    /// A report in gouji's own JSON.
    Report(Box<ReportWire>),
}

/// One of the documents in a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Its name in the file.
    pub name: Box<str>,
    /// The document.
    pub document: Document,
}

/// Why nothing of a file could be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct ReadError(
    /// What was found, what was expected, what to do.
    pub Message,
);

/// A reader of one input format.
#[derive(Clone, Copy, Debug)]
pub struct Reader {
    /// Name of the format, as `--help` and documentation show it.
    pub name: &'static str,
    /// Whether the content is of the format; looks at no more than it must.
    pub sniff: fn(&[u8]) -> bool,
    /// Reads content that [`Reader::sniff`] accepts.
    pub read: fn(&[u8], &Limits) -> Result<Input, ReadError>,
}

/// All readers, in the order in which they are asked; plain text, which accepts most, is last.
pub const READERS: &[Reader] = &[
    json::READER,
    pdf::READER,
    docx::READER,
    odt::READER,
    ofd::READER,
    sheets::XLSX,
    sheets::ODS,
    doc::READER,
    sheets::XLS,
    rtf::READER,
    mht::READER,
    html::READER,
    markdown::READER,
    sheets::CSV,
    text::READER,
];

/// Reads a file.
///
/// # Errors
/// When the file is empty or larger than allowed, when its format is unknown or not read yet, or when its reader finds
/// nothing that it can read.
pub fn read(bytes: &[u8], limits: &Limits) -> Result<Input, ReadError> {
    limits.check_size(bytes.len() as u64)?;
    if bytes.is_empty() {
        return Err(ReadError(Message::new("read-empty")));
    }
    match READERS.iter().find(|reader| (reader.sniff)(bytes)) {
        Some(reader) => (reader.read)(bytes, limits),
        None => Err(detect::refusal(bytes)),
    }
}
