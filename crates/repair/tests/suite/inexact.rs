//! Values that are not unique, numbers that cannot stand, the mixed form, and bounds on the work.
use std::collections::BTreeSet;

use gouji_model::{Cell, CellState, Fact, Number, Slot};
use gouji_repair::{Limits, Localiser};

use crate::support::{books, cell, check, consistent, empty, number, put, value};

fn zeros() -> impl FnMut() -> i64 {
    || 0
}

/// Two blanks under a total of 3: each is something from 0 to 3, and no number is wrong.
#[test]
fn blanks_share_what_is_missing() {
    let book = &books()[1];
    let mut report = consistent(book, &mut zeros());
    put(&mut report, cell(book, "disputes.reconsideration.total"), number(3));
    let blanks = ["upheld", "corrected"].map(|outcome| cell(book, &format!("disputes.reconsideration.{outcome}")));
    for blank in blanks {
        empty(&mut report, blank, CellState::Blank);
    }
    let parts = check(book, &report);
    assert_eq!((parts.len(), parts[0].fewest, parts[0].choices.len()), (1, 0, 1));
    let fills: Vec<_> =
        parts[0].choices[0].fills.iter().map(|fill| (fill.slot, fill.value.low, fill.value.high)).collect();
    assert_eq!(fills, blanks.map(|blank| (Slot::Cell(blank), number(0), number(3))));
    assert!(parts[0].unique().is_none());
}

/// A total of −4 cannot be right; that it must change is counted.
#[test]
fn a_negative_count_must_change() {
    let book = &books()[1];
    let mut report = consistent(book, &mut zeros());
    let total = cell(book, "disputes.reconsideration.total");
    put(&mut report, total, number(-4));
    let parts = check(book, &report);
    let choice = parts[0].unique().unwrap();
    assert_eq!((choice.changes[0].slot, choice.changes[0].value.only()), (Slot::Cell(total), Some(number(0))));
}

/// The smallest set must not make another cell negative: a total below one of its items.
#[test]
fn no_value_falls_below_zero() {
    let book = &books()[1];
    let mut report = consistent(book, &mut zeros());
    let body = |outcome: &str| cell(book, &format!("disputes.reconsideration.{outcome}"));
    put(&mut report, body("upheld"), number(9));
    put(&mut report, body("total"), number(5));
    put(&mut report, body("other"), number(2));
    let parts = check(book, &report);
    let cells: BTreeSet<Slot> = parts[0].choices.iter().map(|choice| choice.changes[0].slot).collect();
    assert_eq!(cells, BTreeSet::from([body("upheld"), body("total")].map(Slot::Cell)));
}

/// In the mixed form the number on the group's own row takes the place of its cells.
#[test]
fn rows_of_groups_are_cells_of_the_mixed_form() {
    let book = &books()[1];
    let mut report = consistent(book, &mut zeros());
    report.facts.insert("form.uniform".into(), Fact::plain(false));
    let columns: Vec<String> =
        book.form.table("requests").unwrap().column_ids().iter().map(ToString::to_string).collect();
    for column in &columns {
        for row in ["no_correction", "no_payment", "miscellaneous"] {
            empty(&mut report, cell(book, &format!("requests.otherwise.{row}.{column}")), CellState::Missing);
        }
        let value = if column == "business" { 8 } else { 0 };
        report.extra.insert(format!("requests.otherwise.{column}").into(), Cell::number(value));
    }
    for row in ["outcome_total", "received"] {
        for column in ["business", "total"] {
            put(&mut report, cell(book, &format!("requests.{row}.{column}")), number(8));
        }
    }
    let parts = check(book, &report);
    let choice = parts[0].unique().unwrap();
    let [change] = choice.changes.as_slice() else { panic!("{choice:?}") };
    assert_eq!(change.slot, book.form.slot("requests.otherwise.total").unwrap());
    assert_eq!(change.value.only(), Some(number(8)));
}

/// A search that is cut short says so, and what it has proved still holds.
#[test]
fn a_bound_on_the_work_is_told() {
    let book = &books()[1];
    let mut report = consistent(book, &mut || 3);
    for (place, row) in ["granted", "partial", "denied.state_secret", "unavailable.unclear"].into_iter().enumerate() {
        for column in ["business", "research", "nonprofit"] {
            let at = cell(book, &format!("requests.{row}.{column}"));
            let wrong = value(&report, at).parts().0 + 1 + i64::try_from(place).unwrap() * 7;
            put(&mut report, at, number(wrong));
        }
    }
    let localiser = Localiser::new(book).with_limits(Limits { nodes: 500, answers: 10, ..Limits::default() });
    let part = localiser.repair(&report, &BTreeSet::new()).parts.remove(0);
    assert!(part.incomplete && part.unique().is_none());
    assert!(part.fewest > 1 && part.nodes >= 500);
}

/// Every cell is missing: nothing is wrong and nothing can be told.
#[test]
fn an_empty_report_needs_nothing() {
    for book in books() {
        let report = gouji_model::Report::empty(&book.form);
        assert_eq!(check(book, &report), []);
    }
}

/// The largest numbers that a cell can hold.
#[test]
fn largest_numbers() {
    let book = &books()[1];
    let most = 1_000_000_000_000;
    let mut report = consistent(book, &mut zeros());
    put(&mut report, cell(book, "disputes.reconsideration.upheld"), number(most));
    put(&mut report, cell(book, "disputes.reconsideration.total"), number(most));
    assert_eq!(check(book, &report), []);
    put(&mut report, cell(book, "disputes.reconsideration.other"), number(1));
    let parts = check(book, &report);
    // The total cannot be 10¹² and one.
    assert_eq!(parts[0].choices.len(), 2);
    assert!(parts[0].choices.iter().all(|choice| choice.changes[0].value.only() <= Number::new(most, 0).ok()));
}
