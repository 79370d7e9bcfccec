//! `gouji/check/1`: findings as JSON.
use std::io::{self, Write};

use gouji_export::Standing;
use gouji_export::{FindingWire, MessageWire, SummaryWire};
use gouji_model::{Lang, Unit};
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

#[derive(Serialize)]
struct CheckWire {
    schema: &'static str,
    reports: Vec<ReportWire>,
    failures: Vec<FailureWire>,
    #[serde(skip_serializing_if = "Option::is_none")]
    progress: Option<ProgressWire>,
}

#[derive(Serialize)]
struct ReportWire {
    file: String,
    edition: String,
    year: Option<i32>,
    unit: Unit,
    findings: Vec<FindingWire>,
    summary: SummaryWire,
    notes: usize,
}

#[derive(Serialize)]
struct FailureWire {
    file: String,
    #[serde(flatten)]
    message: MessageWire,
}

#[derive(Serialize)]
struct ProgressWire {
    not_received: Vec<String>,
    unreadable: Vec<String>,
    with_errors: Vec<String>,
    clean: Vec<String>,
    doubled: Vec<String>,
    unlisted: Vec<String>,
}

impl Json {
    pub(super) fn new(options: SinkOptions) -> Self {
        let wire = CheckWire { schema: "gouji/check/1", reports: Vec::new(), failures: Vec::new(), progress: None };
        Self { lang: options.lang, wire }
    }
}

impl Sink for Json {
    fn report(&mut self, examined: &Examined<'_>, _out: &mut dyn Write) -> io::Result<()> {
        self.wire.reports.push(ReportWire {
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
