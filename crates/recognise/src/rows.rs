//! Rows of a table: which printed value stands in which cell.
use std::collections::BTreeMap;

use gouji_model::{Form, Slot};

use crate::align::Alignment;
use crate::candidates::{Candidate, Met};
use crate::columns::{Columns, Order, columns};
use crate::items::{Items, Kind as ItemKind};
use crate::pads::{PrintedRow, without_pads};
use crate::tokens::{Kind, Token};

/// What became of one row.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    /// Its item.
    pub(crate) item: usize,
    /// How its label was met.
    pub(crate) met: Met,
    /// Its values in the order of print, pads removed.
    pub(crate) values: Vec<usize>,
    /// For each slot of the item the token that stands there; `None` for the whole row where that cannot be told
    /// from the row alone.
    pub(crate) places: Option<Vec<Option<usize>>>,
    /// The count fits, but the last values may be pads and one before them lost.
    pub(crate) doubtful: bool,
    /// What the printed header says of the order of columns.
    pub(crate) header: Heading,
}

/// What a header says of the order of columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Heading {
    /// The form's order, or nothing.
    Agrees,
    /// Another order, by which the row was read.
    Tells,
    /// Too little of it was read; the form's order is taken.
    Unread,
    /// It fits no order: the row is not read.
    Contradicts,
}

/// Reads the rows of every table.
pub(crate) fn rows(form: &Form, items: &Items, tokens: &[Token<'_>], alignment: &Alignment) -> Vec<Row> {
    let mut headers = BTreeMap::new();
    for (table, content) in form.tables.iter().enumerate() {
        for (block, body) in content.blocks.iter().enumerate() {
            headers.insert((table, block), columns(items, tokens, alignment, (table, block), body));
        }
    }
    let found: Vec<&Candidate> = alignment
        .chosen
        .iter()
        .filter(|candidate| matches!(items.sequence[candidate.item].kind, ItemKind::Row | ItemKind::Group))
        .filter(|candidate| !candidate.values.is_empty())
        .collect();
    let printed = without_pads(items, tokens, alignment, &found);
    let positions = value_positions(items, tokens, &found, &printed);
    found
        .iter()
        .zip(printed)
        .map(|(candidate, row)| {
            let item = &items.sequence[candidate.item];
            let place = item.place.unwrap_or_default();
            let header = headers.get(&place);
            let count = item.slots.len();
            let by_value = positions.get(&(place, count)).cloned().unwrap_or_default();
            let places = place_values(tokens, &row, count, header, &by_value);
            let header = match header {
                Some(header) if header.order == Order::Contradictory => Heading::Contradicts,
                Some(header) if header.tells(row.told()).is_some() && places.is_some() => Heading::Tells,
                Some(header) if header.order == Order::Unread => Heading::Unread,
                _ => Heading::Agrees,
            };
            Row { item: candidate.item, met: candidate.met, values: row.values, doubtful: row.doubtful, places, header }
        })
        .collect()
}

/// Rows of one block with one number of slots: they have their values in the same grid columns.
type Alike = ((usize, usize), usize);
type Positions = BTreeMap<Alike, BTreeMap<u32, usize>>;
type Votes = BTreeMap<(u32, usize), usize>;

/// The grid columns in which rows with the right count have their values: the commonest for each.
fn value_positions(items: &Items, tokens: &[Token<'_>], found: &[&Candidate], rows: &[PrintedRow]) -> Positions {
    let mut counts: BTreeMap<Alike, Votes> = BTreeMap::new();
    for (candidate, PrintedRow { values, .. }) in found.iter().zip(rows) {
        let item = &items.sequence[candidate.item];
        if values.len() != item.slots.len() {
            continue;
        }
        let votes = counts.entry((item.place.unwrap_or_default(), item.slots.len())).or_default();
        for (slot, token) in values.iter().enumerate() {
            if let Some((column, _)) = tokens[*token].position.and_then(|position| position.columns) {
                *votes.entry((column, slot)).or_default() += 1;
            }
        }
    }
    let decide = |votes: Votes| {
        let mut best: BTreeMap<u32, (usize, usize)> = BTreeMap::new();
        for ((column, slot), count) in votes {
            let entry = best.entry(column).or_insert((slot, 0));
            if count > entry.1 {
                *entry = (slot, count);
            }
        }
        best.into_iter().map(|(column, (slot, _))| (column, slot)).collect()
    };
    counts.into_iter().map(|(key, votes)| (key, decide(votes))).collect()
}

/// Where each value of a row stands; `None` where that cannot be told from the row alone.
fn place_values(
    tokens: &[Token<'_>],
    row: &PrintedRow,
    count: usize,
    header: Option<&Columns>,
    positions: &BTreeMap<u32, usize>,
) -> Option<Vec<Option<usize>>> {
    let values = row.values.as_slice();
    if header.is_some_and(|header| header.order == Order::Contradictory) {
        return None;
    }
    if let Some(printed) = header.and_then(|header| header.tells(row.told())) {
        return by_printed_order(tokens, &values[..printed.len()], count, printed);
    }
    if values.len() == count {
        return (!row.doubtful).then(|| values.iter().map(|token| Some(*token)).collect());
    }
    let header_positions = header.map(|header| &header.positions).filter(|map| map.len() >= count.min(2));
    let found =
        by_position(tokens, values, count, positions).or_else(|| by_position(tokens, values, count, header_positions?));
    found.filter(|places| !is_short(places))
}

/// Whether a row ends before the others: a cell at its end is gone, or one before it, and those behind moved up.
fn is_short(places: &[Option<usize>]) -> bool {
    let filled = places.iter().take_while(|place| place.is_some()).count();
    filled < places.len() && places[filled..].iter().all(Option::is_none)
}

/// By the order of the printed header; a column printed twice must hold the same text twice.
fn by_printed_order(
    tokens: &[Token<'_>],
    values: &[usize],
    count: usize,
    printed: &[usize],
) -> Option<Vec<Option<usize>>> {
    let mut places: Vec<Option<usize>> = vec![None; count];
    for (token, column) in values.iter().zip(printed) {
        let place = places.get_mut(*column)?;
        if place.is_some_and(|first| tokens[first].raw != tokens[*token].raw) {
            return None;
        }
        place.get_or_insert(*token);
    }
    Some(places)
}

/// By grid columns; every value must have a known column of its own, and one alone: a number in a merged cell over two
/// columns may belong to either.
fn by_position(
    tokens: &[Token<'_>],
    values: &[usize],
    count: usize,
    positions: &BTreeMap<u32, usize>,
) -> Option<Vec<Option<usize>>> {
    if positions.is_empty() {
        return None;
    }
    let mut places = vec![None; count];
    for token in values {
        let (column, across) = tokens[*token].position?.columns?;
        let is_blank = tokens[*token].kind == Kind::Blank;
        let Some(slot) = positions.get(&column) else {
            if is_blank {
                continue;
            }
            return None;
        };
        if !is_blank && positions.range(column..column.saturating_add(across)).count() > 1 {
            return None;
        }
        let place = places.get_mut(*slot)?;
        if place.replace(*token).is_some() {
            return None;
        }
    }
    Some(places)
}

/// The slots of a row's item.
pub(crate) fn slots<'a>(items: &'a Items, row: &Row) -> &'a [Slot] {
    &items.sequence[row.item].slots
}
