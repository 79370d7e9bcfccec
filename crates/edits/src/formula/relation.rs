//! A constraint in words, without a report: `一、本年新收 + 二、上年结转 = （七）总计 + 四、结转下年度`.
use gouji_model::{Arg, Form, Message, Number, Slot, StateSet, SumTerm, Text};

use crate::formula::cells::{CLASSES, complement};
use crate::sentence::{Names, bare_denial, var_name};
use crate::{Atom, Edit, Linear, Quantifier, RuleBook, Var};

/// What an edit demands, in names of the form.
pub fn relation(book: &RuleBook, edit: &Edit) -> Message {
    let list = |atoms: &[Atom]| atoms.iter().map(|atom| nested(sentence(book, atom))).collect::<Vec<_>>();
    let demand = match edit.any.as_slice() {
        [only] => sentence(book, only),
        several => Message::new("relation-any").with("items", Arg::List(list(several))),
    };
    // What the whole report must be for a rule to apply is the rule's own text; here are the figures.
    let when: Vec<Atom> = edit.when.iter().filter(|atom| !matches!(atom, Atom::Fact { .. })).cloned().collect();
    if when.is_empty() {
        return demand;
    }
    Message::new("relation-when").with("when", Arg::List(list(&when))).with("demand", nested(demand))
}

fn nested(message: Message) -> Arg {
    Arg::Message(Box::new(message))
}

/// An atom by itself, with the column or row that its cells share.
fn sentence(book: &RuleBook, atom: &Atom) -> Message {
    match atom {
        Atom::Linear(linear) => {
            let names = Names::of(&book.form, linear);
            let equation = equation(book, &names, linear);
            match names.shared(&book.form, linear) {
                Some((key, name)) => Message::new(key).label("name", &name).with("equation", nested(equation)),
                None => equation,
            }
        }
        Atom::State { slot, quantifier, states } => {
            state(&book.form, &Names::over(&book.form, &[]), *slot, *quantifier, *states)
        }
        Atom::Fact { key, holds } => fact(book, key, *holds),
    }
}

/// What is asked of the state of a cell or group.
pub(crate) fn state(form: &Form, names: &Names, slot: Slot, quantifier: Quantifier, states: StateSet) -> Message {
    let key = match (quantifier, form.slot_cells(&slot).len()) {
        (_, 1) => "relation-state",
        (Quantifier::All, _) => "relation-state-all",
        (Quantifier::Any, _) => "relation-state-any",
    };
    Message::new(key).label("name", &names.slot(form, slot)).with("states", nested(state_words(states)))
}

/// The states asked for, or those excluded where they are fewer.
fn state_words(states: StateSet) -> Message {
    let words = |states: Option<StateSet>| -> Vec<Arg> {
        let Some(states) = states else { return Vec::new() };
        let numbers = states.contains(StateSet::NUMBER);
        let mut words: Vec<Arg> = numbers.then(|| nested(Message::new("relation-number"))).into_iter().collect();
        let single = CLASSES
            .into_iter()
            .filter(|class| states.contains(*class) && !(numbers && StateSet::NUMBER.contains(*class)));
        words.extend(single.flat_map(StateSet::names).map(|name| nested(Message::new(format!("relation-{name}")))));
        words
    };
    let (own, other) = (words(Some(states)), words(complement(states)));
    if complement(states) == Some(StateSet::MISSING) {
        Message::new("relation-found")
    } else if other.len() < own.len() {
        Message::new("relation-not").with("states", Arg::List(other))
    } else {
        Message::new("relation-is").with("states", Arg::List(own))
    }
}

/// Both sides, in the names given.
pub(crate) fn equation(book: &RuleBook, names: &Names, linear: &Linear) -> Message {
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for term in &linear.terms {
        let coefficient = linear.coefficient(term);
        let (side, factor) = if coefficient.is_negative() {
            (&mut right, Number::from_millionths(-coefficient.millionths()).unwrap_or_default())
        } else {
            (&mut left, coefficient)
        };
        let mut name = var_name(book, names, &term.var);
        if let Some(metric) = &term.factor {
            let share = var_name(book, names, &Var::Claim(metric.clone()));
            name = Text::new(format!("{} × {}", share.zh, name.zh), format!("{} × {}", share.en, name.en));
        }
        side.push(SumTerm { coefficient: factor, name: Some(name), value: None });
    }
    let constant = linear.constant;
    let (side, factor) = if constant.is_negative() {
        (&mut left, Number::from_millionths(-constant.millionths()).unwrap_or_default())
    } else {
        (&mut right, constant)
    };
    if !constant.is_zero() {
        side.push(SumTerm { coefficient: factor, name: None, value: None });
    }
    for side in [&mut left, &mut right] {
        if side.is_empty() {
            side.push(SumTerm { coefficient: Number::ZERO, name: None, value: None });
        }
    }
    Message::new("relation-equation")
        .with("left", Arg::Sum(left))
        .text("sign", linear.relation.sign())
        .with("right", Arg::Sum(right))
}

fn fact(book: &RuleBook, key: &str, holds: bool) -> Message {
    if let Some(level) = key.strip_prefix("unit.level.").or(key.strip_prefix("unit.kind.")) {
        let word = word_of(level);
        return Message::new(if holds { "relation-unit" } else { "relation-unit-not" }).label("word", &word);
    }
    let denial = bare_denial(book, key).text("evidence", "");
    Message::new(if holds { "relation-fact" } else { "relation-fact-not" }).with("denial", nested(denial))
}

/// The Chinese word and the id of a level or kind of unit.
pub(crate) fn word_of(id: &str) -> Text {
    let levels = gouji_model::Level::WORDS.iter().map(|(_, id, words)| (*id, *words));
    let kinds = gouji_model::UnitKind::WORDS.iter().map(|(_, id, words)| (*id, *words));
    let word = levels.chain(kinds).find(|(own, _)| *own == id).and_then(|(_, words)| words.first().copied());
    Text::new(word.unwrap_or(id), id)
}
