//! How long an OFD file of six pages takes, made by the tests' writer, and any others that `GOUJI_BENCH_OFD` names.
use std::fs;
use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use gouji_read::{Limits, read};

#[expect(dead_code, reason = "shared with the tests, which use more of it")]
#[expect(clippy::unwrap_used, reason = "shared with the tests")]
#[path = "../tests/ofd/writer.rs"]
mod writer;

/// Names and contents.
fn files() -> Vec<(String, Vec<u8>)> {
    let mut files = vec![("six pages".to_owned(), writer::report())];
    let named = std::env::var("GOUJI_BENCH_OFD").unwrap_or_default();
    files.extend(named.split(':').filter_map(|path| Some((path.to_owned(), fs::read(path).ok()?))));
    files
}

fn ofds(criterion: &mut Criterion) {
    let limits = Limits::default();
    let mut group = criterion.benchmark_group("ofd");
    for (name, bytes) in files() {
        group.throughput(Throughput::Bytes(bytes.len() as u64));
        group.bench_with_input(BenchmarkId::from_parameter(&name), &bytes, |bencher, bytes| {
            bencher.iter(|| read(black_box(bytes), &limits));
        });
    }
    group.finish();
}

criterion_group!(benches, ofds);
criterion_main!(benches);
