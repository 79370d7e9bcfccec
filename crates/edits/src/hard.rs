//! Hard edits with their groups expanded to cells: what localisation, the recogniser and proof work on.
use gouji_model::{CellIndex, Facts, Form, Slot};

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
        apply(&self.given, facts)
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
        let given = facts_of(&edit.when)?;
        let is_hard = !given.is_empty() && linear.is_own() && book.rule_of(edit).severity == Severity::Error;
        is_hard.then(|| ConditionalEdit { edit: HardEdit::new(&book.form, index, linear), given })
    });
    conditional.collect()
}

/// An edit between a report and those that it must agree with: last year's of its unit, its members'.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tie {
    /// Its terms over this report's own cells, with the relation and the constant.
    pub own: HardEdit,
    /// Its other terms, in slots of this report's form.
    pub elsewhere: Vec<(Source, Slot, i64)>,
    /// Keys of the facts, and what each must be.
    pub given: Vec<(Box<str>, bool)>,
}

/// The reports that a tie speaks of beside its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Last year's report of the same unit.
    LastYear,
    /// The reports of the member units, added up.
    Members,
}

impl Tie {
    /// Whether the facts are known and are what they must be.
    pub fn applies(&self, facts: &Facts) -> bool {
        apply(&self.given, facts)
    }

    /// Whether it speaks of such reports.
    pub fn speaks_of(&self, source: Source) -> bool {
        self.elsewhere.iter().any(|(own, ..)| *own == source)
    }

    /// Its terms over the cells of another report, which may be of another form; `None` where that form lacks a slot.
    pub fn terms_in(&self, source: Source, own: &Form, there: &Form) -> Option<Vec<(CellIndex, i64)>> {
        let mut terms = Vec::new();
        for (_, slot, coefficient) in self.elsewhere.iter().filter(|(from, ..)| *from == source) {
            let slot = if std::ptr::eq(own, there) { *slot } else { there.slot(own.slot_id(*slot))? };
            terms.extend(there.slot_cells(&slot).iter().map(|cell| (*cell, *coefficient)));
        }
        Some(gathered(terms))
    }
}

/// The edits that tie a report to last year's and to its members': one linear atom over cells here and there, whose only
/// conditions are facts. All of them are warnings by their nature, since nobody can say which of the reports is wrong; what is only
/// worth a note ties nothing.
pub fn ties(book: &RuleBook) -> Vec<Tie> {
    let ties = book.edits.iter().enumerate().filter_map(|(index, edit)| {
        let [Atom::Linear(linear)] = edit.any.as_slice() else { return None };
        let elsewhere = elsewhere(linear)?;
        let serious = book.rule_of(edit).severity >= Severity::Warning && !elsewhere.is_empty();
        let own = HardEdit::new(&book.form, index, linear);
        serious.then_some(Tie { own, elsewhere, given: facts_of(&edit.when)? })
    });
    ties.collect()
}

/// The terms over cells of other reports; `None` where a term is no cell.
fn elsewhere(linear: &Linear) -> Option<Vec<(Source, Slot, i64)>> {
    let mut terms = Vec::new();
    for term in &linear.terms {
        match &term.var {
            _ if term.factor.is_some() => return None,
            Var::Own(_) => {}
            Var::LastYear(slot) => terms.push((Source::LastYear, *slot, term.coefficient)),
            Var::Members(slot) => terms.push((Source::Members, *slot, term.coefficient)),
            Var::Claim(_) => return None,
        }
    }
    Some(terms)
}

/// The facts that conditions ask for; `None` where one of them asks for something else.
fn facts_of(when: &[Atom]) -> Option<Vec<(Box<str>, bool)>> {
    let fact = |atom: &Atom| match atom {
        Atom::Fact { key, holds } => Some((key.clone(), *holds)),
        Atom::Linear(_) | Atom::State { .. } => None,
    };
    when.iter().map(fact).collect()
}

fn apply(given: &[(Box<str>, bool)], facts: &Facts) -> bool {
    given.iter().all(|(key, holds)| facts.get(key).is_some_and(|fact| fact.holds == *holds))
}

/// The linear atom's terms over cells.
pub(crate) fn expand(form: &Form, linear: &Linear) -> Vec<(CellIndex, i64)> {
    let mut terms: Vec<(CellIndex, i64)> = Vec::new();
    for term in &linear.terms {
        if let Var::Own(slot) = &term.var {
            terms.extend(form.slot_cells(slot).iter().map(|cell| (*cell, term.coefficient)));
        }
    }
    gathered(terms)
}

/// Each cell once, in the order of the form; those that cancel out are gone.
fn gathered(mut terms: Vec<(CellIndex, i64)>) -> Vec<(CellIndex, i64)> {
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
