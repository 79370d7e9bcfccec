//! Which crate may use which: the one list of allowed dependencies between our own crates.
//!
//! Normal and build dependencies are held to it. Dev-dependencies are free: a test may look at
//! anything.

use anyhow::Result;
use camino::Utf8Path;

use crate::step::{Context, Outcome};
use crate::workspace::Member;

/// One row of the list. Crates are named by folder; `exporters/*` is every folder in `exporters`,
/// so that a new exporter needs no row.
#[derive(Debug)]
pub struct Direction {
    /// Whose row it is.
    pub folder: &'static str,
    /// Those it may use.
    pub may_use: &'static [&'static str],
}

const MODEL: &str = "crates/model";
const EDITS: &str = "crates/edits";

/// Everything but those that stand above the driver.
const UP_TO_THE_DRIVER: &[&str] = &["crates/*", "exporters/*", "rules"];

/// The list: a crate that no row names is a fault.
pub const ALLOWED: &[Direction] = &[
    row(MODEL, &[]),
    row(EDITS, &[MODEL]),
    row("crates/read", &[MODEL]),
    row("crates/recognise", &[MODEL, EDITS]),
    row("crates/rules", &[MODEL, EDITS]),
    row("crates/repair", &[MODEL, EDITS]),
    row("crates/export", &[MODEL, EDITS]),
    row("crates/pages", &[MODEL, EDITS, "crates/export"]),
    row("exporters/*", &[MODEL, EDITS, "crates/export", "crates/pages"]),
    row("rules", &[]),
    row("crates/cli", UP_TO_THE_DRIVER),
    row("tests", UP_TO_THE_DRIVER),
    row("xtask", UP_TO_THE_DRIVER),
];

const fn row(folder: &'static str, may_use: &'static [&'static str]) -> Direction {
    Direction { folder, may_use }
}

/// Fails if a crate uses one that it may not use, or is in no row.
pub fn step(context: &Context) -> Result<Outcome> {
    Outcome::of_faults(
        &faults(&context.workspace.members),
        "see ALLOWED in xtask/src/directions.rs, and ARCHITECTURE.md for the reasons",
    )
}

/// One line for every crate in no row and for every dependency that its row does not allow.
pub fn faults(members: &[Member]) -> Vec<String> {
    members.iter().flat_map(faults_of).collect()
}

fn faults_of(member: &Member) -> Vec<String> {
    let Member { package, folder, uses } = member;
    let Some(row) = ALLOWED.iter().find(|row| covers(row.folder, folder)) else {
        return vec![format!("{package} ({folder}) is in no row: add one to ALLOWED in xtask/src/directions.rs")];
    };
    uses.iter()
        .filter(|used| !row.may_use.iter().any(|pattern| covers(pattern, used)))
        .map(|used| format!("{package} ({folder}) may not use {used}"))
        .collect()
}

fn covers(pattern: &str, folder: &Utf8Path) -> bool {
    match pattern.strip_suffix("/*") {
        Some(parent) => folder.parent() == Some(Utf8Path::new(parent)),
        None => folder == pattern,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::Workspace;

    #[track_caller]
    fn check(folder: &str, uses: &[&str], expected: &[&str]) {
        let member =
            Member { package: "x".to_owned(), folder: folder.into(), uses: uses.iter().map(Into::into).collect() };
        assert_eq!(faults(&[member]), expected);
    }

    #[test]
    fn this_workspace_keeps_to_the_list() {
        let members = Workspace::load().unwrap().members;
        assert!(members.iter().any(|member| member.package == "xtask"));
        assert_eq!(faults(&members), [""; 0]);
    }

    #[test]
    fn the_model_knows_nobody() {
        check("crates/model", &[], &[]);
        check("crates/model", &["crates/edits"], &["x (crates/model) may not use crates/edits"]);
    }

    #[test]
    fn the_four_beside_each_other_never_meet() {
        let four = ["crates/read", "crates/recognise", "crates/rules", "crates/repair"];
        for one in four {
            for other in four {
                check(one, &[other], &[&format!("x ({one}) may not use {other}")]);
            }
        }
    }

    #[test]
    fn a_new_exporter_needs_no_row() {
        check("exporters/odt", &["crates/export", "crates/model"], &[]);
        check("exporters/odt", &["exporters/docx"], &["x (exporters/odt) may not use exporters/docx"]);
    }

    #[test]
    fn the_driver_uses_all_and_is_used_from_above() {
        check("crates/cli", &["crates/read", "exporters/odt", "rules"], &[]);
        check("tests", &["crates/cli"], &[]);
        check("crates/cli", &["xtask"], &["x (crates/cli) may not use xtask"]);
    }

    #[test]
    fn a_crate_in_no_row_is_told_where_to_add_it() {
        let advice = "x (crates/new) is in no row: add one to ALLOWED in xtask/src/directions.rs";
        check("crates/new", &[], &[advice]);
    }

    #[test]
    fn a_crate_outside_the_workspace_is_in_no_row() {
        check("crates/read", &["/elsewhere"], &["x (crates/read) may not use /elsewhere"]);
    }
}
