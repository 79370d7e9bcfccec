//! The driver of gouji (勾稽): the command line, as a library that runs in process.
//!
//! Only here are files, the clock, the terminal and the exit code touched; everything between bytes and bytes is in
//! the other crates. [`run`] takes arguments and an [`Io`] and gives the exit code: 0 clean, 1 findings at or above
//! `--deny`, 2 gouji failed.
mod annotating;
mod arguments;
mod artifacts;
mod batch;
mod books;
mod cache;
mod checked;
mod command;
mod compare;
mod date;
mod digest;
mod doubt;
mod examine;
mod exit;
mod exporters;
mod fault;
mod files;
mod foreign;
mod grid;
mod guard;
mod help;
mod intake;
mod io;
mod language;
mod last_year;
mod level;
mod likeness;
mod members;
mod mending;
mod meter;
mod notes;
mod notices;
mod ocr;
mod own_files;
mod parallel;
mod program;
mod progress;
mod publish;
mod reader;
mod report_view;
mod rows;
mod rules_fault;
mod schemas;
mod session;
mod shard;
mod similar;
mod sink;
mod style;
mod table;
mod tally;
mod units;
mod usage_error;
mod waivers;
mod whole_file;
mod width;

use std::ffi::OsString;

use gouji_model::render;

use crate::exit::Exit;
use crate::fault::is_broken_pipe;
pub use crate::guard::keep_panics_quiet;
pub use crate::io::{Environment, Interruption, Io};
pub use crate::schemas::schemas;

/// Runs one command; the first argument is the program's name.
///
/// Returns the exit code: 0 clean, 1 findings at or above `--deny`, 2 gouji failed (an unreadable file, broken rules,
/// wrong arguments); of several files the worst.
pub fn run(args: impl IntoIterator<Item = OsString>, io: &mut Io<'_>) -> u8 {
    let args: Vec<OsString> = args.into_iter().collect();
    let lang = language::choose(&args, &io.env);
    let done = guard::guarded(|| command::run(&args, lang, io));
    let exit = done.unwrap_or_else(|error| {
        if !is_broken_pipe(&error) {
            // Nothing is left to be done when even this cannot be written.
            let _ = rules_fault::report(&error, lang, io);
        }
        Exit::Failed
    });
    exit.code()
}

/// The text of a message without arguments.
fn text(key: &'static str, lang: gouji_model::Lang) -> String {
    render(&gouji_model::Message::new(key), lang)
}
