//! From a report to its repair.
use std::collections::BTreeSet;

use gouji_edits::{ConditionalEdit, HardEdit, RuleBook, conditional_edits, hard_edits};
use gouji_model::{CellIndex, CellState, Number, Report, Role, Slot};

use crate::answer::{Change, Choice, Part, Repair, Values};
use crate::neighbours::Neighbours;
use crate::search::{Limits, Outcome, Search};
use crate::slip::{Scene, Slip};
use crate::solution::{Found, Range};
use crate::system::{Standing, System, Variable};

/// Finds the wrong cells of reports of one edition.
#[derive(Clone, Debug)]
pub struct Localiser<'a> {
    book: &'a RuleBook,
    hard: Vec<HardEdit>,
    conditional: Vec<ConditionalEdit>,
    neighbours: Neighbours,
    limits: Limits,
}

/// The doubt about a cell that prose or last year's report confirms.
const CONFIRMED: u32 = 16;

impl<'a> Localiser<'a> {
    /// For the reports of a rule book.
    pub fn new(book: &'a RuleBook) -> Self {
        let hard = hard_edits(book);
        let neighbours = Neighbours::of_form(&book.form, &hard);
        Self { book, hard, conditional: conditional_edits(book), neighbours, limits: Limits::default() }
    }

    /// With other bounds on the work.
    #[must_use]
    pub fn with_limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// The rule book.
    pub fn book(&self) -> &'a RuleBook {
        self.book
    }

    /// The cells of an edit, groups expanded.
    pub(crate) fn cells(&self, edit: usize) -> Vec<CellIndex> {
        let all = self.hard.iter().chain(self.conditional.iter().map(|own| &own.edit));
        all.filter(|own| own.edit == edit).flat_map(|own| own.terms.iter().map(|(cell, _)| *cell)).collect()
    }

    /// Every repair of a report with the fewest cells. Cells that are `confirmed` by what does not stand in the tables
    /// are thought right where there is a choice.
    pub fn repair(&self, report: &Report, confirmed: &BTreeSet<CellIndex>) -> Repair {
        let given = self.conditional.iter().filter(|own| own.applies(&report.facts)).map(|own| &own.edit);
        let Ok(system) = System::of(&self.book.form, report, self.hard.iter().chain(given)) else {
            return Repair { parts: Vec::new(), too_large: true };
        };
        let place = |variable: &Variable| variable.slot.map(|slot| self.place(slot));
        let first = |rows: &Vec<usize>| {
            let terms = rows.iter().flat_map(|row| &system.rows[*row].terms);
            terms.filter_map(|(var, _)| place(&system.variables[usize::from(*var)])).min()
        };
        let mut all = system.parts();
        all.sort_by_key(first);
        let mut parts = Vec::new();
        for rows in all {
            if !is_doubtful(&system, &rows) {
                continue;
            }
            let outcome = Search::run(&system, &rows, self.limits);
            let part = self.part(report, &system, &rows, &outcome, confirmed);
            if !part.broken.is_empty() || part.fewest > 0 || part.choices.iter().any(|choice| !choice.fills.is_empty())
            {
                parts.push(part);
            }
        }
        Repair { parts, too_large: false }
    }

    fn part(
        &self,
        report: &Report,
        system: &System,
        rows: &[usize],
        outcome: &Outcome,
        confirmed: &BTreeSet<CellIndex>,
    ) -> Part {
        let mut broken: Vec<usize> =
            rows.iter().filter(|row| is_broken(system, **row)).map(|row| system.edits[*row]).collect();
        broken.dedup();
        let mut choices: Vec<Choice> =
            outcome.found.iter().map(|found| self.choice(report, system, found, confirmed)).collect();
        choices.sort_by_key(|choice| choice.doubt);
        Part { broken, fewest: outcome.fewest, choices, incomplete: outcome.incomplete, nodes: outcome.nodes }
    }

    fn choice(&self, report: &Report, system: &System, found: &Found, confirmed: &BTreeSet<CellIndex>) -> Choice {
        let change = |(var, range): &(u16, Range)| self.change(report, &system.variables[usize::from(*var)], *range);
        let mut changes: Vec<Change> = found.changes.iter().filter_map(change).collect();
        let mut fills: Vec<Change> = found.fills.iter().filter_map(change).collect();
        changes.sort_by_key(|change| self.place(change.slot));
        fills.sort_by_key(|change| self.place(change.slot));
        self.name_slips(report, &mut changes);
        let mut doubt = 0;
        for change in &changes {
            doubt += change.slip.map_or(Slip::NONE, Slip::doubt);
            if let Slot::Cell(cell) = change.slot {
                doubt += if confirmed.contains(&cell) { CONFIRMED } else { 0 };
                // Totals are worked out by people, details are copied.
                doubt += u32::from(self.book.form.cell(cell).role != Role::Total);
            }
        }
        let blanks = fills.iter().filter(|fill| matches!(fill.found, CellState::Blank | CellState::Dash)).count();
        Choice { changes, fills, doubt: doubt + u32::try_from(blanks).unwrap_or(u32::MAX) }
    }

    fn place(&self, slot: Slot) -> (usize, bool) {
        let first = self.book.form.slot_cells(&slot).first().map_or(0, |cell| usize::from(cell.0));
        (first, matches!(slot, Slot::Cell(_)))
    }

    fn change(&self, report: &Report, variable: &Variable, range: Range) -> Option<Change> {
        let slot = variable.slot?;
        let number = |value: i128| Number::from_millionths(value.checked_mul(variable.unit)?).ok();
        let value = Values { low: number(range.low)?, high: number(range.high)? };
        let found = match slot {
            Slot::Cell(cell) => report.cell(cell).state,
            Slot::Group(group) => {
                report.extra.get(&self.book.form.group(group).id).map(|cell| cell.state).unwrap_or_default()
            }
        };
        Some(Change { slot, found, value, slip: None })
    }

    /// Gives the changes their slips.
    fn name_slips(&self, report: &Report, changes: &mut [Change]) {
        let scene = Scene { form: &self.book.form, report, neighbours: &self.neighbours };
        for change in changes.iter_mut() {
            if let (CellState::Number(old), Some(new)) = (change.found, change.value.only()) {
                change.slip = scene.slip(change.slot, old, new);
            }
        }
        if let [first, second] = changes {
            let exchanged = exchanges(first, second) && exchanges(second, first);
            if let (true, Slot::Cell(left), Slot::Cell(right)) = (exchanged, first.slot, second.slot) {
                (first.slip, second.slip) = (Some(Slip::Exchanged(right)), Some(Slip::Exchanged(left)));
                return;
            }
        }
        let down = changes.windows(2).all(|pair| exchanges(&pair[0], &pair[1]));
        let up = changes.windows(2).all(|pair| exchanges(&pair[1], &pair[0]));
        if changes.len() > 1 && (down || up) && self.is_run(changes) {
            for change in changes {
                change.slip = Some(Slip::Shifted);
            }
        }
    }

    /// Whether the changes are of cells below each other.
    fn is_run(&self, changes: &[Change]) -> bool {
        changes.windows(2).all(|pair| match (pair[0].slot, pair[1].slot) {
            (Slot::Cell(upper), Slot::Cell(lower)) => self.neighbours.of(upper).rows().any(|cell| cell == lower),
            _ => false,
        })
    }
}

/// Whether what stands in the second cell belongs into the first.
fn exchanges(first: &Change, second: &Change) -> bool {
    match second.found {
        CellState::Number(old) => first.value.only() == Some(old) && !old.is_zero(),
        _ => false,
    }
}

/// Whether a part may need repair, or has a cell whose value its edits may tell.
fn is_doubtful(system: &System, rows: &[usize]) -> bool {
    rows.iter().any(|row| {
        let row = &system.rows[*row];
        row.gap != 0
            || row.terms.iter().map(|(var, _)| &system.variables[usize::from(*var)]).any(|variable| {
                let open = variable.standing == Standing::Open && variable.slot.is_some();
                open || !variable.allows(variable.value) || variable.standing == Standing::Impossible
            })
    })
}

/// Whether an edit can be judged and does not hold.
fn is_broken(system: &System, row: usize) -> bool {
    let row = &system.rows[row];
    let mut variables = row.terms.iter().map(|(var, _)| &system.variables[usize::from(*var)]);
    let judged = !variables.clone().any(|variable| variable.slot.is_some() && variable.standing == Standing::Open);
    judged && (row.gap != 0 || variables.any(|variable| variable.slot.is_none() && !variable.allows(variable.value)))
}
