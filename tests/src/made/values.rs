//! Numbers that satisfy the hard edits of an edition, whatever these are.
use gouji_edits::{Linear, Outcome, Relation, RuleBook, Severity, Var, judge};
use gouji_model::{Cell, CellIndex, Number, Report, Slot};
use rand::RngExt as _;
use rand_xorshift::XorShiftRng;

/// So often numbers are drawn before it is given up (said by [`consistent`]).
const DRAWS: usize = 50;

/// Years of one edition that are drawn from.
const YEARS: i32 = 4;

/// A year of the edition.
pub fn year(book: &RuleBook, dice: &mut XorShiftRng) -> i32 {
    let years = book.edition.years;
    let last = years.to.unwrap_or(i32::MAX).min(years.from + YEARS - 1);
    dice.random_range(years.from..=last)
}

/// A report in which no error is found; `None` when none is found in fifty draws.
pub fn consistent(book: &RuleBook, year: i32, dice: &mut XorShiftRng) -> Option<Report> {
    let draw = |_| {
        let mut report = Report::empty(&book.form);
        report.year = Some(year);
        let most = [0, 2, 8, 40, 300][dice.random_range(0..5)];
        for cell in &mut report.cells {
            let value = if dice.random_bool(0.5) { 0 } else { dice.random_range(0..=most) };
            *cell = Cell::number(Number::from(value));
        }
        settle(book, &mut report);
        report
    };
    (0..DRAWS).map(draw).find(|report| is_sound(book, report))
}

fn is_sound(book: &RuleBook, report: &Report) -> bool {
    let judged = judge(book, report, &gouji_edits::Context::default()).judged;
    let is_error = |edit: usize| book.rule_of(&book.edits[edit]).severity == Severity::Error;
    let about_cells = |edit: usize| book.edits[edit].as_own_linear().is_some();
    !judged.iter().any(|own| own.outcome == Outcome::Broken && is_error(own.edit) && about_cells(own.edit))
}

/// Gives the cell that each equation names first the value that follows from the others, until nothing changes.
fn settle(book: &RuleBook, report: &mut Report) {
    // Every equation needs the values of those below it; more passes than equations cannot help.
    for _ in 0..book.edits.len() {
        let mut changed = false;
        for (_, linear) in book.hard_edits().filter(|(_, linear)| linear.relation == Relation::Equal) {
            changed |= satisfy(book, report, linear);
        }
        if !changed {
            return;
        }
    }
}

/// Whether the first cell had to change. Where it would be negative, the others on its side become 0.
fn satisfy(book: &RuleBook, report: &mut Report, linear: &Linear) -> bool {
    let Some((first, sign)) = linear.terms.first().and_then(|term| Some((cell(&term.var)?, term.coefficient.signum())))
    else {
        return false;
    };
    let rest = linear.terms.iter().skip(1);
    let sum: i128 = rest.clone().map(|term| i128::from(term.coefficient) * total(book, report, &term.var)).sum();
    let mut value = -sum * i128::from(sign);
    if value < 0 {
        for term in rest.filter(|term| term.coefficient.signum() == sign) {
            let Some(other) = cell(&term.var) else { continue };
            value += total(book, report, &term.var) * i128::from(term.coefficient.abs());
            *report.cell_mut(other) = Cell::number(Number::ZERO);
        }
    }
    let cell = Number::from_millionths(value.max(0)).map_or_else(|_| Cell::default(), Cell::number);
    let changed = report.cell(first).state != cell.state;
    *report.cell_mut(first) = cell;
    changed
}

fn cell(var: &Var) -> Option<CellIndex> {
    if let Var::Own(Slot::Cell(cell)) = var { Some(*cell) } else { None }
}

/// The value of a cell or group, in millionths.
fn total(book: &RuleBook, report: &Report, var: &Var) -> i128 {
    let Var::Own(slot) = var else { return 0 };
    let cells = book.form.slot_cells(slot).iter();
    cells.filter_map(|cell| report.cell(*cell).value()).map(Number::millionths).sum()
}
