//! 修改意见单: what an office sends back.
use gouji_edits::Severity;
use gouji_export::{Exporter, Kind};
use gouji_model::{Cell, CellState, Lang, Report};
use gouji_tests::editions;

use super::press::{Press, bytes, text};

/// Counts of edits that were not judged change with every new rule.
fn stable(text: &str) -> String {
    let line = |line: &str| match line {
        line if line.contains("勾稽关系没有判断") || line.contains("not judged") || line.contains("条没有判断") => {
            line.split(|character: char| character.is_ascii_digit())
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join("#")
        }
        line => line.to_owned(),
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn as_text() {
    let books = editions().unwrap();
    for (file, lang) in [("faulty-2021.txt", Lang::Zh), ("faulty-2021.txt", Lang::En), ("layout-09-2021.txt", Lang::Zh)]
    {
        let press = Press { lang, ..Press::of(&books, &[file]) };
        let name = format!("notice_{}_{}", file.trim_end_matches(".txt"), lang.tag());
        insta::assert_snapshot!(name, stable(&text(&gouji_txt::Txt, &press.publication(Kind::Notice), ".txt")));
    }
}

/// Every finding stands there once, numbered through; what was not judged is told.
#[test]
fn every_finding_is_told_once() {
    let books = editions().unwrap();
    let book = &books[1];
    let mut report = Report::empty(&book.form);
    report.year = Some(2023);
    report.cells.fill(Cell::number(1));
    report.set(&book.form, "requests.received.total", Cell::of(CellState::Missing));
    let press = Press::with(&books, report);
    let publication = press.publication(Kind::Notice);
    let findings = publication.reports[0].findings.len();
    assert!(findings > 10);
    let text = text(&gouji_txt::Txt, &publication, ".txt");
    for number in 1..=findings {
        assert_eq!(text.lines().filter(|line| line.starts_with(&format!("  {number}．"))).count(), 1, "{number}");
    }
    assert!(!text.contains(&format!("  {}．", findings + 1)));
    assert!(text.contains("没有判断的事项") && text.contains("表三「总计」列一、本年新收"), "{text}");
    assert!(text.contains("报送单位：\n"), "{text}");
}

/// Notes alone are no reason to hand in again; what was not judged may be one.
#[test]
fn notes_alone_ask_for_nothing() {
    let books = editions().unwrap();
    let closing = |severity: Severity| {
        let press = Press::of(&books, &["faulty-2021.txt"]);
        let mut publication = press.publication(Kind::Notice);
        let mut findings = publication.reports[0].findings.to_vec();
        for finding in &mut findings {
            finding.severity = severity;
        }
        publication.reports[0].findings = &findings;
        text(&gouji_txt::Txt, &publication, ".txt").contains("修改后重新报送")
    };
    assert!(closing(Severity::Error) && closing(Severity::Warning) && !closing(Severity::Note));
}

#[test]
fn as_word_it_says_the_same() {
    let books = editions().unwrap();
    let press = Press::of(&books, &["faulty-2021.txt"]);
    let publication = press.publication(Kind::Notice);
    let word = paragraphs(&bytes(&gouji_docx::Docx, &publication, ".docx"));
    assert_eq!(word, flat(&text(&gouji_txt::Txt, &publication, ".txt")));
}

/// The text of a document, without what stands between its lines.
fn paragraphs(file: &[u8]) -> String {
    let gouji_read::Input::Document(document) = gouji_read::read(file, &gouji_read::Limits::default()).unwrap() else {
        panic!("not a document");
    };
    let paragraphs = document.blocks.iter().filter_map(|block| match block {
        gouji_model::Block::Paragraph(paragraph) => Some(paragraph.text.trim()),
        _ => None,
    });
    flat(&paragraphs.collect::<String>())
}

fn flat(text: &str) -> String {
    text.replace(['；', ' ', '\n'], "")
}

#[test]
fn on_pages_it_says_the_same() {
    let books = editions().unwrap();
    for lang in [Lang::Zh, Lang::En] {
        let press = Press { lang, ..Press::of(&books, &["faulty-2021.txt"]) };
        let publication = press.publication(Kind::Notice);
        let expected = flat(&text(&gouji_txt::Txt, &publication, ".txt"));
        for (exporter, suffix) in [(&gouji_pdf::Pdf as &dyn Exporter, ".pdf"), (&gouji_pdfa::Pdfa, ".pdfa.pdf")] {
            assert_eq!(paragraphs(&bytes(exporter, &publication, suffix)), expected, "{suffix} {lang:?}");
        }
    }
}

#[test]
fn formats_without_notices_say_so() {
    let books = editions().unwrap();
    let press = Press::of(&books, &["faulty-2021.txt"]);
    for exporter in [&gouji_json::Json as &dyn Exporter, &gouji_csv::Csv, &gouji_markdown::Markdown, &gouji_html::Html]
    {
        let error = exporter.export(&press.publication(Kind::Notice)).unwrap_err().to_string();
        assert!(error.contains("notice of corrections"), "{error}");
    }
    let error = gouji_txt::Txt.export(&press.publication(Kind::Report)).unwrap_err().to_string();
    assert!(error.contains("single report"), "{error}");
}
