//! `cargo xtask corpus DIR`: readings and verdicts scored against those of people.

use anyhow::Result;

use crate::cargo;

/// Starts the scorer, which lives with the tests: this program must start even when the libraries do not compile.
pub fn corpus(directory: &str) -> Result<()> {
    cargo::run(&mut cargo::cargo(&["run", "-q", "--package", "gouji-tests", "--bin", "corpus", "--", directory]))
}
