//! A region's cells against the sums of its member units: one item for a rule and table.
use std::collections::BTreeMap;

use gouji_model::{Arg, Message, Number, Slot};

use super::{Assembly, Finding, RelatedEdit};
use crate::{Atom, Edit, Judgement, Outcome, Relation, Var};

/// So many cells are named with both numbers; the item points to all of them.
const NAMED: usize = 12;

/// A broken edit with the slot that it compares, and how.
type Compared = (usize, Slot, Relation);

/// The slot that an edit compares with the members' sum of the same slot, and how; `None` for any other edit.
pub(super) fn compared(edit: &Edit) -> Option<(Slot, Relation)> {
    let [Atom::Linear(linear)] = edit.any.as_slice() else { return None };
    match linear.terms.as_slice() {
        [own, members] if linear.constant.is_zero() && own.coefficient == -members.coefficient => {
            match (&own.var, &members.var) {
                (Var::Own(slot), Var::Members(other)) if slot == other => Some((*slot, linear.relation)),
                _ => None,
            }
        }
        _ => None,
    }
}

impl Assembly<'_> {
    /// Cells that differ from the members' sums.
    pub(super) fn member_items(&self, judgement: &Judgement) -> Vec<Finding> {
        let mut groups: BTreeMap<(usize, usize), Vec<Compared>> = BTreeMap::new();
        for judged in judgement.judged.iter().filter(|judged| judged.outcome == Outcome::Broken) {
            let edit = &self.book.edits[judged.edit];
            if let Some((slot, relation)) = compared(edit) {
                let table = self.book.form.slot_cells(&slot).first().map_or(0, |cell| self.book.form.cell(*cell).table);
                groups.entry((edit.rule, table)).or_default().push((judged.edit, slot, relation));
            }
        }
        groups.into_iter().filter_map(|((_, table), broken)| self.member_item(table, &broken)).collect()
    }

    fn member_item(&self, table: usize, broken: &[Compared]) -> Option<Finding> {
        let ((first, _, relation), rest) = broken.split_first()?;
        let key = match relation {
            Relation::AtMost | Relation::Below => "finding-members-above",
            Relation::AtLeast | Relation::Above => "finding-members-below",
            Relation::Equal | Relation::Unequal => "finding-members-unequal",
        };
        let named = Arg::List(broken.iter().take(NAMED).map(|(_, slot, _)| self.with_sum(*slot)).collect());
        let named = if broken.len() > NAMED {
            let more = Message::new("finding-members-more").with("cells", named).count("count", broken.len());
            Arg::Message(Box::new(more))
        } else {
            named
        };
        let message = Message::new(key)
            .label("table", &self.book.form.tables[table].name)
            .count("count", broken.len())
            .with("cells", named);
        let mut finding = self.draft(*first, message);
        let related = rest.iter().map(|(edit, ..)| &self.book.edits[*edit]);
        let id = |edit: &Edit| self.book.finding_id(edit);
        finding.related = related.map(|edit| RelatedEdit { id: id(edit), rule: finding.rule.clone() }).collect();
        let cells = broken.iter().flat_map(|(_, slot, _)| self.book.form.slot_cells(slot));
        finding.cells = cells.map(|cell| self.id(*cell)).collect();
        finding.origin = self.origin_of(&finding.cells);
        finding.edits = broken.len();
        let edits: Vec<usize> = broken.iter().map(|(edit, ..)| *edit).collect();
        finding.suggestion = self.explanation.of_tie(&edits).cloned();
        Some(finding)
    }

    /// A cell by name, with what stands there and what the members come to.
    fn with_sum(&self, slot: Slot) -> Arg {
        let bench = self.bench();
        let number = |var: &Var| {
            let value = bench.value(var).ok();
            value.and_then(|value| Number::from_millionths(value.millionths).ok()).unwrap_or_default()
        };
        let message = Message::new("finding-members-cell")
            .label("cell", self.book.form.slot_name(slot))
            .number("own", number(&Var::Own(slot)))
            .number("members", number(&Var::Members(slot)));
        Arg::Message(Box::new(message))
    }
}
