//! Two candidates side by side: two versions of a report, or the reports of two years.
mod difference;
mod matching;
mod outline;
mod wire;

pub(crate) use difference::{Difference, Side};
pub(crate) use matching::{Candidate, Matched, matched};
pub(crate) use outline::{Drawing, draw, overview};
pub(crate) use wire::CompareWire;
