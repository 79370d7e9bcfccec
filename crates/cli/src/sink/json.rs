//! `gouji/check/1`: findings as JSON.
use std::io::{self, Write};

use gouji_export::Standing;
use gouji_export::{FindingWire, MessageWire, SummaryWire};
use gouji_model::{Lang, Unit};
use schemars::JsonSchema;
use serde::Serialize;

use super::{Sink, SinkOptions};
use crate::examine::Examined;
use crate::files::Failure;
use crate::progress::Progress;

/// Collects reports and writes one object.
pub(super) struct Json {
    lang: Lang,
    wire: CheckWire,
}

/// Name and number of the schema.
const CHECK_SCHEMA: &str = "gouji/check/1";

/// What `check --format json` writes.
#[derive(JsonSchema, Serialize)]
pub(crate) struct CheckWire {
    /// Always `gouji/check/1`.
    #[schemars(extend("const" = CHECK_SCHEMA))]
    schema: &'static str,
    /// The reports that were judged, in the order of their files.
    reports: Vec<CheckedWire>,
    /// The files that could not be read.
    failures: Vec<FailureWire>,
    /// How far the collection has come, where a unit list was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    progress: Option<ProgressWire>,
}

#[derive(JsonSchema, Serialize)]
struct CheckedWire {
    /// Its file, as it was named.
    file: String,
    /// Id of the edition by which it was judged.
    edition: String,
    /// Report year.
    year: Option<i32>,
    /// Who reports.
    unit: Unit,
    /// What is wrong.
    findings: Vec<FindingWire>,
    /// Counts.
    summary: SummaryWire,
    /// Number of reading notes.
    notes: usize,
}

#[derive(JsonSchema, Serialize)]
struct FailureWire {
    /// The file, as it was named.
    file: String,
    #[serde(flatten)]
    message: MessageWire,
}

#[derive(JsonSchema, Serialize)]
struct ProgressWire {
    /// Units of which there is no file.
    not_received: Vec<String>,
    /// Units whose file could not be read.
    unreadable: Vec<String>,
    /// Units with errors.
    with_errors: Vec<String>,
    /// Units without errors.
    clean: Vec<String>,
    /// Units with more than one file.
    doubled: Vec<String>,
    /// Files of units that are not on the list.
    unlisted: Vec<String>,
}

impl Json {
    pub(super) fn new(options: SinkOptions) -> Self {
        let wire = CheckWire { schema: CHECK_SCHEMA, reports: Vec::new(), failures: Vec::new(), progress: None };
        Self { lang: options.lang, wire }
    }
}

impl Sink for Json {
    fn report(&mut self, examined: &Examined<'_>, _out: &mut dyn Write) -> io::Result<()> {
        self.wire.reports.push(CheckedWire {
            file: examined.file.to_string(),
            edition: examined.report.edition.to_string(),
            year: examined.report.year,
            unit: examined.report.unit.clone(),
            findings: examined.findings.iter().map(|finding| FindingWire::of(finding, self.lang)).collect(),
            summary: SummaryWire::of(&examined.judgement, examined.findings.len()),
            notes: examined.report.notes.len(),
        });
        Ok(())
    }

    fn failure(&mut self, failure: &Failure, _out: &mut dyn Write) -> io::Result<()> {
        let message = MessageWire::of(&failure.message, self.lang);
        self.wire.failures.push(FailureWire { file: failure.file.to_string(), message });
        Ok(())
    }

    fn finish(&mut self, progress: Option<&Progress<'_>>, out: &mut dyn Write) -> io::Result<()> {
        self.wire.progress = progress.map(ProgressWire::of);
        serde_json::to_writer_pretty(&mut *out, &self.wire)?;
        writeln!(out)
    }
}

impl ProgressWire {
    fn of(progress: &Progress<'_>) -> Self {
        let names = |names: Vec<&str>| names.into_iter().map(ToOwned::to_owned).collect();
        Self {
            not_received: names(progress.names(Standing::NotReceived)),
            unreadable: names(progress.names(Standing::Unreadable)),
            with_errors: names(progress.names(Standing::WithErrors)),
            clean: names(progress.names(Standing::Clean)),
            doubled: names(progress.doubled()),
            unlisted: progress.unlisted.iter().map(ToString::to_string).collect(),
        }
    }
}
