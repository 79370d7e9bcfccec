//! A constraint in words, without a report: `一、本年新收 + 二、上年结转 = （七）总计 + 四、结转下年度`.
use gouji_model::{Arg, FactOf, Form, Message, Number, StateSet, SumTerm, Text};

use crate::formula::cells::{CLASSES, complement};
use crate::sentence::{Names, var_name};
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

fn sentence(book: &RuleBook, atom: &Atom) -> Message {
    let form = &book.form;
    match atom {
        Atom::Linear(linear) => equation(book, linear),
        Atom::State { slot, quantifier, states } => {
            let key = match (quantifier, form.slot_cells(slot).len()) {
                (_, 1) => "relation-state",
                (Quantifier::All, _) => "relation-state-all",
                (Quantifier::Any, _) => "relation-state-any",
            };
            Message::new(key).label("name", form.slot_name(*slot)).with("states", nested(state_words(*states)))
        }
        Atom::Fact { key, holds } => fact(form, key, *holds),
    }
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
    if other.len() < own.len() {
        Message::new("relation-not").with("states", Arg::List(other))
    } else {
        Message::new("relation-is").with("states", Arg::List(own))
    }
}

fn equation(book: &RuleBook, linear: &Linear) -> Message {
    let names = Names::of(&book.form, linear);
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for term in &linear.terms {
        let coefficient = linear.coefficient(term);
        let (side, factor) = if coefficient.is_negative() {
            (&mut right, Number::from_millionths(-coefficient.millionths()).unwrap_or_default())
        } else {
            (&mut left, coefficient)
        };
        let mut name = var_name(book, &names, &term.var);
        if let Some(metric) = &term.factor {
            let share = var_name(book, &names, &Var::Claim(metric.clone()));
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
    let equation = Message::new("relation-equation")
        .with("left", Arg::Sum(left))
        .text("sign", linear.relation.sign())
        .with("right", Arg::Sum(right));
    match names.shared(&book.form, linear) {
        Some((key, name)) => Message::new(key).label("name", &name).with("equation", nested(equation)),
        None => equation,
    }
}

fn fact(form: &Form, key: &str, holds: bool) -> Message {
    let (fact, arguments) = FactOf::of_key(key);
    let mut denial = Message::new(fact.map_or("fact-other", |fact| fact.denial)).text("key", key);
    for (position, argument) in arguments.iter().enumerate() {
        let name = if position == 0 { "name" } else { "other" };
        denial = match (form.section(argument), form.table(argument)) {
            (_, Some(table)) if key.starts_with("table.") => denial.label(name, &table.name),
            (Some(section), _) => denial.label(name, &section.name()),
            _ => denial.text(name, *argument),
        };
    }
    if let Some(level) = key.strip_prefix("unit.level.").or(key.strip_prefix("unit.kind.")) {
        let word = word_of(level);
        return Message::new(if holds { "relation-unit" } else { "relation-unit-not" }).label("word", &word);
    }
    let denial = denial.text("evidence", "");
    Message::new(if holds { "relation-fact" } else { "relation-fact-not" }).with("denial", nested(denial))
}

/// The Chinese word and the id of a level or kind of unit.
fn word_of(id: &str) -> Text {
    let levels = gouji_model::Level::WORDS.iter().map(|(_, id, words)| (*id, *words));
    let kinds = gouji_model::UnitKind::WORDS.iter().map(|(_, id, words)| (*id, *words));
    let word = levels.chain(kinds).find(|(own, _)| *own == id).and_then(|(_, words)| words.first().copied());
    Text::new(word.unwrap_or(id), id)
}
