//! One cause, one item: which broken hard edits one wrong cell explains.
//!
//! A cell explains broken edits if one and the same change of its value mends all of them and breaks none that
//! holds. (Sets of several cells are the business of localisation.)
use gouji_model::{CellIndex, CellState, Number, ValueType};

use crate::judge::Bench;
use crate::{HardEdit, Relation, RuleBook};

/// Broken edits with the one cell that explains them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Cause {
    /// Positions in the list of hard edits.
    pub(crate) edits: Vec<usize>,
    /// The cell and the value it must have, where exactly one cell explains more than one edit.
    pub(crate) cell: Option<(CellIndex, Number)>,
}

/// How a hard edit stands in a report: its difference, or `None` where it was not judged.
pub(crate) type Standing = Option<i128>;

/// Groups the broken equalities among the hard edits by cause.
pub(crate) fn causes(book: &RuleBook, bench: &Bench<'_>, hard: &[HardEdit], standing: &[Standing]) -> Vec<Cause> {
    let broken_at =
        |position: &usize| standing[*position].is_some_and(|difference| !hard[*position].relation.holds(difference, 0));
    let mut open: Vec<usize> = (0..hard.len()).filter(broken_at).collect();
    let mut found = Vec::new();
    while let Some((edits, cell)) = best_cell(book, bench, hard, standing, &open) {
        open.retain(|position| !edits.contains(position));
        found.push(Cause { edits, cell: Some(cell) });
    }
    found.extend(open.into_iter().map(|position| Cause { edits: vec![position], cell: None }));
    found
}

type Explained = (Vec<usize>, (CellIndex, Number));

/// The cell that explains most of the open edits, at least two; none where other cells explain them as well.
fn best_cell(
    book: &RuleBook,
    bench: &Bench<'_>,
    hard: &[HardEdit],
    standing: &[Standing],
    open: &[usize],
) -> Option<Explained> {
    let mut candidates: Vec<CellIndex> =
        open.iter().flat_map(|position| hard[*position].terms.iter().map(|(cell, _)| *cell)).collect();
    candidates.sort_unstable();
    candidates.dedup();
    let mut explained: Vec<Explained> = candidates
        .into_iter()
        .filter_map(|cell| explain(book, bench, hard, standing, open, cell))
        .filter(|(edits, _)| edits.len() > 1)
        .collect();
    explained.sort_by_key(|(edits, _)| std::cmp::Reverse(edits.len()));
    // Where another cell explains as many edits, some of them the same, nobody can say which of the two is wrong.
    let rivals = |(edits, (cell, _)): &Explained| {
        explained.iter().any(|(others, (other, _))| {
            other != cell && others.len() >= edits.len() && others.iter().any(|edit| edits.contains(edit))
        })
    };
    let sole = explained.iter().position(|candidate| !rivals(candidate))?;
    Some(explained.swap_remove(sole))
}

/// What changing one cell would mend.
fn explain(
    book: &RuleBook,
    bench: &Bench<'_>,
    hard: &[HardEdit],
    standing: &[Standing],
    open: &[usize],
    cell: CellIndex,
) -> Option<Explained> {
    let value = match bench.own.report.cell(cell).state {
        CellState::Number(number) => number.millionths(),
        CellState::Blank | CellState::Dash => 0,
        CellState::Unreadable | CellState::Missing => return None,
    };
    let mut change: Option<i128> = None;
    let mut edits = Vec::new();
    let mut bounds = Vec::new();
    for (position, edit) in hard.iter().enumerate() {
        let coefficient = i128::from(edit.coefficient(cell));
        let Some(difference) = standing[position].filter(|_| coefficient != 0) else { continue };
        if edit.relation != Relation::Equal {
            bounds.push((edit.relation, coefficient, difference));
            continue;
        }
        if difference % coefficient != 0 || difference == 0 {
            return None;
        }
        let own = -difference / coefficient;
        if *change.get_or_insert(own) != own {
            return None;
        }
        if open.contains(&position) {
            edits.push(position);
        }
    }
    let change = change?;
    if bounds.iter().any(|(relation, coefficient, difference)| !relation.holds(difference + coefficient * change, 0)) {
        return None;
    }
    let corrected = Number::from_millionths(value + change).ok()?;
    let kind = book.form.cell(cell).value;
    let possible = (kind == ValueType::SignedCount || !corrected.is_negative())
        && (kind == ValueType::Decimal || corrected.is_integer());
    possible.then_some((edits, (cell, corrected)))
}
