//! A small writer of OpenDocument texts: parts as strings, zipped, or one flat file.
use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const SPACES: &str = r#"xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0""#;
const TEXT: &str = "application/vnd.oasis.opendocument.text";

/// The parts of a file, the media type first.
#[derive(Clone)]
pub(crate) struct Parts(Vec<(String, Vec<u8>)>);

/// A file with a body and what a file must have.
pub(crate) fn body(content: &str) -> Parts {
    styled("", content)
}

/// A file with a body and automatic styles.
pub(crate) fn styled(styles: &str, content: &str) -> Parts {
    let manifest = r#"<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="content.xml"/></manifest:manifest>"#;
    Parts(Vec::new()).with("mimetype", TEXT).with("META-INF/manifest.xml", manifest).with(
        "content.xml",
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content {SPACES}><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>{content}</office:text></office:body></office:document-content>"
        ),
    )
}

/// A flat file.
pub(crate) fn flat(styles: &str, content: &str) -> Vec<u8> {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document {SPACES} office:mimetype=\"{TEXT}\"><office:styles>{styles}</office:styles><office:body><office:text>{content}</office:text></office:body></office:document>"
    )
    .into_bytes()
}

impl Parts {
    /// With these named styles.
    pub(crate) fn styles(self, content: &str) -> Self {
        let root = "office:document-styles";
        self.with("styles.xml", format!("<{root} {SPACES}><office:styles>{content}</office:styles></{root}>"))
    }

    /// With a part, in place of one of the same name.
    pub(crate) fn with(mut self, name: &str, content: impl AsRef<[u8]>) -> Self {
        let content = content.as_ref().to_vec();
        match self.0.iter_mut().find(|(other, _)| other == name) {
            Some((_, part)) => *part = content,
            None => self.0.push((name.to_owned(), content)),
        }
        self
    }

    /// Without a part.
    pub(crate) fn without(mut self, name: &str) -> Self {
        self.0.retain(|(other, _)| other != name);
        self
    }

    /// The file; its media type is not compressed.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        zipped(self.0.iter(), CompressionMethod::Stored)
    }

    /// The file, packed anew by a program that knows nothing of OpenDocument.
    pub(crate) fn packed_anew(&self) -> Vec<u8> {
        zipped(self.0.iter().rev(), CompressionMethod::Deflated)
    }
}

fn zipped<'a>(parts: impl Iterator<Item = &'a (String, Vec<u8>)>, of_type: CompressionMethod) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        let method = if name == "mimetype" { of_type } else { CompressionMethod::Deflated };
        zip.start_file(name.as_str(), SimpleFileOptions::default().compression_method(method)).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A paragraph.
pub(crate) fn p(text: &str) -> String {
    format!("<text:p>{text}</text:p>")
}

/// A heading of a level.
pub(crate) fn h(level: u32, attributes: &str, text: &str) -> String {
    format!("<text:h text:outline-level=\"{level}\" {attributes}>{text}</text:h>")
}

/// A list with attributes and items.
pub(crate) fn list(attributes: &str, items: &[String]) -> String {
    format!("<text:list {attributes}>{}</text:list>", items.concat())
}

/// An item of a list.
pub(crate) fn item(content: &str) -> String {
    item_with("", content)
}

/// An item of a list, with attributes.
pub(crate) fn item_with(attributes: &str, content: &str) -> String {
    format!("<text:list-item {attributes}>{content}</text:list-item>")
}

/// A cell with attributes and a paragraph.
pub(crate) fn cell(attributes: &str, text: &str) -> String {
    cell_of(attributes, &p(text))
}

/// A cell with attributes and content.
pub(crate) fn cell_of(attributes: &str, content: &str) -> String {
    format!("<table:table-cell {attributes}>{content}</table:table-cell>")
}

/// A covered cell.
pub(crate) const COVERED: &str = "<table:covered-table-cell/>";

/// A row of cells.
pub(crate) fn tr(cells: &[String]) -> String {
    format!("<table:table-row>{}</table:table-row>", cells.concat())
}

/// A table of rows.
pub(crate) fn tbl(rows: &[String]) -> String {
    format!("<table:table><table:table-column table:number-columns-repeated=\"9\"/>{}</table:table>", rows.concat())
}

/// A table of plain cells.
pub(crate) fn table(rows: &[&[&str]]) -> String {
    let row = |cells: &&[&str]| tr(&cells.iter().map(|text| cell("", text)).collect::<Vec<_>>());
    tbl(&rows.iter().map(row).collect::<Vec<_>>())
}
