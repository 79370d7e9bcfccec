//! Scores readings and verdicts of a corpus of real reports: `corpus DIR`.
//!
//! `reports/` is compared with `expected/*.json` and `expected/*.verdict.json`, every file of `made/` with
//! `made/expected.json`, `specimens/` with the values in `tests/corpus/specimens.toml`. A file in a format that is not read yet is told apart and does not fail the run.
use std::collections::BTreeMap;
use std::process::ExitCode;

use anyhow::{Context as _, Result};
use camino::{Utf8Path, Utf8PathBuf};
use gouji_edits::RuleBook;
use gouji_recognise::Hints;
use gouji_tests::{Codes, ReadReport, Truth, Verdict, editions, read};

fn main() -> ExitCode {
    match run() {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            say(&format!("{error:#}"));
            ExitCode::from(2)
        }
    }
}

#[expect(clippy::print_stdout, reason = "a program for the terminal")]
fn say(line: &str) {
    println!("{line}");
}

/// Scores the folder; returns the number of files that differ.
fn run() -> Result<usize> {
    let directory = std::env::args().nth(1).context("usage: corpus DIR")?;
    let books = editions()?;
    let mut failures = reports(&books, &Utf8Path::new(&directory).join("reports"))?;
    failures += made(&books, &Utf8Path::new(&directory).join("made"))?;
    failures += specimens(&books, &Utf8Path::new(&directory).join("specimens"))?;
    say(&format!("{failures} files differ"));
    Ok(failures)
}

fn reports(books: &[RuleBook], directory: &Utf8Path) -> Result<usize> {
    let codes = Codes::read(&data("codes.toml"))?;
    let mut failures = 0;
    for path in files(directory)? {
        let stem = path.file_stem().unwrap_or_default().to_owned();
        let expected = directory.join("../expected");
        let truth = Truth::read(&expected.join(format!("{stem}.json")))?;
        let verdict = Verdict::read(&expected.join(format!("{stem}.verdict.json")))?;
        let bytes = std::fs::read(&path).with_context(|| path.to_string())?;
        let found = match read(books, &bytes, &Hints::default()) {
            Ok(found) => found,
            Err(error) => {
                say(&format!("{}: not read: {error:#}", path.file_name().unwrap_or_default()));
                continue;
            }
        };
        let differences: Vec<String> =
            found.iter().flat_map(|read| differences(read, &truth, &verdict, &codes)).collect();
        failures += tell(&stem, found.len(), &differences);
        for code in verdict.beyond(&codes) {
            say(&format!("  no rule decides {code} yet"));
        }
    }
    Ok(failures)
}

fn differences(read: &ReadReport<'_>, truth: &Truth, verdict: &Verdict, codes: &Codes) -> Vec<String> {
    cells(read, truth).chain(verdict.differences(codes, read)).collect()
}

/// The cells that differ. The corpus gives no value for a cell without a number, be it missing or printed empty.
fn cells(read: &ReadReport<'_>, truth: &Truth) -> impl Iterator<Item = String> {
    let differences = truth.differences(read.form(), &read.report).into_iter();
    let other = differences.filter(|difference| {
        difference.expected.is_some() || difference.found.as_deref().is_some_and(|found| found != "blank")
    });
    other.map(|difference| difference.to_string())
}

/// One report in many formats.
fn made(books: &[RuleBook], directory: &Utf8Path) -> Result<usize> {
    let truth = Truth::read(&directory.join("expected.json"))?;
    let mut failures = 0;
    for path in files(directory)?.into_iter().filter(|path| path.extension() != Some("json")) {
        let name = path.file_name().unwrap_or_default();
        let bytes = std::fs::read(&path).with_context(|| path.to_string())?;
        match read(books, &bytes, &Hints::default()) {
            Ok(found) => {
                let differences: Vec<String> = found.iter().flat_map(|read| cells(read, &truth)).collect();
                failures += tell(name, found.len(), &differences);
            }
            Err(error) => say(&format!("{name}: not read: {error:#}")),
        }
    }
    Ok(failures)
}

fn specimens(books: &[RuleBook], directory: &Utf8Path) -> Result<usize> {
    let text = std::fs::read_to_string(data("specimens.toml"))?;
    let truths: BTreeMap<String, Truth> = toml::from_str(&text).context("specimens.toml")?;
    let mut failures = 0;
    for (name, truth) in truths {
        let path = directory.join(format!("{name}.txt"));
        let text = std::fs::read_to_string(&path).with_context(|| path.to_string())?;
        // The lines marked `#` are notes for the scorer, not part of the specimen.
        let body: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
        let hints = Hints { year: truth.year, ..Hints::default() };
        let differences: Vec<String> = match (read(books, body.join("\n").as_bytes(), &hints), truth.refused) {
            (Err(_), true) => Vec::new(),
            (Ok(_), true) => vec!["should have been refused".to_owned()],
            (Err(error), false) => vec![format!("{error:#}")],
            (Ok(found), false) => found
                .iter()
                .flat_map(|read| truth.differences(read.form(), &read.report))
                .map(|difference| difference.to_string())
                .collect(),
        };
        failures += tell(&name, truth.cells.len(), &differences);
    }
    Ok(failures)
}

fn tell(name: &str, size: usize, differences: &[String]) -> usize {
    say(&format!("{name}: {} differences ({size})", differences.len()));
    for difference in differences {
        say(&format!("  {difference}"));
    }
    usize::from(!differences.is_empty())
}

fn data(name: &str) -> Utf8PathBuf {
    Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(name)
}

/// The files of a folder, sorted.
fn files(directory: &Utf8Path) -> Result<Vec<Utf8PathBuf>> {
    let mut files = Vec::new();
    for entry in directory.read_dir_utf8().with_context(|| directory.to_string())? {
        files.push(entry?.into_path());
    }
    files.sort();
    Ok(files)
}
