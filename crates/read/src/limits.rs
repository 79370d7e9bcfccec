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
    /// Lines of a plain text: 200,000.
    pub lines: usize,
    /// Bytes of one line of a plain text, after decoding: 1 MiB.
    pub line_bytes: usize,
    /// Cells of all grids of a file: 200,000. In a plain text every tab and every `|` counts as one.
    pub cells: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 64 << 20, json_bytes: 8 << 20, lines: 200_000, line_bytes: 1 << 20, cells: 200_000 }
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
