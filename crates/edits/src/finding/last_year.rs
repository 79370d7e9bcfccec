//! Comparisons with last year's report: one item for each rule, since one slip of either year shows in several columns.
use std::collections::BTreeMap;

use gouji_model::{Arg, Message};

use super::{Assembly, Finding};
use crate::sentence::broken_atoms;
use crate::{Atom, Edit, Judgement, Outcome, Var};

/// Whether an edit compares cells of this report with last year's; what the prose claims has items of its own.
pub(super) fn compares(edit: &Edit) -> bool {
    let with_last_year = |atom: &Atom| match atom {
        Atom::Linear(linear) => linear.terms.iter().any(|term| matches!(term.var, Var::LastYear(_))),
        Atom::State { .. } | Atom::Fact { .. } => false,
    };
    edit.metrics().is_empty() && edit.any.iter().any(with_last_year)
}

impl Assembly<'_> {
    pub(super) fn last_year_items(&self, judgement: &Judgement) -> Vec<Finding> {
        let mut rules: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for judged in judgement.judged.iter().filter(|judged| judged.outcome == Outcome::Broken) {
            let edit = &self.book.edits[judged.edit];
            if compares(edit) && !self.is_hard(judged.edit) {
                rules.entry(edit.rule).or_default().push(judged.edit);
            }
        }
        rules.values().filter_map(|edits| self.last_year_item(edits)).collect()
    }

    fn last_year_item(&self, edits: &[usize]) -> Option<Finding> {
        let bench = self.bench();
        let told = |edit: &usize| broken_atoms(&bench, &self.book.edits[*edit].any);
        let all = edits.iter().map(told).reduce(|first, rest| {
            let first = Message::new("finding-and").with("first", Arg::Message(Box::new(first)));
            first.with("rest", Arg::Message(Box::new(rest)))
        })?;
        let message = match self.context.last_year_file {
            Some(file) => {
                Message::new("finding-last-year").with("what", Arg::Message(Box::new(all))).text("file", file)
            }
            None => all,
        };
        let mut finding = self.draft(*edits.first()?, message);
        let slots = edits.iter().flat_map(|edit| &self.book.edits[*edit].any).flat_map(Atom::own_slots);
        for cell in slots.flat_map(|slot| self.book.form.slot_cells(&slot).to_vec()) {
            let id = self.id(cell);
            if !finding.cells.contains(&id) {
                finding.cells.push(id);
            }
        }
        finding.origin = self.origin_of(&finding.cells);
        finding.edits = edits.len();
        finding.suggestion = self.explanation.of_tie(edits).cloned();
        Some(finding)
    }
}
