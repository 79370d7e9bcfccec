//! Reports that are tied to each other: years of one unit, a region with its members.
use std::collections::BTreeSet;

use gouji_edits::{Context, Filed, Outcome, RuleBook, Source, judge, ties};
use gouji_model::{CellIndex, CellState, Fact, Number, Report, Slot};
use gouji_repair::{Breach, Choice, Limits, Localiser, Part, Repair, Tied, repair_tied};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use crate::random::{pick, summed};
use crate::support::{books, cell, consistent, empty, number, put, total_up, value};

/// Cells with the values that they are said to hold.
type Witnesses = BTreeSet<(CellIndex, Number)>;

/// Reports of one edition: the first is repaired, each is tied to the last year's and to the members named.
pub(crate) struct Family {
    book: &'static RuleBook,
    pub(crate) reports: Vec<Report>,
    last_year: Vec<Option<usize>>,
    members: Vec<usize>,
}

/// Everything that ties ask of facts is so.
fn known(book: &RuleBook, report: &mut Report) {
    for (key, _) in ties(book).into_iter().flat_map(|tie| tie.given) {
        report.facts.insert(key, Fact::plain(true));
    }
}

/// What follows from last year's report is put into this one's cells, and the rest is made to fit.
fn follow(book: &RuleBook, before: &Report, report: &mut Report) {
    let form = &book.form;
    for tie in ties(book).iter().filter(|tie| tie.speaks_of(Source::LastYear)) {
        let [(own, coefficient)] = tie.own.terms[..] else { panic!("a tie of several cells") };
        let there = tie.terms_in(Source::LastYear, form, form).unwrap();
        let sum: i128 = there.iter().map(|(cell, own)| value(before, *cell).millionths() * i128::from(*own)).sum();
        put(report, own, Number::from_millionths(-sum / i128::from(coefficient)).unwrap());
    }
    // As many more are granted as were carried in, so that nothing received is below zero.
    for column in form.table("requests").unwrap().column_ids() {
        let granted = cell(book, &format!("requests.granted.{column}"));
        let more = value(report, cell(book, &format!("requests.carried_in.{column}"))).millionths();
        put(report, granted, Number::from_millionths(value(report, granted).millionths() + more).unwrap());
    }
    total_up(book, report);
}

impl Family {
    /// Three years of a unit, the last first.
    pub(crate) fn years(book: &'static RuleBook, next: &mut dyn FnMut() -> i64) -> Self {
        let mut reports = vec![consistent(book, next)];
        for _ in 0..2 {
            let mut report = consistent(book, next);
            follow(book, &reports[0], &mut report);
            reports.insert(0, report);
        }
        Self::new(book, reports, vec![Some(1), Some(2), None], Vec::new())
    }

    /// A region with members.
    pub(crate) fn region(book: &'static RuleBook, next: &mut dyn FnMut() -> i64, members: usize) -> Self {
        let mut reports: Vec<Report> = (0..members).map(|_| consistent(book, next)).collect();
        let mut region = reports[0].clone();
        for at in (0..).map(CellIndex).take(book.form.cells.len()) {
            let sum = reports.iter().map(|report| value(report, at).millionths()).sum();
            put(&mut region, at, Number::from_millionths(sum).unwrap());
        }
        reports.insert(0, region);
        let last_year = vec![None; reports.len()];
        Self::new(book, reports, last_year, (1..=members).collect())
    }

    fn new(
        book: &'static RuleBook,
        mut reports: Vec<Report>,
        last_year: Vec<Option<usize>>,
        members: Vec<usize>,
    ) -> Self {
        for report in &mut reports {
            known(book, report);
        }
        let own = Self { book, reports, last_year, members };
        assert_eq!(own.broken(&own.reports), []);
        own
    }

    fn repair(&self) -> Repair {
        let nothing = BTreeSet::new();
        self.repair_with(&vec![&nothing; self.reports.len()], Limits::default())
    }

    fn repair_with(&self, witnesses: &[&Witnesses], limits: Limits) -> Repair {
        let localiser = Localiser::new(self.book);
        let tied: Vec<Tied<'_>> = (0..self.reports.len())
            .map(|own| Tied {
                localiser: &localiser,
                report: &self.reports[own],
                witnesses: witnesses[own],
                last_year: self.last_year[own],
                members: if own == 0 { &self.members } else { &[] },
            })
            .collect();
        repair_tied(&tied, limits)
    }

    /// The hard edits and ties that judging says do not hold.
    fn broken(&self, reports: &[Report]) -> Vec<(usize, usize)> {
        let filed = |report| Filed { form: &self.book.form, report };
        let members: Vec<Filed<'_>> = self.members.iter().map(|member| filed(&reports[*member])).collect();
        let mut edits: BTreeSet<usize> = gouji_edits::hard_edits(self.book).iter().map(|edit| edit.edit).collect();
        edits.extend(ties(self.book).iter().map(|tie| tie.own.edit));
        let mut broken = Vec::new();
        for (own, report) in reports.iter().enumerate() {
            let last_year = self.last_year[own].map(|last| filed(&reports[last]));
            let members = if own == 0 { &members[..] } else { &[] };
            let judged = judge(self.book, report, &Context { last_year, members, ..Context::default() }).judged;
            let is_broken =
                |judged: &gouji_edits::Judged| judged.outcome == Outcome::Broken && edits.contains(&judged.edit);
            broken.extend(judged.into_iter().filter(is_broken).map(|judged| (own, judged.edit)));
        }
        broken
    }

    /// What every complete answer must satisfy: nothing is broken any more but what the first report has no part in.
    #[track_caller]
    fn check(&self) -> Vec<Part> {
        let repair = self.repair();
        assert!(repair.is_complete());
        let told: Vec<Breach> = repair.parts.iter().flat_map(|part| part.broken.clone()).collect();
        let mut others = self.broken(&self.reports);
        others.retain(|(report, edit)| !told.contains(&Breach { report: *report, edit: *edit }));
        assert!(others.iter().all(|(report, _)| *report > 0), "{others:?}");
        for (number, part) in repair.parts.iter().enumerate() {
            assert!(!part.choices.is_empty());
            for choice in part.choices.iter().filter(|choice| choice.is_exact()) {
                assert_eq!(choice.changes.len(), part.fewest);
                let rest = repair.parts.iter().enumerate().filter(|(other, _)| *other != number);
                let rest = rest.filter_map(|(_, part)| part.choices.iter().find(|choice| choice.is_exact()));
                let all: Vec<&Choice> = rest.chain([choice]).collect();
                if all.len() == repair.parts.len() {
                    assert_eq!(self.broken(&self.with(&all)), others, "{choice:?}");
                }
            }
        }
        repair.parts
    }

    fn with(&self, choices: &[&Choice]) -> Vec<Report> {
        let mut reports = self.reports.clone();
        for change in choices.iter().flat_map(|choice| choice.all()) {
            let Slot::Cell(cell) = change.slot else { panic!("no report is of the mixed form") };
            put(&mut reports[change.report], cell, change.value.low);
        }
        reports
    }
}

/// Damages cells of any of the reports; the fewest are no more, and where they are as many, what was damaged is among the answers.
fn damage(mut family: Family, seed: u64, wrong: usize) -> Result<(), TestCaseError> {
    let truth = family.reports.clone();
    let cells = summed(family.book);
    let mut next = pick(seed ^ 0x5eed, 1_000_000);
    let mut damaged: BTreeSet<(usize, CellIndex)> = BTreeSet::new();
    let mut at = usize::try_from(seed % 9_973).unwrap();
    while damaged.len() < wrong {
        at = (at * 31 + 17 + damaged.len()) % 9_973;
        let (report, cell) = (at % truth.len(), cells[at / truth.len() % cells.len()]);
        if damaged.insert((report, cell)) {
            let other = next().max(1) + value(&truth[report], cell).parts().0;
            put(&mut family.reports[report], cell, number(other));
        }
    }
    let parts = family.check();
    let fewest: usize = parts.iter().map(|part| part.fewest).sum();
    // Parts without a cell of the first report are not its matter.
    prop_assert!(fewest <= wrong, "{fewest} for {wrong} wrong cells");
    if fewest == wrong {
        let fits = |choice: &Choice| {
            choice.changes.iter().all(|change| match change.slot {
                Slot::Cell(cell) => {
                    let range = change.value.low..=change.value.high;
                    damaged.contains(&(change.report, cell)) && range.contains(&value(&truth[change.report], cell))
                }
                Slot::Group(_) => false,
            })
        };
        let all = parts.iter().all(|part| part.choices.iter().any(fits));
        prop_assert!(all, "{damaged:?} not in {parts:?}");
    }
    Ok(())
}

fn run(wrong: usize, cases: u32) {
    let mut runner = TestRunner::new(ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() });
    let strategy = (any::<u64>(), 0..2_usize, any::<bool>(), prop::sample::select(vec![100_i64, 1_000_000_000]));
    runner
        .run(&strategy, |(seed, book, years, largest)| {
            let (book, next) = (&books()[book], &mut pick(seed, largest));
            let family = if years { Family::years(book, next) } else { Family::region(book, next, 3) };
            damage(family, seed, wrong)
        })
        .unwrap();
}

#[test]
fn consistent_families_need_nothing() {
    run(0, 30);
}

#[test]
fn one_wrong_cell_of_several_reports() {
    run(1, 150);
}

#[test]
fn two_wrong_cells_of_several_reports() {
    run(2, 100);
}

#[test]
fn three_wrong_cells_of_several_reports() {
    run(3, 40);
}

/// What a report carries out, natural persons' and the total: by itself three repairs are as small.
const OUT: [&str; 2] = ["requests.carried_out.natural_person", "requests.carried_out.total"];

fn put_more(family: &mut Family, report: usize, ids: &[&str], more: i64) {
    for id in ids {
        let at = cell(family.book, id);
        let wrong = value(&family.reports[report], at).parts().0 + more;
        put(&mut family.reports[report], at, number(wrong));
    }
}

fn changed(choice: &Choice) -> Vec<(usize, &str)> {
    let form = &books()[1].form;
    choice.changes.iter().map(|change| (change.report, form.slot_id(change.slot))).collect()
}

#[test]
fn the_report_in_the_middle_is_the_wrong_one() {
    let mut family = Family::years(&books()[1], &mut pick(77, 30));
    put_more(&mut family, 1, &OUT, 8);
    let alone = Localiser::new(family.book).repair(&family.reports[1], &BTreeSet::new());
    assert!(alone.parts[0].choices.len() > 1, "by itself it cannot be told");
    let parts = family.check();
    let [part] = parts.as_slice() else { panic!("{parts:?}") };
    assert_eq!((part.fewest, part.wrong_report(), part.reports.len()), (2, Some(1), 3));
    assert_eq!(changed(part.unique().unwrap()), OUT.map(|id| (1, id)));
}

#[test]
fn the_member_that_is_wrong() {
    let mut family = Family::region(&books()[1], &mut pick(5, 30), 3);
    let granted = ["requests.granted.business", "requests.granted.total"];
    put_more(&mut family, 2, &granted, 7);
    let parts = family.check();
    assert_eq!((parts.len(), parts[0].wrong_report()), (1, Some(2)));
    assert_eq!(changed(parts[0].unique().unwrap()), granted.map(|id| (2, id)));
    // The region's own number, with all members agreeing.
    let mut family = Family::region(&books()[1], &mut pick(5, 30), 3);
    put_more(&mut family, 0, &["proactive.licensing.decisions"], 4);
    let parts = family.check();
    let all: BTreeSet<usize> =
        parts[0].choices.iter().flat_map(|choice| choice.changes.iter().map(|own| own.report)).collect();
    assert_eq!((parts[0].fewest, parts[0].wrong_report()), (1, None));
    // A member may have too little, and none can be below zero by the difference.
    assert_eq!(all, BTreeSet::from([0, 1, 2, 3]));
}

/// A cell that the prose confirms is thought right, in whichever report it stands.
#[test]
fn a_confirmed_cell_of_another_report_is_blamed_last() {
    let book = &books()[1];
    let mut family = Family::region(book, &mut pick(5, 30), 2);
    let decisions = "proactive.licensing.decisions";
    put_more(&mut family, 0, &[decisions], 4);
    let at = cell(book, decisions);
    let says = family.reports.iter().map(|report| BTreeSet::from([(at, value(report, at))])).collect::<Vec<_>>();
    let nothing = BTreeSet::new();
    let first = |witnesses: [&Witnesses; 3]| {
        let parts = family.repair_with(&witnesses, Limits::default()).parts;
        assert_eq!(parts[0].choices.len(), 3);
        parts[0].choices[0].changes[0].report
    };
    assert_eq!(first([&nothing, &says[1], &says[2]]), 0);
    assert_eq!(first([&says[0], &nothing, &says[2]]), 1);
    assert_eq!(first([&says[0], &says[1], &nothing]), 2);
}

/// A cell that cannot be read in one report is what the others give it.
#[test]
fn an_unreadable_cell_is_what_the_other_reports_say() {
    let book = &books()[1];
    let mut family = Family::years(book, &mut pick(9, 30));
    let at = OUT.map(|id| cell(book, id));
    let truth = at.map(|at| value(&family.reports[1], at));
    for at in at {
        empty(&mut family.reports[1], at, CellState::Unreadable);
    }
    // Received and carried out by natural persons are both unknown: without next year's report neither can be told.
    for id in ["requests.received.natural_person", "requests.received.total"] {
        empty(&mut family.reports[1], cell(book, id), CellState::Unreadable);
    }
    let parts = family.check();
    let choice = parts[0].unique().unwrap();
    let fills: Vec<_> = choice.fills.iter().filter(|fill| at.map(Slot::Cell).contains(&fill.slot)).collect();
    assert_eq!(fills.iter().map(|fill| fill.value.only()).collect::<Vec<_>>(), truth.map(Some));
}

/// What the reports are tied by must hold beyond doubt: without the facts nothing is compared.
#[test]
fn without_the_facts_nothing_is_tied() {
    let mut family = Family::region(&books()[1], &mut pick(5, 30), 3);
    put_more(&mut family, 0, &["proactive.licensing.decisions"], 4);
    family.reports[0].facts.insert("roster.complete".into(), Fact::plain(false));
    assert_eq!(family.repair().parts, []);
    family.reports[0].facts.clear();
    assert_eq!(family.repair().parts, []);
}

/// A search that is cut short says so.
#[test]
fn a_bound_on_the_work_is_told() {
    let mut family = Family::region(&books()[1], &mut pick(5, 30), 3);
    for (report, row) in ["granted", "partial", "received"].into_iter().enumerate() {
        let ids = ["business", "research", "nonprofit"].map(|column| format!("requests.{row}.{column}"));
        put_more(&mut family, report + 1, &ids.each_ref().map(String::as_str), 3 + i64::try_from(report).unwrap());
    }
    let nothing = BTreeSet::new();
    let repair = family.repair_with(&[&nothing; 4], Limits { nodes: 300, answers: 10, ..Limits::default() });
    assert!(!repair.is_complete() && repair.parts[0].unique().is_none() && repair.parts[0].wrong_report().is_none());
}
