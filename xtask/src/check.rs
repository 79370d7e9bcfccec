//! `cargo xtask check`: every step, in order, whatever the ones before it found.

use std::time::{Duration, Instant};

use anyhow::{Result, ensure};

use crate::step::{Context, Outcome, Step};
use crate::{cargo, directions, generate, lengths, machine_paths, snapshots, tools};

/// All steps. The tests stand before the snapshots, which compare with what the tests looked at.
pub const STEPS: &[Step] = &[
    step("format", cargo::format),
    step("clippy", cargo::clippy),
    step("tests", cargo::tests),
    step("mutation score", cargo::mutation_score),
    step("docs", cargo::docs),
    step("wasm", cargo::wasm),
    step("generated files", generate::step),
    step("directions", directions::step),
    step("lengths", lengths::step),
    step("orphan snapshots", snapshots::step),
    step("machine paths", machine_paths::step),
    step("cargo-deny", tools::cargo_deny),
    step("typos", tools::typos),
];

const fn step(name: &'static str, run: fn(&Context) -> Result<Outcome>) -> Step {
    Step { name, run }
}

struct Done {
    name: &'static str,
    result: Result<Outcome>,
    took: Duration,
}

/// Runs all steps and prints a summary; fails if any of them failed.
pub fn check(context: &Context) -> Result<()> {
    let done: Vec<_> = STEPS.iter().map(|step| perform(step, context)).collect();
    println!("\n== summary");
    for step in &done {
        println!("{}", summary(step));
    }
    let failed = done.iter().filter(|step| step.result.is_err()).count();
    ensure!(failed == 0, "{failed} of {} steps failed", done.len());
    Ok(())
}

fn perform(step: &Step, context: &Context) -> Done {
    println!("\n== {}", step.name);
    let start = Instant::now();
    let result = (step.run)(context);
    if let Err(error) = &result {
        eprintln!("{error:#}");
    }
    Done { name: step.name, result, took: start.elapsed() }
}

fn summary(done: &Done) -> String {
    let (word, reason) = match &done.result {
        Ok(Outcome::Passed) => ("passed", ""),
        Ok(Outcome::Skipped(reason)) => ("skipped", reason.as_str()),
        Err(_) => ("FAILED", ""),
    };
    let seconds = done.took.as_secs_f64();
    format!("{word:<8} {:<17} {seconds:6.1} s  {reason}", done.name).trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(result: Result<Outcome>, expected: &str) {
        let took = Duration::from_millis(1250);
        assert_eq!(summary(&Done { name: "docs", result, took }), expected);
    }

    #[test]
    fn the_summary_tells_the_three_ends_apart() {
        check(Ok(Outcome::Passed), "passed   docs                 1.2 s");
        check(Ok(Outcome::Skipped("why".into())), "skipped  docs                 1.2 s  why");
        check(Err(anyhow::anyhow!("a fault")), "FAILED   docs                 1.2 s");
    }
}
