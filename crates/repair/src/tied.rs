//! From a report, or from several that are tied to each other, to its repair.
use std::collections::BTreeSet;

use gouji_edits::Filed;
use gouji_model::{CellIndex, CellState, Number, Report, Role, Slot};

use crate::answer::{Breach, Change, Choice, Part, Repair, Values};
use crate::localise::Localiser;
use crate::neighbours::Neighbours;
use crate::row::{TooLarge, Var};
use crate::search::{Limits, Outcome, Search};
use crate::slip::{Scene, Slip};
use crate::solution::{Found, Range};
use crate::system::{Building, Sources, Standing, System, Variable};

/// The doubt about a change that no witness speaks for; twice as much where one speaks against it.
const WITNESSED: u32 = 16;
/// The doubt about a repair of one more report.
const ANOTHER_REPORT: u32 = 4;

/// A report among others that it must agree with.
#[derive(Clone, Copy, Debug)]
pub struct Tied<'a> {
    /// What finds wrong cells in reports of its edition.
    pub localiser: &'a Localiser<'a>,
    /// The report.
    pub report: &'a Report,
    /// Cells with the values that the prose and other reports say they hold.
    pub witnesses: &'a BTreeSet<(CellIndex, Number)>,
    /// Last year's report of its unit, by its place among the reports.
    pub last_year: Option<usize>,
    /// The reports of its members, by their places; none where it is no region's, or where they are not all at hand.
    pub members: &'a [usize],
}

/// Every repair of the first of some reports, with the fewest cells over all of them: what is wrong in it, and in reports that share
/// equations with it, directly or by others. Where nothing that is broken has a cell of the first, the fault is the others' own.
pub fn repair_tied(reports: &[Tied<'_>], limits: Limits) -> Repair {
    let Ok(system) = system_of(reports) else { return Repair { too_large: true, ..Repair::default() } };
    let tied = Bundle { reports, system: &system };
    let first = |rows: &Vec<usize>| {
        let terms = rows.iter().flat_map(|row| &system.rows[*row].terms);
        let places = terms.filter_map(|(var, _)| {
            let variable = &system.variables[usize::from(*var)];
            Some(tied.place(variable.report, variable.slot?))
        });
        places.min()
    };
    let mut all: Vec<_> = system.parts().into_iter().map(|rows| (first(&rows), rows)).collect();
    all.sort_by_key(|(first, _)| *first);
    let mut repair = Repair::default();
    for (_, rows) in all {
        if !rows.iter().any(|row| is_own(&system, *row) && is_doubtful(&system, *row)) {
            let broken = rows.iter().filter(|row| is_broken(&system, **row));
            repair.beside.extend(broken.map(|row| system.edits[*row].report));
            continue;
        }
        let outcome = Search::run(&system, &rows, limits);
        let part = tied.part(&rows, &outcome);
        if !part.broken.is_empty() || part.fewest > 0 || part.choices.iter().any(|choice| !choice.fills.is_empty()) {
            repair.parts.push(part);
        }
    }
    repair
}

fn system_of(reports: &[Tied<'_>]) -> Result<System, TooLarge> {
    let mut building = Building::of(reports.iter().map(Tied::filed));
    for (report, tied) in reports.iter().enumerate() {
        let facts = &tied.report.facts;
        let given = tied.localiser.conditional.iter().filter(|own| own.applies(facts)).map(|own| &own.edit);
        for edit in tied.localiser.hard.iter().chain(given) {
            building.edit(report, edit)?;
        }
        if tied.last_year.is_none() && tied.members.is_empty() {
            continue;
        }
        let sources = Sources { last_year: tied.last_year, members: tied.members };
        for tie in tied.localiser.ties.iter().filter(|tie| tie.applies(facts)) {
            building.tie(report, tie, sources)?;
        }
    }
    Ok(building.system)
}

/// Reports with the system that they make.
struct Bundle<'a> {
    reports: &'a [Tied<'a>],
    system: &'a System,
}

impl Bundle<'_> {
    fn part(&self, rows: &[usize], outcome: &Outcome) -> Part {
        let broken = rows.iter().filter(|row| is_broken(self.system, **row));
        let mut broken: Vec<Breach> = broken.map(|row| self.system.edits[*row]).collect();
        broken.dedup();
        let mut choices: Vec<Choice> = outcome.found.iter().map(|found| self.choice(found)).collect();
        choices.sort_by_key(|choice| choice.doubt);
        let (fewest, incomplete, nodes) = (outcome.fewest, outcome.incomplete, outcome.nodes);
        Part { broken, fewest, choices, incomplete, nodes, reports: self.reports(rows) }
    }

    /// The reports whose cells some rows are about.
    fn reports(&self, rows: &[usize]) -> Vec<usize> {
        let terms = rows.iter().flat_map(|row| &self.system.rows[*row].terms);
        let mut is_there = vec![false; self.reports.len()];
        terms.for_each(|(var, _)| is_there[self.system.variables[usize::from(*var)].report] = true);
        (0..is_there.len()).filter(|report| is_there[*report]).collect()
    }

    fn choice(&self, found: &Found) -> Choice {
        let change = |(var, range): &(Var, Range)| self.change(&self.system.variables[usize::from(*var)], *range);
        let mut changes: Vec<Change> = found.changes.iter().filter_map(change).collect();
        // What another report lacks is its own matter.
        let is_lack = |fill: &Change| fill.report > 0 && fill.found == CellState::Missing;
        let fills = found.fills.iter().filter_map(change);
        let mut fills: Vec<Change> = fills.filter(|fill| !is_lack(fill)).collect();
        changes.sort_by_key(|change| self.place(change.report, change.slot));
        fills.sort_by_key(|change| self.place(change.report, change.slot));
        let mut doubt = 0;
        for own in changes.chunk_by_mut(|left, right| left.report == right.report) {
            self.reports[own[0].report].name_slips(own);
            // One hand that slipped is likelier than two.
            doubt += ANOTHER_REPORT;
        }
        doubt = doubt.saturating_sub(ANOTHER_REPORT);
        doubt += changes.iter().map(|change| self.reports[change.report].doubt(change)).sum::<u32>();
        let blanks = fills.iter().filter(|fill| matches!(fill.found, CellState::Blank | CellState::Dash)).count();
        Choice { changes, fills, doubt: doubt + u32::try_from(blanks).unwrap_or(u32::MAX) }
    }

    fn place(&self, report: usize, slot: Slot) -> (usize, usize, bool) {
        let (cell, is_cell) = self.reports[report].localiser.place(slot);
        (report, cell, is_cell)
    }

    fn change(&self, variable: &Variable, range: Range) -> Option<Change> {
        let slot = variable.slot?;
        let number = |value: i128| Number::from_millionths(value.checked_mul(variable.unit)?).ok();
        let value = Values { low: number(range.low)?, high: number(range.high)? };
        let tied = &self.reports[variable.report];
        let found = match slot {
            Slot::Cell(cell) => tied.report.cell(cell).state,
            Slot::Group(_) => {
                let id = tied.localiser.book.form.slot_id(slot);
                tied.report.extra.get(id).map(|cell| cell.state).unwrap_or_default()
            }
        };
        Some(Change { report: variable.report, slot, found, value, slip: None })
    }
}

impl Tied<'_> {
    fn filed(&self) -> Filed<'_> {
        Filed { form: &self.localiser.book.form, report: self.report }
    }

    fn doubt(&self, change: &Change) -> u32 {
        let slip = change.slip.map_or(Slip::NONE, Slip::doubt);
        let Slot::Cell(cell) = change.slot else { return slip + WITNESSED };
        let says = |value: Number| self.witnesses.contains(&(cell, value));
        let witnessed = match (change.found, change.value.only()) {
            (CellState::Number(old), _) if says(old) => 2 * WITNESSED,
            (_, Some(new)) if says(new) => 0,
            _ => WITNESSED,
        };
        // Totals are worked out by people, details are copied.
        slip + witnessed + u32::from(self.localiser.book.form.cell(cell).role != Role::Total)
    }

    /// Gives the changes of this report their slips.
    fn name_slips(&self, changes: &mut [Change]) {
        let neighbours = &self.localiser.neighbours;
        let scene = Scene { form: &self.localiser.book.form, report: self.report, neighbours };
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
        if changes.len() > 1 && (down || up) && is_run(neighbours, changes) {
            for change in changes {
                change.slip = Some(Slip::Shifted);
            }
        }
    }
}

/// Whether the changes are of cells below each other.
fn is_run(neighbours: &Neighbours, changes: &[Change]) -> bool {
    changes.windows(2).all(|pair| match (pair[0].slot, pair[1].slot) {
        (Slot::Cell(upper), Slot::Cell(lower)) => neighbours.of(upper).rows().any(|cell| cell == lower),
        _ => false,
    })
}

/// Whether what stands in the second cell belongs into the first.
fn exchanges(first: &Change, second: &Change) -> bool {
    match second.found {
        CellState::Number(old) => first.value.only() == Some(old) && !old.is_zero(),
        _ => false,
    }
}

/// Whether an equation has a cell of the first report.
fn is_own(system: &System, row: usize) -> bool {
    let mut variables = system.rows[row].terms.iter().map(|(var, _)| &system.variables[usize::from(*var)]);
    variables.any(|variable| variable.report == 0 && variable.slot.is_some())
}

/// Whether an equation may need repair, or has a cell whose value it may tell.
fn is_doubtful(system: &System, row: usize) -> bool {
    let row = &system.rows[row];
    let mut variables = row.terms.iter().map(|(var, _)| &system.variables[usize::from(*var)]);
    row.gap != 0
        || variables.any(|variable| {
            let open = variable.standing == Standing::Open && variable.slot.is_some();
            open || !variable.allows(variable.value) || variable.standing == Standing::Impossible
        })
}

/// Whether an edit can be judged and does not hold.
fn is_broken(system: &System, row: usize) -> bool {
    let row = &system.rows[row];
    let mut variables = row.terms.iter().map(|(var, _)| &system.variables[usize::from(*var)]);
    let judged = !variables.clone().any(|variable| variable.slot.is_some() && variable.standing == Standing::Open);
    judged && (row.gap != 0 || variables.any(|variable| variable.slot.is_none() && !variable.allows(variable.value)))
}
