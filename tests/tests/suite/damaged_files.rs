//! Damaged tables in files that place their cells: a number may become missing or unreadable with a note; it never lands
//! in a wrong cell silently. The undamaged report is read whole from each format.
mod damage;

use camino::Utf8Path;
use gouji_recognise::Hints;
use gouji_tests::samples::{Printed, odt, ofd};
use gouji_tests::{Truth, books, read, read_file};
use proptest::prelude::*;
use std::sync::OnceLock;

use damage::{ALL, Damage, damage, is_number};

/// A writer of files.
type Write = fn(&Printed) -> Vec<u8>;

const FORMATS: [(&str, Write); 2] = [("odt", odt::text), ("ofd", ofd::pages)];

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
    let differences = truth.differences(read.form(), &read.report);
    let displaced: Vec<String> = differences
        .iter()
        .filter(|difference| difference.found.as_deref().is_some_and(is_number))
        .map(ToString::to_string)
        .collect();
    prop_assert!(
        displaced.is_empty() || !read.report.notes.is_empty(),
        "{name} {kind:?} {pick:?}: no note, but {displaced:?}"
    );
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
