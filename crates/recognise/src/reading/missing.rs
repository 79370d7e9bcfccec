//! Rows and cells of the form that a table does not print.
use std::collections::BTreeSet;

use gouji_model::{Arg, CellState, Message, Slot, Text};

use super::Reader;
use crate::items::{Item, Kind as ItemKind};
use crate::rows::Row;

impl Reader<'_, '_> {
    /// Names the rows of which neither label nor values were found, those that follow one another in one note, at the
    /// row before them. Rows with a label or values of their own are told elsewhere.
    pub(super) fn missing_rows(&mut self, found: &[Row]) {
        let values = found.iter().map(|row| row.item);
        let met: BTreeSet<usize> =
            self.reading.alignment.chosen.iter().map(|candidate| candidate.item).chain(values).collect();
        let items = &self.reading.prepared.items.sequence;
        let rows = |item: &usize| items[*item].kind == ItemKind::Row;
        let mut runs: Vec<Vec<usize>> = Vec::new();
        let mut goes_on = None;
        for number in (0..items.len()).filter(rows) {
            let item = &items[number];
            let is_read = item.place.is_none_or(|(table, _)| self.reading.spans[table].is_none());
            if is_read || met.contains(&number) || self.told.contains(&number) || !self.is_missing(item) {
                goes_on = None;
                continue;
            }
            match runs.last_mut().filter(|_| goes_on == item.place) {
                Some(run) => run.push(number),
                None => runs.push(vec![number]),
            }
            goes_on = item.place;
        }
        for run in runs {
            self.note_missing(&run);
        }
        self.missing_cells(found);
    }

    /// Names the cells that were not found of rows that were, unless the row was told as a whole.
    fn missing_cells(&mut self, found: &[Row]) {
        for row in found {
            let item = self.item(row);
            let is_missing = |slot: &&Slot| match slot {
                Slot::Cell(index) => self.reading.report.cell(*index).state == CellState::Missing,
                Slot::Group(_) => false,
            };
            let missing: Vec<Slot> = item.slots.iter().filter(is_missing).copied().collect();
            if missing.is_empty() || self.told.contains(&row.item) {
                continue;
            }
            let form = &self.reading.prepared.book.form;
            let names = missing.iter().map(|slot| Arg::Label(form.slot_name(*slot).clone())).collect();
            let message = Message::new("reading-cells-missing").with("cells", Arg::List(names));
            let (table, first) = (self.table_of(row), self.place_of(row));
            self.note(table, message.count("count", missing.len()), first);
        }
    }

    fn is_missing(&self, item: &Item) -> bool {
        item.slots.iter().all(|slot| match slot {
            Slot::Cell(index) => self.reading.report.cell(*index).state == CellState::Missing,
            Slot::Group(_) => true,
        })
    }

    fn note_missing(&mut self, run: &[usize]) {
        let items = &self.reading.prepared.items.sequence;
        let Some((table, _)) = run.first().and_then(|first| items[*first].place) else { return };
        let name = self.reading.prepared.book.form.tables[table].name.clone();
        let label = |item: &usize| -> Text {
            let label = items[*item].label.name();
            if label.zh.is_empty() { name.clone() } else { label.clone() }
        };
        let rows = Arg::List(run.iter().map(|item| Arg::Label(label(item))).collect());
        let message = Message::new("reading-rows-missing").label("table", &name).count("count", run.len());
        let mut before = self.reading.alignment.chosen.iter().rev();
        let before = before.find(|candidate| {
            let place = items[candidate.item].place;
            candidate.item < run[0] && place.is_some_and(|(own, _)| own == table)
        });
        let token = before.map(|before| before.span.start);
        let token = token.or_else(|| Some(self.reading.spans[table].as_ref()?.start));
        self.note(table, message.with("rows", rows), token);
    }
}
