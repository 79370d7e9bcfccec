//! What the benches of the exporters share: a report with findings, and the time that an exporter takes for it.
#![allow(clippy::unwrap_used, reason = "a bench may stop")]
use std::hint::black_box;

use criterion::Criterion;
use gouji_edits::{Context, findings, judge};
use gouji_export::{Exporter, Judged, Kind, Meta, Publication, Source};
use gouji_read::{Input, Limits};
use gouji_recognise::{Hints, Recogniser};
use gouji_rules::Folder;

/// An invented report that breaks rules.
const REPORT: &[u8] = include_bytes!("../suite/reports/faulty-2021.txt");

/// Calls `measure` with the built-in editions' recogniser and the report, judged.
///
/// # Panics
/// When the editions do not load, or the report is not read as one document.
pub(crate) fn with_report(measure: impl FnOnce(&Recogniser<'_>, &Judged<'_>)) {
    let folders = gouji_editions::EDITIONS.iter().map(|own| Folder::new(own.id, own.files.iter().copied()));
    let books = gouji_rules::load(&folders.collect::<Vec<_>>(), &[]).unwrap();
    let document = match gouji_read::read(REPORT, &Limits::default()).unwrap() {
        Input::Document(document) => Some(document),
        Input::Report(_) | Input::Parts(_) => None,
    };
    let recogniser = Recogniser::new(&books);
    let report = recogniser.recognise(&document.unwrap(), &Hints::default()).unwrap().remove(0);
    let book = books.iter().find(|book| book.edition.id == report.edition).unwrap();
    let context = Context::default();
    let judgement = judge(book, &report, &context);
    let findings = findings(book, &report, &context, &judgement);
    let source = Source { file: "faulty-2021.txt".to_owned(), ..Source::default() };
    measure(
        &recogniser,
        &Judged {
            book,
            report: &report,
            judgement: &judgement,
            findings: &findings,
            last_year: None,
            other_forms: Vec::new(),
            source,
        },
    );
}

/// The report as often as `count` says, as one publication.
pub(crate) fn publication<'a>(kind: Kind, judged: &Judged<'a>, count: usize) -> Publication<'a> {
    Publication {
        kind,
        book: judged.book,
        reports: vec![judged.clone(); count],
        name: "faulty-2021".to_owned(),
        year: None,
        meta: Meta::default(),
    }
}

/// Measures the export of one report.
///
/// # Panics
/// When it cannot be exported.
pub(crate) fn one_report(criterion: &mut Criterion, exporter: &dyn Exporter) {
    with_report(|_, judged| {
        let publication = publication(Kind::Report, judged, 1);
        criterion.bench_function(&format!("{} of one report", exporter.name()), |bencher| {
            bencher.iter(|| exporter.export(black_box(&publication)).unwrap());
        });
    });
}
