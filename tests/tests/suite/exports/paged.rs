//! Formats with pages: what is printed on them, and that it is read back.
use gouji_export::{Artifact, Exporter, Kind};
use gouji_model::{Block, Cell, CellState, Lang, Report, SectionText};
use gouji_read::{Input, Limits};
use gouji_recognise::Hints;
use proptest::prelude::*;

use super::press::Press;
use gouji_tests::books;

use super::{FILES, hostile, stable};

/// The formats, with what follows the infix in the suffix of their files.
const PAGED: [(&dyn Exporter, &str); 2] = [(&gouji_pdf::Pdf, ".pdf"), (&gouji_pdfa::Pdfa, ".pdfa.pdf")];

#[track_caller]
fn bytes(exporter: &dyn Exporter, press: &Press<'_>, kind: Kind, suffix: &str) -> Vec<u8> {
    let artifacts: Vec<Artifact> = exporter.export(&press.publication(kind)).unwrap();
    artifacts.into_iter().find(|artifact| artifact.suffix == suffix).unwrap().bytes
}

fn pages(bytes: &[u8]) -> usize {
    let count = |mark: &[u8]| bytes.windows(mark.len()).filter(|window| *window == mark).count();
    count(b"/Type/Page") + count(b"/Type /Page") - count(b"/Type/Pages") - count(b"/Type /Pages")
}

/// What the reader of PDF finds: paragraphs as lines, rows of tables between bars.
fn text(bytes: &[u8]) -> String {
    let Input::Document(document) = gouji_read::read(bytes, &Limits::default()).unwrap() else { unreachable!() };
    let mut lines = vec![format!("[{} pages]", pages(bytes))];
    for block in &document.blocks {
        match block {
            Block::Paragraph(paragraph) => lines.push(paragraph.text.clone()),
            Block::Grid(grid) => {
                for row in &grid.rows {
                    let cells: Vec<String> = row.iter().map(|cell| cell.text.replace('\n', "⏎")).collect();
                    lines.push(format!("| {} |", cells.join(" | ")));
                }
            }
            Block::Picture(_) => lines.push("[picture]".to_owned()),
        }
    }
    lines.join("\n")
}

#[test]
fn pdf() {
    for file in FILES {
        let press = Press::of(books(), &[file]);
        let artifacts = gouji_pdf::Pdf.export(&press.publication(Kind::Report)).unwrap();
        for Artifact { suffix, bytes } in artifacts {
            let name = format!("pdf_{}{}", file.trim_end_matches(".txt"), suffix.trim_end_matches(".pdf"));
            insta::assert_snapshot!(name, stable(&press, &text(&bytes)));
        }
    }
}

#[test]
fn findings_are_a_document_of_their_own_in_the_language_asked_for() {
    let press = Press { lang: Lang::En, ..Press::of(books(), &["faulty-2021.txt"]) };
    for (exporter, suffix) in PAGED {
        let found = text(&bytes(exporter, &press, Kind::Report, &format!(".findings{suffix}")));
        assert!(found.contains("should be 12") && found.contains("Suggestion: "), "{found}");
        assert!(!text(&bytes(exporter, &press, Kind::Report, suffix)).contains("Suggestion"));
        let clean = Press::of(books(), &["consistent-2021.txt"]);
        assert_eq!(exporter.export(&clean.publication(Kind::Report)).unwrap().len(), 1);
    }
}

#[test]
fn a_batch_has_contents_with_the_pages_of_its_reports() {
    let press = Press::of(books(), &FILES);
    for (exporter, suffix) in PAGED {
        let batch = bytes(exporter, &press, Kind::Batch, suffix);
        let alone: usize =
            FILES.iter().map(|file| pages(&bytes(exporter, &Press::of(books(), &[file]), Kind::Report, suffix))).sum();
        assert_eq!(pages(&batch), alone + 1);
        let found = text(&batch);
        let entry = "云岭县民政局2023年政府信息公开工作年度报告2";
        assert!(found.replace(['.', ' '], "").contains(entry), "{found}");
    }
}

#[test]
fn blank_forms_have_pages() {
    for book in books() {
        let press = Press { book, read: Vec::new(), lang: Lang::Zh };
        for (exporter, suffix) in PAGED {
            let blank = text(&bytes(exporter, &press, Kind::BlankForm, suffix));
            assert!(blank.contains("五、存在的主要问题及改进情况") && blank.contains("（七）总计"), "{blank}");
        }
    }
}

#[test]
fn pages_are_the_same_every_time() {
    let press = Press::of(books(), &["faulty-2021.txt"]);
    for (exporter, _) in PAGED {
        let export = || exporter.export(&press.publication(Kind::Report)).unwrap();
        assert_eq!(export(), export());
    }
}

#[test]
fn a_character_that_no_font_has_is_named_with_its_place() {
    for (exporter, _) in PAGED {
        let press = Press::with(books(), hostile(books(), "甲😀局", Cell::number(1)));
        let error = exporter.export(&press.publication(Kind::Report)).unwrap_err().to_string();
        assert!(error.contains("“😀” (U+1F600)") && error.contains("name of the unit"), "{error}");
        let raw = Cell { raw: Some("\u{13000}".into()), ..Cell::of(CellState::Unreadable) };
        let press = Press::with(books(), hostile(books(), "甲局", raw));
        let error = exporter.export(&press.publication(Kind::Report)).unwrap_err().to_string();
        assert!(error.contains("U+13000") && error.contains("proactive.regulations.issued"), "{error}");
    }
}

#[test]
fn a_row_longer_than_a_page_is_told() {
    let raw = Cell { raw: Some("长".repeat(5000).into()), ..Cell::of(CellState::Unreadable) };
    let press = Press::with(books(), hostile(books(), "甲局", raw));
    for (exporter, _) in PAGED {
        let error = exporter.export(&press.publication(Kind::Report)).unwrap_err().to_string();
        assert!(error.contains("too long") && error.contains("proactive.regulations.issued"), "{error}");
    }
}

#[test]
fn no_name_breaks_a_page() {
    let long = "特别长的单位名称".repeat(60);
    let word = "x".repeat(300);
    for unit in [
        "",
        " ",
        "(",
        ")\\",
        "%",
        "<</Type/Page>>",
        "=1+1",
        "\u{202e}倒\u{feff}",
        "a\u{a0}b\tc",
        "endstream",
        &long,
        &word,
    ] {
        let press = Press::with(books(), hostile(books(), unit, Cell::number(1)));
        for (exporter, suffix) in PAGED {
            let found = text(&bytes(exporter, &press, Kind::Report, suffix)).replace(char::is_whitespace, "");
            let expected = unit.replace(['\u{202e}', '\u{feff}'], "").replace(char::is_whitespace, "");
            assert!(found.contains(&expected), "{unit}: {found}");
        }
    }
}

/// What must be read back of a report, whatever the format.
#[derive(Debug, PartialEq)]
struct Outline {
    year: Option<i32>,
    states: Vec<CellState>,
    extra: Vec<(String, CellState)>,
    /// Texts of sections without blanks.
    texts: Vec<String>,
}

fn outline(report: &Report) -> Outline {
    Outline {
        year: report.year,
        states: report.cells.iter().map(|cell| cell.state).collect(),
        extra: report.extra.iter().map(|(id, cell)| (id.to_string(), cell.state)).collect(),
        texts: report.sections.iter().map(|section| section.text.replace(char::is_whitespace, "")).collect(),
    }
}

/// Headings and texts one behind the other, without blanks.
fn prose_of(report: &Report) -> String {
    let parts = report.sections.iter().flat_map(|section| [&*section.heading, &*section.text]);
    parts.collect::<String>().replace(char::is_whitespace, "")
}

#[track_caller]
fn read_back(exporter: &dyn Exporter, suffix: &str, press: &Press<'_>) -> Report {
    let printed = bytes(exporter, press, Kind::Report, suffix);
    gouji_tests::read(books(), &printed, &Hints::default()).unwrap().remove(0).report
}

#[test]
fn pages_are_read_back() {
    for (file, (exporter, suffix)) in FILES.iter().flat_map(|file| PAGED.map(|format| (file, format))) {
        let press = Press::of(books(), &[file]);
        let back = read_back(exporter, suffix, &press);
        assert_eq!(outline(&press.read[0].report), outline(&back), "{file} {suffix}");
        assert_eq!(press.read[0].report.unit.name, back.unit.name);
    }
}

fn cell() -> impl Strategy<Value = Cell> {
    let number = (0_i32..1_000_000_000).prop_map(Cell::number);
    let small = (0_i32..30).prop_map(Cell::number);
    let other = prop::sample::select(vec![
        Cell::of(CellState::Blank),
        Cell::of(CellState::Missing),
        Cell { raw: Some("/".into()), ..Cell::of(CellState::Dash) },
        Cell { raw: Some("见附件".into()), ..Cell::of(CellState::Unreadable) },
    ]);
    prop_oneof![3 => small, 1 => number, 1 => other]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, max_shrink_iters: 8, ..ProptestConfig::default() })]
    #[test]
    fn any_report_is_read_back(
        edition in 0_usize..2,
        is_mixed in any::<bool>(),
        cells in prop::collection::vec(cell(), 200),
        group in prop::collection::vec(0_i32..1000, 7),
        prose in "([一丁七万丈三上下不与]{1,30}[，。；]){0,12}[丁万丈]{1,30}。",
    ) {
        let book = &books()[edition];
        let mut report = Report::empty(&book.form);
        report.year = Some(2020 + 3 * i32::try_from(edition).unwrap());
        report.unit.name = Some("松渡县水利局".into());
        let count = report.cells.len();
        report.cells.clone_from_slice(&cells[..count]);
        if is_mixed && edition == 1 {
            let table = book.form.table("requests").unwrap();
            for (position, column) in table.column_ids().into_iter().enumerate() {
                for row in ["no_correction", "no_payment", "miscellaneous"] {
                    report.set(&book.form, &format!("requests.otherwise.{row}.{column}"), Cell::of(CellState::Missing));
                }
                report.set(&book.form, &format!("requests.otherwise.{column}"), Cell::number(group[position]));
            }
        }
        for section in &book.form.sections {
            let number = &section.number;
            report.sections.push(SectionText {
                id: section.id.clone(),
                heading: format!("{number}、{}", section.zh),
                text: prose.clone(),
                origin: None,
            });
        }
        let press = Press::with(books(), report.clone());
        for (exporter, suffix) in PAGED {
            let back = read_back(exporter, suffix, &press);
            let (own, read) = (outline(&report), outline(&back));
            prop_assert_eq!((own.year, &own.extra), (read.year, &read.extra));
            // With so many cells missing a heading may be taken for text of the section before it: nothing is lost.
            prop_assert_eq!(prose_of(&report), prose_of(&back));
            for ((spec, own), read) in book.form.cells.iter().zip(&report.cells).zip(&back.cells) {
                prop_assert_eq!((own.state, own.value()), (read.state, read.value()), "{} {:?}", spec.id, read.raw);
            }
        }
    }
}
