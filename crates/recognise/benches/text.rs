//! Reading and recognising a whole report from plain text, in several layouts.
use criterion::{Criterion, criterion_group, criterion_main};

mod measure;

const FILES: [&str; 6] = [
    "reports/consistent-2021.txt",
    "reports/layout-04-2021.txt",
    "reports/layout-08-2021.txt",
    "reports/layout-10-2021.txt",
    "reports/consistent-2019.txt",
    "reports/mixed-2023.txt",
];

fn text(criterion: &mut Criterion) {
    measure::recognised(criterion, &FILES);
}

criterion_group!(benches, text);
criterion_main!(benches);
