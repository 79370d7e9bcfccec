//! `gouji rules diff A B`: what differs between two editions, and which verdicts on real reports change.
mod compare;
mod human;
mod replay;
mod wire;

pub(crate) use wire::DiffWire;

use gouji_rules::Loaded;

use self::compare::compare;
use super::arguments::{DiffArguments, DiffFormat};
use crate::Io;
use crate::books::{self, Library};
use crate::command::write_to;
use crate::exit::Exit;
use crate::fault::Fault;
use crate::session::{Session, unknown};

/// Compares two editions. The first is looked for among those built in first, the second among those of `--rules`
/// first, so that an edition can be compared with what a folder makes of it.
pub(super) fn run(session: &Session<'_>, arguments: &DiffArguments, io: &mut Io<'_>) -> anyhow::Result<Exit> {
    let plain = books::load(&[], &io.cwd)?;
    let (from_library, from) = find([&plain, session.library], &arguments.from)?;
    let (to_library, to) = find([session.library, &plain], &arguments.to)?;
    let mut diff = compare(&from, &to);
    if let Some(path) = &arguments.replay {
        let sessions =
            [session.with_edition(from_library, &arguments.from)?, session.with_edition(to_library, &arguments.to)?];
        diff.replay = Some(replay::replay(&sessions, path, &arguments.beside, io)?);
    }
    let has_failed = diff.replay.iter().flatten().any(|report| report.failure.is_some());
    write_to(arguments.output.output.as_deref(), io, |out, _| {
        match arguments.format {
            DiffFormat::Human => human::write(session, &diff, out)?,
            DiffFormat::Json => {
                serde_json::to_writer_pretty(&mut *out, &diff)?;
                writeln!(out)?;
            }
        }
        Ok(if has_failed { Exit::Failed } else { Exit::Clean })
    })
}

/// An edition in the first of two libraries that has it.
fn find<'a>(libraries: [&'a Library; 2], id: &str) -> anyhow::Result<(&'a Library, Loaded)> {
    let found = libraries.into_iter().find_map(|library| Some((library, library.loaded(id)?)));
    found.ok_or_else(|| {
        let mut ids: Vec<&str> = libraries.iter().flat_map(|own| &own.books).map(|book| &*book.edition.id).collect();
        ids.sort_unstable();
        ids.dedup();
        Fault::error(unknown("driver-edition-unknown", id, ids.into_iter()))
    })
}
