//! One report with findings; the target is 0.2 ms.
use criterion::{Criterion, criterion_group, criterion_main};

#[path = "../../../tests/support/publishing.rs"]
mod publishing;

fn report(criterion: &mut Criterion) {
    publishing::one_report(criterion, &gouji_markdown::Markdown);
}

criterion_group!(benches, report);
criterion_main!(benches);
