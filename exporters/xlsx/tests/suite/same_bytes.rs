//! Equal input gives equal bytes.
use gouji_export::Kind;

use crate::support::{Case, books, export, publication};

#[test]
fn equal_input_gives_equal_bytes() {
    let books = books();
    let case = Case::read(books, "faulty-2021.txt");
    assert!(case.workbook() == case.workbook());
    for kind in [Kind::BlankForm, Kind::Batch] {
        let reports = if kind == Kind::Batch { vec![case.judged(), case.judged()] } else { Vec::new() };
        let publication = publication(kind, case.book, reports);
        assert!(export(&publication) == export(&publication), "{kind:?}");
    }
}

#[test]
fn without_a_date_nothing_is_dated_by_the_clock() {
    let books = books();
    let case = Case::read(books, "consistent-2021.txt");
    let mut publication = publication(Kind::Report, case.book, vec![case.judged()]);
    publication.meta.date = None;
    let first = export(&publication);
    std::thread::sleep(std::time::Duration::from_millis(1100));
    assert!(first == export(&publication));
}
