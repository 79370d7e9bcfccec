//! The workbook as text: cells, formulas, merged cells.
use std::fmt::Write as _;

use calamine::{Data, Reader as _};
use gouji_export::Kind;

use crate::support::{Case, Workbook, book, books, export, open, publication};

/// Every sheet: merged areas, then cells with what is shown and the formula behind it.
fn text(workbook: &mut Workbook, most_rows: u32) -> String {
    let mut text = String::new();
    for name in workbook.sheet_names() {
        let _ = writeln!(text, "== {name}");
        let merged = workbook.merge_cells_by_sheet_name(&name).unwrap_or_default();
        let merged: Vec<String> =
            merged.iter().map(|area| format!("{}:{}", address(area.start), address(area.end))).collect();
        let _ = writeln!(text, "merged {}", merged.join(" "));
        let formulas = workbook.worksheet_formula(&name).unwrap();
        let range = workbook.worksheet_range(&name).unwrap();
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, value) in range.used_cells() {
            let place = (top + u32::try_from(row).unwrap(), left + u32::try_from(column).unwrap());
            if place.0 >= most_rows || *value == Data::String(String::new()) {
                continue;
            }
            let formula = formulas.get_value(place).filter(|formula| !formula.is_empty());
            let formula = formula.map(|formula| format!("  ={formula}")).unwrap_or_default();
            let _ = writeln!(text, "{} {value}{formula}", address(place));
        }
    }
    text
}

fn address((row, column): (u32, u32)) -> String {
    let letter = |index: u32| char::from(b'A' + u8::try_from(index).unwrap());
    let letters = if column < 26 {
        letter(column).to_string()
    } else {
        format!("{}{}", letter(column / 26 - 1), letter(column % 26))
    };
    format!("{letters}{}", row + 1)
}

#[test]
fn a_report_with_faults() {
    let books = books();
    let case = Case::read(books, "faulty-2021.txt");
    insta::assert_snapshot!(text(&mut open(case.workbook()), 120));
}

#[test]
fn a_mixed_form() {
    let books = books();
    let case = Case::read(books, "mixed-2023.txt");
    insta::assert_snapshot!(text(&mut open(case.workbook()), 60));
}

#[test]
fn a_blank_form() {
    let books = books();
    let form = publication(Kind::BlankForm, book(books, "2019"), Vec::new());
    insta::assert_snapshot!(text(&mut open(export(&form)), 40));
}

#[test]
fn a_batch() {
    let books = books();
    let cases = ["faulty-2021.txt", "consistent-2019.txt"].map(|file| Case::read(books, file));
    let latest = book(books, "2021");
    let batch = publication(Kind::Batch, latest, cases.iter().map(Case::judged).collect());
    insta::assert_snapshot!(text(&mut open(export(&batch)), 120));
}
