//! Without recalculation the workbook shows the verdicts of judging.
use calamine::{Data, Reader as _};
use gouji_export::Kind;

use crate::support::{Case, REPORTS, book, books, export, open, places, publication, shown_verdicts};

#[test]
fn cached_verdicts_are_those_of_judging() {
    let books = books();
    for file in REPORTS {
        let case = Case::read(books, file);
        assert_eq!(shown_verdicts(&mut open(case.workbook())), case.verdicts(), "{file}");
    }
}

#[test]
fn every_verdict_is_a_formula() {
    let books = books();
    for file in REPORTS {
        let case = Case::read(books, file);
        let mut workbook = open(case.workbook());
        let formulas = workbook.worksheet_formula("勾稽核对").unwrap();
        let verdicts = formulas.cells().filter(|(row, column, text)| *row > 0 && *column == 3 && !text.is_empty());
        // Columns count from the first with a formula, the left side.
        assert_eq!(verdicts.count(), case.shown().count(), "{file}");
        let counts = case.judgement.counts(case.book);
        let counted = counts.held + counts.broken + counts.unjudged + counts.inapplicable;
        assert_eq!(counted, case.shown().count(), "{file}: 说明 and the summaries count what the sheet shows");
        assert!(formulas.cells().all(|(_, _, text)| text.chars().count() < 8_192));
    }
}

#[test]
fn values_stand_where_their_names_say() {
    let books = books();
    let case = Case::read(books, "faulty-2021.txt");
    let mut workbook = open(case.workbook());
    let places = places(&workbook);
    let range = workbook.worksheet_range("年报").unwrap();
    for (spec, cell) in case.book.form.cells.iter().zip(&case.report.cells) {
        let shown = range.get_value(places[&*spec.id]).cloned().unwrap_or_default();
        let expected = match cell.value() {
            Some(number) => Data::Float(number.to_string().parse().unwrap()),
            None if cell.state == gouji_model::CellState::Blank => Data::Empty,
            None => Data::String(gouji_export::shown_value(cell)),
        };
        let shown = if shown == Data::String(String::new()) { Data::Empty } else { shown };
        assert_eq!(shown, expected, "{}", spec.id);
    }
}

#[test]
fn a_blank_form_has_the_same_checks() {
    let books = books();
    for book in [book(books, "2019"), book(books, "2021")] {
        let mut workbook = open(export(&publication(Kind::BlankForm, book, Vec::new())));
        let verdicts = shown_verdicts(&mut workbook);
        // All sums are there; what only the prose can break is not.
        for edit in book.edits.iter().filter(|edit| edit.as_own_linear().is_some()) {
            assert!(verdicts.contains_key(&book.finding_id(edit)), "{}", book.finding_id(edit));
        }
        let of_prose = |id: &&String| id.starts_with("prose/") || id.starts_with("text/");
        assert_eq!(verdicts.keys().find(of_prose), None);
        // Of a blank form only this much is wrong: that it is not filled in.
        let broken: Vec<&String> =
            verdicts.iter().filter(|(_, words)| words.iter().any(|word| word == "不成立")).map(|(id, _)| id).collect();
        assert_eq!(broken, ["form/filled@report.filled"]);
        assert_eq!(places(&workbook).len(), book.form.cells.len());
    }
}

#[test]
fn a_form_that_is_not_filled_in_is_not_compared_with_last_year() {
    let books = books();
    for before in ["faulty-2021.txt", "consistent-2021.txt", "consistent-2019.txt", "mixed-2023.txt"] {
        let before = Case::read(books, before);
        for book in [book(books, "2019"), book(books, "2021")] {
            let form = publication(Kind::BlankForm, book, vec![before.judged()]);
            let verdicts = shown_verdicts(&mut open(export(&form)));
            let broken = verdicts.iter().filter(|(_, words)| words.iter().any(|word| word == "不成立"));
            assert_eq!(broken.map(|(id, _)| id).collect::<Vec<_>>(), ["form/filled@report.filled"]);
        }
    }
}
