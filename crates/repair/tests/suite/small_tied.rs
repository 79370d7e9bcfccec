//! A small invented form whose reports are tied by year and by membership: all answers are compared with those of trying everything.
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use gouji_edits::RuleBook;
use gouji_model::{Cell, CellIndex, CellState, Report, Slot};
use gouji_repair::{Limits, Localiser, Tied, repair_tied};
use proptest::prelude::*;

use crate::support::{invented, number};

const EDITION: &str = r#"
id = "well"
title = { zh = "水井", en = "Well" }
basis = { zh = "井规", en = "the rules of the well" }
years = { from = 2001, to = 2009 }
"#;

const FORM: &str = r#"
[[section]]
id = "water"
number = "一"
zh = "用水"
en = "Water"
[[table]]
id = "water"
name = { zh = "表一", en = "Table 1" }
cell_name = { zh = "{column}", en = "{column}" }
section = "water"
label_columns = 1
[[table.block]]
columns = [
  { id = "before", zh = "上年存", en = "left from before" },
  { id = "drawn", zh = "打水", en = "drawn" },
  { id = "used", zh = "用水", en = "used" },
  { id = "left", zh = "存水", en = "left" },
]
rows = [{ id = "year", zh = "全年", en = "the year" }]
"#;

const RULES: [(&str, &str); 2] = [
    ("water/flow.rhai", "require(water.year.before + water.year.drawn == water.year.used + water.year.left);"),
    (
        "water/ties.rhai",
        "require(water.year.before == last_year.water.year.left);\nrequire(water.year.drawn == members.water.year.drawn);\nrequire(water.year.used <= members.water.year.used);",
    ),
];

fn book() -> &'static RuleBook {
    static BOOK: LazyLock<RuleBook> = LazyLock::new(|| invented(EDITION, FORM, &RULES));
    &BOOK
}

/// Cells of a report.
const WIDTH: usize = 4;
/// The report, last year's, the one before that, and two members.
const REPORTS: usize = 5;
/// Values up to this one are tried; no answer of small damage needs more.
const MOST: i64 = 24;
/// before + drawn = used + left in each; what is left is next year's before; the members draw 6 and use 7 together.
const CONSISTENT: [i64; WIDTH * REPORTS] = [2, 6, 5, 3, 1, 5, 4, 2, 0, 4, 3, 1, 1, 2, 2, 1, 3, 4, 5, 2];

/// What the form and the ties ask for, written without them.
fn holds(values: &[i64]) -> bool {
    let at = |report: usize, cell: usize| values[report * WIDTH + cell];
    let flows = (1..REPORTS).all(|own| at(own, 0) + at(own, 1) == at(own, 2) + at(own, 3));
    flows && at(1, 0) == at(2, 3) && first_holds(values)
}

/// What they ask for with cells of the first report.
fn first_holds(values: &[i64]) -> bool {
    let at = |report: usize, cell: usize| values[report * WIDTH + cell];
    let own = at(0, 0) + at(0, 1) == at(0, 2) + at(0, 3) && at(0, 0) == at(1, 3);
    own && at(0, 1) == at(3, 1) + at(4, 1) && at(0, 2) <= at(3, 2) + at(4, 2)
}

/// The cells in them.
const WITH_FIRST: [usize; 9] = [0, 1, 2, 3, 7, 13, 17, 14, 18];

/// The cells of an answer, and the values that each of them takes.
type Answers = BTreeMap<BTreeSet<usize>, BTreeMap<usize, BTreeSet<i64>>>;

/// All smallest sets of at most two cells, free cells beside them.
fn brute(values: &[i64], free: &[usize]) -> Option<Answers> {
    let all: Vec<usize> = (0..values.len()).filter(|cell| !free.contains(cell)).collect();
    let none = std::iter::once(BTreeSet::new());
    let ones = all.iter().map(|cell| BTreeSet::from([*cell]));
    let twos =
        all.iter().flat_map(|one| all.iter().filter(move |two| *two > one).map(|two| BTreeSet::from([*one, *two])));
    for sets in [none.collect::<Vec<_>>(), ones.collect(), twos.collect()] {
        let mut found = Answers::new();
        for set in sets {
            let open: Vec<usize> = set.iter().chain(free).copied().collect();
            let (mut trial, mut seen) = (values.to_vec(), BTreeMap::new());
            if try_all(&mut trial, &open, &open, &mut seen) {
                found.insert(set, seen);
            }
        }
        if !found.is_empty() {
            return Some(found);
        }
    }
    None
}

fn try_all(values: &mut [i64], rest: &[usize], open: &[usize], seen: &mut BTreeMap<usize, BTreeSet<i64>>) -> bool {
    let Some((first, rest)) = rest.split_first() else {
        let holds = holds(values);
        for cell in open.iter().filter(|_| holds) {
            seen.entry(*cell).or_default().insert(values[*cell]);
        }
        return holds;
    };
    let before = values[*first];
    let found = (0..=MOST).filter(|value| {
        values[*first] = *value;
        try_all(values, rest, open, seen)
    });
    let found = found.count() > 0;
    values[*first] = before;
    found
}

fn compare(values: &[i64], free: &[usize]) {
    let Some(expected) = brute(values, free) else { return };
    let mut reports: Vec<Report> = Vec::new();
    for (own, numbers) in values.chunks(WIDTH).enumerate() {
        let mut report = Report::empty(&book().form);
        for (place, (cell, value)) in report.cells.iter_mut().zip(numbers).enumerate() {
            let is_free = free.contains(&(own * WIDTH + place));
            *cell = if is_free { Cell::of(CellState::Unreadable) } else { Cell::number(number(*value)) };
        }
        reports.push(report);
    }
    let (localiser, nothing) = (Localiser::new(book()), BTreeSet::new());
    let tied = |own: usize| Tied {
        localiser: &localiser,
        report: &reports[own],
        witnesses: &nothing,
        last_year: [Some(1), Some(2), None, None, None][own],
        members: if own == 0 { &[3, 4] } else { &[] },
    };
    let repair = repair_tied(&(0..REPORTS).map(tied).collect::<Vec<_>>(), Limits::default());
    assert!(repair.is_complete());
    let fewest = expected.keys().next().map_or(0, BTreeSet::len);
    let [part] = repair.parts.as_slice() else {
        // All is one part: it is left out where it is whole, or where what is wrong is the others' own.
        let others = first_holds(values) && !free.iter().any(|cell| WITH_FIRST.contains(cell));
        return assert!(repair.parts.is_empty() && (fewest == 0 || others), "{values:?} {free:?}: {:?}", repair.parts);
    };
    let place = |change: &gouji_repair::Change| match change.slot {
        Slot::Cell(CellIndex(cell)) => change.report * WIDTH + usize::from(cell),
        Slot::Group(_) => panic!("the form has no groups"),
    };
    let answers: BTreeSet<BTreeSet<usize>> =
        part.choices.iter().map(|choice| choice.changes.iter().map(place).collect()).collect();
    assert_eq!(answers, expected.keys().cloned().collect(), "{values:?} {free:?}");
    for choice in &part.choices {
        let seen = &expected[&choice.changes.iter().map(place).collect::<BTreeSet<_>>()];
        for change in choice.all() {
            let (low, high) = (seen[&place(change)].first().unwrap(), seen[&place(change)].last().unwrap());
            assert_eq!(change.value.low, number(*low), "{values:?} {free:?} {choice:?}");
            // What was tried ends where this cell, or one that depends on it, comes to the largest value tried.
            if *high < MOST / 2 {
                assert_eq!(change.value.high, number(*high), "{values:?} {free:?} {choice:?}");
            }
        }
    }
}

#[test]
fn a_consistent_family() {
    assert!(holds(&CONSISTENT));
    compare(&CONSISTENT, &[]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn all_answers_over_several_reports(at in prop::collection::vec((0..WIDTH * REPORTS, 0..9_i64), 1..4)) {
        let mut values = CONSISTENT;
        for (cell, value) in at {
            values[cell] = value;
        }
        compare(&values, &[]);
    }

    #[test]
    fn all_answers_beside_an_unreadable_cell_of_another_report(at in (0..WIDTH * REPORTS, 0..9_i64), free in 0..WIDTH * REPORTS) {
        let mut values = CONSISTENT;
        values[at.0] = at.1;
        compare(&values, &[free]);
    }
}
