//! A small writer of Word files: parts as strings, zipped.
use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const SPACES: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math""#;

/// The parts of a file.
#[derive(Clone)]
pub(crate) struct Parts(Vec<(String, Vec<u8>)>);

/// A file with a body and what a file must have.
pub(crate) fn body(content: &str) -> Parts {
    let types = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"#;
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let packages = "http://schemas.openxmlformats.org/package/2006/relationships";
    let roots = format!(
        r#"<Relationships xmlns="{packages}"><Relationship Id="rId1" Type="{office}/officeDocument" Target="word/document.xml"/></Relationships>"#
    );
    let related = format!(
        r#"<Relationships xmlns="{packages}"><Relationship Id="rId1" Type="{office}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="{office}/numbering" Target="/word/numbering.xml"/><Relationship Id="rId9" Type="{office}/aFChunk" Target="../chunks/附表.mht"/></Relationships>"#
    );
    Parts(Vec::new())
        .with("[Content_Types].xml", types)
        .with("_rels/.rels", &roots)
        .with("word/_rels/document.xml.rels", &related)
        .document(&format!("<w:document {SPACES}><w:body>{content}</w:body></w:document>"))
}

impl Parts {
    /// With this main part.
    pub(crate) fn document(self, xml: &str) -> Self {
        self.with("word/document.xml", xml)
    }

    /// With these lists.
    pub(crate) fn numbering(self, content: &str) -> Self {
        self.with("word/numbering.xml", format!("<w:numbering {SPACES}>{content}</w:numbering>"))
    }

    /// With these styles.
    pub(crate) fn styles(self, content: &str) -> Self {
        self.with("word/styles.xml", format!("<w:styles {SPACES}>{content}</w:styles>"))
    }

    /// With a part, in place of one of the same name.
    pub(crate) fn with(mut self, name: &str, content: impl AsRef<[u8]>) -> Self {
        self.0.retain(|(other, _)| other != name);
        self.0.push((name.to_owned(), content.as_ref().to_vec()));
        self
    }

    /// Without a part.
    pub(crate) fn without(mut self, name: &str) -> Self {
        self.0.retain(|(other, _)| other != name);
        self
    }

    /// The file.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default();
        for (name, content) in &self.0 {
            zip.start_file(name.as_str(), options).unwrap();
            zip.write_all(content).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }
}

/// A paragraph with one run.
pub(crate) fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

/// A paragraph in a list.
pub(crate) fn item(instance: u32, level: u32, text: &str) -> String {
    format!(
        r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{instance}"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"#
    )
}

/// A cell with properties and content.
pub(crate) fn cell(properties: &str, content: &str) -> String {
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>")
}

/// A table of plain cells.
pub(crate) fn table(rows: &[&[&str]]) -> String {
    let row = |cells: &&[&str]| tr(&cells.iter().map(|text| cell("", &p(text))).collect::<String>());
    tbl(&rows.iter().map(row).collect::<String>())
}

/// A table of rows.
pub(crate) fn tbl(rows: &str) -> String {
    format!("<w:tbl><w:tblPr/><w:tblGrid/>{rows}</w:tbl>")
}

/// A row of cells.
pub(crate) fn tr(cells: &str) -> String {
    format!("<w:tr>{cells}</w:tr>")
}
