//! The values of a script, and what they are to the host.
use std::rc::Rc;

use gouji_edits::{Atom, Expression};
use gouji_model::{Arg, Message, Number, NumberError};
use rhai::{Array, Dynamic, EvalAltResult, Position};

use crate::error::Fault;
use crate::script::demand::When;
use crate::script::fact::FactPath;
use crate::script::path::Path;

/// What a host function gives back.
pub(crate) type Outcome<T> = Result<T, Box<EvalAltResult>>;

/// A condition, as a script holds it.
#[derive(Clone, Debug)]
pub(crate) struct Condition(pub(crate) Atom);

/// A host function's error, carried through Rhai. `Rc` makes it cheap to clone, as Rhai demands.
pub(crate) fn failed<T>(fault: Fault) -> Outcome<T> {
    Err(Box::new(EvalAltResult::ErrorRuntime(Dynamic::from(Rc::new(fault)), Position::NONE)))
}

/// The linear expression that a value stands for.
pub(crate) fn expression(value: Dynamic) -> Result<Expression, Fault> {
    if let Ok(number) = value.as_int() {
        let number = Number::new(number, 0).map_err(too_large)?;
        return Ok(Expression::constant(number));
    }
    if let Ok(number) = value.as_decimal() {
        let number = number.to_string().parse::<Number>().map_err(too_large)?;
        return Ok(Expression::constant(number));
    }
    let value = match value.try_cast_result::<Path>() {
        Ok(path) => return path.expression(),
        Err(value) => value,
    };
    value.try_cast_result::<Expression>().map_err(|value| {
        let fault = Fault::new(Message::new("rules-script-operand").with("kind", kind(&value)));
        if value.is::<Condition>() { fault.help(Message::new("rules-help-chain")) } else { fault }
    })
}

/// The condition that a value stands for.
pub(crate) fn condition(value: Dynamic) -> Result<Atom, Fault> {
    let value = match value.try_cast_result::<Condition>() {
        Ok(Condition(atom)) => return Ok(atom),
        Err(value) => value,
    };
    let value = match value.try_cast_result::<FactPath>() {
        Ok(fact) => return fact.atom(),
        Err(value) => value,
    };
    let fault = Fault::new(Message::new("rules-script-no-condition").with("kind", kind(&value)));
    Err(fault.help(Message::new(if value.is::<Path>() { "rules-help-compare" } else { "rules-help-condition" })))
}

/// The conditions in a list.
pub(crate) fn conditions(value: Dynamic) -> Result<Vec<Atom>, Fault> {
    let list = list(value)?;
    list.into_iter().map(condition).collect()
}

/// A list that is not empty.
pub(crate) fn list(value: Dynamic) -> Result<Array, Fault> {
    match value.try_cast_result::<Array>() {
        Ok(list) if list.is_empty() => Err(Fault::new(Message::new("rules-script-empty-list"))),
        Ok(list) => Ok(list),
        Err(value) => Err(Fault::new(Message::new("rules-script-no-list").with("kind", kind(&value)))),
    }
}

/// A text.
pub(crate) fn text(value: Dynamic) -> Result<String, Fault> {
    value
        .try_cast_result::<rhai::ImmutableString>()
        .map(rhai::ImmutableString::into_owned)
        .map_err(|value| Fault::new(Message::new("rules-script-no-text").with("kind", kind(&value))))
}

fn too_large(error: NumberError) -> Fault {
    Fault::new(Message::new(match error {
        NumberError::TooPrecise => "rules-script-number-precise",
        _ => "rules-script-number-large",
    }))
}

/// What a value is, in words.
pub(crate) fn kind(value: &Dynamic) -> Arg {
    let key = if value.is_bool() {
        "rules-kind-truth"
    } else if value.is_int() || value.is_decimal() {
        "rules-kind-number"
    } else if value.is_string() || value.is_char() {
        "rules-kind-text"
    } else if value.is_array() {
        "rules-kind-list"
    } else if value.is::<Path>() {
        "rules-kind-path"
    } else if value.is::<Expression>() {
        "rules-kind-expression"
    } else if value.is::<Condition>() {
        "rules-kind-condition"
    } else if value.is::<FactPath>() {
        "rules-kind-fact"
    } else if value.is::<When>() {
        "rules-kind-when"
    } else {
        "rules-kind-nothing"
    };
    Arg::Message(Box::new(Message::new(key)))
}
