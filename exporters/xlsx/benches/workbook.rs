//! The time that a workbook takes.
#![allow(clippy::unwrap_used, reason = "a bench may stop")]
use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use gouji_export::{Exporter as _, Kind};
use gouji_read::{Input, Limits};
use gouji_recognise::Hints;
use gouji_xlsx::Xlsx;
use publishing::{one_report, publication, with_report};

#[path = "../../../tests/support/publishing.rs"]
mod publishing;

fn workbook(criterion: &mut Criterion) {
    one_report(criterion, &Xlsx);
    with_report(|recogniser, judged| {
        let bytes = Xlsx.export(&publication(Kind::Report, judged, 1)).unwrap().remove(0).bytes;
        criterion.bench_function("one report read back", |bencher| {
            bencher.iter(|| match gouji_read::read(black_box(&bytes), &Limits::default()) {
                Ok(Input::Document(document)) => {
                    recogniser.recognise(&document, &Hints::default()).map_or(0, |all| all.len())
                }
                _ => 0,
            });
        });
        let many = publication(Kind::Batch, judged, 500);
        let mut group = criterion.benchmark_group("batch");
        group.sample_size(10);
        group.bench_function("500 reports", |bencher| bencher.iter(|| Xlsx.export(black_box(&many))));
    });
}

criterion_group!(benches, workbook);
criterion_main!(benches);
