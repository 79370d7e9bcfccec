//! Plain sums over cells, for sides of a constraint and for indicators.
use gouji_model::{Number, Slot};

use crate::formula::linear::Sum;
use crate::formula::logic::Logic;
use crate::formula::{Projection, Sheet};
use crate::judge::Bench;
use crate::{Linear, Relation, Term, Var};

/// A sum as a formula, and what it comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// The formula, without a leading `=`; blanks, dashes and texts count as 0 in it.
    pub formula: String,
    /// Its value now.
    pub value: Number,
    /// A formula that is TRUE where the value cannot be told; `None` where it always can.
    pub unknown: Option<String>,
    /// Whether the value can be told now.
    pub known: bool,
}

pub(crate) fn written(projection: &Projection<'_>, sum: &Sum) -> Quantity {
    Quantity {
        formula: sum.formula(projection.addresses.sheet),
        value: Number::from_millionths(sum.value).unwrap_or_default(),
        unknown: None,
        known: true,
    }
}

/// `Σ coefficient·slot` over a report's sheet.
pub fn quantity(sheet: &Sheet<'_>, terms: &[(i64, Slot)]) -> Quantity {
    let bench = Bench::new(sheet.book, sheet.report, sheet.context, &[], &[]);
    let projection = Projection { bench: &bench, addresses: sheet.addresses, shown_sides: None };
    let terms: Vec<Term> = terms
        .iter()
        .map(|(coefficient, slot)| Term { coefficient: *coefficient, factor: None, var: Var::Own(*slot) })
        .collect();
    let linear = Linear { terms, relation: Relation::Equal, constant: Number::ZERO, scale: 0 };
    let leaves = linear.terms.iter().flat_map(|term| projection.leaves(&term.var));
    let (unknown, absent) = projection.readable(leaves);
    let (left, right) = projection.sums(&linear).unwrap_or_default();
    let (plus, minus) = (left.formula(sheet.addresses.sheet), right.formula(sheet.addresses.sheet));
    Quantity {
        formula: if right.terms.is_empty() { plus } else { format!("{plus}-({minus})") },
        value: Number::from_millionths(left.value - right.value).unwrap_or_default(),
        known: bench.balance(&linear).is_ok(),
        unknown: match unknown {
            _ if absent => Some("TRUE".to_owned()),
            Logic::Const(false) => None,
            Logic::Const(true) => Some("TRUE".to_owned()),
            Logic::Formula(formula) => Some(formula),
        },
    }
}
