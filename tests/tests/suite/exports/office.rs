//! Workbooks that gouji wrote and LibreOffice saved in its own formats are read back as the one report that they hold.
use std::path::Path;
use std::process::Command;

use gouji_edits::RuleBook;
use gouji_export::Kind;
use gouji_model::{CellState, Lang, WORKBOOK_SHEETS};
use gouji_tests::{ReadReport, editions};

use super::FILES;
use super::back::{back, cells, doubtful, texts, workbook};
use super::press::Press;

/// Whether LibreOffice is there; where all tools are asked for (`GOUJI_ALL_TOOLS=1`), it must be.
fn has_office() -> bool {
    let found = Command::new("soffice").arg("--version").output().is_ok();
    assert!(found || std::env::var_os("GOUJI_ALL_TOOLS").is_none(), "soffice is not installed");
    if !found {
        println!("skipped: soffice is not installed, so nothing is saved in other formats");
    }
    found
}

/// The workbooks of a folder, `0.xlsx` and so on, saved in a format, in their order.
fn saved(folder: &Path, format: &str) -> Vec<Vec<u8>> {
    let count = std::fs::read_dir(folder).unwrap().filter(|entry| entry.as_ref().unwrap().path().is_file()).count();
    let files: Vec<_> = (0..count).map(|number| folder.join(format!("{number}.xlsx"))).collect();
    let out = folder.join("out");
    let output = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}", folder.join("profile").display()))
        .args(["--headless", "--convert-to", format, "--outdir"])
        .arg(&out)
        .args(files)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    (0..count).map(|number| std::fs::read(out.join(format!("{number}.{format}"))).unwrap()).collect()
}

fn write(folder: &Path, workbooks: &[Vec<u8>]) {
    for (number, bytes) in workbooks.iter().enumerate() {
        std::fs::write(folder.join(format!("{number}.xlsx")), bytes).unwrap();
    }
}

fn only<'a>(books: &'a [RuleBook], bytes: &[u8], format: &str) -> ReadReport<'a> {
    let mut found = back(books, bytes);
    assert_eq!(found.len(), 1, "{format}");
    found.remove(0)
}

fn notes<'r>(read: &'r ReadReport<'_>) -> Vec<&'r str> {
    read.report.notes.iter().map(|note| &*note.message.key).collect()
}

#[test]
fn ods_and_xls_are_the_report_and_the_blank_form() {
    if !has_office() {
        return;
    }
    let books = editions().unwrap();
    let mut presses: Vec<Press<'_>> = FILES.iter().map(|file| Press::of(&books, &[file])).collect();
    presses.push(Press::with(&books, doubtful(&books)));
    presses.push(Press { lang: Lang::En, ..Press::of(&books, &[FILES[1]]) });
    let form = Press::of(&books, &["consistent-2021.txt"]);
    let mut workbooks: Vec<Vec<u8>> = presses.iter().map(|press| workbook(press, Kind::Report)).collect();
    workbooks.push(workbook(&form, Kind::BlankForm));
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), &workbooks);
    for format in ["ods", "xls"] {
        let files = saved(folder.path(), format);
        for ((press, bytes), written) in presses.iter().zip(&files).zip(&workbooks) {
            let is = only(&books, bytes, format);
            assert_eq!(notes(&only(&books, written, "xlsx")), notes(&is), "{format}");
            let was = &press.read[0].report;
            assert_eq!(cells(was), cells(&is.report), "{format}");
            assert_eq!(texts(was), texts(&is.report), "{format}");
        }
        // Last year's numbers stand beside the form.
        let blank = only(&books, files.last().unwrap(), format);
        for (spec, cell) in blank.form().cells.iter().zip(&blank.report.cells) {
            assert_eq!(cell.state, CellState::Blank, "{format} {}", spec.id);
        }
    }
}

/// What readers know the workbook by is what the exporter writes.
#[test]
fn sheets_have_the_names_that_readers_know() {
    let keys = ["workbook-sheet-report", "workbook-sheet-checks", "workbook-sheet-readings"];
    for (lang, names) in [Lang::Zh, Lang::En].into_iter().zip(WORKBOOK_SHEETS) {
        assert_eq!(keys.map(|key| gouji_model::render(&gouji_model::Message::new(key), lang)), names);
    }
}
