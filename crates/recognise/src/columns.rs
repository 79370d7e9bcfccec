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
        .filter(|candidate| items.items[candidate.item].place == Some(place))
        .filter(|candidate| matches!(items.items[candidate.item].kind, ItemKind::Column(_) | ItemKind::Frame))
        .collect();
    let leaves: Vec<&Header> = block.columns.iter().flat_map(Header::leaves).collect();
    let mut seen: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut frames: Vec<(&str, usize)> = Vec::new();
    for candidate in &chosen {
        match items.items[candidate.item].kind {
            ItemKind::Column(leaf) => seen.entry(leaf).or_default().push(candidate.span.start),
            _ => frames.push((&items.items[candidate.item].label.text.zh, candidate.span.start)),
        }
    }
    let first_row = alignment
        .chosen
        .iter()
        .find(|candidate| {
            let item = &items.items[candidate.item];
            item.place == Some(place) && matches!(item.kind, ItemKind::Row | ItemKind::Group)
        })
        .map_or(0, |candidate| candidate.span.start);
    let first = chosen.iter().map(|candidate| candidate.span.start).min().unwrap_or(first_row);
    let taken: Vec<bool> = (first..first_row).map(|t| chosen.iter().any(|c| c.span.contains(&t))).collect();
    for (token, _) in (first..first_row).zip(&taken).filter(|(token, taken)| !**taken && tokens[*token].kind == Kind::Text) {
        stray_label(items, tokens, place, token, &mut seen);
    }
    let mut printed = Vec::new();
    in_print_order(&block.columns, &leaves, &seen, &frames, &mut printed);
    let complete: Vec<usize> = (0..leaves.len()).collect();
    let positions = positions(tokens, &seen);
    Columns { differs: printed != complete && !printed.is_empty(), printed, positions }
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
        .filter(|(item, _)| items.items[*item].place == Some(place))
        .filter_map(|(item, _)| if let ItemKind::Column(leaf) = items.items[*item].kind { Some(leaf) } else { None })
        .collect();
    // Where several columns have the label, it is the first of them that was not met.
    let target = leaves.iter().find(|leaf| !seen.contains_key(leaf)).or(leaves.last());
    if let Some(leaf) = target {
        seen.entry(*leaf).or_default().push(token);
    }
}

/// Leaf columns in the order of print: siblings by where their labels stand, each below its parent.
fn in_print_order(
    level: &[Header],
    leaves: &[&Header],
    seen: &BTreeMap<usize, Vec<usize>>,
    frames: &[(&str, usize)],
    printed: &mut Vec<usize>,
) {
    let mut entries: Vec<(usize, &Header, Option<usize>)> = Vec::new();
    let mut last = 0;
    for header in level {
        if let Some(leaf) = leaves.iter().position(|leaf| std::ptr::eq(*leaf, header)) {
            for place in seen.get(&leaf).into_iter().flatten() {
                entries.push((*place, header, Some(leaf)));
                last = last.max(*place);
            }
        } else {
            let place = frames.iter().find(|(label, _)| *label == &*header.zh).map_or(last, |(_, place)| *place);
            entries.push((place, header, None));
            last = last.max(place);
        }
    }
    entries.sort_by_key(|(place, ..)| *place);
    for (_, header, leaf) in entries {
        match leaf {
            Some(leaf) => printed.push(leaf),
            None => in_print_order(&header.children, leaves, seen, frames, printed),
        }
    }
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
