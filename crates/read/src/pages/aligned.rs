//! Tables without lines: text that stands in columns over several lines.
//!
//! Only what is certain becomes a grid: columns with clear gutters between them, and rows with clear gaps. All else
//! stays text with its gaps as blanks, which says less and claims nothing.
use super::cells::Area;
use super::flow::PlacedLine;
use super::geometry::Rect;
use super::lines::{COLUMN_GAP, Line};
use super::tables::{Cell, Table};

/// Lines that a table must have at least.
const LEAST_LINES: usize = 3;
/// Columns that a table must have at least.
const LEAST_COLUMNS: usize = 3;
/// A gap between lines, in terms of the smallest one, that separates rows.
const ROW_GAP: f64 = 1.25;
/// Lines further apart than this, in sizes of the font, are not of one table.
const NEAR: f64 = 4.0;

/// A line cut at its wide gaps.
struct Cut<'l, 'a> {
    line: &'l PlacedLine<'a>,
    pieces: Vec<Line<'a>>,
}

/// How many lines at the head may be a table: they stand close together on one page, from a line in columns to the
/// last such line, and none runs on over the columns of the line before it.
pub(super) fn extent(lines: &[PlacedLine<'_>]) -> usize {
    let mut extent = 0;
    let mut second = f64::NEG_INFINITY;
    for (number, line) in lines.iter().enumerate() {
        let near = number.checked_sub(1).and_then(|before| lines.get(before)).is_none_or(|before| {
            before.page == line.page && line.line.rect.bottom - before.line.rect.bottom < NEAR * line.line.size
        });
        if !near {
            break;
        }
        match &line.line.pieces()[..] {
            [_, next, ..] => {
                extent = number + 1;
                second = next.rect.left;
            }
            _ if line.line.rect.right > second => break,
            _ => {}
        }
    }
    extent
}

/// Lines as a table, if they surely are one.
pub(super) fn table(lines: &[PlacedLine<'_>]) -> Option<Table> {
    if lines.len() < LEAST_LINES {
        return None;
    }
    let cuts: Vec<Cut<'_, '_>> = lines.iter().map(|line| Cut { line, pieces: line.line.pieces() }).collect();
    let columns = columns(&cuts)?;
    let mut table = Table {
        page: cuts[0].line.page,
        outline: cuts.iter().fold(Rect::NOTHING, |rect, cut| rect.with(cut.line.line.rect)),
        columns: columns.iter().map(|(left, _)| *left).collect(),
        rows: 0,
        cells: Vec::new(),
    };
    for row in rows(&cuts) {
        add_row(&mut table, row, &columns)?;
    }
    Some(table)
}

/// Left and right end of each column, from the lines that have text in all of them; between columns there is a gutter
/// in all lines.
fn columns(cuts: &[Cut<'_, '_>]) -> Option<Vec<(f64, f64)>> {
    let most = cuts.iter().map(|cut| cut.pieces.len()).max().filter(|most| *most >= LEAST_COLUMNS)?;
    let full = || cuts.iter().filter(|cut| cut.pieces.len() == most);
    if full().count() < LEAST_LINES - 1 {
        return None;
    }
    let mut columns = vec![(f64::INFINITY, f64::NEG_INFINITY); most];
    for cut in full() {
        for (column, piece) in columns.iter_mut().zip(&cut.pieces) {
            *column = (column.0.min(piece.rect.left), column.1.max(piece.rect.right));
        }
    }
    let size = cuts[0].line.line.size;
    columns.windows(2).all(|pair| pair[1].0 - pair[0].1 >= 0.5 * COLUMN_GAP * size).then_some(columns)
}

/// The lines of each row.
fn rows<'c, 'l, 'a>(cuts: &'c [Cut<'l, 'a>]) -> Vec<&'c [Cut<'l, 'a>]> {
    let gap = |pair: &[Cut<'_, '_>]| pair[1].line.line.rect.bottom - pair[0].line.line.rect.bottom;
    if cuts.iter().all(|cut| cut.pieces.len() > 1) {
        return cuts.chunks(1).collect();
    }
    let least = cuts.windows(2).map(gap).fold(f64::INFINITY, f64::min);
    cuts.chunk_by(|above, below| below.line.line.rect.bottom - above.line.line.rect.bottom <= ROW_GAP * least).collect()
}

/// Adds a row; `None` where a piece does not stand in one column, or where a column but the first has two numbers.
fn add_row(table: &mut Table, lines: &[Cut<'_, '_>], columns: &[(f64, f64)]) -> Option<()> {
    let mut cells: Vec<Cell> = Vec::new();
    let page = table.page;
    let rect = lines.iter().fold(Rect::NOTHING, |rect, cut| rect.with(cut.line.line.rect));
    for (column, (left, right)) in columns.iter().copied().enumerate() {
        let area = Area { row: table.rows, column, rows: 1, columns: 1 };
        let rect = Rect { left, right, ..rect };
        cells.push(Cell { area, rect, page, text: String::new(), rejoined: false, full: false });
    }
    for piece in lines.iter().flat_map(|cut| &cut.pieces) {
        let touches = |(left, right): &(f64, f64)| piece.rect.left < *right && piece.rect.right > *left;
        let mut under = columns.iter().enumerate().filter(|(_, column)| touches(column));
        let (Some((column, _)), None) = (under.next(), under.next()) else { return None };
        let text = piece.cell_text();
        let cell = &mut cells[column];
        let number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if !cell.text.is_empty() {
            if number(&cell.text) || number(&text) {
                return None;
            }
            cell.text.push('\n');
        }
        cell.text.push_str(&text);
    }
    table.cells.extend(cells);
    table.rows += 1;
    Some(())
}
