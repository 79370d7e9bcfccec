//! Reports and edits made at random, the same for the same seed.
use std::collections::BTreeSet;

use gouji_edits::{Atom, Edit, EditError, Expression, Quantifier, Relation, RuleBook, Var, score};
use gouji_model::{
    Cell, CellIndex, CellState, Fact, FactOf, Form, GroupIndex, Level, Number, Report, Slot, StateSet, UnitKind,
};
use gouji_tests::claim;

/// A small generator (xorshift).
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn new(seed: u64) -> Self {
        let mut dice = Self((seed ^ 0x9E37_79B9_7F4A_7C15) | 1);
        for _ in 0..8 {
            dice.below(2);
        }
        dice
    }

    pub(super) fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % bound as u64).unwrap()
    }

    fn one_in(&mut self, chance: usize) -> bool {
        self.below(chance) == 0
    }

    fn pick<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len())]
    }
}

/// How large numbers are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Sizes {
    /// Such as floats hold exactly, too.
    Small,
    /// All that a report may have.
    Large,
}

/// The metrics that reports made at random may state.
const METRICS: [&str; 2] = ["received", "share"];

/// All metrics that edits ask for.
pub(super) fn metrics(book: &RuleBook) -> BTreeSet<&str> {
    METRICS.into_iter().chain(book.edits.iter().flat_map(Edit::metrics)).collect()
}

/// A report with what it is judged against.
pub(super) struct Case {
    pub(super) report: Report,
    pub(super) last_year: Option<Report>,
    pub(super) members: Vec<Report>,
}

impl Case {
    pub(super) fn new(book: &RuleBook, dice: &mut Dice, sizes: Sizes) -> Self {
        // Half of the reports are consistent but for some damage, so that many edits hold.
        let mut report = if dice.one_in(2) { consistent(book) } else { Report::empty(&book.form) };
        let chance = dice.pick(&[1, 3, 20, 200]);
        damage(&book.form, &mut report, dice, chance, sizes);
        collapse(&book.form, &mut report, dice);
        supply_facts(book, &mut report, dice);
        for metric in METRICS {
            if dice.one_in(2) {
                report.claims.push(claim(metric, number(dice, sizes)));
            }
        }
        let mut other = || {
            let mut other = consistent(book);
            damage(&book.form, &mut other, dice, 4, Sizes::Small);
            other
        };
        let (last_year, first, second) = (other(), other(), other());
        let last_year = dice.one_in(2).then_some(last_year);
        let members = if dice.one_in(2) { vec![first, second] } else { Vec::new() };
        Self { report, last_year, members }
    }
}

fn consistent(book: &RuleBook) -> Report {
    static BASES: std::sync::Mutex<Vec<Report>> = std::sync::Mutex::new(Vec::new());
    // Made from the edits of the edition itself, not from those added at random.
    let original = gouji_tests::books().iter().find(|own| own.edition.id == book.edition.id).unwrap();
    let mut bases = BASES.lock().unwrap();
    if let Some(known) = bases.iter().find(|base| base.edition == book.edition.id) {
        return known.clone();
    }
    bases.push(score(original).unwrap().unwrap().base);
    bases.last().unwrap().clone()
}

fn number(dice: &mut Dice, sizes: Sizes) -> Number {
    let (most, decimals) = match (sizes, dice.below(4)) {
        (Sizes::Large, 0) => (1_000_000_000_000, 6),
        (_, 0) => (1_000_000, 0),
        (_, 1) => (500, 2),
        _ => (12, 0),
    };
    let units = i64::try_from(dice.below(most)).unwrap();
    Number::new(if dice.one_in(12) { -units } else { units }, dice.pick(&[0, decimals])).unwrap()
}

fn state(dice: &mut Dice, sizes: Sizes) -> CellState {
    match dice.below(16) {
        0 | 1 => CellState::Blank,
        2 => CellState::Dash,
        3 => CellState::Unreadable,
        4 => CellState::Missing,
        5 | 6 => CellState::Number(Number::ZERO),
        _ => CellState::Number(number(dice, sizes)),
    }
}

/// Puts something else into one cell of so many.
fn damage(form: &Form, report: &mut Report, dice: &mut Dice, chance: usize, sizes: Sizes) {
    for cell in 0..form.cells.len() {
        if dice.one_in(chance) {
            report.cells[cell] = Cell::of(state(dice, sizes));
        }
    }
}

/// Groups that may be printed on a row of their own: nested ones among them, and those in the column of totals.
pub(super) fn printable(form: &Form) -> Vec<GroupIndex> {
    let all = (0..form.groups.len()).map(|group| GroupIndex(u16::try_from(group).unwrap()));
    all.step_by(form.groups.len() / 60 + 1).collect()
}

/// Prints some groups on rows of their own, with or without their cells.
fn collapse(form: &Form, report: &mut Report, dice: &mut Dice) {
    if !dice.one_in(3) {
        return;
    }
    for group in printable(form) {
        if !dice.one_in(4) {
            continue;
        }
        let group = form.group(group);
        report.extra.insert(group.id.clone(), Cell::of(state(dice, Sizes::Small)));
        if !dice.one_in(5) {
            for cell in &group.cells {
                *report.cell_mut(*cell) = Cell::default();
            }
        }
    }
}

/// The facts that edits ask for, but for those that are told by the unit.
pub(super) fn fact_keys(book: &RuleBook) -> Vec<Box<str>> {
    let atoms = book.edits.iter().flat_map(|edit| edit.when.iter().chain(&edit.any));
    let keys = atoms.filter_map(|atom| if let Atom::Fact { key, .. } = atom { Some(key.clone()) } else { None });
    let mut keys: Vec<Box<str>> = keys.collect();
    keys.sort();
    keys.dedup();
    keys
}

fn supply_facts(book: &RuleBook, report: &mut Report, dice: &mut Dice) {
    let chance = dice.pick(&[2, 10, 100]);
    for key in fact_keys(book) {
        assert!(FactOf::of_key(&key).0.is_some());
        match (dice.one_in(chance), dice.one_in(2)) {
            (true, true) => {}
            (damaged, _) => drop(report.facts.insert(key, Fact::plain(!damaged))),
        }
    }
    report.unit.level = dice.pick(&[None, Some(Level::City), Some(Level::County)]);
    report.unit.kind = dice.pick(&[None, Some(UnitKind::Department), Some(UnitKind::Government)]);
}

/// Adds edits made at random, under the first rule.
pub(super) fn add_edits(book: &mut RuleBook, dice: &mut Dice, sizes: Sizes) {
    let keys = fact_keys(book);
    for number in 0..120 {
        let count = dice.pick(&[0, 0, 1, 2]);
        let when = (0..count).map(|_| atom(&book.form, &keys, dice, sizes)).collect();
        let count = dice.pick(&[1, 1, 2, 3]);
        let any = (0..count).map(|_| atom(&book.form, &keys, dice, sizes)).collect();
        book.edits.push(Edit { rule: 0, subject: format!("random {number}").into(), when, any });
    }
}

fn slot(form: &Form, dice: &mut Dice) -> Slot {
    if dice.one_in(3) {
        Slot::Group(dice.pick(&printable(form)))
    } else {
        Slot::Cell(CellIndex(u16::try_from(dice.below(form.cells.len())).unwrap()))
    }
}

fn atom(form: &Form, keys: &[Box<str>], dice: &mut Dice, sizes: Sizes) -> Atom {
    match dice.below(6) {
        0 => Atom::Fact { key: keys[dice.below(keys.len())].clone(), holds: dice.one_in(2) },
        1 | 2 => Atom::State {
            slot: slot(form, dice),
            quantifier: dice.pick(&[Quantifier::Any, Quantifier::All]),
            states: states(dice),
        },
        // Equal cells on both sides cancel: then another is made.
        _ => std::iter::repeat_with(|| linear(form, dice, sizes)).find_map(Result::ok).unwrap(),
    }
}

fn states(dice: &mut Dice) -> StateSet {
    const CLASSES: [StateSet; 8] = [
        StateSet::ZERO,
        StateSet::WHOLE,
        StateSet::FRACTION,
        StateSet::NEGATIVE,
        StateSet::BLANK,
        StateSet::DASH,
        StateSet::UNREADABLE,
        StateSet::MISSING,
    ];
    if dice.one_in(8) {
        return CLASSES[..7].iter().copied().reduce(StateSet::union).unwrap();
    }
    let first = dice.pick(&CLASSES);
    CLASSES.into_iter().fold(first, |set, class| if dice.one_in(2) { set.union(class) } else { set })
}

fn linear(form: &Form, dice: &mut Dice, sizes: Sizes) -> Result<Atom, EditError> {
    let relations =
        [Relation::Equal, Relation::Unequal, Relation::AtMost, Relation::AtLeast, Relation::Below, Relation::Above];
    let relation = dice.pick(&relations);
    let mut sum = Expression::constant(number(dice, Sizes::Small));
    let beyond = sizes == Sizes::Small;
    for _ in 0..=dice.below(4) {
        let mut var = Expression::var(match dice.below(12) {
            0 if beyond => Var::LastYear(slot(form, dice)),
            1 if beyond => Var::Members(slot(form, dice)),
            2 if beyond => Var::Claim(dice.pick(&METRICS).into()),
            _ => Var::Own(slot(form, dice)),
        });
        if beyond && dice.one_in(12) {
            var = var.product(Expression::var(Var::Claim("share".into())))?;
        }
        let coefficient = match (sizes, dice.below(3)) {
            (Sizes::Large, 0) => "999999999999.999999",
            (Sizes::Large, 1) => "-0.000001",
            _ => dice.pick(&["1", "-1", "2", "-3", "0.5", "-1"]),
        };
        sum = sum.plus(var.times(coefficient.parse().unwrap())?)?;
    }
    sum.compare(relation, Expression::constant(Number::ZERO))
}
