//! Integer solutions of equations within bounds, by the general simplex (Dutertre and de Moura, 2006) in exact integers
//! with branch and bound. No float is involved; Bland's order of pivots makes it end.
use std::rc::Rc;

use crate::row::{Row, TooLarge, Var, gcd};
use crate::solution::Range;
use crate::system::System;

/// Equations solved for some variables, with the values that the others have at the moment.
#[derive(Clone, Debug)]
pub(crate) struct Tableau<'a> {
    system: &'a System,
    /// Each variable that an equation gives, with the equation; no other given one occurs in it. Most equations are shared by
    /// all questions that are asked.
    given: Vec<(Var, Rc<Row>)>,
    /// Variables that take values of themselves.
    loose: Vec<Var>,
    /// Whether a variable is one of them.
    is_loose: Vec<bool>,
    /// Change of each loose variable, 0 for all others.
    changes: Vec<i128>,
    /// Bounds on the change of each variable.
    bounds: Vec<(i128, i128)>,
}

/// Change of every variable of a solution.
pub(crate) type Solution = Vec<i128>;

impl<'a> Tableau<'a> {
    /// Steps that one question may take.
    pub(crate) const WORK: usize = 4_000;
    /// Steps that a division into two cases counts as, so that cases within cases are at most a hundred.
    const SPLIT: usize = 4;

    pub(crate) fn new(system: &'a System, given: Vec<(Var, Rc<Row>)>, loose: &[Var]) -> Self {
        let bounds = system.variables.iter().map(|own| (own.bounds.0 - own.value, own.bounds.1 - own.value)).collect();
        let changes = vec![0; system.variables.len()];
        let mut is_loose = vec![false; system.variables.len()];
        for var in loose {
            is_loose[usize::from(*var)] = true;
        }
        let mut own = Self { system, given, loose: loose.to_vec(), is_loose, changes, bounds };
        own.pull_in();
        own
    }

    /// A solution in integers; without one the cells of which one must change, added to `conflict`. Where the work runs
    /// out there is none either, and `work` is 0.
    pub(crate) fn solve(&self, work: &mut usize, conflict: &mut Vec<Var>) -> Result<Option<Solution>, TooLarge> {
        let mut own = self.clone();
        if !own.relax(work, conflict)? {
            return Ok(None);
        }
        let mut solution = own.changes.clone();
        for (var, row) in &own.given {
            let (gap, own_coefficient) = (own.left(*var, row)?, row.coefficient(*var));
            if gap % own_coefficient != 0 {
                if let Some(cells) = own.indivisible(row) {
                    conflict.extend(cells);
                    return Ok(None);
                }
                let floor = gap.div_euclid(own_coefficient.abs()) * own_coefficient.signum();
                let floor = if own_coefficient < 0 { floor - 1 } else { floor };
                return own.split(*var, (floor, floor + 1), work, conflict);
            }
            solution[usize::from(*var)] = gap / own_coefficient;
        }
        for var in own.given.iter().map(|(var, _)| var).chain(&own.loose) {
            let variable = &self.system.variables[usize::from(*var)];
            let change = solution[usize::from(*var)];
            if variable.hole == Some(variable.value + change) {
                return own.split(*var, (change - 1, change + 1), work, conflict);
            }
        }
        Ok(Some(solution))
    }

    fn is_loose(&self, var: Var) -> bool {
        self.is_loose[usize::from(var)]
    }

    /// With a tighter bound on the change of a variable.
    fn bounded(&self, var: Var, low: i128, high: i128) -> Self {
        let mut own = self.clone();
        let bounds = &mut own.bounds[usize::from(var)];
        *bounds = (bounds.0.max(low), bounds.1.min(high));
        own.pull_in();
        own
    }

    fn split(
        &self,
        var: Var,
        (most, least): (i128, i128),
        work: &mut usize,
        conflict: &mut Vec<Var>,
    ) -> Result<Option<Solution>, TooLarge> {
        *work = work.saturating_sub(Self::SPLIT);
        if *work == 0 {
            return Ok(None);
        }
        if let Some(found) = self.bounded(var, i128::MIN, most).solve(work, conflict)? {
            return Ok(Some(found));
        }
        self.bounded(var, least, i128::MAX).solve(work, conflict)
    }

    /// Puts loose variables within their bounds.
    fn pull_in(&mut self) {
        for var in &self.loose {
            let (low, high) = self.bounds[usize::from(*var)];
            let change = &mut self.changes[usize::from(*var)];
            *change = (*change).max(low).min(high.max(low));
        }
    }

    /// What the equation leaves for its given variable, times the coefficient of that.
    fn left(&self, var: Var, row: &Row) -> Result<i128, TooLarge> {
        let mut left = row.gap;
        for (other, coefficient) in row.terms.iter().filter(|(other, _)| *other != var) {
            let product = coefficient.checked_mul(self.changes[usize::from(*other)]).ok_or(TooLarge)?;
            left = left.checked_sub(product).ok_or(TooLarge)?;
        }
        Ok(left)
    }

    /// Moves loose variables until all bounds hold; `false` where they cannot.
    fn relax(&mut self, work: &mut usize, conflict: &mut Vec<Var>) -> Result<bool, TooLarge> {
        if let Some(empty) = self.empty() {
            conflict.extend(empty);
            return Ok(false);
        }
        loop {
            let Some((position, target, upwards)) = self.outside()? else { return Ok(true) };
            if *work == 0 {
                return Ok(false);
            }
            *work -= 1;
            let (var, row) = &self.given[position];
            let own = row.coefficient(*var);
            let movable = |other: &Var| {
                if other == var || !self.is_loose(*other) {
                    return false;
                }
                // The given variable rises with the other one where their coefficients have different signs.
                let rises = (row.coefficient(*other) > 0) != (own > 0);
                let (low, high) = self.bounds[usize::from(*other)];
                let change = self.changes[usize::from(*other)];
                if rises == upwards { change < high } else { change > low }
            };
            let Some(entering) = row.terms.iter().map(|(other, _)| *other).find(movable) else {
                let fixed = |other: &Var| other != var && !self.is_loose(*other);
                conflict.extend(row.terms.iter().map(|(other, _)| *other).filter(fixed));
                return Ok(false);
            };
            self.exchange(position, entering, target)?;
        }
    }

    /// The cells of the equation of a variable whose bounds leave nothing.
    fn empty(&self) -> Option<Vec<Var>> {
        let nothing = |var: &Var| self.bounds[usize::from(*var)].0 > self.bounds[usize::from(*var)].1;
        self.given.iter().map(|(var, _)| var).chain(&self.loose).any(nothing).then(Vec::new)
    }

    /// The first given variable outside its bounds, the bound it must come to, and whether that is upwards.
    fn outside(&self) -> Result<Option<(usize, i128, bool)>, TooLarge> {
        let mut first: Option<(Var, usize, i128, bool)> = None;
        for (position, (var, row)) in self.given.iter().enumerate() {
            if first.is_some_and(|(other, ..)| other < *var) {
                continue;
            }
            let (mut left, mut own) = (self.left(*var, row)?, row.coefficient(*var));
            if own < 0 {
                (left, own) = (-left, -own);
            }
            let (low, high) = self.bounds[usize::from(*var)];
            if left < own.checked_mul(low).ok_or(TooLarge)? {
                first = Some((*var, position, low, true));
            } else if left > own.checked_mul(high).ok_or(TooLarge)? {
                first = Some((*var, position, high, false));
            }
        }
        Ok(first.map(|(_, position, target, upwards)| (position, target, upwards)))
    }

    /// The given variable of an equation becomes loose at `target`; `entering` is given instead.
    fn exchange(&mut self, position: usize, entering: Var, target: i128) -> Result<(), TooLarge> {
        let (leaving, row) = self.given[position].clone();
        for (number, (_, other)) in self.given.iter_mut().enumerate() {
            if number != position && other.coefficient(entering) != 0 {
                *other = Rc::new(other.without(entering, &row)?);
            }
        }
        self.given[position] = (entering, row);
        self.loose.retain(|var| *var != entering);
        self.loose.push(leaving);
        self.is_loose[usize::from(entering)] = false;
        self.is_loose[usize::from(leaving)] = true;
        self.changes[usize::from(entering)] = 0;
        self.changes[usize::from(leaving)] = target;
        Ok(())
    }

    /// The fixed cells of an equation that integers cannot satisfy, whatever the others are.
    fn indivisible(&self, row: &Row) -> Option<Vec<Var>> {
        let is_open = |var: Var| self.is_loose(var) || self.given.iter().any(|(given, _)| *given == var);
        let open = row.terms.iter().filter(|(var, _)| is_open(*var));
        let common = open.fold(0, |common, (_, coefficient)| gcd(common, *coefficient));
        let fixed = row.terms.iter().map(|(var, _)| *var).filter(|var| !is_open(*var));
        (common > 1 && row.gap % common != 0).then(|| fixed.collect())
    }
}

/// Least and greatest values of single variables, from a solution outwards.
pub(crate) struct Ranges<'a, 'b> {
    pub(crate) tableau: &'a Tableau<'b>,
    pub(crate) solution: &'a Solution,
    /// A bound on the work was met: what was told may be too narrow.
    pub(crate) spent: bool,
}

impl Ranges<'_, '_> {
    /// The value that equations alone give to a variable.
    pub(crate) fn given(&self, var: Var) -> Result<Option<i128>, TooLarge> {
        let Some((_, row)) = self.tableau.given.iter().find(|(given, _)| *given == var) else { return Ok(None) };
        if row.terms.iter().any(|(other, _)| *other != var && self.tableau.is_loose(*other)) {
            return Ok(None);
        }
        let value = self.tableau.system.variables[usize::from(var)].value;
        Ok(Some(value + self.tableau.left(var, row)? / row.coefficient(var)))
    }

    /// Whether there is a solution in which some variables do not change.
    pub(crate) fn with_unchanged(&mut self, vars: &[Var]) -> Result<bool, TooLarge> {
        if vars.iter().all(|var| self.solution[usize::from(*var)] == 0) {
            return Ok(true);
        }
        let mut tableau = self.tableau.clone();
        for var in vars {
            tableau = tableau.bounded(*var, 0, 0);
        }
        Ok(self.ask(&tableau)?.is_some())
    }

    /// All that a variable can be.
    pub(crate) fn of(&mut self, var: Var) -> Result<Range, TooLarge> {
        let value = self.tableau.system.variables[usize::from(var)].value;
        let low = self.furthest(var, -1)?;
        let high = self.furthest(var, 1)?;
        Ok(Range { low: value + low, high: value + high })
    }

    /// The furthest change in one direction: by doubled steps, then by halved ones.
    fn furthest(&mut self, var: Var, direction: i128) -> Result<i128, TooLarge> {
        let bounds = self.tableau.bounds[usize::from(var)];
        let end = if direction < 0 { bounds.0 } else { bounds.1 };
        let mut reached = self.solution[usize::from(var)];
        let (mut step, mut growing) = (1_i128, true);
        while step > 0 && reached != end {
            let goal = if direction < 0 { (reached - step).max(end) } else { (reached + step).min(end) };
            if let Some(further) = self.reach(var, goal, direction)? {
                reached = further;
                step = if growing { step.saturating_mul(2) } else { step / 2 };
            } else {
                growing = false;
                step /= 2;
            }
        }
        Ok(reached)
    }

    fn reach(&mut self, var: Var, goal: i128, direction: i128) -> Result<Option<i128>, TooLarge> {
        let bounds = if direction < 0 { (i128::MIN, goal) } else { (goal, i128::MAX) };
        let found = self.ask(&self.tableau.bounded(var, bounds.0, bounds.1))?;
        Ok(found.map(|solution| solution[usize::from(var)]))
    }

    fn ask(&mut self, tableau: &Tableau<'_>) -> Result<Option<Solution>, TooLarge> {
        let mut work = Tableau::WORK;
        let found = tableau.solve(&mut work, &mut Vec::new())?;
        self.spent |= work == 0;
        Ok(found)
    }
}
