//! Tables of GFM, with all cells that are written.
//!
//! The format has every row show as many cells as the first: what is written beyond is left out, what is missing is shown
//! blank. Here neither is done, because a number must not be lost, nor a place that was not written read as a blank one.
use std::ops::Range;

use pulldown_cmark::{Event, OffsetIter, Options, Parser, Tag, TagEnd};

use super::is_break;
use super::sniff::cells;

/// A row.
pub(super) struct Row {
    /// A line under the table that has no `|`: the format counts it to the table.
    pub(super) loose: bool,
    /// The texts of its cells and where they stand.
    pub(super) cells: Vec<(String, Range<usize>)>,
}

/// Reads to the end of a table whose head has so many columns.
pub(super) fn rows(text: &str, columns: usize, events: &mut OffsetIter<'_>) -> Vec<Row> {
    let mut rows = Vec::new();
    while let Some((event, range)) = events.next() {
        match event {
            Event::Start(Tag::TableHead | Tag::TableRow) => {
                let line = text[range.clone()].trim_end();
                let mut cells_read = row(events, 0);
                let written = cells(line);
                if written > columns {
                    cells_read = wider(line, range.start, written);
                }
                cells_read.truncate(written);
                rows.push(Row { loose: !line.contains('|'), cells: cells_read });
            }
            Event::End(TagEnd::Table) => break,
            _ => {}
        }
    }
    rows
}

/// A row that has more cells than the head of its table, read under a head that has as many.
fn wider(line: &str, start: usize, columns: usize) -> Vec<(String, Range<usize>)> {
    let head = format!("{}|\n{}|\n", "|a".repeat(columns), "|-".repeat(columns));
    let shift = head.len();
    let table = head + line;
    let mut events = Parser::new_ext(&table, Options::ENABLE_TABLES).into_offset_iter();
    let found = events.by_ref().any(|(event, _)| matches!(event, Event::Start(Tag::TableRow)));
    let mut cells = if found { row(&mut events, shift) } else { Vec::new() };
    for (_, range) in &mut cells {
        *range = range.start + start..range.end + start;
    }
    cells
}

/// Reads to the end of a row; `shift` is taken off the places.
fn row(events: &mut OffsetIter<'_>, shift: usize) -> Vec<(String, Range<usize>)> {
    let mut cells: Vec<(String, Range<usize>)> = Vec::new();
    for (event, range) in events {
        match event {
            Event::Start(Tag::TableCell) => {
                cells.push((String::new(), range.start.saturating_sub(shift)..range.end.saturating_sub(shift)));
            }
            Event::End(TagEnd::TableHead | TagEnd::TableRow) => break,
            event => {
                if let Some((text, _)) = cells.last_mut() {
                    add(text, &event);
                }
            }
        }
    }
    for (text, _) in &mut cells {
        *text = text.trim().to_owned();
    }
    cells
}

fn add(text: &mut String, event: &Event<'_>) {
    match event {
        Event::Text(piece) | Event::Code(piece) => text.push_str(piece),
        Event::InlineHtml(tag) if is_break(tag) => text.push('\n'),
        Event::SoftBreak | Event::HardBreak => text.push(' '),
        _ => {}
    }
}
