//! The engine that runs the scripts of one edition.
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::rc::Rc;

use gouji_edits::Edit;
use gouji_model::{Form, Lexicon, Message};
use rhai::{Array, Dynamic, Engine, OptimizationLevel, Scope};

use crate::error::Fault;
use crate::script::fact::FactPath;
use crate::script::names::{Names, Whose};
use crate::script::path::Path;
use crate::script::sink::{Demand, Sink};
use crate::script::value::failed;
use crate::script::{arithmetic, demand, fact, failure, grammar, span};

/// Most bytes of a script.
const MOST_BYTES: usize = 32 * 1024;
/// Most steps of a script.
const MOST_OPERATIONS: u64 = 200_000;
/// Most levels of an expression.
const MOST_LEVELS: usize = 64;
/// Most items of a list, most bytes of a text.
const MOST_ITEMS: usize = 4096;
/// Most variables at a time.
const MOST_VARIABLES: usize = 256;

/// An engine with the names of one edition.
pub(crate) struct Host {
    engine: Engine,
    scope: Scope<'static>,
    sink: Sink,
    names: Rc<Names>,
}

impl Host {
    /// An engine for a form and a lexicon; a table that has the name of something else is a fault.
    pub(crate) fn new(form: Form, lexicon: Lexicon) -> Result<Self, Fault> {
        let names = Rc::new(Names::new(form, lexicon));
        let sink = Sink::default();
        let mut engine = bare_engine();
        arithmetic::register(&mut engine, &names);
        demand::register(&mut engine, &sink);
        register_paths(&mut engine, &names);
        let scope = globals(&names)?;
        Ok(Self { engine, scope, sink, names })
    }

    /// The form and the lexicon, given back.
    pub(crate) fn into_names(self) -> (Form, Lexicon) {
        let Self { engine, scope, sink, names } = self;
        drop((engine, scope, sink));
        let Names { form, lexicon, .. } = Rc::unwrap_or_clone(names);
        (form, lexicon)
    }

    /// The edits of a script, for the rule with an index.
    pub(crate) fn run(&self, text: &str, rule: usize) -> Result<Vec<Edit>, Vec<Fault>> {
        if text.len() > MOST_BYTES {
            return Err(vec![Fault::new(Message::new("rules-script-too-long").count("bytes", MOST_BYTES))]);
        }
        let known: Vec<&str> = self.scope.iter_raw().map(|(name, ..)| name).collect();
        let script = self.engine.compile_with_scope(&self.scope, text);
        let script = script.map_err(|error| vec![failure::of_parsing(&error, text, &known)])?;
        grammar::check(script.statements(), text)?;
        let run = self.engine.run_ast_with_scope(&mut self.scope.clone(), &script);
        let demands = self.sink.drain();
        run.map_err(|error| vec![failure::of_running(&error, text)])?;
        self.edits(demands, text, rule)
    }

    fn edits(&self, demands: Vec<Demand>, text: &str, rule: usize) -> Result<Vec<Edit>, Vec<Fault>> {
        if demands.is_empty() {
            return Err(vec![Fault::new(Message::new("rules-script-nothing"))]);
        }
        let mut faults = Vec::new();
        let mut edits = Vec::new();
        let mut lines: HashMap<Box<str>, usize> = HashMap::new();
        for Demand { when, any, position } in demands {
            let subject: Box<str> = any.first().map(|atom| atom.subject(&self.names.form)).unwrap_or_default().into();
            let line = position.line().unwrap_or_default();
            match lines.entry(subject.clone()) {
                Entry::Vacant(entry) => {
                    entry.insert(line);
                    edits.push(Edit { rule, subject, when, any });
                }
                Entry::Occupied(entry) => {
                    let problem = Message::new("rules-script-same-subject").text("subject", &*subject);
                    let fault = Fault::new(problem.count("first", *entry.get()).count("second", line));
                    faults.push(fault.at(span::at(text, position).unwrap_or_default()));
                }
            }
        }
        faults.dedup();
        if faults.is_empty() { Ok(edits) } else { Err(faults) }
    }
}

/// An engine without any function: only what is registered exists.
fn bare_engine() -> Engine {
    let mut engine = Engine::new_raw();
    engine
        .set_optimization_level(OptimizationLevel::None)
        .set_strict_variables(true)
        // Else Rhai compares and adds numbers by itself, to a truth value that is no condition.
        .set_fast_operators(false)
        .set_allow_shadowing(false)
        .set_max_functions(0)
        .set_max_modules(0)
        .set_max_operations(MOST_OPERATIONS)
        .set_max_expr_depths(MOST_LEVELS, MOST_LEVELS)
        .set_max_array_size(MOST_ITEMS)
        .set_max_string_size(MOST_ITEMS)
        .set_max_variables(MOST_VARIABLES);
    engine.register_iterator::<Array>();
    grammar::restrict(&mut engine);
    engine
}

fn register_paths(engine: &mut Engine, names: &Rc<Names>) {
    engine.register_indexer_get(|path: &mut Path, name: Dynamic| path.get(name).or_else(failed));
    engine.register_indexer_get(|path: &mut FactPath, name: Dynamic| path.get(name).or_else(failed));
    for (root, _) in fact::roots().into_iter().filter(|(_, is_function)| *is_function) {
        let path = FactPath::root(names, root);
        engine.register_fn(root, move |argument: Dynamic| path.argument(argument).or_else(failed));
    }
    for method in fact::methods() {
        engine
            .register_fn(method, move |path: FactPath, argument: Dynamic| path.call(method, argument).or_else(failed));
    }
}

/// The globals: tables, other reports, facts.
fn globals(names: &Rc<Names>) -> Result<Scope<'static>, Fault> {
    let mut scope = Scope::new();
    for (prefix, whose) in Whose::PREFIXES {
        scope.push_constant(prefix, Path::root(names, whose, ""));
    }
    for (root, _) in fact::roots().into_iter().filter(|(_, is_function)| !is_function) {
        scope.push_constant(root, FactPath::root(names, root));
    }
    for table in &names.form.tables {
        if scope.contains(&table.id) {
            return Err(Fault::new(Message::new("rules-form-table-name").text("table", &*table.id)));
        }
        scope.push_constant(&*table.id, Path::root(names, Whose::Own, &table.id));
    }
    Ok(scope)
}
