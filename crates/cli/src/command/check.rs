//! `gouji check`: reads, judges, tells.
use std::io::Write;

use camino::{Utf8Path, Utf8PathBuf};
use gouji_edits::Severity;
use gouji_export::Waivers;
use gouji_model::{Arg, Message};

use super::write_to;
use crate::arguments::{CheckArguments, Inputs};
use crate::examine::{Examined, Verdict};
use crate::exit::Exit;
use crate::fault::Fault;
use crate::files::{Failure, expand};
use crate::guard::guarded;
use crate::intake::{Received, book_of, receive};
use crate::members::MemberReports;
use crate::meter::Meter;
use crate::progress::Progress;
use crate::session::{Session, Verbosity};
use crate::sink::{Ending, FORMATS, Sink, SinkOptions};
use crate::style::Paint;
use crate::{Io, text, waivers};

/// Checks files, several at a time; one that cannot be read does not stop the rest.
pub(crate) fn run(session: &Session<'_>, arguments: &CheckArguments, io: &mut Io<'_>) -> anyhow::Result<Exit> {
    let beside = arguments.output.output.iter().chain(&arguments.waivers.files);
    let files = files(&arguments.input, beside, &io.cwd)?;
    let to_terminal = io.is_terminal && arguments.output.output.is_none();
    let options = SinkOptions {
        lang: session.lang,
        paint: Paint { colour: to_terminal && !io.env.no_color },
        verbosity: session.verbosity,
        deny: arguments.deny.severity(),
        several: files.len() > 1,
    };
    let format = FORMATS.iter().find(|format| format.name == arguments.format).unwrap_or(&FORMATS[0]);
    let (cwd, all) = (io.cwd.clone(), files.len());
    let members = arguments.members.as_ref();
    let members = members.map(|path| MemberReports::beside(session, arguments, path, &files, io)).transpose()?;
    let mut waivers = waivers::given(session, &arguments.waivers, arguments.date, io)?;
    let is_whole = members.as_ref().is_none_or(|members| members.failures.is_empty());
    let (workers, meter) = (session.workers(all)?, Meter::new(session, all, io));
    write_to(arguments.output.output.as_deref(), io, |out, err| {
        let mut checking = Checking {
            session,
            sink: (format.open)(options),
            progress: session.units.as_ref().map(Progress::new),
            deny: arguments.deny.severity(),
            exit: if is_whole { Exit::Clean } else { Exit::Failed },
            waivers: waivers.as_mut(),
        };
        let work = |file| Checked::of(session, &cwd, file, members.as_ref());
        let done =
            workers.in_order(files, work, |checked| meter.step(|| checking.take(checked, &mut *out, &mut *err)))?;
        drop(meter);
        let ending = Ending { progress: checking.progress.as_ref(), waivers: checking.waivers.as_deref() };
        checking.sink.finish(&ending, out)?;
        if done < all {
            checking.exit = Exit::Failed;
            let message = Message::new("jobs-interrupted").count("done", done).count("all", all);
            writeln!(err, "{} {}", text("word-error", session.lang), session.say(&message))?;
        }
        Ok(checking.exit)
    })
}

/// The files that the arguments stand for; in folders, what a run reads or writes beside them is no report.
pub(super) fn files<'a>(
    inputs: &'a Inputs,
    beside: impl IntoIterator<Item = &'a Utf8PathBuf>,
    cwd: &Utf8Path,
) -> anyhow::Result<Vec<Result<Utf8PathBuf, Failure>>> {
    let except: Vec<Utf8PathBuf> = inputs.units.iter().chain(beside).map(|path| cwd.join(path)).collect();
    let files = expand(&inputs.files, cwd, &except);
    if inputs.unit.is_some() && files.len() > 1 {
        return Err(Fault::error(Message::new("driver-unit-of-several").count("count", files.len())));
    }
    Ok(files)
}

/// Tells standard error that a file could not be read.
pub(crate) fn tell(failure: &Failure, session: &Session<'_>, err: &mut dyn Write) -> std::io::Result<()> {
    let reason = Arg::Message(Box::new(failure.message.clone()));
    let message = Message::new("driver-failure").text("file", failure.file.as_str()).with("reason", reason);
    writeln!(err, "{} {}", text("word-error", session.lang), session.say(&message))
}

/// A file that was read, and its reports that were judged.
#[derive(Default)]
pub(super) struct Checked {
    /// The file.
    pub(super) file: Utf8PathBuf,
    /// Its reports.
    pub(super) reports: Vec<(Received, Verdict)>,
    /// What of it could not be read or judged.
    pub(super) failures: Vec<Failure>,
    /// What is to be told of the member units.
    remarks: Vec<Message>,
}

impl Checked {
    /// Reads a file and judges its reports; a panic in either is one of the failures.
    pub(super) fn of(
        session: &Session<'_>,
        cwd: &Utf8Path,
        file: Result<Utf8PathBuf, Failure>,
        members: Option<&MemberReports>,
    ) -> Self {
        let mut checked = Self::default();
        let received = file.and_then(|file| {
            checked.file.clone_from(&file);
            receive(session, cwd, &file).map_err(|error| Failure::new(&file, &error))
        });
        match received {
            Ok(received) => received.into_iter().for_each(|received| checked.judge(session, received, members)),
            Err(failure) => checked.failures.push(failure),
        }
        checked
    }

    fn judge(&mut self, session: &Session<'_>, mut received: Received, members: Option<&MemberReports>) {
        let verdict = guarded(|| {
            let book = book_of(session, &received.report)?;
            let roster = members.and_then(|members| members.roster_of(session, book, &mut received));
            let (_, filed) = roster.as_ref().map(|roster| roster.filed(session.library)).unwrap_or_default();
            let name = received.report.unit.name.as_deref().unwrap_or_default();
            self.remarks.extend(roster.iter().flat_map(|roster| roster.remarks(name)));
            Ok(Verdict::of(book, &received.report, None, &filed))
        });
        match verdict {
            Ok(verdict) => self.reports.push((received, verdict)),
            Err(error) => self.failures.push(Failure::new(&self.file, &error)),
        }
    }
}

struct Checking<'s, 'b> {
    session: &'s Session<'b>,
    sink: Box<dyn Sink>,
    progress: Option<Progress<'s>>,
    deny: Severity,
    exit: Exit,
    waivers: Option<&'s mut Waivers>,
}

impl Checking<'_, '_> {
    /// Tells of a file, then of its reports; they stand in the order of the files.
    fn take(&mut self, checked: Checked, out: &mut dyn Write, err: &mut dyn Write) -> anyhow::Result<()> {
        for failure in &checked.failures {
            self.failed(failure, out, err)?;
        }
        if self.session.verbosity > Verbosity::Quiet {
            for remark in &checked.remarks {
                writeln!(err, "{} {}", text("word-note", self.session.lang), self.session.say(remark))?;
            }
        }
        for (received, verdict) in checked.reports {
            let book = book_of(self.session, &received.report)?;
            let mut examined = Examined::new(book, &received.report, &checked.file, None, verdict);
            if let Some(waivers) = self.waivers.as_deref_mut() {
                examined.waive(waivers);
            }
            self.report(&examined, received.listed, out)?;
        }
        Ok(())
    }

    fn report(&mut self, examined: &Examined<'_>, listed: Option<usize>, out: &mut dyn Write) -> anyhow::Result<()> {
        let worst = examined.worst();
        if worst >= Some(self.deny) {
            self.exit = self.exit.max(Exit::Findings);
        }
        if let Some(progress) = &mut self.progress {
            progress.report(examined.file, listed, worst);
        }
        self.sink.report(examined, out)?;
        Ok(())
    }

    fn failed(&mut self, failure: &Failure, out: &mut dyn Write, err: &mut dyn Write) -> anyhow::Result<()> {
        self.exit = Exit::Failed;
        if let Some(progress) = self.progress.as_mut().filter(|_| !failure.is_folder) {
            progress.unreadable(&failure.file);
        }
        tell(failure, self.session, err)?;
        self.sink.failure(failure, out)?;
        Ok(())
    }
}
