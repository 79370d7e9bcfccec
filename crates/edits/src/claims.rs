//! What an edit that the prose breaks says: the sentence, and every reading of the tables that was tried.
use gouji_model::{Arg, Claim, Form, Message, Number, Section, SumTerm};

use crate::finding::Passage;
use crate::judge::Bench;
use crate::sentence::{Names, broken_linear, var_name};
use crate::{Atom, Linear, Relation, Term, Var};

/// Where a claim stands in the text.
pub(crate) fn passage(form: &Form, claim: &Claim) -> Passage {
    let heading = form.section(&claim.section).map(Section::name).unwrap_or_default();
    Passage { section: claim.section.clone(), heading, paragraph: claim.paragraph, sentence: claim.sentence.clone() }
}

/// What a broken edit about the prose says; `None` where it speaks of no claim.
pub(crate) fn message(bench: &Bench<'_>, atoms: &[Atom]) -> Option<Message> {
    let claims = bench.claims();
    let first = claims.first()?;
    let mut sentences: Vec<&str> = Vec::new();
    for claim in &claims {
        if !sentences.contains(&&*claim.sentence) {
            sentences.push(&claim.sentence);
        }
    }
    let quotations = sentences.iter().map(|sentence| nested(Message::new("finding-quote").text("sentence", *sentence)));
    let quotes = Arg::List(quotations.collect());
    let linears: Vec<&Linear> = atoms.iter().filter_map(linear).collect();
    let readings: Option<Vec<Message>> = linears.iter().map(|linear| reading(bench, linear)).collect();
    if let Some(readings) = readings.filter(|readings| !readings.is_empty()) {
        let (value, same) = told(&linears, first);
        let key = match (readings.len(), same) {
            (1, true) => "finding-claim-one",
            (_, true) => "finding-claim-none",
            (_, false) => "finding-claim-relations",
        };
        let readings = Arg::List(readings.into_iter().map(nested).collect());
        return Some(Message::new(key).with("quotes", quotes).with("readings", readings).number("value", value));
    }
    let telling = linears.iter().find(|linear| speaks(linear)).or(linears.first())?;
    let why = nested(broken_linear(bench, telling));
    Some(Message::new("finding-claim-other").with("quotes", quotes).with("why", why))
}

fn nested(message: Message) -> Arg {
    Arg::Message(Box::new(message))
}

fn linear(atom: &Atom) -> Option<&Linear> {
    if let Atom::Linear(linear) = atom { Some(linear) } else { None }
}

fn speaks(linear: &Linear) -> bool {
    linear.terms.iter().any(|term| term.factor.is_some() || matches!(term.var, Var::Claim(_)))
}

/// The number told, and whether all atoms demand that something equals it.
fn told(linears: &[&Linear], claim: &Claim) -> (Number, bool) {
    let equal =
        |linear: &&Linear| linear.relation == Relation::Equal && linear.terms.iter().all(|term| term.factor.is_none());
    (claim.value, linears.iter().all(equal))
}

/// How an atom reads the tables: what the cells beside the claim come to, or the part that a claimed share is of them.
fn reading(bench: &Bench<'_>, linear: &Linear) -> Option<Message> {
    if let Some(term) = linear.terms.iter().find(|term| term.factor.is_some()) {
        return share_reading(bench, linear, term);
    }
    let mut own = linear.terms.iter().filter(|term| matches!(term.var, Var::Claim(_)));
    let (claim, None) = (own.next()?, own.next()) else { return None };
    if claim.coefficient.abs() != 10_i64.pow(u32::from(linear.scale)) || !linear.constant.is_zero() {
        return None;
    }
    let rest: Vec<&Term> = linear.terms.iter().filter(|term| !matches!(term.var, Var::Claim(_))).collect();
    // Without the claim, so that the shortest names that tell the cells apart are used.
    let cells = Linear { terms: rest.iter().map(|term| (*term).clone()).collect(), ..linear.clone() };
    let names = Names::of(bench.own.form, &cells);
    let terms = rest.iter().map(|term| sum_term(bench, &names, linear, term, claim.coefficient > 0));
    let terms: Option<Vec<SumTerm>> = terms.collect();
    let terms = terms.filter(|terms| !terms.is_empty())?;
    let total = terms.iter().try_fold(0_i128, |sum, term| Some(sum + product(term.coefficient, term.value?)?))?;
    let several = terms.len() > 1;
    let message = Message::new(match (linear.relation, several) {
        (Relation::Equal, true) => "finding-reading-sum",
        (Relation::Equal, false) => "finding-reading",
        (_, true) => "finding-reading-sum-bound",
        (_, false) => "finding-reading-bound",
    });
    let relation = if claim.coefficient > 0 { linear.relation } else { mirrored(linear.relation) };
    let total = Number::from_millionths(total).ok()?;
    Some(message.with("sum", Arg::Sum(terms)).number("total", total).text("relation", relation.sign()))
}

/// A term on the other side of the claim.
fn sum_term(bench: &Bench<'_>, names: &Names, linear: &Linear, term: &Term, across: bool) -> Option<SumTerm> {
    let value = Number::from_millionths(bench.value(&term.var).ok()?.millionths).ok()?;
    let own = linear.coefficient(term);
    let coefficient = if across { Number::from_millionths(-own.millionths()).ok()? } else { own };
    Some(SumTerm { coefficient, name: Some(var_name(bench.book, names, &term.var)), value: Some(value) })
}

fn product(left: Number, right: Number) -> Option<i128> {
    Some(left.millionths().checked_mul(right.millionths())? / 1_000_000)
}

/// `of 805 33.9 % are 272.895`: what the share says, to one decimal.
fn share_reading(bench: &Bench<'_>, linear: &Linear, term: &Term) -> Option<Message> {
    let share = Number::from_millionths(bench.claimed(term.factor.as_deref()?)?).ok()?;
    let base = Number::from_millionths(bench.value(&term.var).ok()?.millionths).ok()?;
    let part = product(share, base)? / 100;
    let part = Number::from_millionths((part + 50_000) / 100_000 * 100_000).ok()?;
    let names = Names::of(bench.own.form, linear);
    let counted = linear.terms.iter().find(|other| other.factor.is_none() && other.var != term.var)?;
    let count = Number::from_millionths(bench.value(&counted.var).ok()?.millionths).ok()?;
    Some(
        Message::new("finding-reading-share")
            .label("base", &var_name(bench.book, &names, &term.var))
            .number("of", base)
            .number("share", share)
            .number("part", part)
            .label("name", &var_name(bench.book, &names, &counted.var))
            .number("count", count),
    )
}

fn mirrored(relation: Relation) -> Relation {
    match relation {
        Relation::AtMost => Relation::AtLeast,
        Relation::AtLeast => Relation::AtMost,
        Relation::Below => Relation::Above,
        Relation::Above => Relation::Below,
        other => other,
    }
}
