//! Where `|` draws grids, and in which of its layouts.
//!
//! A cluster is a run of lines with `|` and of what may stand inside their cells. The layout is told by the cluster as a
//! whole: one row a line (`a | b |`), or one cell a line (`a |`; `a` and a lone `|`), where a `|` at the beginning of a
//! line may open a row (`| a`).
use super::cells::{self, Cells};
use super::lines::Line;
use super::output::Output;
use super::rows::{self, Rows};
use super::shape::{is_prose, is_value, trim};

/// The most lines of text between two pipes that can be one cell.
const LINES_IN_CELL: usize = 8;

/// Lines that hang together by pipes.
pub(super) struct Cluster {
    /// Its first line.
    pub(super) first: usize,
    /// Its last line.
    pub(super) last: usize,
    layout: Layout,
}

/// How `|` is used.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Layout {
    Rows(Rows),
    Cells(Cells),
}

impl Cluster {
    /// Reads the cluster's grids, and the paragraphs between them.
    pub(super) fn read(&self, lines: &[Line<'_>], output: &mut Output<'_>) {
        let lines = &lines[self.first..=self.last];
        match self.layout {
            Layout::Rows(layout) => rows::read(lines, layout, output),
            Layout::Cells(layout) => cells::read(lines, layout, output),
        }
    }
}

/// All clusters in order.
pub(super) fn clusters(lines: &[Line<'_>]) -> Vec<Cluster> {
    let mut clusters: Vec<Cluster> = Vec::new();
    let mut at = 0;
    while let Some(first) = lines[at..].iter().position(|line| line.pipes > 0).map(|found| at + found) {
        let last = last_of(lines, first);
        let free = clusters.last().map_or(0, |cluster| cluster.last + 1);
        at = last + 1;
        clusters.extend(cluster(lines, free, first, last));
        at = clusters.last().map_or(at, |cluster| at.max(cluster.last + 1));
    }
    clusters
}

/// The last line with a pipe that can be reached through cells.
fn last_of(lines: &[Line<'_>], first: usize) -> usize {
    let mut last = first;
    let mut between = 0;
    for (at, line) in lines.iter().enumerate().skip(first + 1) {
        if line.pipes > 0 {
            // `来源：县民政局 | 时间：1月10日` above a table is none of its rows.
            if between > 0 && is_open(line) != is_open(&lines[last]) {
                break;
            }
            (last, between) = (at, 0);
        } else if !line.text.is_empty() {
            between += 1;
            if between > LINES_IN_CELL || line.tabs > 0 || is_too_long(line.text) {
                break;
            }
        }
    }
    last
}

/// Pipes stand only between words.
fn is_open(line: &Line<'_>) -> bool {
    !line.text.starts_with('|') && !line.text.ends_with('|')
}

/// Too long for anything that stands in a cell of a report.
fn is_too_long(text: &str) -> bool {
    text.chars().nth(80).is_some()
}

fn cluster(lines: &[Line<'_>], free: usize, first: usize, last: usize) -> Option<Cluster> {
    let survey = Survey::of(&lines[first..=last]);
    match survey.layout()? {
        layout @ Layout::Cells(Cells::Separated) => {
            Some(Cluster { first: label_before(lines, free, first), last: value_after(lines, last), layout })
        }
        layout @ Layout::Cells(Cells::Closed) => Some(Cluster { first, last: value_after(lines, last), layout }),
        layout => Some(Cluster { first, last, layout }),
    }
}

/// Where pipes stand alone between cells, the first cell is the line above the first of them.
fn label_before(lines: &[Line<'_>], free: usize, first: usize) -> usize {
    let above = lines[free..first].iter().rposition(|line| !line.is_blank()).map(|found| free + found);
    match above {
        Some(above) if lines[first].text == "|" => {
            let line = &lines[above];
            if line.tabs > 0 || is_prose(line.text) { first } else { above }
        }
        _ => first,
    }
}

/// Where each cell has lines of its own, the last may be a value below the last pipe.
fn value_after(lines: &[Line<'_>], last: usize) -> usize {
    match lines.get(last + 1) {
        Some(line) if lines[last].text.ends_with('|') && line.pipes == 0 && is_value(line.text) => last + 1,
        _ => last,
    }
}

/// How often the lines of a cluster have which shape. Lines with pipes and text are told apart by the number of pieces
/// of text and by what stands at their ends.
#[derive(Default)]
struct Survey {
    /// `a | b`: several pieces.
    several: usize,
    /// `a |`: one piece.
    cell: usize,
    /// `| a`: one piece behind a pipe.
    opening: usize,
    /// `| a |`: one piece between pipes.
    boxed: usize,
    /// `|`: no text.
    bare: usize,
    /// Text without a pipe.
    loose: usize,
    /// Lines with text that begin with a pipe.
    leading: usize,
    /// Lines with text that end with a pipe.
    closed: usize,
    /// Lines `a |` with blanks before.
    indented: usize,
    pipes: usize,
    /// The first line has text behind a pipe and no other pipe.
    first_is_opening: bool,
    /// The first line is a lone pipe.
    first_is_bare: bool,
}

impl Survey {
    fn of(lines: &[Line<'_>]) -> Self {
        let mut survey = Self::default();
        for (position, line) in lines.iter().enumerate() {
            if line.pipes > 0 {
                survey.add(line, position == 0);
            } else {
                survey.loose += usize::from(!line.text.is_empty());
            }
        }
        survey
    }

    fn add(&mut self, line: &Line<'_>, is_first: bool) {
        self.pipes += line.pipes as usize;
        let (leads, closes) = (line.text.starts_with('|'), line.text.ends_with('|'));
        let pieces = line.text.split('|').filter(|piece| !trim(piece).is_empty()).take(2).count();
        if pieces == 0 {
            self.bare += 1;
            self.first_is_bare |= is_first && line.pipes == 1;
            return;
        }
        self.leading += usize::from(leads);
        self.closed += usize::from(closes);
        match (pieces, leads, closes) {
            (1, false, _) => {
                self.cell += 1;
                self.indented += usize::from(line.raw.starts_with(char::is_whitespace));
            }
            (1, true, false) => {
                self.opening += 1;
                self.first_is_opening |= is_first;
            }
            (1, true, true) => self.boxed += 1,
            _ => self.several += 1,
        }
    }

    /// The layout; none where pipes draw no grid.
    fn layout(&self) -> Option<Layout> {
        let written = self.written();
        if self.is_prose() {
            return None;
        }
        if self.row_per_line() {
            return Some(Layout::Rows(Rows {
                leading: self.leading * 2 >= written,
                closed: self.closed * 4 >= written * 3,
            }));
        }
        Some(Layout::Cells(if self.opens_rows_with_text() {
            Cells::OpenedWithText
        } else if self.opening > self.closing_pipes() {
            Cells::Preceded
        } else if self.cell < self.loose {
            Cells::Separated
        } else if self.first_is_bare {
            Cells::OpenedAlone { indented: self.indented * 2 >= self.cell }
        } else {
            Cells::Closed
        }))
    }

    /// Lines with pipes and text.
    fn written(&self) -> usize {
        self.several + self.cell + self.opening + self.boxed
    }

    /// A single line of text in which pipes stand between words.
    fn is_prose(&self) -> bool {
        self.written() == 1 && self.bare == 0 && self.leading + self.closed == 0
    }

    /// In a blank form only a few rows have several pieces of text.
    fn row_per_line(&self) -> bool {
        let all = self.written() + self.bare + self.loose;
        (self.several > 0 && self.several * 8 >= all) || (self.boxed > 0 && self.boxed == self.written())
    }

    fn closing_pipes(&self) -> usize {
        self.pipes - self.opening
    }

    fn opens_rows_with_text(&self) -> bool {
        let told = self.opening >= 3 || (self.first_is_opening && self.opening > 0);
        told && self.closing_pipes() >= self.opening
    }
}
