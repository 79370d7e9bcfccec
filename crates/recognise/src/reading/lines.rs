//! Cells with digits on both sides of a line break: one number that a narrow column broke, or several. The form's sums
//! tell which; else they are unreadable.
use gouji_model::{Cell, CellState, Message, Slot};

use super::Reader;
use crate::settle::{Hypothesis, decide};
use crate::values::{over_lines, read_value};

/// Whether a cell is unreadable because of its line breaks.
pub(super) fn is_over_lines(cell: &Cell) -> bool {
    cell.state == CellState::Unreadable && cell.raw.as_deref().is_some_and(|raw| over_lines(raw).is_some())
}

impl Reader<'_, '_> {
    /// Settles these cells one after another, as long as one that is known tells of others, and says what was decided.
    pub(super) fn settle_lines(&mut self) {
        let mut open = std::mem::take(&mut self.over_lines);
        // A row printed again may have taken its cells back.
        open.sort_unstable();
        open.dedup_by_key(|(slot, _)| *slot);
        open.retain(|(slot, _)| match slot {
            Slot::Cell(index) => is_over_lines(self.reading.report.cell(*index)),
            Slot::Group(_) => true,
        });
        loop {
            let before = open.len();
            open.retain(|(slot, token)| !self.settle_cell(*slot, *token));
            if open.is_empty() || open.len() == before {
                break;
            }
        }
        for (slot, token) in open {
            if let Some(message) = self.cell(slot, token).1 {
                self.note_cell(message, slot, token);
            }
        }
    }

    /// Whether one reading of a cell is the only one that the sums allow, or all are the same number; it is then put.
    fn settle_cell(&mut self, slot: Slot, token: usize) -> bool {
        let Slot::Cell(index) = slot else { return false };
        let form = &self.reading.prepared.book.form;
        let as_printed = self.reading.report.cell(index).clone();
        let spec = form.cell(index);
        let mut readings: Vec<Hypothesis> = Vec::new();
        for text in over_lines(self.tokens[token].raw).unwrap_or_default() {
            let state = read_value(&text, false, spec.value, spec.unit.as_deref()).state;
            let known = readings.iter().flatten().any(|(_, cell)| cell.state == state);
            if matches!(state, CellState::Number(_)) && !known {
                readings.push(vec![(slot, Cell { state, ..as_printed.clone() })]);
            }
        }
        *self.reading.report.cell_mut(index) = Cell::default();
        let only = (readings.len() == 1).then_some(0);
        let chosen = only.or_else(|| decide(form, &self.reading.prepared.hard, &mut self.reading.report, &readings));
        let cell = chosen.map_or_else(|| as_printed.clone(), |chosen| readings[chosen][0].1.clone());
        *self.reading.report.cell_mut(index) = cell.clone();
        let CellState::Number(number) = cell.state else { return false };
        let raw = self.tokens[token].raw.split_whitespace().collect::<Vec<_>>().join(" ");
        let key = if only.is_some() { "reading-number-lines-same" } else { "reading-number-lines-decided" };
        let message = Message::new(key).text("raw", raw).number("value", number);
        self.note_cell(message, slot, token);
        true
    }

    fn note_cell(&mut self, message: Message, slot: Slot, token: usize) {
        let form = &self.reading.prepared.book.form;
        let table = match slot {
            Slot::Cell(index) => form.cell(index).table,
            Slot::Group(index) => form.group(index).table,
        };
        let name = form.slot_name(slot).clone();
        self.note(table, message.label("cell", &name), Some(token));
    }
}
