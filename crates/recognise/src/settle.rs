//! Where the row alone does not tell, the form's sums decide among the possible readings; where they do not decide
//! either, the values are missing, never guessed.
use gouji_edits::{HardEdit, Relation};
use gouji_model::{Cell, CellIndex, CellState, Form, Report, Role, Slot};

/// Most readings of one row that are tried.
const MAX_READINGS: usize = 512;

/// A possible reading: the cells that it would fill.
pub(crate) type Hypothesis = Vec<(Slot, Cell)>;

/// The only hypothesis under which no sum is broken that another reading would hold; `None` where several or none
/// remain. The cells of all hypotheses are missing in `report`.
pub(crate) fn decide(form: &Form, hard: &[HardEdit], report: &mut Report, hypotheses: &[Hypothesis]) -> Option<usize> {
    if hypotheses.len() > MAX_READINGS {
        return None;
    }
    let mut sound: Vec<usize> = Vec::new();
    let mut tested = 0;
    for (number, hypothesis) in hypotheses.iter().enumerate() {
        let cells = put(report, hypothesis);
        let (held, broken) = standing(form, hard, report, &cells);
        for cell in cells {
            *report.cell_mut(cell) = Cell::default();
        }
        tested += held + broken;
        if broken == 0 {
            sound.push(number);
        }
    }
    // Without a sum that speaks against the others, "the only one" would be a guess.
    match sound.as_slice() {
        _ if hypotheses.len() < 2 => None,
        [only] if tested > 0 => Some(*only),
        [first, rest @ ..] if rest.iter().all(|other| same_cells(&hypotheses[*first], &hypotheses[*other])) => {
            Some(*first)
        }
        _ => None,
    }
}

fn same_cells(left: &Hypothesis, right: &Hypothesis) -> bool {
    left.len() == right.len()
        && left.iter().zip(right).all(|((slot, cell), (other, there))| slot == other && cell.state == there.state)
}

fn put(report: &mut Report, hypothesis: &Hypothesis) -> Vec<CellIndex> {
    let mut cells = Vec::new();
    for (slot, cell) in hypothesis {
        if let Slot::Cell(index) = slot {
            *report.cell_mut(*index) = cell.clone();
            cells.push(*index);
        }
    }
    cells
}

/// How many hard edits over some cells hold and how many are broken.
fn standing(form: &Form, hard: &[HardEdit], report: &Report, cells: &[CellIndex]) -> (usize, usize) {
    let mut counts = (0, 0);
    for edit in hard.iter().filter(|edit| cells.iter().any(|cell| edit.coefficient(*cell) != 0)) {
        match holds(form, report, edit) {
            Some(true) => counts.0 += 1,
            Some(false) => counts.1 += 1,
            None => {}
        }
    }
    counts
}

fn holds(form: &Form, report: &Report, edit: &HardEdit) -> Option<bool> {
    let mut difference = -edit.constant;
    for (cell, coefficient) in &edit.terms {
        let value = match report.cell(*cell).state {
            CellState::Number(number) => number.millionths(),
            CellState::Blank | CellState::Dash if form.cell(*cell).role == Role::Detail => 0,
            _ => return None,
        };
        difference += value * i128::from(*coefficient);
    }
    (edit.relation == Relation::Equal).then_some(difference == 0)
}

/// Every way to put `count` values into more or fewer places in order: which places stay empty, or which values
/// belong to no place.
pub(crate) fn placements(values: &[usize], places: usize) -> Vec<Vec<Option<usize>>> {
    let (few, many) = (values.len().min(places), values.len().max(places));
    combinations(many, few)
        .into_iter()
        .map(|kept| {
            if values.len() <= places {
                let mut filled = vec![None; places];
                for (value, place) in values.iter().zip(&kept) {
                    filled[*place] = Some(*value);
                }
                filled
            } else {
                kept.iter().map(|position| Some(values[*position])).collect()
            }
        })
        .collect()
}

/// All increasing choices of `size` out of `0..total`, none where there are more than [`MAX_READINGS`].
fn combinations(total: usize, size: usize) -> Vec<Vec<usize>> {
    let mut all = vec![Vec::new()];
    for step in 0..size {
        let mut longer = Vec::new();
        for chosen in &all {
            let from = chosen.last().map_or(0, |last| last + 1);
            for next in from..=total - (size - step) {
                longer.push([chosen.as_slice(), &[next]].concat());
            }
        }
        if longer.len() > MAX_READINGS {
            return Vec::new();
        }
        all = longer;
    }
    all
}
