//! `gouji table`: reports and findings as tables for analysis.
use std::io::Write;

use camino::{Utf8Path, Utf8PathBuf};
use gouji_model::{Message, render};

use super::check::{files, interrupted, tell, warn};
use crate::Io;
use crate::arguments::TableArguments;
use crate::checked::{Beside, Checked, Settled};
use crate::digest;
use crate::examine::Examined;
use crate::exit::Exit;
use crate::fault::Explain;
use crate::files::Failure;
use crate::intake::book_of;
use crate::last_year::LastYear;
use crate::likeness::Likeness;
use crate::meter::Meter;
use crate::rows::{Column, Findings, Format, Reports, Rows};
use crate::session::Session;
use crate::whole_file::Output;

/// A file that is written row by row, and appears when all of it is.
struct Target<'a> {
    file: &'a Utf8Path,
    path: Utf8PathBuf,
    rows: Box<dyn Rows>,
}

impl<'a> Target<'a> {
    fn open(file: &'a Utf8Path, columns: &[Column], io: &Io<'_>) -> anyhow::Result<Self> {
        let (format, path) = (Format::of(file)?, io.cwd.join(file));
        let opened = Output::open(&path).map_err(anyhow::Error::from);
        let rows = opened.and_then(|out| format.open(columns, out)).explain(|| cannot(file))?;
        Ok(Self { file, path, rows })
    }

    fn finish(self) -> anyhow::Result<()> {
        let finished = self.rows.finish().and_then(|out| Ok(out.finish(&self.path)?));
        finished.explain(|| cannot(self.file))
    }
}

fn cannot(file: &Utf8Path) -> Message {
    Message::new("driver-cannot-write").text("file", file.as_str())
}

/// Reads and judges files, several at a time, and writes a row for each report and, where asked for, each finding.
pub(crate) fn run(session: &Session<'_>, arguments: &TableArguments, io: &mut Io<'_>) -> anyhow::Result<Exit> {
    let table = arguments.input.named(&arguments.table);
    let findings = arguments.findings.as_deref().map(|file| arguments.input.named(file));
    let files = files(session, &arguments.input, std::iter::once(&table).chain(&findings), io)?;
    let (all, cwd) = (files.len(), io.cwd.clone());
    let columns = Reports::new(session.library);
    let report_rows = Target::open(&table, &columns.columns(), io)?;
    let finding_rows = findings.as_deref().map(|file| Target::open(file, &Findings::columns(), io)).transpose()?;
    let (workers, meter) = (session.workers(all)?, Meter::new(session, all, io));
    let findings = Findings { lang: session.lang };
    let (last_year, failures) = LastYear::read(session, arguments.last_year.as_deref(), &io.cwd);
    let (likeness, mut exit) = (Likeness::default(), Exit::Clean);
    for failure in failures {
        exit = Exit::Failed;
        tell(&failure, session, io.stderr)?;
    }
    let mut writing = Writing { session, columns, findings, report_rows, finding_rows, likeness, exit, count: 0 };
    let beside = Beside { last_year: &last_year, members: None, several: all > 1 };
    let work = |file: Result<Utf8PathBuf, Failure>| {
        let sha256 = file.as_ref().ok().and_then(|file| session.store.load(&cwd.join(file)).ok());
        (sha256.map(|bytes| digest::of_file(&bytes)), Checked::of(session, beside, &cwd, file))
    };
    let done = workers.in_order(files, work, |(sha256, checked)| {
        meter.step(|| writing.take(&sha256.unwrap_or_default(), checked, io.stderr))
    })?;
    drop(meter);
    let Writing { report_rows, finding_rows, mut exit, count, .. } = writing;
    report_rows.finish()?;
    finding_rows.map(Target::finish).transpose()?;
    if done < all {
        exit = Exit::Failed;
        interrupted(session, (done, all), io.stderr)?;
    }
    if session.says_more_than_findings() {
        let message = Message::new("table-written").text("file", table.as_str()).count("reports", count);
        writeln!(io.stdout, "{}", render(&message, session.lang))?;
    }
    Ok(exit)
}

struct Writing<'s, 'b> {
    session: &'s Session<'b>,
    columns: Reports<'b>,
    findings: Findings,
    report_rows: Target<'s>,
    finding_rows: Option<Target<'s>>,
    likeness: Likeness,
    exit: Exit,
    count: usize,
}

impl Writing<'_, '_> {
    fn take(&mut self, sha256: &str, checked: Checked<'_>, err: &mut dyn Write) -> anyhow::Result<()> {
        for failure in &checked.failures {
            self.exit = Exit::Failed;
            tell(failure, self.session, err)?;
        }
        for report in checked.reports {
            let Settled { received, before, verdict } =
                match report.settle(self.session, &mut self.likeness, &checked.file) {
                    Ok(settled) => settled,
                    Err(failure) => {
                        self.exit = Exit::Failed;
                        tell(&failure, self.session, err)?;
                        continue;
                    }
                };
            if let Some(lack) = before.lack(&received.report) {
                warn(&checked.file, lack, self.session, err)?;
            }
            let book = book_of(self.session, &received.report)?;
            let examined = Examined::new(book, &received.report, &checked.file, before.filed, verdict);
            self.report_rows.rows.row(self.columns.row(&examined, sha256))?;
            if let Some(target) = &mut self.finding_rows {
                self.findings.rows(&examined).try_for_each(|row| target.rows.row(row))?;
            }
            self.count += 1;
        }
        Ok(())
    }
}
