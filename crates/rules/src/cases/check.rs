//! Whether the rules say of the cases what the cases say they must.
use std::collections::BTreeSet;

use gouji_edits::{Context, Filed, Outcome, RuleBook, judge};
use gouji_model::{Arg, Message};

use crate::cases::{Case, Expected};
use crate::error::{Fault, RulesError, RulesErrors, Source};
use crate::load::Loaded;

/// How much was checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct CaseCounts {
    /// Rules.
    pub rules: usize,
    /// Cases.
    pub cases: usize,
}

/// Runs all cases of an edition; every rule must have one that holds and one that breaks.
///
/// # Errors
/// Every case of which a rule says something else, every rule without its cases, every fault in a file of cases.
pub fn check_cases(loaded: &Loaded) -> Result<CaseCounts, RulesErrors> {
    let cases = loaded.cases()?;
    let mut errors = Vec::new();
    for case in &cases {
        let faults = case.run(&loaded.book).into_iter().map(|problem| Fault::new(problem).at(case.span.clone()));
        errors.extend(faults.map(|fault| loaded.error(&case.source, fault)));
    }
    for (rule, script) in loaded.scripts.iter().enumerate() {
        let own: Vec<&Case> = cases.iter().filter(|case| case.rule == rule).collect();
        let source = script.cases.as_ref().unwrap_or(&script.source);
        errors.extend(lacking(&own).map(|key| loaded.error(source, Fault::new(Message::new(key)))));
    }
    let counts = CaseCounts { rules: loaded.scripts.len(), cases: cases.len() };
    if errors.is_empty() { Ok(counts) } else { Err(RulesErrors(errors)) }
}

/// What the cases of one rule do not show.
fn lacking(cases: &[&Case]) -> impl Iterator<Item = &'static str> {
    let holds = cases.iter().any(|case| case.expected == Expected::Held);
    let breaks = cases.iter().any(|case| matches!(&case.expected, Expected::Told { broken, .. } if !broken.is_empty()));
    [(holds, "rules-case-none-holds"), (breaks, "rules-case-none-breaks")]
        .into_iter()
        .filter_map(|(shown, key)| (!shown).then_some(key))
}

impl Loaded {
    /// An error in a file, for this edition.
    pub(crate) fn error(&self, source: &Source, fault: Fault) -> RulesError {
        RulesError { edition: Some(self.book.edition.id.clone()), ..source.error(fault) }
    }
}

/// What a rule says of a report, by subject.
#[derive(Debug, Default)]
struct Told {
    held: BTreeSet<Box<str>>,
    broken: BTreeSet<Box<str>>,
    unjudged: BTreeSet<Box<str>>,
}

impl Case {
    /// Judges the case: what the rule says of it and must not, or does not say and must. Empty when all is as expected.
    pub fn run(&self, book: &RuleBook) -> Vec<Message> {
        let told = self.told(book);
        let none = BTreeSet::new();
        let (broken, unjudged) = match &self.expected {
            Expected::Told { broken, unjudged } => (broken, unjudged),
            Expected::Held | Expected::Inapplicable => (&none, &none),
        };
        let mut problems = Vec::new();
        problems.extend(difference("rules-case-broken", &told.broken, broken));
        problems.extend(difference("rules-case-not-broken", broken, &told.broken));
        problems.extend(difference("rules-case-unjudged", &told.unjudged, unjudged));
        problems.extend(difference("rules-case-judged", unjudged, &told.unjudged));
        match self.expected {
            Expected::Held if problems.is_empty() && told.held.is_empty() => {
                problems.push(Message::new("rules-case-nothing-held"));
            }
            Expected::Inapplicable => problems.extend(difference("rules-case-applies", &told.held, &none)),
            _ => {}
        }
        problems.into_iter().map(|problem| problem.text("title", &*self.title)).collect()
    }

    fn told(&self, book: &RuleBook) -> Told {
        let filed = |report| Filed { form: &book.form, report };
        let members: Vec<Filed<'_>> = self.members.iter().map(filed).collect();
        let context =
            Context { last_year: self.last_year.as_ref().map(filed), members: &members, ..Context::default() };
        let mut told = Told::default();
        for judged in judge(book, &self.report, &context).judged {
            let edit = &book.edits[judged.edit];
            if edit.rule != self.rule {
                continue;
            }
            let subject = edit.subject.clone();
            match judged.outcome {
                Outcome::Held => told.held.insert(subject),
                Outcome::Broken => told.broken.insert(subject),
                Outcome::Unjudged(_) => told.unjudged.insert(subject),
                Outcome::Inapplicable => false,
            };
        }
        told
    }
}

/// A message about the subjects that are in one set and not in another.
fn difference(key: &'static str, one: &BTreeSet<Box<str>>, other: &BTreeSet<Box<str>>) -> Option<Message> {
    let subjects: Vec<Arg> = one.difference(other).map(|subject| Arg::Text(subject.clone().into_string())).collect();
    (!subjects.is_empty()).then(|| Message::new(key).with("subjects", Arg::List(subjects)))
}
