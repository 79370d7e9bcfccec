//! The project's own tooling: everything that has to hold before a change is taken, and the
//! commands that bring it about.
//!
//! One file per concept. [`check`] lists the steps; to add one, write a function from a
//! [`step::Context`] to a [`step::Outcome`] and name it there. [`generate`] lists the generators.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command talks to its terminal")]

pub mod bench;
pub mod cargo;
pub mod check;
pub mod corpus;
pub mod directions;
pub mod generate;
pub mod lengths;
pub mod machine_paths;
pub mod scale;
pub mod snapshots;
pub mod step;
pub mod tools;
pub mod workspace;
