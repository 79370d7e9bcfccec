//! Pads: empty cells that a text prints for the columns of a merged label.
use std::collections::BTreeMap;

use crate::align::Alignment;
use crate::candidates::Candidate;
use crate::items::{Items, Kind as ItemKind};
use crate::tokens::{Kind, Token};

/// A width that so many of ten rows have is the width of the table.
const USUAL: usize = 7;

/// The values of a row as printed.
pub(crate) struct PrintedRow {
    /// The values without pads.
    pub(crate) values: Vec<usize>,
    /// Empty ones at the end of them.
    trailing: usize,
    /// A number may be lost and a pad taken for a cell: the row ends in empty cells after numbers, in a table that pads
    /// its rows; or it has no label and begins with an empty cell after others.
    pub(crate) doubtful: bool,
}

impl PrintedRow {
    /// The number of values up to the last that is not empty: what a printed header must account for.
    pub(crate) fn told(&self) -> usize {
        if self.doubtful { self.values.len() - self.trailing } else { self.values.len() }
    }
}

/// The values of each row without its pads. Where a row has lost or gained a cell the count does not fit the form's,
/// so that it is not read by order.
pub(crate) fn without_pads(
    items: &Items,
    tokens: &[Token<'_>],
    alignment: &Alignment,
    found: &[&Candidate],
) -> Vec<PrintedRow> {
    let rows: Vec<Printed> = found.iter().map(|candidate| Printed::of(items, tokens, alignment, candidate)).collect();
    let widths = widths(&rows);
    let usual = usual_surplus(&rows);
    let edges = edges(items, tokens, alignment);
    let last: BTreeMap<usize, usize> = rows.iter().enumerate().map(|(number, row)| (row.table, number)).collect();
    let strip = |(number, row): (usize, &Printed)| {
        let values: Vec<usize> = found[number].values.clone().collect();
        let leads = rows.iter().any(|other| other.table == row.table && other.leads());
        let pads = match widths.get(&row.table) {
            Some(width) => {
                let beyond = row.extent.saturating_sub(*width);
                let stray = last.get(&row.table) == Some(&number) && beyond > 0 && row.trailing >= beyond;
                (width + row.cells + if stray { beyond } else { 0 }).saturating_sub(row.extent + row.count)
            }
            None => usual.get(&row.class()).copied().unwrap_or_default().max(row.blank_surplus()),
        };
        let mut values = row.strip(&values, pads, leads);
        let edge = items.sequence[found[number].item].place.and_then(|place| edges.get(&place));
        let is_beyond = |token: &usize| edge.is_some_and(|edge| is_beyond(&tokens[*token], *edge));
        values.truncate(values.iter().rposition(|token| !is_beyond(token)).map_or(0, |last| last + 1));
        let blank = |token: &&usize| tokens[**token].kind == Kind::Blank;
        let trailing = values.iter().rev().take_while(blank).count();
        let placed = values.iter().any(|token| tokens[*token].position.is_some_and(|place| place.columns.is_some()));
        let padded = rows.iter().any(|other| other.blank_surplus() > 0);
        let ends_in_pads = padded && trailing > 0 && trailing < values.len();
        let doubtful = !placed && (ends_in_pads || row.begins_in_pads());
        PrintedRow { values, trailing, doubtful }
    };
    rows.iter().enumerate().map(strip).collect()
}

/// A row as printed.
struct Printed {
    table: usize,
    /// Label columns that its label covers.
    span: u16,
    /// Cells of the form.
    count: usize,
    /// Cells printed after the label.
    cells: usize,
    /// Cells printed in all, those of labels before it in the row included.
    extent: usize,
    /// Empty cells at the beginning and at the end of those after the label.
    leading: usize,
    trailing: usize,
    labelled: bool,
}

impl Printed {
    fn of(items: &Items, tokens: &[Token<'_>], alignment: &Alignment, candidate: &Candidate) -> Self {
        let item = &items.sequence[candidate.item];
        let blank = |token: &&Token<'_>| token.kind == Kind::Blank;
        let run = &tokens[candidate.values.clone()];
        // Labels of groups stand in the row of their first leaf.
        let label_only =
            |other: &&Candidate| items.sequence[other.item].kind == ItemKind::Group && other.values.is_empty();
        let before = alignment.chosen.iter().take_while(|other| other.span.start < candidate.span.start);
        let before =
            before.filter(|other| !label_only(other)).last().map_or(candidate.span.start, |other| other.span.end);
        let skipped = tokens[before..candidate.span.start].iter().take_while(blank).count();
        Self {
            table: item.place.map_or(0, |(table, _)| table),
            span: item.span,
            count: item.slots.len(),
            cells: run.len(),
            extent: candidate.span.end - before - skipped,
            leading: run.iter().take_while(blank).count(),
            trailing: run.iter().rev().take_while(blank).count(),
            labelled: !item.wordings.is_empty(),
        }
    }

    fn class(&self) -> (usize, u16, usize) {
        (self.table, self.span, self.count)
    }

    /// Cells beyond the form's, where they are empty ones at an end.
    fn blank_surplus(&self) -> usize {
        let surplus = self.cells.saturating_sub(self.count);
        if self.trailing >= surplus || self.leading >= surplus { surplus } else { 0 }
    }

    /// Whether its pads can only stand before its values.
    fn leads(&self) -> bool {
        let surplus = self.cells.saturating_sub(self.count);
        surplus > 0 && self.leading >= surplus && self.trailing < surplus
    }

    /// Whether it has more empty cells before its values than pads, and no label that tells where it begins.
    fn begins_in_pads(&self) -> bool {
        !self.labelled && self.leads() && self.leading > self.cells - self.count
    }

    fn strip(&self, values: &[usize], pads: usize, leads: bool) -> Vec<usize> {
        if leads {
            return values[pads.min(self.leading)..].to_vec();
        }
        values[..values.len() - pads.min(self.trailing)].to_vec()
    }
}

/// For each block the column behind the last that a label or a value of it covers, where columns are known.
fn edges(items: &Items, tokens: &[Token<'_>], alignment: &Alignment) -> BTreeMap<(usize, usize), (u32, u32)> {
    let mut edges = BTreeMap::new();
    for candidate in &alignment.chosen {
        let Some(place) = items.sequence[candidate.item].place else { continue };
        let filled = tokens[candidate.span.clone()].iter().filter(|token| token.kind != Kind::Blank);
        for (grid, columns) in filled.filter_map(|token| Some((token.position?.grid, token.position?.columns?))) {
            let edge = edges.entry(place).or_insert((grid, 0));
            // A block in several grids has several widths.
            edge.1 = if edge.0 == grid { edge.1.max(columns.0.saturating_add(columns.1)) } else { u32::MAX };
        }
    }
    edges
}

/// Whether an empty cell stands beyond the columns of its block: a sheet has cells for the widest of its tables.
fn is_beyond(token: &Token<'_>, (grid, end): (u32, u32)) -> bool {
    let position = token.position.filter(|position| position.grid == grid);
    let column = position.and_then(|position| position.columns).map(|(column, _)| column);
    token.kind == Kind::Blank && column.is_some_and(|column| column >= end)
}

/// The cells in a row of each table whose rows are padded to one width.
fn widths(rows: &[Printed]) -> BTreeMap<usize, usize> {
    let mut counts: BTreeMap<usize, BTreeMap<usize, usize>> = BTreeMap::new();
    for row in rows {
        *counts.entry(row.table).or_default().entry(row.extent).or_default() += 1;
    }
    let padded = |table: usize| rows.iter().any(|row| row.table == table && row.blank_surplus() > 0);
    let width = |(table, extents): (usize, BTreeMap<usize, usize>)| {
        let total: usize = extents.values().sum();
        let (width, count) = extents.into_iter().max_by_key(|(_, count)| *count)?;
        (padded(table) && total > 2 && 10 * count >= USUAL * total).then_some((table, width))
    };
    counts.into_iter().filter_map(width).collect()
}

/// The commonest number of cells beyond the form's among rows alike, for tables without one width.
fn usual_surplus(rows: &[Printed]) -> BTreeMap<(usize, u16, usize), usize> {
    let mut counts: BTreeMap<(usize, u16, usize), BTreeMap<usize, usize>> = BTreeMap::new();
    for row in rows {
        *counts.entry(row.class()).or_default().entry(row.cells.saturating_sub(row.count)).or_default() += 1;
    }
    let commonest = |surpluses: BTreeMap<usize, usize>| {
        surpluses.into_iter().rev().max_by_key(|(_, count)| *count).map_or(0, |(surplus, _)| surplus)
    };
    counts.into_iter().map(|(class, surpluses)| (class, commonest(surpluses))).collect()
}
