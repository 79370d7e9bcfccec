//! `require`, `require_any` and `when`: what a script demands.
use gouji_edits::Atom;
use gouji_model::Message;
use rhai::{Dynamic, Engine, NativeCallContext};

use crate::error::Fault;
use crate::script::sink::{Demand, Sink};
use crate::script::value::{Condition, Outcome, condition, conditions, failed, kind};

/// Conditions under which a demand applies.
#[derive(Clone, Debug)]
pub(crate) struct When(Vec<Atom>);

/// Most conditions of one `when`.
pub(crate) const MOST_WHEN: usize = 3;

type Reading = fn(Dynamic) -> Result<Vec<Atom>, Fault>;

/// The functions that demand something, and what they take.
const DEMANDS: [(&str, Reading); 2] =
    [("require", |value| condition(value).map(|atom| vec![atom])), ("require_any", conditions)];

/// Names of the functions that demand something.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    DEMANDS.into_iter().map(|(name, _)| name)
}

/// Gives an engine the functions.
pub(crate) fn register(engine: &mut Engine, sink: &Sink) {
    for (name, reading) in DEMANDS {
        let own = sink.clone();
        engine.register_fn(name, move |context: NativeCallContext, value: Dynamic| {
            demand(&own, &context, Vec::new(), reading(value))
        });
        let own = sink.clone();
        engine.register_fn(name, move |context: NativeCallContext, when: Dynamic, value: Dynamic| {
            match when.try_cast_result::<When>() {
                Ok(When(atoms)) => demand(&own, &context, atoms, reading(value)),
                Err(other) => failed(Fault::new(Message::new("rules-script-no-when").with("kind", kind(&other)))),
            }
        });
    }
    engine.register_fn("when", |a: Dynamic| when([a]));
    engine.register_fn("when", |a: Dynamic, b: Dynamic| when([a, b]));
    engine.register_fn("when", |a: Dynamic, b: Dynamic, c: Dynamic| when([a, b, c]));
    engine.register_fn("negate", |value: Dynamic| negate(value).or_else(failed));
}

fn demand(sink: &Sink, context: &NativeCallContext, when: Vec<Atom>, any: Result<Vec<Atom>, Fault>) -> Outcome<()> {
    let position = context.call_position();
    let taken = any.and_then(|any| sink.take(Demand { when, any, position }));
    taken.or_else(failed)
}

fn when<const COUNT: usize>(values: [Dynamic; COUNT]) -> Outcome<When> {
    let atoms: Result<Vec<Atom>, Fault> = values.into_iter().map(condition).collect();
    atoms.map(When).or_else(failed)
}

/// The opposite of a fact; other conditions have an opposite of their own.
fn negate(value: Dynamic) -> Result<Condition, Fault> {
    match condition(value)? {
        Atom::Fact { key, holds } => Ok(Condition(Atom::Fact { key, holds: !holds })),
        Atom::Linear(_) | Atom::State { .. } => {
            Err(Fault::new(Message::new("rules-script-negate")).help(Message::new("rules-help-opposite")))
        }
    }
}
