//! The cells that ruling lines draw.
use super::geometry::Rect;
use super::page::Segment;
use super::rulings::{Frame, SNAP};

/// Elementary cells of one table; more are no table.
const MOST: usize = 20_000;

/// A table without its text: edges, and cells between them.
#[derive(Clone, Debug)]
pub(super) struct Lattice {
    /// Edges of the columns, from the left.
    pub(super) columns: Vec<f64>,
    /// Edges of the rows, from the top.
    pub(super) rows: Vec<f64>,
    /// The cells by row and column of their upper left corner.
    pub(super) cells: Vec<Area>,
    /// For each elementary cell, by rows, the cell that covers it.
    covers: Vec<usize>,
}

/// A cell: the elementary rows and columns that it covers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Area {
    pub(super) row: usize,
    pub(super) column: usize,
    pub(super) rows: usize,
    pub(super) columns: usize,
}

impl Lattice {
    /// The cells of a frame; `None` where it has only one.
    pub(super) fn of(frame: &Frame) -> Option<Self> {
        let rect = frame.rect();
        let columns = edges(frame.vertical.iter().map(|line| line.at), rect.left, rect.right);
        let rows = edges(frame.horizontal.iter().map(|line| line.at), rect.top, rect.bottom);
        let (across, down) = (columns.len().checked_sub(1)?, rows.len().checked_sub(1)?);
        if across * down < 2 || across * down > MOST {
            return None;
        }
        let right_walls = walls(&frame.vertical, &columns, &rows);
        let lower_walls = walls(&frame.horizontal, &rows, &columns);
        let mut lattice = Self { columns, rows, cells: Vec::new(), covers: vec![usize::MAX; across * down] };
        for row in 0..down {
            for column in 0..across {
                if lattice.covers[row * across + column] == usize::MAX {
                    lattice.grow(row, column, &right_walls, &lower_walls);
                }
            }
        }
        (lattice.cells.len() > 1).then_some(lattice)
    }

    /// Adds the cell with this corner: to the right, then down, as long as no line is in the way.
    fn grow(&mut self, row: usize, column: usize, right: &[Vec<bool>], lower: &[Vec<bool>]) {
        let (across, down) = (self.columns.len() - 1, self.rows.len() - 1);
        let taken = |row: usize, column: usize| self.covers[row * across + column] != usize::MAX;
        let mut columns = 1;
        while column + columns < across && !right[column + columns][row] && !taken(row, column + columns) {
            columns += 1;
        }
        let mut rows = 1;
        let open = |next: usize| {
            (column..column + columns).all(|at| !lower[next][at] && !taken(next, at))
                && (column + 1..column + columns).all(|at| !right[at][next])
        };
        while row + rows < down && open(row + rows) {
            rows += 1;
        }
        for at in row..row + rows {
            self.covers[at * across + column..at * across + column + columns].fill(self.cells.len());
        }
        self.cells.push(Area { row, column, rows, columns });
    }

    /// The rectangle of a cell.
    pub(super) fn rect(&self, area: &Area) -> Rect {
        Rect {
            left: self.columns[area.column],
            top: self.rows[area.row],
            right: self.columns[area.column + area.columns],
            bottom: self.rows[area.row + area.rows],
        }
    }

    /// The rectangle of the whole table.
    pub(super) fn outline(&self) -> Rect {
        Rect {
            left: self.columns[0],
            top: self.rows[0],
            right: self.columns[self.columns.len() - 1],
            bottom: self.rows[self.rows.len() - 1],
        }
    }

    /// Number of the cell that holds a point.
    pub(super) fn cell_at(&self, (x, y): (f64, f64)) -> Option<usize> {
        let column = self.columns.partition_point(|edge| *edge <= x).checked_sub(1)?;
        let row = self.rows.partition_point(|edge| *edge <= y).checked_sub(1)?;
        let across = self.columns.len() - 1;
        if column >= across || row + 1 >= self.rows.len() {
            return None;
        }
        self.covers.get(row * across + column).copied()
    }
}

/// Distinct places in order, and the ends of the lines across where no line closes the table.
fn edges(places: impl Iterator<Item = f64>, first: f64, last: f64) -> Vec<f64> {
    let mut sorted: Vec<f64> = places.chain([first, last]).collect();
    sorted.sort_by(f64::total_cmp);
    sorted.dedup_by(|next, kept| *next - *kept <= SNAP);
    sorted
}

/// For each edge and each interval along it, whether a line is there.
fn walls(lines: &[Segment], edges: &[f64], along: &[f64]) -> Vec<Vec<bool>> {
    let mut walls = vec![vec![false; along.len() - 1]; edges.len()];
    for line in lines {
        let nearest = edges
            .iter()
            .enumerate()
            .min_by(|(_, left), (_, right)| (*left - line.at).abs().total_cmp(&(*right - line.at).abs()));
        let Some((edge, _)) = nearest else { continue };
        for (interval, pair) in along.windows(2).enumerate() {
            let middle = f64::midpoint(pair[0], pair[1]);
            if (line.from..=line.to).contains(&middle) {
                walls[edge][interval] = true;
            }
        }
    }
    walls
}
