//! `gouji export`: reports in other formats.
use anyhow::Result;
use camino::{Utf8Path, Utf8PathBuf};
use gouji_edits::{RuleBook, Severity};
use gouji_export::{FollowUps, Judged, Kind, Meta, Publication, Source, Waivers, other_forms, smoothed};
use gouji_model::{Form, Message};

use super::check::{files, interrupted, tell, warn};
use crate::arguments::ExportArguments;
use crate::batch::Batch;
use crate::checked::{Beside, Checked, Settled};
use crate::digest;
use crate::examine::{Examined, Verdict};
use crate::exit::Exit;
use crate::files::Failure;
use crate::intake::{Received, book_of};
use crate::last_year::{Before, LastYear};
use crate::likeness::Likeness;
use crate::meter::Meter;
use crate::notes::Notes;
use crate::notices::notice_stem;
use crate::parallel::Workers;
use crate::progress::Progress;
use crate::publish::{Made, Press, named};
use crate::session::{Session, Verbosity};
use crate::{Io, waivers};

/// So many publications wait before they are made, several at a time; the number of threads does not matter to it, so
/// that what is said is the same for every number.
const WAITING: usize = 32;

/// A report that was judged, with all that is published of it.
pub(crate) struct Ready<'a> {
    file: Utf8PathBuf,
    book: &'a RuleBook,
    received: Received,
    before: Before<'a>,
    verdict: Verdict,
    other_forms: Vec<&'a Form>,
    source: Source,
}

impl<'a> Ready<'a> {
    /// The edition it was judged by.
    pub(crate) fn book(&self) -> &'a RuleBook {
        self.book
    }

    /// As exporters get it.
    pub(crate) fn judged(&self) -> Judged<'_> {
        Judged {
            book: self.book,
            report: &self.received.report,
            judgement: &self.verdict.judgement,
            findings: &self.verdict.findings,
            last_year: self.before.filed,
            other_forms: self.other_forms.clone(),
            source: self.source.clone(),
        }
    }
}

/// What is to come out next, in the order of the files.
enum Waiting<'a> {
    /// Something to say.
    Told(Message),
    /// A publication of one report.
    Single(String, Box<Ready<'a>>),
}

/// The same, made.
enum Finished {
    Told(Message),
    Single { stem: String, file: String, made: Vec<Made> },
}

/// A run, on its way.
struct Exporting<'s, 'b> {
    session: &'s Session<'b>,
    workers: &'s Workers,
    press: Press<'s, 'b>,
    kind: Kind,
    /// All reports in one, where asked for.
    batch: Option<Batch<'s>>,
    waiting: Vec<Waiting<'s>>,
    likeness: Likeness,
    follow_ups: &'s FollowUps<'s>,
    notes: Notes,
    waivers: Option<Waivers>,
    /// Of a batch with a unit list.
    progress: Option<Progress<'s>>,
    /// The user asked to end before all was given out.
    is_interrupted: bool,
}

/// Gives reports out one by one, or all in one; a file that cannot be read does not stop the rest.
pub(crate) fn run(session: &Session<'_>, arguments: &ExportArguments, io: &mut Io<'_>) -> Result<Exit> {
    let name = arguments.batch.as_deref().map(|name| arguments.input.named(Utf8Path::new(name)).into_string());
    let name = name.as_deref().map(named).transpose()?;
    let files = files(session, &arguments.input, arguments.notes.iter().chain(&arguments.waivers.files), io)?;
    let notes = Notes::read(&arguments.notes, &io.cwd)?;
    let press = press(session, arguments, &notes, &files, io)?;
    let (all, cwd, meta) = (files.len(), io.cwd.clone(), press.meta.clone());
    let (last_year, failures) = LastYear::read(session, arguments.last_year.as_deref(), &io.cwd);
    let progress =
        session.units.as_ref().filter(|_| name.is_some() && arguments.input.shard.is_none()).map(Progress::new);
    let waivers = waivers::given(session, &arguments.waivers.files, arguments.product.date, io)?;
    let (workers, meter) = (session.workers(all)?, Meter::new(session, all, io));
    let follow_ups = FollowUps::new(&meta.follow_ups);
    let mut exporting = Exporting {
        session,
        workers: &workers,
        batch: name.map(|name| Batch::new(name, &press, &meta)),
        press,
        kind: if arguments.notice { Kind::Notice } else { Kind::Report },
        waiting: Vec::new(),
        likeness: Likeness::default(),
        follow_ups: &follow_ups,
        notes,
        waivers,
        progress,
        is_interrupted: false,
    };
    for failure in failures {
        exporting.fail(&failure, io)?;
    }
    let beside = Beside { last_year: &last_year, members: None, several: all > 1 };
    let work = |file: Result<Utf8PathBuf, Failure>| {
        let bytes = file.as_ref().ok().and_then(|file| session.store.load(&cwd.join(file)).ok());
        let sha256 = bytes.map(|bytes| digest::of_file(&bytes)).unwrap_or_default();
        (sha256, Checked::of(session, beside, &cwd, file))
    };
    let done =
        workers.in_order(files, work, |(sha256, checked)| meter.step(|| exporting.take(&sha256, checked, io)))?;
    exporting.give_out(io)?;
    drop(meter);
    if done < all || exporting.is_interrupted {
        exporting.press.exit = Exit::Failed;
        interrupted(session, (done, all), io.stderr)?;
    } else {
        exporting.all_in_one(io)?;
    }
    if !arguments.notes.is_empty() && session.verbosity > Verbosity::Quiet {
        writeln!(io.stdout, "{}", session.say(&exporting.notes.message()))?;
    }
    Ok(exporting.press.exit)
}

/// What makes the files; nothing that the run reads is ever written to.
fn press<'s, 'b>(
    session: &'s Session<'b>,
    arguments: &ExportArguments,
    notes: &Notes,
    files: &[Result<Utf8PathBuf, Failure>],
    io: &Io<'_>,
) -> Result<Press<'s, 'b>> {
    let inputs = files.iter().flatten().chain(&arguments.last_year).map(|file| io.cwd.join(file)).collect();
    let mut press = Press::open(session, &arguments.product, inputs, io)?;
    press.meta.office.clone_from(&arguments.office);
    press.meta.follow_ups.clone_from(&notes.follow_ups);
    press.meta.long_table = arguments.long;
    Ok(press)
}

impl<'s, 'b: 's> Exporting<'s, 'b> {
    fn fail(&mut self, failure: &Failure, io: &mut Io<'_>) -> Result<()> {
        self.press.exit = Exit::Failed;
        Ok(tell(failure, self.session, io.stderr)?)
    }

    /// Takes the reports of a file, in the order of the files; what cannot be read or judged is told and left out.
    fn take(&mut self, sha256: &str, checked: Checked<'s>, io: &mut Io<'_>) -> Result<()> {
        for failure in &checked.failures {
            self.lost(failure, io)?;
        }
        for report in checked.reports {
            match report.settle(self.session, &mut self.likeness, &checked.file) {
                Ok(settled) => self.report(&checked.file, sha256, settled, io)?,
                Err(failure) => self.lost(&failure, io)?,
            }
        }
        Ok(())
    }

    /// Tells of a file that could not be read, or a report that could not be judged.
    fn lost(&mut self, failure: &Failure, io: &mut Io<'_>) -> Result<()> {
        if let Some(progress) = self.progress.as_mut().filter(|_| !failure.is_folder) {
            progress.unreadable(&failure.file);
        }
        self.fail(failure, io)
    }

    fn report(&mut self, file: &Utf8Path, sha256: &str, settled: Settled<'s>, io: &mut Io<'_>) -> Result<()> {
        let Settled { received, before, verdict } = settled;
        if let Some(lack) = before.lack(&received.report) {
            warn(file, lack, self.session, io.stderr)?;
        }
        let book = book_of(self.session, &received.report)?;
        let mut examined = Examined::new(book, &received.report, file, before.filed, verdict);
        if let Some(waivers) = &mut self.waivers {
            examined.waive(waivers);
        }
        let worst = examined.worst();
        let verdict = examined.into_verdict();
        if let Some(progress) = &mut self.progress {
            progress.report(file, received.listed, worst);
        }
        let entry = received.listed.and_then(|index| Some(self.session.units.as_ref()?.unit(index)));
        let url = entry.and_then(|unit| unit.url.clone());
        let source = Source { file: file.to_string(), sha256: sha256.to_owned(), url };
        if let Some(smoothed) = smoothed(&received.report).filter(|_| self.batch.is_none() && self.kind == Kind::Report)
        {
            warn(file, smoothed, self.session, io.stderr)?;
        }
        let other_forms = other_forms(&received.report, &self.session.library.books);
        let ready = Ready { file: file.to_owned(), book, received, before, verdict, other_forms, source };
        self.notes.count(self.follow_ups, &ready.judged());
        match &mut self.batch {
            Some(batch) => batch.add(ready, &self.press)?,
            None => self.wait(ready, worst, io)?,
        }
        Ok(())
    }

    /// Puts a report among those that are given out next.
    fn wait(&mut self, ready: Ready<'s>, worst: Option<Severity>, io: &mut Io<'_>) -> Result<()> {
        let file_stem = ready.file.file_stem().unwrap_or_default();
        self.waiting.push(if self.kind == Kind::Notice && worst.is_none() {
            Waiting::Told(Message::new("driver-notice-none").text("file", ready.file.as_str()))
        } else {
            let stem = match self.kind {
                Kind::Notice => notice_stem(self.session, &ready.received.report, file_stem),
                _ => file_stem.to_owned(),
            };
            Waiting::Single(self.press.stem(&stem), Box::new(ready))
        });
        if self.waiting.len() == WAITING { self.give_out(io) } else { Ok(()) }
    }

    /// Makes what waits, several at a time, and writes it in order.
    fn give_out(&mut self, io: &mut Io<'_>) -> Result<()> {
        let waiting = std::mem::take(&mut self.waiting);
        let (all, press, kind) = (waiting.len(), &self.press, self.kind);
        let make = |waiting| match waiting {
            Waiting::Told(message) => Finished::Told(message),
            Waiting::Single(stem, ready) => {
                let made = press.make(&single(kind, &stem, &ready, press.meta.clone()));
                Finished::Single { stem, file: ready.source.file, made }
            }
        };
        let mut exit = Exit::Clean;
        let done = self.workers.in_order(waiting, make, |finished| match finished {
            Finished::Told(message) => press.tell(&message, &mut io.said()),
            Finished::Single { stem, file, made } => {
                exit = exit.max(press.put_out(&stem, &file, made, &mut io.said())?.exit);
                Ok(())
            }
        })?;
        self.press.exit = self.press.exit.max(exit);
        self.is_interrupted |= done < all;
        Ok(())
    }

    fn all_in_one(&mut self, io: &mut Io<'_>) -> Result<()> {
        let Some(batch) = self.batch.take() else { return Ok(()) };
        self.press.meta.progress = self.progress.as_ref().map(Progress::table).unwrap_or_default();
        batch.print(&mut self.press, io)
    }
}

fn single<'a>(kind: Kind, stem: &str, ready: &'a Ready<'_>, meta: Meta) -> Publication<'a> {
    Publication { kind, book: ready.book, reports: vec![ready.judged()], name: stem.to_owned(), year: None, meta }
}

pub(crate) fn published<'a>(examined: &'a Examined<'_>, source: &Source) -> Judged<'a> {
    Judged {
        book: examined.book,
        report: examined.report,
        judgement: &examined.judgement,
        findings: &examined.findings,
        last_year: examined.last_year,
        other_forms: Vec::new(),
        source: source.clone(),
    }
}
