//! `gouji repair`: which cells are wrong, what they should be, how sure that is; with `--apply` corrected files.
use std::io::Write;

use camino::{Utf8Path, Utf8PathBuf};
use gouji_model::Message;

use super::check::{files, tell};
use super::write_to;
use crate::Io;
use crate::arguments::{ReadFormat, RepairArguments};
use crate::artifacts::Shelf;
use crate::exit::Exit;
use crate::fault::Fault;
use crate::files::Failure;
use crate::guard::guarded;
use crate::intake::from_bytes;
use crate::mending::{Applied, Mending, RepairWire, apply, write};
use crate::session::Session;
use crate::style::Paint;

/// Repairs files one after the other; one that cannot be read does not stop the rest.
pub(crate) fn run(session: &Session<'_>, arguments: &RepairArguments, io: &mut Io<'_>) -> anyhow::Result<Exit> {
    // With `--apply` the output is a corrected file, and what is found is shown.
    let shown_in = arguments.output.output.as_deref().filter(|_| !arguments.apply);
    let shown_in = shown_in.map(|file| arguments.input.named(file));
    let files = files(session, &arguments.input, &shown_in, io)?;
    if arguments.apply && !arguments.all && files.len() > 1 {
        return Err(Fault::error(Message::new("repair-several-files").count("count", files.len())));
    }
    let cwd = io.cwd.clone();
    let colour = io.is_terminal && shown_in.is_none() && !io.env.no_color;
    write_to(shown_in.as_deref(), io, |out, err| {
        let mut repairing = Repairing {
            session,
            arguments,
            cwd: &cwd,
            paint: Paint { colour },
            wire: RepairWire::new(),
            exit: Exit::Clean,
        };
        for file in files {
            let done = file.and_then(|file| repairing.file(&file, out).map_err(|error| Failure::new(&file, &error)));
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

struct Repairing<'s, 'b> {
    session: &'s Session<'b>,
    arguments: &'s RepairArguments,
    cwd: &'s Utf8Path,
    paint: Paint,
    wire: RepairWire,
    exit: Exit,
}

impl Repairing<'_, '_> {
    fn file(&mut self, file: &Utf8Path, out: &mut dyn Write) -> anyhow::Result<()> {
        let (mendings, applied) = guarded(|| {
            let bytes = self.session.store.load(&self.cwd.join(file))?;
            let received = from_bytes(self.session, file, &bytes, &self.session.hints(file))?;
            let mendings = received.into_iter().map(|received| Mending::of(self.session, file, received));
            let mendings = mendings.collect::<anyhow::Result<Vec<_>>>()?;
            let applied = if self.arguments.apply { Some(self.apply(file, &bytes, &mendings)?) } else { None };
            Ok((mendings, applied))
        })?;
        for (number, mending) in mendings.iter().enumerate() {
            let done = applied.as_ref().and_then(|applied| applied.get(number));
            let is_mended = done.is_some_and(|done| done.left == 0 && !mending.repair.too_large);
            if !mending.is_clean() && !is_mended {
                self.exit = self.exit.max(Exit::Findings);
            }
            match self.arguments.format {
                ReadFormat::Human => write(self.session, mending, done, self.paint, out)?,
                ReadFormat::Json => self.wire.push(mending, done, self.session.lang),
            }
        }
        Ok(())
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
