//! The commands, one file each.
mod cache;
mod check;
mod compare;
mod completions;
mod export;
mod man;
mod new;
mod read;
mod repair;
mod rollup;
mod rules;
mod table;

pub(crate) use check::tell;
pub(crate) use export::{Ready, published};
pub(crate) use rules::{DiffWire, PROOF_SCHEMA, ProofsWire, arguments as rules_arguments};

use std::ffi::OsString;
use std::io::Write;

use camino::Utf8Path;
use clap::FromArgMatches;
use clap::error::ErrorKind;
use gouji_model::{Arg, Lang, Message, render};

use crate::arguments::{Arguments, CacheCommand, Command};
use crate::cache::Cache;
use crate::exit::Exit;
use crate::fault::{Explain, Fault};
use crate::session::Session;
use crate::whole_file::Output;
use crate::{Io, books, help, text, usage_error};

/// Parses the arguments and does what they ask for.
pub(crate) fn run(args: &[OsString], lang: Lang, io: &mut Io<'_>) -> anyhow::Result<Exit> {
    let parsed = help::command(lang).try_get_matches_from(args);
    match parsed.and_then(|matches| Arguments::from_arg_matches(&matches)) {
        Ok(arguments) => perform(&arguments, lang, io),
        Err(error) => refuse(&error, lang, io),
    }
}

fn perform(arguments: &Arguments, lang: Lang, io: &mut Io<'_>) -> anyhow::Result<Exit> {
    match &arguments.command {
        Command::Completions { shell } => return completions::run(*shell, lang, io),
        Command::Man => return man::run(lang, io),
        Command::Cache(CacheCommand::Clear) => return cache::clear(arguments.common.cache.as_deref(), lang, io),
        _ => {}
    }
    let library = books::load(&rules::folders(arguments, &io.cwd), &io.cwd)?;
    let session = Session::open(&library, arguments, lang, io)?;
    let exit = match &arguments.command {
        Command::Check(own) => check::run(&session, own, io),
        Command::Read(own) => read::run(&session, own, io),
        Command::Export(own) => export::run(&session, own, io),
        Command::Repair(own) => repair::run(&session, own, io),
        Command::New(own) => new::run(&session, own, io),
        Command::Table(own) => table::run(&session, own, io),
        Command::Compare(own) => compare::run(&session, own, io),
        Command::Rollup(own) => rollup::run(&session, own, io),
        Command::Rules(own) => rules::run(&session, own, io),
        Command::Completions { .. } | Command::Man | Command::Cache(_) => Ok(Exit::Clean),
    }?;
    if let Some(message) = session.cache.as_ref().and_then(Cache::fault) {
        writeln!(io.stderr, "{} {}", text("word-warning", lang), render(&message, lang))?;
    }
    Ok(exit)
}

/// Help and version are asked for; anything else is a wrong command line.
fn refuse(error: &clap::Error, lang: Lang, io: &mut Io<'_>) -> anyhow::Result<Exit> {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            write!(io.stdout, "{}", error.render())?;
            Ok(Exit::Clean)
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            write!(io.stderr, "{}", error.render())?;
            Ok(Exit::Failed)
        }
        _ => {
            let message = usage_error::message(error);
            let word = text("word-error", lang);
            writeln!(io.stderr, "{word} {}", render(&message, lang))?;
            writeln!(io.stderr, "{}", text("driver-usage-hint", lang))?;
            Ok(Exit::Failed)
        }
    }
}

/// Writes to a file or, without one, to standard output. The file appears when all of it is written.
fn write_to<T>(
    file: Option<&Utf8Path>,
    io: &mut Io<'_>,
    write: impl FnOnce(&mut dyn Write, &mut dyn Write) -> anyhow::Result<T>,
) -> anyhow::Result<T> {
    let Some(file) = file else {
        let done = write(io.stdout, io.stderr)?;
        io.stdout.flush()?;
        return Ok(done);
    };
    let cannot = || Message::new("driver-cannot-write").text("file", file.as_str());
    let path = io.cwd.join(file);
    let mut out = Watched { out: Output::open(&path).explain(cannot)?, has_failed: false };
    let done = write(&mut out, io.stderr);
    let done = if out.has_failed { done.explain(cannot)? } else { done? };
    out.out.finish(&path).explain(cannot)?;
    Ok(done)
}

/// An output that knows whether it was the one that failed.
struct Watched {
    out: Output,
    has_failed: bool,
}

impl Write for Watched {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.out.write(bytes).inspect_err(|_| self.has_failed = true)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.out.flush().inspect_err(|_| self.has_failed = true)
    }
}

/// The error that no edition is for a year.
fn no_edition(session: &Session<'_>, year: i32) -> anyhow::Error {
    let years = session.library.books.iter().map(|book| Arg::Text(book.edition.years.to_string()));
    let message = Message::new("driver-year-without-edition").text("year", year.to_string());
    Fault::error(message.with("years", Arg::List(years.collect())))
}
