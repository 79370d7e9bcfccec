//! Elimination without fractions: the rank of the equalities, which follow from others, and what they leave free.
use crate::Relation;
use crate::prove::integer::{Sparse, TooLarge, cross, shorten};
use crate::prove::system::{Row, System};

/// The equalities, solved for some of the cells.
#[derive(Debug)]
pub(super) struct Solved {
    /// Cells that others determine, each with its row.
    pivots: Vec<(usize, Vec<i128>)>,
    cells: usize,
    /// Sums of equalities that come to `0 = 0`, or to a contradiction: multiples by position among the equalities.
    pub(super) dependencies: Vec<Sparse>,
}

impl Solved {
    /// Solves the equalities of a system.
    pub(super) fn new(system: &System) -> Result<Self, TooLarge> {
        let equalities: Vec<&Row> = system.equalities().collect();
        let mut solved = Self { pivots: Vec::new(), cells: system.cells, dependencies: Vec::new() };
        for (number, equality) in equalities.iter().enumerate() {
            debug_assert_eq!(equality.relation, Relation::Equal);
            // Cells, then the constant, then how often each equality was taken.
            let mut row = vec![0; system.cells + 1 + equalities.len()];
            for (cell, coefficient) in &equality.coefficients {
                row[*cell] = *coefficient;
            }
            row[system.cells] = equality.constant;
            row[system.cells + 1 + number] = 1;
            solved.add(row)?;
        }
        Ok(solved)
    }

    fn add(&mut self, mut row: Vec<i128>) -> Result<(), TooLarge> {
        for (cell, pivot) in &self.pivots {
            eliminate(&mut row, pivot, *cell)?;
        }
        match row[..self.cells].iter().position(|entry| *entry != 0) {
            Some(cell) => {
                for (_, pivot) in &mut self.pivots {
                    eliminate(pivot, &row, cell)?;
                }
                self.pivots.push((cell, row));
            }
            None => self.dependencies.push(sparse(&row[self.cells + 1..])),
        }
        Ok(())
    }

    /// Number of equalities that are independent of each other.
    pub(super) fn rank(&self) -> usize {
        self.pivots.len()
    }

    /// How each cell moves with the free cells: cells with the same direction always change together, a cell without
    /// any never changes. A factor of each vector is its own.
    pub(super) fn motions(&self) -> Vec<Sparse> {
        let mut motions: Vec<Sparse> = (0..self.cells).map(|cell| vec![(cell, 1)]).collect();
        for (cell, row) in &self.pivots {
            motions[*cell] = sparse(&row[..self.cells]).into_iter().filter(|(own, _)| own != cell).collect();
        }
        motions
    }
}

fn sparse(row: &[i128]) -> Sparse {
    row.iter().copied().enumerate().filter(|(_, entry)| *entry != 0).collect()
}

/// Makes a row's entry for a cell 0 by means of another row.
fn eliminate(row: &mut [i128], pivot: &[i128], cell: usize) -> Result<(), TooLarge> {
    let (own, other) = (row[cell], pivot[cell]);
    if own == 0 {
        return Ok(());
    }
    for (entry, taken) in row.iter_mut().zip(pivot) {
        *entry = cross(*entry, other, *taken, own)?;
    }
    shorten(row);
    Ok(())
}
