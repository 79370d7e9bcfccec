//! Paths to cells: `requests.denied.state_secret[column]`, by property or by index.
use std::rc::Rc;

use gouji_edits::{Atom, Expression, Quantifier};
use gouji_model::{Message, Slot, StateSet, Table};
use rhai::{Array, Dynamic};

use crate::error::Fault;
use crate::script::names::{Names, Whose};
use crate::script::value::{Condition, text};

/// A cell, a group, or the leading part of their ids.
#[derive(Clone, Debug)]
pub(crate) struct Path {
    names: Rc<Names>,
    whose: Whose,
    /// Empty for `last_year` and `members` themselves.
    id: String,
}

const NUMBER_OR_TEXT: StateSet = StateSet::NUMBER.union(StateSet::UNREADABLE);
const EMPTY: StateSet = StateSet::BLANK.union(StateSet::DASH);
const FOUND: StateSet = NUMBER_OR_TEXT.union(EMPTY);

/// What may be asked of a cell, after `is_` (every cell of a group) or `any_` (at least one).
const STATES: [(&str, StateSet); 15] = [
    ("number", StateSet::NUMBER),
    ("filled", NUMBER_OR_TEXT),
    ("zero", StateSet::ZERO),
    ("nonzero", StateSet::WHOLE.union(StateSet::FRACTION).union(StateSet::NEGATIVE)),
    ("whole", StateSet::ZERO.union(StateSet::WHOLE)),
    ("signed_whole", StateSet::ZERO.union(StateSet::WHOLE).union(StateSet::NEGATIVE)),
    ("not_negative", StateSet::ZERO.union(StateSet::WHOLE).union(StateSet::FRACTION)),
    ("blank", StateSet::BLANK),
    ("dash", StateSet::DASH),
    ("not_blank", NUMBER_OR_TEXT.union(StateSet::DASH)),
    ("not_dash", NUMBER_OR_TEXT.union(StateSet::BLANK)),
    ("empty", EMPTY),
    ("unreadable", StateSet::UNREADABLE),
    ("found", FOUND),
    ("not_number", EMPTY.union(StateSet::UNREADABLE).union(StateSet::MISSING)),
];
const QUANTIFIERS: [(&str, Quantifier); 2] = [("is_", Quantifier::All), ("any_", Quantifier::Any)];

/// The lists that every table has.
const LISTS: [&str; 3] = ["columns", "rows", "cells"];

impl Path {
    /// The path that a global stands for.
    pub(crate) fn root(names: &Rc<Names>, whose: Whose, id: &str) -> Self {
        Self { names: Rc::clone(names), whose, id: id.to_owned() }
    }

    /// What `path.name` and `path[name]` are.
    pub(crate) fn get(&self, name: Dynamic) -> Result<Dynamic, Fault> {
        let name = text(name)?;
        if name.is_empty() {
            return Ok(Dynamic::from(self.clone()));
        }
        let id = if self.id.is_empty() { name.clone() } else { format!("{}.{name}", self.id) };
        if self.names.has(&id) {
            return Ok(Dynamic::from(Self { id, ..self.clone() }));
        }
        if let Some(table) = self.table()
            && let Some(list) = list_of(&self.names, table, &name)
        {
            return Ok(list);
        }
        match state(&name) {
            Some((quantifier, states)) => self.state(quantifier, states),
            None => Err(self.unknown(&name)),
        }
    }

    /// The sum of cells that the path stands for.
    pub(crate) fn expression(&self) -> Result<Expression, Fault> {
        Ok(Expression::var(self.whose.var(self.slot()?)))
    }

    fn slot(&self) -> Result<Slot, Fault> {
        self.names.form.slot(&self.id).ok_or_else(|| {
            let fault = Fault::new(Message::new("rules-script-incomplete").text("path", self.print()));
            fault.choices("", self.names.next_parts(&self.id))
        })
    }

    fn state(&self, quantifier: Quantifier, states: StateSet) -> Result<Dynamic, Fault> {
        if self.whose != Whose::Own {
            return Err(Fault::new(Message::new("rules-script-foreign-state").text("path", self.print())));
        }
        Ok(Dynamic::from(Condition(Atom::State { slot: self.slot()?, quantifier, states })))
    }

    fn table(&self) -> Option<&Table> {
        self.names.form.tables.iter().find(|table| *table.id == *self.id)
    }

    fn unknown(&self, name: &str) -> Fault {
        let mut choices: Vec<String> = self.names.next_parts(&self.id).into_iter().map(str::to_owned).collect();
        if let Some(table) = self.table() {
            choices.extend(LISTS.into_iter().map(str::to_owned));
            choices.extend(table.lists.keys().map(|list| list.clone().into_string()));
        }
        if self.names.form.slot(&self.id).is_some() || looks_like_state(name) {
            let words =
                QUANTIFIERS.iter().flat_map(|(start, _)| STATES.iter().map(move |(word, _)| format!("{start}{word}")));
            choices.extend(words);
        }
        let problem = Message::new("rules-script-unknown-cell").text("name", name).text("path", self.print());
        Fault::new(problem).choices(name, choices.iter().map(String::as_str))
    }

    /// As a script writes it.
    fn print(&self) -> String {
        let prefix = Whose::PREFIXES.iter().find(|(_, whose)| *whose == self.whose).map(|(prefix, _)| *prefix);
        [prefix, Some(self.id.as_str())]
            .into_iter()
            .flatten()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(".")
    }
}

fn looks_like_state(name: &str) -> bool {
    QUANTIFIERS.iter().any(|(start, _)| name.starts_with(start))
}

fn state(name: &str) -> Option<(Quantifier, StateSet)> {
    let (word, quantifier) =
        QUANTIFIERS.iter().find_map(|(start, quantifier)| Some((name.strip_prefix(start)?, *quantifier)))?;
    STATES.iter().find(|(own, _)| *own == word).map(|(_, states)| (quantifier, *states))
}

/// A list of a table: its leaf columns, its leaf rows, its cells (all in the order of print), or one of `form.toml`.
fn list_of(names: &Names, table: &Table, name: &str) -> Option<Dynamic> {
    match name {
        "columns" => Some(list(table.column_ids())),
        "rows" => Some(list(table.row_ids())),
        "cells" => {
            let own = names.form.cells.iter().filter_map(|cell| cell.id.strip_prefix(&*table.id)?.strip_prefix('.'));
            Some(list(own.collect()))
        }
        name => table.lists.get(name).map(|items| list(items.iter().map(|item| &**item).collect())),
    }
}

fn list(items: Vec<&str>) -> Dynamic {
    Dynamic::from_array(items.into_iter().map(|item| Dynamic::from(item.to_owned())).collect::<Array>())
}
