//! Word 97 files that an office program wrote: each gives the same report (`suite/word/make.py` tells how they were made).
mod damage;
#[allow(dead_code, reason = "the writer is shared with the tests of the reader")]
#[path = "../../../crates/read/tests/doc/parts.rs"]
mod parts;
#[allow(dead_code, reason = "the writer is shared with the tests of the reader")]
#[path = "../../../crates/read/tests/doc/writer.rs"]
pub(crate) mod writer;

use camino::{Utf8Path, Utf8PathBuf};
use gouji_recognise::Hints;
use gouji_tests::{Truth, editions, read_file};

fn suite() -> Utf8PathBuf {
    Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("suite")
}

/// A file gives every value, the sections of the text that it was made from, and these reading notes.
#[track_caller]
fn check(name: &str, notes: &[&str]) {
    let books = editions().unwrap();
    let truth = Truth::read(&suite().join("reports/consistent-2021.truth.json")).unwrap();
    let text = read_file(&books, &suite().join("reports/consistent-2021.txt"), &Hints::default()).unwrap();
    let read = read_file(&books, &suite().join("word").join(name), &Hints::default()).unwrap();
    let differences = truth.differences(read.form(), &read.report);
    assert!(differences.is_empty(), "{name}: {differences:?}");
    assert_eq!((read.report.year, &read.report.unit.name), (truth.year, &text.report.unit.name));
    let sections = |read: &gouji_tests::ReadReport<'_>| {
        let sections = read.report.sections.iter();
        sections.map(|section| (section.id.clone(), section.heading.clone(), section.text.clone())).collect::<Vec<_>>()
    };
    assert_eq!(sections(&read), sections(&text), "{name}");
    assert!(read.findings().is_empty(), "{name}: {:?}", read.findings());
    let mut found: Vec<&str> = read.report.notes.iter().map(|note| &*note.message.key).collect();
    found.dedup();
    assert_eq!(found, notes, "{name}");
}

#[test]
fn typed_numbers() {
    check("plain.doc", &[]);
}

#[test]
fn automatic_numbers() {
    check("numbered.doc", &[]);
}

#[test]
fn tracked_changes_and_hidden_text() {
    check("changed.doc", &["reading-tracked-changes", "reading-hidden-text"]);
}

#[test]
fn nested_tables() {
    check("nested.doc", &["reading-nested-table"]);
}
