//! Which cells of a form stand beside each other, and which are the items of whose sum.
use std::collections::HashMap;

use gouji_edits::{HardEdit, Relation};
use gouji_model::{CellIndex, Form, Role};

/// The cells beside a cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Beside {
    above: Option<CellIndex>,
    below: Option<CellIndex>,
    left: Option<CellIndex>,
    right: Option<CellIndex>,
}

impl Beside {
    /// Above and below.
    pub(crate) fn rows(self) -> impl Iterator<Item = CellIndex> {
        self.above.into_iter().chain(self.below)
    }

    /// Left and right.
    pub(crate) fn columns(self) -> impl Iterator<Item = CellIndex> {
        self.left.into_iter().chain(self.right)
    }
}

/// Neighbours and items of all cells.
#[derive(Clone, Debug)]
pub(crate) struct Neighbours {
    beside: Vec<Beside>,
    items: Vec<Vec<CellIndex>>,
}

impl Neighbours {
    /// Those of a form.
    pub(crate) fn of_form(form: &Form, hard: &[HardEdit]) -> Self {
        let mut own =
            Self { beside: vec![Beside::default(); form.cells.len()], items: vec![Vec::new(); form.cells.len()] };
        let index: HashMap<&str, CellIndex> =
            (0..).map(CellIndex).zip(&form.cells).map(|(at, cell)| (&*cell.id, at)).collect();
        for table in &form.tables {
            let (rows, columns) = (table.row_ids(), table.column_ids());
            let rows = if rows.is_empty() { vec![""] } else { rows };
            let at = |row: &str, column: &str| index.get(&*table.join(row, column)).copied();
            for (number, row) in rows.iter().enumerate() {
                for (place, column) in columns.iter().enumerate() {
                    let Some(cell) = at(row, column) else { continue };
                    let row_at = |other: Option<usize>| at(rows.get(other?)?, column);
                    let column_at = |other: Option<usize>| at(row, columns.get(other?)?);
                    own.beside[usize::from(cell.0)] = Beside {
                        above: row_at(number.checked_sub(1)),
                        below: row_at(Some(number + 1)),
                        left: column_at(place.checked_sub(1)),
                        right: column_at(Some(place + 1)),
                    };
                }
            }
        }
        own.add_items(form, hard);
        own
    }

    fn add_items(&mut self, form: &Form, hard: &[HardEdit]) {
        for edit in hard.iter().filter(|edit| edit.relation == Relation::Equal) {
            for (total, coefficient) in edit.terms.iter().filter(|(cell, _)| form.cell(*cell).role == Role::Total) {
                let mut others = edit.terms.iter().filter(|(cell, _)| cell != total);
                // A total of nothing but these; a balance has terms on both sides.
                if others.clone().all(|(_, other)| *other == -coefficient) {
                    self.items[usize::from(total.0)].extend(others.by_ref().map(|(cell, _)| *cell));
                }
            }
        }
    }

    /// The cells beside a cell.
    pub(crate) fn of(&self, cell: CellIndex) -> Beside {
        self.beside[usize::from(cell.0)]
    }

    /// The items of the sums whose total a cell is.
    pub(crate) fn items(&self, cell: CellIndex) -> impl Iterator<Item = CellIndex> {
        self.items[usize::from(cell.0)].iter().copied()
    }
}
