//! What the benches share: the time that reading takes, by the length of the file.
use std::fs;
use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput};
use gouji_read::{Limits, read};

/// Measures reading these files, each with its name, and those that the environment variable `others` names, separated
/// by colons.
///
/// # Panics
/// When one of them cannot be read: there would be nothing to measure.
#[expect(clippy::panic, reason = "a bench may stop")]
pub(crate) fn reading(criterion: &mut Criterion, group: &str, mut files: Vec<(String, Vec<u8>)>, others: Option<&str>) {
    let named = others.and_then(|variable| std::env::var(variable).ok()).unwrap_or_default();
    for path in named.split(':').filter(|path| !path.is_empty()) {
        let bytes = fs::read(path).unwrap_or_else(|error| panic!("{path}: {error}"));
        files.push((path.to_owned(), bytes));
    }
    let limits = Limits::default();
    let mut group = criterion.benchmark_group(group);
    for (name, bytes) in files {
        if let Err(error) = read(&bytes, &limits) {
            panic!("{name}: {error}");
        }
        group.throughput(Throughput::Bytes(bytes.len() as u64));
        group.bench_with_input(BenchmarkId::from_parameter(&name), &bytes, |bencher, bytes| {
            bencher.iter(|| read(black_box(bytes), &limits));
        });
    }
    group.finish();
}
