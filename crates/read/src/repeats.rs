//! Grids of formats without merged cells, in which a label is written again in every place that it covers.
//!
//! A label is one cell where it is repeated side by side, or line under line before labels that differ. A value that is
//! written under each column of one label stands once. Nothing else is taken for a repetition: two rows with the same
//! labels are two rows.
use gouji_model::GridCell;

/// The cells of a grid with spans; each row comes with one cell a column, short rows may end early.
pub(crate) fn spans(rows: Vec<Vec<GridCell>>) -> Vec<Vec<GridCell>> {
    let mut plan = Plan::of(&rows);
    plan.corners();
    let mut header = None;
    for row in 0..rows.len() {
        plan.labels(row);
        if plan.lines[row].header {
            header = Some(row);
        } else if let Some(header) = header {
            plan.values(row, header);
        }
    }
    let Plan { spans, .. } = plan;
    let merged = |(cells, spans): (Vec<GridCell>, Vec<Span>)| {
        let shown = cells.into_iter().zip(spans).filter_map(|(cell, span)| match span {
            Span::Covered { .. } => None,
            Span::Own => Some(cell),
            Span::Of { rows, columns } => Some(GridCell { rowspan: number(rows), colspan: number(columns), ..cell }),
        });
        shown.collect()
    };
    rows.into_iter().zip(spans).map(merged).collect()
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// What becomes of a cell.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Span {
    /// It stands for itself.
    Own,
    /// It stands for a rectangle of which it is the upper left corner.
    Of { rows: usize, columns: usize },
    /// It is part of the rectangle of another, which begins in column `from` and is so wide.
    Covered { from: usize, columns: usize },
}

/// A row as its texts show it.
struct Line<'a> {
    texts: Vec<&'a str>,
    /// Cells at its beginning that are labels.
    labels: usize,
    /// Nothing but labels after its corner: a header, or part of one.
    header: bool,
}

impl<'a> Line<'a> {
    fn of(cells: &'a [GridCell]) -> Self {
        let texts: Vec<&str> = cells.iter().map(|cell| cell.text.as_str()).collect();
        let labels = texts.iter().take_while(|text| is_label(text)).count();
        let corner = texts.iter().take_while(|text| !is_label(text)).count();
        let blank_corner = texts[..corner].iter().all(|text| text.is_empty());
        let header = blank_corner
            && texts.last().is_some_and(|last| is_label(last))
            && texts.iter().all(|text| text.is_empty() || is_label(text));
        Self { texts, labels, header }
    }
}

struct Plan<'a> {
    lines: Vec<Line<'a>>,
    spans: Vec<Vec<Span>>,
}

impl<'a> Plan<'a> {
    fn of(rows: &'a [Vec<GridCell>]) -> Self {
        let spans = rows.iter().map(|cells| vec![Span::Own; cells.len()]).collect();
        Self { lines: rows.iter().map(|cells| Line::of(cells)).collect(), spans }
    }

    fn cover(&mut self, (row, column): (usize, usize), (rows, columns): (usize, usize)) {
        if rows * columns < 2 {
            return;
        }
        for line in &mut self.spans[row..row + rows] {
            line[column..column + columns].fill(Span::Covered { from: column, columns });
        }
        self.spans[row][column] = Span::Of { rows, columns };
    }

    /// The label in the upper left corner of a header also where it is not repeated, but blanks stand in its place.
    fn corners(&mut self) {
        for row in 0..self.lines.len() {
            let first = self.lines[row].header && row.checked_sub(1).is_none_or(|above| !self.lines[above].header);
            if !first || self.lines[row].labels == 0 {
                continue;
            }
            let blanks =
                |line: &Line<'_>, from: usize| line.texts[from..].iter().take_while(|text| text.is_empty()).count();
            let columns = 1 + blanks(&self.lines[row], 1);
            let below = self.lines[row + 1..].iter();
            let rows = 1 + below.take_while(|line| line.header && blanks(line, 0) >= columns).count();
            self.cover((row, 0), (rows, columns));
        }
    }

    /// Labels of a row that are repeated to the right and below.
    fn labels(&mut self, row: usize) {
        let line = &self.lines[row];
        let end = if line.header { line.texts.len() } else { line.labels };
        let mut column = 0;
        while column < end {
            let columns = self.run(row, column, end);
            if self.spans[row][column..column + columns].iter().all(|span| *span == Span::Own)
                && is_label(self.lines[row].texts[column])
            {
                let rows = 1 + self.below(row, column, columns);
                self.cover((row, column), (rows, columns));
            }
            column += columns;
        }
    }

    /// Cells with one text from here on.
    fn run(&self, row: usize, column: usize, end: usize) -> usize {
        let texts = &self.lines[row].texts;
        texts[column..end].iter().take_while(|text| **text == texts[column]).count()
    }

    /// Rows below in which a label is repeated.
    fn below(&self, row: usize, column: usize, columns: usize) -> usize {
        let head = &self.lines[row];
        let text = head.texts[column];
        let goes_on = |pair: &&[Line<'_>]| {
            let (above, line) = (&pair[0], &pair[1]);
            let end = if line.header { line.texts.len() } else { line.labels };
            let same = line.header == head.header
                && end >= column + columns
                && line.texts[column..column + columns].iter().all(|own| *own == text)
                && line.texts[..end].get(column + columns).is_none_or(|next| *next != text)
                && (column == 0 || line.texts[column - 1] != text);
            same && (line.header || differ_after(above, line, column + columns))
        };
        self.lines[row..].windows(2).take_while(goes_on).count()
    }

    /// A value that is written under each column of one label of the header, the nearest row of labels above.
    fn values(&mut self, row: usize, header: usize) {
        let mut column = self.lines[row].labels;
        while column < self.lines[row].texts.len() {
            let columns = match self.spans[header].get(column) {
                Some(Span::Of { columns, .. }) => *columns,
                Some(Span::Covered { from, columns }) if *from == column => *columns,
                _ => 1,
            };
            let all = self.lines[row].texts.len() >= column + columns;
            if columns > 1 && all && self.run(row, column, column + columns) == columns {
                self.cover((row, column), (1, columns));
            }
            column += columns;
        }
    }
}

/// Whether two rows have the same labels before a column, and other ones from there on.
fn differ_after(head: &Line<'_>, line: &Line<'_>, column: usize) -> bool {
    let (head, line) = (&head.texts[..head.labels], &line.texts[..line.labels]);
    head[..column] == line[..column] && head[column..] != line[column..]
}

/// Whether a text is neither empty nor what stands in a cell for values: a number with its unit, a dash, a remark of
/// gouji in its place.
pub(crate) fn is_label(text: &str) -> bool {
    const UNIT: usize = 4;
    let number = |character: char| {
        character.is_ascii_digit() || ('０'..='９').contains(&character) || ".,+-/\\—–－%％＋．，".contains(character)
    };
    let rest = text.trim_start_matches(number);
    let is_number = rest.len() < text.len() && rest.chars().nth(UNIT).is_none() && !text.starts_with(['一', '.']);
    !(text.is_empty() || text == "无" || text.starts_with('〔') || (is_number && !numbers_a_label(text, rest)))
}

/// `1.其他`: a number and a point before words.
fn numbers_a_label(text: &str, rest: &str) -> bool {
    let number = &text[..text.len() - rest.len()];
    !rest.is_empty() && (number.ends_with(['.', '．']) || rest.starts_with('、'))
}
