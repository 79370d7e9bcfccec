//! Pipes with one cell a line.
use super::lines::Line;
use super::output::{GridBuilder, Output, Pending};
use super::shape::{is_cell, is_prose, is_title, is_value, trim};

/// What the pipes do.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Cells {
    /// `a |`: each closes a cell.
    Closed,
    /// `a`, then `|` alone: each closes a cell, which can hold several lines.
    Separated,
    /// `| a`: each stands before a cell.
    Preceded,
    /// `| a` opens a row, all others close a cell.
    OpenedWithText,
    /// `|` alone opens a row, `a |` closes a cell; where these are indented, an indented `|` closes an empty cell.
    OpenedAlone {
        /// The cells are indented.
        indented: bool,
    },
}

/// Reads grids and the paragraphs between them.
pub(super) fn read(lines: &[Line<'_>], layout: Cells, output: &mut Output<'_>) {
    let mut reader =
        Reader { layout, grid: GridBuilder::new(layout.row_ends()), pending: Pending::default(), started: false };
    for (at, line) in lines.iter().enumerate() {
        if line.pipes > 0 {
            let opens = layout.opens_row(&lines[at..]);
            reader.pipes(line, opens, output);
        } else if !line.text.is_empty() {
            reader.text(line, output);
        }
    }
    reader.end(lines, output);
}

impl Cells {
    fn row_ends(self) -> bool {
        matches!(self, Self::OpenedWithText | Self::OpenedAlone { .. })
    }

    /// Whether the first pipe of the first line opens a row.
    fn opens_row(self, lines: &[Line<'_>]) -> bool {
        let Some((line, below)) = lines.split_first() else { return false };
        match self {
            Self::OpenedWithText => line.text.strip_prefix('|').is_some_and(has_text_before_pipe),
            Self::OpenedAlone { indented: true } => line.text == "|" && line.raw.starts_with('|'),
            Self::OpenedAlone { indented: false } => line.text == "|" && is_followed_by_label(below),
            Self::Closed | Self::Separated | Self::Preceded => false,
        }
    }
}

/// Whether there is text before the next pipe.
fn has_text_before_pipe(rest: &str) -> bool {
    rest.split('|').next().is_some_and(|piece| !trim(piece).is_empty())
}

/// Whether the next text is no value.
fn is_followed_by_label(below: &[Line<'_>]) -> bool {
    let next = below.iter().find(|line| !line.is_blank());
    next.is_some_and(|line| {
        !line.text.starts_with('|') && !line.text.split('|').next().is_some_and(|first| is_value(trim(first)))
    })
}

struct Reader<'a> {
    layout: Cells,
    grid: GridBuilder,
    /// The text since the last pipe.
    pending: Pending<'a>,
    /// A pipe was seen.
    started: bool,
}

impl<'a> Reader<'a> {
    /// A line with pipes.
    fn pipes(&mut self, line: &Line<'a>, opens_row: bool, output: &mut Output<'_>) {
        for (position, piece) in line.text.split('|').enumerate() {
            let mark = (output.offset(piece).saturating_sub(1), line.number);
            match position {
                0 => {}
                1 if opens_row => self.open_row(mark, output),
                1 if self.layout == Cells::Preceded && !self.started && self.pending.is_empty() => {}
                _ => self.grid.cell(&mut self.pending, mark, output),
            }
            self.started |= position > 0;
            self.pending.push(trim(piece), line.number);
        }
    }

    /// What is pending before a row was not closed by a pipe: the last cell of the row above, or paragraphs.
    fn open_row(&mut self, mark: (usize, u32), output: &mut Output<'_>) {
        let mut above: Vec<(&str, u32)> = self.pending.take().collect();
        if !self.grid.at_row_start() && above.first().is_some_and(|(text, _)| is_cell(text)) {
            let (text, line) = above.remove(0);
            self.pending.push(text, line);
            self.grid.cell(&mut self.pending, mark, output);
        }
        self.grid.end_row();
        self.paragraphs(above, output);
    }

    /// A line without pipes: part of a cell, unless it is clearly none.
    fn text(&mut self, line: &Line<'a>, output: &mut Output<'_>) {
        let closes_cells = matches!(self.layout, Cells::Closed | Cells::OpenedAlone { .. });
        if closes_cells && self.pending.is_empty() && (is_title(line.text) || is_prose(line.text)) {
            self.paragraphs(vec![(line.text, line.number)], output);
        } else {
            self.pending.push(line.text, line.number);
        }
    }

    fn paragraphs(&mut self, texts: Vec<(&str, u32)>, output: &mut Output<'_>) {
        if !texts.is_empty() {
            self.grid.finish(output);
        }
        for (text, line) in texts {
            output.paragraph_of(text, line);
        }
    }

    /// What no pipe closes is a cell too.
    fn end(mut self, lines: &[Line<'_>], output: &mut Output<'_>) {
        if let (false, Some(last)) = (self.pending.is_empty(), lines.last()) {
            self.grid.cell(&mut self.pending, (output.offset(last.text), last.number), output);
        }
        self.grid.finish(output);
    }
}
