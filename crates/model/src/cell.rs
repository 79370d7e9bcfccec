//! A cell of a report and its five states.
use borsh::{BorshDeserialize, BorshSerialize};

use crate::{Number, Origin};

/// What is printed for a cell that was not found; readers know it again.
pub const PRINTED_MISSING: &str = "〔未找到〕";
/// The character that begins what is printed for a cell without a number.
pub const PRINTED_BRACKET: char = '〔';
/// What is printed before and behind the text of a cell that is no number; readers know it again.
pub const PRINTED_UNREADABLE: (&str, &str) = ("〔无法读取：", "〕");

/// Names of three sheets of the workbook that is made of one report, by language: the report, the checks of it, what the
/// checks read. Readers know the workbook again by them.
pub const WORKBOOK_SHEETS: [[&str; 3]; 2] = [["年报", "勾稽核对", "取值"], ["Report", "Checks", "Readings"]];

/// What stands in a cell. 0, blank and missing are three things.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, BorshSerialize, BorshDeserialize)]
pub enum CellState {
    /// A number.
    Number(Number),
    /// The cell is there and empty.
    Blank,
    /// A dash: `/`, `-`, `—` or 无.
    Dash,
    /// A text that is no number; the text is kept in [`Cell::raw`].
    Unreadable,
    /// The cell's place was not found in the document.
    #[default]
    Missing,
}

/// One cell as it was read.
#[derive(Clone, Debug, PartialEq, Eq, Default, BorshSerialize, BorshDeserialize)]
pub struct Cell {
    /// What stands there.
    pub state: CellState,
    /// The print, where it differs from the canonical print of the state.
    pub raw: Option<Box<str>>,
    /// Where it stands.
    pub origin: Option<Origin>,
}

impl Cell {
    /// A cell that holds a number and nothing else is known of.
    pub fn number(value: impl Into<Number>) -> Self {
        Self { state: CellState::Number(value.into()), raw: None, origin: None }
    }

    /// A cell in a state without a number.
    pub fn of(state: CellState) -> Self {
        Self { state, raw: None, origin: None }
    }

    /// The number, if the cell holds one.
    pub fn value(&self) -> Option<Number> {
        match self.state {
            CellState::Number(number) => Some(number),
            _ => None,
        }
    }
}

/// A set of the eight classes a cell can be in: a number is told apart as zero, whole, fractional or negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct StateSet(u8);

impl StateSet {
    /// The number 0.
    pub const ZERO: Self = Self(1);
    /// A whole number above 0.
    pub const WHOLE: Self = Self(2);
    /// A number above 0 with decimals.
    pub const FRACTION: Self = Self(4);
    /// A number below 0.
    pub const NEGATIVE: Self = Self(8);
    /// Empty.
    pub const BLANK: Self = Self(16);
    /// A dash.
    pub const DASH: Self = Self(32);
    /// Text that is no number.
    pub const UNREADABLE: Self = Self(64);
    /// Not found.
    pub const MISSING: Self = Self(128);
    /// Any number.
    pub const NUMBER: Self = Self(1 | 2 | 4 | 8);

    const NAMES: [(&'static str, Self); 8] = [
        ("zero", Self::ZERO),
        ("whole", Self::WHOLE),
        ("fraction", Self::FRACTION),
        ("negative", Self::NEGATIVE),
        ("blank", Self::BLANK),
        ("dash", Self::DASH),
        ("unreadable", Self::UNREADABLE),
        ("missing", Self::MISSING),
    ];

    /// Classes in either set.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether all of `other` is in this set.
    pub const fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// The class that a cell in this state is in.
    pub fn of(state: CellState) -> Self {
        match state {
            CellState::Number(number) if number.is_zero() => Self::ZERO,
            CellState::Number(number) if number.is_negative() => Self::NEGATIVE,
            CellState::Number(number) if number.is_integer() => Self::WHOLE,
            CellState::Number(_) => Self::FRACTION,
            CellState::Blank => Self::BLANK,
            CellState::Dash => Self::DASH,
            CellState::Unreadable => Self::UNREADABLE,
            CellState::Missing => Self::MISSING,
        }
    }

    /// The names of the classes in the set, in a fixed order.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        Self::NAMES.into_iter().filter(move |(_, set)| self.contains(*set)).map(|(name, _)| name)
    }
}
