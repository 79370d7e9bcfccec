//! Where the tables stand on the sheet 年报: one grid of columns for all, and the places of all values.
use std::collections::HashMap;

use gouji_edits::Spot;
use gouji_export::TableText;
use gouji_model::{CellIndex, GroupIndex, Slot};

/// Share of the sheet's width that value columns take, in tenths.
const VALUE_SHARE: u16 = 6;

/// Where every value stands.
#[derive(Clone, Debug, Default)]
pub(crate) struct Places {
    /// Columns that the tables take.
    pub(crate) columns: u16,
    /// By index: every formula asks for dozens of places.
    cells: Vec<Option<Spot>>,
    groups: HashMap<GroupIndex, Spot>,
}

impl Places {
    pub(crate) fn new(columns: u16) -> Self {
        Self { columns, ..Self::default() }
    }

    pub(crate) fn put(&mut self, slot: Slot, place: Spot) {
        match slot {
            Slot::Cell(CellIndex(index)) => {
                let index = usize::from(index);
                self.cells.resize(self.cells.len().max(index + 1), None);
                self.cells[index] = Some(place);
            }
            Slot::Group(index) => {
                self.groups.insert(index, place);
            }
        }
    }

    pub(crate) fn get(&self, slot: Slot) -> Option<Spot> {
        match slot {
            Slot::Cell(CellIndex(index)) => self.cells.get(usize::from(index)).copied().flatten(),
            Slot::Group(index) => self.groups.get(&index).copied(),
        }
    }

    /// All places with what stands there, in no order.
    pub(crate) fn all(&self) -> impl Iterator<Item = (Spot, Slot)> {
        let cells = (0..).zip(&self.cells).filter_map(|(index, spot)| Some(((*spot)?, Slot::Cell(CellIndex(index)))));
        cells.chain(self.groups.iter().map(|(index, spot)| (*spot, Slot::Group(*index))))
    }

    /// Upper left and lower right corner of what the values take.
    pub(crate) fn bounds(&self) -> Option<(Spot, Spot)> {
        let spots = || self.all().map(|(spot, _)| spot);
        let first = Spot { row: spots().map(|spot| spot.row).min()?, column: spots().map(|spot| spot.column).min()? };
        let last = Spot { row: spots().map(|spot| spot.row).max()?, column: spots().map(|spot| spot.column).max()? };
        Some((first, last))
    }
}

/// Columns of the sheet: those of the widest table.
pub(crate) fn sheet_columns<'a>(tables: impl Iterator<Item = &'a TableText<'a>>) -> u16 {
    tables.map(|table| table.columns).max().unwrap_or(1)
}

/// The sheet column at which each column of a table's grid begins, and the end: labels take what values leave.
pub(crate) fn column_starts(table: &TableText<'_>, sheet: u16) -> Vec<u16> {
    let labels = table.table.label_columns;
    let values = table.columns.saturating_sub(labels).max(1);
    let width = if labels == 0 { sheet / values } else { (sheet * VALUE_SHARE / 10 / values).max(1) };
    let rest = sheet.saturating_sub(width * values);
    let each = rest / labels.max(1);
    let mut starts: Vec<u16> = (0..labels).map(|label| label * each).collect();
    let first = if labels == 0 { 0 } else { rest };
    starts.extend((0..=values).map(|value| first + value * width));
    starts
}
