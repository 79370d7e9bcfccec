//! The same reports read and judged by two editions, against the same things as with `check`.
use camino::{Utf8Path, Utf8PathBuf};
use gouji_edits::{Finding, Severity};
use gouji_export::Waivers;
use gouji_model::{Lang, render};

use super::wire::{FindingWire, ReplayWire};
use crate::checked::{Beside, Checked, Settled};
use crate::command::rules_arguments::ReplayArguments;
use crate::command::tell;
use crate::examine::Examined;
use crate::files::{Failure, expand};
use crate::intake::book_of;
use crate::last_year::LastYear;
use crate::likeness::Likeness;
use crate::members::MemberReports;
use crate::session::Session;
use crate::{Io, waivers};

/// What two editions say of every report below a path.
///
/// # Errors
/// When the waivers cannot be read, or the members are of nobody.
pub(super) fn replay(
    sessions: &[Session<'_>; 2],
    path: &Utf8Path,
    beside: &ReplayArguments,
    io: &mut Io<'_>,
) -> anyhow::Result<Vec<ReplayWire>> {
    let known = beside.units.iter().chain(&beside.waivers).map(|path| io.cwd.join(path));
    let files = expand(&[path.to_owned()], &io.cwd, &known.collect::<Vec<_>>());
    let [old, new] = sessions;
    let lang = new.lang;
    let (old, new) = (verdicts(old, &files, beside, io)?, verdicts(new, &files, beside, io)?);
    Ok(old.into_iter().zip(new).flat_map(|(old, new)| paired(old, new, lang)).collect())
}

/// A file by one edition: the verdicts on its reports, and what could not be read or judged of it.
struct FileVerdicts {
    file: Utf8PathBuf,
    verdicts: Vec<Verdict>,
    failures: Vec<Failure>,
}

/// A report's verdict by one edition.
#[derive(Default)]
struct Verdict {
    unit: Option<String>,
    year: Option<i32>,
    /// What is found and not waived.
    findings: Vec<Finding>,
}

/// What one edition says of every file.
fn verdicts(
    session: &Session<'_>,
    files: &[Result<Utf8PathBuf, Failure>],
    arguments: &ReplayArguments,
    io: &mut Io<'_>,
) -> anyhow::Result<Vec<FileVerdicts>> {
    let (last_year, mut failures) = LastYear::read(session, arguments.last_year.as_deref(), &io.cwd);
    let known: Vec<&Utf8PathBuf> = arguments.units.iter().chain(&arguments.waivers).collect();
    let members = arguments.members.as_ref();
    let members = members.map(|path| MemberReports::of_files(session, path, (files, &known), &io.cwd)).transpose()?;
    failures.extend(members.iter().flat_map(|members| members.failures.iter().cloned()));
    failures.iter().try_for_each(|failure| tell(failure, session, io.stderr))?;
    let mut waivers = waivers::given(session, &arguments.waivers, arguments.date, io)?;
    let beside = Beside { last_year: &last_year, members: members.as_ref(), several: files.len() > 1 };
    let mut likeness = Likeness::default();
    let judged = files.iter().map(|file| {
        let checked = Checked::of(session, beside, &io.cwd, file.clone());
        of_file(session, checked, file, (&mut likeness, waivers.as_mut()))
    });
    Ok(judged.collect())
}

fn of_file(
    session: &Session<'_>,
    checked: Checked<'_>,
    file: &Result<Utf8PathBuf, Failure>,
    (likeness, mut waivers): (&mut Likeness, Option<&mut Waivers>),
) -> FileVerdicts {
    let file = file.as_ref().unwrap_or_else(|failure| &failure.file).clone();
    let mut own = FileVerdicts { file, verdicts: Vec::new(), failures: checked.failures };
    for report in checked.reports {
        let settled = report.settle(session, likeness, &own.file).and_then(|settled| {
            let book = book_of(session, &settled.received.report).map_err(|error| Failure::new(&own.file, &error))?;
            Ok((book, settled))
        });
        match settled {
            Ok((book, Settled { received, before, verdict })) => {
                let report = &received.report;
                let mut examined = Examined::new(book, report, &own.file, before.filed, verdict);
                if let Some(waivers) = waivers.as_deref_mut() {
                    examined.waive(waivers);
                }
                let findings = examined.findings.into_iter().filter(|finding| !finding.is_waived()).collect();
                let unit = report.unit.name.as_deref().map(ToOwned::to_owned);
                own.verdicts.push(Verdict { unit, year: report.year, findings });
            }
            Err(failure) => own.failures.push(failure),
        }
    }
    own
}

/// The reports of a file, one by one: a file that one edition takes for more reports than the other is told by what is
/// over.
fn paired(old: FileVerdicts, new: FileVerdicts, lang: Lang) -> Vec<ReplayWire> {
    let mut failures: Vec<Failure> = old.failures;
    failures.extend(new.failures.into_iter().filter(|failure| !failures.contains(failure)).collect::<Vec<_>>());
    let failed = failures.iter().map(|failure| ReplayWire {
        file: failure.file.to_string(),
        failure: Some(render(&failure.message, lang)),
        ..ReplayWire::default()
    });
    let failed: Vec<ReplayWire> = failed.collect();
    let count = old.verdicts.len().max(new.verdicts.len());
    let (mut olds, mut news) = (old.verdicts.into_iter(), new.verdicts.into_iter());
    let pairs =
        (0..count).map(|_| report(&old.file, olds.next().unwrap_or_default(), &news.next().unwrap_or_default()));
    failed.into_iter().chain(pairs).collect()
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
