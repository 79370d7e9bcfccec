//! Messages that several exporters say alike.
use gouji_edits::Severity;
use gouji_model::{Arg, Message};

use crate::{ExportError, Judged, Kind, Meta, open_findings};

/// The word for a severity.
pub fn severity_message(severity: Severity) -> Message {
    Message::new(match severity {
        Severity::Error => "word-error",
        Severity::Warning => "word-warning",
        Severity::Note => "word-note",
    })
}

/// How many findings of each severity a report has that are not waived, how many are, and what became of its edits; not judged is not passed.
pub fn summary_message(judged: &Judged<'_>) -> Message {
    let counts = judged.judgement.counts(judged.book);
    let open = || open_findings(judged.findings);
    let of = |severity| open().filter(|finding| finding.severity == severity).count();
    let waived = judged.findings.len() - open().count();
    let key = if open().next().is_none() { "export-summary-clean" } else { "export-summary" };
    let message = Message::new(key)
        .count("errors", of(Severity::Error))
        .count("warnings", of(Severity::Warning))
        .count("notes", of(Severity::Note))
        .count("held", counts.held)
        .count("unjudged", counts.unjudged)
        .count("inapplicable", counts.inapplicable);
    if waived == 0 {
        return message;
    }
    Message::new("waiver-counted").with("summary", Arg::Message(Box::new(message))).count("count", waived)
}

/// Where a report comes from: edition, file, hash, date and program, each on its own.
pub fn about(judged: &Judged<'_>, meta: &Meta) -> Vec<Message> {
    let mut about = vec![Message::new("export-about-edition").label("edition", &judged.book.edition.title)];
    let mut add = |key: &'static str, text: &str| {
        if !text.is_empty() {
            about.push(Message::new(key).text("text", text));
        }
    };
    add("export-about-file", &judged.source.file);
    add("export-about-sha256", &judged.source.sha256);
    add("export-about-url", judged.source.url.as_deref().unwrap_or_default());
    add("export-about-date", &meta.date.map(|date| date.to_string()).unwrap_or_default());
    add("export-about-generator", &meta.generator);
    about
}

/// The error that a format does not exist for a kind of publication.
pub fn unsupported(format: &str, kind: Kind) -> ExportError {
    let kind = Message::new(match kind {
        Kind::Report => "export-kind-report",
        Kind::BlankForm => "export-kind-blank-form",
        Kind::Notice => "export-kind-notice",
        Kind::Batch => "export-kind-batch",
    });
    let message = Message::new("export-unsupported").text("format", format);
    ExportError(message.with("kind", Arg::Message(Box::new(kind))))
}
