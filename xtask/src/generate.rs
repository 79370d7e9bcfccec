//! Generated files: written by `cargo xtask generate`, compared by the same function in
//! `cargo xtask check`.

use std::collections::BTreeMap;
use std::fs;
use std::process::Stdio;

use anyhow::{Context as _, Result, ensure};
use camino::{Utf8Path, Utf8PathBuf};

use crate::cargo;
use crate::step::{Context, Outcome};
use crate::workspace::Workspace;

/// A file as it ought to be.
#[derive(Debug)]
pub struct Generated {
    /// Relative to the root of the workspace.
    pub path: Utf8PathBuf,
    /// The whole of it.
    pub contents: String,
}

/// Makes the files of one kind; equal sources give equal files.
pub type Generator = fn(&Workspace) -> Result<Vec<Generated>>;

/// Every generator; a new one is named here and nowhere else.
pub const GENERATORS: &[Generator] = &[from_the_libraries];

/// What the libraries know how to write, the list of an edition's rules first of all. A program of the tests prints it,
/// so that this one starts even when the libraries do not compile.
fn from_the_libraries(_: &Workspace) -> Result<Vec<Generated>> {
    let mut command = cargo::cargo(&["run", "-q", "--package", "gouji-tests", "--bin", "generated"]);
    let output = command.stderr(Stdio::inherit()).output().context("cargo could not be started")?;
    ensure!(output.status.success(), "the program that prints the generated files ended with {}", output.status);
    let files: BTreeMap<Utf8PathBuf, String> =
        serde_json::from_slice(&output.stdout).context("the generated files are no JSON")?;
    Ok(files.into_iter().map(|(path, contents)| Generated { path, contents }).collect())
}

/// What to do about a file that differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Write it as it ought to be.
    Write,
    /// Leave it as it is.
    Compare,
}

/// Runs every generator and returns the files that differed, relative to the root.
pub fn generate(workspace: &Workspace, mode: Mode) -> Result<Vec<Utf8PathBuf>> {
    let mut differing = Vec::new();
    for generator in GENERATORS {
        differing.extend(settle(&workspace.root, generator(workspace)?, mode)?);
    }
    Ok(differing)
}

/// Writes what differs and says what that was.
pub fn write(context: &Context) -> Result<()> {
    for path in generate(&context.workspace, Mode::Write)? {
        println!("wrote {path}");
    }
    Ok(())
}

/// Fails if a generated file differs.
pub fn step(context: &Context) -> Result<Outcome> {
    let differing = generate(&context.workspace, Mode::Compare)?;
    let faults: Vec<_> = differing.into_iter().map(String::from).collect();
    Outcome::of_faults(&faults, "out of date, run `cargo xtask generate`")
}

fn settle(root: &Utf8Path, files: Vec<Generated>, mode: Mode) -> Result<Vec<Utf8PathBuf>> {
    let mut differing = Vec::new();
    for Generated { path, contents } in files {
        let place = root.join(&path);
        if fs::read(&place).is_ok_and(|present| present == contents.as_bytes()) {
            continue;
        }
        if mode == Mode::Write {
            write_file(&place, &contents)?;
        }
        differing.push(path);
    }
    Ok(differing)
}

fn write_file(place: &Utf8Path, contents: &str) -> Result<()> {
    if let Some(folder) = place.parent() {
        fs::create_dir_all(folder).with_context(|| format!("{folder} could not be made"))?;
    }
    fs::write(place, contents).with_context(|| format!("{place} could not be written"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Settles `new/a.md` with "a" over what was there before, and says what differed and what is
    /// there afterwards.
    #[track_caller]
    fn check(before: Option<&str>, mode: Mode, differs: bool, after: Option<&str>) {
        let folder = tempfile::tempdir().unwrap();
        let root = Utf8Path::from_path(folder.path()).unwrap();
        let path = Utf8PathBuf::from("new/a.md");
        if let Some(before) = before {
            write_file(&root.join(&path), before).unwrap();
        }
        let files = vec![Generated { path: path.clone(), contents: "a".to_owned() }];
        assert_eq!(settle(root, files, mode).unwrap().contains(&path), differs);
        assert_eq!(fs::read_to_string(root.join(&path)).ok().as_deref(), after);
    }

    #[test]
    fn a_current_file_is_left_alone() {
        check(Some("a"), Mode::Write, false, Some("a"));
        check(Some("a"), Mode::Compare, false, Some("a"));
    }

    #[test]
    fn a_stale_or_absent_file_is_written() {
        check(Some("b"), Mode::Write, true, Some("a"));
        check(None, Mode::Write, true, Some("a"));
    }

    #[test]
    fn comparing_writes_nothing() {
        check(Some("b"), Mode::Compare, true, Some("b"));
        check(None, Mode::Compare, true, None);
    }
}
