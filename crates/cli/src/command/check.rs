//! `gouji check`: reads, judges, tells.
use std::io::Write;

use camino::{Utf8Path, Utf8PathBuf};
use gouji_edits::Severity;
use gouji_model::{Arg, Message};

use super::write_to;
use crate::arguments::{CheckArguments, Inputs};
use crate::examine::{Examined, Verdict};
use crate::exit::Exit;
use crate::fault::Fault;
use crate::files::{Failure, expand};
use crate::guard::guarded;
use crate::intake::{Received, book_of, receive};
use crate::meter::Meter;
use crate::progress::Progress;
use crate::session::Session;
use crate::sink::{FORMATS, Sink, SinkOptions};
use crate::style::Paint;
use crate::{Io, text};

/// Checks files, several at a time; one that cannot be read does not stop the rest.
pub(crate) fn run(session: &Session<'_>, arguments: &CheckArguments, io: &mut Io<'_>) -> anyhow::Result<Exit> {
    let files = files(&arguments.input, arguments.output.output.as_deref(), &io.cwd)?;
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
    let (workers, meter) = (session.workers(all)?, Meter::new(session, all, io));
    write_to(arguments.output.output.as_deref(), io, |out, err| {
        let mut checking = Checking {
            session,
            sink: (format.open)(options),
            progress: session.units.as_ref().map(Progress::new),
            deny: arguments.deny.severity(),
            exit: Exit::Clean,
        };
        let work = |file| Checked::of(session, &cwd, file);
        let done =
            workers.in_order(files, work, |checked| meter.step(|| checking.take(checked, &mut *out, &mut *err)))?;
        drop(meter);
        checking.sink.finish(checking.progress.as_ref(), out)?;
        if done < all {
            checking.exit = Exit::Failed;
            let message = Message::new("jobs-interrupted").count("done", done).count("all", all);
            writeln!(err, "{} {}", text("word-error", session.lang), session.say(&message))?;
        }
        Ok(checking.exit)
    })
}

/// The files that the arguments stand for.
pub(super) fn files(
    inputs: &Inputs,
    output: Option<&Utf8Path>,
    cwd: &Utf8Path,
) -> anyhow::Result<Vec<Result<Utf8PathBuf, Failure>>> {
    let except: Vec<Utf8PathBuf> =
        inputs.units.as_deref().into_iter().chain(output).map(|path| cwd.join(path)).collect();
    let files = expand(&inputs.files, cwd, &except);
    if inputs.unit.is_some() && files.len() > 1 {
        return Err(Fault::error(Message::new("driver-unit-of-several").count("count", files.len())));
    }
    Ok(files)
}

/// Tells standard error that a file could not be read.
pub(super) fn tell(failure: &Failure, session: &Session<'_>, err: &mut dyn Write) -> std::io::Result<()> {
    let reason = Arg::Message(Box::new(failure.message.clone()));
    let message = Message::new("driver-failure").text("file", failure.file.as_str()).with("reason", reason);
    writeln!(err, "{} {}", text("word-error", session.lang), session.say(&message))
}

/// A file that was read, and its reports that were judged.
pub(super) struct Checked {
    /// The file.
    pub(super) file: Utf8PathBuf,
    /// Its reports.
    pub(super) reports: Vec<(Received, Verdict)>,
    /// What of it could not be read or judged.
    pub(super) failures: Vec<Failure>,
}

impl Checked {
    /// Reads a file and judges its reports; a panic in either is one of the failures.
    pub(super) fn of(session: &Session<'_>, cwd: &Utf8Path, file: Result<Utf8PathBuf, Failure>) -> Self {
        let failed =
            |failure: Failure| Self { file: failure.file.clone(), reports: Vec::new(), failures: vec![failure] };
        let file = match file {
            Ok(file) => file,
            Err(failure) => return failed(failure),
        };
        let received = match receive(session, cwd, &file) {
            Ok(received) => received,
            Err(error) => return failed(Failure::new(&file, &error)),
        };
        let mut checked = Self { file, reports: Vec::new(), failures: Vec::new() };
        for received in received {
            match guarded(|| Ok(Verdict::of(book_of(session, &received.report)?, &received.report, None))) {
                Ok(verdict) => checked.reports.push((received, verdict)),
                Err(error) => checked.failures.push(Failure::new(&checked.file, &error)),
            }
        }
        checked
    }
}

struct Checking<'s, 'b> {
    session: &'s Session<'b>,
    sink: Box<dyn Sink>,
    progress: Option<Progress<'s>>,
    deny: Severity,
    exit: Exit,
}

impl Checking<'_, '_> {
    /// Tells of a file, then of its reports; they stand in the order of the files.
    fn take(&mut self, checked: Checked, out: &mut dyn Write, err: &mut dyn Write) -> anyhow::Result<()> {
        for failure in &checked.failures {
            self.failed(failure, out, err)?;
        }
        for (received, verdict) in checked.reports {
            let book = book_of(self.session, &received.report)?;
            let examined = Examined::new(book, &received.report, &checked.file, None, verdict);
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
