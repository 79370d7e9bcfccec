//! Whether the rules say of the cases what the cases say they must.
use std::collections::BTreeSet;

use gouji_edits::{Context, Filed, Outcome, RuleBook, judge};
use gouji_model::{Arg, Message};

use crate::cases::build::is_part;
use crate::cases::{Case, Expected};
use crate::error::{Fault, RulesError, RulesErrors, Source, line_column};
use crate::load::Loaded;
use crate::skeleton::UNWRITTEN;

/// How much was checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct CaseCounts {
    /// Rules.
    pub rules: usize,
    /// Cases.
    pub cases: usize,
}

/// What came of the cases of an edition.
#[derive(Clone, Debug)]
pub struct Trial {
    /// How much was tried.
    pub counts: CaseCounts,
    /// Cases of which the rule says something else, in the order of the rules.
    pub failed: Vec<FailedCase>,
    /// Rules without a case that holds, or without one that breaks.
    pub lacking: Vec<Lacking>,
    /// Words of a skeleton that are still to be replaced.
    pub unwritten: Vec<Unwritten>,
}

/// A place where a skeleton's words still stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unwritten {
    /// The file: the folder's name and the path in it.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The words.
    pub marker: &'static str,
}

/// A case of which the rule says something else.
#[derive(Clone, Debug)]
pub struct FailedCase {
    /// The case.
    pub case: Case,
    /// What the rule said.
    pub told: Told,
    /// Wherein the two differ.
    pub problems: Vec<Message>,
}

/// A rule that lacks a kind of case.
#[derive(Clone, Debug)]
pub struct Lacking {
    /// Index of the rule in the rule book.
    pub rule: usize,
    /// The file of its cases, or its script where there is none.
    pub source: Source,
    /// Which kind it lacks.
    pub problem: Message,
}

/// Runs all cases of an edition; every rule must have one that holds and one that breaks.
///
/// # Errors
/// Every fault in every file of cases.
pub fn try_cases(loaded: &Loaded) -> Result<Trial, RulesErrors> {
    let cases = loaded.cases()?;
    let counts = CaseCounts { rules: loaded.scripts.len(), cases: cases.len() };
    let mut lacking = Vec::new();
    for (rule, script) in loaded.scripts.iter().enumerate() {
        let own: Vec<&Case> = cases.iter().filter(|case| case.rule == rule).collect();
        let source = script.cases.as_ref().unwrap_or(&script.source);
        let of = |key| Lacking { rule, source: source.clone(), problem: Message::new(key) };
        lacking.extend(not_shown(&own).map(of));
    }
    let try_one = |case: Case| {
        let told = case.told(&loaded.book);
        let problems = case.problems(&told);
        (!problems.is_empty()).then_some(FailedCase { case, told, problems })
    };
    let sources = loaded.scripts.iter().flat_map(|script| std::iter::once(&script.source).chain(&script.cases));
    let unwritten = sources.filter_map(unwritten).collect();
    Ok(Trial { counts, failed: cases.into_iter().filter_map(try_one).collect(), lacking, unwritten })
}

/// Runs all cases of an edition, with everything that is wrong as errors.
///
/// # Errors
/// Every case of which a rule says something else, every rule without its cases, every fault in a file of cases.
pub fn check_cases(loaded: &Loaded) -> Result<CaseCounts, RulesErrors> {
    let trial = try_cases(loaded)?;
    let mut errors = Vec::new();
    for FailedCase { case, problems, .. } in trial.failed {
        let faults = problems.into_iter().map(|problem| Fault::new(problem).at(case.span.clone()));
        errors.extend(faults.map(|fault| loaded.error(&case.source, fault)));
    }
    errors.extend(trial.lacking.into_iter().map(|own| loaded.error(&own.source, Fault::new(own.problem))));
    if errors.is_empty() { Ok(trial.counts) } else { Err(RulesErrors(errors)) }
}

/// The first place in a file where a skeleton's words still stand.
fn unwritten(source: &Source) -> Option<Unwritten> {
    let found = UNWRITTEN.into_iter().filter_map(|marker| Some((source.text.find(marker)?, marker)));
    let (offset, marker) = found.min()?;
    let (line, _) = line_column(&source.text, offset);
    Some(Unwritten { file: source.file.clone(), line, marker })
}

/// What the cases of one rule do not show.
fn not_shown(cases: &[&Case]) -> impl Iterator<Item = &'static str> {
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
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Told {
    /// Subjects that hold.
    pub held: BTreeSet<Box<str>>,
    /// Subjects broken.
    pub broken: BTreeSet<Box<str>>,
    /// Subjects not judged.
    pub unjudged: BTreeSet<Box<str>>,
}

impl Case {
    /// Line of its title in its file, from 1.
    pub fn line(&self) -> usize {
        line_column(&self.source.text, self.span.start).0
    }

    /// What the rule says of the case and must not, or does not say and must. Empty when all is as expected.
    fn problems(&self, told: &Told) -> Vec<Message> {
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

    /// Judges the case.
    pub fn told(&self, book: &RuleBook) -> Told {
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
            let subject = self.as_named(book, &edit.subject);
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

impl Case {
    /// A subject as the case names it: the rows that a row became in this edition are that row.
    fn as_named(&self, book: &RuleBook, subject: &str) -> Box<str> {
        let Expected::Told { broken, unjudged } = &self.expected else { return subject.into() };
        let mut named = broken.iter().chain(unjudged);
        let is_named = named.clone().any(|name| **name == *subject);
        let whole = named.find(|name| !is_named && is_part(&book.form, subject, name));
        whole.cloned().unwrap_or_else(|| subject.into())
    }
}

/// A message about the subjects that are in one set and not in another.
fn difference(key: &'static str, one: &BTreeSet<Box<str>>, other: &BTreeSet<Box<str>>) -> Option<Message> {
    let subjects: Vec<Arg> = one.difference(other).map(|subject| Arg::Text(subject.clone().into_string())).collect();
    (!subjects.is_empty()).then(|| Message::new(key).with("subjects", Arg::List(subjects)))
}
