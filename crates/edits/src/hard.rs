//! Hard edits with their groups expanded to cells: what localisation, the recogniser and proof work on.
use gouji_model::{CellIndex, Facts, Form};

use crate::{Atom, Linear, Relation, RuleBook, Severity, Var};

/// A hard edit over single cells: `Σ coefficient·cell relation constant`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HardEdit {
    /// Index in [`RuleBook::edits`].
    pub edit: usize,
    /// Each cell once, with its coefficient, in the order of the form.
    pub terms: Vec<(CellIndex, i64)>,
    /// The relation.
    pub relation: Relation,
    /// The constant in millionths, scaled like the coefficients.
    pub constant: i128,
}

/// An edit that is hard in reports of which some facts are known, as of the mixed form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConditionalEdit {
    /// The edit.
    pub edit: HardEdit,
    /// Keys of the facts, and what each must be.
    pub given: Vec<(Box<str>, bool)>,
}

impl HardEdit {
    /// A linear atom of an edit, over single cells.
    pub(crate) fn new(form: &Form, edit: usize, linear: &Linear) -> Self {
        Self {
            edit,
            terms: expand(form, linear),
            relation: linear.relation,
            constant: linear.constant.millionths() * 10_i128.pow(u32::from(linear.scale)),
        }
    }

    /// The coefficient of a cell, 0 where it does not occur.
    pub fn coefficient(&self, cell: CellIndex) -> i64 {
        self.terms.binary_search_by_key(&cell, |(own, _)| *own).map_or(0, |position| self.terms[position].1)
    }
}

impl ConditionalEdit {
    /// Whether the facts are known and are what they must be.
    pub fn applies(&self, facts: &Facts) -> bool {
        self.given.iter().all(|(key, holds)| facts.get(key).is_some_and(|fact| fact.holds == *holds))
    }
}

/// All hard edits of a rule book, in its order.
pub fn hard_edits(book: &RuleBook) -> Vec<HardEdit> {
    book.hard_edits().map(|(edit, linear)| HardEdit::new(&book.form, edit, linear)).collect()
}

/// The edits that are hard but for conditions which are facts.
pub fn conditional_edits(book: &RuleBook) -> Vec<ConditionalEdit> {
    let conditional = book.edits.iter().enumerate().filter_map(|(index, edit)| {
        let [Atom::Linear(linear)] = edit.any.as_slice() else { return None };
        let fact = |atom: &Atom| match atom {
            Atom::Fact { key, holds } => Some((key.clone(), *holds)),
            _ => None,
        };
        let given = edit.when.iter().map(fact).collect::<Option<Vec<_>>>()?;
        let is_hard = !given.is_empty() && linear.is_own() && book.rule_of(edit).severity == Severity::Error;
        is_hard.then(|| ConditionalEdit { edit: HardEdit::new(&book.form, index, linear), given })
    });
    conditional.collect()
}

/// The linear atom's terms over cells.
pub(crate) fn expand(form: &Form, linear: &Linear) -> Vec<(CellIndex, i64)> {
    let mut terms: Vec<(CellIndex, i64)> = Vec::new();
    for term in &linear.terms {
        if let Var::Own(slot) = &term.var {
            terms.extend(form.slot_cells(slot).iter().map(|cell| (*cell, term.coefficient)));
        }
    }
    terms.sort_by_key(|(cell, _)| *cell);
    terms.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        if same {
            kept.1 += next.1;
        }
        same
    });
    terms.retain(|(_, coefficient)| *coefficient != 0);
    terms
}
