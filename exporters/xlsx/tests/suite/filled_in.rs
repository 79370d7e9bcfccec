//! A form that was filled in is the report that was typed, whatever stands beside it.
use calamine::{Data, Reader as _};
use gouji_export::Kind;
use gouji_model::{CellState, Form, Report};
use gouji_read::{Input, Limits};
use gouji_recognise::{Hints, Recogniser};

use crate::office::{self, address, put, with_first_sheet};
use crate::support::{Case, book, books, export, open, places, publication};

/// The form with the numbers of a report typed into its cells.
fn filled(workbook: Vec<u8>, form: &Form, report: &Report) -> Vec<u8> {
    let places = places(&open(workbook.clone()));
    let typed = form.cells.iter().zip(&report.cells).filter_map(|(spec, cell)| match cell.state {
        CellState::Number(number) => Some((address(places[&*spec.id]), format!("><v>{number}</v></c>"))),
        _ => None,
    });
    let typed: Vec<(String, String)> = typed.collect();
    with_first_sheet(workbook, |xml| typed.iter().fold(xml, |xml, (cell, content)| put(&xml, cell, content)))
}

/// The states of all cells as they are read from a workbook.
fn read(bytes: &[u8]) -> Vec<CellState> {
    let document = match gouji_read::read(bytes, &Limits::default()).unwrap() {
        Input::Document(document) => document,
        Input::Report(_) | Input::Parts(_) => panic!("the workbook is one document"),
    };
    let mut reports = Recogniser::new(books()).recognise(&document, &Hints::default()).unwrap();
    assert_eq!(reports.len(), 1);
    reports.remove(0).cells.iter().map(|cell| cell.state).collect()
}

#[test]
fn last_years_numbers_are_no_part_of_the_report() {
    let books = books();
    let this_year = Case::read(books, "consistent-2021.txt");
    for before in ["faulty-2021.txt", "consistent-2019.txt", "mixed-2023.txt"] {
        let before = Case::read(books, before);
        let form = publication(Kind::BlankForm, book(books, "2021"), vec![before.judged()]);
        let states = read(&filled(export(&form), &this_year.book.form, &this_year.report));
        let expected: Vec<CellState> = this_year.report.cells.iter().map(|cell| cell.state).collect();
        assert!(expected.iter().all(|state| matches!(state, CellState::Number(_))));
        assert_eq!(states, expected);
    }
}

/// The rows of 勾稽核对 as table, relation, verdict and id.
fn checks(bytes: Vec<u8>) -> Vec<[String; 4]> {
    let range = open(bytes).worksheet_range("勾稽核对").unwrap();
    let text = |row: &[Data], column: usize| row[column].to_string();
    range.rows().skip(3).map(|row| [0, 3, 7, 9].map(|column| text(row, column))).collect()
}

/// What the row over folded ones must say of them.
fn folded(rows: &[&[String; 4]]) -> (String, String) {
    let broken = rows.iter().find(|row| row[2] == "不成立").map(|row| row[1].clone());
    let count = |word: &str| rows.iter().filter(|row| row[2] == word).count();
    let relation = broken.unwrap_or_else(|| format!("共 {} 项，点左边的“+”逐项查看", rows.len()));
    let verdict = match (count("不成立"), count("无法判断"), count("成立")) {
        (0, 0, 0) => "均不适用".to_owned(),
        (0, 0, _) => "均成立".to_owned(),
        (0, unjudged, _) => format!("{unjudged} 项无法判断"),
        (broken, ..) => format!("{broken} 项不成立"),
    };
    (relation, verdict)
}

#[test]
fn folded_rows_are_told_over_them() {
    let books = books();
    let form = export(&publication(Kind::BlankForm, book(books, "2021"), Vec::new()));
    let faulty = Case::read(books, "faulty-2021.txt");
    let mut workbooks = vec![form.clone()];
    if office::is_there() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("a.xlsx"), filled(form, &faulty.book.form, &faulty.report)).unwrap();
        office::recalculate(folder.path());
        workbooks.push(std::fs::read(folder.path().join("out/a.xlsx")).unwrap());
    }
    let mut said = Vec::new();
    for workbook in workbooks {
        let rows = checks(workbook);
        let folds: Vec<usize> = (0..rows.len()).filter(|row| !rows[*row][3].contains('@')).collect();
        assert!(folds.len() > 10, "{folds:?}");
        for fold in folds {
            let [table, relation, verdict, rule] = &rows[fold];
            let below = rows[fold + 1..].iter();
            let own: Vec<&[String; 4]> =
                below.take_while(|row| row[0] == *table && row[3].starts_with(&format!("{rule}@"))).collect();
            assert!(own.len() > 1, "{rule}");
            assert_eq!((relation.clone(), verdict.clone()), folded(&own), "{rule}");
            said.push(verdict.clone());
        }
    }
    if office::is_there() {
        assert!(said.iter().any(|verdict| verdict.ends_with("项不成立")), "{said:?}");
    }
}
