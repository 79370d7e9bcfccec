//! `gouji repair`: which cells are wrong, what they should be, how sure that is; with `--apply` corrected files.

use camino::{Utf8Path, Utf8PathBuf};
use gouji_model::Message;

use super::check::{files, tell, warn};
use super::write_to;
use crate::arguments::{ReadFormat, RepairArguments};
use crate::artifacts::Shelf;
use crate::checked::Beside;
use crate::exit::Exit;
use crate::fault::{Fault, is_broken_pipe};
use crate::files::Failure;
use crate::guard::guarded;
use crate::intake::{Received, from_bytes};
use crate::io::Said;
use crate::last_year::{Before, LastYear};
use crate::members::MemberReports;
use crate::mending::{Applied, Mending, RepairWire, apply, write};
use crate::session::Session;
use crate::style::Paint;
use crate::{Io, text};

/// Repairs files one after the other; one that cannot be read does not stop the rest.
pub(crate) fn run(session: &Session<'_>, arguments: &RepairArguments, io: &mut Io<'_>) -> anyhow::Result<Exit> {
    // With `--apply` the output is a corrected file, and what is found is shown.
    let shown_in = arguments.output.output.as_deref().filter(|_| !arguments.apply);
    let shown_in = shown_in.map(|file| arguments.input.named(file));
    let files = files(session, &arguments.input, &shown_in, io)?;
    if arguments.apply && !arguments.all && files.len() > 1 {
        return Err(Fault::error(Message::new("repair-several-files").count("count", files.len())));
    }
    let last_year = last_year(session, arguments, io)?;
    let members = members(session, arguments, &files, io)?;
    let is_whole = last_year.1 && members.as_ref().is_none_or(|members| members.failures.is_empty());
    let cwd = io.cwd.clone();
    let colour = io.is_terminal && shown_in.is_none() && !io.env.no_color;
    write_to(shown_in.as_deref(), io, |out, err| {
        let mut repairing = Repairing {
            session,
            arguments,
            cwd: &cwd,
            beside: Beside { last_year: &last_year.0, members: members.as_ref(), several: false },
            paint: Paint { colour },
            wire: RepairWire::new(),
            exit: if is_whole { Exit::Clean } else { Exit::Failed },
        };
        for file in files {
            let said = &mut Said { out: &mut *out, err: &mut *err };
            let done = match file.map(|file| (repairing.file(&file, said), file)) {
                // Nobody reads on.
                Ok((Err(error), _)) if is_broken_pipe(&error) => return Err(error),
                Ok((done, file)) => done.map_err(|error| Failure::new(&file, &error)),
                Err(failure) => Err(failure),
            };
            if let Err(failure) = done {
                repairing.exit = Exit::Failed;
                repairing.wire.fail(&failure, session.lang);
                tell(&failure, session, err)?;
            }
        }
        if arguments.format == ReadFormat::Json {
            serde_json::to_writer_pretty(&mut *out, &repairing.wire)?;
            writeln!(out)?;
        }
        Ok(repairing.exit)
    })
}

/// The reports of other years, and whether all of them could be read; what could not be is told.
fn last_year(session: &Session<'_>, arguments: &RepairArguments, io: &mut Io<'_>) -> anyhow::Result<(LastYear, bool)> {
    let (last_year, failures) = LastYear::read(session, arguments.last_year.as_deref(), &io.cwd);
    failures.iter().try_for_each(|failure| tell(failure, session, io.stderr))?;
    Ok((last_year, failures.is_empty()))
}

/// The members' reports, where they are given; what could not be read is told.
fn members(
    session: &Session<'_>,
    arguments: &RepairArguments,
    files: &[Result<Utf8PathBuf, Failure>],
    io: &mut Io<'_>,
) -> anyhow::Result<Option<MemberReports>> {
    let Some(path) = &arguments.members else { return Ok(None) };
    let known: Vec<&Utf8PathBuf> = arguments.input.units.iter().chain(&arguments.output.output).collect();
    let members = MemberReports::of_files(session, path, (files, &known), &io.cwd)?;
    members.failures.iter().try_for_each(|failure| tell(failure, session, io.stderr))?;
    Ok(Some(members))
}

struct Repairing<'s, 'b> {
    session: &'s Session<'b>,
    arguments: &'s RepairArguments,
    cwd: &'s Utf8Path,
    beside: Beside<'s>,
    paint: Paint,
    wire: RepairWire,
    exit: Exit,
}

impl<'s> Repairing<'s, '_> {
    fn file(&mut self, file: &Utf8Path, said: &mut Said<'_>) -> anyhow::Result<()> {
        let (mendings, applied) = guarded(|| {
            let bytes = self.session.store.load(&self.cwd.join(file))?;
            let received = from_bytes(self.session, file, &bytes, &self.session.hints(file))?;
            let mut mendings = Vec::new();
            for received in received {
                let before = self.before(file, &received, said)?;
                let mending = Mending::of(self.session, file, received, (self.beside, before))?;
                if self.session.says_more_than_findings() {
                    for remark in &mending.remarks {
                        writeln!(said.err, "{} {}", text("word-note", self.session.lang), self.session.say(remark))?;
                    }
                }
                mendings.push(mending);
            }
            let applied = if self.arguments.apply { Some(self.apply(file, &bytes, &mendings)?) } else { None };
            Ok((mendings, applied))
        })?;
        for (number, mending) in mendings.iter().enumerate() {
            let done = applied.as_ref().and_then(|applied| applied.get(number));
            let is_mended = done.is_some_and(|done| done.left + done.elsewhere == 0 && !mending.repair.too_large);
            if !mending.is_clean() && !is_mended {
                self.exit = self.exit.max(Exit::Findings);
            }
            match self.arguments.format {
                ReadFormat::Human => write(self.session, mending, done, self.paint, said.out)?,
                ReadFormat::Json => self.wire.push(mending, done, self.session.lang),
            }
        }
        Ok(())
    }

    /// The report of the year before; that it is not among those given is told.
    fn before(&self, file: &Utf8Path, received: &Received, said: &mut Said<'_>) -> anyhow::Result<Before<'s>> {
        let own = (&received.report.unit, received.report.year);
        let before = self.beside.last_year.before(self.session, own, received.listed);
        if let Some(lack) = before.lack(&received.report) {
            warn(file, lack, self.session, said.err)?;
        }
        Ok(before)
    }

    fn apply(&self, file: &Utf8Path, bytes: &[u8], mendings: &[Mending<'_>]) -> anyhow::Result<Vec<Applied>> {
        let own = file.parent().map(ToOwned::to_owned).unwrap_or_default();
        let named: Utf8PathBuf = self.arguments.output.output.clone().unwrap_or(own);
        let place = Shelf {
            folder: self.cwd.join(&named),
            named,
            force: self.arguments.force,
            inputs: vec![self.cwd.join(file)],
        };
        apply(self.session, bytes, mendings, &self.arguments.choose, &place)
    }
}
