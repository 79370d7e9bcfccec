//! What localisation says of a report, as findings need it. Who finds it out is `gouji-repair`.
use std::collections::BTreeSet;

use gouji_model::{CellIndex, Message, Number, Report, Slot};

use crate::judge::{Bench, Judged};
use crate::{Atom, Context, Judgement, Outcome, Relation, RuleBook, Term, Var};

/// Causes of broken edits, and values of cells without a number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Explanation {
    /// Causes; each broken edit in one of them at most.
    pub causes: Vec<Cause>,
    /// Edits between the report and others, with what would mend them.
    pub ties: Vec<Cause>,
    /// Values that blank or unreadable cells must have.
    pub fills: Vec<(CellIndex, Number)>,
}

impl Explanation {
    /// What would mend an edit between the report and others.
    pub(crate) fn of_tie(&self, edits: &[usize]) -> Option<&Message> {
        let tie = self.ties.iter().find(|tie| tie.edits.iter().any(|edit| edits.contains(edit)))?;
        tie.suggestion.as_ref()
    }
}

/// Broken edits with what explains them: one item among the findings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cause {
    /// Indices in [`RuleBook::edits`].
    pub edits: Vec<usize>,
    /// The wrong cell and the value it must have, where that is certain.
    pub cell: Option<(CellIndex, Number)>,
    /// What to do.
    pub suggestion: Option<Message>,
}

/// What the prose, last year's report and the members' say that single cells hold: cells that alone stand beside numbers from
/// elsewhere in an equation, with the value that makes it true. Where one of several such equations holds, the others say nothing.
pub fn witnesses(
    book: &RuleBook,
    report: &Report,
    context: &Context<'_>,
    judgement: &Judgement,
) -> BTreeSet<(CellIndex, Number)> {
    let mut said = BTreeSet::new();
    let told = |judged: &&Judged| matches!(judged.outcome, Outcome::Held | Outcome::Broken);
    for judged in judgement.judged.iter().filter(told) {
        let edit = &book.edits[judged.edit];
        let metrics = edit.metrics();
        let bench = Bench::new(book, report, context, &metrics, &judged.claims);
        let all: Vec<(CellIndex, Number)> = edit.any.iter().filter_map(|atom| witness(&bench, atom)).collect();
        let confirms = |(cell, value): &&(CellIndex, Number)| report.cell(*cell).value() == Some(*value);
        if judged.outcome == Outcome::Held {
            said.extend(all.iter().filter(confirms));
        } else {
            said.extend(all);
        }
    }
    said
}

/// The one cell of this report that stands beside numbers from elsewhere, and the value that they ask for.
fn witness(bench: &Bench<'_>, atom: &Atom) -> Option<(CellIndex, Number)> {
    let Atom::Linear(linear) = atom else { return None };
    if linear.relation != Relation::Equal || linear.terms.iter().any(|term| term.factor.is_some()) {
        return None;
    }
    let (own, elsewhere): (Vec<&Term>, Vec<&Term>) =
        linear.terms.iter().partition(|term| matches!(term.var, Var::Own(_)));
    let [Term { var: Var::Own(Slot::Cell(cell)), coefficient, .. }] = own[..] else { return None };
    let difference = bench.balance(linear).ok().filter(|_| !elsewhere.is_empty())?.difference;
    let coefficient = i128::from(*coefficient);
    let value = bench.own.report.cell(*cell).value()?.millionths();
    let whole = difference % coefficient == 0;
    whole.then(|| Number::from_millionths(value - difference / coefficient).ok()).flatten().map(|value| (*cell, value))
}
