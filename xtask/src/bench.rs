//! `cargo xtask bench`: speed, measured as ratios within one run.

use anyhow::Result;

use crate::cargo;

/// Runs `cargo bench` with these arguments; fails if it fails.
pub fn bench(arguments: &[String]) -> Result<()> {
    cargo::run(cargo::cargo(&["bench"]).args(arguments))
}
