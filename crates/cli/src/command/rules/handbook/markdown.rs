//! A handbook as Markdown (GFM).
use std::fmt::Write as _;

use super::blocks::{Block, Cell};

/// The whole text.
pub(super) fn write(blocks: &[Block]) -> String {
    let mut out = String::new();
    for block in blocks {
        match block {
            Block::Heading { level, text, id } => {
                let _ = writeln!(out, "{} <a id=\"{id}\"></a>{}\n", "#".repeat(*level), escape(text));
            }
            Block::Paragraph(text) => {
                let _ = writeln!(out, "{}\n", escape(text));
            }
            Block::List(items) => {
                for item in items {
                    let _ = writeln!(out, "- {}", escape(item));
                }
                out.push('\n');
            }
            Block::Table { heads, rows } => {
                row(&mut out, heads.iter().map(|head| escape(head)));
                row(&mut out, heads.iter().map(|_| "---".to_owned()));
                for cells in rows {
                    row(&mut out, cells.iter().map(cell));
                }
                out.push('\n');
            }
        }
    }
    // One line end after the last block.
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

fn row(out: &mut String, cells: impl Iterator<Item = String>) {
    let _ = writeln!(out, "| {} |", cells.collect::<Vec<_>>().join(" | "));
}

fn cell(cell: &Cell) -> String {
    match &cell.link {
        Some(link) => format!("[{}]({link})", escape(&cell.text)),
        None => escape(&cell.text),
    }
}

/// A text that means nothing to Markdown. A leading number or sign of a list cannot occur: every text stands behind a
/// mark of its own or begins with a word.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        if matches!(character, '\\' | '`' | '*' | '_' | '<' | '>' | '[' | ']' | '|' | '#' | '~' | '&') {
            out.push('\\');
        }
        out.push(if character == '\n' { ' ' } else { character });
    }
    out
}
