//! The steps that are a run of a program that cargo does not bring along.

use std::io::ErrorKind;
use std::process::Command;

use anyhow::{Context as _, Result, bail, ensure};

use crate::cargo;
use crate::step::{Context, Outcome};

struct Tool {
    program: &'static str,
    arguments: &'static [&'static str],
    how_to_get: &'static str,
}

/// Advisories are left out: their database lies elsewhere and changes from day to day, so that a
/// check would fail without a change of ours.
const CARGO_DENY: Tool = Tool {
    program: "cargo-deny",
    arguments: &["--offline", "check", "--hide-inclusion-graph", "licenses", "bans", "sources"],
    how_to_get: "cargo install --locked cargo-deny",
};

const TYPOS: Tool = Tool { program: "typos", arguments: &[], how_to_get: "cargo install --locked typos-cli" };

/// Fails if a dependency has a licence, a version or a source that `deny.toml` does not allow.
pub fn cargo_deny(context: &Context) -> Result<Outcome> {
    // It reads the manifests of all dependencies, those for other systems too.
    cargo::run(&mut cargo::cargo(&["fetch", "--locked"]))?;
    use_tool(&CARGO_DENY, context)
}

/// Fails if a word is misspelt.
pub fn typos(context: &Context) -> Result<Outcome> {
    use_tool(&TYPOS, context)
}

fn use_tool(tool: &Tool, context: &Context) -> Result<Outcome> {
    let mut command = Command::new(tool.program);
    command.args(tool.arguments).current_dir(&context.workspace.root);
    match command.status() {
        Ok(status) => {
            ensure!(status.success(), "{} ended with {status}", tool.program);
            Ok(Outcome::Passed)
        }
        Err(error) if error.kind() == ErrorKind::NotFound => absent(tool, context.ci),
        Err(error) => Err(error).with_context(|| format!("{} could not be started", tool.program)),
    }
}

fn absent(tool: &Tool, ci: bool) -> Result<Outcome> {
    let reason = format!("{} is not on PATH: {}", tool.program, tool.how_to_get);
    if ci {
        bail!(reason);
    }
    Ok(Outcome::Skipped(reason))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_absent_tool_fails_in_ci_only() {
        let tool = Tool { program: "x", arguments: &[], how_to_get: "make x" };
        let reason = "x is not on PATH: make x".to_owned();
        assert_eq!(absent(&tool, true).unwrap_err().to_string(), reason);
        assert_eq!(absent(&tool, false).unwrap(), Outcome::Skipped(reason));
    }
}
