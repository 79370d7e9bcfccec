//! One report with findings; the target is 60 ms, with the fonts unpacked.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    reason = "criterion writes functions without documentation; a bench may stop"
)]
use criterion::{Criterion, criterion_group, criterion_main};
use gouji_edits::{Context, findings, judge};
use gouji_export::{Exporter, Judged, Kind, Meta, Publication, Source};
use gouji_read::{Input, Limits};
use gouji_recognise::{Hints, Recogniser};
use gouji_rules::Folder;

const REPORT: &[u8] = include_bytes!("../../../tests/suite/reports/faulty-2021.txt");

fn report(criterion: &mut Criterion) {
    let folders = gouji_editions::EDITIONS.iter().map(|own| Folder::new(own.id, own.files.iter().copied()));
    let books = gouji_rules::load(&folders.collect::<Vec<_>>(), &[]).unwrap();
    let Input::Document(document) = gouji_read::read(REPORT, &Limits::default()).unwrap() else { return };
    let report = Recogniser::new(&books).recognise(&document, &Hints::default()).unwrap().remove(0);
    let book = books.iter().find(|book| book.edition.id == report.edition).unwrap();
    let context = Context::default();
    let judgement = judge(book, &report, &context);
    let findings = findings(book, &report, &context, &judgement);
    let source = Source { file: "faulty-2021.txt".to_owned(), ..Source::default() };
    let judged = Judged { book, report: &report, judgement: &judgement, findings: &findings, last_year: None, source };
    let publication = Publication {
        kind: Kind::Report,
        book,
        reports: vec![judged],
        name: "faulty-2021".to_owned(),
        year: None,
        meta: Meta::default(),
    };
    criterion.bench_function("pdf of one report", |bench| {
        bench.iter(|| gouji_pdf::Pdf.export(&publication).unwrap());
    });
}

criterion_group!(benches, report);
criterion_main!(benches);
