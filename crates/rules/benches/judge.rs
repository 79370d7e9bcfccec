//! Judging: one report with all linear edits, and 100,000 reports in columns, beside numpy where Python has it.
#![allow(missing_docs, reason = "criterion's macro writes a function without one")]
#![allow(clippy::expect_used, reason = "without the editions there is nothing to measure")]
use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, Stdio};

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use gouji_editions::EDITIONS;
use gouji_edits::{Atom, Batch, Context, HardEdit, RuleBook, hard_edits, judge, score};
use gouji_model::{Cell, CellIndex, Number, Report};
use gouji_rules::{Folder, load};

/// Reports in columns.
const REPORTS: usize = 100_000;
/// Reports that differ from each other; the columns repeat them.
const DIFFERENT: usize = 512;

/// Sums the same hard edits over columns of numpy.
const NUMPY: &str = r"
import sys, time
import numpy
cells, reports = map(int, sys.stdin.readline().split())
edits = [[tuple(map(int, term.split(':'))) for term in line.split()] for line in sys.stdin]
columns = numpy.arange(cells * reports, dtype=numpy.int64).reshape(cells, reports) % 97
best = 1e9
for _ in range(5):
    start, broken = time.perf_counter(), 0
    for edit in edits:
        total = numpy.zeros(reports, dtype=numpy.int64)
        for cell, coefficient in edit:
            if coefficient == 1: total += columns[cell]
            elif coefficient == -1: total -= columns[cell]
            else: total += coefficient * columns[cell]
        broken += numpy.count_nonzero(total)
    best = min(best, time.perf_counter() - start)
print(sum(map(len, edits)) * reports / best / 1e9)
";

/// The editions built in; the last is in force.
fn current() -> RuleBook {
    let folders: Vec<Folder> =
        EDITIONS.iter().map(|edition| Folder::new(edition.id, edition.files.iter().copied())).collect();
    load(&folders, &[]).ok().and_then(|mut books| books.pop()).expect("the editions load")
}

/// A report that satisfies all edits, and others with a wrong cell in every tenth.
fn reports(book: &RuleBook) -> Vec<Report> {
    let base = score(book).ok().flatten().expect("the edition is consistent").base;
    let wrong = |number: usize| {
        let mut report = base.clone();
        if number.is_multiple_of(10) {
            let cell = CellIndex(u16::try_from(number % report.cells.len()).unwrap_or_default());
            *report.cell_mut(cell) = Cell::number(Number::from(1));
        }
        report
    };
    (0..DIFFERENT).map(wrong).collect()
}

/// What numpy does in G terms a second; `None` where Python or numpy is not there.
fn numpy(book: &RuleBook, edits: &[HardEdit]) -> Option<f64> {
    let mut text = format!("{} {REPORTS}\n", book.form.cells.len());
    for edit in edits {
        for (cell, coefficient) in &edit.terms {
            let _ = write!(text, "{}:{coefficient} ", cell.0);
        }
        text.push('\n');
    }
    let mut command = Command::new("python3");
    let piped = command.args(["-c", NUMPY]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = piped.spawn().ok()?;
    child.stdin.take()?.write_all(text.as_bytes()).ok()?;
    let output = child.wait_with_output().ok()?;
    String::from_utf8(output.stdout).ok()?.trim().parse().ok()
}

fn single(criterion: &mut Criterion) {
    let mut book = current();
    let reports = reports(&book);
    let context = Context::default();
    criterion.bench_function("all edits of one report", |bencher| {
        bencher.iter(|| judge(&book, &reports[0], &context));
    });
    book.edits.retain(|edit| edit.when.iter().chain(&edit.any).any(|atom| matches!(atom, Atom::Linear(_))));
    criterion.bench_function(&format!("all {} linear edits of one report", book.edits.len()), |bencher| {
        bencher.iter(|| judge(&book, &reports[0], &context));
    });
}

#[expect(clippy::print_stdout, reason = "a figure beside criterion's")]
fn columnar(criterion: &mut Criterion) {
    let book = current();
    let reports = reports(&book);
    let hard = hard_edits(&book);
    match numpy(&book, &hard) {
        Some(speed) => println!("numpy, {} hard edits, {REPORTS} reports: {speed:.2} G terms/s", hard.len()),
        None => println!("python3 with numpy is not there: no figure beside"),
    }
    let mut group = criterion.benchmark_group("columns of 100,000 reports");
    group.sample_size(10);
    for (name, batch) in [
        ("hard edits", Batch::new(&book, |edit| hard.iter().any(|own| own.edit == edit))),
        ("all edits", Batch::new(&book, |_| true)),
    ] {
        let columns = batch.columns(reports.iter().cycle().take(REPORTS));
        group.throughput(Throughput::Elements((batch.terms() * REPORTS) as u64));
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                let mut broken = 0;
                batch.judge(&columns, |verdicts| broken += verdicts.broken());
                broken
            });
        });
    }
}

criterion_group!(benches, single, columnar);
criterion_main!(benches);
