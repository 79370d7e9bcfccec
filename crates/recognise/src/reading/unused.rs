//! What the alignment did not use: rows printed again or out of order, labels without values, tables unknown.
use std::collections::BTreeMap;

use gouji_model::{Arg, Cell, CellState, Message, Note};

use super::Reader;
use crate::candidates::Met;
use crate::items::Kind as ItemKind;
use crate::rows::{Heading, Row, slots};
use crate::settle::{Hypothesis, decide};
use crate::stray::strays;
use crate::tokens::{Kind, Token};

impl Reader<'_, '_> {
    /// Rows printed a second time are noted, and counted where the numbers differ; rows out of the form's order are
    /// taken by their labels.
    pub(super) fn strays(&mut self, found: &[Row]) {
        for stray in strays(&self.reading.prepared.items, self.tokens, &self.taken, found) {
            let item = &self.reading.prepared.items.sequence[stray.item];
            let table = item.place.map_or(0, |(table, _)| table);
            let name = item.label.name().clone();
            let row = Row {
                item: stray.item,
                met: Met::Exact,
                values: stray.values,
                places: None,
                doubtful: false,
                header: Heading::Agrees,
            };
            let key = match stray.again {
                None => {
                    let places: Vec<Option<usize>> = row.values.iter().copied().map(Some).collect();
                    self.fill(&row, &places);
                    "reading-row-elsewhere"
                }
                Some(first) if self.prints(&found[first]) == self.prints(&row) => "reading-row-twice",
                Some(first) => {
                    self.told.insert(stray.item);
                    self.reading.conflicts[table] += 1;
                    self.choose(&found[first], &row)
                }
            };
            let name =
                if name.zh.is_empty() { self.reading.prepared.book.form.tables[table].name.clone() } else { name };
            self.note(table, Message::new(key).label("row", &name), Some(stray.label));
            for token in row.values.iter().chain([&stray.label]) {
                self.taken[*token] = true;
            }
        }
    }

    /// Of a row printed twice with different numbers the one that the sums prove; else none.
    pub(super) fn choose(&mut self, first: &Row, second: &Row) -> &'static str {
        let all = |row: &Row| row.values.iter().copied().map(Some).collect::<Vec<_>>();
        let readings = [first.places.clone().unwrap_or_else(|| all(first)), all(second)];
        let hypotheses: Vec<Hypothesis> = readings.iter().map(|places| self.hypothesis(first.item, places)).collect();
        for slot in slots(&self.reading.prepared.items, first) {
            let id = self.reading.prepared.book.form.slot_id(*slot).to_owned();
            self.reading.report.set(&self.reading.prepared.book.form, &id, Cell::default());
            self.reading.report.extra.retain(|own, cell| **own != *id || cell.state != CellState::Missing);
        }
        match decide(
            &self.reading.prepared.book.form,
            &self.reading.prepared.hard,
            &mut self.reading.report,
            &hypotheses,
        ) {
            Some(chosen) => {
                self.fill(first, &readings[chosen]);
                "reading-row-twice-decided"
            }
            None => "reading-row-twice-differing",
        }
    }

    pub(super) fn prints(&self, row: &Row) -> Vec<&str> {
        row.values.iter().map(|token| self.tokens[*token].raw).collect()
    }

    /// Labels that differ from the form's, and rows known by their place alone.
    pub(super) fn labels(&mut self, found: &[Row]) {
        let chosen = self.reading.alignment.chosen.clone();
        for candidate in chosen.iter().filter(|candidate| candidate.met == Met::Alike) {
            let item = &self.reading.prepared.items.sequence[candidate.item];
            let Some((table, _)) = item.place else { continue };
            let label = candidate.span.clone().filter(|token| !candidate.values.contains(token));
            let printed: String = label.map(|token| self.tokens[token].raw).collect();
            let message = |key| Message::new(key).text("printed", &*printed).label("label", &item.label.text);
            let (note, evidence) = (message("reading-label-alike"), message("evidence-label"));
            self.note(table, note, Some(candidate.span.start));
            self.reading.mislabelled[table].push(evidence);
        }
        let unlabelled: Vec<(usize, Message, Option<usize>)> = found
            .iter()
            .filter(|row| row.met == Met::Unlabelled && row.places.is_some() && !self.has_rivals(found, row))
            .map(|row| {
                let message = Message::new("reading-label-absent").label("row", self.item(row).label.name());
                (self.table_of(row), message, row.values.first().copied())
            })
            .collect();
        for (table, message, token) in unlabelled {
            self.note(table, message, token);
        }
    }

    /// Rows whose label is printed and no value after it, in the midst of a table.
    pub(super) fn empty_rows(&mut self) {
        let chosen = self.reading.alignment.chosen.clone();
        let last = chosen.iter().rposition(|candidate| !candidate.values.is_empty()).unwrap_or_default();
        for candidate in &chosen[..last] {
            let item = &self.reading.prepared.items.sequence[candidate.item];
            let (ItemKind::Row, Some((table, _)), true) = (item.kind, item.place, candidate.values.is_empty()) else {
                continue;
            };
            let message = Message::new("reading-row-without-values").label("row", item.label.name());
            self.note(table, message, Some(candidate.span.start));
        }
    }

    /// Numbers in grids outside every table that was recognised, once for each grid.
    pub(super) fn unknown_tables(&mut self) {
        let mut grids: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for (number, token) in self.tokens.iter().enumerate() {
            let inside = self.taken[number] || self.reading.spans.iter().flatten().any(|span| span.contains(&number));
            if let (Kind::Value, Some(position), false) = (token.kind, token.position, inside) {
                grids.entry(position.grid).or_default().push(number);
            }
        }
        for numbers in grids.into_values().filter(|numbers| numbers.len() > 2) {
            let origin = Some(self.tokens[numbers[0]].origin.clone());
            let message = Message::new("reading-unknown-table").count("count", numbers.len());
            self.reading.general.push(Note { message, origin });
        }
    }

    /// Values and blanks inside a table that belong to no row of it.
    pub(super) fn left_over(&mut self, found: &[Row]) {
        let mut used = self.taken.clone();
        // A value that a row has but no cell of it took was told with that row.
        for token in found.iter().flat_map(|row| &row.values) {
            used[*token] = true;
        }
        for table in 0..self.reading.spans.len() {
            let Some(span) = self.reading.spans[table].clone() else { continue };
            let free: Vec<usize> = span.filter(|token| !used[*token]).collect();
            let values: Vec<usize> =
                free.iter().copied().filter(|token| self.tokens[*token].kind == Kind::Value).collect();
            self.reading.left[table] = values.len();
            if let Some(first) = values.first() {
                let list = values.iter().map(|token| Arg::Text(self.tokens[*token].raw.to_owned())).collect();
                let message = Message::new("reading-left-over").with("values", Arg::List(list));
                self.note(table, message.text("label", self.label_before(*first)), Some(*first));
            }
            let blanks: Vec<usize> = free.into_iter().filter(|token| self.is_empty_row(*token)).collect();
            if let Some(first) = blanks.first() {
                let width = self.reading.prepared.book.form.tables[table].width();
                if 2 * blanks.len() >= usize::from(width) {
                    self.note(table, Message::new("reading-extra-row"), Some(*first));
                    self.reading.extra_rows[table].push(*first);
                }
            }
        }
    }

    /// The text right before a value that no item of the form took: an unknown row's label.
    pub(super) fn label_before(&self, token: usize) -> &str {
        let before =
            self.tokens[..token].iter().rev().find(|token| token.kind != Kind::Blank && token.kind != Kind::Value);
        before.filter(|token| token.kind == Kind::Text).map_or("", |token| token.raw)
    }

    /// Whether a blank stands in a row that has nothing else in it; where the ends of rows are not known, blanks may
    /// be pads of merged cells.
    pub(super) fn is_empty_row(&self, token: usize) -> bool {
        let row = |token: &Token<'_>| token.position.and_then(|position| Some((position.grid, position.row?)));
        let Some(own) = row(&self.tokens[token]) else { return false };
        let inside = |other: &&Token<'_>| row(other) == Some(own);
        let before = self.tokens[..token].iter().rev().take_while(inside);
        let after = self.tokens[token..].iter().take_while(inside);
        before.chain(after).all(|other| other.kind == Kind::Blank)
    }
}
