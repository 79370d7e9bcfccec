//! The parts of an OpenDocument text: a zip with a content and styles, or one flat XML file with both.
use gouji_model::Message;
use memchr::memmem;

use crate::xml::into_text;
use crate::zip_archive::{Archive, is_zip};
use crate::{Limits, ReadError};

/// The media type of texts; templates and masters add a word to it.
const TEXT: &str = "application/vnd.oasis.opendocument.text";
/// Name of the member with the content.
pub(super) const CONTENT: &str = "content.xml";
/// Name of the member with the styles.
pub(super) const STYLES: &str = "styles.xml";
/// Name given to the only part of a flat file.
pub(super) const FLAT: &str = "fodt";

/// What a file is by its media type.
pub(super) fn is_text(media_type: &[u8]) -> bool {
    let rest = media_type.trim_ascii().strip_prefix(TEXT.as_bytes());
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(b"-"))
}

/// Whether a zip says by its media type that it is a text. The type stands at its head, not compressed; files that were
/// packed anew have it elsewhere.
pub(super) fn is_packed_text(bytes: &[u8]) -> bool {
    if !is_zip(bytes) {
        return false;
    }
    let head = &bytes[..bytes.len().min(200)];
    if let Some(at) = memmem::find(head, TEXT.as_bytes()) {
        let rest = &head[at + TEXT.len()..];
        let end = rest.iter().position(|byte| !matches!(byte, b'-' | b'a'..=b'z')).unwrap_or(rest.len());
        return head[30..].starts_with(b"mimetype") && is_text(&head[at..at + TEXT.len() + end]);
    }
    if memmem::find(bytes, CONTENT.as_bytes()).is_none() {
        return false;
    }
    let limits = Limits::default();
    let Ok(mut archive) = Archive::open(bytes, &limits) else { return false };
    archive.find(CONTENT).is_some() && matches!(archive.read("mimetype"), Ok(Some(media_type)) if is_text(&media_type))
}

/// Whether a text is a flat file that says by its media type that it is a text.
pub(super) fn is_flat_text(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(16_384)];
    let Some(at) = memmem::find(head, b":document").filter(|_| head.trim_ascii_start().starts_with(b"<")) else {
        return unmarked(bytes).is_some_and(is_flat_text);
    };
    let root = &head[at..];
    let root = &root[..root.iter().position(|byte| *byte == b'>').unwrap_or(root.len())];
    let found = memmem::find(root, b"mimetype=").and_then(|at| root.get(at + "mimetype='".len()..));
    let Some(value) = found else { return false };
    let end = value.iter().position(|byte| matches!(byte, b'"' | b'\'')).unwrap_or(value.len());
    is_text(&value[..end])
}

fn unmarked(bytes: &[u8]) -> Option<&[u8]> {
    bytes.strip_prefix(b"\xef\xbb\xbf")
}

/// The texts of a file's parts.
pub(super) struct Parts {
    /// The content; of a flat file all of it.
    pub(super) content: String,
    /// Its name, for messages.
    pub(super) name: &'static str,
    /// The styles; an error where they are damaged.
    pub(super) styles: Result<Option<String>, ReadError>,
}

impl Parts {
    /// Opens a file.
    ///
    /// # Errors
    /// When it is damaged, encrypted or larger than allowed.
    pub(super) fn open(bytes: &[u8], limits: &Limits) -> Result<Self, ReadError> {
        if !is_zip(bytes) {
            return Ok(Self { content: into_text(bytes.to_vec(), FLAT)?, name: FLAT, styles: Ok(None) });
        }
        let mut archive = Archive::open(bytes, limits)?;
        let manifest = archive.read("META-INF/manifest.xml").ok().flatten().unwrap_or_default();
        // Thumbnails aside, all of an encrypted file is encrypted; LibreOffice 24.8 makes one member of it.
        let encrypted = memmem::find(&manifest, b"encryption-data").is_some();
        if encrypted || (archive.find(CONTENT).is_none() && archive.find("encrypted-package").is_some()) {
            return Err(ReadError(Message::new("read-odt-encrypted")));
        }
        let Some(content) = archive.read(CONTENT)? else {
            return Err(ReadError(Message::new("read-odt-no-body").text("part", CONTENT)));
        };
        let styles = archive.read(STYLES).and_then(|bytes| bytes.map(|bytes| into_text(bytes, STYLES)).transpose());
        Ok(Self { content: into_text(content, CONTENT)?, name: CONTENT, styles })
    }
}
