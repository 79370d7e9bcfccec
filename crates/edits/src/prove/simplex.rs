//! The simplex method in whole numbers (integer pivoting after Edmonds, Bland's rule against cycles): exact, and it ends.
use crate::Relation;
use crate::prove::integer::{TooLarge, cross};
use crate::prove::system::System;

/// A system with a corner of what it allows; every entry is a whole number over one common denominator.
#[derive(Clone, Debug)]
pub(super) struct Simplex {
    /// Columns of the cells, of the negative parts of signed cells, and of what rows fall short; last the constants.
    rows: Vec<Vec<i128>>,
    denominator: i128,
    /// The column that each row is solved for.
    basis: Vec<usize>,
    cells: usize,
    /// The negative part of each signed cell, as column and cell.
    negative: Vec<(usize, usize)>,
}

/// Where a sum can go.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Most {
    /// Without bound, along a direction: a change of each cell, whole numbers.
    Unbounded(Vec<i128>),
    /// To a largest value, as a fraction.
    Value(i128, i128),
}

impl Simplex {
    /// A corner of a system; `None` where nothing satisfies it.
    pub(super) fn new(system: &System) -> Result<Option<Self>, TooLarge> {
        let signed = (0..system.cells).filter(|cell| system.signed[*cell]);
        let negative: Vec<(usize, usize)> = (system.cells..).zip(signed).collect();
        let slack = system.cells + negative.len();
        let slacks = system.rows.iter().filter(|row| row.relation != Relation::Equal).count();
        let artificial = slack + slacks;
        let width = artificial + system.rows.len() + 1;
        let mut rows = Vec::with_capacity(system.rows.len());
        let mut next = slack;
        for (number, own) in system.rows.iter().enumerate() {
            let mut row = vec![0; width];
            for (cell, coefficient) in &own.coefficients {
                row[*cell] = *coefficient;
            }
            for (column, cell) in &negative {
                row[*column] = -row[*cell];
            }
            if own.relation != Relation::Equal {
                row[next] = if own.relation == Relation::AtMost { 1 } else { -1 };
                next += 1;
            }
            row[width - 1] = own.constant;
            if own.constant < 0 {
                negate(&mut row);
            }
            row[artificial + number] = 1;
            rows.push(row);
        }
        let basis = (artificial..artificial + rows.len()).collect();
        Self { rows, denominator: 1, basis, cells: system.cells, negative }.without_artificial(artificial)
    }

    /// Brings the sum of the artificial columns down to 0 and removes them.
    fn without_artificial(mut self, artificial: usize) -> Result<Option<Self>, TooLarge> {
        let mut objective = vec![0; self.width() - 1];
        objective[artificial..].fill(-1);
        if let Most::Value(most, _) = self.climb(&objective)?
            && most < 0
        {
            return Ok(None);
        }
        for row in (0..self.rows.len()).rev() {
            if self.basis[row] < artificial {
                continue;
            }
            // What is left stands at 0; a row without any other column says nothing.
            if let Some(column) = self.rows[row][..artificial].iter().position(|entry| *entry != 0) {
                self.pivot(row, column)?;
            } else {
                self.rows.remove(row);
                self.basis.remove(row);
            }
        }
        for row in &mut self.rows {
            let constant = row.pop().unwrap_or_default();
            row.truncate(artificial);
            row.push(constant);
        }
        Ok(Some(self))
    }

    fn width(&self) -> usize {
        self.rows.first().map_or(self.cells + self.negative.len() + 1, Vec::len)
    }

    /// The corner reached: a fraction for each cell, all over [`Simplex::denominator`].
    pub(super) fn corner(&self) -> Vec<i128> {
        let mut values = vec![0; self.width()];
        for (row, column) in self.rows.iter().zip(&self.basis) {
            values[*column] = row[row.len() - 1];
        }
        self.cells_of(&values)
    }

    pub(super) fn denominator(&self) -> i128 {
        self.denominator
    }

    fn cells_of(&self, columns: &[i128]) -> Vec<i128> {
        let mut cells = columns[..self.cells].to_vec();
        for (column, cell) in &self.negative {
            cells[*cell] -= columns[*column];
        }
        cells
    }

    /// How large a sum over cells can become.
    pub(super) fn maximise(&mut self, coefficients: &[(usize, i128)]) -> Result<Most, TooLarge> {
        let mut objective = vec![0; self.width() - 1];
        for (cell, coefficient) in coefficients {
            objective[*cell] = *coefficient;
        }
        for (column, cell) in &self.negative {
            objective[*column] = -objective[*cell];
        }
        self.climb(&objective)
    }

    fn climb(&mut self, objective: &[i128]) -> Result<Most, TooLarge> {
        while let Some(column) = self.entering(objective)? {
            match self.leaving(column)? {
                Some(row) => self.pivot(row, column)?,
                None => return Ok(Most::Unbounded(self.ray(column))),
            }
        }
        let mut value: i128 = 0;
        for (row, column) in self.rows.iter().zip(&self.basis) {
            let own = objective[*column].checked_mul(row[row.len() - 1]).ok_or(TooLarge)?;
            value = value.checked_add(own).ok_or(TooLarge)?;
        }
        Ok(Most::Value(value, self.denominator))
    }

    /// The first column that makes the sum larger.
    fn entering(&self, objective: &[i128]) -> Result<Option<usize>, TooLarge> {
        let weights: Vec<(i128, &Vec<i128>)> =
            self.basis.iter().map(|column| objective[*column]).zip(&self.rows).filter(|(own, _)| *own != 0).collect();
        for (column, own) in objective.iter().enumerate() {
            let mut gain = own.checked_mul(self.denominator).ok_or(TooLarge)?;
            for (weight, row) in &weights {
                gain = gain.checked_sub(weight.checked_mul(row[column]).ok_or(TooLarge)?).ok_or(TooLarge)?;
            }
            if gain > 0 {
                return Ok(Some(column));
            }
        }
        Ok(None)
    }

    /// The row that is the first to reach 0 when a column grows.
    fn leaving(&self, column: usize) -> Result<Option<usize>, TooLarge> {
        let mut best: Option<usize> = None;
        for (number, row) in self.rows.iter().enumerate().filter(|(_, row)| row[column] > 0) {
            let Some(other) = best else {
                best = Some(number);
                continue;
            };
            let last = row.len() - 1;
            let nearer = cross(row[last], self.rows[other][column], self.rows[other][last], row[column])?;
            if nearer < 0 || (nearer == 0 && self.basis[number] < self.basis[other]) {
                best = Some(number);
            }
        }
        Ok(best)
    }

    /// The direction in which a column grows without bound.
    fn ray(&self, column: usize) -> Vec<i128> {
        let mut values = vec![0; self.width()];
        values[column] = self.denominator;
        for (row, basic) in self.rows.iter().zip(&self.basis) {
            values[*basic] = -row[column];
        }
        self.cells_of(&values)
    }

    fn pivot(&mut self, row: usize, column: usize) -> Result<(), TooLarge> {
        let mut chosen = std::mem::take(&mut self.rows[row]);
        if chosen[column] < 0 {
            negate(&mut chosen);
        }
        let pivot = chosen[column];
        for other in self.rows.iter_mut().filter(|other| !other.is_empty()) {
            let factor = other[column];
            for (entry, taken) in other.iter_mut().zip(&chosen) {
                *entry = cross(*entry, pivot, *taken, factor)? / self.denominator;
            }
        }
        self.rows[row] = chosen;
        self.basis[row] = column;
        self.denominator = pivot;
        Ok(())
    }
}

fn negate(row: &mut [i128]) {
    for entry in row {
        *entry = -*entry;
    }
}
