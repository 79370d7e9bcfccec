//! Last year's reports (上年报告), and which of them comes before a report.
use std::collections::HashMap;

use camino::{Utf8Path, Utf8PathBuf};
use gouji_edits::{Context, Filed};
use gouji_model::{Message, Report, Unit};

use crate::files::{Failure, expand};
use crate::intake::{Received, receive_as};
use crate::session::Session;
use crate::units::folded;

/// Last year's reports with their files.
#[derive(Debug, Default)]
pub(crate) struct LastYear {
    /// A folder or file was named.
    given: bool,
    received: Vec<(Utf8PathBuf, Received)>,
    /// Reports by the folded name of their unit.
    by_name: HashMap<String, Vec<usize>>,
    /// Reports by their unit's place in the unit list.
    by_entry: HashMap<usize, Vec<usize>>,
}

/// What is known of the year before a report.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Before<'a> {
    /// The report.
    pub(crate) filed: Option<Filed<'a>>,
    /// Its file.
    pub(crate) file: Option<&'a Utf8Path>,
    /// Reports of last year were given, whether or not this one is among them.
    pub(crate) given: bool,
}

impl<'a> Before<'a> {
    /// What a report is judged against.
    pub(crate) fn context(self) -> Context<'a> {
        Context {
            last_year: self.filed,
            last_year_file: self.file.map(Utf8Path::as_str),
            last_year_given: self.given,
            ..Context::default()
        }
    }

    /// Says that a report's unit is not among last year's reports, where that is so.
    pub(crate) fn lack(&self, report: &Report) -> Option<Message> {
        if !self.given || self.filed.is_some() {
            return None;
        }
        Some(match (report.unit.name.as_deref(), report.year) {
            (Some(unit), Some(year)) => {
                Message::new("driver-last-year-not-among").text("unit", unit).text("year", (year - 1).to_string())
            }
            _ => Message::new("driver-last-year-not-among-unnamed"),
        })
    }
}

impl LastYear {
    /// Reads a file, or all files of a folder; with those that cannot be read.
    pub(crate) fn read(session: &Session<'_>, path: Option<&Utf8Path>, cwd: &Utf8Path) -> (Self, Vec<Failure>) {
        let mut last_year = Self { given: path.is_some(), ..Self::default() };
        let mut failures = Vec::new();
        let paths: Vec<Utf8PathBuf> = path.map(ToOwned::to_owned).into_iter().collect();
        for file in expand(&paths, cwd, &[]) {
            let read = file.and_then(|file| match receive_as(session, cwd, &file, &session.hints_before()) {
                Ok(reports) => Ok((file, reports)),
                Err(error) => Err(Failure::new(&file, &error)),
            });
            match read {
                Ok((file, reports)) => reports.into_iter().for_each(|report| last_year.add(file.clone(), report)),
                Err(failure) => failures.push(failure),
            }
        }
        (last_year, failures)
    }

    fn add(&mut self, file: Utf8PathBuf, received: Received) {
        let index = self.received.len();
        if let Some(name) = received.report.unit.name.as_deref() {
            self.by_name.entry(folded(name)).or_default().push(index);
        }
        if let Some(entry) = received.listed {
            self.by_entry.entry(entry).or_default().push(index);
        }
        self.received.push((file, received));
    }

    /// Whether none was given.
    pub(crate) fn is_empty(&self) -> bool {
        self.received.is_empty()
    }

    /// The report of the year before, of a unit that may be in the unit list.
    ///
    /// Of two units with different names none is the other; where a name is not known, a single report is taken.
    pub(crate) fn before<'a, 'b: 'a>(
        &'a self,
        session: &Session<'b>,
        (unit, year): (&Unit, Option<i32>),
        listed: Option<usize>,
    ) -> Before<'a> {
        let nothing = Before { given: self.given, ..Before::default() };
        let found = self.candidates(session, unit, listed).into_iter().find(|index| {
            let report = &self.received[*index].1.report;
            year.zip(report.year).is_none_or(|(year, before)| before == year - 1)
        });
        let Some((file, received)) = found.and_then(|index| self.received.get(index)) else { return nothing };
        let report = &received.report;
        let Some(book) = session.library.book(&report.edition) else { return nothing };
        Before { filed: Some(Filed { form: &book.form, report }), file: Some(file), ..nothing }
    }

    /// The reports of a unit in the years around one, without a gap: those of the years before it, the last first, and those
    /// of the years after it, the next first. `before` is the one before it.
    pub(crate) fn around<'a, 'b: 'a>(
        &'a self,
        session: &Session<'b>,
        received: &Received,
        before: Before<'a>,
    ) -> [Vec<(&'a Utf8Path, Filed<'a>)>; 2] {
        let candidates = self.candidates(session, &received.report.unit, received.listed);
        let of_year = |year: i32| {
            let is_of = |index: &&usize| self.received[**index].1.report.year == Some(year);
            let (file, found) = &self.received[*candidates.iter().find(is_of)?];
            let form = &session.library.book(&found.report.edition)?.form;
            Some((file.as_path(), Filed { form, report: &found.report }))
        };
        let [mut earlier, mut later] = [Vec::new(), Vec::new()];
        if let Some(last) = before.file.zip(before.filed) {
            earlier.push(last);
            let year = last.1.report.year.unwrap_or(i32::MIN);
            earlier.extend((1..).map_while(|back| of_year(year.checked_sub(back)?)));
        }
        if let Some(year) = received.report.year {
            later.extend((1..).map_while(|on| of_year(year.checked_add(on)?)));
        }
        [earlier, later]
    }

    /// Reports that may be of a unit, in the order in which they were read.
    fn candidates(&self, session: &Session<'_>, unit: &Unit, listed: Option<usize>) -> Vec<usize> {
        let named = unit.name.as_deref().and_then(|name| self.by_name.get(&folded(name)));
        let entered = listed.and_then(|entry| self.by_entry.get(&entry));
        let mut candidates: Vec<usize> = named.into_iter().chain(entered).flatten().copied().collect();
        let file = listed.and_then(|index| session.units.as_ref()?.unit(index).last_year_file.as_deref());
        if let Some(file) = file {
            let filed = self.received.iter().enumerate().filter(|(_, (own, _))| own.ends_with(file));
            candidates.extend(filed.map(|(index, _)| index));
        }
        if let [(_, only)] = self.received.as_slice()
            && (only.report.unit.name.is_none() || unit.name.is_none())
        {
            candidates.push(0);
        }
        candidates.sort_unstable();
        candidates.dedup();
        candidates
    }
}
