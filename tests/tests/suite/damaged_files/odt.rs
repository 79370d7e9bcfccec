//! A printed report as an OpenDocument text.
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::printed::{Cell, Piece, Printed};

/// The file.
pub(super) fn write(printed: &Printed) -> Vec<u8> {
    let mut body = String::new();
    for piece in &printed.0 {
        match piece {
            Piece::Paragraph(text) => body.push_str(&paragraphs(text)),
            Piece::Table(cells) => table(&mut body, cells),
        }
    }
    let content = format!(
        "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\"><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    );
    zipped(&[("mimetype", "application/vnd.oasis.opendocument.text".to_owned()), ("content.xml", content)])
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
    let rows = cells.iter().map(|cell| cell.row + cell.rows).max().unwrap_or(0);
    let columns = cells.iter().map(|cell| cell.column + cell.columns).max().unwrap_or(0);
    for row in 0..rows {
        body.push_str("<table:table-row>");
        let mut column = 0;
        while column < columns {
            let covers = |cell: &&Cell| {
                (cell.row..cell.row + cell.rows).contains(&row)
                    && (cell.column..cell.column + cell.columns).contains(&column)
            };
            match cells.iter().find(covers) {
                Some(cell) if (cell.row, cell.column) == (row, column) => write!(
                    body,
                    "<table:table-cell table:number-columns-spanned=\"{}\" table:number-rows-spanned=\"{}\">{}</table:table-cell>",
                    cell.columns,
                    cell.rows,
                    paragraphs(&cell.text)
                )
                .unwrap(),
                Some(_) => body.push_str("<table:covered-table-cell/>"),
                // A cell that is gone: those behind it move up.
                None => {}
            }
            column += 1;
        }
        body.push_str("</table:table-row>");
    }
    body.push_str("</table:table>");
}
