//! One report with findings; the target is 0.5 ms.
use criterion::{Criterion, criterion_group, criterion_main};

#[path = "../../../tests/support/publishing.rs"]
mod publishing;

fn report(criterion: &mut Criterion) {
    publishing::one_report(criterion, &gouji_html::Html);
}

criterion_group!(benches, report);
criterion_main!(benches);
