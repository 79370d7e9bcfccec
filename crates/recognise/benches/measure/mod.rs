//! What the benches share: reading and recognising files of the suite.
#![allow(clippy::unwrap_used, reason = "a bench may stop")]
use std::hint::black_box;
use std::path::Path;

use criterion::Criterion;
use gouji_read::{Input, Limits, read};
use gouji_recognise::{Hints, Recogniser};
use gouji_rules::Folder;

/// Measures reading and recognising the files of the suite, by their paths in it.
///
/// # Panics
/// When the editions do not load, or a file is not there or holds no report.
pub(crate) fn recognised(criterion: &mut Criterion, files: &[&str]) {
    let folders: Vec<Folder> =
        gouji_editions::EDITIONS.iter().map(|edition| Folder::new(edition.id, edition.files.iter().copied())).collect();
    let books = gouji_rules::load(&folders, &[]).unwrap();
    let recogniser = Recogniser::new(&books);
    let count = |bytes: &[u8]| match read(bytes, &Limits::default()) {
        Ok(Input::Document(document)) => recogniser.recognise(&document, &Hints::default()).map_or(0, |all| all.len()),
        _ => 0,
    };
    for file in files {
        let bytes = content(file);
        assert!(count(&bytes) > 0, "{file}");
        criterion.bench_function(&format!("{file} read and recognised"), |bencher| {
            bencher.iter(|| count(black_box(&bytes)));
        });
    }
}

/// The bytes of a file of the suite.
///
/// # Panics
/// When it is not there.
pub(crate) fn content(file: &str) -> Vec<u8> {
    let suite = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/suite");
    std::fs::read(suite.join(file)).unwrap()
}
