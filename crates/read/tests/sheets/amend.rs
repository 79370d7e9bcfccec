//! New numbers in single cells of workbooks.
use std::io::{Cursor, Read as _};

use gouji_model::{Origin, Place};
use gouji_read::{Amendment, Limits, amend};
use zip::ZipArchive;

use crate::writer::book;

const SHEET: &str = r#"<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>3</v></c><c r="D1"><f>B1*2</f><v>6</v></c></row><row r="2"><c t="inlineStr"><is><t>7</t></is></c><c t="s"><v>1</v></c></row></sheetData>"#;

fn new(cell: &str, text: &str) -> Amendment {
    let place = Place::Sheet { sheet: "表三".into(), cell: cell.into() };
    Amendment { origin: Origin::at(place), text: text.to_owned() }
}

fn sheet(bytes: &[u8]) -> String {
    let mut text = String::new();
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    zip.by_name("xl/worksheets/sheet0.xml").unwrap().read_to_string(&mut text).unwrap();
    text
}

fn others(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut all = Vec::new();
    for index in 0..zip.len() {
        let mut member = zip.by_index_raw(index).unwrap();
        let mut packed = Vec::new();
        member.read_to_end(&mut packed).unwrap();
        all.push((member.name().unwrap().into_owned(), packed));
    }
    all.retain(|(name, _)| name != "xl/worksheets/sheet0.xml");
    all
}

#[track_caller]
fn check(amendment: Amendment, old: &str, new: &str) {
    let before = book(&[("表三", "visible", SHEET)], &["总计", "12"], "");
    let after = amend(&before, &[amendment], &Limits::default()).unwrap();
    assert_eq!(sheet(&before).matches(old).count(), 1);
    assert_eq!(sheet(&after), sheet(&before).replace(old, new));
    assert_eq!(others(&after), others(&before));
}

#[test]
fn numbers_and_texts() {
    check(new("B1", "4"), r#"<c r="B1" s="1"><v>3</v></c>"#, r#"<c r="B1" s="1"><v>4</v></c>"#);
    check(new("A2", "8"), r#"<c t="inlineStr"><is><t>7</t></is></c>"#, "<c><v>8</v></c>");
    check(new("B2", "13"), r#"<c t="s"><v>1</v></c>"#, "<c><v>13</v></c>");
}

/// A formula stays, and a cell that the file leaves out is not read, so nothing can be put there.
#[test]
fn what_is_refused() {
    let before = book(&[("表三", "visible", SHEET)], &["总计", "12"], "");
    for (cell, key) in [("D1", "amend-formula"), ("C1", "amend-not-one-cell")] {
        let error = amend(&before, &[new(cell, "8")], &Limits::default()).unwrap_err();
        assert_eq!(error.0.key, key, "{cell}");
    }
}
