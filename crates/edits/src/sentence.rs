//! Edits as sentences, with the sums in numbers.
use std::borrow::Cow;

use gouji_model::{Arg, Cell, CellState, Claim, FactArgument, Form, Message, Number, Slot, SumTerm, Text};

use crate::judge::Bench;
use crate::{Atom, Linear, Relation, RuleBook, Var};

/// Which part of a slot's name a sentence needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Naming {
    Full,
    Row,
    Column,
}

/// The names of a linear atom's terms: the shortest that tell them apart.
pub(crate) struct Names {
    naming: Naming,
}

impl Names {
    /// Row names where all terms are of one column, column names where all are of one row, full names otherwise.
    pub(crate) fn of(form: &Form, linear: &Linear) -> Self {
        let slots: Vec<Slot> = linear.terms.iter().filter_map(|term| own_slot(&term.var)).collect();
        let distinct = slots.len() > 1 && slots.len() == linear.terms.len();
        Self::over(form, if distinct { &slots } else { &[] })
    }

    /// The same for some slots; a single one is named by its row where it has one.
    pub(crate) fn over(form: &Form, slots: &[Slot]) -> Self {
        let same = |axis: fn((&'_ str, &'_ str)) -> String| -> bool {
            let mut values = slots.iter().map(|slot| (slot_table(form, *slot), axis(form.slot_axes(*slot))));
            values.next().is_some_and(|first| values.all(|value| value == first))
        };
        let has_rows = slots.iter().all(|slot| !form.slot_axes(*slot).0.is_empty());
        let naming = if has_rows && same(|(_, column)| column.to_owned()) {
            Naming::Row
        } else if same(|(row, _)| row.to_owned()) {
            Naming::Column
        } else {
            Naming::Full
        };
        Self { naming }
    }

    /// What the names leave out because all terms share it: the key of the message that says it, and the name of the
    /// column or row.
    pub(crate) fn shared(&self, form: &Form, linear: &Linear) -> Option<(&'static str, Text)> {
        self.shared_of(form, linear.terms.iter().find_map(|term| own_slot(&term.var))?)
    }

    /// The same, of one of the slots.
    pub(crate) fn shared_of(&self, form: &Form, slot: Slot) -> Option<(&'static str, Text)> {
        let names = form.slot_axis_names(slot);
        let (key, name) = match self.naming {
            Naming::Full => return None,
            Naming::Row => ("relation-in-column", &names.column),
            Naming::Column => ("relation-in-row", &names.row),
        };
        (!name.zh.is_empty()).then(|| (key, name.clone()))
    }

    /// Whether names leave out what all slots share.
    pub(crate) fn is_short(&self) -> bool {
        self.naming != Naming::Full
    }

    /// The name of a slot.
    pub(crate) fn slot(&self, form: &Form, slot: Slot) -> Text {
        match self.naming {
            Naming::Full => form.slot_name(slot).clone(),
            Naming::Row => form.slot_axis_names(slot).row.clone(),
            Naming::Column => form.slot_axis_names(slot).column.clone(),
        }
    }
}

fn slot_table(form: &Form, slot: Slot) -> usize {
    match slot {
        Slot::Cell(index) => form.cell(index).table,
        Slot::Group(index) => form.group(index).table,
    }
}

fn own_slot(var: &Var) -> Option<Slot> {
    if let Var::Own(slot) = var { Some(*slot) } else { None }
}

/// A side of a linear atom: its terms with their values, and what they come to.
pub(crate) struct Side {
    terms: Vec<SumTerm>,
    total: Option<Number>,
}

impl Side {
    /// `name value`, or `name value + name value = total`.
    pub(crate) fn message(&self) -> Message {
        let sum = Arg::Sum(self.terms.clone());
        match self.total {
            Some(total) if self.terms.len() > 1 => {
                Message::new("finding-side-sum").with("sum", sum).number("total", total)
            }
            _ => Message::new("finding-side").with("sum", sum),
        }
    }
}

/// Both sides of a linear atom, written so that every coefficient is positive.
pub(crate) fn sides(bench: &Bench<'_>, linear: &Linear) -> (Side, Side) {
    let names = Names::of(bench.own.form, linear);
    let mut left = Vec::new();
    let mut right = Vec::new();
    for term in &linear.terms {
        let coefficient = linear.coefficient(term);
        let (terms, size) = if coefficient.is_negative() {
            (&mut right, Number::from_millionths(-coefficient.millionths()).unwrap_or_default())
        } else {
            (&mut left, coefficient)
        };
        terms.push(SumTerm {
            coefficient: size,
            name: Some(var_name(bench.book, &names, &term.var)),
            value: bench.value(&term.var).ok().and_then(|value| Number::from_millionths(value.millionths).ok()),
        });
    }
    let constant = SumTerm { coefficient: linear.constant, name: None, value: Some(Number::from(1)) };
    if right.is_empty() || !linear.constant.is_zero() {
        right.push(constant);
    }
    (side(left), side(right))
}

fn side(terms: Vec<SumTerm>) -> Side {
    let total = terms.iter().try_fold(0_i128, |sum, term| {
        let (units, scale) = term.coefficient.parts();
        let product = term.value?.millionths().checked_mul(i128::from(units))?;
        sum.checked_add(product / 10_i128.pow(u32::from(scale)))
    });
    Side { terms, total: total.and_then(|total| Number::from_millionths(total).ok()) }
}

pub(crate) fn var_name(book: &RuleBook, names: &Names, var: &Var) -> Text {
    let form = &book.form;
    match var {
        Var::Own(slot) => names.slot(form, *slot),
        Var::LastYear(slot) => prefixed("上年", "last year’s ", &names.slot(form, *slot)),
        Var::Members(slot) => prefixed("各单位", "the units’ ", &names.slot(form, *slot)),
        Var::Claim(name) => {
            let metric = book.lexicon.prose.metric_name(Claim::parse_name(name).0);
            Text::new(format!("正文「{}」", metric.zh), format!("{} as told", metric.en))
        }
    }
}

fn prefixed(zh: &str, en: &str, name: &Text) -> Text {
    Text::new(format!("{zh}{}", name.zh), format!("{en}{}", name.en))
}

/// How a cell's content is shown in a sentence.
pub fn shown(cell: &Cell) -> Arg {
    match cell.state {
        CellState::Number(number) => Arg::Number(number),
        CellState::Blank => Arg::Message(Box::new(Message::new("state-blank"))),
        CellState::Missing => Arg::Message(Box::new(Message::new("state-missing"))),
        CellState::Dash => Arg::Text(cell.raw.as_deref().unwrap_or("/").to_owned()),
        CellState::Unreadable => Arg::Text(format!("“{}”", cell.raw.as_deref().unwrap_or_default())),
    }
}

/// What a broken linear atom says: `left 13，right 12，相差 1`, or `left 6，应 ≤ right 5`.
pub(crate) fn broken_linear(bench: &Bench<'_>, linear: &Linear) -> Message {
    let (left, right) = sides(bench, linear);
    let message = |key: &'static str| {
        Message::new(key)
            .with("left", Arg::Message(Box::new(left.message())))
            .with("right", Arg::Message(Box::new(right.message())))
    };
    let context = heading(bench.own.form, linear);
    let difference = left
        .total
        .zip(right.total)
        .and_then(|(left, right)| Number::from_millionths((left.millionths() - right.millionths()).abs()).ok());
    let only_constant = linear.terms.len() == 1;
    let message = match (linear.relation, difference) {
        (Relation::Equal, _) if only_constant => message("finding-must-be"),
        (Relation::Equal, Some(difference)) => message("finding-unequal").number("difference", difference),
        (relation, _) => message("finding-relation").text("relation", relation.sign()),
    };
    with_blanks(bench, linear, message.with("context", context))
}

/// Adds that blanks took part as 0, where they did.
pub(crate) fn with_blanks(bench: &Bench<'_>, linear: &Linear, message: Message) -> Message {
    let blanks = bench.balance(linear).is_ok_and(|balance| balance.blanks);
    message.with("blanks", if blanks { nested("finding-blanks-as-zero") } else { Arg::Text(String::new()) })
}

fn nested(key: &'static str) -> Arg {
    Arg::Message(Box::new(Message::new(key)))
}

/// What a sentence with row names or column names alone must begin with: the table and the column or row.
fn heading(form: &Form, linear: &Linear) -> Arg {
    let names = Names::of(form, linear);
    let first = linear.terms.iter().find_map(|term| own_slot(&term.var));
    let (Some(slot), false) = (first, names.naming == Naming::Full) else { return Arg::Text(String::new()) };
    let table = form.slot_table(slot);
    let axes = form.slot_axis_names(slot);
    let (name, key) = match names.naming {
        Naming::Row => (&axes.column, "finding-context-column"),
        _ => (&axes.row, "finding-context-row"),
    };
    if name.zh.is_empty() {
        return Arg::Message(Box::new(Message::new("finding-context-table").label("table", &table.name)));
    }
    Arg::Message(Box::new(Message::new(key).label("table", &table.name).label("name", name)))
}

/// Why a cell must have another value: the side that it does not stand on alone, or both.
pub(crate) fn why(bench: &Bench<'_>, linear: &Linear, cell: Slot) -> Message {
    let (left, right) = sides(bench, linear);
    let alone = |negative: bool| {
        let mut side = linear.terms.iter().filter(|term| (term.coefficient < 0) == negative);
        side.next().is_some_and(|term| own_slot(&term.var) == Some(cell)) && side.next().is_none()
    };
    if alone(false) {
        right.message()
    } else if alone(true) {
        left.message()
    } else {
        Message::new("finding-both-sides")
            .with("left", Arg::Message(Box::new(left.message())))
            .with("right", Arg::Message(Box::new(right.message())))
    }
}

/// What a broken edit without one cause says, whatever its atoms are.
pub(crate) fn broken_atoms(bench: &Bench<'_>, atoms: &[Atom]) -> Message {
    // Of several ways to satisfy an edit the linear one tells most.
    let telling = atoms.iter().find(|atom| matches!(atom, Atom::Linear(_))).or_else(|| atoms.first());
    match telling {
        Some(Atom::Linear(linear)) => broken_linear(bench, linear),
        Some(Atom::Fact { key, .. }) => denial(bench, key),
        Some(Atom::State { slot, .. }) => Message::new("finding-state").label("name", bench.own.form.slot_name(*slot)),
        None => Message::new("finding-never"),
    }
}

/// What a fact that is not so says, with its evidence.
fn denial(bench: &Bench<'_>, key: &str) -> Message {
    let evidence = bench.own.report.facts.get(key).map(|fact| fact.evidence.as_slice()).unwrap_or_default();
    let shown: Vec<Arg> = evidence.iter().map(|message| Arg::Message(Box::new(message.clone()))).collect();
    let evidence = if shown.is_empty() {
        Arg::Text(String::new())
    } else {
        Arg::Message(Box::new(Message::new("fact-evidence").with("items", Arg::List(shown))))
    };
    bare_denial(bench.book, key).with("evidence", evidence)
}

/// The same without its evidence.
pub(crate) fn bare_denial(book: &RuleBook, key: &str) -> Message {
    let (fact, _) = gouji_model::FactOf::of_key(key);
    about_fact(book, fact.map_or("fact-other", |fact| fact.denial), key)
}

/// The first phrases of a list.
fn phrases(book: &RuleBook, list: &str) -> Arg {
    const SHOWN: usize = 4;
    let own = book.lexicon.phrases.get(list).map(Vec::as_slice).unwrap_or_default();
    let shown = Arg::List(own.iter().take(SHOWN).map(|phrase| Arg::Text(phrase.to_string())).collect());
    if own.len() <= SHOWN {
        return shown;
    }
    Arg::Message(Box::new(Message::new("fact-phrases-more").with("phrases", shown)))
}

/// A message about a fact, with what the fact is about.
pub(crate) fn about_fact(book: &RuleBook, text: impl Into<Cow<'static, str>>, key: &str) -> Message {
    let form = &book.form;
    let (fact, arguments) = gouji_model::FactOf::of_key(key);
    let kinds = fact.map_or(&[][..], |fact| fact.arguments);
    let mut message = Message::new(text).text("key", key);
    for (position, argument) in arguments.iter().enumerate() {
        if kinds.get(position) == Some(&FactArgument::Phrases) {
            message = message.with("phrases", phrases(book, argument));
            continue;
        }
        let name = if position == 0 { "name" } else { "other" };
        message = match (form.section(argument), form.table(argument)) {
            // A table and its section share an id; what the fact is about decides.
            (_, Some(table)) if key.starts_with("table.") => message.label(name, &table.name),
            (Some(section), _) => message.label(name, &section.name()),
            _ => message.text(name, *argument),
        };
    }
    message
}
