//! The form of an edition: its sections, tables, cells and groups, with an index by id.
//!
//! A cell's id is `table.row.column`, with the ids of row and column as written (either may be absent when the table
//! has one row only); ids are never made from labels.
use std::collections::HashMap;

use crate::{Role, Section, Table, Text, ValueType};

/// Index of a cell in [`Form::cells`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CellIndex(pub u16);

/// Index of a group in [`Form::groups`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct GroupIndex(pub u16);

/// A cell or a group: what an id of the form can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Slot {
    /// One cell.
    Cell(CellIndex),
    /// A sum of cells.
    Group(GroupIndex),
}

/// Names of a row and of a column, for sentences in which the other is understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AxisNames {
    /// The row's.
    pub row: Text,
    /// The column's.
    pub column: Text,
}

impl AxisNames {
    pub(crate) fn full(&self, table: &Table) -> Text {
        table.cell_name.fill("row", &self.row).fill("column", &self.column)
    }
}

/// What is known of one cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellSpec {
    /// Its id.
    pub id: Box<str>,
    /// Index of its table in [`Form::tables`].
    pub table: usize,
    /// Id of its row, empty where the table has one row.
    pub row: Box<str>,
    /// Id of its column.
    pub column: Box<str>,
    /// Name in sentences.
    pub name: Text,
    /// Name of its row alone, and of its column.
    pub axis_names: AxisNames,
    /// A total is never taken as 0 when blank.
    pub role: Role,
    /// What its number counts.
    pub value: ValueType,
    /// Unit of its number.
    pub unit: Option<Box<str>>,
}

/// What is known of one group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupSpec {
    /// Its id.
    pub id: Box<str>,
    /// Index of its table.
    pub table: usize,
    /// Id of its row or group of rows, empty where the table has one row.
    pub row: Box<str>,
    /// Id of its column or group of columns.
    pub column: Box<str>,
    /// Name in sentences.
    pub name: Text,
    /// Name of its row alone, and of its column.
    pub axis_names: AxisNames,
    /// Its members, cells or other groups.
    pub members: Vec<Slot>,
    /// Every cell below it, each once.
    pub cells: Vec<CellIndex>,
}

/// The form of one edition.
#[derive(Clone, Debug)]
pub struct Form {
    /// Id of the edition.
    pub edition: Box<str>,
    /// Sections in order.
    pub sections: Vec<Section>,
    /// Tables in order.
    pub tables: Vec<Table>,
    /// All cells, in the order of print.
    pub cells: Vec<CellSpec>,
    /// All groups.
    pub groups: Vec<GroupSpec>,
    pub(crate) index: HashMap<Box<str>, Slot>,
}

/// Why sections and tables make no form.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FormError {
    /// Two cells or groups with one id.
    #[error("two cells or groups have the id `{id}`")]
    DuplicateId {
        /// The id.
        id: Box<str>,
    },
    /// A group or list names something that is not there.
    #[error("group or list `{group}` of table `{table}` names `{member}`, which is no row or column there")]
    UnknownMember {
        /// Table.
        table: Box<str>,
        /// Group or list.
        group: Box<str>,
        /// What was named.
        member: Box<str>,
    },
    /// A group contains itself.
    #[error("group `{group}` of table `{table}` contains itself")]
    Cycle {
        /// Table.
        table: Box<str>,
        /// Group.
        group: Box<str>,
    },
    /// A table names a section that is not there.
    #[error("table `{table}` stands in section `{section}`, which the form does not have")]
    UnknownSection {
        /// Table.
        table: Box<str>,
        /// Section.
        section: Box<str>,
    },
    /// Columns of a block do not fill the width of the table, or the table is too large.
    #[error("block {block} of table `{table}` is {found} columns wide, the table is {expected}")]
    Width {
        /// Table.
        table: Box<str>,
        /// Number of the block, from 1.
        block: usize,
        /// Its width.
        found: u16,
        /// The table's.
        expected: u16,
    },
    /// More than 65,535 cells or groups.
    #[error("the form has too many cells or groups")]
    TooLarge,
}

impl Form {
    /// What an id means in this form.
    pub fn slot(&self, id: &str) -> Option<Slot> {
        self.index.get(id).copied()
    }

    /// The cell with an id.
    pub fn cell_index(&self, id: &str) -> Option<CellIndex> {
        match self.slot(id) {
            Some(Slot::Cell(index)) => Some(index),
            _ => None,
        }
    }

    /// A cell.
    pub fn cell(&self, index: CellIndex) -> &CellSpec {
        &self.cells[usize::from(index.0)]
    }

    /// A group.
    pub fn group(&self, index: GroupIndex) -> &GroupSpec {
        &self.groups[usize::from(index.0)]
    }

    /// Id of a cell or group.
    pub fn slot_id(&self, slot: Slot) -> &str {
        match slot {
            Slot::Cell(index) => &self.cell(index).id,
            Slot::Group(index) => &self.group(index).id,
        }
    }

    /// Name of a cell or group in sentences.
    pub fn slot_name(&self, slot: Slot) -> &Text {
        match slot {
            Slot::Cell(index) => &self.cell(index).name,
            Slot::Group(index) => &self.group(index).name,
        }
    }

    /// Names of a slot's row and column.
    pub fn slot_axis_names(&self, slot: Slot) -> &AxisNames {
        match slot {
            Slot::Cell(index) => &self.cell(index).axis_names,
            Slot::Group(index) => &self.group(index).axis_names,
        }
    }

    /// Ids of a slot's row and column.
    pub fn slot_axes(&self, slot: Slot) -> (&str, &str) {
        match slot {
            Slot::Cell(index) => (&self.cell(index).row, &self.cell(index).column),
            Slot::Group(index) => (&self.group(index).row, &self.group(index).column),
        }
    }

    /// Table of a cell or group.
    pub fn slot_table(&self, slot: Slot) -> &Table {
        match slot {
            Slot::Cell(index) => &self.tables[self.cell(index).table],
            Slot::Group(index) => &self.tables[self.group(index).table],
        }
    }

    /// The cells of a slot: itself, or all below a group.
    pub fn slot_cells<'a>(&'a self, slot: &'a Slot) -> &'a [CellIndex] {
        match slot {
            Slot::Cell(index) => std::slice::from_ref(index),
            Slot::Group(index) => &self.group(*index).cells,
        }
    }

    /// Every id of a cell or group, cells first in the order of print.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.cells.iter().map(|cell| &*cell.id).chain(self.groups.iter().map(|group| &*group.id))
    }

    /// A table by its id.
    pub fn table(&self, id: &str) -> Option<&Table> {
        self.tables.iter().find(|table| &*table.id == id)
    }

    /// A section or part by its id.
    pub fn section(&self, id: &str) -> Option<&Section> {
        self.sections
            .iter()
            .flat_map(|section| std::iter::once(section).chain(&section.parts))
            .find(|section| &*section.id == id)
    }
}
