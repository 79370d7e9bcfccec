//! The time that a workbook takes.
use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use gouji_edits::{Context, findings, judge};
use gouji_export::{Exporter as _, Judged, Kind, Meta, Publication, Source};
use gouji_read::{Input, Limits};
use gouji_recognise::{Hints, Recogniser};
use gouji_rules::Folder;
use gouji_xlsx::Xlsx;

const REPORT: &[u8] = include_bytes!("../../../tests/suite/reports/faulty-2021.txt");

fn workbook(criterion: &mut Criterion) {
    let folders: Vec<Folder> =
        gouji_editions::EDITIONS.iter().map(|edition| Folder::new(edition.id, edition.files.iter().copied())).collect();
    let Ok(books) = gouji_rules::load(&folders, &[]) else { return };
    let Ok(Input::Document(document)) = gouji_read::read(REPORT, &Limits::default()) else { return };
    let recogniser = Recogniser::new(&books);
    let Ok(reports) = recogniser.recognise(&document, &Hints::default()) else { return };
    let Some(book) = books.iter().find(|book| book.edition.id == reports[0].edition) else { return };
    let context = Context::default();
    let judgement = judge(book, &reports[0], &context);
    let findings = findings(book, &reports[0], &context, &judgement);
    let judged = Judged {
        book,
        report: &reports[0],
        judgement: &judgement,
        findings: &findings,
        last_year: None,
        source: Source::default(),
    };
    let of = |kind: Kind, count: usize| Publication {
        kind,
        book,
        reports: vec![judged.clone(); count],
        name: "bench".to_owned(),
        year: None,
        meta: Meta::default(),
    };
    let one = of(Kind::Report, 1);
    criterion.bench_function("one report", |bencher| bencher.iter(|| Xlsx.export(black_box(&one))));
    if let Ok(artifacts) = Xlsx.export(&one) {
        let bytes = &artifacts[0].bytes;
        criterion.bench_function("one report read back", |bencher| {
            bencher.iter(|| match gouji_read::read(black_box(bytes), &Limits::default()) {
                Ok(Input::Document(document)) => {
                    recogniser.recognise(&document, &Hints::default()).map_or(0, |all| all.len())
                }
                _ => 0,
            });
        });
    }
    let many = of(Kind::Batch, 500);
    let mut group = criterion.benchmark_group("batch");
    group.sample_size(10);
    group.bench_function("500 reports", |bencher| bencher.iter(|| Xlsx.export(black_box(&many))));
}

criterion_group!(benches, workbook);
criterion_main!(benches);
