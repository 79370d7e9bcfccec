//! What a user sees, and the rule ids of both editions.
use camino::Utf8Path;
use gouji_model::{Lang, render};
use gouji_recognise::Hints;
use gouji_tests::{editions, read_file};

fn shown(file: &str, lang: Lang) -> String {
    let books = editions().unwrap();
    let path = Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("suite/reports").join(file);
    let read = read_file(&books, &path, &Hints::default()).unwrap();
    let notes = read.report.notes.iter().map(|note| format!("note {}\n", render(&note.message, lang)));
    let findings = read.findings();
    let findings =
        findings.iter().map(|item| format!("{} {}\n  {}\n", item.severity.id(), item.id, render(&item.message, lang)));
    notes.chain(findings).collect()
}

#[test]
fn faulty_in_chinese() {
    insta::assert_snapshot!(shown("faulty-2021.txt", Lang::Zh));
}

#[test]
fn faulty_in_english() {
    insta::assert_snapshot!(shown("faulty-2021.txt", Lang::En));
}

#[test]
fn consistent_reports_are_clean() {
    for file in ["consistent-2021.txt", "consistent-2019.txt", "gb18030-2021.txt"] {
        assert!(!shown(file, Lang::Zh).contains("error ") && !shown(file, Lang::Zh).contains("warning "), "{file}");
    }
}

#[test]
fn another_years_form() {
    insta::assert_snapshot!(shown("wrong-form-2022.txt", Lang::Zh));
}

#[test]
fn a_mixed_form() {
    insta::assert_snapshot!(shown("mixed-2023.txt", Lang::Zh));
}

#[test]
fn damaged_labels() {
    insta::assert_snapshot!(shown("damaged-labels-2021.txt", Lang::Zh));
}

#[test]
fn rule_ids() {
    let list: String = editions()
        .unwrap()
        .iter()
        .flat_map(|book| {
            book.rules.iter().map(|rule| format!("{} {} {}\n", book.edition.id, rule.severity.id(), rule.id))
        })
        .collect();
    insta::assert_snapshot!(list);
}
