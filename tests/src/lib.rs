//! What the tests and the corpus scorer share: reading a file as the driver does, and comparing a reading with the
//! values that a person read.
pub mod clock;
mod generated;
pub mod made;
mod noted;
#[expect(clippy::unwrap_used, reason = "nothing fails that is written into memory")]
pub mod samples;
mod truth;
mod verdict;

use std::sync::LazyLock;

use anyhow::{Context as _, Result, anyhow};
use camino::Utf8Path;
use gouji_edits::{Context, Finding, RuleBook, judge};
use gouji_model::{Claim, Form, Number, Period, Report};
use gouji_read::{Input, Limits};
use gouji_recognise::{Hints, PartRef, Recogniser};
use gouji_repair::findings;
use gouji_rules::Folder;

pub use generated::generated_files;
pub use noted::silent_differences;
pub use truth::{Difference, Truth};
pub use verdict::{Codes, Verdict};

/// A claim of the report's own year, as a sentence of the first section would make it.
pub fn claim(metric: &str, value: Number) -> Claim {
    Claim {
        metric: metric.into(),
        value,
        period: Period::ThisYear,
        scope: None,
        section: "overview".into(),
        paragraph: 1,
        sentence: "".into(),
        origin: None,
    }
}

/// The editions built in.
///
/// # Errors
/// When an edition does not load.
pub fn editions() -> Result<Vec<RuleBook>> {
    let folders: Vec<Folder> =
        gouji_editions::EDITIONS.iter().map(|edition| Folder::new(edition.id, edition.files.iter().copied())).collect();
    gouji_rules::load(&folders, &[]).map_err(|errors| anyhow!("{errors}"))
}

/// The editions built in, loaded once for all cases of a property.
///
/// # Panics
/// When an edition does not load.
#[expect(clippy::panic, reason = "without the editions there is nothing to test")]
pub fn books() -> &'static [RuleBook] {
    static BOOKS: LazyLock<Vec<RuleBook>> = LazyLock::new(|| editions().unwrap_or_else(|error| panic!("{error}")));
    &BOOKS
}

/// A report with the edition it was read with.
#[derive(Debug)]
pub struct ReadReport<'a> {
    /// The edition.
    pub book: &'a RuleBook,
    /// The report.
    pub report: Report,
}

impl ReadReport<'_> {
    /// What is wrong with the report, without last year, members or unit list.
    pub fn findings(&self) -> Vec<Finding> {
        let context = Context::default();
        let judgement = judge(self.book, &self.report, &context);
        findings(self.book, &self.report, &context, &judgement)
    }

    /// The form of the edition.
    pub fn form(&self) -> &Form {
        &self.book.form
    }
}

/// The reports in a file's content.
///
/// # Errors
/// The message that a user would see, in English.
pub fn read<'a>(books: &'a [RuleBook], bytes: &[u8], hints: &Hints) -> Result<Vec<ReadReport<'a>>> {
    let find = |id: &str| books.iter().find(|book| &*book.edition.id == id).with_context(|| format!("edition {id}"));
    match gouji_read::read(bytes, &Limits::default())? {
        Input::Document(document) => {
            let reports = Recogniser::new(books).recognise(&document, hints)?;
            reports.into_iter().map(|report| Ok(ReadReport { book: find(&report.edition)?, report })).collect()
        }
        Input::Parts(parts) => {
            let parts: Vec<PartRef<'_>> =
                parts.iter().map(|part| PartRef { name: &part.name, document: &part.document }).collect();
            let reports = Recogniser::new(books).recognise_parts(&parts, hints)?;
            reports.into_iter().map(|report| Ok(ReadReport { book: find(&report.edition)?, report })).collect()
        }
        Input::Report(wire) => {
            let book = find(&wire.edition)?;
            Ok(vec![ReadReport { book, report: wire.report(&book.form)? }])
        }
    }
}

/// The one report in a file.
///
/// # Errors
/// When the file cannot be read or does not hold exactly one report.
pub fn read_file<'a>(books: &'a [RuleBook], path: &Utf8Path, hints: &Hints) -> Result<ReadReport<'a>> {
    let bytes = std::fs::read(path).with_context(|| path.to_string())?;
    let mut reports = read(books, &bytes, hints).with_context(|| path.to_string())?;
    match (reports.pop(), reports.is_empty()) {
        (Some(report), true) => Ok(report),
        _ => Err(anyhow!("{path}: not one report")),
    }
}
