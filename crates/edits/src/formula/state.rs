//! State atoms: whether cells are numbers, blanks, dashes, not found.
use gouji_model::{CellIndex, CellState, Slot, StateSet};

use crate::Quantifier;
use crate::formula::Projection;
use crate::formula::cells::{Range, is_in, is_missing};
use crate::formula::decision::{Decision, Truth};
use crate::formula::leaf::Leaf;
use crate::formula::logic::Logic;
use crate::judge::asks_if_found;

/// What one cell contributes.
struct Answer {
    /// For any: that it is in the states; for all: that it is not.
    decisive: Logic,
    unknown: Logic,
}

impl Projection<'_> {
    /// The truth of a state atom.
    pub(crate) fn state(&self, slot: Slot, quantifier: Quantifier, states: StateSet) -> Decision {
        let cells = self.bench.own.form.slot_cells(&slot);
        let answers: Vec<Answer> = cells.iter().filter_map(|cell| self.answer(*cell, quantifier, states)).collect();
        if answers.is_empty() {
            return Decision::always(Truth::Absent);
        }
        let (decisive, unknown): (Vec<Logic>, Vec<Logic>) =
            answers.into_iter().map(|answer| (answer.decisive, answer.unknown)).unzip();
        let found = quantifier == Quantifier::Any;
        Decision {
            steps: vec![(Logic::any(decisive), Truth::of(found)), (Logic::any(unknown), Truth::Unknown)],
            otherwise: Truth::of(!found),
        }
    }

    /// `None` for a cell whose group is printed in its stead.
    fn answer(&self, cell: CellIndex, quantifier: Quantifier, states: StateSet) -> Option<Answer> {
        // What was not found may have any state; only a question about being found can be answered.
        let answerable = states.contains(StateSet::MISSING) || asks_if_found(states);
        match self.cell_leaf(cell) {
            Leaf::Absent => None,
            Leaf::Shown { spot, .. } => {
                let text = Range::one(spot).text(self.addresses.sheet);
                let excused = if answerable { states } else { states.union(StateSet::MISSING) };
                let decisive = match quantifier {
                    Quantifier::Any => is_in(&text, states),
                    Quantifier::All => is_in(&text, excused).negate(),
                };
                let unknown = if answerable { Logic::Const(false) } else { is_missing(&text) };
                Some(Answer { decisive, unknown })
            }
            Leaf::Fixed(_) | Leaf::Doubt => {
                let state = self.bench.own.report.cell(cell).state;
                let inside = states.contains(StateSet::of(state));
                let unknown = state == CellState::Missing && !inside && !answerable;
                let decisive = if quantifier == Quantifier::Any { inside } else { !inside && !unknown };
                Some(Answer { decisive: Logic::Const(decisive), unknown: Logic::Const(unknown) })
            }
        }
    }
}
