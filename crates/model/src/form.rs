//! The form of an edition: its sections, tables, cells and groups, as `form.toml` writes them.
//!
//! Layout and sums are two things. A [`Header`] tree says what is printed where; an [`AxisGroup`] says what is
//! summed. A cell's id is `table.row.column`, with the ids of row and column as written (either may be absent when
//! the table has one row only); ids are never made from labels.
use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::{Label, Text};

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

/// What a row or column is to the sums of its table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// A detail.
    #[default]
    Detail,
    /// A total of details: never taken as 0 when it is blank.
    Total,
}

/// What a cell's number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ValueType {
    /// A whole number of cases, documents …
    #[default]
    Count,
    /// A change: a whole number that may be negative.
    SignedCount,
    /// An amount with decimals.
    Decimal,
}

/// A node of a header tree: a row or column label, with what stands below it.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// Id of the row or column; empty for a heading that only frames others.
    #[serde(default)]
    pub id: Box<str>,
    /// Chinese label, verbatim.
    pub zh: Box<str>,
    /// English label.
    pub en: Box<str>,
    /// Other Chinese wordings met in print.
    #[serde(default)]
    pub variants: Vec<Box<str>>,
    /// Name in sentences.
    #[serde(default)]
    pub short: Option<Text>,
    /// What the row or column is to the sums.
    #[serde(default)]
    pub role: Role,
    /// What its numbers count; a column's or a row's, whichever is set.
    #[serde(default)]
    pub value: Option<ValueType>,
    /// Unit of its numbers, `万元`.
    #[serde(default)]
    pub unit: Option<Box<str>>,
    /// How many grid columns a leaf column covers.
    #[serde(default = "one")]
    pub span: u16,
    /// Headers below this one.
    #[serde(default)]
    pub children: Vec<Header>,
}

fn one() -> u16 {
    1
}

impl Header {
    /// The label as a [`Label`].
    pub fn label(&self) -> Label {
        Label {
            text: Text { zh: self.zh.clone(), en: self.en.clone() },
            variants: self.variants.clone(),
            short: self.short.clone(),
        }
    }

    /// Leaves from top to bottom (rows) or left to right (columns).
    pub fn leaves(&self) -> Vec<&Self> {
        if self.children.is_empty() { vec![self] } else { self.children.iter().flat_map(Self::leaves).collect() }
    }

    /// Levels of the tree, 1 for a leaf.
    pub fn depth(&self) -> u16 {
        1 + self.children.iter().map(Self::depth).max().unwrap_or(0)
    }

    /// The node and all below it, in the order of print.
    pub fn walk<'a>(&'a self, visit: &mut dyn FnMut(&'a Self)) {
        visit(self);
        for child in &self.children {
            child.walk(visit);
        }
    }
}

/// Rows or columns that are summed together under one id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AxisGroup {
    /// Id of the group, used like that of a row or column.
    pub id: Box<str>,
    /// Name in sentences.
    pub name: Text,
    /// Ids of rows (columns) or of other groups of the same axis.
    pub members: Vec<Box<str>>,
}

/// A band of a table with column headers of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableBlock {
    /// A heading across the table, as `第二十条第（一）项`.
    #[serde(default)]
    pub caption: Option<Label>,
    /// What stands above the row labels.
    #[serde(default)]
    pub corner: Option<Label>,
    /// Column headers.
    pub columns: Vec<Header>,
    /// Row headers.
    pub rows: Vec<Header>,
}

/// One table of the form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// Its id, the first part of its cells' ids.
    #[serde(default)]
    pub id: Box<str>,
    /// Name in sentences, `表三`.
    pub name: Text,
    /// How a cell is named in a sentence, with `{row}` and `{column}`.
    pub cell_name: Text,
    /// Id of the section it stands in.
    pub section: Box<str>,
    /// Grid columns taken by row labels; 0 where the one row has no label.
    pub label_columns: u16,
    /// Its bands, from the top.
    #[serde(rename = "block")]
    pub blocks: Vec<TableBlock>,
    /// Groups of rows.
    #[serde(default, rename = "row_group")]
    pub row_groups: Vec<AxisGroup>,
    /// Groups of columns.
    #[serde(default, rename = "column_group")]
    pub column_groups: Vec<AxisGroup>,
    /// Named lists of ids for rule scripts.
    #[serde(default)]
    pub lists: std::collections::BTreeMap<Box<str>, Vec<Box<str>>>,
}

/// One section of the form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Its id.
    pub id: Box<str>,
    /// Its printed number, `一`; empty for a named part.
    #[serde(default)]
    pub number: Box<str>,
    /// Chinese heading, verbatim, without its number.
    pub zh: Box<str>,
    /// English heading.
    pub en: Box<str>,
    /// Other Chinese wordings met in print.
    #[serde(default)]
    pub variants: Vec<Box<str>>,
    /// Named parts; their ids are written in full, `overview.proactive`.
    #[serde(default, rename = "part")]
    pub parts: Vec<Section>,
}

impl Section {
    /// All Chinese wordings, the form's own first.
    pub fn wordings(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&*self.zh).chain(self.variants.iter().map(|variant| &**variant))
    }

    /// The heading in both languages, with its number.
    pub fn name(&self) -> Text {
        let number = if self.number.is_empty() { String::new() } else { format!("{}、", self.number) };
        Text::new(format!("{number}{}", self.zh), &*self.en)
    }
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
    fn full(&self, table: &Table) -> Text {
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
    index: HashMap<Box<str>, Slot>,
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
            if let Some(member) = items.iter().find(|item| !table.names_something(&known, item)) {
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

impl TableBlock {
    /// Grid columns taken by values.
    pub fn width(&self) -> u16 {
        self.columns.iter().flat_map(Header::leaves).map(|leaf| leaf.span).sum()
    }
}

impl Table {
    /// Width of the table's grid: label columns and the widest block.
    pub fn width(&self) -> u16 {
        self.label_columns + self.blocks.iter().map(TableBlock::width).max().unwrap_or(0)
    }

    /// Ids of rows, columns and groups.
    pub fn axis_ids(&self) -> Vec<&str> {
        let headers =
            self.blocks.iter().flat_map(|block| block.rows.iter().chain(&block.columns).flat_map(Header::leaves));
        let groups = self.row_groups.iter().chain(&self.column_groups);
        headers.map(|header| &*header.id).chain(groups.map(|group| &*group.id)).filter(|id| !id.is_empty()).collect()
    }

    /// Leaf row ids in the order of print, each once.
    pub fn row_ids(&self) -> Vec<&str> {
        distinct(self.blocks.iter().flat_map(|block| block.rows.iter().flat_map(Header::leaves)))
    }

    /// Leaf column ids in the order of print, each once.
    pub fn column_ids(&self) -> Vec<&str> {
        distinct(self.blocks.iter().flat_map(|block| block.columns.iter().flat_map(Header::leaves)))
    }

    /// The id of the cell (or group) at a row and a column.
    pub fn join(&self, row: &str, column: &str) -> Box<str> {
        [&self.id, row, column].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(".").into()
    }

    /// An id, or the leading part of one (`reconsideration` of `reconsideration.upheld`).
    fn names_something(&self, known: &[&str], item: &str) -> bool {
        known.iter().any(|id| {
            *id == item
                || id.strip_prefix(item).is_some_and(|rest| rest.starts_with('.'))
                || id.rsplit('.').next() == Some(item)
        })
    }
}

fn distinct<'a>(headers: impl Iterator<Item = &'a Header>) -> Vec<&'a str> {
    let mut ids: Vec<&str> = Vec::new();
    for header in headers {
        if !ids.contains(&&*header.id) {
            ids.push(&header.id);
        }
    }
    ids
}
