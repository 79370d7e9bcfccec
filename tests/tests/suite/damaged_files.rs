//! Damaged tables in every format: a number may become missing or unreadable with a note; it never lands
//! in a wrong cell silently. The undamaged report is read whole from each format.
mod damage;
mod files;

use camino::Utf8Path;
use gouji_recognise::Hints;
use gouji_tests::samples::{Printed, lines, odt, ofd, rtf, sheets, web, word};
use gouji_tests::{Truth, books, read, read_file, silent_differences};
use proptest::prelude::*;
use std::sync::OnceLock;

use damage::{ALL, Damage, damage};

/// A writer of files.
type Write = fn(&Printed) -> Vec<u8>;

const FORMATS: [(&str, Write); 14] = [
    ("docx", word::text),
    ("doc", files::doc),
    ("pdf", files::pages),
    ("odt", odt::text),
    ("rtf", rtf::text),
    ("ofd", ofd::pages),
    ("html", web::page),
    ("mht", web::archive),
    ("xlsx", sheets::xlsx),
    ("xls", sheets::xls),
    ("ods", odt::sheet),
    ("markdown", lines::markdown),
    ("csv", lines::csv),
    ("tabs", lines::tabs),
];

/// A report and what it holds.
fn sample() -> &'static (Printed, Truth) {
    static SAMPLE: OnceLock<(Printed, Truth)> = OnceLock::new();
    SAMPLE.get_or_init(|| {
        let folder = Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("suite/reports");
        let truth = Truth::read(&folder.join("layouts.truth.json")).unwrap();
        let found = read_file(books(), &folder.join("layout-03-2021.txt"), &Hints::default()).unwrap();
        (Printed::of(found.book, &found.report), truth)
    })
}

#[test]
fn the_whole_report_is_read() {
    let (printed, truth) = sample();
    for (name, write) in FORMATS {
        let found = read(books(), &write(printed), &Hints::default()).unwrap();
        let differences = truth.differences(found[0].form(), &found[0].report);
        let shown: Vec<String> = differences.iter().map(ToString::to_string).collect();
        assert!(shown.is_empty(), "{name}: {shown:#?}");
        assert_eq!(found.len(), 1, "{name}");
        let texts: Vec<&str> = found[0].report.sections.iter().map(|section| &*section.text).collect();
        let solid = |text: &str| text.chars().filter(|letter| !letter.is_whitespace()).collect::<String>();
        assert_eq!(solid(&texts.concat()), solid(&printed.prose()), "{name}");
    }
}

fn check(format: usize, kind: Damage, pick: [usize; 2]) -> Result<(), TestCaseError> {
    let (printed, truth) = sample();
    let (name, write) = FORMATS[format];
    let mut damaged = printed.clone();
    damage(&mut damaged, kind, pick);
    let Ok(found) = read(books(), &write(&damaged), &Hints::default()) else { return Ok(()) };
    let read = &found[0];
    let silent: Vec<String> = silent_differences(read, truth).iter().map(ToString::to_string).collect();
    let notes = read.report.notes.iter().map(|note| (&*note.message.key, &note.origin)).collect::<Vec<_>>();
    prop_assert!(silent.is_empty(), "{name} {kind:?} {pick:?}: no note about {silent:?} among {notes:?}");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]
    #[test]
    fn no_number_is_displaced_silently(
        format in 0..FORMATS.len(),
        kind in prop::sample::select(ALL.to_vec()),
        pick in prop::array::uniform2(0_usize..1_000),
    ) {
        check(format, kind, pick)?;
    }
}

/// Rows in another order than the form's are read by their labels, or not at all.
#[test]
fn swapped_rows_of_a_text() {
    let (printed, truth) = sample();
    let mut text = String::from_utf8(lines::csv(printed)).unwrap();
    let rows: Vec<String> = text
        .lines()
        .filter(|line| line.contains("予以公开,") || line.contains("只计这一情形"))
        .map(str::to_owned)
        .collect();
    let [first, second] = rows.as_slice() else { panic!("{rows:?}") };
    let values = |row: &str| row.split(',').skip(1).collect::<Vec<_>>().join(",");
    let (first_values, second_values) = (values(first), values(second));
    text = text.replacen(&first_values, "\u{0}", 1).replacen(&second_values, &first_values, 1).replacen(
        '\u{0}',
        &second_values,
        1,
    );
    let found = read(books(), text.as_bytes(), &Hints::default()).unwrap();
    let differences = truth.differences(found[0].form(), &found[0].report);
    let shown: Vec<String> =
        differences.iter().filter(|difference| difference.is_wrong()).map(ToString::to_string).collect();
    assert_eq!(shown, Vec::<String>::new());
}

/// A table of numbers without any label of the form is no annual report.
#[test]
fn numbers_alone_are_refused() {
    for text in ["1", "序号,姓名,金额\n1,张某,20\n2,李某,30\n", "本月\n12\n15\n"] {
        let read = read(books(), text.as_bytes(), &Hints::default());
        assert!(read.is_err(), "{text}: {:?}", read.map(|found| found.len()));
    }
}
