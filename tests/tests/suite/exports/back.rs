//! Spreadsheets that gouji wrote are read back: workbooks, forms to be filled in, tables of reports.
use gouji_edits::RuleBook;
use gouji_export::{Exporter, Kind};
use gouji_model::{Cell, CellState, Lang, Report};
use gouji_recognise::Hints;
use gouji_tests::{ReadReport, editions, read};

use super::FILES;
use super::press::{Press, text};

pub(super) fn workbook(press: &Press<'_>, kind: Kind) -> Vec<u8> {
    gouji_xlsx::Xlsx.export(&press.publication(kind)).unwrap().remove(0).bytes
}

pub(super) fn back<'a>(books: &'a [RuleBook], bytes: &[u8]) -> Vec<ReadReport<'a>> {
    read(books, bytes, &Hints::default()).unwrap()
}

/// States and texts of cells, with the ids of those beside the form.
pub(super) fn cells(report: &Report) -> Vec<(String, CellState, Option<&str>)> {
    let print = |cell: &Cell| cell.state;
    let own = report.cells.iter().enumerate().map(|(place, cell)| (place.to_string(), cell));
    let all = own.chain(report.extra.iter().map(|(id, cell)| (id.to_string(), cell)));
    let doubtful = |cell: &&Cell| cell.state == CellState::Unreadable;
    all.map(|(id, cell)| (id, print(cell), Some(cell).filter(doubtful).and_then(|cell| cell.raw.as_deref()))).collect()
}

pub(super) fn texts(report: &Report) -> Vec<(&str, &str)> {
    report.sections.iter().map(|section| (&*section.id, section.text.as_str())).collect()
}

/// Every state in several cells of each table.
pub(super) fn doubtful(books: &[RuleBook]) -> Report {
    let press = Press::of(books, &["consistent-2021.txt"]);
    let mut report = press.read[0].report.clone();
    let states = [CellState::Blank, CellState::Dash, CellState::Unreadable, CellState::Missing];
    for (place, cell) in report.cells.iter_mut().enumerate().filter(|(place, _)| place % 9 == 4) {
        let state = states[place / 9 % states.len()];
        let raw = match state {
            CellState::Unreadable => Some("见附件".into()),
            CellState::Dash => Some("/".into()),
            _ => None,
        };
        *cell = Cell { raw, ..Cell::of(state) };
    }
    report
}

#[test]
fn a_workbook_is_the_report_it_was_made_of() {
    let books = editions().unwrap();
    for (file, lang) in FILES.iter().flat_map(|file| [(file, Lang::Zh), (file, Lang::En)]) {
        let press = Press { lang, ..Press::of(&books, &[file]) };
        let found = back(&books, &workbook(&press, Kind::Report));
        let (was, is) = (&press.read[0].report, &found[0].report);
        assert_eq!(found.len(), 1);
        assert_eq!(cells(was), cells(is), "{file} {lang:?}");
        assert_eq!(texts(was), texts(is), "{file} {lang:?}");
        if lang == Lang::Zh {
            assert_eq!((was.year, &was.unit.name), (is.year, &is.unit.name), "{file}");
        }
    }
}

#[test]
fn every_state_comes_back() {
    let books = editions().unwrap();
    let report = doubtful(&books);
    let press = Press::with(&books, report.clone());
    let found = back(&books, &workbook(&press, Kind::Report));
    assert_eq!(cells(&report), cells(&found[0].report), "xlsx");
    let formats: [(&dyn Exporter, &str); 4] = [
        (&gouji_markdown::Markdown, ".md"),
        (&gouji_html::Html, ".html"),
        (&gouji_csv::Csv, ".long.csv"),
        (&gouji_csv::Csv, ".wide.csv"),
    ];
    for (exporter, suffix) in formats {
        let found = back(&books, text(exporter, &press.publication(Kind::Report), suffix).as_bytes());
        let same: Vec<_> = cells(&report)
            .into_iter()
            // A wide table has states but no texts.
            .map(|(id, state, raw)| (id, state, raw.filter(|_| suffix != ".wide.csv")))
            .collect();
        assert_eq!(same, cells(&found[0].report), "{suffix}");
    }
}

#[test]
fn a_form_to_be_filled_in_is_blank() {
    let books = editions().unwrap();
    for (book, before) in books.iter().flat_map(|book| [None, Some("consistent-2021.txt")].map(|file| (book, file))) {
        let read = before.map(|file| Press::of(&books, &[file]).read).unwrap_or_default();
        let press = Press { book, read, lang: Lang::Zh };
        let found = back(&books, &workbook(&press, Kind::BlankForm));
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].report.edition, book.edition.id);
        for (spec, cell) in book.form.cells.iter().zip(&found[0].report.cells) {
            assert_eq!(cell.state, CellState::Blank, "{}, last year {before:?}", spec.id);
        }
    }
}

#[test]
fn tables_of_reports_are_as_many_reports() {
    let books = editions().unwrap();
    let press = Press::of(&books, &FILES);
    let publication = press.publication(Kind::Batch);
    let mut files: Vec<(&str, Vec<u8>)> = [".long.csv", ".wide.csv"]
        .map(|suffix| (suffix, text(&gouji_csv::Csv, &publication, suffix).into_bytes()))
        .into();
    files.push((".xlsx", workbook(&press, Kind::Batch)));
    for (suffix, bytes) in files {
        let found = back(&books, &bytes);
        assert_eq!(found.len(), FILES.len(), "{suffix}");
        for (was, is) in press.read.iter().zip(&found) {
            let (was, is) = (&was.report, &is.report);
            assert_eq!(cells(was), cells(is), "{suffix}");
            assert_eq!((was.year, &was.unit.name, &was.edition), (is.year, &is.unit.name, &is.edition), "{suffix}");
            assert!(is.cells.iter().all(|cell| cell.state == CellState::Missing || cell.origin.is_some()), "{suffix}");
            assert!(is.notes.iter().any(|note| note.message.key == "reading-report-row" && note.origin.is_some()));
        }
    }
}

/// Headings that people write: the labels of row and column, in one row or in two.
#[test]
fn columns_are_told_by_labels() {
    let books = editions().unwrap();
    let press = Press::of(&books, &["faulty-2021.txt"]);
    let report = &press.read[0].report;
    let form = press.read[0].form();
    let zh: Vec<[&str; 2]> =
        form.cells.iter().map(|spec| [&*spec.axis_names.row.zh, &*spec.axis_names.column.zh]).collect();
    let print = |cell: &Cell| cell.value().map_or_else(String::new, |number| number.to_string());
    let values: Vec<String> = report.cells.iter().map(print).collect();
    let one = zh.iter().map(|path| path.concat()).collect::<Vec<_>>().join(",");
    let one = format!("单位,年度,{one}\n松渡县水利局,2023年,{}\n", values.join(","));
    let rows = [0, 1].map(|place| zh.iter().map(|path| path[place]).collect::<Vec<_>>().join(","));
    let two = format!(",,{}\n单位,年度,{}\n松渡县水利局,2023,{}\n", rows[0], rows[1], values.join(","));
    for table in [one, two] {
        let found = back(&books, table.as_bytes());
        assert_eq!(found.len(), 1);
        let found = &found[0].report;
        assert_eq!((found.year, found.unit.name.as_deref()), (Some(2023), Some("松渡县水利局")));
        for ((spec, was), is) in form.cells.iter().zip(&report.cells).zip(&found.cells) {
            assert_eq!(was.value(), is.value(), "{}", spec.id);
        }
    }
}

/// A row that lost a cell is told, the others are read.
#[test]
fn a_row_of_another_length_is_no_report() {
    let books = editions().unwrap();
    let press = Press::of(&books, &["faulty-2021.txt", "consistent-2021.txt"]);
    let wide = text(&gouji_csv::Csv, &press.publication(Kind::Batch), ".wide.csv");
    let mut lines: Vec<String> = wide.lines().map(str::to_owned).collect();
    lines[1] = lines[1].replacen(",number,", ",", 1);
    let found = back(&books, lines.join("\n").as_bytes());
    assert_eq!(found.len(), 1);
    assert_eq!(cells(&press.read[1].report), cells(&found[0].report));
    assert!(found[0].report.notes.iter().any(|note| note.message.key == "reading-row-refused"));
}
