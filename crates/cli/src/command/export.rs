//! `gouji export`: reports in other formats.
use anyhow::Result;
use camino::{Utf8Path, Utf8PathBuf};
use gouji_export::{Judged, Kind, Publication, Source};
use gouji_model::{Message, Report};

use super::check::{files, tell};
use crate::Io;
use crate::arguments::ExportArguments;
use crate::artifacts::is_stem;
use crate::digest;
use crate::examine::{Examined, examine};
use crate::exit::Exit;
use crate::files::Failure;
use crate::guard::guarded;
use crate::intake::{Received, book_of, receive};
use crate::publish::{Press, named};
use crate::session::Session;

/// The reports of a file, and what is known of it.
struct Opened {
    file: Utf8PathBuf,
    source: Source,
    reports: Vec<Received>,
}

/// Gives reports out one by one, or all in one; a file that cannot be read does not stop the rest.
pub(crate) fn run(session: &Session<'_>, arguments: &ExportArguments, io: &mut Io<'_>) -> Result<Exit> {
    let batch = arguments.batch.as_deref().map(named).transpose()?;
    let files = files(&arguments.input, None, &io.cwd)?;
    let inputs = files.iter().flatten().map(|file| io.cwd.join(file)).collect();
    let mut press = Press::open(session, &arguments.product, inputs, io)?;
    press.meta.office.clone_from(&arguments.office);
    let kind = if arguments.notice { Kind::Notice } else { Kind::Report };
    let mut kept = Vec::new();
    for file in files {
        match file.and_then(|file| open(session, &io.cwd, file)) {
            Ok(opened) if batch.is_some() => kept.push(opened),
            Ok(opened) => one_by_one(session, kind, &opened, &mut press, io)?,
            Err(failure) => {
                press.exit = Exit::Failed;
                tell(&failure, session, io.stderr)?;
            }
        }
    }
    if let Some(name) = batch {
        all_in_one(session, name, &kept, &mut press, io)?;
    }
    Ok(press.exit)
}

fn open(session: &Session<'_>, cwd: &Utf8Path, file: Utf8PathBuf) -> Result<Opened, Failure> {
    let opened = receive(session, cwd, &file).and_then(|reports| {
        let sha256 = digest::of_file(&session.store.load(&cwd.join(&file))?);
        Ok((sha256, reports))
    });
    match opened {
        Ok((sha256, reports)) => {
            let source = Source { file: file.to_string(), sha256, url: None };
            Ok(Opened { file, source, reports })
        }
        Err(error) => Err(Failure::new(&file, &error)),
    }
}

/// The reports of a file, judged; one that cannot be is told and left out.
fn judge<'a, 'b: 'a>(
    session: &Session<'b>,
    opened: &'a Opened,
    press: &mut Press<'_, '_>,
    io: &mut Io<'_>,
) -> Result<Vec<(Examined<'a>, &'a Source)>> {
    let mut judged = Vec::new();
    for received in &opened.reports {
        let report = &received.report;
        match guarded(|| Ok(examine(book_of(session, report)?, report, &opened.file))) {
            Ok(examined) => judged.push((examined, &opened.source)),
            Err(error) => {
                press.exit = Exit::Failed;
                tell(&Failure::new(&opened.file, &error), session, io.stderr)?;
            }
        }
    }
    Ok(judged)
}

fn one_by_one(
    session: &Session<'_>,
    kind: Kind,
    opened: &Opened,
    press: &mut Press<'_, '_>,
    io: &mut Io<'_>,
) -> Result<()> {
    for (examined, source) in &judge(session, opened, press, io)? {
        let file_stem = opened.file.file_stem().unwrap_or_default();
        let stem = match kind {
            Kind::Notice if examined.findings.is_empty() => {
                press.tell(&Message::new("driver-notice-none").text("file", opened.file.as_str()), io)?;
                continue;
            }
            Kind::Notice => notice_stem(session, examined.report, file_stem),
            _ => file_stem.to_owned(),
        };
        let stem = press.stem(&stem);
        let publication = Publication {
            kind,
            book: examined.book,
            reports: vec![published(examined, source)],
            name: stem.clone(),
            year: None,
            meta: press.meta.clone(),
        };
        press.print(&stem, &publication, io)?;
    }
    Ok(())
}

/// A notice is named by its unit, so that it can be sent; by the file where the unit makes no name.
fn notice_stem(session: &Session<'_>, report: &Report, file_stem: &str) -> String {
    let unit = report.unit.name.as_deref().filter(|unit| is_stem(unit)).unwrap_or(file_stem);
    let year = report.year.map(|year| year.to_string()).unwrap_or_default();
    session.say(&Message::new("driver-notice-stem").text("unit", unit).text("year", year))
}

fn all_in_one(
    session: &Session<'_>,
    name: &str,
    kept: &[Opened],
    press: &mut Press<'_, '_>,
    io: &mut Io<'_>,
) -> Result<()> {
    let mut examined = Vec::new();
    for opened in kept {
        examined.extend(judge(session, opened, press, io)?);
    }
    let books = examined.iter().map(|(examined, _)| examined.book);
    let Some(book) = books.max_by_key(|book| book.edition.years.from) else { return Ok(()) };
    let publication = Publication {
        kind: Kind::Batch,
        book,
        reports: examined.iter().map(|(examined, source)| published(examined, source)).collect(),
        name: name.to_owned(),
        year: None,
        meta: press.meta.clone(),
    };
    let stem = press.stem(name);
    press.print(&stem, &publication, io)
}

pub(crate) fn published<'a>(examined: &'a Examined<'_>, source: &Source) -> Judged<'a> {
    Judged {
        book: examined.book,
        report: examined.report,
        judgement: &examined.judgement,
        findings: &examined.findings,
        last_year: None,
        source: source.clone(),
    }
}
