//! Rule scripts: from text to edits. Nothing outside this module knows Rhai.
//!
//! A script runs once per edition and computes nothing: every value it touches is symbolic, and `require(...)` hands
//! the finished constraint to the [`sink`]. What a script may contain is a whitelist ([`grammar`]).
mod arithmetic;
mod demand;
mod fact;
mod failure;
mod grammar;
mod host;
mod names;
mod path;
mod sink;
mod span;
mod value;

pub(crate) use host::Host;
pub(crate) use names::other_metrics;
