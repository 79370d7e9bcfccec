//! What a file is that no reader takes, so that the refusal names it and says what to do.
use gouji_model::{Message, Text};

use crate::ReadError;

/// A format that is known by its content.
pub(crate) struct Format {
    zh: &'static str,
    en: &'static str,
    /// Endings of the names of its files.
    endings: &'static [&'static str],
    /// Key of the message that refuses it.
    refusal: &'static str,
    found: fn(&[u8]) -> bool,
}

const DOCUMENT: &str = "read-format-unread";
const PICTURE: &str = "read-picture";
const ARCHIVE: &str = "read-archive";

/// Known formats; the more special before the more general.
const FORMATS: &[Format] = &[
    format("PDF", "PDF", &["pdf"], DOCUMENT, |bytes| contains(head(bytes, 1024), b"%PDF-")),
    format("Word（docx）", "Word (docx)", &["docx", "docm", "dotx", "dotm"], DOCUMENT, crate::docx::READER.sniff),
    format("Excel（xlsx）", "Excel (xlsx)", &["xlsx", "xlsm", "xltx"], DOCUMENT, |bytes| is_zip_with(bytes, b"xl/")),
    format("PowerPoint（pptx）", "PowerPoint (pptx)", &["pptx"], DOCUMENT, |bytes| is_zip_with(bytes, b"ppt/")),
    format("OFD 版式", "OFD", &["ofd"], DOCUMENT, |bytes| is_zip_with(bytes, b"OFD.xml")),
    format("OpenDocument", "OpenDocument", &["odt", "ods", "ott", "ots", "odp"], DOCUMENT, |bytes| {
        is_zip_with(bytes, b"application/vnd.oasis.opendocument")
    }),
    format("zip 压缩", "zip", &["zip"], ARCHIVE, is_zip),
    format(
        "加密的 Office",
        "encrypted Office",
        &["docx", "doc", "xlsx", "xls", "wps", "et"],
        "read-encrypted",
        |bytes| is_ole_with(bytes, b"EncryptedPackage"),
    ),
    format(
        "Word 97–2003（doc）或 WPS 文字",
        "Word 97–2003 (doc) or WPS",
        &["doc", "dot", "wps", "wpt"],
        DOCUMENT,
        crate::doc::READER.sniff,
    ),
    format("Excel 97–2003（xls）", "Excel 97–2003 (xls)", &["xls", "xlt", "et"], DOCUMENT, |bytes| {
        is_ole_with(bytes, b"Workbook")
    }),
    format(
        "Office 97–2003 或 WPS",
        "Office 97–2003 or WPS",
        &["doc", "xls", "ppt", "wps", "et", "dps"],
        DOCUMENT,
        is_ole,
    ),
    format("RTF", "RTF", &["rtf"], DOCUMENT, crate::rtf::sniff),
    format("单个文件网页（mht）", "MHTML", &["mht", "mhtml"], DOCUMENT, crate::mht::sniff),
    format("网页（HTML）", "HTML", &["html", "htm", "xhtml", "shtml"], DOCUMENT, crate::html::sniff),
    format("XML", "XML", &["xml"], DOCUMENT, |bytes| unmarked(bytes).starts_with(b"<?xml")),
    format("PNG", "PNG", &["png"], PICTURE, |bytes| bytes.starts_with(b"\x89PNG\r\n\x1a\n")),
    format("JPEG", "JPEG", &["jpg", "jpeg"], PICTURE, |bytes| bytes.starts_with(b"\xff\xd8\xff")),
    format("GIF", "GIF", &["gif"], PICTURE, |bytes| bytes.starts_with(b"GIF87a") || bytes.starts_with(b"GIF89a")),
    format("TIFF", "TIFF", &["tif", "tiff"], PICTURE, |bytes| {
        bytes.starts_with(b"II*\0") || bytes.starts_with(b"MM\0*")
    }),
    format("BMP", "BMP", &["bmp"], PICTURE, |bytes| bytes.starts_with(b"BM") && bytes.get(6..10) == Some(&[0; 4])),
    format("WebP", "WebP", &["webp"], PICTURE, |bytes| bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP")),
    format("rar 压缩", "rar", &["rar"], ARCHIVE, |bytes| bytes.starts_with(b"Rar!\x1a\x07")),
    format("7z 压缩", "7z", &["7z"], ARCHIVE, |bytes| bytes.starts_with(b"7z\xbc\xaf\x27\x1c")),
    format("gzip 压缩", "gzip", &["gz"], ARCHIVE, |bytes| bytes.starts_with(b"\x1f\x8b\x08")),
];

/// Texts, which readers take; only names are compared with them.
const TEXTS: &[Format] = &[
    format("JSON", "JSON", &["json"], DOCUMENT, crate::json::READER.sniff),
    format("纯文本", "plain text", &["txt", "text", "csv", "tsv", "md", "markdown"], DOCUMENT, is_textual),
];

const fn format(
    zh: &'static str,
    en: &'static str,
    endings: &'static [&'static str],
    refusal: &'static str,
    found: fn(&[u8]) -> bool,
) -> Format {
    Format { zh, en, endings, refusal, found }
}

/// What a file is, where the ending of its name says that it is something else; `None` where it is what its name says,
/// and for endings that say nothing.
pub fn mismatch(name: &str, bytes: &[u8]) -> Option<Message> {
    let (_, ending) = name.rsplit_once('.')?;
    let ending = ending.to_ascii_lowercase();
    if FORMATS.iter().chain(TEXTS).all(|format| !format.endings.contains(&&*ending)) {
        return None;
    }
    let found = known(bytes).or_else(|| TEXTS.iter().find(|format| (format.found)(bytes)))?;
    if found.endings.contains(&&*ending) {
        return None;
    }
    let name = Text::new(found.zh, found.en);
    Some(Message::new("reading-mismatch").text("ending", ending).label("format", &name))
}

/// The known format of a content.
pub(crate) fn known(bytes: &[u8]) -> Option<&'static Format> {
    FORMATS.iter().find(|format| (format.found)(bytes))
}

/// Why no reader takes a content.
pub(crate) fn refusal(bytes: &[u8]) -> ReadError {
    ReadError(match known(bytes) {
        Some(format) => Message::new(format.refusal).label("format", &Text::new(format.zh, format.en)),
        None => Message::new("read-unknown-binary"),
    })
}

/// Whether the content is a text in one of the Unicode encodings or an ASCII superset, by its control characters alone.
pub(crate) fn is_textual(bytes: &[u8]) -> bool {
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return true;
    }
    !bytes.contains(&0) && bytes.chunks(128).map(controls).sum::<usize>() * 50 <= bytes.len()
}

/// Control characters in at most 255 bytes; counted in bytes, it is done many at a time.
fn controls(bytes: &[u8]) -> usize {
    let is_control = |byte: u8| matches!(byte, 1..=8 | 14..=31 | 127);
    usize::from(bytes.iter().map(|byte| u8::from(is_control(*byte))).sum::<u8>())
}

/// The content without a byte order mark of UTF-8.
pub(crate) fn unmarked(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}

fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// A zip with a member of this name: the first names stand at its head, all of them in the directory at its end.
fn is_zip_with(bytes: &[u8], name: &[u8]) -> bool {
    is_zip(bytes) && (contains(head(bytes, 4096), name) || contains(tail(bytes, 65_536), name))
}

pub(crate) fn is_ole(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
}

/// A compound file with a stream of this name, which stands in it as UTF-16.
pub(crate) fn is_ole_with(bytes: &[u8], name: &[u8]) -> bool {
    let wide: Vec<u8> = name.iter().flat_map(|byte| [*byte, 0]).collect();
    is_ole(bytes) && contains(bytes, &wide)
}

fn head(bytes: &[u8], most: usize) -> &[u8] {
    &bytes[..bytes.len().min(most)]
}

fn tail(bytes: &[u8], most: usize) -> &[u8] {
    &bytes[bytes.len().saturating_sub(most)..]
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    memchr::memmem::find(bytes, part).is_some()
}
