//! The hard edits as rows of whole numbers over the cells.
use gouji_model::{Form, ValueType};

use crate::prove::integer::{TooLarge, gcd};
use crate::{HardEdit, Relation};

/// `Σ coefficient·cell relation constant`, all whole.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// Index of the edit in the rule book.
    pub(super) edit: usize,
    pub(super) coefficients: Vec<(usize, i128)>,
    /// `Equal`, `AtMost` or `AtLeast`.
    pub(super) relation: Relation,
    pub(super) constant: i128,
}

/// Rows over the cells of a form.
#[derive(Clone, Debug)]
pub(super) struct System {
    pub(super) cells: usize,
    /// Whether a cell may hold a number below 0.
    pub(super) signed: Vec<bool>,
    pub(super) rows: Vec<Row>,
}

impl System {
    pub(super) fn new(form: &Form, edits: &[HardEdit]) -> Result<Self, TooLarge> {
        let whole = |edit: &HardEdit| edit.terms.iter().all(|(cell, _)| form.cell(*cell).value != ValueType::Decimal);
        let rows: Result<Vec<Option<Row>>, TooLarge> = edits.iter().map(|edit| row(edit, whole(edit))).collect();
        Ok(Self {
            cells: form.cells.len(),
            signed: form.cells.iter().map(|cell| cell.value == ValueType::SignedCount).collect(),
            rows: rows?.into_iter().flatten().collect(),
        })
    }

    pub(super) fn equalities(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| row.relation == Relation::Equal)
    }

    /// The same without the rows of which `left_out` is true.
    pub(super) fn without(&self, left_out: impl Fn(usize) -> bool) -> Self {
        let rows = self.rows.iter().enumerate().filter(|(index, _)| !left_out(*index)).map(|(_, row)| row.clone());
        Self { cells: self.cells, signed: self.signed.clone(), rows: rows.collect() }
    }
}

/// An edit as a row; `None` for `!=`, which no sum of rows can use.
fn row(edit: &HardEdit, whole: bool) -> Result<Option<Row>, TooLarge> {
    const MILLION: i128 = 1_000_000;
    // The constant is in millionths of what the coefficients are in.
    let mut coefficients = Vec::with_capacity(edit.terms.len());
    for (cell, coefficient) in &edit.terms {
        let scaled = i128::from(*coefficient).checked_mul(MILLION).ok_or(TooLarge)?;
        coefficients.push((usize::from(cell.0), scaled));
    }
    let common = coefficients.iter().fold(edit.constant, |common, (_, own)| gcd(common, *own)).max(1);
    for (_, own) in &mut coefficients {
        *own /= common;
    }
    let constant = edit.constant / common;
    let (relation, constant) = match edit.relation {
        Relation::Unequal => return Ok(None),
        // Whole numbers that are below another are at most one less.
        Relation::Below if whole => (Relation::AtMost, constant - 1),
        Relation::Above if whole => (Relation::AtLeast, constant + 1),
        Relation::Below => (Relation::AtMost, constant),
        Relation::Above => (Relation::AtLeast, constant),
        other => (other, constant),
    };
    Ok(Some(Row { edit: edit.edit, coefficients, relation, constant }))
}
