//! The truth of an atom in the reports of a block.
use gouji_model::{CellIndex, StateSet};

use crate::batch::columns::Block;
use crate::batch::mask::Mask;
use crate::batch::plan::AtomPlan;
use crate::judge::asks_if_found;
use crate::{Atom, Quantifier};

/// Where an atom is true, cannot be told, and is absent; elsewhere it is false.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Truths {
    pub(crate) yes: Mask,
    pub(crate) unknown: Mask,
    pub(crate) absent: Mask,
}

impl Truths {
    pub(crate) fn of(atom: &AtomPlan<'_>, block: &Block) -> Self {
        match atom {
            AtomPlan::Linear(linear) => linear.truths(block),
            AtomPlan::State { cells, atom: Atom::State { quantifier, states, .. } } => {
                state(cells, *quantifier, *states, block)
            }
            AtomPlan::State { .. } => Self { yes: Mask::NONE, unknown: Mask::ALL, absent: Mask::NONE },
            AtomPlan::Fact { index, holds } => {
                let [known, own] = block.facts[*index];
                let yes = if *holds { known & own } else { known & !own };
                Self { yes, unknown: !known, absent: Mask::NONE }
            }
        }
    }
}

fn state(cells: &[CellIndex], quantifier: Quantifier, states: StateSet, block: &Block) -> Truths {
    if cells.is_empty() {
        return Truths { yes: Mask::NONE, unknown: Mask::NONE, absent: Mask::ALL };
    }
    // What was not found may have any state; only a question about being found can be answered.
    let answerable = states.contains(StateSet::MISSING) || asks_if_found(states);
    let (mut inside_one, mut outside_one, mut unknown) = (Mask::NONE, Mask::NONE, Mask::NONE);
    for cell in cells {
        let column = &block.cells[usize::from(cell.0)];
        let inside = column.is_in(states);
        let open = if answerable { Mask::NONE } else { column.is_in(StateSet::MISSING) };
        inside_one |= inside;
        outside_one |= !inside & !open;
        unknown |= open;
    }
    match quantifier {
        Quantifier::Any => Truths { yes: inside_one, unknown: unknown & !inside_one, absent: Mask::NONE },
        Quantifier::All => {
            let unknown = unknown & !outside_one;
            Truths { yes: !outside_one & !unknown, unknown, absent: Mask::NONE }
        }
    }
}
