//! Whether the chosen cells can take values that satisfy everything, and which.
use std::rc::Rc;

use crate::row::{Row, TooLarge, Var};
use crate::search::{Node, Search};
use crate::system::{Standing, System, Variable};
use crate::tableau::{Ranges, Tableau};

/// Values that a variable may take, in its units, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Range {
    pub(crate) low: i128,
    pub(crate) high: i128,
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    /// The cells that change.
    pub(crate) changes: Vec<(Var, Range)>,
    /// What blank, unreadable and missing cells must be, where that is more than nothing.
    pub(crate) fills: Vec<(Var, Range)>,
}

/// What is known of a set of chosen cells whose equations are not broken.
pub(crate) enum Verdict {
    /// They can take such values.
    Feasible(Found),
    /// They cannot, and one of these cells must change too.
    Conflict(Vec<Var>),
    /// A bound on the work was met.
    Unknown,
}

/// Most loose variables for which ranges of cells that are free anyway are worked out.
const FEW: usize = 24;

/// Decides a node without broken equations.
///
/// # Errors
/// [`TooLarge`] when a number needs more than 128 bits.
pub(crate) fn settle(search: &Search<'_>, node: &Node) -> Result<Verdict, TooLarge> {
    if node.loose.is_empty() { substitute(search, node) } else { explore(search, node) }
}

/// Every value is given: they are worked out from the last equation to the first.
fn substitute(search: &Search<'_>, node: &Node) -> Result<Verdict, TooLarge> {
    let mut changes: Vec<(Var, i128)> = Vec::with_capacity(node.given.len());
    for (position, (var, row)) in node.given.iter().enumerate().rev() {
        let row = &search.store[*row as usize];
        let mut gap = row.gap;
        for (later, change) in &changes {
            let product = row.coefficient(*later).checked_mul(*change).ok_or(TooLarge)?;
            gap = gap.checked_sub(product).ok_or(TooLarge)?;
        }
        let own = row.coefficient(*var);
        let variable = &search.system.variables[usize::from(*var)];
        if gap % own != 0 || !variable.allows(variable.value.saturating_add(gap / own)) {
            return Ok(Verdict::Conflict(others(node, &alone(search, node, position)?)));
        }
        changes.push((*var, gap / own));
    }
    let exactly = |(var, change): (Var, i128)| {
        let value = search.system.variables[usize::from(var)].value + change;
        (var, Range { low: value, high: value })
    };
    let found = changes.into_iter().rev().map(exactly);
    Ok(Verdict::Feasible(Found::of(search.system, node, found)))
}

/// The equation of a given variable in which no other given one occurs.
fn alone(search: &Search<'_>, node: &Node, position: usize) -> Result<Row, TooLarge> {
    let (_, row) = node.given[position];
    let mut own = search.store[row as usize].clone();
    for (later, row) in &node.given[position + 1..] {
        own = own.without(*later, &search.store[*row as usize])?;
    }
    Ok(own)
}

/// The equations of all given variables, none of which has another given one.
fn all_alone(search: &Search<'_>, node: &Node) -> Result<Vec<(Var, Rc<Row>)>, TooLarge> {
    let mut places: Vec<Option<usize>> = vec![None; search.system.variables.len()];
    let mut rows: Vec<(Var, Rc<Row>)> = Vec::with_capacity(node.given.len());
    // An equation has no variable that was given before its own; those after it are put in from the last one on.
    for (var, row) in node.given.iter().rev() {
        let row = &search.store[*row as usize];
        let mut own = row.clone();
        for (later, _) in &row.terms {
            if let Some(place) = places[usize::from(*later)] {
                own = own.without(*later, &rows[place].1)?;
            }
        }
        places[usize::from(*var)] = Some(rows.len());
        rows.push((*var, Rc::new(own)));
    }
    rows.reverse();
    Ok(rows)
}

/// The cells of an equation that are neither chosen nor free.
fn others(node: &Node, row: &Row) -> Vec<Var> {
    let open = |var: &Var| node.loose.contains(var) || node.given.iter().any(|(given, _)| given == var);
    row.terms.iter().map(|(var, _)| *var).filter(|var| !open(var)).collect()
}

/// Some values are not given by equations: bounds decide, and values may be ranges.
fn explore(search: &Search<'_>, node: &Node) -> Result<Verdict, TooLarge> {
    let tableau = Tableau::new(search.system, all_alone(search, node)?, &node.loose);
    let mut conflict = Vec::new();
    let mut work = Tableau::WORK;
    let Some(solution) = tableau.solve(&mut work, &mut conflict)? else {
        if work == 0 {
            return Ok(Verdict::Unknown);
        }
        conflict.sort_unstable();
        conflict.dedup();
        return Ok(Verdict::Conflict(conflict));
    };
    let mut ranges = Ranges { tableau: &tableau, solution: &solution, spent: false };
    let mut found = Vec::new();
    for var in &node.chosen {
        found.push((*var, ranges.of(*var)?));
    }
    let free = node.given.iter().map(|(var, _)| *var).chain(node.loose.iter().copied());
    let free: Vec<Var> = free.filter(|var| !node.chosen.contains(var)).collect();
    let blank = |var: &Var| search.system.variables[usize::from(*var)].standing == Standing::Blank;
    let blanks_stay =
        !free.iter().any(blank) || ranges.with_unchanged(&free.iter().copied().filter(blank).collect::<Vec<_>>())?;
    for var in free {
        let variable = &search.system.variables[usize::from(var)];
        if variable.slot.is_none() || (blanks_stay && blank(&var)) {
            continue;
        }
        if let Some(value) = ranges.given(var)? {
            found.push((var, Range { low: value, high: value }));
        } else if node.loose.len() <= FEW && (blank(&var) || variable.standing == Standing::Open) {
            found.push((var, ranges.of(var)?));
        }
    }
    if ranges.spent {
        return Ok(Verdict::Unknown);
    }
    Ok(Verdict::Feasible(Found::of(search.system, node, found.into_iter())))
}

impl Found {
    fn of(system: &System, node: &Node, found: impl Iterator<Item = (Var, Range)>) -> Self {
        let mut own = Self { changes: Vec::new(), fills: Vec::new() };
        for (var, range) in found {
            let variable = &system.variables[usize::from(var)];
            // A blank that stays 0 and a cell that may be anything are not worth telling.
            let is_plain = match variable.standing {
                Standing::Blank => (range.low, range.high) == (0, 0),
                _ => (range.low, range.high) == variable.bounds,
            };
            if node.chosen.contains(&var) {
                own.changes.push((var, range));
            } else if variable.slot.is_some() && !is_plain {
                own.fills.push((var, range));
            }
        }
        own.changes.sort_unstable_by_key(|(var, _)| *var);
        own.fills.sort_unstable_by_key(|(var, _)| *var);
        own
    }
}

impl Variable {
    /// Whether a value may stand there.
    pub(crate) fn allows(&self, value: i128) -> bool {
        (self.bounds.0..=self.bounds.1).contains(&value) && self.hole != Some(value)
    }
}
