//! Rows of text in columns, aligned by what they take on a terminal.
use crate::width::{pad_left, pad_right, width};

/// On which side a column is filled up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Align {
    /// Text.
    Left,
    /// Numbers.
    Right,
}

/// The rows as lines; columns stand two blanks apart, and no line ends in blanks.
pub(crate) fn lines(rows: &[Vec<String>], aligns: &[Align]) -> Vec<String> {
    let widths: Vec<usize> = (0..aligns.len())
        .map(|column| rows.iter().filter_map(|row| row.get(column)).map(|text| width(text)).max().unwrap_or(0))
        .collect();
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(aligns).zip(&widths).map(|((text, align), width)| match align {
            Align::Left => pad_right(text, *width),
            Align::Right => pad_left(text, *width),
        });
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    rows.iter().map(line).collect()
}
