//! Which printed column is which column of the form.
use std::collections::BTreeMap;

use gouji_model::{Header, TableBlock};

use crate::align::Alignment;
use crate::items::{Items, Kind as ItemKind};
use crate::tokens::{Kind, Token};

/// The columns of one block as printed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Columns {
    /// The block's leaf columns in the order of print; a column printed twice stands twice.
    pub(crate) printed: Vec<usize>,
    /// Whether that differs from the form's.
    pub(crate) differs: bool,
    /// Grid column of each leaf column, where the grid has true positions.
    pub(crate) positions: BTreeMap<u32, usize>,
}

impl Columns {
    /// Whether the header, and not the form's order, tells where the values of a row stand.
    pub(crate) fn tells(&self, values: usize) -> bool {
        self.differs && self.printed.len() == values
    }
}

/// Reads the header of a block.
pub(crate) fn columns(
    items: &Items,
    tokens: &[Token<'_>],
    alignment: &Alignment,
    place: (usize, usize),
    block: &TableBlock,
) -> Columns {
    let chosen: Vec<_> = alignment
        .chosen
        .iter()
        .filter(|candidate| items.sequence[candidate.item].place == Some(place))
        .filter(|candidate| matches!(items.sequence[candidate.item].kind, ItemKind::Column(_) | ItemKind::Frame))
        .collect();
    let leaves: Vec<&Header> = block.columns.iter().flat_map(Header::leaves).collect();
    let mut seen: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for candidate in &chosen {
        if let ItemKind::Column(leaf) = items.sequence[candidate.item].kind {
            seen.entry(leaf).or_default().push(candidate.span.start);
        }
    }
    let first_row = alignment
        .chosen
        .iter()
        .find(|candidate| {
            let item = &items.sequence[candidate.item];
            item.place == Some(place) && matches!(item.kind, ItemKind::Row | ItemKind::Group)
        })
        .map_or(0, |candidate| candidate.span.start);
    let first = chosen.iter().map(|candidate| candidate.span.start).min().unwrap_or(first_row);
    let taken: Vec<bool> = (first..first_row).map(|t| chosen.iter().any(|c| c.span.contains(&t))).collect();
    for (token, _) in
        (first..first_row).zip(&taken).filter(|(token, taken)| !**taken && tokens[*token].kind == Kind::Text)
    {
        stray_label(items, tokens, place, token, &mut seen);
    }
    let mut printed = Vec::new();
    let told = in_print_order(&block.columns, &leaves, &seen, &mut printed);
    let complete: Vec<usize> = (0..leaves.len()).collect();
    let positions = positions(tokens, &seen);
    Columns { differs: told && printed != complete && !printed.is_empty(), printed, positions }
}

/// A header label that the alignment could not place in the form's order: a column printed twice or elsewhere.
fn stray_label(
    items: &Items,
    tokens: &[Token<'_>],
    place: (usize, usize),
    token: usize,
    seen: &mut BTreeMap<usize, Vec<usize>>,
) {
    let leaves: Vec<usize> = items
        .lookup(&tokens[token].folded)
        .iter()
        .filter(|(item, _)| items.sequence[*item].place == Some(place))
        .filter_map(|(item, _)| if let ItemKind::Column(leaf) = items.sequence[*item].kind { Some(leaf) } else { None })
        .collect();
    // Where several columns of the block have the same label, it does not tell which of them stands there.
    if let [leaf] = leaves.as_slice() {
        seen.entry(*leaf).or_default().push(token);
    }
}

/// Leaf columns in the order of print; a heading that frames others keeps its place among its siblings, since
/// headers are read level by level. False where the labels do not tell an order.
fn in_print_order(
    level: &[Header],
    leaves: &[&Header],
    seen: &BTreeMap<usize, Vec<usize>>,
    printed: &mut Vec<usize>,
) -> bool {
    let leaf_of = |header: &Header| leaves.iter().position(|leaf| std::ptr::eq(*leaf, header));
    let siblings: Vec<usize> = level.iter().filter_map(leaf_of).collect();
    let mut met: Vec<(usize, usize)> = siblings
        .iter()
        .flat_map(|leaf| seen.get(leaf).into_iter().flatten().map(move |place| (*place, *leaf)))
        .collect();
    met.sort_unstable();
    let in_form_order = met.windows(2).all(|pair| pair[0].1 <= pair[1].1);
    let swapped = met.len() == siblings.len();
    let mut in_order = met.iter().map(|(_, leaf)| *leaf);
    let mut told = in_form_order || swapped;
    for header in level {
        match leaf_of(header) {
            None => told &= in_print_order(&header.children, leaves, seen, printed),
            Some(_) if !in_form_order => printed.extend(in_order.next()),
            Some(leaf) => printed.extend(met.iter().filter(|(_, own)| *own == leaf).map(|(_, own)| *own)),
        }
    }
    told
}

/// Grid columns of the leaves, where every one of them has a true position of its own.
fn positions(tokens: &[Token<'_>], seen: &BTreeMap<usize, Vec<usize>>) -> BTreeMap<u32, usize> {
    let mut positions = BTreeMap::new();
    for (leaf, places) in seen {
        // A column printed twice keeps its first place; the second is no column of the form.
        let Some(token) = places.first() else { continue };
        let Some((column, _)) = tokens[*token].position.and_then(|position| position.columns) else { continue };
        positions.entry(column).or_insert(*leaf);
    }
    positions
}
