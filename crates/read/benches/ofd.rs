//! How long an OFD file of six pages takes, made by the tests' writer, and any others that `GOUJI_BENCH_OFD` names.

use criterion::{Criterion, criterion_group, criterion_main};

mod measure;
#[expect(dead_code, reason = "shared with the tests, which use more of it")]
#[expect(clippy::unwrap_used, reason = "shared with the tests")]
#[path = "../tests/ofd/writer.rs"]
mod writer;

fn ofds(criterion: &mut Criterion) {
    let own = vec![("six pages".to_owned(), writer::report())];
    measure::reading(criterion, "ofd", own, Some("GOUJI_BENCH_OFD"));
}

criterion_group!(benches, ofds);
criterion_main!(benches);
