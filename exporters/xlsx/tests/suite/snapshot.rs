//! Workbooks as text.
use gouji_export::Kind;

use crate::support::{Case, book, books, export, publication};
use crate::workbook_text::workbook_text;

#[test]
fn a_report_with_faults() {
    let books = books();
    let case = Case::read(books, "faulty-2021.txt");
    insta::assert_snapshot!(workbook_text(&case.workbook(), 60));
}

#[test]
fn a_mixed_form() {
    let books = books();
    let case = Case::read(books, "mixed-2023.txt");
    insta::assert_snapshot!(workbook_text(&case.workbook(), 30));
}

#[test]
fn a_blank_form_with_last_year_beside() {
    let books = books();
    let before = Case::read(books, "consistent-2019.txt");
    let form = publication(Kind::BlankForm, book(books, "2021"), vec![before.judged()]);
    insta::assert_snapshot!(workbook_text(&export(&form), 30));
}

#[test]
fn a_batch() {
    let books = books();
    let cases = ["faulty-2021.txt", "consistent-2019.txt"].map(|file| Case::read(books, file));
    let latest = book(books, "2021");
    let mut batch = publication(Kind::Batch, latest, cases.iter().map(Case::judged).collect());
    batch.meta.progress = crate::support::progress();
    batch.meta.long_table = true;
    insta::assert_snapshot!(workbook_text(&export(&batch), 20));
}
