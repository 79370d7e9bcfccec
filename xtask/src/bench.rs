//! `cargo xtask bench`: CPU time of reading and recognising one report in every format, of each stage behind it, whole
//! processes over many files, and how many times as long what users would take instead needs for the same files.

use std::ffi::OsString;
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, ensure};
use camino::Utf8Path;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::step::Context;
use crate::{cargo, scale};

/// Milliseconds for a whole report that are not to be passed.
const GOALS: &[(&str, f64)] = &[("doc", 1.0), ("docx", 0.6), ("html", 1.5), ("pdf", 5.0), ("text", 0.1), ("xlsx", 1.0)];

/// The readers of others.
const PEERS: &str = include_str!("peers.py");

/// What was measured of one file.
#[derive(Debug, Deserialize)]
struct Measured {
    reader: String,
    bytes: u64,
    read_ms: f64,
    recognise_ms: f64,
    total_ms: f64,
    peak_kb: u64,
}

/// What was measured of a reader of someone else.
#[derive(Debug, Deserialize)]
struct Peer {
    name: String,
    reader: String,
    ms: Option<f64>,
    missing: Option<String>,
}

/// What was measured of a stage behind reading.
#[derive(Debug, Deserialize)]
struct Stage {
    stage: String,
    ms: f64,
}

/// What was measured of judging many reports in columns.
#[derive(Debug, Deserialize)]
struct Columnar {
    way: String,
    ms: Option<f64>,
    giga_terms: Option<f64>,
}

/// G terms a second that columns must reach.
const COLUMNAR_GOAL: f64 = 1.5;

/// Milliseconds for a stage that are not to be passed.
const STAGE_GOALS: &[(&str, f64)] = &[
    ("judge", 1.0),
    ("judge, linear edits", 0.06),
    ("judge, prose among them", 1.0),
    ("repair", 0.2),
    ("repair 2 cells", 1.0),
    ("repair 3 cells", 1.0),
    ("write docx", 3.0),
    ("write html", 0.5),
    ("write markdown", 0.2),
    ("write pdf", 60.0),
];

/// Writes the samples, measures, prints the tables; `quick` takes small folders, `peers` also runs the readers of others
/// that Python has.
pub fn bench(context: &Context, quick: bool, peers: bool) -> Result<()> {
    let folder = context.workspace.target.join("samples");
    cargo::run(own("samples").arg(&folder))?;
    let measured: Vec<Measured> = answer(own("speed").arg(&folder))?;
    for line in table(&measured) {
        println!("{line}");
    }
    println!();
    for line in stage_table(&answer::<Vec<Stage>>(&mut own("stages"))?) {
        println!("{line}");
    }
    println!();
    for line in columnar_table(&answer::<Vec<Columnar>>(&mut own("columns"))?) {
        println!("{line}");
    }
    println!();
    for line in scale::lines(context, quick)? {
        println!("{line}");
    }
    if peers {
        println!();
        for line in ratios(&measured, &run_peers(&folder)?) {
            println!("{line}");
        }
    }
    Ok(())
}

/// A program of the tests, which know all formats.
fn own(program: &str) -> Command {
    cargo::cargo(&["run", "-q", "--release", "--package", "gouji-tests", "--bin", program, "--"])
}

fn run_peers(folder: &Utf8Path) -> Result<Vec<Peer>> {
    let python = std::env::var_os("PYTHON").unwrap_or_else(|| OsString::from("python3"));
    answer(Command::new(python).args(["-c", PEERS]).arg(folder))
}

/// What a program prints as JSON.
fn answer<T: DeserializeOwned>(command: &mut Command) -> Result<T> {
    let program = command.get_program().to_string_lossy().into_owned();
    let output =
        command.stderr(Stdio::inherit()).output().with_context(|| format!("{program} could not be started"))?;
    ensure!(output.status.success(), "{program} ended with {}", output.status);
    serde_json::from_slice(&output.stdout).with_context(|| format!("what {program} printed"))
}

fn table(measured: &[Measured]) -> Vec<String> {
    let head = format!(
        "{:<9} {:>8} {:>8} {:>10} {:>8} {:>6} {:>8}",
        "format", "KB", "read ms", "recognise", "total", "goal", "peak MB"
    );
    let rows = measured.iter().map(|file| {
        let goal = GOALS.iter().find(|(reader, _)| *reader == file.reader).map(|(_, goal)| *goal);
        let over = if goal.is_some_and(|goal| file.total_ms > goal) { "  over" } else { "" };
        format!(
            "{:<9} {:>8.1} {:>8.3} {:>10.3} {:>8.3} {:>6} {:>8.1}{over}",
            file.reader,
            thousands(file.bytes),
            file.read_ms,
            file.recognise_ms,
            file.total_ms,
            goal.map_or_else(String::new, |goal| goal.to_string()),
            thousands(file.peak_kb)
        )
    });
    std::iter::once(head).chain(rows).collect()
}

fn stage_table(stages: &[Stage]) -> Vec<String> {
    let head = format!("{:<30} {:>9} {:>6}", "stage", "ms", "goal");
    let rows = stages.iter().map(|Stage { stage, ms }| {
        let goal = STAGE_GOALS.iter().find(|(own, _)| own == stage).map(|(_, goal)| *goal);
        let over = if goal.is_some_and(|goal| *ms > goal) { "  over" } else { "" };
        format!("{stage:<30} {ms:>9.4} {:>6}{over}", goal.map_or_else(String::new, |goal| goal.to_string()))
    });
    std::iter::once(head).chain(rows).collect()
}

fn columnar_table(ways: &[Columnar]) -> Vec<String> {
    let head = format!("{:<36} {:>9} {:>10} {:>6}", "100,000 reports in columns", "ms", "G terms/s", "goal");
    let rows = ways.iter().map(|Columnar { way, ms, giga_terms }| match giga_terms {
        None => format!("{way:<36} skipped: Python has no numpy"),
        Some(speed) => {
            let ms = ms.map_or_else(String::new, |ms| format!("{ms:.1}"));
            let goal = if way.contains("numpy") { String::new() } else { COLUMNAR_GOAL.to_string() };
            let under = if !goal.is_empty() && *speed < COLUMNAR_GOAL { "  under" } else { "" };
            format!("{way:<36} {ms:>9} {speed:>10.2} {goal:>6}{under}")
        }
    });
    std::iter::once(head).chain(rows).collect()
}

#[expect(clippy::cast_precision_loss, reason = "sizes of files and processes are far below 2^53")]
fn thousands(number: u64) -> f64 {
    number as f64 / 1024.0
}

fn ratios(measured: &[Measured], peers: &[Peer]) -> Vec<String> {
    let line = |peer: &Peer| {
        let own = measured.iter().find(|file| file.reader == peer.reader);
        if let (Some(ms), Some(own)) = (peer.ms, own) {
            format!("{:<17} {:<5} {ms:>8.1} ms {:>7.1} times gouji's", peer.name, peer.reader, ms / own.total_ms)
        } else {
            let missing = peer.missing.as_deref().unwrap_or_default();
            format!("{:<17} {:<5} skipped: Python has no {missing}", peer.name, peer.reader)
        }
    };
    peers.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measured(reader: &str, total_ms: f64) -> Measured {
        let reader = reader.to_owned();
        Measured {
            reader,
            bytes: 2048,
            read_ms: total_ms / 4.0,
            recognise_ms: total_ms * 0.75,
            total_ms,
            peak_kb: 20480,
        }
    }

    #[test]
    fn what_is_over_its_goal_is_marked() {
        let lines = table(&[measured("docx", 0.5), measured("text", 0.2), measured("ofd", 9.0)]);
        assert_eq!(lines[1], "docx           2.0    0.125      0.375    0.500    0.6     20.0");
        let over: Vec<bool> = lines.iter().map(|line| line.ends_with("over")).collect();
        assert_eq!(over, [false, false, true, false]);
    }

    #[test]
    fn columns_stand_beside_numpy() {
        let way = |way: &str, ms, giga_terms| Columnar { way: way.to_owned(), ms, giga_terms };
        let lines = columnar_table(&[
            way("hard edits", Some(12.5), Some(3.0)),
            way("all edits", Some(99.0), Some(0.75)),
            way("numpy, the same", None, None),
        ]);
        assert!(lines[1].ends_with("12.5       3.00    1.5") && lines[2].ends_with("  under"), "{lines:?}");
        assert!(lines[3].ends_with("skipped: Python has no numpy"), "{}", lines[3]);
    }

    #[test]
    fn ratios_name_what_python_lacks() {
        let peer = |name: &str, ms, missing: Option<&str>| Peer {
            name: name.to_owned(),
            reader: "docx".to_owned(),
            ms,
            missing: missing.map(str::to_owned),
        };
        let lines = ratios(&[measured("docx", 0.5)], &[peer("a", Some(50.0), None), peer("b", None, Some("b"))]);
        assert!(lines[0].ends_with("100.0 times gouji's"), "{}", lines[0]);
        assert!(lines[1].ends_with("skipped: Python has no b"), "{}", lines[1]);
    }
}
