//! The file around the main part: a zip of fixed parts, of which only the properties say what the document is.
use std::io::{self, Cursor, Write};

use gouji_export::{ExportError, Meta};
use gouji_model::Message;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::xml::Xml;

/// The parts that are the same in every file, in order.
const PARTS: [(&str, &str); 8] = [
    ("[Content_Types].xml", include_str!("parts/content_types.xml")),
    ("_rels/.rels", include_str!("parts/package_rels.xml")),
    ("word/_rels/document.xml.rels", include_str!("parts/document_rels.xml")),
    ("word/styles.xml", include_str!("parts/styles.xml")),
    ("word/settings.xml", include_str!("parts/settings.xml")),
    ("word/fontTable.xml", include_str!("parts/font_table.xml")),
    ("word/footer1.xml", include_str!("parts/footer_odd.xml")),
    ("word/footer2.xml", include_str!("parts/footer_even.xml")),
];

/// The bytes of the file.
pub(crate) fn pack(document: &str, title: &str, meta: &Meta) -> Result<Vec<u8>, ExportError> {
    zipped(document, title, meta)
        .map_err(|error| ExportError(Message::new("export-docx-failed").text("detail", error.to_string())))
}

fn zipped(document: &str, title: &str, meta: &Meta) -> io::Result<Vec<u8>> {
    // The first moment that a zip can tell: no part has a time of its own.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(4))
        .last_modified_time(DateTime::default());
    let mut zip = ZipWriter::new(Cursor::new(Vec::with_capacity(32 * 1024)));
    let mut add = |name: &str, text: &str| -> io::Result<()> {
        zip.start_file(name, options)?;
        zip.write_all(text.as_bytes())
    };
    for (name, text) in PARTS {
        add(name, text)?;
    }
    add("word/document.xml", document)?;
    add("docProps/core.xml", &core(title, meta))?;
    add("docProps/app.xml", &app(meta))?;
    Ok(zip.finish()?.into_inner())
}

/// Title, and the date of publication where there is one.
fn core(title: &str, meta: &Meta) -> String {
    let mut xml = Xml(include_str!("parts/core_open.xml").trim_end().to_owned());
    xml.raw("<dc:title>");
    xml.text(title);
    xml.raw("</dc:title><dc:language>zh-CN</dc:language>");
    if let Some(date) = meta.date {
        for name in ["created", "modified"] {
            xml.raw(&format!("<dcterms:{name} xsi:type=\"dcterms:W3CDTF\">{date}T00:00:00Z</dcterms:{name}>"));
        }
    }
    xml.raw("</cp:coreProperties>");
    xml.0
}

fn app(meta: &Meta) -> String {
    let mut xml = Xml(include_str!("parts/app_open.xml").trim_end().to_owned());
    xml.raw("<Application>");
    xml.text(&meta.generator);
    xml.raw("</Application></Properties>");
    xml.0
}
