//! Publications of the fixtures, and the text of what exporters make of them.
use std::sync::OnceLock;

use camino::Utf8Path;
use gouji_edits::{Context, Finding, Judgement, RuleBook, judge};
use gouji_export::{Date, Exporter, Judged, Kind, Meta, Publication, Source, other_forms, summary_message};
use gouji_model::{Lang, Report, render};
use gouji_recognise::Hints;
use gouji_tests::{ReadReport, read_file};

/// What stands in snapshots for the counts of edits.
pub(super) const SUMMARY: &str = "[summary]";

/// Reports, judged.
pub(super) struct Press<'a> {
    pub(super) book: &'a RuleBook,
    pub(super) read: Vec<Filed<'a>>,
    pub(super) lang: Lang,
}

/// A report with its file, its judgement and its findings.
pub(super) struct Filed<'a> {
    file: String,
    books: &'a [RuleBook],
    book: &'a RuleBook,
    pub(super) report: Report,
    judged: OnceLock<(Judgement, Vec<Finding>)>,
}

impl<'a> Filed<'a> {
    pub(super) fn form(&self) -> &'a gouji_model::Form {
        &self.book.form
    }

    fn judged(&self) -> &(Judgement, Vec<Finding>) {
        self.judged.get_or_init(|| {
            let context = Context::default();
            let judgement = judge(self.book, &self.report, &context);
            let findings = gouji_repair::findings(self.book, &self.report, &context, &judgement);
            (judgement, findings)
        })
    }
}

impl<'a> Press<'a> {
    /// The fixtures of these names.
    pub(super) fn of(books: &'a [RuleBook], files: &[&str]) -> Self {
        let read = files.iter().map(|file| {
            let path = Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("suite/reports").join(file);
            let ReadReport { book, report } = read_file(books, &path, &Hints::default()).unwrap();
            Filed { file: (*file).to_owned(), books, book, report, judged: OnceLock::new() }
        });
        let read: Vec<_> = read.collect();
        let book = read.iter().map(|read| read.book).max_by_key(|book| book.edition.years.from).unwrap();
        Self { book, read, lang: Lang::Zh }
    }

    /// A report made by a test.
    pub(super) fn with(books: &'a [RuleBook], report: Report) -> Self {
        let book = books.iter().find(|book| book.edition.id == report.edition).unwrap();
        let read = vec![Filed { file: "样本.txt".to_owned(), books, book, report, judged: OnceLock::new() }];
        Self { book, read, lang: Lang::Zh }
    }

    pub(super) fn publication(&self, kind: Kind) -> Publication<'_> {
        Publication {
            kind,
            book: self.book,
            reports: self.read.iter().map(judged).collect(),
            name: "样本".to_owned(),
            year: (kind == Kind::BlankForm).then_some(self.book.edition.years.from),
            meta: Meta {
                date: Some(Date { year: 2026, month: 1, day: 31 }),
                lang: self.lang,
                office: Some("云岭县人民政府办公室".to_owned()),
                generator: "gouji".to_owned(),
                rules_sha256: "0".repeat(64),
                ..Meta::default()
            },
        }
    }

    /// The lines that count edits.
    pub(super) fn summaries(&self) -> Vec<String> {
        self.read.iter().map(|read| render(&summary_message(&judged(read)), self.lang)).collect()
    }
}

fn judged<'r>(read: &'r Filed<'_>) -> Judged<'r> {
    let (judgement, findings) = read.judged();
    let source = Source { file: read.file.clone(), sha256: "f".repeat(64), url: None };
    let other_forms = other_forms(&read.report, read.books);
    Judged { book: read.book, report: &read.report, judgement, findings, last_year: None, other_forms, source }
}

/// The content of the artifact with a suffix.
#[track_caller]
pub(super) fn bytes(exporter: &dyn Exporter, publication: &Publication<'_>, suffix: &str) -> Vec<u8> {
    let artifacts = exporter.export(publication).unwrap();
    artifacts.into_iter().find(|artifact| artifact.suffix == suffix).unwrap().bytes
}

/// The same as text.
#[track_caller]
pub(super) fn text(exporter: &dyn Exporter, publication: &Publication<'_>, suffix: &str) -> String {
    String::from_utf8(bytes(exporter, publication, suffix)).unwrap()
}
