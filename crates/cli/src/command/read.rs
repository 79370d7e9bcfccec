//! `gouji read`: what was read, as tables or as `gouji/report/1`.
use std::io::Write;

use gouji_model::ReportWire;

use super::check::{files, tell};
use super::write_to;
use crate::arguments::{ReadArguments, ReadFormat};
use crate::exit::Exit;
use crate::files::Failure;
use crate::intake::{book_of, receive};
use crate::session::Session;
use crate::{Io, report_view};

/// Shows what was read of files; one that cannot be read does not stop the rest.
pub(crate) fn run(session: &Session<'_>, arguments: &ReadArguments, io: &mut Io<'_>) -> anyhow::Result<Exit> {
    let output = arguments.output.output.as_deref().map(|file| arguments.input.named(file));
    let files = files(session, &arguments.input, &output, io)?;
    let cwd = io.cwd.clone();
    let several = files.len() > 1;
    write_to(output.as_deref(), io, |out, err| {
        let mut exit = Exit::Clean;
        let mut wires = Vec::new();
        for file in files {
            let received = file.and_then(|file| match receive(session, &cwd, &file) {
                Ok(reports) => Ok((file, reports)),
                Err(error) => Err(Failure::new(&file, &error)),
            });
            let (file, reports) = received.unwrap_or_else(|failure| {
                exit = Exit::Failed;
                // The error that remains when standard error is closed is told by the exit code.
                let _ = tell(&failure, session, err);
                Default::default()
            });
            for received in reports {
                let book = book_of(session, &received.report)?;
                match arguments.format {
                    ReadFormat::Human => {
                        if several {
                            writeln!(out, "{file}")?;
                        }
                        report_view::write(session, book, &received.report, out)?;
                    }
                    ReadFormat::Json => wires.push(ReportWire {
                        file: Some(file.to_string()),
                        ..ReportWire::of(&received.report, &book.form, session.lang)
                    }),
                }
            }
        }
        if arguments.format == ReadFormat::Json {
            write_json(&wires, out)?;
        }
        Ok(exit)
    })
}

/// One report as its object, several as an array; nothing where nothing was read.
fn write_json(wires: &[ReportWire], out: &mut dyn Write) -> anyhow::Result<()> {
    match wires {
        [] => return Ok(()),
        [wire] => serde_json::to_writer_pretty(&mut *out, wire)?,
        wires => serde_json::to_writer_pretty(&mut *out, wires)?,
    }
    Ok(writeln!(out)?)
}
