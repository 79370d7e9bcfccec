//! A table of the form as tables of GFM, which know no merged cells and one header row.
//!
//! Under each caption stands a table of its own. A label is repeated in every line and column that it covers, so that
//! each number has its labels and no place for a label is blank, which a reader could take for a value; a value stands
//! once.
use gouji_export::{TableText, TextCell};
use gouji_model::LayoutKind;

use crate::escape::inline;

/// Writes a table.
pub(crate) fn write(table: &TableText<'_>, out: &mut String) {
    for band in bands(table) {
        let mut cells = band;
        if let Some((TextCell { kind: LayoutKind::Caption(_), text, .. }, rest)) = band.split_first() {
            out.extend(["**", &inline(text), "**\n\n"]);
            cells = rest;
        }
        if !cells.is_empty() {
            write_band(cells, out);
        }
    }
}

/// The cells between captions, each caption with those below it.
fn bands<'t>(table: &'t TableText<'_>) -> impl Iterator<Item = &'t [TextCell<'t>]> {
    table.cells.chunk_by(|_, next| !matches!(next.kind, LayoutKind::Caption(_)))
}

fn write_band(cells: &[TextCell<'_>], out: &mut String) {
    let columns = starts(cells.iter().map(|cell| cell.column));
    let rows = starts(cells.iter().map(|cell| cell.row));
    let mut grid = vec![""; columns.len() * rows.len()];
    let mut is_value = vec![false; columns.len()];
    let texts: Vec<_> = cells.iter().map(|cell| inline(&cell.text)).collect();
    for (cell, text) in cells.iter().zip(&texts) {
        let (down, across) = match cell.kind {
            LayoutKind::Row(_) | LayoutKind::Column(_) => (cell.rowspan, cell.colspan),
            LayoutKind::Caption(_) | LayoutKind::Corner(_) | LayoutKind::Value(_) => (1, 1),
        };
        let column_range = covered(&columns, cell.column, across);
        if matches!(cell.kind, LayoutKind::Value(_)) {
            is_value[column_range.start] = true;
        }
        for row in covered(&rows, cell.row, down) {
            grid[row * columns.len()..][column_range.clone()].fill(text);
        }
    }
    for (row, texts) in grid.chunks(columns.len()).enumerate() {
        line(texts.iter().copied(), out);
        if row == 0 {
            line(is_value.iter().map(|is_value| if *is_value { "---:" } else { "---" }), out);
        }
    }
    out.push('\n');
}

/// The rows or columns at which a cell begins, in order: those that a table needs to have.
fn starts(places: impl Iterator<Item = u16>) -> Vec<u16> {
    let mut places: Vec<u16> = places.collect();
    places.sort_unstable();
    places.dedup();
    places
}

/// Which of the places a span covers.
fn covered(places: &[u16], first: u16, span: u16) -> std::ops::Range<usize> {
    places.partition_point(|place| *place < first)..places.partition_point(|place| *place < first + span)
}

/// Writes a line of a table.
pub(crate) fn line<'a>(texts: impl Iterator<Item = &'a str>, out: &mut String) {
    out.push('|');
    for text in texts {
        out.push(' ');
        out.push_str(text);
        out.push_str(" |");
    }
    out.push('\n');
}
