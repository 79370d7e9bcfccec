//! Judging: every edit of a rule book over one report, with outcomes kept apart.
use std::cell::RefCell;

use gouji_model::{CellState, FactOf, Report, Slot, StateSet};

use crate::value::{NoValue, Value, var_value};
use crate::{Atom, Context, Doubt, Edit, Filed, Linear, Quantifier, RuleBook};

/// Most claims that one edit is judged for.
const MAX_CLAIMS: usize = 64;

/// What became of an edit. Not judged is not passed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// True.
    Held,
    /// False.
    Broken,
    /// A condition is false, the prose has no such claim, or the printed form no such cell.
    Inapplicable,
    /// It cannot be told.
    Unjudged(Doubt),
}

/// The outcome of one edit, for one choice of claims if it speaks of any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// Index of the edit in the rule book.
    pub edit: usize,
    /// Indices of the claims it was judged with, in the order of [`Edit::metrics`].
    pub claims: Vec<usize>,
    /// What became of it.
    pub outcome: Outcome,
}

impl Judged {
    /// Whether it is counted and shown: what is about member units is not where there are none, as with most reports.
    pub fn counts(&self, book: &RuleBook) -> bool {
        self.outcome != Outcome::Inapplicable || !book.edits[self.edit].asks_members()
    }
}

/// The outcomes of all edits, in the order of the rule book.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Judgement {
    /// One or more entries for each edit.
    pub judged: Vec<Judged>,
}

impl Judgement {
    /// How many edits held, were broken, could not be judged, did not apply, of those that count.
    pub fn counts(&self, book: &RuleBook) -> Counts {
        let mut counts = Counts::default();
        for judged in self.judged.iter().filter(|judged| judged.counts(book)) {
            match judged.outcome {
                Outcome::Held => counts.held += 1,
                Outcome::Broken => counts.broken += 1,
                Outcome::Unjudged(_) => counts.unjudged += 1,
                Outcome::Inapplicable => counts.inapplicable += 1,
            }
        }
        counts
    }
}

/// Numbers of edits by outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, serde::Serialize)]
pub struct Counts {
    /// True.
    pub held: usize,
    /// False.
    pub broken: usize,
    /// Could not be told.
    pub unjudged: usize,
    /// Did not apply.
    pub inapplicable: usize,
}

/// Judges every edit of a rule book over a report of its form.
pub fn judge(book: &RuleBook, report: &Report, context: &Context<'_>) -> Judgement {
    let mut judgement = Judgement { judged: Vec::with_capacity(book.edits.len()) };
    let facts = FactMemory::default();
    for (index, edit) in book.edits.iter().enumerate() {
        let metrics = edit.metrics();
        if metrics.is_empty() {
            let outcome = Bench::new(book, report, context, &[], &[]).outcome(edit, &facts);
            judgement.judged.push(Judged { edit: index, claims: Vec::new(), outcome });
            continue;
        }
        let combinations = claim_combinations(report, &metrics);
        if combinations.is_empty() {
            judgement.judged.push(Judged { edit: index, claims: Vec::new(), outcome: Outcome::Inapplicable });
        }
        for claims in combinations {
            let outcome = Bench::new(book, report, context, &metrics, &claims).outcome(edit, &facts);
            judgement.judged.push(Judged { edit: index, claims, outcome });
        }
    }
    judgement
}

/// The choices of claims that an edit is judged with: each value of its metric once, at its first place.
///
/// An edit of several metrics is judged once, where each is told with one value: nobody can say which of several belong
/// together, and a rule of its own tells that they differ.
fn claim_combinations(report: &Report, metrics: &[&str]) -> Vec<Vec<usize>> {
    let mut told: Vec<Vec<usize>> = metrics.iter().map(|metric| distinct_claims(report, metric)).collect();
    match told.as_mut_slice() {
        [only] => only.iter().take(MAX_CLAIMS).map(|claim| vec![*claim]).collect(),
        several if several.iter().all(|claims| claims.len() == 1) => vec![several.concat()],
        _ => Vec::new(),
    }
}

/// Indices of the claims that answer to a name, the first of each value.
fn distinct_claims(report: &Report, name: &str) -> Vec<usize> {
    let mut found: Vec<usize> = Vec::new();
    for (index, claim) in report.claims.iter().enumerate().filter(|(_, claim)| claim.answers(name, &report.unit)) {
        if found.iter().all(|other| report.claims[*other].value != claim.value) {
            found.push(index);
        }
    }
    found
}

/// The truth of an atom.
enum Truth {
    True,
    False,
    Absent,
    Unknown(Doubt),
}

/// One report being judged with one choice of claims.
pub(crate) struct Bench<'a> {
    pub(crate) book: &'a RuleBook,
    pub(crate) own: Filed<'a>,
    context: &'a Context<'a>,
    metrics: &'a [&'a str],
    claims: &'a [usize],
}

/// The facts asked for last: edits of one rule ask for the same, and looking a fact up takes longer than a sum.
#[derive(Default)]
struct FactMemory<'a>(RefCell<[(&'a str, Option<bool>); 4]>);

impl<'a> FactMemory<'a> {
    fn get(&self, report: &Report, key: &'a str) -> Option<bool> {
        let mut known = self.0.borrow_mut();
        if let Some(position) = known.iter().position(|(own, _)| *own == key) {
            return known[position].1;
        }
        let found = report.fact(key);
        known.rotate_right(1);
        known[0] = (key, found);
        found
    }
}

/// The two sides of a linear atom in exact common units; the left holds the terms with positive coefficients.
pub(crate) struct Balance {
    /// `Σ coefficient·value − constant`, in units of `10^-(6 + scale)`, or `10^-(12 + scale)` with claimed shares.
    pub(crate) difference: i128,
    /// Blanks or dashes took part as 0.
    pub(crate) blanks: bool,
}

impl<'a> Bench<'a> {
    pub(crate) fn new(
        book: &'a RuleBook,
        report: &'a Report,
        context: &'a Context<'a>,
        metrics: &'a [&'a str],
        claims: &'a [usize],
    ) -> Self {
        Self { book, own: Filed { form: &book.form, report }, context, metrics, claims }
    }

    fn outcome<'f>(&self, edit: &'f Edit, facts: &FactMemory<'f>) -> Outcome {
        let mut doubt = None;
        for atom in &edit.when {
            match self.truth(atom, facts) {
                Truth::True => {}
                Truth::False | Truth::Absent => return Outcome::Inapplicable,
                Truth::Unknown(reason) => doubt = doubt.or(Some(reason)),
            }
        }
        if let Some(doubt) = doubt {
            return Outcome::Unjudged(doubt);
        }
        let mut absent = 0;
        for atom in &edit.any {
            match self.truth(atom, facts) {
                Truth::True => return Outcome::Held,
                Truth::False => {}
                Truth::Absent => absent += 1,
                Truth::Unknown(reason) => doubt = doubt.or(Some(reason)),
            }
        }
        match doubt {
            Some(doubt) => Outcome::Unjudged(doubt),
            None if absent == edit.any.len() => Outcome::Inapplicable,
            None => Outcome::Broken,
        }
    }

    fn truth<'f>(&self, atom: &'f Atom, facts: &FactMemory<'f>) -> Truth {
        match atom {
            Atom::Linear(linear) => match self.balance(linear) {
                Ok(balance) if linear.relation.holds(balance.difference, 0) => Truth::True,
                Ok(_) => Truth::False,
                Err(NoValue::Absent) => Truth::Absent,
                Err(NoValue::Doubt(doubt)) => Truth::Unknown(doubt),
            },
            Atom::State { slot, quantifier, states } => self.state_truth(*slot, *quantifier, *states),
            Atom::Fact { key, holds } => match facts.get(self.own.report, key) {
                Some(found) if found == *holds => Truth::True,
                Some(_) => Truth::False,
                None if FactOf::needs_last_year(key) => Truth::Unknown(self.context.no_last_year()),
                None => Truth::Unknown(Doubt::UnknownFact(key.clone())),
            },
        }
    }

    fn state_truth(&self, slot: Slot, quantifier: Quantifier, states: StateSet) -> Truth {
        let mut unknown = None;
        let mut seen = false;
        for index in self.own.form.slot_cells(&slot) {
            let state = self.own.report.cell(*index).state;
            if state == CellState::Missing && self.own.is_covered(*index) {
                continue;
            }
            seen = true;
            let inside = states.contains(StateSet::of(state));
            match quantifier {
                Quantifier::Any if inside => return Truth::True,
                // What was not found may have any state; only a question about being found can be answered.
                _ if state == CellState::Missing && !inside && !asks_if_found(states) => {
                    unknown = Some(Doubt::Missing(Slot::Cell(*index)));
                }
                Quantifier::All if !inside => return Truth::False,
                _ => {}
            }
        }
        match (unknown, seen, quantifier) {
            (_, false, _) => Truth::Absent,
            (Some(doubt), ..) => Truth::Unknown(doubt),
            (None, true, Quantifier::All) => Truth::True,
            (None, true, Quantifier::Any) => Truth::False,
        }
    }

    /// The value of one term's variable.
    pub(crate) fn value(&self, var: &crate::Var) -> Result<Value, NoValue> {
        var_value(var, self.own, self.context, &|metric| self.claimed(metric))
    }

    /// The claims chosen, in the order of the metrics.
    pub(crate) fn claims(&self) -> Vec<&'a gouji_model::Claim> {
        self.claims.iter().filter_map(|claim| self.own.report.claims.get(*claim)).collect()
    }

    pub(crate) fn claimed(&self, metric: &str) -> Option<i128> {
        let position = self.metrics.iter().position(|own| *own == metric)?;
        let claim = self.own.report.claims.get(*self.claims.get(position)?)?;
        Some(claim.value.millionths())
    }

    /// What the atom's two sides differ by.
    pub(crate) fn balance(&self, linear: &Linear) -> Result<Balance, NoValue> {
        const TOO_LARGE: NoValue = NoValue::Doubt(Doubt::TooLarge);
        let shares = linear.terms.iter().any(|term| term.factor.is_some());
        let unit: i128 = if shares { 1_000_000 } else { 1 };
        let constant = linear.constant.millionths().checked_mul(10_i128.pow(u32::from(linear.scale)));
        let mut balance = Balance { difference: 0, blanks: false };
        balance.difference = constant.and_then(|constant| constant.checked_mul(-unit)).ok_or(TOO_LARGE)?;
        for term in &linear.terms {
            let value = self.value(&term.var)?;
            let factor = match &term.factor {
                Some(metric) => self.claimed(metric).ok_or(NoValue::Absent)?,
                None => unit,
            };
            let product = value.millionths.checked_mul(factor).and_then(|p| p.checked_mul(term.coefficient.into()));
            balance.difference = product.and_then(|p| balance.difference.checked_add(p)).ok_or(TOO_LARGE)?;
            balance.blanks |= value.blanks;
        }
        Ok(balance)
    }
}

/// Whether a set of states is "anything but missing".
pub(crate) fn asks_if_found(states: StateSet) -> bool {
    let found = StateSet::NUMBER.union(StateSet::BLANK).union(StateSet::DASH).union(StateSet::UNREADABLE);
    states == found
}
