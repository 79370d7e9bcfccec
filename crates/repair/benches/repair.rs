//! How long all answers take: one, two and three wrong cells of a whole report, alone and over a region with its members, and the
//! floor of looking at what has none.
#![allow(missing_docs, clippy::unwrap_used, reason = "criterion's macro writes a function without one")]
use std::collections::BTreeSet;
use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use gouji_edits::{RuleBook, ties};
use gouji_model::{Cell, CellIndex, CellState, Fact, Number, Report, Role, Slot};
use gouji_repair::{Limits, Localiser, Tied, repair_tied};
use gouji_rules::{Folder, load};

fn books() -> Vec<RuleBook> {
    let folders = gouji_editions::EDITIONS.iter().map(|own| Folder::new(own.id, own.files.iter().copied()));
    load(&folders.collect::<Vec<_>>(), &[]).unwrap()
}

fn put(book: &RuleBook, report: &mut Report, id: &str, value: i64) {
    report.set(&book.form, id, Cell::number(Number::new(value, 0).unwrap()));
}

fn sum(book: &RuleBook, report: &Report, id: &str) -> i64 {
    let slot: Slot = book.form.slot(id).unwrap();
    book.form.slot_cells(&slot).iter().map(|cell| report.cell(*cell).value().unwrap().parts().0).sum()
}

/// A consistent report in which no cell is 0.
fn consistent(book: &RuleBook) -> Report {
    totalled(book, |index| i32::from(index * 7 % 23) + 1)
}

/// A consistent report in which two thirds of the details are left blank.
fn with_blanks(book: &RuleBook) -> Report {
    let mut report = totalled(book, |index| if index % 3 == 0 { i32::from(index * 7 % 23) + 1 } else { 0 });
    for (cell, spec) in report.cells.iter_mut().zip(&book.form.cells) {
        if spec.role == Role::Detail && cell.value().is_some_and(Number::is_zero) {
            *cell = Cell::of(CellState::Blank);
        }
    }
    report
}

fn totalled(book: &RuleBook, value: impl Fn(u16) -> i32) -> Report {
    let mut report = Report::empty(&book.form);
    for index in (0..).take(book.form.cells.len()).map(CellIndex) {
        *report.cell_mut(index) = Cell::number(value(index.0));
    }
    let table = book.form.table("requests").unwrap();
    for column in table.column_ids() {
        let total = sum(book, &report, &format!("requests.outcomes.{column}"));
        put(book, &mut report, &format!("requests.outcome_total.{column}"), total);
        let both = total + sum(book, &report, &format!("requests.carried_out.{column}"));
        let carried_in = sum(book, &report, &format!("requests.carried_in.{column}"));
        put(book, &mut report, &format!("requests.received.{column}"), both - carried_in);
    }
    for row in table.row_ids() {
        let total = sum(book, &report, &format!("requests.{row}.applicants"));
        put(book, &mut report, &format!("requests.{row}.total"), total);
    }
    for body in ["reconsideration", "litigation_direct", "litigation_after"] {
        let total = sum(book, &report, &format!("disputes.{body}"));
        put(book, &mut report, &format!("disputes.{body}.total"), total);
    }
    report
}

fn repairing(criterion: &mut Criterion) {
    let books = books();
    let book = books.iter().find(|book| &*book.edition.id == "2021").unwrap();
    let localiser = Localiser::new(book);
    let wrong = [
        ("requests.granted.business", 95),
        ("requests.denied.third_party.natural_person", 71),
        ("requests.carried_out.research", 64),
    ];
    let nothing = BTreeSet::new();
    for count in 0..=wrong.len() {
        let mut report = consistent(book);
        for (id, value) in &wrong[..count] {
            put(book, &mut report, id, *value);
        }
        let fewest: usize = localiser.repair(&report, &nothing).parts.iter().map(|part| part.fewest).sum();
        assert_eq!(fewest, count);
        criterion.bench_function(&format!("repair {count} wrong cells"), |bencher| {
            bencher.iter(|| localiser.repair(black_box(&report), &nothing));
        });
    }
    criterion.bench_function("repair: edits made ready", |bencher| bencher.iter(|| Localiser::new(black_box(book))));
}

/// A region with members, or the years of a unit, all consistent.
fn family(book: &RuleBook, report: Report, members: usize) -> Vec<Report> {
    let mut reports = vec![report; members + 1];
    for cell in &mut reports[0].cells {
        let sum = cell.value().unwrap_or_default().parts().0 * i64::try_from(members).unwrap();
        *cell = Cell::number(Number::new(sum, 0).unwrap());
    }
    for (key, _) in ties(book).into_iter().flat_map(|tie| tie.given) {
        reports[0].facts.insert(key, Fact::plain(true));
    }
    reports
}

/// All answers over a region and its members: wrong cells of members.
fn over_members(criterion: &mut Criterion) {
    let books = books();
    let book = books.iter().find(|book| &*book.edition.id == "2021").unwrap();
    let (localiser, nothing) = (Localiser::new(book), BTreeSet::new());
    let wrong = [("requests.granted.business", 95), ("requests.carried_out.research", 64)];
    for (members, blanks) in [(3, false), (20, false), (100, false), (3, true), (20, true)] {
        for count in 0..=wrong.len() {
            let report = if blanks { with_blanks(book) } else { consistent(book) };
            let mut reports = family(book, report, members);
            for (id, value) in &wrong[..count] {
                put(book, &mut reports[2], id, *value);
            }
            let places: Vec<usize> = (1..=members).collect();
            let tied = |own: usize| Tied {
                localiser: &localiser,
                report: &reports[own],
                witnesses: &nothing,
                last_year: None,
                members: if own == 0 { &places } else { &[] },
            };
            let tied: Vec<Tied<'_>> = (0..reports.len()).map(tied).collect();
            let repair = repair_tied(&tied, Limits::default());
            let fewest = repair.parts.iter().map(|part| part.fewest).sum::<usize>();
            assert!(fewest <= count);
            let given_up = if repair.is_complete() { "" } else { ", given up" };
            let kind = if blanks { format!(" with blanks{given_up}") } else { given_up.to_owned() };
            criterion.bench_function(&format!("repair {count} wrong cells of {members} members{kind}"), |bencher| {
                bencher.iter(|| repair_tied(black_box(&tied), Limits::default()));
            });
        }
    }
}

criterion_group!(benches, repairing, over_members);
criterion_main!(benches);
