//! Random reports of both editions with one, two and three wrong cells.
use std::collections::BTreeSet;

use gouji_edits::RuleBook;
use gouji_model::{CellIndex, CellState, Report, Slot};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use crate::support::{books, changed, check, consistent, empty, is_among, number, put, value};

/// Numbers as reports have them: mostly 0, mostly small, now and then as large as a cell can hold.
pub(crate) fn pick(seed: u64, largest: i64) -> impl FnMut() -> i64 {
    let mut state = seed | 1;
    move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        let draw = state >> 16;
        let value = i64::try_from(draw / 16).unwrap();
        match draw % 16 {
            0..10 => 0,
            10..14 => value % 20,
            _ => value % largest,
        }
    }
}

/// The cells that some hard edit is about.
pub(crate) fn summed(book: &RuleBook) -> Vec<CellIndex> {
    let cells: BTreeSet<CellIndex> =
        gouji_edits::hard_edits(book).iter().flat_map(|edit| edit.terms.iter().map(|(cell, _)| *cell)).collect();
    cells.into_iter().collect()
}

/// Damages cells and looks whether they are found.
fn damage(book: &RuleBook, seed: u64, largest: i64, wrong: usize) -> Result<(), TestCaseError> {
    let mut next = pick(seed, largest);
    let truth = consistent(book, &mut next);
    let cells = summed(book);
    let mut report = truth.clone();
    let mut damaged = BTreeSet::new();
    let mut at = usize::try_from(seed % 9_973).unwrap();
    while damaged.len() < wrong {
        at = (at * 31 + 17 + damaged.len()) % 9_973;
        let cell = cells[at % cells.len()];
        if damaged.insert(cell) {
            let other = next().max(1) + value(&truth, cell).parts().0;
            put(&mut report, cell, number(other));
        }
    }
    let parts = check(book, &report);
    let fewest: usize = parts.iter().map(|part| part.fewest).sum();
    prop_assert!(fewest <= wrong, "{fewest} for {wrong} wrong cells");
    if fewest == wrong {
        prop_assert!(is_among(&parts, &truth, &damaged), "{damaged:?} not in {parts:?}");
    }
    Ok(())
}

fn run(wrong: usize, cases: u32) {
    let mut runner = TestRunner::new(ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() });
    runner
        .run(
            &(any::<u64>(), 0..2_usize, prop::sample::select(vec![100_i64, 1_000_000, 20_000_000_000])),
            |(seed, book, largest)| damage(&books()[book % books().len()], seed, largest, wrong),
        )
        .unwrap();
}

#[test]
fn consistent_reports_need_nothing() {
    run(0, 40);
}

#[test]
fn one_wrong_cell() {
    run(1, 300);
}

#[test]
fn two_wrong_cells() {
    run(2, 200);
}

#[test]
fn three_wrong_cells() {
    run(3, 100);
}

/// Cells that cannot be read take the values that the sums give them, whatever else is wrong.
#[test]
fn unreadable_cells_are_free() {
    for (number_of, book) in books().iter().enumerate() {
        let truth = consistent(book, &mut pick(41 + number_of as u64, 50));
        for (position, cell) in summed(book).into_iter().enumerate() {
            for state in [CellState::Unreadable, CellState::Missing] {
                let mut report = truth.clone();
                empty(&mut report, cell, state);
                let parts = check(book, &report);
                let fills: Vec<_> = parts.iter().flat_map(|part| &part.choices[0].fills).collect();
                let [fill] = fills.as_slice() else { panic!("{fills:?}") };
                assert_eq!((fill.slot, fill.value.only()), (Slot::Cell(cell), Some(value(&truth, cell))));
                if position % 8 > 0 {
                    continue;
                }
                let other = summed(book)[(position * 7 + 3) % summed(book).len()];
                if other != cell {
                    put(&mut report, other, number(value(&truth, other).parts().0 + 9));
                    let parts = check(book, &report);
                    assert!(parts.iter().map(|part| part.fewest).sum::<usize>() <= 1);
                }
            }
        }
    }
}

/// A blank detail counts as 0 and may be anything: what it must be is told, and no number is blamed.
#[test]
fn a_blank_detail_is_filled() {
    for book in books() {
        let mut truth = consistent(book, &mut pick(7, 50));
        let detail = summed(book)[2];
        // One more in this cell and in what follows from it.
        let raised = |report: &mut Report, id: &str| {
            let cell = crate::support::cell(book, id);
            put(report, cell, number(value(report, cell).parts().0 + 5));
        };
        for id in ["requests.granted.business", "requests.outcome_total.business", "requests.carried_in.business"] {
            raised(&mut truth, id);
        }
        for id in ["requests.granted.total", "requests.outcome_total.total", "requests.carried_in.total"] {
            raised(&mut truth, id);
        }
        let blank = crate::support::cell(book, "requests.granted.business");
        let mut report = truth.clone();
        empty(&mut report, blank, CellState::Blank);
        let parts = check(book, &report);
        assert_eq!(parts.len(), 1);
        assert_eq!(parts[0].fewest, 0);
        let fill = parts[0].choices[0].fills[0];
        assert_eq!((fill.slot, fill.value.only()), (Slot::Cell(blank), Some(value(&truth, blank))));
        assert!(changed(&parts[0].choices[0]).is_empty());
        assert_ne!(detail, blank);
    }
}
