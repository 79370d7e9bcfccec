//! No file speaks of the machine that it was written on.

use std::fs;

use anyhow::{Context as _, Result};

use crate::step::{Context, Outcome};

/// Folders of machines, in halves so that this file does not speak of them either.
const TRACES: &[&str] = &[concat!("/", "work/"), concat!("/", "farm/"), concat!("/", "root/"), concat!(".", "library")];

/// Fails if a file holds a path of a machine; bytes that are no text are searched too.
pub fn step(context: &Context) -> Result<Outcome> {
    let mut faults = Vec::new();
    for file in context.workspace.files()? {
        let bytes =
            fs::read(context.workspace.root.join(&file)).with_context(|| format!("{file} could not be read"))?;
        let traces = traces(&String::from_utf8_lossy(&bytes));
        faults.extend(traces.into_iter().map(|(line, trace)| format!("{file}:{line} {trace}")));
    }
    Outcome::of_faults(&faults, "these speak of somebody's machine")
}

/// The number of each line, from 1, that holds a trace, and the trace.
fn traces(text: &str) -> Vec<(usize, &'static str)> {
    let lines = text.lines().zip(1..);
    lines
        .flat_map(|(line, number)| {
            TRACES.iter().filter(|trace| stands_in(line, trace)).map(move |trace| (number, *trace))
        })
        .collect()
}

/// After a letter, digit or the like it is a part of some longer, innocent path.
fn stands_in(line: &str, trace: &str) -> bool {
    line.match_indices(trace).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        !before.is_some_and(|c| c.is_alphanumeric() || "_-.)}".contains(c))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[usize]) {
        let numbers: Vec<_> = traces(text).into_iter().map(|(number, _)| number).collect();
        assert_eq!(numbers, expected, "{text}");
    }

    #[test]
    fn paths_of_machines_are_found() {
        check(concat!("a\n see /", "work/main"), &[2]);
        check(concat!("\"/", "root/.cargo\"\n(/", "farm/x)"), &[1, 2]);
        check(concat!("./.", "library/a"), &[1]);
    }

    #[test]
    fn longer_paths_are_innocent() {
        check(concat!("src/", "work/a"), &[]);
        check(concat!("self.", "library"), &[]);
        check(concat!("https://a.example/", "root/"), &[]);
    }
}
