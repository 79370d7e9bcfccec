//! JSON Lines: one line for each report or file that could not be read, written as it comes.
use std::io::{self, Write};

use gouji_model::Lang;
use schemars::JsonSchema;
use serde::Serialize;

use super::json::{CheckedWire, FailureWire, ProgressWire, WaiverUseWire};
use super::{Ending, Sink, SinkOptions};
use crate::examine::Examined;
use crate::files::Failure;

/// One line of what `check --format jsonl` writes.
#[derive(JsonSchema, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum CheckLineWire {
    /// A report that was judged.
    Report(CheckedWire),
    /// A file that could not be read.
    Failure(FailureWire),
    /// What became of a waiver, where some were given; after all reports.
    Waiver(WaiverUseWire),
    /// How far the collection has come; the last line, where a unit list was given.
    Progress(ProgressWire),
}

/// Writes lines.
pub(super) struct JsonLines {
    lang: Lang,
}

impl JsonLines {
    pub(super) fn new(options: SinkOptions) -> Self {
        Self { lang: options.lang }
    }
}

fn line(wire: &CheckLineWire, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, wire)?;
    writeln!(out)
}

impl Sink for JsonLines {
    fn report(&mut self, examined: &Examined<'_>, out: &mut dyn Write) -> io::Result<()> {
        line(&CheckLineWire::Report(CheckedWire::of(examined, self.lang)), out)
    }

    fn failure(&mut self, failure: &Failure, out: &mut dyn Write) -> io::Result<()> {
        line(&CheckLineWire::Failure(FailureWire::of(failure, self.lang)), out)
    }

    fn finish(&mut self, ending: &Ending<'_>, out: &mut dyn Write) -> io::Result<()> {
        if let Some(waivers) = ending.waivers {
            for used in waivers.uses() {
                line(&CheckLineWire::Waiver(WaiverUseWire::of(used)), out)?;
            }
        }
        ending.progress.map_or(Ok(()), |progress| line(&CheckLineWire::Progress(ProgressWire::of(progress)), out))
    }
}
