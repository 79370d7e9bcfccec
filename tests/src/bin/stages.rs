//! Measures what comes behind reading, on one report: `stages` prints JSON, one object a stage.
use std::collections::BTreeSet;
use std::hint::black_box;

use anyhow::{Context as _, Result};
use gouji_edits::{Atom, Context, Edit, RuleBook, hard_edits, judge};
use gouji_model::{Cell, Number, Report};
use gouji_repair::{Localiser, findings};
use gouji_tests::clock::seconds;
use gouji_tests::made::values;
use gouji_tests::samples::{written, written_formats};
use gouji_tests::{ReadReport, books, claim, editions};
use rand::SeedableRng as _;
use rand_xorshift::XorShiftRng;
use serde_json::{Value, json};

/// Wrong cells of the stages `repair`.
const WRONG: [usize; 3] = [1, 2, 3];

#[expect(clippy::print_stdout, reason = "a program for another program")]
fn main() -> Result<()> {
    let book = books().iter().find(|book| &*book.edition.id == "2021").context("the edition 2021")?;
    let report = values::consistent(book, 2023, &mut XorShiftRng::seed_from_u64(3)).context("a report")?;
    let mut stages =
        vec![stage("rules loaded", editions)?, stage("judge", || Ok(judge(book, &report, &Context::default())))?];
    let mut linear = book.clone();
    linear.edits.retain(|edit| edit.when.iter().chain(&edit.any).any(|atom| matches!(atom, Atom::Linear(_))));
    stages.push(stage("judge, linear edits", || Ok(judge(&linear, &report, &Context::default())))?);
    let told = told(book, &report);
    stages.push(stage("judge, prose among them", || Ok(judge(book, &told, &Context::default())))?);
    stages.extend(repairs(book, &report)?);
    let read = ReadReport { book, report };
    for format in written_formats() {
        stages.push(stage(&format!("write {format}"), || written(&read, format))?);
    }
    let numbers: Vec<Option<Number>> = read.report.cells.iter().map(Cell::value).collect();
    stages.push(stage("floor: a pass over the numbers", || {
        let sum: i128 = black_box(&numbers).iter().flatten().map(|number| number.millionths()).sum();
        Ok(sum)
    })?);
    println!("{}", serde_json::to_string(&stages)?);
    Ok(())
}

/// The report with a claim of every metric that edits ask for.
fn told(book: &RuleBook, report: &Report) -> Report {
    let mut told = report.clone();
    let metrics: BTreeSet<&str> = book.edits.iter().flat_map(Edit::metrics).collect();
    told.claims.extend(metrics.into_iter().map(|metric| claim(metric, Number::from(1))));
    told
}

/// Milliseconds of CPU that something takes.
fn stage<T>(name: &str, work: impl FnMut() -> Result<T>) -> Result<Value> {
    Ok(json!({ "stage": name, "ms": seconds(work)? * 1e3 }))
}

/// All answers for some wrong cells, and the findings of a report with them.
fn repairs(book: &RuleBook, report: &Report) -> Result<Vec<Value>> {
    let edits = hard_edits(book);
    let localiser = Localiser::new(book);
    let mut stages = vec![stage("edits made ready", || Ok(Localiser::new(book)))?];
    for count in WRONG {
        let mut wrong = report.clone();
        // Cells far apart: of as many equations.
        for edit in edits.iter().step_by(edits.len() / count).take(count) {
            let cell = edit.terms[edit.terms.len() / 2].0;
            *wrong.cell_mut(cell) = Cell::number(Number::from(7_919));
        }
        let name = if count == 1 { "repair".to_owned() } else { format!("repair {count} cells") };
        stages.push(stage(&name, || Ok(localiser.repair(&wrong, &BTreeSet::new())))?);
        if count == 1 {
            let context = Context::default();
            let judgement = judge(book, &wrong, &context);
            stages.push(stage("findings of it", || Ok(findings(book, &wrong, &context, &judgement)))?);
        }
    }
    Ok(stages)
}
