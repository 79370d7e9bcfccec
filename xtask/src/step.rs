//! What one step of `cargo xtask check` is: a name, and a function from a [`Context`] to an
//! [`Outcome`].

use std::env;

use anyhow::{Result, bail};
use camino::Utf8PathBuf;

use crate::workspace::Workspace;

/// One thing that must hold.
pub struct Step {
    /// As the summary prints it.
    pub name: &'static str,
    /// Finds out whether it holds; an error says what does not, and what to do about it.
    pub run: fn(&Context) -> Result<Outcome>,
}

/// How a step that did not fail ended.
#[derive(Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It holds.
    Passed,
    /// It was not looked at, for this reason.
    Skipped(String),
}

impl Outcome {
    /// Passed if there are no faults, else an error that lists them under the advice.
    pub fn of_faults(faults: &[String], advice: &str) -> Result<Self> {
        if faults.is_empty() {
            return Ok(Self::Passed);
        }
        bail!("{advice}:\n  {}", faults.join("\n  "))
    }
}

/// What a step may look at: the workspace and three wishes of the environment.
pub struct Context {
    /// The workspace that is checked.
    pub workspace: Workspace,
    /// `CI` is set: what could not be looked at has failed.
    pub ci: bool,
    /// `GOUJI_TESTED` is set: the tests have just been run by somebody else.
    pub tested: bool,
    /// Where the tests write which snapshots they looked at.
    pub references: Utf8PathBuf,
}

impl Context {
    /// Reads the workspace around the current folder, and the environment.
    pub fn load() -> Result<Self> {
        let workspace = Workspace::load()?;
        let references = env::var(crate::snapshots::REFERENCES)
            .map_or_else(|_| workspace.target.join("insta-references.txt"), Utf8PathBuf::from);
        Ok(Self { workspace, ci: is_set("CI"), tested: is_set("GOUJI_TESTED"), references })
    }
}

fn is_set(variable: &str) -> bool {
    env::var_os(variable).is_some_and(|value| !value.is_empty() && value != "0" && value != "false")
}
