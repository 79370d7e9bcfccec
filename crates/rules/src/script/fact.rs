//! Facts as scripts name them, driven by the one table [`FactOf::TABLE`].
use std::rc::Rc;
use std::sync::LazyLock;

use gouji_edits::Atom;
use gouji_model::{FactArgument, FactOf, Message};
use rhai::Dynamic;

use crate::error::Fault;
use crate::script::names::Names;
use crate::script::value::text;

/// Stands for an argument in a pattern.
const ARGUMENT: &str = "*";
/// The method that takes what a unit is.
pub(crate) const IS: &str = "is";

/// A fact, or the leading part of some.
#[derive(Clone, Debug)]
pub(crate) struct FactPath {
    names: Rc<Names>,
    /// The pattern as far as it is written.
    pattern: Vec<&'static str>,
    arguments: Vec<String>,
}

impl FactPath {
    /// The path that a global or a function stands for.
    pub(crate) fn root(names: &Rc<Names>, name: &'static str) -> Self {
        Self { names: Rc::clone(names), pattern: vec![name], arguments: Vec::new() }
    }

    /// What `path.name` is.
    pub(crate) fn get(&self, name: Dynamic) -> Result<Self, Fault> {
        let name = text(name)?;
        let next = self.next();
        let Some(part) = next.iter().copied().find(|part| *part == name && *part != ARGUMENT) else {
            let problem =
                Message::new("rules-script-unknown-fact").text("name", name.as_str()).text("path", self.print());
            return Err(Fault::new(problem).choices(&name, next.into_iter().filter(|part| *part != ARGUMENT)));
        };
        let mut path = self.clone();
        path.pattern.push(part);
        Ok(path)
    }

    /// What `path.name(argument)` is; `path.is(argument)` where the fact says what a unit is.
    pub(crate) fn call(&self, name: &str, argument: Dynamic) -> Result<Self, Fault> {
        if name == IS { self.argument(argument) } else { self.get(name.into())?.argument(argument) }
    }

    /// The path with an argument, which must be one that the edition has.
    pub(crate) fn argument(&self, argument: Dynamic) -> Result<Self, Fault> {
        let argument = text(argument)?;
        let mut path = self.clone();
        path.pattern.push(ARGUMENT);
        let Some(kind) = path.facts().find_map(|(_, fact)| fact.arguments.get(self.arguments.len())) else {
            return Err(Fault::new(Message::new("rules-script-no-argument").text("path", self.print())));
        };
        let choices = kind.choices(&self.names.form, &self.names.lexicon);
        if !choices.contains(&argument.as_str()) {
            let problem = Message::new(unknown_argument(*kind)).text("name", argument.as_str());
            return Err(Fault::new(problem).choices(&argument, choices));
        }
        path.arguments.push(argument);
        Ok(path)
    }

    /// The condition that the fact holds.
    pub(crate) fn atom(&self) -> Result<Atom, Fault> {
        let Some((_, fact)) = self.facts().find(|(parts, _)| *parts == self.pattern) else {
            let problem = Message::new("rules-script-part-of-fact").text("path", self.print());
            return Err(Fault::new(problem).choices("", self.next().into_iter().filter(|part| *part != ARGUMENT)));
        };
        let arguments: Vec<&str> = self.arguments.iter().map(String::as_str).collect();
        Ok(Atom::Fact { key: fact.key(&arguments), holds: true })
    }

    /// Facts that the path leads to, with the parts of their patterns.
    fn facts(&self) -> impl Iterator<Item = &'static (Vec<&'static str>, &'static FactOf)> {
        PARTS.iter().filter(|(parts, _)| parts.starts_with(&self.pattern))
    }

    /// What may follow.
    fn next(&self) -> Vec<&'static str> {
        let mut next: Vec<&str> =
            self.facts().filter_map(|(parts, _)| parts.get(self.pattern.len()).copied()).collect();
        next.dedup();
        next
    }

    /// As a script writes it.
    fn print(&self) -> String {
        let mut arguments = self.arguments.iter();
        let mut print = String::new();
        for part in &self.pattern {
            match *part {
                ARGUMENT => print.extend(arguments.next().map(|text| format!("(\"{text}\")"))),
                part if print.is_empty() => print.push_str(part),
                part => print.extend([".", part]),
            }
        }
        print
    }
}

/// The facts with the parts of their patterns.
static PARTS: LazyLock<Vec<(Vec<&'static str>, &'static FactOf)>> =
    LazyLock::new(|| FactOf::TABLE.iter().map(|fact| (fact.pattern.split('.').collect(), fact)).collect());

fn unknown_argument(kind: FactArgument) -> &'static str {
    match kind {
        FactArgument::Section => "rules-script-no-section",
        FactArgument::Table => "rules-script-no-table",
        FactArgument::Phrases => "rules-script-no-phrases",
        FactArgument::Level => "rules-script-no-level",
        FactArgument::Kind => "rules-script-no-unit-kind",
        FactArgument::Metric => "rules-script-no-metric",
    }
}

/// First parts of the facts, each once; whether an argument follows at once, as in `section("other")`.
pub(crate) fn roots() -> Vec<(&'static str, bool)> {
    let mut roots: Vec<(&str, bool)> = Vec::new();
    for (parts, _) in PARTS.iter() {
        if let Some(root) = parts.first()
            && roots.iter().all(|(name, _)| name != root)
        {
            roots.push((root, parts.get(1) == Some(&ARGUMENT)));
        }
    }
    roots
}

/// Names of the methods that take a fact's argument, each once: `mentions`, `free_of`, and `is` for what a unit is.
pub(crate) fn methods() -> Vec<&'static str> {
    let mut methods = vec![IS];
    for (parts, fact) in PARTS.iter() {
        for (position, _) in parts.iter().enumerate().skip(2).filter(|(_, part)| **part == ARGUMENT) {
            let number = parts[..position].iter().filter(|part| **part == ARGUMENT).count();
            let of_unit = matches!(fact.arguments.get(number), Some(FactArgument::Level | FactArgument::Kind));
            if !of_unit && !methods.contains(&parts[position - 1]) {
                methods.push(parts[position - 1]);
            }
        }
    }
    methods
}
