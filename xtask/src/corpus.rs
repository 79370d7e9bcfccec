//! `cargo xtask corpus DIR`: readings and verdicts scored against those of people; `cargo xtask make-corpus N`:
//! reports made at random, with what is wrong with each.

use anyhow::Result;
use camino::Utf8Path;

use crate::cargo;

/// Starts the scorer, which lives with the tests: this program must start even when the libraries do not compile.
pub fn corpus(directory: &str) -> Result<()> {
    cargo::run(&mut cargo::cargo(&["run", "-q", "--package", "gouji-tests", "--bin", "corpus", "--", directory]))
}

/// Writes `count` reports and `truth.jsonl` into a folder, the same for the same seed; `format` gives all of them the
/// format of one reader.
pub fn make(folder: &Utf8Path, count: u32, seed: u32, format: Option<&str>) -> Result<()> {
    let mut command =
        cargo::cargo(&["run", "-q", "--release", "--package", "gouji-tests", "--bin", "make_corpus", "--"]);
    command.arg(folder).args([count, seed].map(|number| number.to_string())).args(format);
    cargo::run(&mut command)
}
