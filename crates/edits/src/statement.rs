//! Edits as sentences without numbers: what a rule demands, for handbooks.
use gouji_model::{Arg, FactArgument, FactOf, Message, Slot, Text, is_message};

use crate::formula::relation::{equation, state, word_of};
use crate::sentence::{Names, about_fact, bare_denial, var_name};
use crate::{Atom, Edit, RuleBook, Var};

/// Most places that a sentence lists: the columns of the widest table, and one more.
const MOST_PLACES: usize = 8;
/// Places that it lists where there are more.
const SHOWN_OF_MANY: usize = 3;

/// One demand of a rule, made once for each of some columns or rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// What is demanded.
    pub text: Message,
    /// Table that it is about, where it is about one.
    pub table: Option<Text>,
    /// The columns (or rows) for which it is demanded; empty where the demand names them itself.
    pub places: Vec<Text>,
    /// How many edits it stands for.
    pub edits: usize,
}

impl Statement {
    /// The whole sentence: table, columns, demand.
    pub fn message(&self) -> Message {
        let text = Arg::Message(Box::new(self.text.clone()));
        let many = self.places.len() > MOST_PLACES;
        let shown = if many { &self.places[..SHOWN_OF_MANY] } else { &self.places };
        let mut places = Arg::List(shown.iter().cloned().map(Arg::Label).collect());
        if many {
            let more = Message::new("statement-places").with("places", places).count("count", self.places.len());
            places = Arg::Message(Box::new(more));
        }
        match &self.table {
            Some(table) if !self.places.is_empty() => {
                Message::new("statement-at").label("table", table).with("places", places).with("text", text)
            }
            Some(table) => Message::new("statement-in").label("table", table).with("text", text),
            None => Message::new("statement").with("text", text),
        }
    }
}

/// What a rule demands; edits that differ only in their column (or row) are one statement.
pub fn statements(book: &RuleBook, rule: usize) -> Vec<Statement> {
    let mut found: Vec<Statement> = Vec::new();
    for edit in book.edits.iter().filter(|edit| edit.rule == rule) {
        let own = statement(book, edit);
        match found.iter_mut().find(|other| (&other.text, &other.table) == (&own.text, &own.table)) {
            Some(same) => {
                same.edits += 1;
                same.places
                    .extend(own.places.into_iter().filter(|place| !same.places.contains(place)).collect::<Vec<_>>());
            }
            None => found.push(own),
        }
    }
    found
}

fn statement(book: &RuleBook, edit: &Edit) -> Statement {
    let form = &book.form;
    let slots: Vec<Slot> = edit.when.iter().chain(&edit.any).flat_map(slots).collect();
    let names = Names::over(form, &slots);
    let shared = slots.first().and_then(|slot| names.shared_of(form, *slot));
    let table = slots.first().map(|slot| form.slot_table(*slot)).filter(|_| names.is_short());
    let atom = |atom: &Atom| nested(sentence(book, &names, atom));
    let choice = |own: &Atom| nested(Message::new("statement-choice").with("text", atom(own)));
    let demand = match edit.any.as_slice() {
        [only] => sentence(book, &names, only),
        several => Message::new("relation-any").with("items", Arg::List(several.iter().map(choice).collect())),
    };
    let text = if edit.when.is_empty() {
        demand
    } else {
        let when = Arg::List(edit.when.iter().map(atom).collect());
        Message::new("relation-when").with("when", when).with("demand", nested(demand))
    };
    Statement {
        text,
        table: table.map(|table| table.name.clone()),
        places: shared.map(|(_, name)| name).into_iter().collect(),
        edits: 1,
    }
}

fn nested(message: Message) -> Arg {
    Arg::Message(Box::new(message))
}

/// The cells and groups that an atom names, of whichever report.
fn slots(atom: &Atom) -> Vec<Slot> {
    match atom {
        Atom::Linear(linear) => linear.terms.iter().filter_map(|term| slot(&term.var)).collect(),
        Atom::State { slot, .. } => vec![*slot],
        Atom::Fact { .. } => Vec::new(),
    }
}

fn slot(var: &Var) -> Option<Slot> {
    match var {
        Var::Own(slot) | Var::LastYear(slot) | Var::Members(slot) => Some(*slot),
        Var::Claim(_) => None,
    }
}

fn sentence(book: &RuleBook, names: &Names, atom: &Atom) -> Message {
    match atom {
        Atom::Linear(linear) => equation(book, names, linear),
        Atom::State { slot, quantifier, states } => state(&book.form, names, *slot, *quantifier, *states),
        Atom::Fact { key, holds } => fact(book, key, *holds),
    }
}

/// What an edit or a case is about, by name: a cell or group, also of last year or of the members, a number told, or the
/// opposite of a fact.
pub fn subject(book: &RuleBook, id: &str) -> Arg {
    let form = &book.form;
    let var = if let Some(slot) = id.strip_prefix("last_year.") {
        form.slot(slot).map(Var::LastYear)
    } else if let Some(slot) = id.strip_prefix("members.") {
        form.slot(slot).map(Var::Members)
    } else if let Some(name) = id.strip_prefix("claim.") {
        Some(Var::Claim(name.into()))
    } else {
        form.slot(id).map(Var::Own)
    };
    match var {
        Some(var) => Arg::Label(var_name(book, &Names::over(form, &[]), &var)),
        None if FactOf::of_key(id).0.is_some() => nested(fact(book, id, false)),
        None => Arg::Text(id.to_owned()),
    }
}

/// A fact or its opposite: the catalogue has the denial of every fact, and an affirmation of most.
pub fn fact(book: &RuleBook, key: &str, holds: bool) -> Message {
    let (fact, arguments) = FactOf::of_key(key);
    let denial = bare_denial(book, key).text("evidence", "");
    let is_unit = fact.is_some_and(|fact| matches!(fact.arguments, [FactArgument::Level | FactArgument::Kind]));
    let affirmation = fact.map(|fact| fact.denial.replacen("fact-", "affirm-", 1)).filter(|key| is_message(key));
    let affirmed = match (affirmation, arguments.as_slice()) {
        (Some(affirmation), [id]) if is_unit => Message::new(affirmation).label("name", &word_of(id)),
        (Some(affirmation), _) => about_fact(book, affirmation, key),
        (None, _) => not(denial.clone()),
    };
    match (holds, is_unit) {
        (true, _) => affirmed,
        (false, true) => not(affirmed),
        (false, false) => denial,
    }
}

fn not(message: Message) -> Message {
    Message::new("statement-not").with("text", nested(message))
}
