//! One report with findings; the target is 35 ms, with the fonts unpacked.
use criterion::{Criterion, criterion_group, criterion_main};

#[path = "../../../tests/support/publishing.rs"]
mod publishing;

fn report(criterion: &mut Criterion) {
    publishing::one_report(criterion, &gouji_pdfa::Pdfa);
}

criterion_group!(benches, report);
criterion_main!(benches);
