//! What localisation says of a report, as findings need it. Who finds it out is `gouji-repair`.
use std::collections::BTreeSet;

use gouji_model::{CellIndex, Message, Number, Report, Slot};

use crate::judge::Bench;
use crate::{Atom, Context, Judgement, Outcome, Relation, RuleBook, Var};

/// Causes of broken edits, and values of cells without a number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Explanation {
    /// Causes; each broken edit in one of them at most.
    pub causes: Vec<Cause>,
    /// Values that blank or unreadable cells must have.
    pub fills: Vec<(CellIndex, Number)>,
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

/// The cells whose value the prose or last year's report confirms: they alone stand beside a claim or a number of last
/// year in an equation that holds.
pub fn confirmed(
    book: &RuleBook,
    report: &Report,
    context: &Context<'_>,
    judgement: &Judgement,
) -> BTreeSet<CellIndex> {
    let mut cells = BTreeSet::new();
    for judged in judgement.judged.iter().filter(|judged| judged.outcome == Outcome::Held) {
        let edit = &book.edits[judged.edit];
        let witnesses = edit.any.iter().filter_map(|atom| match atom {
            Atom::Linear(linear) if linear.relation == Relation::Equal => witnessed(linear).map(|cell| (cell, linear)),
            _ => None,
        });
        let metrics = edit.metrics();
        let bench = Bench::new(book, report, context, &metrics, &judged.claims);
        let holds = |linear| bench.balance(linear).is_ok_and(|balance| balance.difference == 0);
        cells.extend(witnesses.filter(|(_, linear)| holds(*linear)).map(|(cell, _)| cell));
    }
    cells
}

/// The one cell of this report that stands beside numbers from elsewhere.
fn witnessed(linear: &crate::Linear) -> Option<CellIndex> {
    let mut own = linear.terms.iter().filter(|term| matches!(term.var, Var::Own(_)));
    let elsewhere = linear.terms.iter().any(|term| matches!(term.var, Var::Claim(_) | Var::LastYear(_)));
    match (own.next().map(|term| &term.var), own.next(), elsewhere) {
        (Some(Var::Own(Slot::Cell(cell))), None, true) => Some(*cell),
        _ => None,
    }
}
