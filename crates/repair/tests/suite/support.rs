//! The editions, consistent reports, and what an answer must satisfy.
use std::collections::BTreeSet;
use std::sync::LazyLock;

use gouji_edits::{Context, Outcome, RuleBook, hard_edits, judge};
use gouji_model::{Cell, CellIndex, CellState, Number, Report, Slot};
use gouji_repair::{Choice, Localiser, Part, Repair};
use gouji_rules::Folder;

/// The editions built in.
pub(crate) fn books() -> &'static [RuleBook] {
    static BOOKS: LazyLock<Vec<RuleBook>> = LazyLock::new(|| {
        let folders = gouji_editions::EDITIONS.iter().map(|own| Folder::new(own.id, own.files.iter().copied()));
        gouji_rules::load(&folders.collect::<Vec<_>>(), &[]).unwrap()
    });
    &BOOKS
}

/// The rule book of an invented edition: its settings, its form, and rules by path, without their headers.
pub(crate) fn invented(edition: &str, form: &str, rules: &[(&str, &str)]) -> RuleBook {
    const HEADER: &str =
        "//! title: 规则\n//! title.en: rule\n//! severity: error\n//! basis: 无\n//! 说明。\n//! en: text.\n";
    let rules = rules.iter().map(|(path, body)| (*path, format!("{HEADER}{body}")));
    let files = [("edition.toml", edition), ("form.toml", form), ("lexicon.toml", "")];
    let files: Vec<(&str, String)> =
        files.map(|(path, text)| (path, text.to_owned())).into_iter().chain(rules).collect();
    let folder = Folder::new("rules/invented", files.iter().map(|(path, text)| (*path, text.as_str())));
    gouji_rules::load(&[folder], &[]).unwrap().remove(0)
}

pub(crate) fn number(value: i64) -> Number {
    Number::new(value, 0).unwrap()
}

/// The cell with an id.
#[track_caller]
pub(crate) fn cell(book: &RuleBook, id: &str) -> CellIndex {
    book.form.cell_index(id).unwrap_or_else(|| panic!("no cell {id}"))
}

pub(crate) fn put(report: &mut Report, at: CellIndex, value: Number) {
    *report.cell_mut(at) = Cell::number(value);
}

pub(crate) fn value(report: &Report, at: CellIndex) -> Number {
    report.cell(at).value().unwrap()
}

/// A report whose hard edits hold, from a source of numbers: details first, then the totals that follow from them.
///
/// Only what is summed is written here by hand; that the edits hold is asserted.
pub(crate) fn consistent(book: &RuleBook, next: &mut dyn FnMut() -> i64) -> Report {
    let form = &book.form;
    let mut report = Report::empty(form);
    report.year = Some(if book.edition.id.starts_with("2019") { 2020 } else { 2023 });
    for index in (0..).take(form.cells.len()).map(CellIndex) {
        put(&mut report, index, number(next()));
    }
    let out = |report: &Report, column: &str| value(report, cell(book, &format!("requests.carried_out.{column}")));
    for column in form.table("requests").unwrap().column_ids() {
        let total = sum(book, &report, &format!("requests.outcomes.{column}"));
        let both = total + out(&report, column).millionths();
        let at = cell(book, &format!("requests.carried_in.{column}"));
        let carried_in = value(&report, at).millionths().min(both);
        put(&mut report, at, Number::from_millionths(carried_in).unwrap());
    }
    total_up(book, &mut report);
    assert_eq!(broken(book, &report), Vec::<usize>::new());
    report
}

/// What stands in a cell, or in the cells of a group, in millionths.
fn sum(book: &RuleBook, report: &Report, id: &str) -> i128 {
    let slot = book.form.slot(id).unwrap();
    book.form.slot_cells(&slot).iter().map(|cell| value(report, *cell).millionths()).sum()
}

/// Works out what is received, and all totals, from the details.
pub(crate) fn total_up(book: &RuleBook, report: &mut Report) {
    let set = |report: &mut Report, id: &str, millionths: i128| {
        put(report, cell(book, id), Number::from_millionths(millionths).unwrap());
    };
    let table = book.form.table("requests").unwrap();
    for column in table.column_ids() {
        let total = sum(book, report, &format!("requests.outcomes.{column}"));
        set(report, &format!("requests.outcome_total.{column}"), total);
        let both = total + sum(book, report, &format!("requests.carried_out.{column}"));
        let received = both - sum(book, report, &format!("requests.carried_in.{column}"));
        set(report, &format!("requests.received.{column}"), received);
    }
    for row in table.row_ids() {
        let total = sum(book, report, &format!("requests.{row}.applicants"));
        set(report, &format!("requests.{row}.total"), total);
    }
    for body in ["reconsideration", "litigation_direct", "litigation_after"] {
        let total = sum(book, report, &format!("disputes.{body}"));
        set(report, &format!("disputes.{body}.total"), total);
    }
}

/// The hard edits that are judged and do not hold.
pub(crate) fn broken(book: &RuleBook, report: &Report) -> Vec<usize> {
    let hard: BTreeSet<usize> = hard_edits(book).iter().map(|edit| edit.edit).collect();
    let judged = judge(book, report, &Context::default()).judged;
    let broken = judged.iter().filter(|judged| judged.outcome == Outcome::Broken && hard.contains(&judged.edit));
    broken.map(|judged| judged.edit).collect()
}

pub(crate) fn repair(book: &RuleBook, report: &Report) -> Repair {
    Localiser::new(book).repair(report, &BTreeSet::new())
}

/// The report with the values of a choice; ranges at their lower end, which is enough where one cell has a range.
pub(crate) fn repaired(book: &RuleBook, report: &Report, choices: &[&Choice]) -> Report {
    let mut report = report.clone();
    for change in choices.iter().flat_map(|choice| choice.all()) {
        let cell = Cell::number(change.value.low);
        match change.slot {
            Slot::Cell(index) => *report.cell_mut(index) = cell,
            Slot::Group(group) => {
                report.extra.insert(book.form.group(group).id.clone(), cell);
            }
        }
    }
    report
}

/// Asserts what every complete answer must satisfy, and gives the parts.
#[track_caller]
pub(crate) fn check(book: &RuleBook, report: &Report) -> Vec<Part> {
    let repair = repair(book, report);
    assert!(!repair.too_large);
    for (number, part) in repair.parts.iter().enumerate() {
        assert!(!part.incomplete, "given up after {} sets", part.nodes);
        assert!(!part.choices.is_empty());
        for choice in &part.choices {
            assert_eq!(choice.changes.len(), part.fewest);
            if !choice.is_exact() {
                continue;
            }
            let others = repair.parts.iter().enumerate().filter(|(other, _)| *other != number);
            let mut all: Vec<&Choice> =
                others.filter_map(|(_, part)| part.choices.iter().find(|own| own.is_exact())).collect();
            all.push(choice);
            if all.len() == repair.parts.len() {
                let mended = repaired(book, report, &all);
                assert_eq!(broken(book, &mended), Vec::<usize>::new(), "{choice:?}");
            }
        }
    }
    repair.parts
}

/// The cells that a choice changes.
pub(crate) fn changed(choice: &Choice) -> BTreeSet<CellIndex> {
    choice
        .changes
        .iter()
        .filter_map(|change| if let Slot::Cell(cell) = change.slot { Some(cell) } else { None })
        .collect()
}

/// Whether some combination of the parts' choices changes exactly these cells, to the values of another report.
pub(crate) fn is_among(parts: &[Part], truth: &Report, cells: &BTreeSet<CellIndex>) -> bool {
    let fits = |choice: &Choice| {
        changed(choice).is_subset(cells)
            && choice.changes.iter().all(|change| match change.slot {
                Slot::Cell(cell) => (change.value.low..=change.value.high).contains(&value(truth, cell)),
                Slot::Group(_) => false,
            })
    };
    let found: Option<Vec<&Choice>> =
        parts.iter().map(|part| part.choices.iter().find(|choice| fits(choice))).collect();
    found.is_some_and(|found| found.into_iter().flat_map(changed).collect::<BTreeSet<_>>() == *cells)
}

/// A cell without a number.
pub(crate) fn empty(report: &mut Report, at: CellIndex, state: CellState) {
    *report.cell_mut(at) = Cell::of(state);
}
