//! Building a form: every cell and group of its tables, each with its id and name.
use std::collections::HashMap;

use crate::form::{AxisNames, CellIndex, CellSpec, FormError, GroupIndex, GroupSpec, Slot};
use crate::{AxisGroup, Form, Header, Role, Section, Table, TableBlock, Text};

impl Form {
    /// Builds the index of cells and groups.
    ///
    /// # Errors
    /// A [`FormError`] that names the table and id at fault.
    pub fn new(edition: &str, sections: Vec<Section>, tables: Vec<Table>) -> Result<Self, FormError> {
        let mut form = Self {
            edition: edition.into(),
            sections,
            tables,
            cells: Vec::new(),
            groups: Vec::new(),
            index: HashMap::new(),
        };
        let tables = std::mem::take(&mut form.tables);
        for (number, table) in tables.iter().enumerate() {
            form.check_table(table)?;
            form.add_cells(number, table)?;
            form.add_groups(number, table)?;
        }
        form.tables = tables;
        Ok(form)
    }

    fn check_table(&self, table: &Table) -> Result<(), FormError> {
        if self.section(&table.section).is_none() {
            return Err(FormError::UnknownSection { table: table.id.clone(), section: table.section.clone() });
        }
        let expected = table.width();
        for (number, block) in table.blocks.iter().enumerate() {
            let found = table.label_columns + block.width();
            if found != expected {
                return Err(FormError::Width { table: table.id.clone(), block: number + 1, found, expected });
            }
        }
        let known: Vec<&str> = table.axis_ids();
        for (list, items) in &table.lists {
            if let Some(member) = items.iter().find(|item| !names_something(&known, item)) {
                return Err(FormError::UnknownMember {
                    table: table.id.clone(),
                    group: list.clone(),
                    member: member.clone(),
                });
            }
        }
        Ok(())
    }

    fn add_cells(&mut self, number: usize, table: &Table) -> Result<(), FormError> {
        for block in &table.blocks {
            for row in block.rows.iter().flat_map(Header::leaves) {
                for column in block.columns.iter().flat_map(Header::leaves) {
                    let id = table.join(&row.id, &column.id);
                    let axis_names =
                        AxisNames { row: row.label().name().clone(), column: column.label().name().clone() };
                    let total = row.role == Role::Total || column.role == Role::Total;
                    let index = u16::try_from(self.cells.len()).map_err(|_| FormError::TooLarge)?;
                    self.cells.push(CellSpec {
                        id: id.clone(),
                        table: number,
                        row: row.id.clone(),
                        column: column.id.clone(),
                        name: axis_names.full(table),
                        axis_names,
                        role: if total { Role::Total } else { Role::Detail },
                        value: column.value.or(row.value).unwrap_or_default(),
                        unit: column.unit.clone().or_else(|| row.unit.clone()),
                    });
                    self.register(id, Slot::Cell(CellIndex(index)))?;
                }
            }
        }
        Ok(())
    }

    fn add_groups(&mut self, number: usize, table: &Table) -> Result<(), FormError> {
        let axes = Axes::of(table);
        for row in &axes.rows {
            for column in &axes.columns {
                if row.members.is_some() || column.members.is_some() {
                    self.group_at(number, table, &axes, row, column, 0)?;
                }
            }
        }
        Ok(())
    }

    /// The slot at a row and a column (or groups of them); `None` where the table has no such cell.
    fn group_at(
        &mut self,
        number: usize,
        table: &Table,
        axes: &Axes,
        row: &AxisEntry,
        column: &AxisEntry,
        depth: usize,
    ) -> Result<Option<Slot>, FormError> {
        let id = table.join(&row.id, &column.id);
        if let Some(slot) = self.slot(&id) {
            return Ok(Some(slot));
        }
        if depth > 8 {
            return Err(FormError::Cycle { table: table.id.clone(), group: id });
        }
        // A group of columns is resolved first, so that a number printed on a group's own row (the mixed form) is
        // still found under each column.
        let (by_row, ids) = match (&row.members, &column.members) {
            (_, Some(ids)) => (false, ids),
            (Some(ids), None) => (true, ids),
            (None, None) => return Ok(None),
        };
        let mut members = Vec::new();
        for member in ids {
            let entry = if by_row { axes.row(member) } else { axes.column(member) };
            let Some(entry) = entry else {
                return Err(FormError::UnknownMember { table: table.id.clone(), group: id, member: member.clone() });
            };
            let slot = if by_row {
                self.group_at(number, table, axes, entry, column, depth + 1)?
            } else {
                self.group_at(number, table, axes, row, entry, depth + 1)?
            };
            members.extend(slot);
        }
        if members.is_empty() {
            return Ok(None);
        }
        self.push_group(number, table, id, row, column, members).map(Some)
    }

    fn push_group(
        &mut self,
        number: usize,
        table: &Table,
        id: Box<str>,
        row: &AxisEntry,
        column: &AxisEntry,
        members: Vec<Slot>,
    ) -> Result<Slot, FormError> {
        let mut cells: Vec<CellIndex> = Vec::new();
        for member in &members {
            cells.extend_from_slice(self.slot_cells(member));
        }
        cells.sort_unstable();
        cells.dedup();
        let axis_names = AxisNames { row: row.name.clone(), column: column.name.clone() };
        let index = u16::try_from(self.groups.len()).map_err(|_| FormError::TooLarge)?;
        self.groups.push(GroupSpec {
            id: id.clone(),
            table: number,
            row: row.id.clone(),
            column: column.id.clone(),
            name: axis_names.full(table),
            axis_names,
            members,
            cells,
        });
        let slot = Slot::Group(GroupIndex(index));
        self.register(id, slot)?;
        Ok(slot)
    }

    fn register(&mut self, id: Box<str>, slot: Slot) -> Result<(), FormError> {
        match self.index.insert(id.clone(), slot) {
            None => Ok(()),
            Some(_) => Err(FormError::DuplicateId { id }),
        }
    }
}

/// A row or column, or a group of them, by id.
struct AxisEntry {
    id: Box<str>,
    name: Text,
    members: Option<Vec<Box<str>>>,
}

struct Axes {
    rows: Vec<AxisEntry>,
    columns: Vec<AxisEntry>,
}

impl Axes {
    fn of(table: &Table) -> Self {
        let leaves = |pick: fn(&TableBlock) -> &Vec<Header>| -> Vec<AxisEntry> {
            let mut entries: Vec<AxisEntry> = Vec::new();
            for header in table.blocks.iter().flat_map(|block| pick(block).iter().flat_map(Header::leaves)) {
                if entries.iter().all(|entry| entry.id != header.id) {
                    entries.push(AxisEntry {
                        id: header.id.clone(),
                        name: header.label().name().clone(),
                        members: None,
                    });
                }
            }
            entries
        };
        let groups = |groups: &[AxisGroup]| -> Vec<AxisEntry> {
            groups
                .iter()
                .map(|group| AxisEntry {
                    id: group.id.clone(),
                    name: group.name.clone(),
                    members: Some(group.members.clone()),
                })
                .collect()
        };
        let mut axes = Self { rows: leaves(|block| &block.rows), columns: leaves(|block| &block.columns) };
        axes.rows.extend(groups(&table.row_groups));
        axes.columns.extend(groups(&table.column_groups));
        axes
    }

    fn row(&self, id: &str) -> Option<&AxisEntry> {
        self.rows.iter().find(|entry| &*entry.id == id)
    }

    fn column(&self, id: &str) -> Option<&AxisEntry> {
        self.columns.iter().find(|entry| &*entry.id == id)
    }
}

/// Whether a list's item is an id, the leading part of ids (`reconsideration` of `reconsideration.upheld`), or the last
/// part of one.
fn names_something(known: &[&str], item: &str) -> bool {
    known.iter().any(|id| {
        let leads = id.strip_prefix(item).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
        leads || id.rsplit('.').next() == Some(item)
    })
}
