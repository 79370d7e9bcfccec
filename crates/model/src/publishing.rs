//! When a report was published, and when it was due (公布日期、截止日期).
use borsh::{BorshDeserialize, BorshSerialize};
use serde::Deserialize;

use crate::{Date, Level, Origin, Text, UnitKind};

/// Where a date of publication comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum DateSource {
    /// The unit list.
    List,
    /// The command line.
    Argument,
    /// The page or file itself shows it (页面所示日期); it may be that of a later change.
    Page,
}

/// The date on which a report was published.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Published {
    /// The date.
    pub date: Date,
    /// Where it comes from.
    pub source: DateSource,
    /// Where it stands, if in the file itself.
    pub origin: Option<Origin>,
}

/// Until when, in the year after the report year, units of some kind publish.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Due {
    /// Governments or departments; both if absent.
    pub kind: Option<UnitKind>,
    /// Levels; all if empty.
    #[serde(default)]
    pub levels: Vec<Level>,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, from 1.
    pub day: u8,
    /// Who set the date.
    pub basis: Text,
}

impl Due {
    /// Whether it is for units of a level and kind; what is not known fits only a date for all.
    pub fn is_for(&self, level: Option<Level>, kind: Option<UnitKind>) -> bool {
        let right_kind = self.kind.is_none() || self.kind == kind;
        let right_level = self.levels.is_empty() || level.is_some_and(|level| self.levels.contains(&level));
        right_kind && right_level
    }

    /// The date for a report year.
    pub fn date(&self, year: i32) -> Option<Date> {
        Date::new(year.checked_add(1)?, self.month, self.day)
    }
}
