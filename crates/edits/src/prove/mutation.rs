//! A report that satisfies the edits, and what people do to one: each cell changed in the ways in which they err.
use gouji_model::{Cell, CellIndex, CellState, Fact, Form, Number, Report};

use crate::prove::base::Ranges;
use crate::prove::index;
use crate::prove::integer::TooLarge;
use crate::prove::simplex::Simplex;
use crate::prove::system::System;
use crate::{Atom, HardEdit, Linear, Relation, RuleBook, hard};

/// A way to get a cell wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Mutation {
    /// One more.
    Plus,
    /// One less.
    Minus,
    /// A zero too many.
    Tenfold,
    /// Two digits beside each other swapped.
    Digits,
    /// Swapped with the cell to the right, or with the one below.
    Neighbour,
    /// Left empty.
    Blank,
}

impl Mutation {
    /// All of them, with their ids.
    pub const NAMES: [(&'static str, Self); 6] = [
        ("plus_one", Self::Plus),
        ("minus_one", Self::Minus),
        ("times_ten", Self::Tenfold),
        ("digits_swapped", Self::Digits),
        ("neighbours_swapped", Self::Neighbour),
        ("blanked", Self::Blank),
    ];

    /// The id.
    pub fn id(self) -> &'static str {
        Self::NAMES.into_iter().find(|(_, own)| *own == self).map_or("", |(name, _)| name)
    }
}

/// One change of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mutant {
    /// What was done.
    pub mutation: Mutation,
    /// What stands in the changed cells, one or two.
    pub cells: Vec<(CellIndex, CellState)>,
}

impl Mutant {
    /// The report with the change.
    pub(super) fn of(&self, base: &Report) -> Report {
        let mut report = base.clone();
        for (cell, state) in &self.cells {
            *report.cell_mut(*cell) = Cell::of(*state);
        }
        report
    }
}

/// A number for each cell that satisfies every hard edit and every bound of other rules, where those allow one.
pub(super) fn base_values(book: &RuleBook) -> Result<Option<Vec<i128>>, TooLarge> {
    let hard = hard::hard_edits(book);
    let bounds = book.edits.iter().enumerate().filter_map(|(index, edit)| match edit.any.as_slice() {
        [Atom::Linear(linear)] if linear.is_own() && is_bound(linear) => Some((index, linear)),
        _ => None,
    });
    let mut edits: Vec<HardEdit> = bounds.map(|(index, linear)| HardEdit::new(&book.form, index, linear)).collect();
    edits.retain(|edit| hard.iter().all(|own| own.edit != edit.edit));
    edits.extend(hard.iter().cloned());
    for edits in [edits, hard] {
        let system = System::new(&book.form, &edits)?;
        let Some(corner) = Simplex::new(&system)? else { continue };
        if let Some(values) = Ranges::new(&system, corner)?.filled() {
            return values.map(Some);
        }
    }
    Ok(None)
}

fn is_bound(linear: &Linear) -> bool {
    !matches!(linear.relation, Relation::Equal | Relation::Unequal)
}

/// The report of [`base_values`], with every fact that a rule asks for as a report in good order has it.
pub(super) fn base(book: &RuleBook) -> Result<Option<Report>, TooLarge> {
    let Some(values) = base_values(book)? else { return Ok(None) };
    let mut report = Report::empty(&book.form);
    for (cell, value) in report.cells.iter_mut().zip(values) {
        let millionths = value.checked_mul(1_000_000).ok_or(TooLarge)?;
        *cell = Cell::number(Number::from_millionths(millionths).map_err(|_| TooLarge)?);
    }
    for atom in book.edits.iter().flat_map(|edit| edit.when.iter().chain(&edit.any)) {
        if let Atom::Fact { key, .. } = atom {
            report.facts.insert(key.clone(), Fact::plain(true));
        }
    }
    Ok(Some(report))
}

/// Every change of every cell.
pub(super) fn mutants(form: &Form, base: &Report) -> Vec<Mutant> {
    (0..form.cells.len()).map(index).flat_map(|cell| mutants_of(form, base, cell)).collect()
}

fn mutants_of(form: &Form, base: &Report, cell: CellIndex) -> Vec<Mutant> {
    let Some(value) = base.cell(cell).value() else { return Vec::new() };
    let one = |mutation, state| Mutant { mutation, cells: vec![(cell, state)] };
    let shifted = |by: i128| Number::from_millionths(value.millionths() + by * 1_000_000).ok();
    let number = |mutation, number: Option<Number>| {
        number.filter(|number| *number != value).map(|number| one(mutation, CellState::Number(number)))
    };
    let mut mutants: Vec<Mutant> = Vec::new();
    mutants.extend(number(Mutation::Plus, shifted(1)));
    mutants.extend(number(Mutation::Minus, shifted(-1).filter(|number| !number.is_negative())));
    mutants.extend(number(Mutation::Tenfold, Number::from_millionths(value.millionths() * 10).ok()));
    mutants.extend(swapped_digits(value).filter_map(|swapped| number(Mutation::Digits, Some(swapped))));
    for other in neighbours(form, cell).into_iter().flatten() {
        let there = base.cell(other).state;
        if there != base.cell(cell).state {
            let cells = vec![(cell, there), (other, base.cell(cell).state)];
            mutants.push(Mutant { mutation: Mutation::Neighbour, cells });
        }
    }
    mutants.push(one(Mutation::Blank, CellState::Blank));
    mutants
}

/// The number with each two digits beside each other swapped.
fn swapped_digits(value: Number) -> impl Iterator<Item = Number> {
    let digits: Vec<char> = value.to_string().chars().collect();
    (1..digits.len()).filter_map(move |at| {
        let mut swapped = digits.clone();
        swapped.swap(at - 1, at);
        let is_digits = digits[at - 1].is_ascii_digit() && digits[at].is_ascii_digit();
        is_digits.then(|| swapped.into_iter().collect::<String>().parse().ok()).flatten()
    })
}

/// The next cell of the row, and the next of the column.
fn neighbours(form: &Form, cell: CellIndex) -> [Option<CellIndex>; 2] {
    let own = form.cell(cell);
    let mut after = form.cells.iter().enumerate().skip(usize::from(cell.0) + 1);
    let right = after.clone().next().filter(|(_, next)| next.table == own.table && next.row == own.row);
    let below = after.find(|(_, next)| next.table == own.table && next.column == own.column && next.row != own.row);
    [right, below].map(|found| found.map(|(position, _)| index(position)))
}
