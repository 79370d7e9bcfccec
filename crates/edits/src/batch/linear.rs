//! Linear atoms over columns.
use gouji_model::{Form, Slot};

use crate::batch::BLOCK;
use crate::batch::columns::{Block, Column, Values};
use crate::batch::mask::{LANES, Mask};
use crate::batch::truth::Truths;
use crate::{Linear, Relation, Var};

/// `Σ coefficient·Σ cells relation constant`.
#[derive(Debug)]
pub(crate) struct LinearPlan {
    /// Coefficients times `10^scale` with the positions of the cells that are added up.
    terms: Vec<(i64, Vec<usize>)>,
    relation: Relation,
    /// Units and decimals of the constant.
    constant: (i64, u8),
    scale: u8,
}

/// A linear atom in integers of one scale.
struct Factors {
    /// The factor of each cell, in the order of the terms.
    of_cells: Vec<i64>,
    constant: i64,
    /// No sum over some of the terms is larger.
    bound: u64,
}

impl LinearPlan {
    pub(crate) fn new(form: &Form, linear: &Linear) -> Self {
        let own = linear.terms.iter().filter_map(|term| match &term.var {
            Var::Own(slot) => Some((term.coefficient, leaves(form, *slot))),
            Var::LastYear(_) | Var::Members(_) | Var::Claim(_) => None,
        });
        let constant = linear.constant.parts();
        Self { terms: own.collect(), relation: linear.relation, constant, scale: linear.scale }
    }

    /// How many numbers are added up for one report.
    pub(crate) fn size(&self) -> usize {
        self.terms.iter().map(|(_, cells)| cells.len()).sum()
    }

    pub(crate) fn truths(&self, block: &Block) -> Truths {
        let columns = || self.terms.iter().flat_map(|(_, cells)| cells).map(|cell| &block.cells[*cell]);
        let doubt = columns().fold(Mask::NONE, |sum, column| sum | column.doubt);
        // All numbers are made whole with so many decimals.
        let decimals = columns().map(|column| column.scale).max().unwrap_or(0).max(self.constant.1);
        let factors = self.factors(block, decimals);
        let narrow = factors.as_ref().and_then(|factors| self.narrow(block, factors));
        let (yes, unknown) = match (narrow, factors) {
            (Some(yes), _) => (yes, doubt),
            (None, Some(factors)) => (self.wide(block, &factors), doubt),
            (None, None) => {
                let (yes, too_large) = self.slow(block);
                (yes, doubt | too_large)
            }
        };
        Truths { yes: yes & !unknown, unknown, absent: Mask::NONE }
    }

    /// What the atom is in integers of one scale; `None` where `i64` might overflow.
    fn factors(&self, block: &Block, decimals: u8) -> Option<Factors> {
        let power = |own: u8| 10_i64.pow(u32::from(decimals - own));
        let constant =
            self.constant.0.checked_mul(power(self.constant.1))?.checked_mul(10_i64.pow(self.scale.into()))?;
        let mut bound = constant.unsigned_abs();
        let mut of_cells = Vec::with_capacity(self.size());
        for (coefficient, cells) in &self.terms {
            for cell in cells {
                let column = &block.cells[*cell];
                let factor = coefficient.checked_mul(power(column.scale))?;
                bound = bound.checked_add(factor.unsigned_abs().checked_mul(column.largest)?)?;
                of_cells.push(factor);
            }
        }
        (bound <= i64::MAX.unsigned_abs()).then_some(Factors { of_cells, constant, bound })
    }

    /// In 32 bits, a few rows at a time whose sums stay in registers; `None` where that might overflow.
    fn narrow(&self, block: &Block, factors: &Factors) -> Option<Mask> {
        if factors.bound > i32::MAX.unsigned_abs().into() {
            return None;
        }
        let (mut plus, mut minus, mut others) = (Vec::new(), Vec::new(), Vec::new());
        let cells = self.terms.iter().flat_map(|(_, cells)| cells);
        for (cell, factor) in cells.zip(&factors.of_cells) {
            let Values::Narrow(values) = &block.cells[*cell].values else { return None };
            match *factor {
                1 => plus.push(&**values),
                -1 => minus.push(&**values),
                other => others.push((&**values, i32::try_from(other).ok()?)),
            }
        }
        let constant = i32::try_from(factors.constant).ok()?;
        Some(Mask::by_lanes(|first| {
            let rows = first..first + LANES;
            let mut sums = [-constant; LANES];
            for values in &plus {
                add_lanes(&mut sums, &values[rows.clone()], |value| value);
            }
            for values in &minus {
                add_lanes(&mut sums, &values[rows.clone()], |value| -value);
            }
            for (values, factor) in &others {
                add_lanes(&mut sums, &values[rows.clone()], |value| factor * value);
            }
            self.holds(&sums)
        }))
    }

    /// A bit for each sum that stands in the relation to 0.
    fn holds(&self, sums: &[i32; LANES]) -> u32 {
        let bits = |holds: fn(i32) -> bool| {
            sums.iter().enumerate().fold(0, |word, (bit, sum)| word | (u32::from(holds(*sum)) << bit))
        };
        // Most reports are right: one look at all bits tells it.
        let all = sums.iter().fold(0, |all, sum| all | sum);
        match self.relation {
            Relation::Equal if all == 0 => u32::MAX,
            Relation::AtLeast if all >= 0 => u32::MAX,
            Relation::Equal => bits(|sum| sum == 0),
            Relation::Unequal => bits(|sum| sum != 0),
            Relation::AtMost => bits(|sum| sum <= 0),
            Relation::AtLeast => bits(|sum| sum >= 0),
            Relation::Below => bits(|sum| sum < 0),
            Relation::Above => bits(|sum| sum > 0),
        }
    }

    fn wide(&self, block: &Block, factors: &Factors) -> Mask {
        let mut sums = [-factors.constant; BLOCK];
        let cells = self.terms.iter().flat_map(|(_, cells)| cells);
        for (cell, factor) in cells.zip(&factors.of_cells) {
            match &block.cells[*cell].values {
                Values::Narrow(values) => add(&mut sums, values.iter().map(|value| i64::from(*value)), *factor),
                Values::Wide(values) => add(&mut sums, values.iter().copied(), *factor),
            }
        }
        // Most reports are right: one look at all bits tells it.
        let bits = sums.iter().fold(0, |bits, sum| bits | sum);
        match self.relation {
            Relation::Equal if bits == 0 => Mask::ALL,
            Relation::AtLeast if bits >= 0 => Mask::ALL,
            relation => Mask::where_true(&sums, |sum| relation.holds(sum.into(), 0)),
        }
    }

    /// As `judge` computes, row by row: where it holds, and where the numbers are too large.
    fn slow(&self, block: &Block) -> (Mask, Mask) {
        let (mut yes, mut too_large) = (Mask::NONE, Mask::NONE);
        for row in 0..block.rows {
            match self.difference(block, row) {
                Some(difference) => yes.set(row, self.relation.holds(difference, 0)),
                None => too_large.set(row, true),
            }
        }
        (yes, too_large)
    }

    fn difference(&self, block: &Block, row: usize) -> Option<i128> {
        let millionths = |units: i64, scale: u8| i128::from(units) * 10_i128.pow(6 - u32::from(scale));
        let value = |column: &Column| millionths(column.values.of(row), column.scale);
        let constant = millionths(self.constant.0, self.constant.1).checked_mul(10_i128.pow(self.scale.into()))?;
        self.terms.iter().try_fold(-constant, |sum, (coefficient, cells)| {
            let own: i128 = cells.iter().map(|cell| value(&block.cells[*cell])).sum();
            sum.checked_add(own.checked_mul(i128::from(*coefficient))?)
        })
    }
}

/// Positions of the cells of a slot, as often as its sum takes them.
fn leaves(form: &Form, slot: Slot) -> Vec<usize> {
    match slot {
        Slot::Cell(cell) => vec![usize::from(cell.0)],
        Slot::Group(group) => form.group(group).members.iter().flat_map(|member| leaves(form, *member)).collect(),
    }
}

/// `sums += factor · values`.
fn add(sums: &mut [i64; BLOCK], values: impl Iterator<Item = i64>, factor: i64) {
    sums.iter_mut().zip(values).for_each(|(sum, value)| *sum += factor * value);
}

/// Adds what is made of a few values to as many sums.
fn add_lanes(sums: &mut [i32; LANES], values: &[i32], term: impl Fn(i32) -> i32) {
    sums.iter_mut().zip(values).for_each(|(sum, value)| *sum += term(*value));
}
