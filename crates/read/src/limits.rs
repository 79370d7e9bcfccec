//! How much a file may ask for; checked before any parser sees it.
use gouji_model::Message;

use crate::ReadError;

/// Bounds on what is read. A report is a few hundred lines and fewer than a thousand cells, so the defaults leave room
/// for spreadsheets of many reports and stop what would exhaust memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of any file: 64 MiB.
    pub bytes: u64,
    /// Bytes of a JSON text: 8 MiB.
    pub json_bytes: u64,
    /// Lines of a plain text, paragraphs and pictures of a Word file: 200,000.
    pub lines: usize,
    /// Bytes of one line of a plain text, after decoding: 1 MiB.
    pub line_bytes: usize,
    /// Bytes of a web page: 16 MiB.
    pub html_bytes: u64,
    /// Characters of the body and the text boxes of a Word 97–2003 file: 1,000,000.
    pub doc_characters: u32,
    /// Bytes of the changes of properties in a Word 97–2003 file, each counted as often as it is used: 16 MiB.
    pub doc_changes: usize,
    /// Elements and pieces of text of a web page: 300,000; of tags and pieces of text, twice as many.
    pub html_nodes: usize,
    /// Elements of a web page inside one another: 512, at which browsers too make no deeper ones.
    pub html_depth: usize,
    /// Cells of all grids of a file: 200,000. In a plain text every tab and every `|` counts as one, in a Word file every row.
    pub cells: usize,
    /// Cells, merged areas and hidden rows of a spreadsheet: 500,000, which is some 1,200 reports with one row each.
    pub sheet_cells: usize,
    /// Members of a zip, which docx, xlsx, odt and ofd are: 10,000.
    pub archive_entries: usize,
    /// Bytes of the members of a zip that are read, inflated: 64 MiB.
    pub inflated_bytes: u64,
    /// How many times larger a member of a zip may become by inflating, if it becomes larger than 1 MiB: 250.
    pub inflate_ratio: u64,
    /// Bytes of all files of a zip of reports together, inflated; they are read one at a time: 4 GiB.
    pub archive_inflated_bytes: u64,
    /// Bytes of a web page in one file (mht), with its pictures: 32 MiB.
    pub mht_bytes: u64,
    /// Lines of a web page in one file: 1,000,000.
    pub mht_lines: usize,
    /// Elements of an XML text inside one another: 256.
    pub xml_depth: usize,
    /// Tags and pieces of text of an XML text: 4,000,000.
    pub xml_events: usize,
    /// Groups of an RTF text inside one another: 2,000.
    pub rtf_depth: usize,
    /// Pages of a PDF or an OFD file: 2,000.
    pub pdf_pages: usize,
    /// Bytes of the streams of a PDF that are read, inflated: 64 MiB.
    pub pdf_bytes: u64,
    /// Bytes of the streams of objects and cross references of a PDF, inflated: 16 MiB.
    pub pdf_object_bytes: u64,
    /// Instructions in the page descriptions of a PDF, those of its forms counted each time they are used: 4,000,000.
    pub pdf_instructions: usize,
    /// Characters on the pages of a PDF or an OFD file: 500,000.
    pub pdf_characters: usize,
    /// Lines and edges on one page of a PDF or an OFD file; those beyond it are a drawing: 40,000.
    pub pdf_segments: usize,
    /// Objects on the pages of an OFD file, those of templates and composite units counted each time: 1,000,000.
    pub ofd_objects: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 64 << 20,
            json_bytes: 8 << 20,
            lines: 200_000,
            line_bytes: 1 << 20,
            html_bytes: 16 << 20,
            doc_characters: 1_000_000,
            doc_changes: 16 << 20,
            html_nodes: 300_000,
            html_depth: 512,
            cells: 200_000,
            sheet_cells: 500_000,
            archive_entries: 10_000,
            inflated_bytes: 64 << 20,
            inflate_ratio: 250,
            archive_inflated_bytes: 4 << 30,
            mht_bytes: 32 << 20,
            mht_lines: 1_000_000,
            xml_depth: 256,
            xml_events: 4_000_000,
            rtf_depth: 2_000,
            pdf_pages: 2_000,
            pdf_bytes: 64 << 20,
            pdf_object_bytes: 16 << 20,
            pdf_instructions: 4_000_000,
            pdf_characters: 500_000,
            pdf_segments: 40_000,
            ofd_objects: 1_000_000,
        }
    }
}

impl Limits {
    /// Refuses a file by its size alone, so that a driver can ask before it loads the file.
    ///
    /// # Errors
    /// When the file has more than [`Limits::bytes`].
    pub fn check_size(&self, bytes: u64) -> Result<(), ReadError> {
        check_bytes(bytes, self.bytes, "read-too-large")
    }
}

/// Refuses more bytes than allowed, with a message that shows both sizes.
pub(crate) fn check_bytes(bytes: u64, most: u64, key: &'static str) -> Result<(), ReadError> {
    if bytes <= most {
        return Ok(());
    }
    Err(ReadError(Message::new(key).text("size", size_text(bytes)).text("limit", size_text(most))))
}

/// Refuses more pieces than allowed, with a message that says how many are.
pub(crate) fn check_count(count: usize, most: usize, key: &'static str) -> Result<(), ReadError> {
    if count > most { Err(ReadError(Message::new(key).count("limit", most))) } else { Ok(()) }
}

/// `64 MB`, `1.5 MB`, `900 KB`, `12 B`; in units of 1024, as Windows Explorer shows them.
pub(crate) fn size_text(bytes: u64) -> String {
    let tenths = |unit: u64| format!("{}.{}", bytes / unit, bytes % unit * 10 / unit);
    let (text, unit) = match bytes {
        0..0x400 => (bytes.to_string(), "B"),
        0x400..0x10_0000 => (tenths(0x400), "KB"),
        _ => (tenths(0x10_0000), "MB"),
    };
    format!("{} {unit}", text.strip_suffix(".0").unwrap_or(&text))
}
