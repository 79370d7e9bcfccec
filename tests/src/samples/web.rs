//! A printed report as a web page, alone and as a web page in one file.
use std::fmt::Write as _;

use super::carriers;
use super::odt::escaped;
use super::printed::{Piece, Printed, cells_of, size};

/// The page.
pub fn page(printed: &Printed) -> Vec<u8> {
    html(printed).into_bytes()
}

/// The page in a file of its own (mht).
pub fn archive(printed: &Printed) -> Vec<u8> {
    carriers::mht(&[carriers::Part::quoted("text/html", "utf-8", &html(printed))])
}

fn html(printed: &Printed) -> String {
    let mut out = String::from("<!DOCTYPE html><meta charset=utf-8><title>年报</title>\n");
    for piece in &printed.0 {
        match piece {
            Piece::Paragraph(text) => writeln!(out, "<p>{}</p>", escaped(text)).unwrap(),
            Piece::Table(cells) => {
                out.push_str("<table>\n");
                for row in 0..size(cells).0 {
                    out.push_str("<tr>");
                    for cell in cells_of(cells, row).into_iter().filter(|cell| cell.row == row) {
                        let text = escaped(&cell.text).replace('\n', "<br>");
                        write!(out, "<td rowspan={} colspan={}>{text}</td>", cell.rows, cell.columns).unwrap();
                    }
                    out.push_str("</tr>\n");
                }
                out.push_str("</table>\n");
            }
        }
    }
    out
}
