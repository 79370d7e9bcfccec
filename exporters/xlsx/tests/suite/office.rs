//! Recalculated by LibreOffice after editing, the sheet's verdicts are those of judging the edited report.
use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;
use std::process::Command;

use calamine::{Data, Reader as _};
use gouji_edits::MISSING_TEXT;
use gouji_model::{Cell, CellState, Number, Report};

use crate::support::{Case, REPORTS, books, open, places, shown_verdicts};

/// Workbooks, and edits in each: 200 edits.
const FILES: usize = 20;
const EDITS: usize = 10;

/// A profile that recalculates every formula when a file is opened.
const PROFILE: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"#;

/// A small generator of the same numbers every time (xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % bound as u64).unwrap()
    }
}

/// What is typed into a cell: the state it means, and its XML.
fn typed(dice: &mut Dice) -> (CellState, String) {
    let number = |text: &str| {
        let value: Number = text.parse().unwrap();
        (CellState::Number(value), format!("><v>{text}</v></c>"))
    };
    let words = |state: CellState, text: &str| {
        (state, format!(" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>"))
    };
    match dice.below(14) {
        0..=4 => number(&dice.below(15).to_string()),
        5 => number(["2.5", "-3", "1000000", "0.1"][dice.below(4)]),
        6 | 7 => (CellState::Blank, "/>".to_owned()),
        8 => words(CellState::Dash, ["/", "—", "-", "无", "－"][dice.below(5)]),
        9 => words(
            CellState::Unreadable,
            ["abc", "约三件", "1/2", "3月5日", "12%", "1e3", "TRUE", "12:30"][dice.below(8)],
        ),
        10 => words(CellState::Missing, MISSING_TEXT),
        11 | 12 => {
            let text = ["12", "0", "-3", "2.50", " 7 ", "1000000"][dice.below(6)];
            words(CellState::Number(text.trim().parse().unwrap()), text)
        }
        _ => words(CellState::Blank, "  "),
    }
}

/// Replaces the content of a cell in a sheet's XML, keeping its style.
pub(crate) fn put(xml: &str, address: &str, content: &str) -> String {
    let start = xml.find(&format!("<c r=\"{address}\"")).unwrap_or_else(|| panic!("no cell {address}"));
    let head = xml[start..].find(['>']).unwrap() + start;
    let end = if xml[..head].ends_with('/') { head + 1 } else { xml[start..].find("</c>").unwrap() + start + 4 };
    let style = xml[start..head].find("s=\"").map(|at| {
        let rest = &xml[start + at..head];
        rest[..rest[3..].find('"').unwrap() + 4].to_owned()
    });
    format!("{}<c r=\"{address}\" {}{content}{}", &xml[..start], style.unwrap_or_default(), &xml[end..])
}

/// The workbook with its first sheet changed.
pub(crate) fn with_first_sheet(bytes: Vec<u8>, change: impl Fn(String) -> String) -> Vec<u8> {
    let mut old = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut new = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..old.len() {
        let mut file = old.by_index(index).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        if name == "xl/worksheets/sheet1.xml" {
            content = change(String::from_utf8(content).unwrap()).into_bytes();
        }
        new.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        new.write_all(&content).unwrap();
    }
    new.finish().unwrap().into_inner()
}

/// `B3`, from row and column counted from 0.
pub(crate) fn address((row, column): (u32, u32)) -> String {
    rust_xlsxwriter::utility::row_col_to_cell(row, u16::try_from(column).unwrap())
}

/// A workbook edited by hand, and the report that it then holds.
fn edited(case: &Case<'_>, dice: &mut Dice) -> (Vec<u8>, Report) {
    let bytes = case.workbook();
    let places = places(&open(bytes.clone()));
    let ids: Vec<&String> = places.keys().collect();
    let mut report = case.report.clone();
    let mut changes = Vec::new();
    for _ in 0..EDITS {
        let id = ids[dice.below(ids.len())];
        let (state, xml) = typed(dice);
        report.set(&case.book.form, id, Cell::of(state));
        changes.push((address(places[id]), xml));
    }
    let bytes =
        with_first_sheet(bytes, |xml| changes.iter().fold(xml, |xml, (cell, content)| put(&xml, cell, content)));
    (bytes, report)
}

/// A workbook whose one formula has a wrong cached result.
fn wrong_result() -> Vec<u8> {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_number(0, 0, 5).unwrap();
    sheet.write_formula(1, 0, rust_xlsxwriter::Formula::new("SUM(A1)").set_result("99")).unwrap();
    workbook.save_to_buffer().unwrap()
}

/// Whether LibreOffice is there; says so where it is not.
pub(crate) fn is_there() -> bool {
    let is_there = Command::new("soffice").arg("--version").output().is_ok();
    if !is_there {
        println!("skipped: soffice is not installed, so nothing recalculates");
    }
    is_there
}

/// Converts all workbooks of a folder in one call.
pub(crate) fn recalculate(folder: &Path) {
    let profile = folder.join("profile");
    std::fs::create_dir_all(profile.join("user")).unwrap();
    std::fs::write(profile.join("user/registrymodifications.xcu"), PROFILE).unwrap();
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "xlsx"));
    files.sort();
    let output = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}", profile.display()))
        .args(["--headless", "--convert-to", "xlsx", "--outdir"])
        .arg(folder.join("out"))
        .args(files)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn after_editing_and_recalculating_verdicts_are_those_of_judging() {
    if !is_there() {
        return;
    }
    let books = books();
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("wrong.xlsx"), wrong_result()).unwrap();
    let cases: Vec<Case<'_>> = REPORTS.iter().map(|file| Case::read(books, file)).collect();
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    let mut reports = Vec::new();
    for number in 0..FILES {
        let (bytes, report) = edited(&cases[number % cases.len()], &mut dice);
        std::fs::write(folder.path().join(format!("{number:02}.xlsx")), bytes).unwrap();
        reports.push(report);
    }
    recalculate(folder.path());

    let read = |name: String| open(std::fs::read(folder.path().join("out").join(name)).unwrap());
    let corrected = read("wrong.xlsx".to_owned()).worksheet_range("Sheet1").unwrap().get_value((1, 0)).cloned();
    assert_eq!(corrected, Some(Data::Float(5.0)), "LibreOffice did not recalculate: nothing below would mean anything");
    let mut changed = 0;
    for (number, report) in reports.into_iter().enumerate() {
        let before = cases[number % cases.len()].verdicts();
        let case = Case::of(books, report);
        let shown = shown_verdicts(&mut read(format!("{number:02}.xlsx")));
        for (id, expected) in case.verdicts() {
            assert_eq!(shown.get(&id), Some(&expected), "workbook {number}: {id}, before {:?}", before.get(&id));
            changed += usize::from(before.get(&id) != Some(&expected));
        }
    }
    assert!(changed > 500, "only {changed} verdicts changed");
}
