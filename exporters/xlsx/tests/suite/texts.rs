//! Text that could act stays text; what no cell can hold is refused with its place.
use calamine::{Data, Reader as _};
use gouji_export::{Exporter as _, Kind};
use gouji_model::SectionText;
use gouji_xlsx::Xlsx;

use crate::support::{Case, books, open, publication};

#[test]
fn text_that_looks_like_a_formula_stays_text() {
    let books = books();
    let mut case = Case::read(books, "faulty-2021.txt");
    for start in ["=1+1", "+1", "-cmd", "@SUM(A1)", "=HYPERLINK(\"http://x\")"] {
        case.report.unit.name = Some(start.into());
        case.report.sections[0].text = start.to_owned();
        case.report.cells[0] =
            gouji_model::Cell { state: gouji_model::CellState::Dash, raw: Some(start.into()), origin: None };
        let mut workbook = open(case.workbook());
        let formulas = workbook.worksheet_formula("年报").unwrap();
        assert_eq!(formulas.cells().filter(|(_, _, text)| !text.is_empty()).count(), 0, "{start}");
        let range = workbook.worksheet_range("年报").unwrap();
        assert!(range.used_cells().filter(|(_, _, value)| **value == Data::String(start.to_owned())).count() >= 2);
    }
}

#[test]
fn control_characters_are_refused_with_their_place() {
    let books = books();
    let mut case = Case::read(books, "consistent-2021.txt");
    case.report.sections[0].text = "一\u{1}二".to_owned();
    let error = Xlsx.export(&publication(Kind::Report, case.book, vec![case.judged()])).unwrap_err();
    assert_eq!(
        gouji_model::render(&error.0, gouji_model::Lang::Zh),
        "年报!A4 有不能写入工作簿的控制字符 U+0001；请先在原文中删去"
    );
}

#[test]
fn prose_longer_than_a_cell_is_split() {
    let books = books();
    let mut case = Case::read(books, "consistent-2021.txt");
    let text = format!("{}\n短段。", "长".repeat(40_000));
    case.report.sections = vec![SectionText {
        id: "overview".into(),
        heading: "一、总体情况".to_owned(),
        text: text.clone(),
        origin: None,
    }];
    let mut workbook = open(case.workbook());
    let range = workbook.worksheet_range("年报").unwrap();
    let shown: String = range.rows().skip(3).take(3).map(|row| row[0].to_string()).collect();
    assert_eq!(shown, text.replace('\n', ""));
}

#[test]
fn a_notice_has_no_workbook() {
    let books = books();
    let case = Case::read(books, "consistent-2021.txt");
    let error = Xlsx.export(&publication(Kind::Notice, case.book, vec![case.judged()])).unwrap_err();
    assert_eq!(error.0.key, "export-unsupported");
}
