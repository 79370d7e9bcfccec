//! A printed report as a Word file.
use std::fmt::Write as _;

use super::odt::{escaped, zipped};
use super::printed::{Cell, Piece, Printed, cells_of, size};

const PACKAGES: &str = "http://schemas.openxmlformats.org/package/2006";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
const SPACE: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The file.
pub fn text(printed: &Printed) -> Vec<u8> {
    let mut body = String::new();
    for piece in &printed.0 {
        match piece {
            Piece::Paragraph(text) => body.push_str(&paragraph(text)),
            Piece::Table(cells) => table(&mut body, cells),
        }
    }
    let types = format!("<Types xmlns=\"{PACKAGES}/content-types\"/>");
    let roots = format!(
        "<Relationships xmlns=\"{PACKAGES}/relationships\"><Relationship Id=\"rId1\" Type=\"{OFFICE}\" Target=\"word/document.xml\"/></Relationships>"
    );
    let document = format!("<w:document xmlns:w=\"{SPACE}\"><w:body>{body}</w:body></w:document>");
    zipped(&[("[Content_Types].xml", types), ("_rels/.rels", roots), ("word/document.xml", document)])
}

fn paragraph(text: &str) -> String {
    let text = escaped(text).replace('\n', "</w:t><w:br/><w:t>");
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

/// A merged cell stands in each of its rows: with its text in the first, as its continuation below.
fn table(body: &mut String, cells: &[Cell]) {
    body.push_str("<w:tbl>");
    for row in 0..size(cells).0 {
        body.push_str("<w:tr>");
        for cell in cells_of(cells, row) {
            let (merge, text) = match cell.rows {
                1 => ("", &*cell.text),
                _ if cell.row == row => ("<w:vMerge w:val=\"restart\"/>", &*cell.text),
                _ => ("<w:vMerge/>", ""),
            };
            let (span, text) = (cell.columns, paragraph(text));
            write!(body, "<w:tc><w:tcPr><w:gridSpan w:val=\"{span}\"/>{merge}</w:tcPr>{text}</w:tc>").unwrap();
        }
        body.push_str("</w:tr>");
    }
    body.push_str("</w:tbl>");
}
