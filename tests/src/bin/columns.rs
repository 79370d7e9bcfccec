//! Measures judging 100,000 reports in columns, beside numpy where Python has it: `columns` prints JSON, one object a way.
use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result};
use gouji_edits::{Batch, HardEdit, RuleBook, hard_edits};
use gouji_model::{Cell, CellIndex, Number, Report};
use gouji_tests::books;
use gouji_tests::clock::seconds;
use gouji_tests::made::values;
use rand::SeedableRng as _;
use rand_xorshift::XorShiftRng;
use serde_json::{Value, json};

/// Reports in columns.
const REPORTS: usize = 100_000;
/// Reports that differ from each other; the columns repeat them.
const DIFFERENT: usize = 512;
const NUMPY: &str = include_str!("numpy_columns.py");

#[expect(clippy::print_stdout, reason = "a program for another program")]
fn main() -> Result<()> {
    let book = books().iter().find(|book| &*book.edition.id == "2021").context("the edition 2021")?;
    let reports = reports(book)?;
    let hard = hard_edits(book);
    let is_hard = |edit: usize| hard.iter().any(|own| own.edit == edit);
    let ways = vec![
        measured(&format!("{} hard edits", hard.len()), &Batch::new(book, is_hard), &reports)?,
        measured("all edits of the report alone", &Batch::new(book, |_| true), &reports)?,
        json!({ "way": "numpy, the same hard edits", "giga_terms": numpy(book, &hard) }),
    ];
    println!("{}", serde_json::to_string(&ways)?);
    Ok(())
}

/// Reports without errors, and a wrong cell in every tenth.
fn reports(book: &RuleBook) -> Result<Vec<Report>> {
    let base = values::consistent(book, 2023, &mut XorShiftRng::seed_from_u64(3)).context("a report")?;
    let wrong = |number: usize| {
        let mut report = base.clone();
        if number.is_multiple_of(10) {
            let cell = CellIndex(u16::try_from(number % report.cells.len()).unwrap_or_default());
            *report.cell_mut(cell) = Cell::number(Number::from(7_919));
        }
        report
    };
    Ok((0..DIFFERENT).map(wrong).collect())
}

/// Terms a second of one thread.
#[expect(clippy::cast_precision_loss, reason = "numbers of terms are far below 2^53")]
fn measured(way: &str, batch: &Batch<'_>, reports: &[Report]) -> Result<Value> {
    let columns = batch.columns(reports.iter().cycle().take(REPORTS));
    let time = seconds(|| {
        let mut broken = 0;
        batch.judge(&columns, |verdicts| broken += verdicts.broken());
        Ok(broken)
    })?;
    Ok(json!({ "way": way, "ms": time * 1e3, "giga_terms": (batch.terms() * REPORTS) as f64 / time / 1e9 }))
}

/// What numpy does; `None` where Python or numpy is not there.
fn numpy(book: &RuleBook, edits: &[HardEdit]) -> Option<f64> {
    let mut text = format!("{} {REPORTS}\n", book.form.cells.len());
    for edit in edits {
        for (cell, coefficient) in &edit.terms {
            let _ = write!(text, "{}:{coefficient} ", cell.0);
        }
        text.push('\n');
    }
    let python = std::env::var("PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let mut command = Command::new(python);
    let piped = command.args(["-c", NUMPY]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = piped.spawn().ok()?;
    child.stdin.take()?.write_all(text.as_bytes()).ok()?;
    let output = child.wait_with_output().ok()?;
    String::from_utf8(output.stdout).ok()?.trim().parse().ok()
}
