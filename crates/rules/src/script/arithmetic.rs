//! Sums, differences, products and comparisons of symbolic values.
//!
//! Every operator is registered once, for any two values: a pair of types that nothing is registered for would give a
//! silent `false` in Rhai, so there must be no such pair.
use std::rc::Rc;

use gouji_edits::{EditError, Expression, Relation, Var};
use gouji_model::{Message, Number};
use rhai::{Dynamic, Engine};

use crate::error::Fault;
use crate::script::names::{Names, other_metrics};
use crate::script::value::{Condition, Outcome, expression, failed, list, text};

type Operation = fn(Expression, Expression) -> Result<Dynamic, EditError>;

/// The operators of two values.
const OPERATIONS: [(&str, Operation); 9] = [
    ("+", |left, right| left.plus(right).map(Dynamic::from)),
    ("-", |left, right| left.plus(right.times(Number::from(-1))?).map(Dynamic::from)),
    ("*", |left, right| left.product(right).map(Dynamic::from)),
    ("==", |left, right| compare(left, Relation::Equal, right)),
    ("!=", |left, right| compare(left, Relation::Unequal, right)),
    ("<=", |left, right| compare(left, Relation::AtMost, right)),
    (">=", |left, right| compare(left, Relation::AtLeast, right)),
    ("<", |left, right| compare(left, Relation::Below, right)),
    (">", |left, right| compare(left, Relation::Above, right)),
];

/// The signs that stand before one value.
const SIGNS: [(&str, i32); 2] = [("-", -1), ("+", 1)];

/// Functions that name a number of the prose: `share` says that it is used as a factor.
const CLAIMS: [&str; 2] = ["claim", "share"];

/// Operators that a script may use.
pub(crate) fn operators() -> impl Iterator<Item = &'static str> {
    OPERATIONS.into_iter().map(|(sign, _)| sign)
}

/// Gives an engine the operators, `sum`, `claim` and `share`.
pub(crate) fn register(engine: &mut Engine, names: &Rc<Names>) {
    for (sign, operation) in OPERATIONS {
        engine.register_fn(sign, move |left: Dynamic, right: Dynamic| binary(operation, left, right).or_else(failed));
    }
    for (sign, factor) in SIGNS {
        engine.register_fn(sign, move |value: Dynamic| -> Outcome<Expression> {
            let signed = expression(value).and_then(|value| value.times(Number::from(factor)).map_err(edit_fault));
            signed.or_else(failed)
        });
    }
    engine.register_fn("sum", |values: Dynamic| sum(values).or_else(failed));
    for name in CLAIMS {
        let names = Rc::clone(names);
        engine.register_fn(name, move |metric: Dynamic| claim(&names, metric).or_else(failed));
    }
}

fn binary(operation: Operation, left: Dynamic, right: Dynamic) -> Result<Dynamic, Fault> {
    operation(expression(left)?, expression(right)?).map_err(edit_fault)
}

fn compare(left: Expression, relation: Relation, right: Expression) -> Result<Dynamic, EditError> {
    left.compare(relation, right).map(|atom| Dynamic::from(Condition(atom)))
}

fn sum(values: Dynamic) -> Result<Expression, Fault> {
    let mut sum = Expression::default();
    for value in list(values)? {
        sum = sum.plus(expression(value)?).map_err(edit_fault)?;
    }
    Ok(sum)
}

fn claim(names: &Names, metric: Dynamic) -> Result<Expression, Fault> {
    let metric = text(metric)?;
    if let Some(others) = other_metrics(&names.metrics, &metric) {
        let fault = Fault::new(Message::new("rules-script-no-metric").text("name", metric.as_str()));
        return Err(fault.choices(&metric, others.iter().map(|other| &**other)));
    }
    Ok(Expression::var(Var::Claim(metric.into())))
}

/// The fault for an expression that cannot be.
pub(crate) fn edit_fault(error: EditError) -> Fault {
    Fault::new(Message::new(match error {
        EditError::Overflow => "rules-edit-overflow",
        EditError::TooManyTerms => "rules-edit-too-many-terms",
        EditError::Constant => "rules-edit-constant",
        EditError::NotLinear => "rules-edit-not-linear",
    }))
}
