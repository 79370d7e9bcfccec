//! How long a plain text takes, for each layout that the fixtures hold, and the share of decoding in it.
use std::fs;
use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, criterion_group, criterion_main};

mod measure;

/// Names and contents of the fixtures, sorted.
fn fixtures() -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/suite/reports");
    let mut fixtures: Vec<(String, Vec<u8>)> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .filter_map(|path| Some((path.file_stem()?.to_string_lossy().into_owned(), fs::read(&path).ok()?)))
        .collect();
    fixtures.sort();
    fixtures
}

/// A report with as much prose as makes it 15 KB, a usual length.
fn long_report() -> Option<(String, Vec<u8>)> {
    let (_, bytes) = fixtures().into_iter().find(|(name, _)| name == "consistent-2021")?;
    let text = String::from_utf8(bytes).ok()?;
    let (prose, tables) = text.split_at(text.find('\t')?);
    let more = 15_000_usize.saturating_sub(text.len()) / prose.len() + 1;
    Some(("15 KB".to_owned(), [&prose.repeat(1 + more), tables].concat().into_bytes()))
}

fn texts(criterion: &mut Criterion) {
    let files: Vec<_> = fixtures().into_iter().chain(long_report()).collect();
    assert!(files.len() > 1, "no fixtures, or not the one that is made longer");
    measure::reading(criterion, "text", files, None);
}

fn floor(criterion: &mut Criterion) {
    let bytes = fixtures().into_iter().map(|(_, bytes)| bytes).max_by_key(Vec::len).unwrap_or_default();
    criterion.bench_function("floor/utf-8 check of the longest", |bencher| {
        bencher.iter(|| std::str::from_utf8(black_box(&bytes)).map(str::len));
    });
}

criterion_group!(benches, texts, floor);
criterion_main!(benches);
