//! What is no report is refused in the user's words; nothing panics.
use camino::Utf8Path;
use gouji_model::{Lang, render};
use gouji_recognise::{Hints, RecogniseError};
use gouji_tests::{editions, read};

/// The messages, in both languages, for a file that must be refused.
fn refusal(name: &str) -> String {
    let books = editions().unwrap();
    let path = Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("suite/bad").join(name);
    let error = read(&books, &std::fs::read(path).unwrap(), &Hints::default()).unwrap_err();
    let message = error
        .downcast_ref::<RecogniseError>()
        .map(|error| &error.0)
        .or_else(|| error.downcast_ref::<gouji_read::ReadError>().map(|error| &error.0))
        .unwrap();
    format!("{}\n{}\n", render(message, Lang::Zh), render(message, Lang::En))
}

#[test]
fn refusals_say_what_was_found_and_what_to_do() {
    let names = ["empty.txt", "binary.bin", "not-a-report.txt", "year-2016.txt", "two-table-threes.txt"];
    let all: Vec<String> = names.iter().map(|name| format!("{name}\n{}", refusal(name))).collect();
    insta::assert_snapshot!(all.join("\n"));
}

#[test]
fn a_report_without_tables_is_read_and_found_wanting() {
    let books = editions().unwrap();
    let path = Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("suite/bad/no-tables.txt");
    let found = read(&books, &std::fs::read(path).unwrap(), &Hints::default()).unwrap();
    let rules: Vec<String> = found[0].findings().iter().map(|finding| finding.id.clone()).collect();
    for table in ["proactive", "requests", "disputes"] {
        let id = format!("form/tables@table.{table}.present");
        assert!(rules.contains(&id), "{id} is not among {rules:?}");
    }
}
