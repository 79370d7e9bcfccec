//! An edition: one national format of the report, with the report years it is for.
use std::fmt;

use crate::{Due, Text};

/// The report years of an edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Years {
    /// First report year.
    pub from: i32,
    /// Last report year; `None` while the edition is in force.
    pub to: Option<i32>,
}

impl Years {
    /// Whether a report year falls in the range.
    pub fn contains(self, year: i32) -> bool {
        year >= self.from && self.to.is_none_or(|to| year <= to)
    }
}

impl fmt::Display for Years {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.to {
            Some(to) => write!(f, "{}–{to}", self.from),
            None => write!(f, "{}–", self.from),
        }
    }
}

/// Identity of an edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// Its id, `2021`.
    pub id: Box<str>,
    /// Its name, `2021年版格式`.
    pub title: Text,
    /// The document that set it.
    pub basis: Text,
    /// The report years it is for.
    pub years: Years,
    /// When reports are due; the first that fits a unit counts.
    pub due: Vec<Due>,
}
