//! The form as one sequence of what print is expected to show: headings, captions, column labels, rows.
use std::collections::BTreeMap;

use gouji_model::{Form, Header, Label, Section, Slot, Table, TableBlock};

use crate::fold::{Spelling, filter, fold};
use crate::numbered::numbered;

/// Shorter labels are too easily taken for another when misspelt.
const SHORTEST_SPELLING: usize = 4;

/// What an expected piece of print is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Heading of a section, by index.
    Section(usize),
    /// A caption, a corner or a column heading that frames others.
    Frame,
    /// A leaf column, by its number within the block.
    Column(usize),
    /// A group of rows; a number on its own row is the mixed form's.
    Group,
    /// A row with values.
    Row,
}

/// One expected piece.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    pub(crate) kind: Kind,
    /// Table and block, for all but headings.
    pub(crate) place: Option<(usize, usize)>,
    /// The label as the form prints it.
    pub(crate) label: Label,
    /// Folded wordings, the form's own first; empty where the form prints no label.
    pub(crate) wordings: Vec<String>,
    /// The characters of each wording, as [`filter`] gives them.
    pub(crate) filters: Vec<u64>,
    /// The form's own wording without its number, where it has one.
    pub(crate) unnumbered: Option<String>,
    /// The wordings that are long enough to be told when misspelt, as characters.
    pub(crate) spellings: Vec<Spelling>,
    /// The cells or groups of the row, left to right.
    pub(crate) slots: Vec<Slot>,
    /// How many of the items that follow stand below this one, for a group.
    pub(crate) below: usize,
    /// Label columns that the label covers: decides how many pad cells follow a row.
    pub(crate) span: u16,
}

/// How well a text meets an item's label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fit {
    /// The form's wording or a listed variant.
    Exact,
    /// The same without its number, or with another.
    Unnumbered,
}

/// The expected sequence of a form, with an index of its wordings.
#[derive(Debug)]
pub(crate) struct Items {
    pub(crate) sequence: Vec<Item>,
    /// Folded wordings with their items, sorted.
    index: Vec<(String, Vec<(usize, Fit)>)>,
    /// Characters of the longest wording.
    pub(crate) longest: usize,
}

impl Items {
    /// The sequence of a form.
    pub(crate) fn of(form: &Form) -> Self {
        let mut items = Vec::new();
        for (number, section) in form.sections.iter().enumerate() {
            items.push(heading(number, section));
            for (table, content) in form.tables.iter().enumerate().filter(|(_, table)| table.section == section.id) {
                for (block, body) in content.blocks.iter().enumerate() {
                    block_items(&mut items, form, content, (table, block), body);
                }
            }
        }
        let mut index: BTreeMap<String, Vec<(usize, Fit)>> = BTreeMap::new();
        for (number, item) in items.iter_mut().enumerate() {
            let all = item.wordings.iter().chain(&item.unnumbered).map(|wording| Spelling::new(wording));
            item.filters = item.wordings.iter().map(|wording| filter(wording)).collect();
            item.spellings = all.filter(|spelling| spelling.len() >= SHORTEST_SPELLING).collect();
            for wording in &item.wordings {
                index.entry(wording.clone()).or_default().push((number, Fit::Exact));
            }
            if let Some(unnumbered) = &item.unnumbered {
                index.entry(unnumbered.clone()).or_default().push((number, Fit::Unnumbered));
            }
        }
        let longest = index.keys().map(|wording| wording.chars().count()).max().unwrap_or(0);
        Self { sequence: items, index: index.into_iter().collect(), longest }
    }

    /// The items that a folded text may be.
    pub(crate) fn lookup(&self, folded: &str) -> &[(usize, Fit)] {
        self.search(folded).0
    }

    /// The items that a folded text may be, and whether some longer wording begins with it.
    pub(crate) fn search(&self, folded: &str) -> (&[(usize, Fit)], bool) {
        let mut at = self.index.partition_point(|(wording, _)| wording.as_str() < folded);
        let own = self.index.get(at).filter(|(wording, _)| wording == folded);
        at += usize::from(own.is_some());
        let longer = self.index.get(at).is_some_and(|(wording, _)| wording.starts_with(folded));
        (own.map_or(&[], |(_, items)| items.as_slice()), longer)
    }
}

fn heading(number: usize, section: &Section) -> Item {
    let wordings: Vec<String> =
        section.wordings().map(|wording| fold(&format!("{}、{wording}", section.number))).collect();
    let mut item = item(Kind::Section(number), None, Label { text: section.name(), ..Label::default() });
    item.wordings = wordings;
    // Print often leaves the number to automatic numbering; every wording counts without it.
    item.wordings.extend(section.wordings().map(fold));
    item.unnumbered = None;
    item
}

fn item(kind: Kind, place: Option<(usize, usize)>, label: Label) -> Item {
    let wordings = label.wordings().map(fold).filter(|wording| !wording.is_empty()).collect();
    let unnumbered = numbered(&label.text.zh).map(|numbered| fold(numbered.rest));
    Item {
        kind,
        place,
        label,
        wordings,
        filters: Vec::new(),
        unnumbered,
        spellings: Vec::new(),
        slots: Vec::new(),
        below: 0,
        span: 0,
    }
}

fn block_items(items: &mut Vec<Item>, form: &Form, table: &Table, place: (usize, usize), block: &TableBlock) {
    let frames = [&block.caption, &block.corner];
    items.extend(frames.into_iter().flatten().map(|label| item(Kind::Frame, Some(place), label.clone())));
    column_items(items, block, place);
    let columns: Vec<&Header> = block.columns.iter().flat_map(Header::leaves).collect();
    for row in &block.rows {
        row_items(items, form, table, place, &columns, row, 0);
    }
}

/// Column labels in the order in which print is read: level by level.
fn column_items(items: &mut Vec<Item>, block: &TableBlock, place: (usize, usize)) {
    let leaves: Vec<&Header> = block.columns.iter().flat_map(Header::leaves).collect();
    let mut level: Vec<&Header> = block.columns.iter().collect();
    while !level.is_empty() {
        for header in &level {
            let leaf = leaves.iter().position(|leaf| std::ptr::eq(*leaf, *header));
            items.push(item(leaf.map_or(Kind::Frame, Kind::Column), Some(place), header.label()));
        }
        level = level.into_iter().flat_map(|header| &header.children).collect();
    }
}

fn row_items(
    items: &mut Vec<Item>,
    form: &Form,
    table: &Table,
    place: (usize, usize),
    columns: &[&Header],
    row: &Header,
    depth: u16,
) {
    let kind = if row.children.is_empty() { Kind::Row } else { Kind::Group };
    let mut item = item(kind, Some(place), row.label());
    item.slots = columns.iter().filter_map(|column| form.slot(&table.join(&row.id, &column.id))).collect();
    item.span = if row.children.is_empty() { table.label_columns.saturating_sub(depth) } else { 1 };
    let own = items.len();
    items.push(item);
    for child in &row.children {
        row_items(items, form, table, place, columns, child, depth + 1);
    }
    items[own].below = items.len() - own - 1;
}
