//! The member units (成员单位) of a region: whose reports are added up, and what stands in the way of a sum.
mod roster;

pub(crate) use roster::Roster;

use std::collections::BTreeSet;

use anyhow::Result;
use camino::{Utf8Path, Utf8PathBuf};
use gouji_edits::RuleBook;
use gouji_model::{Message, Unit};

use crate::Io;
use crate::arguments::CheckArguments;
use crate::command::tell;
use crate::fault::Fault;
use crate::files::{Failure, expand};
use crate::intake::{Received, receive_as};
use crate::session::Session;
use crate::units::UnitList;

/// The reports of member units with their files, and the files that could not be read.
#[derive(Debug, Default)]
pub(crate) struct MemberReports {
    received: Vec<(Utf8PathBuf, Received)>,
    /// What could not be read.
    pub(crate) failures: Vec<Failure>,
}

/// The region whose members are looked for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Region<'a> {
    /// What is known of it.
    pub(crate) unit: &'a Unit,
    /// Index in the unit list.
    pub(crate) listed: Option<usize>,
    /// The report year.
    pub(crate) year: i32,
}

impl MemberReports {
    /// Reads files and folders; files in `except` (absolute) are left out where a folder is searched.
    pub(crate) fn read(session: &Session<'_>, paths: &[Utf8PathBuf], cwd: &Utf8Path, except: &[Utf8PathBuf]) -> Self {
        let mut reports = Self::default();
        let hints = session.hints_of_members();
        for file in expand(paths, cwd, except) {
            let read = file.and_then(|file| match receive_as(session, cwd, &file, &hints) {
                Ok(reports) => Ok((file, reports)),
                Err(error) => Err(Failure::new(&file, &error)),
            });
            match read {
                Ok((file, received)) => {
                    reports.received.extend(received.into_iter().map(|received| (file.clone(), received)));
                }
                Err(failure) => reports.failures.push(failure),
            }
        }
        reports
    }

    /// Reads what `--members` names beside the reports that are checked, where it is given, and tells what cannot be read;
    /// a single region's own file is left out.
    pub(crate) fn beside(
        session: &Session<'_>,
        arguments: &CheckArguments,
        files: &[Result<Utf8PathBuf, Failure>],
        io: &mut Io<'_>,
    ) -> Result<Option<Self>> {
        let Some(path) = &arguments.members else { return Ok(None) };
        let known: Vec<&Utf8PathBuf> = arguments.input.units.iter().chain(&arguments.output.output).collect();
        let members = Self::of_files(session, path, (files, &known), &io.cwd)?;
        members.failures.iter().try_for_each(|failure| tell(failure, session, io.stderr))?;
        Ok(Some(members))
    }

    /// Reads the members' reports at a path beside files that are checked, without these files where there is only one and
    /// without what else is known there.
    pub(crate) fn of_files(
        session: &Session<'_>,
        path: &Utf8PathBuf,
        (files, known): (&[Result<Utf8PathBuf, Failure>], &[&Utf8PathBuf]),
        cwd: &Utf8Path,
    ) -> Result<Self> {
        let has_parents = session.units.as_ref().is_some_and(UnitList::has_parents);
        if files.len() > 1 && !has_parents {
            return Err(Fault::error(Message::new("driver-members-of-several").count("count", files.len())));
        }
        let own = files.iter().flatten().take(usize::from(files.len() == 1));
        let except: Vec<Utf8PathBuf> = known.iter().copied().chain(own).map(|path| cwd.join(path)).collect();
        Ok(Self::read(session, std::slice::from_ref(path), cwd, &except))
    }

    /// The members of a region that reports, made known to its report; `None` where it has none, or no year.
    pub(crate) fn roster_of<'a>(
        &'a self,
        session: &'a Session<'_>,
        book: &RuleBook,
        received: &mut Received,
    ) -> Option<Roster<'a>> {
        let unit = &received.report.unit;
        let region = Region { unit, listed: received.listed, year: received.report.year? };
        let roster = Roster::of(session, self, region)?;
        let facts = roster.facts(&book.form, unit.scope, session.library);
        received.report.facts.extend(facts);
        Some(roster)
    }

    /// Indices in the unit list of those whose reports were read.
    pub(crate) fn listed(&self) -> impl Iterator<Item = usize> {
        self.received.iter().filter_map(|(_, received)| received.listed)
    }

    /// The report years that occur.
    pub(crate) fn years(&self) -> BTreeSet<i32> {
        self.received.iter().filter_map(|(_, received)| received.report.year).collect()
    }
}
