//! Pipes with one row a line: `a | b |`, `| a | b |`, `a | b`.
use super::lines::Line;
use super::output::{GridBuilder, Output, Pending};
use super::shape::{is_prose, is_ruler, is_title, trim};

/// The most lines over which one row may be broken.
const LINES_IN_ROW: usize = 12;

/// What the rows have in common.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Rows {
    /// Rows begin with a pipe; where they do not, a pipe at the beginning closes an empty cell.
    pub(super) leading: bool,
    /// Rows end with a pipe; one that does not goes on below.
    pub(super) closed: bool,
}

/// Reads grids and the paragraphs between them.
pub(super) fn read(lines: &[Line<'_>], layout: Rows, output: &mut Output<'_>) {
    let mut grid = GridBuilder::new(true);
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let length = if line.pipes > 0 { row_length(&lines[at..], layout) } else { 1 };
        if line.pipes > 0 {
            row(&lines[at..at + length], layout, &mut grid, output);
        } else if !line.text.is_empty() {
            grid.finish(output);
            output.paragraph(line);
        }
        at += length;
    }
    grid.finish(output);
}

/// Lines of the row at the head of the lines: one, unless it is broken within a cell.
fn row_length(lines: &[Line<'_>], layout: Rows) -> usize {
    if !layout.closed {
        return 1;
    }
    let goes_on = |line: &Line<'_>| {
        let opens_another = layout.leading && line.text.starts_with('|');
        !line.text.is_empty() && !opens_another && !is_prose_between(line)
    };
    for (at, line) in lines.iter().enumerate().take(LINES_IN_ROW) {
        if at > 0 && !goes_on(line) {
            return 1;
        }
        if line.text.ends_with('|') {
            return at + 1;
        }
    }
    1
}

fn is_prose_between(line: &Line<'_>) -> bool {
    line.pipes == 0 && (is_title(line.text) || is_prose(line.text))
}

fn row(lines: &[Line<'_>], layout: Rows, grid: &mut GridBuilder, output: &Output<'_>) {
    if lines.iter().all(|line| is_ruler(line.text)) {
        return;
    }
    let mut pending = Pending::default();
    for (position, line) in lines.iter().enumerate() {
        let skip = usize::from(position == 0 && layout.leading && line.text.starts_with('|'));
        for (number, piece) in line.text.split('|').enumerate().skip(skip) {
            // A pipe stands before each piece but the first; it closes what came before.
            if number > skip {
                grid.cell(&mut pending, (output.offset(piece) - 1, line.number), output);
            }
            pending.push(trim(piece), line.number);
        }
    }
    if let (false, Some(last)) = (pending.is_empty(), lines.last()) {
        grid.cell(&mut pending, (output.offset(last.text), last.number), output);
    }
    grid.end_row();
}
