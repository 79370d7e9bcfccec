//! A file that was read, and its reports judged with what is known beside them.
use camino::{Utf8Path, Utf8PathBuf};
use gouji_edits::Context;
use gouji_model::Message;
use gouji_recognise::TextPrint;

use crate::examine::Verdict;
use crate::files::Failure;
use crate::guard::guarded;
use crate::intake::{Received, book_of, receive};
use crate::last_year::{Before, LastYear};
use crate::likeness::{self, Likeness};
use crate::members::{MemberReports, Roster};
use crate::session::Session;

/// Reports that others are compared with.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Beside<'a> {
    /// Those of last year.
    pub(crate) last_year: &'a LastYear,
    /// Those of member units.
    pub(crate) members: Option<&'a MemberReports>,
    /// Several files are checked, so that each may be a copy of one before it.
    pub(crate) several: bool,
}

/// A file that was read, and its reports that were judged.
#[derive(Default)]
pub(crate) struct Checked<'a> {
    /// The file.
    pub(crate) file: Utf8PathBuf,
    /// Its reports.
    pub(crate) reports: Vec<CheckedReport<'a>>,
    /// What of it could not be read or judged.
    pub(crate) failures: Vec<Failure>,
    /// What is to be told of the member units.
    pub(crate) remarks: Vec<Message>,
}

impl<'a> Checked<'a> {
    /// Reads a file and judges its reports; a panic in either is one of the failures.
    pub(crate) fn of<'b: 'a>(
        session: &'a Session<'b>,
        mut beside: Beside<'a>,
        cwd: &Utf8Path,
        file: Result<Utf8PathBuf, Failure>,
    ) -> Self {
        let mut checked = Self::default();
        let received = file.and_then(|file| {
            checked.file.clone_from(&file);
            receive(session, cwd, &file).map_err(|error| Failure::new(&file, &error))
        });
        match received {
            Ok(received) => {
                beside.several |= received.len() > 1;
                for received in received {
                    checked.judge(session, beside, received);
                }
            }
            Err(failure) => checked.failures.push(failure),
        }
        checked
    }

    fn judge<'b: 'a>(&mut self, session: &'a Session<'b>, beside: Beside<'a>, received: Received) {
        match guarded(|| CheckedReport::of(session, beside, received)) {
            Ok(report) => {
                let name = report.received.report.unit.name.as_deref().unwrap_or_default();
                self.remarks.extend(report.roster.iter().flat_map(|roster| roster.remarks(name)));
                self.reports.push(report);
            }
            Err(error) => self.failures.push(Failure::new(&self.file, &error)),
        }
    }
}

/// A report that was read and judged, but for what it has in common with those before it.
pub(crate) struct CheckedReport<'a> {
    received: Received,
    before: Before<'a>,
    roster: Option<Roster<'a>>,
    /// Its text, where there are others to compare it with.
    text: Option<TextPrint>,
    verdict: Verdict,
}

impl<'a> CheckedReport<'a> {
    fn of<'b: 'a>(session: &'a Session<'b>, beside: Beside<'a>, mut received: Received) -> anyhow::Result<Self> {
        let before = beside.last_year.before(session, (&received.report.unit, received.report.year), received.listed);
        let book = book_of(session, &received.report)?;
        let text = likeness::prepare(book, &mut received.report, beside.several, before);
        let roster = beside.members.and_then(|members| members.roster_of(session, book, &mut received));
        let verdict = verdict(session, &received, before, roster.as_ref())?;
        Ok(Self { received, before, roster, text, verdict })
    }

    /// Compares the report with those before it, in the order of the files, and judges it again where that tells more.
    pub(crate) fn settle(
        self,
        session: &Session<'_>,
        likeness: &mut Likeness,
        file: &Utf8Path,
    ) -> Result<Settled<'a>, Failure> {
        let mut settled = Settled { received: self.received, before: self.before, verdict: self.verdict };
        let Some(text) = self.text else { return Ok(settled) };
        let again = guarded(|| {
            let copied = likeness.compare(text, &mut settled.received.report, file);
            let again = || verdict(session, &settled.received, settled.before, self.roster.as_ref());
            copied.then(again).transpose()
        });
        if let Some(verdict) = again.map_err(|error| Failure::new(file, &error))? {
            settled.verdict = verdict;
        }
        Ok(settled)
    }
}

/// A report and all that is known of it.
pub(crate) struct Settled<'a> {
    /// The report.
    pub(crate) received: Received,
    /// The year before.
    pub(crate) before: Before<'a>,
    /// What is wrong.
    pub(crate) verdict: Verdict,
}

fn verdict(
    session: &Session<'_>,
    received: &Received,
    before: Before<'_>,
    roster: Option<&Roster<'_>>,
) -> anyhow::Result<Verdict> {
    let (_, members) = roster.map(|roster| roster.filed(session.library)).unwrap_or_default();
    let context = Context { members: &members, ..before.context() };
    Ok(Verdict::of(session.localiser(book_of(session, &received.report)?)?, &received.report, &context))
}
