//! Equations between changes of variables, in integers.

/// A variable of a system, by its position there.
pub(crate) type Var = u16;

/// The numbers left the range of 128 bits: nothing can be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TooLarge;

/// `Σ coefficient·change = gap`, where a change is the difference to what stands in the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    /// Each variable once, in order; no coefficient is 0.
    pub(crate) terms: Vec<(Var, i128)>,
    /// What the changes must come to.
    pub(crate) gap: i128,
}

impl Row {
    /// The coefficient of a variable, 0 where it does not occur.
    pub(crate) fn coefficient(&self, var: Var) -> i128 {
        self.terms.binary_search_by_key(&var, |(own, _)| *own).map_or(0, |position| self.terms[position].1)
    }

    /// This row plus the multiple of `pivot` in which `var` no longer occurs, divided by what all coefficients share.
    ///
    /// # Errors
    /// [`TooLarge`] when a number needs more than 128 bits.
    pub(crate) fn without(&self, var: Var, pivot: &Self) -> Result<Self, TooLarge> {
        let (own, other) = (self.coefficient(var), pivot.coefficient(var));
        if own == 0 || other == 0 {
            return Ok(self.clone());
        }
        let common = gcd(own, other);
        let (mut keep, mut add) = (other / common, -(own / common));
        if keep < 0 {
            (keep, add) = (-keep, -add);
        }
        let mut row = Self { terms: merge(&self.terms, keep, &pivot.terms, add)?, gap: 0 };
        row.gap = combine(self.gap, keep, pivot.gap, add)?;
        row.reduce();
        Ok(row)
    }

    /// Divides by the greatest common divisor of the coefficients, where the gap can be divided too.
    pub(crate) fn reduce(&mut self) {
        let mut common = self.gap;
        for (_, coefficient) in &self.terms {
            common = gcd(common, *coefficient);
            if common == 1 {
                return;
            }
        }
        if common > 1 {
            self.terms.iter_mut().for_each(|(_, coefficient)| *coefficient /= common);
            self.gap /= common;
        }
    }
}

fn merge(left: &[(Var, i128)], keep: i128, right: &[(Var, i128)], add: i128) -> Result<Vec<(Var, i128)>, TooLarge> {
    let mut merged = Vec::with_capacity(left.len() + right.len());
    let (mut left, mut right) = (left, right);
    loop {
        let (var, value) = match (left, right) {
            ([], []) => return Ok(merged),
            ([(var, own), rest @ ..], others) if others.first().is_none_or(|(other, _)| var < other) => {
                left = rest;
                (*var, combine(*own, keep, 0, add)?)
            }
            ([(var, own), rest @ ..], [(other, theirs), others @ ..]) if var == other => {
                (left, right) = (rest, others);
                (*var, combine(*own, keep, *theirs, add)?)
            }
            (_, [(other, theirs), others @ ..]) => {
                right = others;
                (*other, combine(0, keep, *theirs, add)?)
            }
            ([(var, own), rest @ ..], []) => {
                left = rest;
                (*var, combine(*own, keep, 0, add)?)
            }
        };
        if value != 0 {
            merged.push((var, value));
        }
    }
}

fn combine(left: i128, keep: i128, right: i128, add: i128) -> Result<i128, TooLarge> {
    let left = left.checked_mul(keep).ok_or(TooLarge)?;
    let right = right.checked_mul(add).ok_or(TooLarge)?;
    left.checked_add(right).ok_or(TooLarge)
}

/// The greatest common divisor, 0 for two zeros.
pub(crate) fn gcd(left: i128, right: i128) -> i128 {
    // Nearly all coefficients are 1 or −1.
    if left == 1 || left == -1 || right == 1 || right == -1 {
        return 1;
    }
    let (mut left, mut right) = (left.unsigned_abs(), right.unsigned_abs());
    while right != 0 {
        (left, right) = (right, left % right);
    }
    i128::try_from(left).unwrap_or(1)
}
