//! Linear atoms: their two sides as sums, and when they can be told.
use gouji_model::{CellState, Number, Role, Slot};

use crate::formula::cells::{have_doubt, ranges};
use crate::formula::decision::{Decision, Truth};
use crate::formula::leaf::Leaf;
use crate::formula::logic::Logic;
use crate::formula::{Projection, Spot};
use crate::judge::Bench;
use crate::{Linear, Relation, Term};

/// `Σ coefficient·cell + constant`, all in millionths where they are numbers.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sum {
    /// Places with their coefficient, which is positive.
    pub(crate) terms: Vec<(Number, Vec<Spot>)>,
    /// What has no place.
    pub(crate) constant: i128,
    /// What it comes to now, blanks and texts being 0.
    pub(crate) value: i128,
}

impl Sum {
    pub(crate) fn add(&mut self, coefficient: Number, spot: Spot, millionths: i128) {
        match self.terms.iter_mut().find(|(own, _)| *own == coefficient) {
            Some((_, spots)) => spots.push(spot),
            None => self.terms.push((coefficient, vec![spot])),
        }
        self.value += scaled(coefficient, millionths);
    }

    pub(crate) fn add_constant(&mut self, millionths: i128) {
        self.constant += millionths;
        self.value += millionths;
    }

    /// `SUM(取值!$C$5,取值!$C$7:$C$9)+3*SUM(取值!$D$5)+2`.
    pub(crate) fn formula(&self, sheet: &str) -> String {
        let mut parts: Vec<String> = Vec::new();
        for (coefficient, spots) in &self.terms {
            let ranges: Vec<String> = ranges(spots).into_iter().map(|range| range.text(sheet)).collect();
            let sums = ranges.chunks(200).map(|chunk| format!("SUM({})", chunk.join(",")));
            let one = *coefficient == Number::from(1);
            parts.extend(sums.map(|sum| if one { sum } else { format!("{coefficient}*{sum}") }));
        }
        let constant = decimal(self.constant);
        if parts.is_empty() {
            return constant;
        }
        let sum = parts.join("+");
        match self.constant.signum() {
            0 => sum,
            -1 => format!("{sum}{constant}"),
            _ => format!("{sum}+{constant}"),
        }
    }

    /// The same, to be subtracted; empty where it is 0 in any case.
    fn subtrahend(&self, sheet: &str) -> String {
        if self.terms.is_empty() && self.constant == 0 { String::new() } else { format!("({})", self.formula(sheet)) }
    }
}

/// Millionths as a decimal. A share times a number may be larger than numbers of a report can be.
fn decimal(millionths: i128) -> String {
    const ONE: u128 = 1_000_000;
    let (sign, size) = (if millionths < 0 { "-" } else { "" }, millionths.unsigned_abs());
    let decimals = format!("{:06}", size % ONE);
    match decimals.trim_end_matches('0') {
        "" => format!("{sign}{}", size / ONE),
        decimals => format!("{sign}{}.{decimals}", size / ONE),
    }
}

fn scaled(coefficient: Number, millionths: i128) -> i128 {
    let (units, scale) = coefficient.parts();
    millionths * i128::from(units) / 10_i128.pow(u32::from(scale))
}

impl Projection<'_> {
    /// The truth of a linear atom.
    pub(crate) fn linear(&self, linear: &Linear) -> Decision {
        let (unknown, absent) = self.readable(linear.terms.iter().flat_map(|term| self.term_leaves(term)));
        if absent {
            return Decision { steps: vec![(unknown, Truth::Unknown)], otherwise: Truth::Absent };
        }
        let Some((left, right)) = self.sums(linear) else { return Decision::always(Truth::Unknown) };
        let (left, right) = match self.shown_sides {
            Some((shown, sides)) if std::ptr::eq(shown, linear) => (sides.0.to_owned(), sides.1.to_owned()),
            _ => (left.formula(self.addresses.sheet), right.subtrahend(self.addresses.sheet)),
        };
        let difference = if right.is_empty() { left } else { format!("{left}-{right}") };
        let relation = format!("ROUND({difference},6){}0", sign(linear.relation));
        let steps = vec![(unknown, Truth::Unknown), (Logic::Formula(relation), Truth::True)];
        Decision { steps, otherwise: Truth::False }
    }

    fn term_leaves(&self, term: &Term) -> Vec<Leaf> {
        let mut leaves = self.leaves(&term.var);
        if let Some(metric) = &term.factor
            && self.bench.claimed(metric).is_none()
        {
            leaves.push(Leaf::Absent);
        }
        leaves
    }

    /// When the leaves up to the first absent one cannot be told, and whether one is absent.
    pub(crate) fn readable(&self, leaves: impl Iterator<Item = Leaf>) -> (Logic, bool) {
        let (mut details, mut totals) = (Vec::new(), Vec::new());
        let mut parts = Vec::new();
        let mut absent = false;
        for leaf in leaves {
            match leaf {
                Leaf::Fixed(_) => {}
                Leaf::Shown { spot, role: Role::Total, .. } => totals.push(spot),
                Leaf::Shown { spot, .. } => details.push(spot),
                Leaf::Doubt => parts.push(Logic::Const(true)),
                Leaf::Absent => {
                    absent = true;
                    break;
                }
            }
        }
        let sheet = self.addresses.sheet;
        totals.sort_unstable();
        totals.dedup();
        if !totals.is_empty() {
            let list: Vec<String> = ranges(&totals).into_iter().map(|range| range.text(sheet)).collect();
            parts.push(Logic::Formula(format!("COUNT({})<{}", list.join(","), totals.len())));
        }
        parts.push(have_doubt(&ranges(&details), sheet));
        (Logic::any(parts), absent)
    }

    /// Both sides; the left holds the terms with positive coefficients. `None` where a coefficient is out of bounds.
    pub(crate) fn sums(&self, linear: &Linear) -> Option<(Sum, Sum)> {
        let (mut left, mut right) = (Sum::default(), Sum::default());
        for term in &linear.terms {
            let coefficient = self.coefficient(linear, term)?;
            let side = if coefficient.is_negative() { &mut right } else { &mut left };
            let factor = Number::from_millionths(coefficient.millionths().abs()).ok()?;
            for leaf in self.leaves(&term.var) {
                match leaf {
                    Leaf::Shown { spot, slot, .. } => side.add(factor, spot, current(self.bench, slot)),
                    Leaf::Fixed(millionths) => side.add_constant(scaled(factor, millionths)),
                    Leaf::Absent | Leaf::Doubt => {}
                }
            }
        }
        let constant = linear.constant.millionths();
        if constant < 0 {
            left.add_constant(-constant);
        } else {
            right.add_constant(constant);
        }
        Some((left, right))
    }

    fn coefficient(&self, linear: &Linear, term: &Term) -> Option<Number> {
        let own = linear.coefficient(term);
        let Some(metric) = &term.factor else { return Some(own) };
        // A share that nobody claimed leaves the atom absent; what it would multiply does not matter.
        let share = self.bench.claimed(metric).unwrap_or(0);
        let (units, scale) = own.parts();
        Number::from_scaled(share.checked_mul(i128::from(units))?, scale + 6).ok()
    }
}

/// What a shown place holds now, in millionths.
fn current(bench: &Bench<'_>, slot: Slot) -> i128 {
    let cell = match slot {
        Slot::Cell(index) => Some(bench.own.report.cell(index)),
        Slot::Group(index) => bench.own.report.extra.get(&bench.own.form.group(index).id),
    };
    match cell.map(|cell| cell.state) {
        Some(CellState::Number(number)) => number.millionths(),
        _ => 0,
    }
}

fn sign(relation: Relation) -> &'static str {
    match relation {
        Relation::Equal => "=",
        Relation::Unequal => "<>",
        Relation::AtMost => "<=",
        Relation::AtLeast => ">=",
        Relation::Below => "<",
        Relation::Above => ">",
    }
}

#[cfg(test)]
mod tests {
    use super::decimal;

    #[test]
    fn decimals_have_no_bounds() {
        assert_eq!(decimal(0), "0");
        assert_eq!(decimal(-2_500_000), "-2.5");
        assert_eq!(decimal(1), "0.000001");
        assert_eq!(decimal(1_299_563_000_000_000_000), "1299563000000");
    }
}
