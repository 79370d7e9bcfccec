//! Workflow commands of GitHub Actions: findings become annotations of the files.
//!
//! Source: GitHub Docs, "Workflow commands for GitHub Actions".
use std::io::{self, Write};

use gouji_edits::{Finding, Severity};
use gouji_export::{place_message, waiver_message};
use gouji_model::{Lang, Place, render};

use super::{Ending, Sink, SinkOptions};
use crate::examine::Examined;
use crate::files::Failure;
use crate::text;

/// Writes one command a finding.
pub(super) struct GitHub {
    lang: Lang,
}

impl GitHub {
    pub(super) fn new(options: SinkOptions) -> Self {
        Self { lang: options.lang }
    }
}

/// A waived finding is told and marks nothing as wrong.
fn command(finding: &Finding) -> &'static str {
    match finding.severity {
        _ if finding.is_waived() => "notice",
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    }
}

/// Text behind the `::` of a command.
fn message(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Value of a property of a command.
fn property(text: &str) -> String {
    message(text).replace(':', "%3A").replace(',', "%2C")
}

impl Sink for GitHub {
    fn report(&mut self, examined: &Examined<'_>, out: &mut dyn Write) -> io::Result<()> {
        for finding in &examined.findings {
            let mut lines = vec![render(&finding.message, self.lang)];
            lines.extend(finding.suggestion.as_ref().map(|suggestion| render(suggestion, self.lang)));
            lines.extend(finding.waiver.as_ref().map(|waiver| render(&waiver_message(waiver), self.lang)));
            write!(out, "::{} file={}", command(finding), property(examined.file.as_str()))?;
            match finding.origin.as_ref() {
                Some(origin) if origin.part.is_none() && matches!(origin.place, Place::Line { .. }) => {
                    let Place::Line { line } = origin.place else { continue };
                    write!(out, ",line={line}")?;
                }
                Some(origin) => {
                    let place =
                        format!("{} {}", text("word-place", self.lang), render(&place_message(origin), self.lang));
                    lines.push(place);
                }
                None => {}
            }
            writeln!(out, ",title={}::{}", property(&finding.rule), message(&lines.join("\n")))?;
        }
        Ok(())
    }

    fn failure(&mut self, failure: &Failure, out: &mut dyn Write) -> io::Result<()> {
        let file = property(failure.file.as_str());
        writeln!(out, "::error file={file}::{}", message(&render(&failure.message, self.lang)))
    }

    fn finish(&mut self, _ending: &Ending<'_>, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}
