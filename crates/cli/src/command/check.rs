//! `gouji check`: reads, judges, tells.
use std::collections::BTreeMap;
use std::io::Write;

use camino::{Utf8Path, Utf8PathBuf};
use gouji_edits::Severity;
use gouji_export::Waivers;
use gouji_model::{Arg, Message};

use super::write_to;
use crate::annotating::Annotating;
use crate::arguments::{CheckArguments, Inputs};
use crate::checked::{Beside, Checked, Settled};
use crate::examine::Examined;
use crate::exit::Exit;
use crate::fault::Fault;
use crate::files::{Failure, search};
use crate::intake::{Received, book_of};
use crate::io::Said;
use crate::last_year::LastYear;
use crate::likeness::Likeness;
use crate::members::MemberReports;
use crate::meter::Meter;
use crate::notices::NoticeFolder;
use crate::progress::Progress;
use crate::session::{Session, Verbosity};
use crate::sink::{Ending, FORMATS, NOTICE, Sink, SinkOptions};
use crate::style::Paint;
use crate::{Io, text, waivers};

/// So many files that are left out are named.
const NAMED: usize = 5;

/// Checks files, several at a time; one that cannot be read does not stop the rest.
pub(crate) fn run(session: &Session<'_>, arguments: &CheckArguments, io: &mut Io<'_>) -> anyhow::Result<Exit> {
    let folder = arguments.folder(&io.cwd);
    let output = arguments.output.output.as_deref().map(|file| arguments.input.named(file));
    let beside = output.iter().chain(&arguments.waivers.files);
    let files = files(session, &arguments.input, beside, io)?;
    let folders = Folders::open(session, arguments, &files, io)?;
    let output = output.filter(|_| folder.is_none());
    let to_terminal = io.is_terminal && output.is_none();
    let options = SinkOptions {
        lang: session.lang,
        paint: Paint { colour: to_terminal && !io.env.no_color },
        verbosity: session.verbosity,
        deny: arguments.deny.severity(),
        several: files.len() > 1,
    };
    let format = FORMATS.iter().find(|format| format.name == arguments.format).unwrap_or(&FORMATS[0]);
    let (cwd, all) = (io.cwd.clone(), files.len());
    let members = MemberReports::beside(session, arguments, &files, io)?;
    let mut waivers = waivers::given(session, &arguments.waivers.files, arguments.date, io)?;
    let (last_year, failures) = LastYear::read(session, arguments.last_year.as_deref(), &io.cwd);
    failures.iter().try_for_each(|failure| tell(failure, session, io.stderr))?;
    let is_whole = failures.is_empty() && members.as_ref().is_none_or(|members| members.failures.is_empty());
    let beside = Beside { last_year: &last_year, members: members.as_ref(), several: all > 1 };
    // Of a part nobody can say who is missing.
    let mut progress = session.units.as_ref().filter(|_| arguments.input.shard.is_none()).map(Progress::new);
    if let (Some(progress), Some(members)) = (&mut progress, &members) {
        for unit in members.listed() {
            progress.is_there(unit);
        }
    }
    let (workers, meter) = (session.workers(all)?, Meter::new(session, all, io));
    write_to(output.as_deref(), io, |out, err| {
        let mut checking = Checking {
            session,
            sink: folders.notices.is_none().then(|| (format.open)(options)),
            folders,
            cwd: &cwd,
            progress,
            files_of: BTreeMap::new(),
            deny: arguments.deny.severity(),
            exit: if is_whole { Exit::Clean } else { Exit::Failed },
            waivers: waivers.as_mut(),
            likeness: Likeness::default(),
        };
        let work = |file| Checked::of(session, beside, &cwd, file);
        let done = workers.in_order(files, work, |checked| {
            meter.step(|| checking.take(checked, &mut Said { out: &mut *out, err: &mut *err }))
        })?;
        drop(meter);
        checking.finish(&mut Said { out: &mut *out, err: &mut *err })?;
        if done < all {
            checking.exit = Exit::Failed;
            interrupted(session, (done, all), err)?;
        }
        Ok(checking.exit)
    })
}

/// The files that the arguments stand for; in folders, what a run reads or writes beside them is no report, nor is what
/// an earlier run wrote, of which standard error is told.
pub(super) fn files<'a>(
    session: &Session<'_>,
    inputs: &'a Inputs,
    beside: impl IntoIterator<Item = &'a Utf8PathBuf>,
    io: &mut Io<'_>,
) -> anyhow::Result<Vec<Result<Utf8PathBuf, Failure>>> {
    let except: Vec<Utf8PathBuf> = inputs.units.iter().chain(beside).map(|path| io.cwd.join(path)).collect();
    let found = search(&inputs.files, &io.cwd, &except);
    if session.says_more_than_findings() && !found.own.is_empty() {
        let names = Arg::List(found.own.iter().take(NAMED).map(|file| Arg::Text(file.to_string())).collect());
        let key = if found.own.len() > NAMED { "driver-own-files-many" } else { "driver-own-files" };
        let message = Message::new(key).count("count", found.own.len()).with("files", names);
        writeln!(io.stderr, "{} {}", text("word-note", session.lang), session.say(&message))?;
    }
    let files = match inputs.shard {
        Some(shard) => shard.of(found.files),
        None => found.files,
    };
    for (given, key) in
        [(inputs.unit.is_some(), "driver-unit-of-several"), (inputs.published.is_some(), "driver-published-of-several")]
    {
        if given && files.len() > 1 {
            return Err(Fault::error(Message::new(key).count("count", files.len())));
        }
    }
    Ok(files)
}

/// Tells standard error that the user ended a run after some of its files.
pub(super) fn interrupted(
    session: &Session<'_>,
    (done, all): (usize, usize),
    err: &mut dyn Write,
) -> std::io::Result<()> {
    let message = Message::new("jobs-interrupted").count("done", done).count("all", all);
    writeln!(err, "{} {}", text("word-error", session.lang), session.say(&message))
}

/// Tells standard error that a file could not be read.
pub(crate) fn tell(failure: &Failure, session: &Session<'_>, err: &mut dyn Write) -> std::io::Result<()> {
    let reason = Arg::Message(Box::new(failure.message.clone()));
    let message = Message::new("driver-failure").text("file", failure.file.as_str()).with("reason", reason);
    writeln!(err, "{} {}", text("word-error", session.lang), session.say(&message))
}

/// Tells standard error, where anything is told, something of a file that does not keep it from being checked.
pub(super) fn warn(
    file: &Utf8Path,
    reason: Message,
    session: &Session<'_>,
    err: &mut dyn Write,
) -> std::io::Result<()> {
    if !session.says_more_than_findings() {
        return Ok(());
    }
    let reason = Arg::Message(Box::new(reason));
    let message = Message::new("driver-failure").text("file", file.as_str()).with("reason", reason);
    writeln!(err, "{} {}", text("word-warning", session.lang), session.say(&message))
}

struct Checking<'s, 'b> {
    session: &'s Session<'b>,
    /// What is shown; nothing where notices are written.
    sink: Option<Box<dyn Sink>>,
    folders: Folders<'s, 'b>,
    cwd: &'s Utf8Path,
    progress: Option<Progress<'s>>,
    /// Files of the reports of each unit and year; a unit list tells of doubled ones by itself.
    files_of: BTreeMap<(String, i32), Vec<Utf8PathBuf>>,
    deny: Severity,
    exit: Exit,
    waivers: Option<&'s mut Waivers>,
    likeness: Likeness,
}

impl Checking<'_, '_> {
    /// Tells of a file, then of its reports; they stand in the order of the files.
    fn take(&mut self, checked: Checked<'_>, said: &mut Said<'_>) -> anyhow::Result<()> {
        for failure in &checked.failures {
            self.failed(failure, said)?;
        }
        if self.session.verbosity > Verbosity::Quiet {
            for remark in &checked.remarks {
                writeln!(said.err, "{} {}", text("word-note", self.session.lang), self.session.say(remark))?;
            }
        }
        let mut is_read = false;
        for report in checked.reports {
            let settled = report.settle(self.session, &mut self.likeness, &checked.file);
            let Settled { received: Received { report, listed }, before, verdict } = match settled {
                Ok(settled) => settled,
                Err(failure) => {
                    self.failed(&failure, said)?;
                    continue;
                }
            };
            if let Some(lack) = before.lack(&report) {
                warn(&checked.file, lack, self.session, said.err)?;
            }
            let book = book_of(self.session, &report)?;
            let mut examined = Examined::new(book, &report, &checked.file, before.filed, verdict);
            if let Some(waivers) = self.waivers.as_deref_mut() {
                examined.waive(waivers);
            }
            self.report(&examined, listed, said)?;
            is_read = true;
        }
        if let Some(annotating) = self.folders.annotating.as_mut().filter(|_| is_read) {
            annotating.file(&checked.file, self.cwd, said)?;
        }
        Ok(())
    }

    fn report(&mut self, examined: &Examined<'_>, listed: Option<usize>, said: &mut Said<'_>) -> anyhow::Result<()> {
        let worst = examined.worst();
        if worst >= Some(self.deny) {
            self.exit = self.exit.max(Exit::Findings);
        }
        if let Some(progress) = &mut self.progress {
            progress.report(examined.file, listed, worst);
        }
        let report = examined.report;
        if let (None, Some(unit), Some(year)) = (&self.session.units, report.unit.name.as_deref(), report.year) {
            self.files_of.entry((unit.to_owned(), year)).or_default().push(examined.file.to_owned());
        }
        if let Some(sink) = &mut self.sink {
            sink.report(examined, said.out)?;
        }
        if let Some(notices) = &mut self.folders.notices {
            notices.report(examined, said)?;
        }
        if let Some(annotating) = &mut self.folders.annotating {
            annotating.report(examined);
        }
        Ok(())
    }

    fn failed(&mut self, failure: &Failure, said: &mut Said<'_>) -> anyhow::Result<()> {
        self.exit = Exit::Failed;
        if let Some(progress) = self.progress.as_mut().filter(|_| !failure.is_folder) {
            progress.unreadable(&failure.file);
        }
        tell(failure, self.session, said.err)?;
        if let Some(sink) = &mut self.sink {
            sink.failure(failure, said.out)?;
        }
        if let Some(notices) = &mut self.folders.notices {
            notices.failure(failure);
        }
        Ok(())
    }

    /// Tells of units with more than one report for a year.
    fn doubled(&self, err: &mut dyn Write) -> std::io::Result<()> {
        for ((unit, year), files) in self.files_of.iter().filter(|(_, files)| files.len() > 1) {
            let names = Arg::List(files.iter().map(|file| Arg::Text(file.to_string())).collect());
            let message = Message::new("driver-twice").text("unit", unit).text("year", year.to_string());
            let message = message.count("count", files.len()).with("files", names);
            writeln!(err, "{} {}", text("word-warning", self.session.lang), self.session.say(&message))?;
        }
        Ok(())
    }

    /// Tells what is known when all reports were judged.
    fn finish(&mut self, said: &mut Said<'_>) -> anyhow::Result<()> {
        if self.session.says_more_than_findings() {
            self.doubled(said.err)?;
        }
        let ending = Ending { progress: self.progress.as_ref(), waivers: self.waivers.as_deref() };
        if let Some(sink) = &mut self.sink {
            sink.finish(&ending, said.out)?;
        }
        if let Some(annotating) = &self.folders.annotating {
            self.exit = self.exit.max(annotating.exit);
        }
        if let Some(notices) = self.folders.notices.take() {
            self.exit = self.exit.max(notices.finish(ending.progress, said)?);
        }
        Ok(())
    }
}

/// What is written into the folder of `--output`.
#[derive(Default)]
struct Folders<'s, 'b> {
    notices: Option<NoticeFolder<'s, 'b>>,
    annotating: Option<Annotating<'s, 'b>>,
}

impl<'s, 'b> Folders<'s, 'b> {
    fn open(
        session: &'s Session<'b>,
        arguments: &CheckArguments,
        files: &[Result<Utf8PathBuf, Failure>],
        io: &Io<'_>,
    ) -> anyhow::Result<Self> {
        let is_notice = arguments.format == NOTICE;
        if arguments.office.is_some() && !is_notice {
            return Err(Fault::error(Message::new("notice-office-alone")));
        }
        let inputs = || files.iter().flatten().map(|file| io.cwd.join(file)).collect();
        let mut folders = Self::default();
        if arguments.folder(&io.cwd).is_none() {
            return Ok(folders);
        }
        if is_notice {
            folders.notices = Some(NoticeFolder::open(session, arguments, inputs(), io)?);
        }
        if arguments.annotate {
            folders.annotating = Some(Annotating::open(session, arguments, inputs(), io)?);
        }
        Ok(folders)
    }
}
