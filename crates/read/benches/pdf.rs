//! How long a PDF of six pages takes, made by the tests' writer, and any others that `GOUJI_BENCH_PDF` names.

use criterion::{Criterion, criterion_group, criterion_main};

mod measure;
#[expect(dead_code, reason = "shared with the tests, which use more of it")]
#[expect(clippy::unwrap_used, reason = "shared with the tests")]
#[path = "../tests/pdf/writer.rs"]
mod writer;

fn pdfs(criterion: &mut Criterion) {
    let own = vec![("six pages".to_owned(), writer::report())];
    measure::reading(criterion, "pdf", own, Some("GOUJI_BENCH_PDF"));
}

criterion_group!(benches, pdfs);
criterion_main!(benches);
