//! Changes of one or two cells that no hard edit can see.
use std::collections::BTreeMap;

use gouji_model::CellIndex;

use crate::prove::index;
use crate::prove::integer::{Sparse, TooLarge, direction, gcd};
use crate::prove::mutation::base_values;
use crate::prove::system::System;
use crate::{HardEdit, RuleBook};

/// A cell with the number it has and the one it is changed to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// The cell.
    pub cell: CellIndex,
    /// Its number in a report that satisfies all hard edits.
    pub from: i128,
    /// The number that it is changed to.
    pub to: i128,
}

/// What hard edits cannot see. A cell is in `single` or in one set of `double`, or neither.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Slips {
    /// Cells in no equality: a change of one is seen by a bound at best.
    pub single: Vec<CellIndex>,
    /// A change of one of those that no hard edit sees.
    pub single_example: Option<Change>,
    /// Sets of cells of which any two can be changed so that every equality still holds.
    pub double: Vec<Vec<CellIndex>>,
    /// Such a change in the first two cells of each set that no hard edit sees.
    pub double_examples: Vec<Option<[Change; 2]>>,
}

impl Slips {
    pub(super) fn new(book: &RuleBook, edits: &[HardEdit], system: &System) -> Result<Self, TooLarge> {
        let mut columns: Vec<Sparse> = vec![Vec::new(); system.cells];
        for (number, row) in system.equalities().enumerate() {
            for (cell, coefficient) in &row.coefficients {
                columns[*cell].push((number, *coefficient));
            }
        }
        let base = base_values(book)?;
        let unseen = |changes: &[Change]| base.as_ref().is_some_and(|base| is_unseen(edits, base, changes));
        let mut slips = Self::default();
        let mut lines: BTreeMap<Sparse, Vec<(CellIndex, i128)>> = BTreeMap::new();
        for (cell, column) in columns.into_iter().enumerate() {
            match direction(column) {
                Some((factor, line)) => lines.entry(line).or_default().push((index(cell), factor)),
                None => slips.single.push(index(cell)),
            }
        }
        let value = |cell: CellIndex| base.as_ref().map_or(0, |base| base[usize::from(cell.0)]);
        let changed = |cell: CellIndex, step: i128| Change { cell, from: value(cell), to: value(cell) + step };
        slips.single_example = slips.single.iter().map(|cell| changed(*cell, 1)).find(|change| unseen(&[*change]));
        let mut sets: Vec<Vec<(CellIndex, i128)>> = lines.into_values().filter(|cells| cells.len() > 1).collect();
        sets.sort();
        for set in sets {
            let ((first, own), (second, other)) = (set[0], set[1]);
            let common = gcd(own, other).max(1);
            let pair = |sign: i128| [changed(first, sign * other / common), changed(second, -sign * own / common)];
            slips.double_examples.push([1, -1].into_iter().map(pair).find(|pair| unseen(pair)));
            slips.double.push(set.into_iter().map(|(cell, _)| cell).collect());
        }
        Ok(slips)
    }

    /// Number of pairs of cells in [`Slips::double`].
    pub fn pairs(&self) -> usize {
        self.double.iter().map(|cells| cells.len() * (cells.len() - 1) / 2).sum()
    }
}

/// Whether every hard edit holds after changes of a solution, and no number falls below 0.
fn is_unseen(edits: &[HardEdit], base: &[i128], changes: &[Change]) -> bool {
    let mut values = base.to_vec();
    for change in changes {
        values[usize::from(change.cell.0)] = change.to;
    }
    let holds = |edit: &HardEdit| {
        let sum = edit.terms.iter().try_fold(0_i128, |sum, (cell, coefficient)| {
            sum.checked_add(values[usize::from(cell.0)].checked_mul(i128::from(*coefficient))?.checked_mul(1_000_000)?)
        });
        sum.is_some_and(|sum| edit.relation.holds(sum, edit.constant))
    };
    changes.iter().all(|change| change.to >= 0) && edits.iter().all(holds)
}
