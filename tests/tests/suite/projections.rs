//! Every projection of an edit gives the outcome of judging it: columns, SQL, JSON and spreadsheet formulas.
//!
//! The reports are damaged at random; to the edits of each edition others are added at random, so that every kind of
//! atom and variable takes part. (LibreOffice itself calculates the formulas in the tests of the workbook.)
mod dice;
mod json_rules;
mod sheet;
mod sqlite;

use gouji_edits::{Batch, Context, Filed, RuleBook, Verdict, judge};
use gouji_tests::books;
use proptest::prelude::*;

use dice::{Case, Dice, Sizes};

/// Reports of one run.
const REPORTS: usize = 66;

/// A rule book with edits made at random, and reports damaged at random.
fn world(book: &RuleBook, dice: &mut Dice, sizes: Sizes) -> (RuleBook, Vec<Case>) {
    let mut book = book.clone();
    dice::add_edits(&mut book, dice, sizes);
    let cases = (0..REPORTS).map(|_| Case::new(&book, dice, sizes)).collect();
    (book, cases)
}

/// The outcomes of judging a case, one for each edit.
fn judged(book: &RuleBook, case: &Case) -> Vec<Verdict> {
    let filed = |report| Filed { form: &book.form, report };
    let members: Vec<Filed<'_>> = case.members.iter().map(filed).collect();
    let context = Context { last_year: case.last_year.as_ref().map(filed), members: &members, ..Context::default() };
    let judgement = judge(book, &case.report, &context);
    assert_eq!(judgement.judged.len(), book.edits.len(), "one claim of a metric at most");
    judgement.judged.iter().map(|judged| Verdict::from(&judged.outcome)).collect()
}

/// Asserts that a projection agrees with judging, and that every verdict occurs.
#[track_caller]
fn agree(book: &RuleBook, expected: &[Vec<Verdict>], found: impl Fn(usize, usize) -> Option<Verdict>) {
    let mut compared = 0;
    for (case, verdicts) in expected.iter().enumerate() {
        for (edit, expected) in verdicts.iter().enumerate() {
            let Some(found) = found(case, edit) else { continue };
            let own = &book.edits[edit];
            assert_eq!(found, *expected, "report {case}, {}: {own:?}", book.finding_id(own));
            compared += 1;
        }
    }
    assert!(compared > 0);
}

fn compare(book: &RuleBook, seed: u64) {
    let dice = &mut Dice::new(seed);
    let (book, cases) = world(book, dice, Sizes::Small);
    let expected: Vec<Vec<Verdict>> = cases.iter().map(|case| judged(&book, case)).collect();
    for verdict in [Verdict::Held, Verdict::Broken, Verdict::Unjudged, Verdict::Inapplicable] {
        assert!(expected.iter().flatten().any(|own| *own == verdict), "{verdict:?} never occurs");
    }
    compare_batch(&book, &cases, &expected);
    let table = sqlite::table(&book, &cases);
    let by_edit: Vec<Vec<Verdict>> = book.edits.iter().map(|edit| table.verdicts(&book.form, edit)).collect();
    agree(&book, &expected, |case, edit| Some(by_edit[edit][case]));
    let rules = json_rules::Rules::new(&book);
    let by_case: Vec<Vec<Verdict>> = cases.iter().map(|case| rules.verdicts(&book, case)).collect();
    agree(&book, &expected, |case, edit| Some(by_case[case][edit]));
    let few: Vec<Vec<Option<Verdict>>> = cases.iter().step_by(8).map(|case| sheet::verdicts(&book, case)).collect();
    let expected: Vec<Vec<Verdict>> = expected.into_iter().step_by(8).collect();
    agree(&book, &expected, |case, edit| few[case][edit]);
}

fn compare_batch(book: &RuleBook, cases: &[Case], expected: &[Vec<Verdict>]) {
    let batch = Batch::new(book, |_| true);
    let mut found = vec![vec![None; book.edits.len()]; cases.len()];
    batch.judge(&batch.columns(cases.iter().map(|case| &case.report)), |verdicts| {
        for row in 0..verdicts.rows {
            found[verdicts.first + row][verdicts.edit] = Some(verdicts.of(row));
        }
    });
    let judged = |edit: usize| found.iter().all(|row| row[edit].is_some());
    assert!((0..book.edits.len()).all(|edit| judged(edit) != batch.left_out().contains(&edit)));
    agree(book, expected, |case, edit| found[case][edit]);
}

proptest! {
    // A seed is as simple as any other.
    #![proptest_config(ProptestConfig { cases: 2, max_shrink_iters: 0, ..ProptestConfig::default() })]
    #[test]
    fn all_agree(seed in any::<u64>()) {
        for book in books() {
            compare(book, seed);
        }
    }

    /// Numbers up to 10¹² with six decimals and coefficients as large: 64 bits do not suffice, nor always 128.
    #[test]
    fn columns_agree_on_large_numbers(seed in any::<u64>()) {
        for book in books() {
            let (book, cases) = world(book, &mut Dice::new(seed), Sizes::Large);
            let expected: Vec<Vec<Verdict>> = cases.iter().map(|case| judged(&book, case)).collect();
            compare_batch(&book, &cases, &expected);
        }
    }
}

#[test]
fn blocks_are_put_together() {
    let book = &books()[0];
    let dice = &mut Dice::new(7);
    let cases: Vec<Case> = (0..gouji_edits::BLOCK + 9).map(|_| Case::new(book, dice, Sizes::Small)).collect();
    let expected: Vec<Vec<Verdict>> = cases.iter().map(|case| judged(book, case)).collect();
    compare_batch(book, &cases, &expected);
    let batch = Batch::new(book, |_| true);
    let columns = batch.columns(cases.iter().map(|case| &case.report));
    assert_eq!(columns.len(), cases.len());
    let mut broken = vec![Vec::new(); cases.len()];
    batch.judge(&columns, |verdicts| {
        assert_eq!(verdicts.broken(), verdicts.broken_rows().count());
        for row in verdicts.broken_rows() {
            broken[row].push(verdicts.edit);
        }
    });
    for (broken, expected) in broken.iter().zip(&expected) {
        let is_broken = |edit: &usize| expected[*edit] == Verdict::Broken && !batch.left_out().contains(edit);
        let edits: Vec<usize> = (0..expected.len()).filter(is_broken).collect();
        assert_eq!(*broken, edits);
    }
}
