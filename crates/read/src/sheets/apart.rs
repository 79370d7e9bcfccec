//! What stands beside a form, apart from it: last year's numbers, remarks.
use std::collections::{BTreeMap, BTreeSet};

use gouji_model::{Message, Note};

use super::{Area, Sheet, address};
use crate::repeats;

impl Sheet {
    /// Takes out what stands to the right of the form behind an empty column, under a heading of its own, and says so:
    /// its numbers have no labels and would pass for those of the form.
    pub(super) fn without_beside(mut self) -> (Self, Option<Note>) {
        let Some(first) = self.beside() else { return (self, None) };
        let mut taken = 0;
        for cells in self.cells.values_mut() {
            taken += cells.split_off(&first).values().filter(|text| !text.is_empty()).count();
        }
        self.merges.retain(|area| area.columns.0 < first);
        let row = self.cells.keys().next().copied().unwrap_or_default();
        let column = address(0, first).trim_end_matches('1').to_owned();
        let message = Message::new("reading-sheet-beside-form")
            .text("sheet", self.name.as_str())
            .text("column", column)
            .count("count", taken);
        let origin = Some(self.origin(row, first));
        (self, Some(Note { message, origin }))
    }

    /// The first column of what stands beside the form. A form is known by its merged cells; none of them reaches there,
    /// and of those beside it only the heading is merged.
    fn beside(&self) -> Option<u32> {
        if self.is_text {
            return None;
        }
        let last = |area: &&Area| (area.columns.1, area.columns.0);
        let right = self.merges.iter().max_by_key(last)?;
        let without_heading = || {
            let others = self.merges.iter().filter(|area| *area != right).map(|area| area.columns.1);
            let edge = others.max().filter(|_| right.rows.0 == right.rows.1)?;
            self.behind(edge).filter(|first| right.columns.0 >= *first)
        };
        self.behind(right.columns.1).or_else(without_heading)
    }

    /// The first column with a text behind an empty one to the right of an edge, if what stands there has a heading of its
    /// own.
    fn behind(&self, edge: u32) -> Option<u32> {
        let texts = self.cells.values().flatten().filter(|(column, text)| **column > edge && !text.is_empty());
        let columns: BTreeSet<u32> = texts.map(|(column, _)| *column).collect();
        let mut last = edge;
        let first = columns.into_iter().find(|column| {
            let is_behind_a_gap = *column > last + 1;
            last = *column;
            is_behind_a_gap
        })?;
        let heading = |cells: &BTreeMap<u32, String>| {
            let mut texts = cells.range(first..).map(|(_, text)| text).filter(|text| !text.is_empty());
            let text = texts.next()?;
            Some(texts.next().is_none() && repeats::is_label(text))
        };
        self.cells.values().find_map(heading)?.then_some(first)
    }
}
