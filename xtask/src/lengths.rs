//! No source file is too long to be read at one go. Functions are clippy's `too_many_lines`, whose
//! threshold is in `clippy.toml`.

use std::fs;

use anyhow::{Context as _, Result};
use camino::Utf8Path;

use crate::step::{Context, Outcome};

/// The most lines that a source file may have.
pub const MOST_LINES: usize = 500;

/// Fails if a Rust file has more than [`MOST_LINES`].
pub fn step(context: &Context) -> Result<Outcome> {
    let mut faults = Vec::new();
    for file in context.workspace.files_with("rs")? {
        let text = fs::read_to_string(context.workspace.root.join(&file))
            .with_context(|| format!("{file} could not be read"))?;
        faults.extend(fault(&file, &text));
    }
    Outcome::of_faults(&faults, "split these, one concept a file")
}

fn fault(file: &Utf8Path, text: &str) -> Option<String> {
    let lines = text.lines().count();
    (lines > MOST_LINES).then(|| format!("{file} has {lines} lines, more than {MOST_LINES}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(lines: usize, expected: Option<&str>) {
        assert_eq!(fault("a.rs".into(), &"\n".repeat(lines)).as_deref(), expected);
    }

    #[test]
    fn the_limit_itself_is_allowed() {
        check(500, None);
        check(501, Some("a.rs has 501 lines, more than 500"));
    }
}
