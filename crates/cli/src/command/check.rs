//! `gouji check`: reads, judges, tells.
use std::io::Write;

use camino::{Utf8Path, Utf8PathBuf};
use gouji_edits::Severity;
use gouji_model::{Arg, Message};

use super::write_to;
use crate::arguments::{CheckArguments, Inputs};
use crate::examine::examine;
use crate::exit::Exit;
use crate::fault::Fault;
use crate::files::{Failure, expand};
use crate::guard::guarded;
use crate::intake::{Received, book_of, receive};
use crate::progress::Progress;
use crate::session::Session;
use crate::sink::{FORMATS, Sink, SinkOptions};
use crate::style::Paint;
use crate::{Io, text};

/// Checks files one after the other; one that cannot be read does not stop the rest.
pub(crate) fn run(session: &Session<'_>, arguments: &CheckArguments, io: &mut Io<'_>) -> anyhow::Result<Exit> {
    let files = files(&arguments.input, arguments.output.output.as_deref(), &io.cwd)?;
    let to_terminal = io.is_terminal && arguments.output.output.is_none();
    let options = SinkOptions {
        lang: session.lang,
        paint: Paint { colour: to_terminal && !io.env.no_color },
        verbosity: session.verbosity,
        several: files.len() > 1,
    };
    let format = FORMATS.iter().find(|format| format.name == arguments.format).unwrap_or(&FORMATS[0]);
    let cwd = io.cwd.clone();
    write_to(arguments.output.output.as_deref(), io, |out, err| {
        let mut checking = Checking {
            session,
            sink: (format.open)(options),
            progress: session.units.as_ref().map(Progress::new),
            deny: arguments.deny.severity(),
            exit: Exit::Clean,
        };
        for file in files {
            checking.file(file, &cwd, out, err)?;
        }
        checking.sink.finish(checking.progress.as_ref(), out)?;
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

struct Checking<'s, 'b> {
    session: &'s Session<'b>,
    sink: Box<dyn Sink>,
    progress: Option<Progress<'s>>,
    deny: Severity,
    exit: Exit,
}

impl Checking<'_, '_> {
    fn file(
        &mut self,
        file: Result<Utf8PathBuf, Failure>,
        cwd: &Utf8Path,
        out: &mut dyn Write,
        err: &mut dyn Write,
    ) -> anyhow::Result<()> {
        let received = file.and_then(|file| match receive(self.session, cwd, &file) {
            Ok(reports) => Ok((file, reports)),
            Err(error) => Err(Failure::new(&file, &error)),
        });
        let (file, reports) = match received {
            Ok(received) => received,
            Err(failure) => return self.failed(&failure, out, err),
        };
        for report in &reports {
            self.report(&file, report, out, err)?;
        }
        Ok(())
    }

    fn report(
        &mut self,
        file: &Utf8Path,
        received: &Received,
        out: &mut dyn Write,
        err: &mut dyn Write,
    ) -> anyhow::Result<()> {
        let examined = guarded(|| Ok(examine(book_of(self.session, &received.report)?, &received.report, file, None)));
        let examined = match examined {
            Ok(examined) => examined,
            Err(error) => return self.failed(&Failure::new(file, &error), out, err),
        };
        let worst = examined.worst();
        if worst >= Some(self.deny) {
            self.exit = self.exit.max(Exit::Findings);
        }
        if let Some(progress) = &mut self.progress {
            progress.report(file, received.listed, worst);
        }
        self.sink.report(&examined, out)?;
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
