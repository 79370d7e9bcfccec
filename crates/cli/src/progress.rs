//! How far a collection has come: every unit of the list, and what was received of it.
use camino::{Utf8Path, Utf8PathBuf};
use gouji_edits::Severity;
use gouji_export::{Date, Standing, UnitProgress};

use crate::units::UnitList;

/// The state of a collection.
#[derive(Clone, Debug)]
pub(crate) struct Progress<'a> {
    list: &'a UnitList,
    received: Vec<Vec<(Standing, Utf8PathBuf)>>,
    /// Units whose reports were read beside those that are checked.
    beside: Vec<bool>,
    /// Files whose unit is not in the list.
    pub(crate) unlisted: Vec<Utf8PathBuf>,
}

impl<'a> Progress<'a> {
    /// The state before anything was received.
    pub(crate) fn new(list: &'a UnitList) -> Self {
        Self {
            list,
            received: vec![Vec::new(); list.units.len()],
            beside: vec![false; list.units.len()],
            unlisted: Vec::new(),
        }
    }

    /// A report was read: of a unit, with findings of at most this severity.
    pub(crate) fn report(&mut self, file: &Utf8Path, unit: Option<usize>, worst: Option<Severity>) {
        let standing = if worst == Some(Severity::Error) { Standing::WithErrors } else { Standing::Clean };
        self.put(file, unit, standing);
    }

    /// The report of a unit was read beside those that are checked: it was received, how it stands is not said.
    pub(crate) fn is_there(&mut self, unit: usize) {
        self.beside[unit] = true;
    }

    /// A file could not be read.
    pub(crate) fn unreadable(&mut self, file: &Utf8Path) {
        let unit = self.list.by_unread_file(file);
        self.put(file, unit, Standing::Unreadable);
    }

    fn put(&mut self, file: &Utf8Path, unit: Option<usize>, standing: Standing) {
        match unit {
            Some(unit) => self.received[unit].push((standing, file.to_owned())),
            None => self.unlisted.push(file.to_owned()),
        }
    }

    /// Names of the units that stand so.
    pub(crate) fn names(&self, standing: Standing) -> Vec<&'a str> {
        let units = self.list.units.iter().zip(self.standings());
        units.filter(|(_, own)| *own == Some(standing)).map(|(unit, _)| unit.name.as_str()).collect()
    }

    /// How the units stand; `None` for those whose report is there and was not checked.
    fn standings(&self) -> impl Iterator<Item = Option<Standing>> {
        let received = self.received.iter().zip(&self.beside);
        received.map(|(received, beside)| (!(received.is_empty() && *beside)).then(|| best(received)))
    }

    /// Names of the units of which more than one report was read.
    pub(crate) fn doubled(&self) -> Vec<&'a str> {
        let is_read = |(standing, _): &&(Standing, Utf8PathBuf)| *standing > Standing::Unreadable;
        let read = |received: &Vec<_>| received.iter().filter(is_read).count();
        let units = self.list.units.iter().zip(&self.received);
        units.filter(|(_, received)| read(received) > 1).map(|(unit, _)| unit.name.as_str()).collect()
    }

    /// Every unit of the list as exporters show it, then the files that are of none.
    pub(crate) fn table(&self) -> Vec<UnitProgress> {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let date = |date: Option<Date>| {
            date.map(|Date { year, month, day }| format!("{year:04}-{month:02}-{day:02}")).unwrap_or_default()
        };
        let standings = self.received.iter().zip(self.standings());
        let listed = self.list.units.iter().zip(standings).map(|(unit, (received, standing))| UnitProgress {
            name: unit.name.clone(),
            level: unit.level,
            scope: unit.scope,
            parent: text(&unit.parent),
            due: date(unit.due),
            published: date(unit.published),
            url: text(&unit.url),
            standing,
            files: received.iter().map(|(_, file)| file.to_string()).collect(),
        });
        let unlisted = self.unlisted.iter().map(|file| UnitProgress {
            name: file.file_name().unwrap_or(file.as_str()).to_owned(),
            files: vec![file.to_string()],
            ..UnitProgress::default()
        });
        listed.chain(unlisted).collect()
    }
}

/// A unit stands as its best file does, but errors in any report of it remain to be corrected.
fn best(received: &[(Standing, Utf8PathBuf)]) -> Standing {
    let standings = || received.iter().map(|(standing, _)| *standing);
    if standings().any(|standing| standing == Standing::WithErrors) {
        return Standing::WithErrors;
    }
    standings().max().unwrap_or(Standing::NotReceived)
}
