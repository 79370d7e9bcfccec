//! A small invented form: all answers are compared with those of trying everything.
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use gouji_edits::{HardEdit, RuleBook, hard_edits};
use gouji_model::{Cell, CellIndex, CellState, Report, Slot};
use proptest::prelude::*;

use crate::support::{changed, invented, number, repair};

/// The cells of an answer, and the values that each of them may take.
type Answer = (BTreeSet<usize>, BTreeMap<usize, BTreeSet<i64>>);

const EDITION: &str = r#"
id = "orchard"
title = { zh = "果园", en = "Orchard" }
basis = { zh = "园规", en = "the rules of the orchard" }
years = { from = 2001, to = 2003 }
"#;

const FORM: &str = r#"
[[section]]
id = "fruit"
number = "一"
zh = "水果"
en = "Fruit"
[[table]]
id = "fruit"
name = { zh = "表一", en = "Table 1" }
cell_name = { zh = "{column}{row}", en = "{row}, {column}" }
section = "fruit"
label_columns = 1
[[table.block]]
columns = [
  { id = "apples", zh = "苹果", en = "apples" },
  { id = "pears", zh = "梨", en = "pears" },
  { id = "all", zh = "合计", en = "all", role = "total" },
]
rows = [
  { id = "picked", zh = "采摘", en = "picked" },
  { id = "crates", zh = "箱数", en = "crates" },
  { id = "change", zh = "增减", en = "change", value = "signed_count" },
]
"#;

/// Sums of rows, two pieces of fruit in a crate, a difference that may be negative, and two bounds.
const RULES: [(&str, &str); 3] = [
    (
        "fruit/sums.rhai",
        "for row in [\"picked\", \"crates\"] {\n require(fruit[row].apples + fruit[row].pears == fruit[row].all); }",
    ),
    (
        "fruit/crates.rhai",
        "require(fruit.picked.apples == 2 * fruit.crates.apples);\nrequire(fruit.picked.pears >= fruit.crates.pears);",
    ),
    (
        "fruit/change.rhai",
        "require(fruit.change.all == fruit.picked.all - 3 * fruit.crates.pears);\nrequire(fruit.change.apples != 1);\nrequire(fruit.change.pears > fruit.change.apples);",
    ),
];

fn book() -> &'static RuleBook {
    static BOOK: LazyLock<RuleBook> = LazyLock::new(|| invented(EDITION, FORM, &RULES));
    &BOOK
}

/// Values are tried up to this one: three times the largest that damage makes, and that once more.
const MOST: i64 = 24;

struct Trial {
    hard: Vec<HardEdit>,
    values: Vec<i64>,
    signed: Vec<bool>,
}

impl Trial {
    fn holds(&self) -> bool {
        self.hard.iter().all(|edit| {
            let left: i128 = edit
                .terms
                .iter()
                .map(|(cell, own)| i128::from(self.values[usize::from(cell.0)]) * i128::from(*own) * 1_000_000)
                .sum();
            edit.relation.holds(left, edit.constant)
        })
    }

    /// Whether values for the open cells satisfy everything, and the values each of them takes.
    fn try_all(
        &mut self,
        open: &[usize],
        seen: &mut BTreeMap<usize, BTreeSet<i64>>,
        so_far: &mut Vec<(usize, i64)>,
    ) -> bool {
        let Some((first, rest)) = open.split_first() else {
            let holds = self.holds();
            if holds {
                for (cell, value) in so_far.iter() {
                    seen.entry(*cell).or_default().insert(*value);
                }
            }
            return holds;
        };
        let before = self.values[*first];
        let low = if self.signed[*first] { -MOST } else { 0 };
        let mut found = false;
        for value in low..=MOST {
            self.values[*first] = value;
            so_far.push((*first, value));
            found |= self.try_all(rest, seen, so_far);
            so_far.pop();
        }
        self.values[*first] = before;
        found
    }
}

/// All smallest sets, each with the values that its cells take.
fn brute(report: &Report, free: &[usize], most: usize) -> Option<Vec<Answer>> {
    let form = &book().form;
    let cells = 0..form.cells.len();
    let values = cells.clone().map(|cell| report.cells[cell].value().map_or(0, |value| value.parts().0)).collect();
    let signed: Vec<bool> = form.cells.iter().map(|cell| cell.value == gouji_model::ValueType::SignedCount).collect();
    let mut trial = Trial { hard: hard_edits(book()), values, signed };
    for size in 0..=most {
        let mut found = Vec::new();
        for mask in 0_u32..1 << form.cells.len() {
            let set: BTreeSet<usize> = cells.clone().filter(|cell| mask >> cell & 1 == 1).collect();
            if set.len() != size || set.iter().any(|cell| free.contains(cell)) {
                continue;
            }
            let open: Vec<usize> = set.iter().chain(free).copied().collect();
            let mut seen = BTreeMap::new();
            if trial.try_all(&open, &mut seen, &mut Vec::new()) {
                found.push((set, seen));
            }
        }
        if !found.is_empty() {
            return Some(found);
        }
    }
    None
}

fn compare(values: &[i64], free: Option<usize>) {
    let mut report = Report::empty(&book().form);
    for (cell, value) in report.cells.iter_mut().zip(values) {
        *cell = Cell::number(number(*value));
    }
    if let Some(cell) = free {
        report.cells[cell] = Cell::of(CellState::Unreadable);
    }
    let Some(expected) = brute(&report, &free.into_iter().collect::<Vec<_>>(), 2) else { return };
    let repair = repair(book(), &report);
    // Parts are independent of each other: their answers are combined.
    let mut answers: Vec<BTreeSet<usize>> = vec![BTreeSet::new()];
    for part in &repair.parts {
        assert!(!part.incomplete);
        answers = answers
            .iter()
            .flat_map(|set| {
                part.choices.iter().map(move |choice| {
                    set.iter().copied().chain(changed(choice).iter().map(|cell| usize::from(cell.0))).collect()
                })
            })
            .collect();
    }
    let answers: BTreeSet<_> = answers.into_iter().collect();
    assert_eq!(answers, expected.iter().map(|(set, _)| set.clone()).collect(), "{values:?} {free:?}");
    for (set, seen) in expected {
        for choice in repair.parts.iter().flat_map(|part| &part.choices) {
            let own: BTreeSet<usize> = changed(choice).iter().map(|cell| usize::from(cell.0)).collect();
            if own != set {
                continue;
            }
            for change in &choice.changes {
                let Slot::Cell(CellIndex(cell)) = change.slot else { panic!() };
                let seen = &seen[&usize::from(cell)];
                let (low, high) = (seen.first().copied().unwrap(), seen.last().copied().unwrap());
                // What was tried ends where this cell, or one that depends on it, comes to the largest value tried; no
                // coefficient is larger than three.
                if low > -MOST / 3 {
                    assert_eq!(change.value.low, number(low), "{values:?} {choice:?}");
                }
                if high < MOST / 3 {
                    assert_eq!(change.value.high, number(high), "{values:?} {choice:?}");
                }
            }
        }
    }
}

#[test]
fn a_consistent_report() {
    // picked 4 5 9, crates 2 1 3, change -2 7 6
    let values = [4, 5, 9, 2, 1, 3, -2, 7, 6];
    let found = brute(&report_of(&values), &[], 0).unwrap();
    assert!(found[0].0.is_empty());
    compare(&values, None);
}

fn report_of(values: &[i64]) -> Report {
    let mut report = Report::empty(&book().form);
    for (cell, value) in report.cells.iter_mut().zip(values) {
        *cell = Cell::number(number(*value));
    }
    report
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn all_answers_of_damaged_reports(at in prop::collection::vec((0..9_usize, 0..7_i64), 1..3)) {
        let mut values = [4, 5, 9, 2, 1, 3, -2, 7, 6];
        for (cell, value) in at {
            values[cell] = value;
        }
        compare(&values, None);
    }

    #[test]
    fn all_answers_beside_an_unreadable_cell(at in (0..9_usize, 0..7_i64), free in 0..9_usize) {
        let mut values = [4, 5, 9, 2, 1, 3, -2, 7, 6];
        values[at.0] = at.1;
        compare(&values, Some(free));
    }
}

/// What a strict inequality leaves over is whole where the cells are.
#[test]
fn a_value_that_must_not_be_beside_an_unreadable_cell() {
    compare(&[4, 5, 9, 2, 1, 3, 1, 7, 6], Some(7));
}
