//! `gouji check`: reads, judges, tells.
use std::io::Write;

use camino::{Utf8Path, Utf8PathBuf};
use gouji_edits::Severity;
use gouji_export::Waivers;
use gouji_model::{Arg, Message};

use super::write_to;
use crate::arguments::{CheckArguments, Inputs};
use crate::checked::{Beside, Checked, Settled};
use crate::examine::Examined;
use crate::exit::Exit;
use crate::fault::Fault;
use crate::files::{Failure, expand};
use crate::intake::{Received, book_of};
use crate::last_year::LastYear;
use crate::likeness::Likeness;
use crate::members::MemberReports;
use crate::meter::Meter;
use crate::progress::Progress;
use crate::session::{Session, Verbosity};
use crate::sink::{Ending, FORMATS, Sink, SinkOptions};
use crate::style::Paint;
use crate::{Io, text, waivers};

/// Checks files, several at a time; one that cannot be read does not stop the rest.
pub(crate) fn run(session: &Session<'_>, arguments: &CheckArguments, io: &mut Io<'_>) -> anyhow::Result<Exit> {
    let output = arguments.output.output.as_deref().map(|file| arguments.input.named(file));
    let beside = output.iter().chain(&arguments.waivers.files);
    let files = files(&arguments.input, beside, &io.cwd)?;
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
    let members = arguments.members.as_ref();
    let members = members.map(|path| MemberReports::beside(session, arguments, path, &files, io)).transpose()?;
    let mut waivers = waivers::given(session, &arguments.waivers, arguments.date, io)?;
    let (last_year, failures) = LastYear::read(session, arguments.last_year.as_deref(), &io.cwd);
    failures.iter().try_for_each(|failure| tell(failure, session, io.stderr))?;
    let is_whole = failures.is_empty() && members.as_ref().is_none_or(|members| members.failures.is_empty());
    let beside = Beside { last_year: &last_year, members: members.as_ref(), several: all > 1 };
    let (workers, meter) = (session.workers(all)?, Meter::new(session, all, io));
    write_to(output.as_deref(), io, |out, err| {
        let mut checking = Checking {
            session,
            sink: (format.open)(options),
            // Of a part nobody can say who is missing.
            progress: session.units.as_ref().filter(|_| arguments.input.shard.is_none()).map(Progress::new),
            deny: arguments.deny.severity(),
            exit: if is_whole { Exit::Clean } else { Exit::Failed },
            waivers: waivers.as_mut(),
            likeness: Likeness::default(),
        };
        let work = |file| Checked::of(session, beside, &cwd, file);
        let done =
            workers.in_order(files, work, |checked| meter.step(|| checking.take(checked, &mut *out, &mut *err)))?;
        drop(meter);
        let ending = Ending { progress: checking.progress.as_ref(), waivers: checking.waivers.as_deref() };
        checking.sink.finish(&ending, out)?;
        if done < all {
            checking.exit = Exit::Failed;
            interrupted(session, (done, all), err)?;
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
    let files = match inputs.shard {
        Some(shard) => shard.of(files),
        None => files,
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
    sink: Box<dyn Sink>,
    progress: Option<Progress<'s>>,
    deny: Severity,
    exit: Exit,
    waivers: Option<&'s mut Waivers>,
    likeness: Likeness,
}

impl Checking<'_, '_> {
    /// Tells of a file, then of its reports; they stand in the order of the files.
    fn take(&mut self, checked: Checked<'_>, out: &mut dyn Write, err: &mut dyn Write) -> anyhow::Result<()> {
        for failure in &checked.failures {
            self.failed(failure, out, err)?;
        }
        if self.session.verbosity > Verbosity::Quiet {
            for remark in &checked.remarks {
                writeln!(err, "{} {}", text("word-note", self.session.lang), self.session.say(remark))?;
            }
        }
        for report in checked.reports {
            let settled = report.settle(self.session, &mut self.likeness, &checked.file);
            let Settled { received: Received { report, listed }, before, verdict } = match settled {
                Ok(settled) => settled,
                Err(failure) => {
                    self.failed(&failure, out, err)?;
                    continue;
                }
            };
            if let Some(lack) = before.lack(&report) {
                warn(&checked.file, lack, self.session, err)?;
            }
            let book = book_of(self.session, &report)?;
            let mut examined = Examined::new(book, &report, &checked.file, before.filed, verdict);
            if let Some(waivers) = self.waivers.as_deref_mut() {
                examined.waive(waivers);
            }
            self.report(&examined, listed, out)?;
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
