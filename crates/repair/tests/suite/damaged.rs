//! Slips as people make them: the first answer is right, and the slip is named.
use std::collections::BTreeSet;

use gouji_edits::RuleBook;
use gouji_model::{CellIndex, Number, Report, Slot};
use gouji_repair::{Localiser, Slip};

use crate::support::{books, cell, check, consistent, is_among, number, put, value};

/// Values that a person would type instead of the true one.
fn slips(truth: i64) -> Vec<i64> {
    let text = truth.to_string();
    let mut wrong = vec![truth * 10];
    if text.len() > 1 {
        wrong.push(text[1..].parse().unwrap());
        wrong.push(text[..text.len() - 1].parse().unwrap());
        wrong.push(format!("{}{}{}", &text[1..2], &text[..1], &text[2..]).parse().unwrap());
    }
    wrong.push(format!("{}{text}", &text[..1]).parse().unwrap());
    wrong.push(0);
    wrong.retain(|other| *other != truth);
    wrong
}

fn seeded(seed: u64) -> impl FnMut() -> i64 {
    let mut state = seed;
    move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let draw = i64::try_from(state >> 40).unwrap();
        if draw % 3 == 0 { draw % 140 } else { 0 }
    }
}

/// How often the first answer is right: (right, decidable by the edits alone), (right, all).
fn score(book: &RuleBook, seed: u64) -> [(usize, usize); 2] {
    let truth = consistent(book, &mut seeded(seed));
    let localiser = Localiser::new(book);
    let mut scores = [(0, 0); 2];
    let hard: BTreeSet<CellIndex> =
        gouji_edits::hard_edits(book).iter().flat_map(|edit| edit.terms.iter().map(|(cell, _)| *cell)).collect();
    for at in hard {
        for wrong in slips(value(&truth, at).parts().0) {
            let mut report = truth.clone();
            put(&mut report, at, number(wrong));
            let parts = localiser.repair(&report, &BTreeSet::new()).parts;
            let [part] = parts.as_slice() else { panic!("{parts:?}") };
            assert!(is_among(&parts, &truth, &BTreeSet::from([at])), "{at:?} {wrong}: {parts:?}");
            let first = &part.choices[0];
            let right = first.changes.len() == 1
                && first.changes[0].slot == Slot::Cell(at)
                && first.changes[0].value.only() == Some(value(&truth, at));
            for (number, counts) in scores.iter_mut().enumerate() {
                if number == 1 || part.unique().is_some() {
                    counts.0 += usize::from(right);
                    counts.1 += 1;
                }
            }
        }
    }
    scores
}

#[test]
fn the_first_answer_is_right() {
    let mut sums = [(0, 0); 2];
    for book in books() {
        for seed in 1..=6 {
            for (sum, own) in sums.iter_mut().zip(score(book, seed)) {
                *sum = (sum.0 + own.0, sum.1 + own.1);
            }
        }
    }
    let [(unique, uniques), (first, all)] = sums;
    assert!(uniques > 1_000 && unique * 100 >= uniques * 95, "{unique} of {uniques}");
    // Where the edits leave a choice, slips decide more often than not.
    assert!(first * 100 >= all * 90, "{first} of {all}");
}

/// Damages one cell of table three and says how the slip is called.
#[track_caller]
fn names(details: &[(&str, i64)], wrong: &[(&str, i64)], expected: &[(&str, i64, Option<Slip>)]) {
    let book = &books()[1];
    let truth = report(book, details);
    let mut damaged = truth.clone();
    for (id, value) in wrong {
        put(&mut damaged, cell(book, id), number(*value));
    }
    let parts = check(book, &damaged);
    let changes: Vec<(CellIndex, Number, Option<Slip>)> = parts
        .iter()
        .flat_map(|part| &part.choices[0].changes)
        .map(|change| match change.slot {
            Slot::Cell(cell) => (cell, change.value.only().unwrap(), change.slip),
            Slot::Group(_) => panic!("no group was damaged"),
        })
        .collect();
    let expected: Vec<_> = expected.iter().map(|(id, value, slip)| (cell(book, id), number(*value), *slip)).collect();
    assert_eq!(changes, expected);
}

/// A consistent report with some details; all others are 0.
fn report(book: &RuleBook, details: &[(&str, i64)]) -> Report {
    let cells: Vec<i64> = book
        .form
        .cells
        .iter()
        .map(|spec| details.iter().find(|(id, _)| *id == &*spec.id).map_or(0, |(_, value)| *value))
        .collect();
    let mut cells = cells.into_iter();
    consistent(book, &mut || cells.next().unwrap_or_default())
}

const DETAILS: &[(&str, i64)] = &[
    ("requests.granted.natural_person", 128),
    ("requests.granted.business", 31),
    ("requests.partial.natural_person", 17),
    ("requests.denied.third_party.business", 4),
    ("requests.carried_out.natural_person", 6),
    ("disputes.reconsideration.upheld", 12),
    ("disputes.reconsideration.other", 5),
];

#[test]
fn slips_of_digits_are_named() {
    let granted = "requests.granted.natural_person";
    for (wrong, slip) in [
        (12, Slip::DigitDropped),
        (182, Slip::DigitsSwapped),
        (1_280, Slip::TimesTen),
        (1_128, Slip::DigitDoubled),
        (1_248, Slip::DigitAdded),
        (138, Slip::DigitMistyped),
        (17, Slip::OtherRow(cell(&books()[1], "requests.partial.natural_person"))),
        (31, Slip::OtherColumn(cell(&books()[1], "requests.granted.business"))),
        (0, Slip::ZeroForBlank),
    ] {
        names(DETAILS, &[(granted, wrong)], &[(granted, 128, Some(slip))]);
    }
}

#[test]
fn slips_of_sums_are_named() {
    let book = &books()[1];
    let total = "requests.outcome_total.business";
    names(
        DETAILS,
        &[(total, 31)],
        &[(total, 35, Some(Slip::LeftOut(cell(book, "requests.denied.third_party.business"))))],
    );
    names(
        DETAILS,
        &[(total, 145)],
        &[(total, 35, Some(Slip::OtherRow(cell(book, "requests.outcome_total.natural_person"))))].map(
            |(id, value, _)| (id, value, Some(Slip::OtherColumn(cell(book, "requests.outcome_total.natural_person")))),
        ),
    );
}

#[test]
fn exchanged_values_are_named() {
    let book = &books()[1];
    let (left, right) = ("requests.granted.natural_person", "requests.granted.business");
    names(
        DETAILS,
        &[(left, 31), (right, 128)],
        &[(left, 128, Some(Slip::Exchanged(cell(book, right)))), (right, 31, Some(Slip::Exchanged(cell(book, left))))],
    );
}

#[test]
fn shifted_rows_are_named() {
    let rows = ["granted", "partial", "denied.state_secret"].map(|row| format!("requests.{row}.natural_person"));
    names(
        DETAILS,
        &[(&rows[0], 0), (&rows[1], 128), (&rows[2], 17)],
        &[
            (&rows[0], 128, Some(Slip::Shifted)),
            (&rows[1], 17, Some(Slip::Shifted)),
            (&rows[2], 0, Some(Slip::Shifted)),
        ],
    );
}

/// Table four has one equation for each body: any of its cells may be wrong, and the likeliest slip comes first. What is
/// confirmed elsewhere comes last, and what is told otherwise elsewhere comes first.
#[test]
fn witnesses_decide_before_slips() {
    let book = &books()[1];
    let [total, other, pending] =
        ["total", "other", "pending"].map(|outcome| cell(book, &format!("disputes.reconsideration.{outcome}")));
    let mut damaged = report(book, DETAILS);
    put(&mut damaged, total, number(12));
    let localiser = Localiser::new(book);
    let first = |witnesses: &[(CellIndex, i64)]| {
        let witnesses = witnesses.iter().map(|(cell, value)| (*cell, number(*value))).collect();
        let parts = localiser.repair(&damaged, &witnesses).parts;
        assert!(parts[0].choices.len() > 1 && parts[0].unique().is_none());
        parts[0].choices[0].changes[0].slot
    };
    assert_eq!(first(&[]), Slot::Cell(total));
    assert_ne!(first(&[(total, 12)]), Slot::Cell(total));
    // The other outcomes are 5 now, and 0 would make the sum 12.
    assert_eq!(first(&[(other, 0)]), Slot::Cell(other));
    assert_eq!(first(&[(other, 0), (other, 5)]), Slot::Cell(total));
    assert_eq!(first(&[(other, 3), (pending, 1)]), Slot::Cell(total));
}
