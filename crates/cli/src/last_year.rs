//! Last year's reports (上年报告), and which of them comes before a report.
use camino::{Utf8Path, Utf8PathBuf};
use gouji_edits::Filed;
use gouji_model::{Report, Unit};

use crate::files::{Failure, expand};
use crate::intake::{Received, receive_as};
use crate::session::Session;
use crate::units::folded;

/// Last year's reports with their files.
#[derive(Debug, Default)]
pub(crate) struct LastYear {
    received: Vec<(Utf8PathBuf, Received)>,
}

impl LastYear {
    /// Reads a file, or all files of a folder; with those that cannot be read.
    pub(crate) fn read(session: &Session<'_>, path: Option<&Utf8Path>, cwd: &Utf8Path) -> (Self, Vec<Failure>) {
        let (mut last_year, mut failures) = (Self::default(), Vec::new());
        let paths: Vec<Utf8PathBuf> = path.map(ToOwned::to_owned).into_iter().collect();
        for file in expand(&paths, cwd, &[]) {
            let read = file.and_then(|file| match receive_as(session, cwd, &file, &session.hints_before()) {
                Ok(reports) => Ok((file, reports)),
                Err(error) => Err(Failure::new(&file, &error)),
            });
            match read {
                Ok((file, reports)) => {
                    last_year.received.extend(reports.into_iter().map(|report| (file.clone(), report)));
                }
                Err(failure) => failures.push(failure),
            }
        }
        (last_year, failures)
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
    ) -> Option<Filed<'a>> {
        let is_before = |report: &Report| year.zip(report.year).is_none_or(|(year, before)| before == year - 1);
        let listed_file = listed.and_then(|index| session.units.as_ref()?.unit(index).last_year_file.as_deref());
        let is_own = |(file, received): &&(Utf8PathBuf, Received)| {
            let named = received.report.unit.name.as_deref().zip(unit.name.as_deref());
            let same_name = named.is_some_and(|(own, other)| folded(own) == folded(other));
            let same_entry = listed.is_some() && received.listed == listed;
            let same_file = listed_file.is_some_and(|listed| file.ends_with(listed));
            same_name || same_entry || same_file || (named.is_none() && self.received.len() == 1)
        };
        let mut candidates = self.received.iter().filter(|(_, received)| is_before(&received.report));
        let report = &candidates.find(is_own)?.1.report;
        Some(Filed { form: &session.library.book(&report.edition)?.form, report })
    }
}
