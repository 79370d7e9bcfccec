//! `gouji export`: reports in other formats.
use anyhow::Result;
use camino::{Utf8Path, Utf8PathBuf};
use gouji_export::{Judged, Kind, Publication, Source, Waivers};
use gouji_model::Message;

use super::check::{files, tell, warn};
use crate::arguments::ExportArguments;
use crate::digest;
use crate::examine::{Examined, examine};
use crate::exit::Exit;
use crate::files::Failure;
use crate::guard::guarded;
use crate::intake::{Received, book_of, receive};
use crate::last_year::LastYear;
use crate::likeness::{self, Likeness};
use crate::notes::Notes;
use crate::notices::notice_stem;
use crate::progress::Progress;
use crate::publish::{Press, named};
use crate::session::{Session, Verbosity};
use crate::{Io, waivers};

/// The reports of a file, and what is known of it.
struct Opened {
    file: Utf8PathBuf,
    source: Source,
    reports: Vec<Received>,
}

/// A run, on its way.
struct Exporting<'s, 'b> {
    session: &'s Session<'b>,
    press: Press<'s, 'b>,
    last_year: &'s LastYear,
    likeness: Likeness,
    notes: Notes,
    waivers: Option<Waivers>,
    /// Of a batch with a unit list.
    progress: Option<Progress<'s>>,
}

/// Gives reports out one by one, or all in one; a file that cannot be read does not stop the rest.
pub(crate) fn run(session: &Session<'_>, arguments: &ExportArguments, io: &mut Io<'_>) -> Result<Exit> {
    let batch = arguments.batch.as_deref().map(|name| arguments.input.named(Utf8Path::new(name)).into_string());
    let batch = batch.as_deref().map(named).transpose()?;
    let files = files(&arguments.input, arguments.notes.iter().chain(&arguments.waivers.files), &io.cwd)?;
    let notes = Notes::read(&arguments.notes, &io.cwd)?;
    let inputs = files.iter().flatten().chain(&arguments.last_year).map(|file| io.cwd.join(file)).collect();
    let mut press = Press::open(session, &arguments.product, inputs, io)?;
    press.meta.office.clone_from(&arguments.office);
    let kind = if arguments.notice { Kind::Notice } else { Kind::Report };
    press.meta.follow_ups.clone_from(&notes.follow_ups);
    press.meta.long_table = arguments.long;
    let (last_year, failures) = LastYear::read(session, arguments.last_year.as_deref(), &io.cwd);
    let progress =
        session.units.as_ref().filter(|_| batch.is_some() && arguments.input.shard.is_none()).map(Progress::new);
    let waivers = waivers::given(session, &arguments.waivers.files, arguments.product.date, io)?;
    let likeness = Likeness::default();
    let several = files.len() > 1;
    let mut exporting = Exporting { session, press, last_year: &last_year, likeness, notes, waivers, progress };
    for failure in failures {
        exporting.fail(&failure, io)?;
    }
    let mut kept = Vec::new();
    for file in files {
        match file.and_then(|file| exporting.open(file, several, &io.cwd)) {
            Ok(opened) if batch.is_some() => kept.push(opened),
            Ok(opened) => exporting.one_by_one(kind, &opened, io)?,
            Err(failure) => {
                if let Some(progress) = exporting.progress.as_mut().filter(|_| !failure.is_folder) {
                    progress.unreadable(&failure.file);
                }
                exporting.fail(&failure, io)?;
            }
        }
    }
    if let Some(name) = batch {
        exporting.all_in_one(name, &kept, io)?;
    }
    if !arguments.notes.is_empty() && session.verbosity > Verbosity::Quiet {
        writeln!(io.stdout, "{}", session.say(&exporting.notes.message()))?;
    }
    Ok(exporting.press.exit)
}

impl<'s, 'b: 's> Exporting<'s, 'b> {
    fn fail(&mut self, failure: &Failure, io: &mut Io<'_>) -> Result<()> {
        self.press.exit = Exit::Failed;
        Ok(tell(failure, self.session, io.stderr)?)
    }

    /// Reads a file; what its texts have in common with those before it and with last year's is found here.
    fn open(&mut self, file: Utf8PathBuf, several: bool, cwd: &Utf8Path) -> Result<Opened, Failure> {
        let session = self.session;
        let opened = receive(session, cwd, &file).and_then(|mut reports| {
            let sha256 = digest::of_file(&session.store.load(&cwd.join(&file))?);
            let several = several || reports.len() > 1;
            for Received { report, listed } in &mut reports {
                let before = self.last_year.before(session, (&report.unit, report.year), *listed);
                let book = book_of(session, report)?;
                guarded(|| {
                    if let Some(text) = likeness::prepare(book, report, several, before) {
                        self.likeness.compare(text, report, &file);
                    }
                    Ok(())
                })?;
            }
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
    fn judge<'a>(&mut self, opened: &'a Opened, io: &mut Io<'_>) -> Result<Vec<(Examined<'a>, Source)>>
    where
        's: 'a,
    {
        let (session, last_year) = (self.session, self.last_year);
        let mut judged = Vec::new();
        for Received { report, listed } in &opened.reports {
            let before = last_year.before(session, (&report.unit, report.year), *listed);
            if let Some(lack) = before.lack(report) {
                warn(&opened.file, lack, session, io.stderr)?;
            }
            match guarded(|| Ok(examine(book_of(session, report)?, report, &opened.file, &before.context()))) {
                Ok(mut examined) => {
                    if let Some(waivers) = &mut self.waivers {
                        examined.waive(waivers);
                    }
                    if let Some(progress) = &mut self.progress {
                        progress.report(&opened.file, *listed, examined.worst());
                    }
                    let entry = listed.and_then(|index| Some(session.units.as_ref()?.unit(index)));
                    let url = entry.and_then(|unit| unit.url.clone());
                    judged.push((examined, Source { url, ..opened.source.clone() }));
                }
                Err(error) => {
                    if let Some(progress) = &mut self.progress {
                        progress.unreadable(&opened.file);
                    }
                    self.fail(&Failure::new(&opened.file, &error), io)?;
                }
            }
        }
        Ok(judged)
    }

    fn one_by_one(&mut self, kind: Kind, opened: &Opened, io: &mut Io<'_>) -> Result<()> {
        for (examined, source) in &self.judge(opened, io)? {
            let file_stem = opened.file.file_stem().unwrap_or_default();
            let stem = match kind {
                Kind::Notice if examined.worst().is_none() => {
                    self.press
                        .tell(&Message::new("driver-notice-none").text("file", opened.file.as_str()), &mut io.said())?;
                    continue;
                }
                Kind::Notice => notice_stem(self.session, examined.report, file_stem),
                _ => file_stem.to_owned(),
            };
            let stem = self.press.stem(&stem);
            let publication = Publication {
                kind,
                book: examined.book,
                reports: vec![published(examined, source)],
                name: stem.clone(),
                year: None,
                meta: self.press.meta.clone(),
            };
            self.print(&stem, &publication, io)?;
        }
        Ok(())
    }

    fn all_in_one(&mut self, name: &str, kept: &[Opened], io: &mut Io<'_>) -> Result<()> {
        let mut examined = Vec::new();
        for opened in kept {
            examined.extend(self.judge(opened, io)?);
        }
        self.press.meta.progress = self.progress.as_ref().map(Progress::table).unwrap_or_default();
        let books = examined.iter().map(|(examined, _)| examined.book);
        let Some(book) = books.max_by_key(|book| book.edition.years.from) else { return Ok(()) };
        let publication = Publication {
            kind: Kind::Batch,
            book,
            reports: examined.iter().map(|(examined, source)| published(examined, source)).collect(),
            name: name.to_owned(),
            year: None,
            meta: self.press.meta.clone(),
        };
        let stem = self.press.stem(name);
        self.print(&stem, &publication, io)
    }

    fn print(&mut self, stem: &str, publication: &Publication<'_>, io: &mut Io<'_>) -> Result<()> {
        self.notes.count(publication);
        self.press.print(stem, publication, &mut io.said()).map(drop)
    }
}

pub(crate) fn published<'a>(examined: &'a Examined<'_>, source: &Source) -> Judged<'a> {
    Judged {
        book: examined.book,
        report: examined.report,
        judgement: &examined.judgement,
        findings: &examined.findings,
        last_year: examined.last_year,
        source: source.clone(),
    }
}
