//! Widths of columns: equal for values, for labels by what they hold.
use gouji_export::{TableText, TextCell};
use gouji_model::LayoutKind;

/// Width of the text on the page, in twentieths of a point: 156 mm.
pub(crate) const TEXT_WIDTH: u32 = 8845;
/// Most that labels take of it, in per cent.
const LABELS: u32 = 49;
/// Width of a Chinese character in a table, with 10.5 points.
const CHARACTER: u32 = 210;
/// Left and right of the text of a cell, together, with some room: office suites round.
const MARGINS: u32 = 100;
/// A column is never narrower than so many characters.
const LEAST: u32 = 3;

/// The widths of a table's columns; their sum is [`TEXT_WIDTH`].
pub(crate) fn widths(table: &TableText<'_>) -> Vec<u32> {
    let columns = u32::from(table.columns.max(1));
    let label_columns = u32::from(table.table.label_columns.min(table.columns));
    let wanted: Vec<u32> = (0..table.table.label_columns).map(|column| wanted(table, column)).collect();
    let even = TEXT_WIDTH * label_columns / columns;
    let most = (TEXT_WIDTH * LABELS / 100).max(even);
    let labels = if label_columns == columns { TEXT_WIDTH } else { wanted.iter().sum::<u32>().clamp(even, most) };
    let mut widths = Vec::new();
    if let Some((_, before)) = wanted.split_last() {
        let before = scaled(before, labels * 2 / 3);
        widths.push(labels - before.iter().sum::<u32>());
        widths.splice(0..0, before);
    }
    let values = columns - label_columns;
    let rest = TEXT_WIDTH - widths.iter().sum::<u32>();
    widths.extend((0..values).map(|value| rest * (value + 1) / values - rest * value / values));
    widths
}

/// Whether a text stands on one line of a cell; characters of one byte take half a place.
pub(crate) fn fits(text: &str, width: u32) -> bool {
    let halves: usize = text.chars().map(|character| if character.is_ascii() { 1 } else { 2 }).sum();
    u32::try_from(halves).is_ok_and(|halves| halves.saturating_mul(CHARACTER / 2) <= width.saturating_sub(MARGINS))
}

/// Widths that together take no more than this.
fn scaled(widths: &[u32], most: u32) -> Vec<u32> {
    let sum: u32 = widths.iter().sum();
    if sum <= most { widths.to_vec() } else { widths.iter().map(|width| width * most / sum).collect() }
}

/// What the labels of one column need, when each may be broken into as many lines as it has rows.
fn wanted(table: &TableText<'_>, column: u16) -> u32 {
    let own = |cell: &&TextCell<'_>| {
        matches!(cell.kind, LayoutKind::Row(_)) && cell.column == column && cell.colspan == 1 && !cell.text.is_empty()
    };
    let characters = |cell: &TextCell<'_>| {
        let length = u32::try_from(cell.text.chars().count()).unwrap_or(u32::MAX);
        length.div_ceil(cell.rowspan.max(1).into())
    };
    let longest = table.cells.iter().filter(own).map(characters).max().unwrap_or(0);
    longest.clamp(LEAST, TEXT_WIDTH / CHARACTER) * CHARACTER + MARGINS
}
