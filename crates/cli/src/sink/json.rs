//! `gouji/check/1`: findings as JSON.
use std::io::{self, Write};

use gouji_export::Standing;
use gouji_export::{FindingWire, MessageWire, SummaryWire, WaiverEntry, WaiverUse};
use gouji_model::{Lang, Unit};
use schemars::JsonSchema;
use serde::Serialize;

use super::{Ending, Sink, SinkOptions};
use crate::examine::Examined;
use crate::files::Failure;
use crate::progress::Progress;
use crate::tally::Tally;

/// Writes one object, its reports as they come: not all of them are held.
pub(super) struct Json {
    lang: Lang,
    is_first: bool,
    failures: Vec<FailureWire>,
    tally: Tally,
}

/// Name and number of the schema.
const CHECK_SCHEMA: &str = "gouji/check/1";

/// What `check --format json` writes.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "it only says what is written")]
pub(crate) struct CheckWire {
    /// Always `gouji/check/1`.
    #[schemars(extend("const" = CHECK_SCHEMA))]
    schema: &'static str,
    /// The reports that were judged, in the order of their files.
    reports: Vec<CheckedWire>,
    /// The files that could not be read.
    failures: Vec<FailureWire>,
    /// What the reports have in common.
    overview: OverviewWire,
    /// How far the collection has come, where a unit list was given.
    #[schemars(skip_serializing_if = "Option::is_none")]
    progress: Option<ProgressWire>,
    /// What became of each waiver, where some were given.
    #[schemars(skip_serializing_if = "Option::is_none")]
    waivers: Option<Vec<WaiverUseWire>>,
}

#[derive(JsonSchema, Serialize)]
pub(crate) struct WaiverUseWire {
    /// Id of the finding that it is for.
    finding: String,
    /// The unit, or the file where the unit is not known.
    unit: String,
    /// Report year.
    year: Option<i32>,
    /// `used`, `reopened` (the values have changed), `expired`, `unused` (there is no such finding any more) or
    /// `not_met` (no report of the unit and year was checked).
    #[schemars(extend("enum" = ["used", "reopened", "expired", "unused", "not_met"]))]
    became: &'static str,
    /// Why the finding may stand.
    reason: String,
    /// Who says so.
    author: String,
    /// The last day on which it holds, `YYYY-MM-DD`.
    expires: Option<String>,
    /// The article or document that it relies on.
    article: Option<String>,
}

impl WaiverUseWire {
    pub(super) fn of((entry, became): (&WaiverEntry, WaiverUse)) -> Self {
        Self {
            finding: entry.finding.clone(),
            unit: entry.unit.clone(),
            year: entry.year,
            became: became.id(),
            reason: entry.reason.clone(),
            author: entry.author.clone(),
            expires: entry.expires.map(|date| date.to_string()),
            article: entry.article.clone(),
        }
    }
}

#[derive(JsonSchema, Serialize)]
pub(crate) struct CheckedWire {
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
pub(crate) struct FailureWire {
    /// The file, as it was named.
    file: String,
    #[serde(flatten)]
    message: MessageWire,
}

/// What the reports have in common.
#[derive(JsonSchema, Serialize)]
struct OverviewWire {
    /// Rules that were broken, the most serious and most frequent first.
    rules: Vec<RuleCountWire>,
    /// The reports by report year, unknown years first.
    years: Vec<YearCountWire>,
}

#[derive(JsonSchema, Serialize)]
struct RuleCountWire {
    /// Id of the rule.
    rule: String,
    /// The gravest severity that was met.
    #[schemars(extend("enum" = ["error", "warning", "note"]))]
    severity: &'static str,
    /// Reports that break it.
    reports: usize,
    /// Findings.
    items: usize,
}

#[derive(JsonSchema, Serialize)]
struct YearCountWire {
    /// Report year.
    year: Option<i32>,
    /// Reports of the year.
    reports: usize,
    /// Reports without findings.
    clean: usize,
    /// Findings that are errors.
    errors: usize,
    /// Findings that are warnings.
    warnings: usize,
    /// Findings that are notes.
    notes: usize,
}

#[derive(JsonSchema, Serialize)]
pub(crate) struct ProgressWire {
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
        Self { lang: options.lang, is_first: true, failures: Vec::new(), tally: Tally::default() }
    }

    /// Begins the object and its list of reports before the first of them.
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        if std::mem::take(&mut self.is_first) {
            write!(out, "{{\n  \"schema\": \"{CHECK_SCHEMA}\",\n  \"reports\": [")
        } else {
            write!(out, ",")
        }
    }
}

/// A value indented as a member of the object; strings in JSON hold no line breaks.
fn indented(value: &impl Serialize, indent: &str) -> io::Result<String> {
    Ok(serde_json::to_string_pretty(value)?.replace('\n', &format!("\n{indent}")))
}

impl Sink for Json {
    fn report(&mut self, examined: &Examined<'_>, out: &mut dyn Write) -> io::Result<()> {
        self.tally.report(examined, String::new());
        self.begin(out)?;
        write!(out, "\n    {}", indented(&CheckedWire::of(examined, self.lang), "    ")?)
    }

    fn failure(&mut self, failure: &Failure, _out: &mut dyn Write) -> io::Result<()> {
        self.tally.failure(failure);
        self.failures.push(FailureWire::of(failure, self.lang));
        Ok(())
    }

    fn finish(&mut self, ending: &Ending<'_>, out: &mut dyn Write) -> io::Result<()> {
        if self.is_first {
            self.begin(out)?;
        } else {
            write!(out, "\n  ")?;
        }
        write!(out, "],\n  \"failures\": {}", indented(&self.failures, "  ")?)?;
        write!(out, ",\n  \"overview\": {}", indented(&OverviewWire::of(&self.tally), "  ")?)?;
        if let Some(progress) = ending.progress {
            write!(out, ",\n  \"progress\": {}", indented(&ProgressWire::of(progress), "  ")?)?;
        }
        if let Some(waivers) = ending.waivers {
            let uses: Vec<WaiverUseWire> = waivers.uses().map(WaiverUseWire::of).collect();
            write!(out, ",\n  \"waivers\": {}", indented(&uses, "  ")?)?;
        }
        writeln!(out, "\n}}")
    }
}

impl CheckedWire {
    /// A report with its findings; texts in one language.
    pub(super) fn of(examined: &Examined<'_>, lang: Lang) -> Self {
        Self {
            file: examined.file.to_string(),
            edition: examined.report.edition.to_string(),
            year: examined.report.year,
            unit: examined.report.unit.clone(),
            findings: examined.findings.iter().map(|finding| FindingWire::of(finding, lang)).collect(),
            summary: SummaryWire::of(examined.book, &examined.judgement, &examined.findings),
            notes: examined.report.notes.len(),
        }
    }
}

impl FailureWire {
    /// A file that could not be read.
    pub(super) fn of(failure: &Failure, lang: Lang) -> Self {
        Self { file: failure.file.to_string(), message: MessageWire::of(&failure.message, lang) }
    }
}

impl OverviewWire {
    fn of(tally: &Tally) -> Self {
        let rules = tally.rules().into_iter().map(|count| RuleCountWire {
            rule: count.rule.to_string(),
            severity: count.severity.id(),
            reports: count.reports,
            items: count.items,
        });
        let years = tally.years.iter().map(|(year, count)| YearCountWire {
            year: *year,
            reports: count.reports,
            clean: count.clean,
            errors: count.counts.errors,
            warnings: count.counts.warnings,
            notes: count.counts.notes,
        });
        Self { rules: rules.collect(), years: years.collect() }
    }
}

impl ProgressWire {
    pub(super) fn of(progress: &Progress<'_>) -> Self {
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
