//! The report in every format: each is read by its own reader as the same report, and each reader has a fuzz target.
use std::collections::BTreeSet;

use camino::Utf8Path;
use gouji_read::READERS;
use gouji_recognise::Hints;
use gouji_tests::samples::{SOURCE, samples};
use gouji_tests::{Truth, books, read, read_file};

#[test]
fn every_reader_has_a_sample_that_it_reads() {
    let samples = samples(books()).unwrap();
    let readers: BTreeSet<&str> = samples.iter().map(|sample| sample.reader).collect();
    assert_eq!(readers, READERS.iter().map(|reader| reader.name).collect());
    let folder = Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("suite/reports");
    let truth = Truth::read(&folder.join("layouts.truth.json")).unwrap();
    let source = read_file(books(), &folder.join(SOURCE).with_extension("txt"), &Hints::default()).unwrap();
    assert!(truth.differences(source.form(), &source.report).is_empty());
    for sample in samples {
        let reader = READERS.iter().find(|reader| (reader.sniff)(&sample.bytes)).unwrap();
        assert_eq!(reader.name, sample.reader);
        let found = read(books(), &sample.bytes, &Hints::default()).unwrap();
        assert_eq!(found.len(), 1, "{}", sample.reader);
        // The one file in Word 97's format is of another report.
        if sample.reader != "doc" {
            let differences = truth.differences(found[0].form(), &found[0].report);
            let shown: Vec<String> = differences.iter().map(ToString::to_string).collect();
            assert!(shown.is_empty(), "{}: {shown:#?}", sample.reader);
        }
    }
}

#[test]
fn every_reader_has_a_fuzz_target() {
    let manifest = Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/Cargo.toml");
    let manifest: toml::Table = std::fs::read_to_string(manifest).unwrap().parse().unwrap();
    let targets = manifest["bin"].as_array().unwrap().iter();
    let targets: BTreeSet<&str> =
        targets.map(|target| target["name"].as_str().unwrap()).filter(|name| *name != "recogniser").collect();
    assert_eq!(targets, READERS.iter().map(|reader| reader.name).collect());
}
