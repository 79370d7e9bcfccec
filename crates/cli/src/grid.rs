//! A table with spans, drawn in characters.
use crate::width::{width, wrap};

/// A rectangle of a table and the text in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Rectangle {
    /// Upper row.
    pub(crate) row: usize,
    /// Left column.
    pub(crate) column: usize,
    /// Rows covered, at least 1.
    pub(crate) rowspan: usize,
    /// Columns covered, at least 1.
    pub(crate) colspan: usize,
    /// What stands in it.
    pub(crate) text: String,
    /// Whether it is a number, and stands on the right.
    pub(crate) is_number: bool,
}

/// Draws rectangles that cover a table without overlap; no column is wider than `widest`.
pub(crate) fn draw(columns: usize, rows: usize, rectangles: &[Rectangle], widest: usize) -> Vec<String> {
    let widths = column_widths(columns, rectangles, widest);
    let texts: Vec<Vec<String>> = rectangles.iter().map(|own| wrap(&own.text, inner(&widths, own))).collect();
    let heights = row_heights(rows, rectangles, &texts);
    let mut canvas = Canvas::new(widths, heights);
    for (rectangle, text) in rectangles.iter().zip(&texts) {
        canvas.frame(rectangle);
        canvas.write(rectangle, text);
    }
    canvas.lines()
}

/// Columns of the terminal that text in a rectangle may take; borders and blanks between columns count.
fn inner(widths: &[usize], rectangle: &Rectangle) -> usize {
    let own = &widths[rectangle.column..rectangle.column + rectangle.colspan];
    own.iter().sum::<usize>() + 3 * (rectangle.colspan - 1)
}

fn column_widths(columns: usize, rectangles: &[Rectangle], widest: usize) -> Vec<usize> {
    let mut widths = vec![2; columns];
    for own in rectangles.iter().filter(|own| own.colspan == 1) {
        let natural = own.text.lines().map(width).max().unwrap_or(0);
        widths[own.column] = widths[own.column].max(natural.min(widest));
    }
    widths
}

fn row_heights(rows: usize, rectangles: &[Rectangle], texts: &[Vec<String>]) -> Vec<usize> {
    let mut heights = vec![1; rows];
    for (own, text) in rectangles.iter().zip(texts).filter(|(own, _)| own.rowspan == 1) {
        heights[own.row] = heights[own.row].max(text.len());
    }
    for (own, text) in rectangles.iter().zip(texts).filter(|(own, _)| own.rowspan > 1) {
        let range = own.row..own.row + own.rowspan;
        let room = heights[range.clone()].iter().sum::<usize>() + own.rowspan - 1;
        heights[range.end - 1] += text.len().saturating_sub(room);
    }
    heights
}

/// Which borders run through a point, as a set of these.
const UP: u8 = 1;
const DOWN: u8 = 2;
const LEFT: u8 = 4;
const RIGHT: u8 = 8;
/// The character for each set of borders.
const BORDERS: [char; 16] = [' ', '│', '│', '│', '─', '┘', '┐', '┤', '─', '└', '┌', '├', '─', '┴', '┬', '┼'];

/// One place of the drawing.
#[derive(Clone, Copy)]
enum Spot {
    Border(u8),
    Text(char),
    /// The right half of a wide character.
    Covered,
}

/// Lines of places, each one column of the terminal wide.
struct Canvas {
    spots: Vec<Vec<Spot>>,
    /// Where the borders of columns stand, from the left edge to the right.
    across: Vec<usize>,
    /// Where the borders of rows stand.
    down: Vec<usize>,
}

impl Canvas {
    fn new(widths: Vec<usize>, heights: Vec<usize>) -> Self {
        let edges = |sizes: Vec<usize>, gap: usize| -> Vec<usize> {
            let ends = sizes.into_iter().scan(0, |end, size| {
                *end += size + gap;
                Some(*end)
            });
            std::iter::once(0).chain(ends).collect()
        };
        let (across, down) = (edges(widths, 3), edges(heights, 1));
        let (width, height) = (across.last().unwrap_or(&0) + 1, down.last().unwrap_or(&0) + 1);
        Self { spots: vec![vec![Spot::Border(0); width]; height], across, down }
    }

    /// Draws the border around a rectangle.
    fn frame(&mut self, own: &Rectangle) {
        let (left, right) = (self.across[own.column], self.across[own.column + own.colspan]);
        let (top, bottom) = (self.down[own.row], self.down[own.row + own.rowspan]);
        for line in [top, bottom] {
            for column in left..right {
                self.border(line, column, RIGHT);
                self.border(line, column + 1, LEFT);
            }
        }
        for column in [left, right] {
            for line in top..bottom {
                self.border(line, column, DOWN);
                self.border(line + 1, column, UP);
            }
        }
    }

    fn border(&mut self, line: usize, column: usize, side: u8) {
        if let Spot::Border(sides) = &mut self.spots[line][column] {
            *sides |= side;
        }
    }

    /// Writes lines of text into a rectangle.
    fn write(&mut self, own: &Rectangle, text: &[String]) {
        for (offset, line) in text.iter().enumerate() {
            let (left, right) = (self.across[own.column] + 2, self.across[own.column + own.colspan] - 1);
            let mut column = if own.is_number { right.saturating_sub(width(line)).max(left) } else { left };
            for char in line.chars() {
                let spots = &mut self.spots[self.down[own.row] + 1 + offset];
                spots[column] = Spot::Text(char);
                let wide = width(char.encode_utf8(&mut [0; 4]));
                spots[column + 1..column + wide.max(1)].fill(Spot::Covered);
                column += wide.max(1);
            }
        }
    }

    fn lines(&self) -> Vec<String> {
        let line = |spots: &Vec<Spot>| {
            let chars = spots.iter().filter_map(|spot| match spot {
                Spot::Border(sides) => Some(BORDERS[usize::from(*sides)]),
                Spot::Text(char) => Some(*char),
                Spot::Covered => None,
            });
            chars.collect::<String>().trim_end().to_owned()
        };
        self.spots.iter().map(line).collect()
    }
}
