//! What the hard edits of an edition prove, and what they cannot see. Exact: whole numbers of 128 bits, no floats; where
//! those do not suffice, [`TooLarge`] is said and nothing is claimed.
//!
//! - Consistency, cells with one possible value and bounds that follow from others are decided over all numbers that the
//!   form allows (none below 0 but changes) by the simplex method. It computes with fractions; that a consistent system
//!   has a solution in *whole* numbers is shown by one.
//! - Rank, equalities that follow from others, cells that move together and slips that cancel are decided by
//!   elimination over the equalities alone.
//! - The mutation score is counted, not proven: see [`Score`].
mod base;
mod elimination;
mod integer;
mod mutation;
mod score;
mod simplex;
mod slips;
mod system;

use std::collections::BTreeMap;

use gouji_model::CellIndex;

use crate::prove::base::Ranges;
use crate::prove::elimination::Solved;
use crate::prove::integer::{Sparse, direction};
use crate::prove::simplex::{Most, Simplex};
use crate::prove::system::System;
use crate::{Atom, HardEdit, Relation, RuleBook, hard_edits};

pub use integer::TooLarge;
pub use mutation::{Mutant, Mutation};
pub use score::{Score, Sight, Tally, score};
pub use slips::{Change, Slips};

/// What the hard edits of a rule book prove. Edits are given by their index in the rule book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// The hard edits.
    pub hard: Vec<usize>,
    /// Whether a report can satisfy them all.
    pub consistency: Consistency,
    /// Number of equalities among them, and how many of these are independent of each other.
    pub rank: (usize, usize),
    /// Sets of equalities of which any one follows from the others.
    pub dependent: Vec<Vec<usize>>,
    /// Bounds that follow from the other hard edits.
    pub redundant_bounds: Vec<usize>,
    /// Cells that can have one value only, as a fraction.
    pub fixed: Vec<(CellIndex, i128, i128)>,
    /// Sets of cells of which one determines all others.
    pub tied: Vec<Vec<CellIndex>>,
    /// Cells in no sum of a hard edit.
    pub without_sum: Vec<CellIndex>,
    /// Cells that no rule asks for more than whether they were found.
    pub unwatched: Vec<CellIndex>,
    /// What hard edits cannot see.
    pub slips: Slips,
}

/// Whether a report can satisfy all hard edits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Consistency {
    /// One was found in whole numbers.
    Consistent,
    /// None can; these edits already contradict each other, and without any of them they would not.
    Contradictory(Vec<usize>),
    /// One exists in fractions; none in whole numbers was found.
    Fractions,
}

/// Proves what can be proven of a rule book's hard edits.
///
/// # Errors
/// [`TooLarge`].
pub fn prove(book: &RuleBook) -> Result<Proof, TooLarge> {
    let edits = hard_edits(book);
    let system = System::new(&book.form, &edits)?;
    let solved = Solved::new(&system)?;
    let corner = Simplex::new(&system)?;
    let ranges = corner.map(|corner| Ranges::new(&system, corner)).transpose()?;
    let consistency = match &ranges {
        None => Consistency::Contradictory(conflict(&system)?),
        Some(ranges) if ranges.whole.is_some() => Consistency::Consistent,
        Some(_) => Consistency::Fractions,
    };
    let equalities: Vec<usize> = system.equalities().map(|row| row.edit).collect();
    let edit_list = |dependency: &Sparse| dependency.iter().map(|(number, _)| equalities[*number]).collect();
    let consistent = ranges.is_some();
    Ok(Proof {
        hard: edits.iter().map(|edit| edit.edit).collect(),
        consistency,
        rank: (equalities.len(), solved.rank()),
        dependent: solved.dependencies.iter().map(edit_list).collect(),
        redundant_bounds: if consistent { redundant_bounds(&system)? } else { Vec::new() },
        fixed: ranges.map(|ranges| ranges.fixed).unwrap_or_default(),
        tied: if consistent { tied(&solved) } else { Vec::new() },
        without_sum: without_sum(book, &edits),
        unwatched: unwatched(book),
        slips: Slips::new(book, &edits, &system)?,
    })
}

/// A smallest set of edits that contradict each other: each is left out once.
fn conflict(system: &System) -> Result<Vec<usize>, TooLarge> {
    let mut own = system.clone();
    let mut number = 0;
    while number < own.rows.len() {
        let fewer = own.without(|row| row == number);
        if Simplex::new(&fewer)?.is_none() {
            own = fewer;
        } else {
            number += 1;
        }
    }
    Ok(own.rows.iter().map(|row| row.edit).collect())
}

/// Bounds that the other edits never let come near enough to be broken.
fn redundant_bounds(system: &System) -> Result<Vec<usize>, TooLarge> {
    let mut redundant = Vec::new();
    let mut left_out: Vec<usize> = Vec::new();
    for (number, row) in system.rows.iter().enumerate().filter(|(_, row)| row.relation != Relation::Equal) {
        let others = system.without(|other| other == number || left_out.contains(&other));
        let sign = if row.relation == Relation::AtMost { 1 } else { -1 };
        let sum: Vec<(usize, i128)> = row.coefficients.iter().map(|(cell, own)| (*cell, own * sign)).collect();
        let Some(mut simplex) = Simplex::new(&others)? else { continue };
        if let Most::Value(most, denominator) = simplex.maximise(&sum)?
            && most <= (row.constant * sign).checked_mul(denominator).ok_or(TooLarge)?
        {
            redundant.push(row.edit);
            left_out.push(number);
        }
    }
    Ok(redundant)
}

/// Sets of cells that always move together, and so determine each other.
fn tied(solved: &Solved) -> Vec<Vec<CellIndex>> {
    let mut lines: BTreeMap<Sparse, Vec<CellIndex>> = BTreeMap::new();
    for (cell, motion) in solved.motions().into_iter().enumerate() {
        if let Some((_, line)) = direction(motion) {
            lines.entry(line).or_default().push(index(cell));
        }
    }
    lines.into_values().filter(|cells| cells.len() > 1).collect()
}

fn without_sum(book: &RuleBook, edits: &[HardEdit]) -> Vec<CellIndex> {
    (0..book.form.cells.len()).map(index).filter(|cell| edits.iter().all(|edit| edit.coefficient(*cell) == 0)).collect()
}

/// Cells of which no edit demands anything but that they were found.
fn unwatched(book: &RuleBook) -> Vec<CellIndex> {
    let mut watched = vec![false; book.form.cells.len()];
    for atom in book.edits.iter().flat_map(|edit| &edit.any) {
        if matches!(atom, Atom::State { states, .. } if crate::judge::asks_if_found(*states)) {
            continue;
        }
        for slot in atom.own_slots() {
            for cell in book.form.slot_cells(&slot) {
                watched[usize::from(cell.0)] = true;
            }
        }
    }
    (0..watched.len()).filter(|cell| !watched[*cell]).map(index).collect()
}

/// The index of a cell; a form has fewer than 65,536.
fn index(cell: usize) -> CellIndex {
    CellIndex(u16::try_from(cell).unwrap_or(u16::MAX))
}
