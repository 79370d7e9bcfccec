//! The steps that are a run of cargo.

use std::ffi::{OsStr, OsString};
use std::path::Path;
use std::process::Command;
use std::{env, fs, iter};

use anyhow::{Context as _, Result, ensure};

use crate::snapshots;
use crate::step::{Context, Outcome};
use crate::workspace::Member;

/// The target of browsers and other hosts that know no files.
const WASM: &str = "wasm32-unknown-unknown";

/// Folders of the crates that touch files, the clock or the terminal; all others do without.
const DRIVERS: &[&str] = &["crates/cli", "tests", "xtask"];

/// cargo with these arguments: the one that runs us, so that the toolchain is the same.
pub fn cargo(arguments: &[&str]) -> Command {
    let program = env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    let mut command = Command::new(program);
    command.args(arguments);
    command
}

/// Runs a command on our terminal; fails if it fails.
pub fn run(command: &mut Command) -> Result<()> {
    let line = line(command);
    let status = command.status().with_context(|| format!("{line} could not be started"))?;
    ensure!(status.success(), "{line} ended with {status}");
    Ok(())
}

/// Fails if a file is not as rustfmt writes it.
pub fn format(_: &Context) -> Result<Outcome> {
    run(&mut cargo(&["fmt", "--all", "--check"]))?;
    Ok(Outcome::Passed)
}

/// Fails if clippy or the compiler warns anywhere.
pub fn clippy(_: &Context) -> Result<Outcome> {
    let what = ["clippy", "--workspace", "--all-targets", "--keep-going"];
    run(cargo(&what).args(["--", "-D", "warnings"]))?;
    Ok(Outcome::Passed)
}

/// Runs all tests and keeps the list of snapshots that they look at.
pub fn tests(context: &Context) -> Result<Outcome> {
    if context.tested {
        return Ok(Outcome::Skipped("GOUJI_TESTED is set".to_owned()));
    }
    forget(context)?;
    let mut command = cargo(&["test", "--workspace", "--no-fail-fast"]);
    run(command.env(snapshots::REFERENCES, &context.references))?;
    Ok(Outcome::Passed)
}

/// Prints how many slips the rules of each edition see; fails where hard edits contradict each other.
pub fn mutation_score(_: &Context) -> Result<Outcome> {
    run(&mut cargo(&["run", "--quiet", "--package", "gouji", "--", "rules", "prove", "--quiet", "--lang", "en"]))?;
    Ok(Outcome::Passed)
}

/// Fails if rustdoc warns, of a broken link for example.
pub fn docs(_: &Context) -> Result<Outcome> {
    let mut command = cargo(&["doc", "--workspace", "--no-deps"]);
    run(command.env("RUSTDOCFLAGS", "-D warnings"))?;
    Ok(Outcome::Passed)
}

/// Fails if a library does not build for a browser; skipped where that target is not installed.
pub fn wasm(context: &Context) -> Result<Outcome> {
    if !wasm_is_installed()? {
        return Ok(Outcome::Skipped(format!("rustup target add {WASM}")));
    }
    let libraries = context.workspace.members.iter().filter(|member| is_library(member));
    let packages = libraries.flat_map(|member| ["--package", &member.package]);
    run(cargo(&["check", "--target", WASM]).args(packages))?;
    Ok(Outcome::Passed)
}

/// The command as one would type it: without the folder of the program.
fn line(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or_default();
    let words = iter::once(program).chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}

/// insta only adds to the list, so that of the run before must go.
fn forget(context: &Context) -> Result<()> {
    if context.references.exists() {
        fs::remove_file(&context.references).with_context(|| format!("{} could not be removed", context.references))?;
    }
    Ok(())
}

fn wasm_is_installed() -> Result<bool> {
    let output = Command::new("rustc")
        .args(["--print", "target-libdir", "--target", WASM])
        .output()
        .context("rustc could not be started")?;
    Ok(fs::exists(String::from_utf8_lossy(&output.stdout).trim())?)
}

fn is_library(member: &Member) -> bool {
    !DRIVERS.iter().any(|folder| member.folder == *folder)
}
