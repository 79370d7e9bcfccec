//! Which printed column is which column of the form.
//!
//! The header is read as the sequence of its leaf labels. It may agree with the form's order, tell another order, or
//! contradict itself; in the last case no row is read by order.
use std::collections::BTreeMap;

use gouji_model::{Header, TableBlock};

use crate::align::Alignment;
use crate::items::{Item, Items, Kind as ItemKind};
use crate::tokens::{Kind, Token};

/// What the header of a block says of its columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Order {
    /// Nothing against the form's order.
    #[default]
    AsForm,
    /// The leaf columns in the order of print; one printed twice stands twice, one left out is absent.
    Printed(Vec<usize>),
    /// Labels that fit no order, but too few of them to say so: the header is shredded over lines.
    Unread,
    /// Labels that fit no order.
    Contradictory,
}

/// The columns of one block as printed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Columns {
    /// Their order.
    pub(crate) order: Order,
    /// Grid column of each leaf column, where the grid has true positions.
    pub(crate) positions: BTreeMap<u32, usize>,
}

impl Columns {
    /// The printed order, where it tells where as many values stand.
    pub(crate) fn tells(&self, values: usize) -> Option<&[usize]> {
        match &self.order {
            Order::Printed(printed) if printed.len() == values => Some(printed),
            _ => None,
        }
    }
}

/// A header label: its token, its leaf column if only one has such a label, the form's own wording.
struct Met<'a> {
    token: usize,
    leaf: Option<usize>,
    wording: &'a str,
}

fn own_wording(item: &Item) -> &str {
    item.wordings.first().map_or("", String::as_str)
}

/// Reads the header of a block.
pub(crate) fn columns(
    items: &Items,
    tokens: &[Token<'_>],
    alignment: &Alignment,
    place: (usize, usize),
    block: &TableBlock,
) -> Columns {
    let leaves: Vec<&Header> = block.columns.iter().flat_map(Header::leaves).collect();
    let labels = labels(items, tokens, alignment, place);
    let placed = labels.iter().all(|met| tokens[met.token].position.is_some_and(|place| place.columns.is_some()));
    let mut met: Vec<(usize, usize)> =
        labels.iter().filter_map(|met| met.leaf.map(|leaf| (sort_key(tokens, met.token, placed), leaf))).collect();
    met.sort_unstable();
    let printed: Vec<usize> = met.iter().map(|(_, leaf)| *leaf).collect();
    let across: Vec<usize> = (0..leaves.len()).collect();
    let by_level = level_order(&block.columns, &leaves);
    let order = if unique(items, place) {
        match order(&printed, &across, if placed { &across } else { &by_level }) {
            Order::Contradictory if !placed && is_little(&printed, leaves.len()) => Order::Unread,
            order => order,
        }
    } else {
        repeated_labels(items, place, &labels)
    };
    let positions = labels.iter().filter_map(|met| {
        let (column, _) = tokens[met.token].position?.columns?;
        Some((column, met.leaf?))
    });
    // A column printed twice keeps its first place; the second is no column of the form.
    let mut by_column = BTreeMap::new();
    for (column, leaf) in positions {
        if !by_column.values().any(|own| *own == leaf) {
            by_column.entry(column).or_insert(leaf);
        }
    }
    Columns { order, positions: by_column }
}

/// Where a label stands from left to right where positions are true, in reading order otherwise.
fn sort_key(tokens: &[Token<'_>], token: usize, placed: bool) -> usize {
    let column = tokens[token].position.and_then(|position| position.columns).map(|(column, _)| column);
    column.filter(|_| placed).and_then(|column| usize::try_from(column).ok()).unwrap_or(token)
}

/// Whether every leaf column of a block has a label of its own.
fn unique(items: &Items, place: (usize, usize)) -> bool {
    let mut wordings: Vec<&str> = of_block(items, place).map(own_wording).collect();
    let all = wordings.len();
    wordings.sort_unstable();
    wordings.dedup();
    wordings.len() == all
}

fn of_block(items: &Items, place: (usize, usize)) -> impl Iterator<Item = &Item> {
    items.sequence.iter().filter(move |item| item.place == Some(place) && matches!(item.kind, ItemKind::Column(_)))
}

/// The labels of a block's header in reading order: those of the alignment, and those that stand between the
/// first piece of the block and its first row without having been used.
fn labels<'a>(items: &'a Items, tokens: &[Token<'_>], alignment: &Alignment, place: (usize, usize)) -> Vec<Met<'a>> {
    let own = |item: &Item| item.place == Some(place);
    let is_row = |item: &Item| matches!(item.kind, ItemKind::Row | ItemKind::Group);
    let chosen = || alignment.chosen.iter().map(|candidate| (candidate, &items.sequence[candidate.item]));
    let first_row = chosen().find(|(_, item)| own(item) && is_row(item)).map(|(candidate, _)| candidate.span.start);
    let head = chosen().filter(|(_, item)| own(item) && !is_row(item)).map(|(candidate, _)| candidate.span.start).min();
    let (Some(first_row), Some(head)) = (first_row, head) else { return Vec::new() };
    let mut labels = Vec::new();
    let mut used = vec![false; first_row.saturating_sub(head)];
    for (candidate, item) in chosen().filter(|(candidate, _)| (head..first_row).contains(&candidate.span.start)) {
        for token in candidate.span.clone().filter(|token| *token < first_row) {
            used[token - head] = true;
        }
        if own(item) {
            let leaf = if let ItemKind::Column(leaf) = item.kind { Some(leaf) } else { None };
            labels.push(Met { token: candidate.span.start, leaf, wording: own_wording(item) });
        }
    }
    for token in (head..first_row).filter(|token| !used[token - head] && tokens[*token].kind == Kind::Text) {
        let here = items.lookup(&tokens[token].folded).iter().map(|(item, _)| &items.sequence[*item]);
        let here: Vec<&Item> = here.filter(|item| own(item) && !is_row(item)).collect();
        let Some(first) = here.first() else { continue };
        // Where several columns have the label, it does not tell which of them stands there.
        let leaf = match here.as_slice() {
            [Item { kind: ItemKind::Column(leaf), .. }] => Some(*leaf),
            _ => None,
        };
        labels.push(Met { token, leaf, wording: own_wording(first) });
    }
    labels.sort_by_key(|met| met.token);
    labels
}

/// Leaf columns in the order in which a header of several levels is read: level by level.
fn level_order(columns: &[Header], leaves: &[&Header]) -> Vec<usize> {
    let mut order = Vec::new();
    let mut level: Vec<&Header> = columns.iter().collect();
    while !level.is_empty() {
        order.extend(level.iter().filter_map(|header| leaves.iter().position(|leaf| std::ptr::eq(*leaf, *header))));
        level = level.into_iter().flat_map(|header| &header.children).collect();
    }
    order
}

/// What a sequence of leaf labels says, `across` being the form's columns from left to right and `reading` the order
/// in which its header is read.
fn order(printed: &[usize], across: &[usize], reading: &[usize]) -> Order {
    let fits = |whole: &[usize]| is_subsequence(printed, whole);
    if fits(across) || fits(reading) {
        let left_out: Vec<usize> = across.iter().copied().filter(|leaf| printed.contains(leaf)).collect();
        let whole = printed.is_empty() || left_out.len() == across.len();
        return if whole { Order::AsForm } else { Order::Printed(left_out) };
    }
    let mut distinct = printed.to_vec();
    distinct.dedup();
    if distinct.len() < printed.len() && (is_subsequence(&distinct, across) || is_subsequence(&distinct, reading)) {
        let times = |leaf: &usize| printed.iter().filter(|own| *own == leaf).count();
        let doubled = across.iter().flat_map(|leaf| std::iter::repeat_n(*leaf, times(leaf)));
        return Order::Printed(doubled.collect());
    }
    let mut sorted = printed.to_vec();
    sorted.sort_unstable();
    if sorted != across {
        return Order::Contradictory;
    }
    // The same labels at other places: each stands where the form's label of that place would stand.
    let displaced = |order: &[usize]| order.iter().zip(printed).filter(|(form, print)| form != print).count();
    let (by_reading, by_across) = (displaced(reading), displaced(across));
    if by_reading == by_across && reading != across {
        return Order::Contradictory;
    }
    let places = if by_reading <= by_across { reading } else { across };
    let mut told = vec![0; across.len()];
    for (place, leaf) in places.iter().zip(printed) {
        told[*place] = *leaf;
    }
    Order::Printed(told)
}

/// Whether so few leaf columns were met that their order says nothing.
fn is_little(printed: &[usize], leaves: usize) -> bool {
    let distinct: std::collections::BTreeSet<&usize> = printed.iter().collect();
    5 * distinct.len() < 3 * leaves
}

fn is_subsequence(part: &[usize], whole: &[usize]) -> bool {
    let mut rest = whole.iter();
    part.iter().all(|own| rest.any(|other| other == own))
}

/// A header whose labels repeat (the same outcomes under several bodies): read only as far as to see that it
/// contradicts the form's order. A header of which little can be read contradicts nothing.
fn repeated_labels(items: &Items, place: (usize, usize), labels: &[Met<'_>]) -> Order {
    let is_header = |item: &&Item| matches!(item.kind, ItemKind::Column(_) | ItemKind::Frame);
    let own = items.sequence.iter().filter(|item| item.place == Some(place)).filter(is_header);
    let expected: Vec<&str> = own.map(own_wording).collect();
    let mut rest = expected.iter();
    let in_order = labels.iter().all(|met| rest.any(|other| *other == met.wording));
    if in_order || 5 * labels.len() < 3 * expected.len() { Order::AsForm } else { Order::Contradictory }
}
