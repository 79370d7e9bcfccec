//! Tables and sections as `form.toml` writes them: header trees, groups, roles.
//!
//! Layout and sums are two things. A [`Header`] tree says what is printed where; an [`AxisGroup`] says what is
//! summed.
use serde::{Deserialize, Serialize};

use crate::{Label, Text};

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

fn outside<'a>(headers: &'a [Header], groups: &[AxisGroup], found: &mut Vec<&'a Header>) {
    let is_in_group = |header: &Header| groups.iter().any(|group| group.members.contains(&header.id));
    let named = || headers.iter().filter(|header| !header.id.is_empty());
    if named().any(is_in_group) {
        found.extend(named().filter(|header| header.role != Role::Total && !is_in_group(header)));
    }
    for header in headers {
        outside(&header.children, groups, found);
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

    /// Rows and columns that are in no group, though others beside them, under the same heading, are: left out, perhaps.
    pub fn outside_groups(&self) -> Vec<&Header> {
        let mut found: Vec<&Header> = Vec::new();
        for block in &self.blocks {
            outside(&block.rows, &self.row_groups, &mut found);
            outside(&block.columns, &self.column_groups, &mut found);
        }
        found
    }

    /// The id of the cell (or group) at a row and a column.
    pub fn join(&self, row: &str, column: &str) -> Box<str> {
        [&self.id, row, column].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(".").into()
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
