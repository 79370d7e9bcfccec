//! Whole processes: the cold start, and folders of many files with one and two jobs.
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use camino::{Utf8Path, Utf8PathBuf};

use crate::cargo;
use crate::step::Context;

/// Starts of which the middle one counts.
const STARTS: usize = 21;

/// Between two looks at the memory of a process.
const LOOK: Duration = Duration::from_millis(5);

/// A run of `gouji check`.
struct Run {
    seconds: f64,
    /// Where the system tells it.
    peak_kb: Option<u64>,
}

/// Makes folders of reports, checks them, and gives the lines of a table; `quick` takes small ones.
pub fn lines(context: &Context, quick: bool) -> Result<Vec<String>> {
    cargo::run(&mut cargo::cargo(&["build", "-q", "--release", "--package", "gouji"]))?;
    let gouji = context.workspace.target.join("release/gouji");
    let mut lines =
        vec![format!("{:<30} {:>8} {:>5} {:>9} {:>9} {:>8}", "check", "files", "jobs", "s", "files/s", "peak MB")];
    let folders: &[(u32, Option<&str>)] = if quick {
        &[(100, None), (400, None), (400, Some("docx"))]
    } else {
        &[(100, None), (1_000, None), (10_000, None), (10_000, Some("docx"))]
    };
    for (count, format) in folders {
        let name = format!("bench-{count}-{}", format.unwrap_or("mixed"));
        let folder = context.workspace.target.join(name);
        if !folder.join("truth.jsonl").exists() {
            crate::corpus::make(&folder, *count, 1, *format)?;
        }
        for jobs in ["1", "2"] {
            let run = check(&gouji, &folder.join("reports"), jobs)?;
            lines.push(format!(
                "{:<30} {count:>8} {jobs:>5} {:>9.2} {:>9.0} {:>8}",
                format.map_or("all formats", |format| format),
                run.seconds,
                f64::from(*count) / run.seconds,
                run.peak_kb.map_or_else(|| "?".to_owned(), |peak| (peak / 1024).to_string())
            ));
        }
    }
    lines.push(String::new());
    lines.push(format!("cold start: gouji check of one text {:>6.1} ms (goal 20)", cold_start(context, &gouji)? * 1e3));
    Ok(lines)
}

/// The middle of several runs on the text of the tests.
fn cold_start(context: &Context, gouji: &Utf8Path) -> Result<f64> {
    let file = context.workspace.root.join("tests/suite/reports/consistent-2021.txt");
    let mut times = Vec::new();
    for _ in 0..STARTS {
        times.push(check(gouji, &file, "1")?.seconds);
    }
    times.sort_by(f64::total_cmp);
    Ok(times[times.len() / 2])
}

fn check(gouji: &Utf8Path, files: &Utf8Path, jobs: &str) -> Result<Run> {
    let start = Instant::now();
    let mut child = Command::new(gouji)
        .args(["check", files.as_str(), "--format", "jsonl", "--jobs", jobs])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .with_context(|| gouji.to_string())?;
    let status = Utf8PathBuf::from(format!("/proc/{}/status", child.id()));
    let mut peak_kb = None;
    let code = loop {
        peak_kb = peak(&status).or(peak_kb);
        if let Some(code) = child.try_wait()? {
            break code;
        }
        if start.elapsed() > LOOK * 4 {
            std::thread::sleep(LOOK);
        }
    };
    let seconds = start.elapsed().as_secs_f64();
    ensure!(code.code().is_some_and(|code| code <= 1), "gouji check ended with {code}");
    Ok(Run { seconds, peak_kb })
}

/// The most memory that a process had so far, in kilobytes.
fn peak(status: &Utf8Path) -> Option<u64> {
    let status = std::fs::read_to_string(status).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix("kB")?.trim().parse().ok()
}
