//! 修改意见单 of a run in a folder: one for each report with findings, and one overview.
use std::collections::HashSet;

use anyhow::Result;
use camino::Utf8PathBuf;
use gouji_export::{
    Kind, NoticeOverview, OverviewReport, Publication, Source, Standing, open_findings, unjudged_in_notice,
    waiver_message,
};
use gouji_model::{Arg, Message, Report};

use crate::arguments::{CheckArguments, Product};
use crate::artifacts::is_stem;
use crate::command::published;
use crate::examine::Examined;
use crate::exit::Exit;
use crate::files::Failure;
use crate::io::Said;
use crate::own_files::{NOTICE_STEM, OVERVIEW_STEM, is_notice};
use crate::progress::Progress;
use crate::publish::Press;
use crate::session::Session;
use crate::tally::Counts;
use crate::{Io, text};

/// What a notice is written as: to be sent, and to be put into a message.
const FORMATS: [&str; 2] = ["docx", "txt"];

/// The folder of a run's notices.
pub(crate) struct NoticeFolder<'s, 'b> {
    session: &'s Session<'b>,
    press: Press<'s, 'b>,
    overview: NoticeOverview,
    overview_stem: String,
    /// Names of the files written.
    written: HashSet<String>,
}

impl<'s, 'b> NoticeFolder<'s, 'b> {
    /// Makes the folder ready; `inputs` are never written to.
    pub(crate) fn open(
        session: &'s Session<'b>,
        arguments: &CheckArguments,
        inputs: Vec<Utf8PathBuf>,
        io: &Io<'_>,
    ) -> Result<Self> {
        let product = Product {
            to: FORMATS.map(ToOwned::to_owned).into(),
            folder: arguments.output.output.as_deref().map(|folder| arguments.input.named(folder)),
            date: arguments.date,
            force: arguments.force,
        };
        let mut press = Press::open(session, &product, inputs, io)?;
        press.meta.office.clone_from(&arguments.office);
        let overview_stem = press.stem(&session.say(&Message::new(OVERVIEW_STEM)));
        let overview = NoticeOverview::default();
        Ok(Self { session, press, overview, overview_stem, written: HashSet::new() })
    }

    /// Writes the notice about a report that has findings.
    pub(crate) fn report(&mut self, examined: &Examined<'_>, said: &mut Said<'_>) -> Result<()> {
        let notices = if examined.worst().is_some() { self.notice(examined, said)? } else { Vec::new() };
        let open = || open_findings(&examined.findings);
        let worst = open().map(|finding| finding.severity).max();
        let worst = open().find(|finding| Some(finding.severity) == worst);
        let title =
            worst.and_then(|finding| Some((finding.severity, examined.book.rule(&finding.rule)?.title.clone())));
        let waived = examined.findings.iter().filter(|finding| finding.is_waived());
        let waived = waived.filter_map(|finding| {
            let rule = examined.book.rule(&finding.rule)?;
            Some((rule.title.clone(), waiver_message(finding.waiver.as_ref()?)))
        });
        self.overview.reports.push(OverviewReport {
            unit: examined.report.unit.name.as_deref().map(ToOwned::to_owned),
            year: examined.report.year,
            file: examined.file.to_string(),
            counts: Counts::of(examined).all(),
            unjudged: examined.judgement.counts(examined.book).unjudged,
            unjudged_in_notice: unjudged_in_notice(examined.book, &examined.judgement),
            waived: waived.collect(),
            worst: title,
            notices: notices.iter().filter_map(|file| file.file_name()).map(ToOwned::to_owned).collect(),
        });
        Ok(())
    }

    fn notice(&mut self, examined: &Examined<'_>, said: &mut Said<'_>) -> Result<Vec<Utf8PathBuf>> {
        let file_stem = examined.file.file_stem().unwrap_or_default();
        let wanted = notice_stem(self.session, examined.report, file_stem);
        let stem = self.press.stem(&wanted);
        if stem != wanted {
            let message = Message::new("notice-renamed").text("file", examined.file.as_str()).text("name", &*stem);
            self.press.tell(&message, said)?;
        }
        let source = Source { file: examined.file.to_string(), ..Source::default() };
        let publication = Publication {
            kind: Kind::Notice,
            book: examined.book,
            reports: vec![published(examined, &source)],
            name: stem.clone(),
            year: None,
            meta: self.press.meta.clone(),
        };
        self.print(&stem, &publication, said)
    }

    fn print(&mut self, stem: &str, publication: &Publication<'_>, said: &mut Said<'_>) -> Result<Vec<Utf8PathBuf>> {
        let files = self.press.print(stem, publication, said)?;
        self.written.extend(files.iter().filter_map(|file| file.file_name()).map(ToOwned::to_owned));
        Ok(files)
    }

    /// Names of the notices in the folder that this run did not write: those of an earlier round, whose faults may have
    /// been corrected since.
    fn left_over(&self) -> Vec<String> {
        let is_left = |name: &str| is_notice(name, self.session.lang) && !self.written.contains(name);
        let mut names: Vec<String> = self.press.names().into_iter().filter(|name| is_left(name)).collect();
        names.sort_unstable();
        names
    }

    /// A file could not be read.
    pub(crate) fn failure(&mut self, failure: &Failure) {
        self.overview.unreadable.push((failure.file.to_string(), failure.message.clone()));
    }

    /// Writes the overview, and says how many notices there are; how the writing went.
    pub(crate) fn finish(mut self, progress: Option<&Progress<'_>>, said: &mut Said<'_>) -> Result<Exit> {
        let absent = progress.map(|progress| progress.names(Standing::NotReceived)).unwrap_or_default();
        self.overview.absent = absent.into_iter().map(ToOwned::to_owned).collect();
        let clean = self.overview.reports.iter().filter(|report| report.counts == [0; 3]).count();
        let message = Message::new("notice-written")
            .count("notices", self.overview.reports.iter().filter(|report| !report.notices.is_empty()).count())
            .count("clean", clean)
            .count("failed", self.overview.unreadable.len());
        // An overview is of no edition; the latest stands for all.
        if let Some(book) = self.session.library.books.last() {
            let stem = self.overview_stem.clone();
            let meta =
                gouji_export::Meta { overview: Some(std::mem::take(&mut self.overview)), ..self.press.meta.clone() };
            let publication =
                Publication { kind: Kind::Notice, book, reports: Vec::new(), name: stem.clone(), year: None, meta };
            self.print(&stem, &publication, said)?;
        }
        self.press.tell(&message, said)?;
        let left = self.left_over();
        if !left.is_empty() {
            let names = Arg::List(left.into_iter().map(Arg::Text).collect());
            let message = self.session.say(&Message::new("notice-left-over").with("files", names));
            writeln!(said.err, "{} {message}", text("word-warning", self.session.lang))?;
        }
        said.out.flush()?;
        Ok(self.press.exit)
    }
}

/// A notice is named by its unit, so that it can be sent; by the file where the unit makes no name.
pub(crate) fn notice_stem(session: &Session<'_>, report: &Report, file_stem: &str) -> String {
    let unit = report.unit.name.as_deref().filter(|unit| is_stem(unit)).unwrap_or(file_stem);
    let year = report.year.map(|year| year.to_string()).unwrap_or_default();
    session.say(&Message::new(NOTICE_STEM).text("unit", unit).text("year", year))
}
