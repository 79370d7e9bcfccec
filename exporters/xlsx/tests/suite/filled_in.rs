//! A form that was filled in is the report that was typed, whatever stands beside it.
use gouji_export::Kind;
use gouji_model::{CellState, Form, Report};
use gouji_read::{Input, Limits};
use gouji_recognise::{Hints, Recogniser};

use crate::office::{address, put, with_first_sheet};
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
