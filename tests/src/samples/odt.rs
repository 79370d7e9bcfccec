//! A printed report as an OpenDocument text or spreadsheet.
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::printed::{Cell, Piece, Printed, cell_at, size};

const SPACES: &str = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\"";

/// The report as a text.
pub fn text(printed: &Printed) -> Vec<u8> {
    let mut body = String::new();
    for piece in &printed.0 {
        match piece {
            Piece::Paragraph(text) => body.push_str(&paragraphs(text)),
            Piece::Table(cells) => table(&mut body, cells),
        }
    }
    package("text", &body)
}

/// The report as one sheet of a spreadsheet: paragraphs are rows of one cell.
pub fn sheet(printed: &Printed) -> Vec<u8> {
    let mut body = String::from("<table:table table:name=\"年报\">");
    for piece in &printed.0 {
        match piece {
            Piece::Paragraph(text) => write!(
                body,
                "<table:table-row><table:table-cell>{}</table:table-cell></table:table-row>",
                paragraphs(text)
            )
            .unwrap(),
            Piece::Table(cells) => rows(&mut body, cells, "<table:table-cell/>"),
        }
    }
    package("spreadsheet", &(body + "</table:table>"))
}

fn package(kind: &str, body: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content {SPACES}><office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
    );
    zipped(&[("mimetype", format!("application/vnd.oasis.opendocument.{kind}")), ("content.xml", content)])
}

/// Files in a zip, not compressed.
pub(super) fn zipped(files: &[(&str, String)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, content) in files {
        zip.start_file(*name, stored).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A text as XML.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

fn paragraphs(text: &str) -> String {
    format!("<text:p>{}</text:p>", escaped(text).replace('\n', "</text:p><text:p>"))
}

fn table(body: &mut String, cells: &[Cell]) {
    body.push_str("<table:table>");
    // Those behind a cell that is gone move up.
    rows(body, cells, "");
    body.push_str("</table:table>");
}

/// Writes the rows of a table, with `gone` in the place of a cell that is not there.
fn rows(body: &mut String, cells: &[Cell], gone: &str) {
    let (rows, columns) = size(cells);
    for row in 0..rows {
        body.push_str("<table:table-row>");
        for column in 0..columns {
            match cell_at(cells, row, column) {
                Some(cell) if (cell.row, cell.column) == (row, column) => write!(
                    body,
                    "<table:table-cell table:number-columns-spanned=\"{}\" table:number-rows-spanned=\"{}\">{}</table:table-cell>",
                    cell.columns,
                    cell.rows,
                    paragraphs(&cell.text)
                )
                .unwrap(),
                Some(_) => body.push_str("<table:covered-table-cell/>"),
                None => body.push_str(gone),
            }
        }
        body.push_str("</table:table-row>");
    }
}
