//! Snapshots that no test looks at any more.
//!
//! A run of the tests in which [`REFERENCES`] names a file leaves there the path of every snapshot
//! that was looked at; what else lies in the tree is an orphan.

use std::collections::BTreeSet;
use std::fs;

use anyhow::{Context as _, Result};
use camino::{Utf8Path, Utf8PathBuf};

use crate::step::{Context, Outcome};

/// The variable that tells insta where to write which snapshots it looks at.
pub const REFERENCES: &str = "INSTA_SNAPSHOT_REFERENCES_FILE";

/// Fails if a snapshot is not among those that the last run of the tests looked at.
pub fn step(context: &Context) -> Result<Outcome> {
    let snapshots = context.workspace.files_with("snap")?;
    if snapshots.is_empty() {
        return Ok(Outcome::Passed);
    }
    let references = fs::read_to_string(&context.references)
        .with_context(|| format!("{} is missing: run the whole tests with {REFERENCES} set", context.references))?;
    let orphans = orphans(&context.workspace.root, snapshots, &references);
    let faults: Vec<_> = orphans.into_iter().map(String::from).collect();
    Outcome::of_faults(&faults, "no test looks at these, delete them")
}

/// Those of the snapshots, relative to the root, that the references do not name.
fn orphans(root: &Utf8Path, snapshots: Vec<Utf8PathBuf>, references: &str) -> Vec<Utf8PathBuf> {
    let used: BTreeSet<_> = references.lines().filter_map(|line| resolved(line.into())).collect();
    let is_orphan = |file: &Utf8PathBuf| resolved(&root.join(file)).is_none_or(|file| !used.contains(&file));
    snapshots.into_iter().filter(is_orphan).collect()
}

/// insta writes paths as its macros saw them, with `..` in them; a path to nothing is a snapshot
/// not yet accepted.
fn resolved(path: &Utf8Path) -> Option<Utf8PathBuf> {
    path.canonicalize_utf8().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// With `a.snap` and `b.snap` in the tree.
    #[track_caller]
    fn check(references: &[&str], expected: &[&str]) {
        let folder = tempfile::tempdir().unwrap();
        let root = Utf8Path::from_path(folder.path()).unwrap();
        let snapshots = vec![Utf8PathBuf::from("s/a.snap"), Utf8PathBuf::from("s/b.snap")];
        fs::create_dir(root.join("s")).unwrap();
        for snapshot in &snapshots {
            fs::write(root.join(snapshot), "").unwrap();
        }
        let references: Vec<_> = references.iter().map(|path| root.join(path).into_string()).collect();
        assert_eq!(orphans(root, snapshots, &references.join("\n")), expected);
    }

    #[test]
    fn what_no_test_names_is_an_orphan() {
        check(&["s/a.snap", "s/a.snap"], &["s/b.snap"]);
        check(&[], &["s/a.snap", "s/b.snap"]);
    }

    #[test]
    fn a_path_with_detours_names_a_snapshot() {
        check(&["s/../s/a.snap", "s/b.snap"], &[]);
    }

    #[test]
    fn a_snapshot_not_yet_accepted_is_no_fault() {
        check(&["s/a.snap", "s/b.snap", "s/new.snap"], &[]);
    }
}
