//! Whatever a report holds, every format takes it, and what is read gives it back.

use gouji_edits::RuleBook;
use gouji_export::{Exporter, Kind};
use gouji_model::{Cell, CellState, LayoutKind, Number, Report, SectionText};
use gouji_recognise::Hints;
use gouji_tests::books;
use proptest::prelude::*;

use super::EXPORTERS;
use super::markup::Markup;
use super::press::{Press, bytes, text};

fn number() -> impl Strategy<Value = Cell> {
    (-1_000_000_000_i64..1_000_000_000, 0_u8..=6)
        .prop_map(|(units, scale)| Cell::number(Number::new(units, scale).unwrap()))
}

/// Any cell, with any print.
fn cell() -> impl Strategy<Value = Cell> {
    let raw = proptest::option::of("\\PC{1,12}");
    let other =
        (prop::sample::select(vec![CellState::Blank, CellState::Dash, CellState::Unreadable, CellState::Missing]), raw);
    prop_oneof![3 => number(), 1 => other.prop_map(|(state, raw)| Cell { raw: raw.map(Into::into), ..Cell::of(state) })]
}

/// A cell as readers make them.
fn read_cell() -> impl Strategy<Value = Cell> {
    let raw = |state: CellState, raw: &str| Cell { raw: Some(raw.into()), ..Cell::of(state) };
    let dash = prop::sample::select(vec!["/", "-", "—", "无"]).prop_map(move |print| raw(CellState::Dash, print));
    let unreadable = prop::sample::select(vec!["详见附件", "一百二十", "=1+1", "约3件左右", "2O", "<b>", "a|b"])
        .prop_map(move |print| raw(CellState::Unreadable, print));
    let blank = Just(Cell::of(CellState::Blank));
    prop_oneof![6 => number(), 1 => blank, 1 => dash, 1 => unreadable, 1 => Just(Cell::default())]
}

/// A paragraph of prose; some begin as formulas do.
fn paragraph() -> impl Strategy<Value = String> {
    "[=+@-]?[甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥]{20,40}[<>&\"'*_|]{0,3}[天地玄黄宇宙洪荒]{3,9}。"
}

/// A report with the sections of its form, the last of them with prose; of the mixed form where asked for.
fn report(edition: usize, cells: &[Cell], mixed: bool, prose: &[String]) -> Report {
    let form = &books()[edition].form;
    let mut report = Report::empty(form);
    report.year = Some(2019 + 2 * i32::try_from(edition).unwrap());
    report.unit.name = Some("云岭县民政局".into());
    let count = report.cells.len();
    report.cells.clone_from_slice(&cells[..count]);
    let group = |id: &str| form.slot(id).filter(|slot| matches!(slot, gouji_model::Slot::Group(_)));
    let table = form.table("requests").unwrap();
    let columns = table.column_ids();
    if mixed && group("requests.otherwise.total").is_some() {
        for (position, column) in columns.iter().enumerate() {
            let slot = group(&format!("requests.otherwise.{column}")).unwrap();
            for cell in form.slot_cells(&slot) {
                *report.cell_mut(*cell) = Cell::default();
            }
            report
                .extra
                .insert(format!("requests.otherwise.{column}").into(), Cell::number(i32::try_from(position).unwrap()));
        }
    }
    for section in &form.sections {
        let text = if &*section.id == "problems" { prose.join("\n") } else { String::new() };
        let heading = section.name().zh.to_string();
        report.sections.push(SectionText { id: section.id.clone(), heading, text, origin: None });
    }
    report
}

/// What must come back: states with numbers, texts that are no numbers, prose.
#[derive(Debug, PartialEq)]
struct Outline<'a> {
    title: (Option<i32>, Option<&'a str>),
    cells: Vec<(&'a str, CellState, Option<&'a str>)>,
    sections: Vec<(&'a str, &'a str)>,
}

fn outline(report: &Report) -> Outline<'_> {
    let book = books().iter().find(|book| book.edition.id == report.edition).unwrap();
    let own = book.form.cells.iter().map(|spec| &*spec.id).zip(&report.cells);
    let all = own.chain(report.extra.iter().map(|(id, cell)| (&**id, cell)));
    let cells = all.map(|(id, cell)| {
        let raw = (cell.state == CellState::Unreadable).then_some(cell.raw.as_deref()).flatten();
        (id, cell.state, raw)
    });
    let sections = report.sections.iter().map(|section| (&*section.id, &*section.text));
    let title = (report.year, report.unit.name.as_deref());
    Outline { title, cells: cells.collect(), sections: sections.collect() }
}

/// The cells of a row between pipes.
fn pipes(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut characters = line.trim_matches(' ').trim_start_matches('|').chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => cells.last_mut().unwrap().extend(characters.next()),
            '|' => cells.push(String::new()),
            character => cells.last_mut().unwrap().push(character),
        }
    }
    cells.pop();
    cells.iter().map(|cell| cell.trim().to_owned()).collect()
}

/// White space at the ends and its kind play no part in a cell.
fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Id, state, number and print of every cell in the file with one row a cell.
fn csv_cells(press: &Press<'_>) -> Vec<[String; 4]> {
    let file = text(&gouji_csv::Csv, &press.publication(Kind::Report), ".long.csv");
    let mut reader = csv::Reader::from_reader(file.trim_start_matches('\u{feff}').as_bytes());
    let column = |name: &str, reader: &mut csv::Reader<&[u8]>| {
        reader.headers().unwrap().iter().position(|header| header == name).unwrap()
    };
    let columns = ["id", "state", "value", "raw"].map(|name| column(name, &mut reader));
    reader
        .records()
        .map(|record| {
            let record = record.unwrap();
            columns.map(|column| record[column].to_owned())
        })
        .collect()
}

/// The same of the report itself; print that would act has an apostrophe before it.
fn own_cells(report: &Report, book: &RuleBook) -> Vec<[String; 4]> {
    let own = book.form.cells.iter().map(|spec| &*spec.id).zip(&report.cells);
    let all = own.chain(report.extra.iter().map(|(id, cell)| (&**id, cell)));
    let row = |(id, cell): (&str, &Cell)| {
        let (state, value) = match cell.state {
            CellState::Number(number) => ("number", number.to_string()),
            CellState::Blank => ("blank", String::new()),
            CellState::Dash => ("dash", String::new()),
            CellState::Unreadable => ("unreadable", String::new()),
            CellState::Missing => ("missing", String::new()),
        };
        let raw = cell.raw.as_deref().unwrap_or_default();
        let acts = raw.trim_start_matches('\'').starts_with(['=', '+', '-', '@']);
        [id.to_string(), state.to_owned(), value, if acts { format!("'{raw}") } else { raw.to_owned() }]
    };
    all.map(row).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, max_shrink_iters: 64, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn every_format_takes_any_report_and_json_gives_it_back(
        edition in 0_usize..2,
        cells in prop::collection::vec(cell(), 200),
        group in cell(),
        prose in "(\\PC|\n){0,200}",
        unit in proptest::option::of("\\PC{1,20}"),
    ) {
        let book = &books()[edition];
        let mut report = Report::empty(&book.form);
        report.year = Some(2019 + 2 * i32::try_from(edition).unwrap());
        report.unit.name = unit.map(Into::into);
        let count = report.cells.len();
        report.cells.clone_from_slice(&cells[..count]);
        report.extra.insert("requests.otherwise.total".into(), group);
        report.sections.push(SectionText { id: "other".into(), heading: "六、".to_owned(), text: prose, origin: None });
        let press = Press::with(books(), report.clone());
        let json = text(&gouji_json::Json, &press.publication(Kind::Report), ".json");
        let back = gouji_tests::read(books(), json.as_bytes(), &Hints::default()).unwrap();
        prop_assert_eq!(&back[0].report, &report);
        for exporter in EXPORTERS {
            prop_assert!(exporter.export(&press.publication(Kind::Report)).is_ok());
        }
        Markup::of(&text(&gouji_html::Html, &press.publication(Kind::Report), ".html"));
        prop_assert_eq!(csv_cells(&press), own_cells(&report, book));
    }

    #[test]
    fn tables_of_markdown_hold_every_cell(
        edition in 0_usize..2,
        cells in prop::collection::vec(cell(), 200),
        mixed in any::<bool>(),
    ) {
        let report = report(edition, &cells, mixed, &[]);
        let press = Press::with(books(), report.clone());
        let page = text(&gouji_markdown::Markdown, &press.publication(Kind::Report), ".md");
        let rows: Vec<Vec<String>> = page.lines().filter(|line| line.starts_with('|')).map(pipes).collect();
        for table in gouji_export::report_tables(press.publication(Kind::Report).reports[0].printed()) {
            for cell in table.cells.iter().filter(|cell| matches!(cell.kind, LayoutKind::Value(_))) {
                let labels = table.cells.iter().filter(|other| {
                    matches!(other.kind, LayoutKind::Row(_)) && (other.row..other.row + other.rowspan).contains(&cell.row)
                });
                let labels: Vec<&str> = labels.map(|label| &*label.text).collect();
                let printed = folded(&cell.text);
                let found = rows.iter().any(|row| {
                    row.get(usize::from(cell.column)).is_some_and(|text| folded(text) == printed)
                        && labels.iter().all(|label| row.iter().any(|text| text == label))
                });
                prop_assert!(found, "{labels:?} {printed}\n{page}");
            }
        }
    }

    #[test]
    fn documents_give_back_any_report(
        edition in 0_usize..2,
        cells in prop::collection::vec(read_cell(), 200),
        mixed in any::<bool>(),
        prose in prop::collection::vec(paragraph(), 0..4),
    ) {
        let report = report(edition, &cells, mixed, &prose);
        let press = Press::with(books(), report.clone());
        let formats: [(&dyn Exporter, &str); 2] = [(&gouji_html::Html, ".html"), (&gouji_docx::Docx, ".docx")];
        for (exporter, suffix) in formats {
            let page = bytes(exporter, &press.publication(Kind::Report), suffix);
            let back = gouji_tests::read(books(), &page, &Hints::default()).unwrap();
            prop_assert_eq!(outline(&back[0].report), outline(&report), "{}", suffix);
        }
    }
}
