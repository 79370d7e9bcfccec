//! Faults as people make them.
use gouji_edits::{RuleBook, hard_edits};
use gouji_model::{Cell, CellIndex, Number, Report};
use rand::RngExt as _;
use rand_xorshift::XorShiftRng;
use serde::Serialize;

/// One wrong cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fault {
    /// Its id.
    pub cell: Box<str>,
    /// What went wrong.
    pub kind: Kind,
    /// What it must be.
    pub truth: String,
    /// What is printed.
    pub printed: String,
}

/// What went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A digit was left out.
    DigitDropped,
    /// A digit stands twice.
    DigitDoubled,
    /// Two digits changed places.
    DigitsSwapped,
    /// A nought too many.
    TimesTen,
    /// The value of another cell of the same sum.
    Neighbour,
    /// One more or less.
    OffByOne,
}

const KINDS: [Kind; 6] =
    [Kind::DigitDropped, Kind::DigitDoubled, Kind::DigitsSwapped, Kind::TimesTen, Kind::Neighbour, Kind::OffByOne];

/// Makes one or two cells wrong that hard edits watch; of a kind that does not change the number, nothing comes.
pub(super) fn put(book: &RuleBook, report: &mut Report, dice: &mut XorShiftRng) -> Vec<Fault> {
    let edits = hard_edits(book);
    let mut faults: Vec<Fault> = Vec::new();
    for _ in 0..dice.random_range(1..=2) {
        let edit = &edits[dice.random_range(0..edits.len())];
        let [cell, neighbour] = [0; 2].map(|_| edit.terms[dice.random_range(0..edit.terms.len())].0);
        let id = &book.form.cell(cell).id;
        let kind = KINDS[dice.random_range(0..KINDS.len())];
        let Some((truth, printed)) = wrong(report, cell, neighbour, kind) else { continue };
        if faults.iter().any(|fault| fault.cell == *id) {
            continue;
        }
        *report.cell_mut(cell) = Cell::number(Number::from(printed));
        faults.push(Fault { cell: id.clone(), kind, truth: truth.to_string(), printed: printed.to_string() });
    }
    faults
}

/// The value of a cell, and another in its place.
fn wrong(report: &Report, cell: CellIndex, neighbour: CellIndex, kind: Kind) -> Option<(i32, i32)> {
    let value = |cell| report.cell(cell).value().and_then(|value| value.to_string().parse::<i32>().ok());
    let truth = value(cell)?;
    let mut digits: Vec<char> = truth.to_string().chars().collect();
    let last = digits.len().checked_sub(2);
    let printed = match kind {
        Kind::DigitDropped => {
            digits.remove(last?);
            joined(&digits)?
        }
        Kind::DigitDoubled => {
            digits.insert(0, *digits.first()?);
            joined(&digits)?
        }
        Kind::DigitsSwapped => {
            digits.swap(last?, last? + 1);
            joined(&digits)?
        }
        Kind::TimesTen => truth.checked_mul(10)?,
        Kind::Neighbour => value(neighbour)?,
        Kind::OffByOne => truth + 1,
    };
    (printed != truth).then_some((truth, printed))
}

fn joined(digits: &[char]) -> Option<i32> {
    digits.iter().collect::<String>().parse().ok()
}
