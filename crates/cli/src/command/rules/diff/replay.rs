//! The same reports read and judged by two editions.
use camino::{Utf8Path, Utf8PathBuf};
use gouji_edits::{Context, Finding, Severity};
use gouji_model::Lang;

use super::wire::{FindingWire, ReplayWire};
use crate::examine::examine;
use crate::fault::message_of;
use crate::files::expand;
use crate::guard::guarded;
use crate::intake::{book_of, receive};
use crate::session::Session;

/// What two editions say of every report below a path.
pub(super) fn replay(sessions: &[Session<'_>; 2], path: &Utf8Path, cwd: &Utf8Path) -> Vec<ReplayWire> {
    let mut replayed = Vec::new();
    for file in expand(&[path.to_owned()], cwd, &[]) {
        match file {
            Ok(file) => replayed.extend(
                replay_file(sessions, &file, cwd)
                    .unwrap_or_else(|error| vec![failed(&file, &gouji_model::render(&message_of(&error), Lang::En))]),
            ),
            Err(failure) => replayed.push(failed(&failure.file, &gouji_model::render(&failure.message, Lang::En))),
        }
    }
    replayed
}

fn failed(file: &Utf8Path, failure: &str) -> ReplayWire {
    ReplayWire { file: file.to_string(), failure: Some(failure.to_owned()), ..ReplayWire::default() }
}

/// A report's verdict by one edition.
struct Verdict {
    unit: Option<String>,
    year: Option<i32>,
    findings: Vec<Finding>,
}

fn replay_file(sessions: &[Session<'_>; 2], file: &Utf8PathBuf, cwd: &Utf8Path) -> anyhow::Result<Vec<ReplayWire>> {
    let [from, to] = sessions;
    let (old, new) = (verdicts(from, file, cwd)?, verdicts(to, file, cwd)?);
    // A file that one edition takes for more reports than the other is told by what is over.
    let none = || Verdict { unit: None, year: None, findings: Vec::new() };
    let count = old.len().max(new.len());
    let mut pairs = (old.into_iter().map(Some), new.into_iter().map(Some));
    let pair = |_| (pairs.0.next().flatten().unwrap_or_else(none), pairs.1.next().flatten().unwrap_or_else(none));
    Ok((0..count).map(pair).map(|(old, new)| report(file, old, &new)).collect())
}

fn verdicts(session: &Session<'_>, file: &Utf8Path, cwd: &Utf8Path) -> anyhow::Result<Vec<Verdict>> {
    let received = receive(session, cwd, file)?;
    let verdict = |report: &gouji_model::Report| {
        guarded(|| {
            let examined = examine(book_of(session, report)?, report, file, &Context::default());
            let unit = report.unit.name.as_deref().map(ToOwned::to_owned);
            Ok(Verdict { unit, year: report.year, findings: examined.findings })
        })
    };
    received.iter().map(|received| verdict(&received.report)).collect()
}

fn report(file: &Utf8Path, old: Verdict, new: &Verdict) -> ReplayWire {
    let wire = |finding: &Finding| FindingWire { id: finding.id.clone(), severity: Severity::id(finding.severity) };
    let only = |own: &[Finding], other: &[Finding]| -> Vec<FindingWire> {
        own.iter().filter(|finding| !other.iter().any(|other| other.id == finding.id)).map(wire).collect()
    };
    let reweighed = |finding: &&Finding| {
        old.findings.iter().any(|other| other.id == finding.id && other.severity != finding.severity)
    };
    ReplayWire {
        file: file.to_string(),
        appeared: only(&new.findings, &old.findings),
        settled: only(&old.findings, &new.findings),
        reweighed: new.findings.iter().filter(reweighed).map(wire).collect(),
        unit: old.unit.or_else(|| new.unit.clone()),
        year: old.year.or(new.year),
        failure: None,
    }
}
