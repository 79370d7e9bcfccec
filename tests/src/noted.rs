//! What damaged documents may do to values: a number may be lost or stand elsewhere only with a note about its table.
use std::ops::RangeInclusive;

use gouji_model::{Note, Origin, Place};

use crate::{Difference, ReadReport, Truth};

/// Rows or lines before and behind a table's values that belong to it, as its header does.
const ROWS: i64 = 6;
/// The same where each cell may have a line of its own.
const LINES: i64 = 40;
/// The same in points of a page.
const POINTS: i64 = 120;

/// The differences from the truth about whose tables no note was made: numbers that stand where others belong, and values
/// that were not found. A blank and a text that is no number say themselves what was read.
pub fn silent_differences(read: &ReadReport<'_>, truth: &Truth) -> Vec<Difference> {
    let mut differences = truth.differences(read.form(), &read.report);
    differences.retain(|difference| difference.found.as_deref().is_none_or(is_number));
    differences.retain(|difference| !is_noted(read, &difference.cell));
    differences
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

/// Whether a note tells of the table of a cell. Of a table in which nothing was found, that alone is a finding.
fn is_noted(read: &ReadReport<'_>, cell: &str) -> bool {
    let prefix = cell.split('.').next().unwrap_or_default();
    let of_table = |id: &str| id.split('.').next() == Some(prefix);
    let own = read.form().cells.iter().zip(&read.report.cells).filter(|(spec, _)| of_table(&spec.id));
    let extra = read.report.extra.iter().filter(|(id, _)| of_table(id)).map(|(_, cell)| cell);
    let places: Vec<(u32, i64, i64)> =
        own.map(|(_, cell)| cell).chain(extra).filter_map(|cell| height(cell.origin.as_ref()?)).collect();
    let about = |note: &Note| note.origin.as_ref().and_then(height).is_some_and(|place| holds(&places, place));
    places.is_empty() || read.report.notes.iter().any(about)
}

/// Where something stands from the top: in which table or on which page, its row, and how far from it others may be.
fn height(origin: &Origin) -> Option<(u32, i64, i64)> {
    Some(match &origin.place {
        Place::Line { line } => (0, i64::from(*line), LINES),
        Place::Paragraph { .. } => return None,
        Place::Table { table, row, .. } => (*table, i64::from(*row), ROWS),
        Place::Sheet { cell, .. } => {
            (0, cell.trim_start_matches(|letter: char| letter.is_ascii_alphabetic()).parse().ok()?, ROWS)
        }
        Place::Page { page, rectangle } => (*page, i64::from(rectangle[1]), POINTS),
    })
}

fn holds(places: &[(u32, i64, i64)], (part, at, margin): (u32, i64, i64)) -> bool {
    let rows = places.iter().filter(|place| place.0 == part).map(|place| place.1);
    let range = |rows: Vec<i64>| -> Option<RangeInclusive<i64>> {
        Some(rows.iter().min()? - margin..=rows.iter().max()? + margin)
    };
    range(rows.collect()).is_some_and(|range| range.contains(&at))
}
