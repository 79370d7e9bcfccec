//! How far a collection has come: every unit of the list, and what was received of it.
use camino::{Utf8Path, Utf8PathBuf};
use gouji_edits::Severity;

use crate::units::UnitList;

/// What was received of one unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Standing {
    /// Nothing.
    NotReceived,
    /// A file that cannot be read.
    Unreadable,
    /// A report with errors.
    WithErrors,
    /// A report without errors.
    Clean,
}

/// The state of a collection.
#[derive(Clone, Debug)]
pub(crate) struct Progress<'a> {
    list: &'a UnitList,
    received: Vec<Vec<Standing>>,
    /// Files whose unit is not in the list.
    pub(crate) unlisted: Vec<Utf8PathBuf>,
}

impl<'a> Progress<'a> {
    /// The state before anything was received.
    pub(crate) fn new(list: &'a UnitList) -> Self {
        Self { list, received: vec![Vec::new(); list.units.len()], unlisted: Vec::new() }
    }

    /// A report was read: of a unit, with findings of at most this severity.
    pub(crate) fn report(&mut self, file: &Utf8Path, unit: Option<usize>, worst: Option<Severity>) {
        let standing = if worst == Some(Severity::Error) { Standing::WithErrors } else { Standing::Clean };
        self.put(file, unit, standing);
    }

    /// A file could not be read.
    pub(crate) fn unreadable(&mut self, file: &Utf8Path) {
        let unit = self.list.by_file(file).or_else(|| self.list.inside(file.file_stem()?));
        self.put(file, unit, Standing::Unreadable);
    }

    fn put(&mut self, file: &Utf8Path, unit: Option<usize>, standing: Standing) {
        match unit {
            Some(unit) => self.received[unit].push(standing),
            None => self.unlisted.push(file.to_owned()),
        }
    }

    /// Names of the units that stand so.
    pub(crate) fn names(&self, standing: Standing) -> Vec<&'a str> {
        let units = self.list.units.iter().zip(&self.received);
        units.filter(|(_, received)| best(received) == standing).map(|(unit, _)| unit.name.as_str()).collect()
    }

    /// Names of the units of which more than one report was read.
    pub(crate) fn doubled(&self) -> Vec<&'a str> {
        let read = |received: &Vec<Standing>| received.iter().filter(|own| **own > Standing::Unreadable).count();
        let units = self.list.units.iter().zip(&self.received);
        units.filter(|(_, received)| read(received) > 1).map(|(unit, _)| unit.name.as_str()).collect()
    }
}

/// A unit stands as its best file does, but errors in any report of it remain to be corrected.
fn best(received: &[Standing]) -> Standing {
    if received.contains(&Standing::WithErrors) {
        return Standing::WithErrors;
    }
    received.iter().copied().max().unwrap_or(Standing::NotReceived)
}
