//! Judging one report: all edits, and the linear ones. Columns of many reports are measured by `cargo xtask bench`.
#![allow(missing_docs, reason = "criterion's macro writes a function without one")]
#![allow(clippy::expect_used, reason = "without the editions there is nothing to measure")]
use criterion::{Criterion, criterion_group, criterion_main};
use gouji_editions::EDITIONS;
use gouji_edits::{Atom, Context, RuleBook, judge, score};
use gouji_model::Report;
use gouji_rules::{Folder, load};

/// The editions built in; the last is in force.
fn current() -> RuleBook {
    let folders: Vec<Folder> =
        EDITIONS.iter().map(|edition| Folder::new(edition.id, edition.files.iter().copied())).collect();
    load(&folders, &[]).ok().and_then(|mut books| books.pop()).expect("the editions load")
}

/// A report that satisfies all edits.
fn report(book: &RuleBook) -> Report {
    score(book).ok().flatten().expect("the edition is consistent").base
}

fn single(criterion: &mut Criterion) {
    let mut book = current();
    let report = report(&book);
    let context = Context::default();
    criterion.bench_function("all edits of one report", |bencher| {
        bencher.iter(|| judge(&book, &report, &context));
    });
    book.edits.retain(|edit| edit.when.iter().chain(&edit.any).any(|atom| matches!(atom, Atom::Linear(_))));
    criterion.bench_function(&format!("all {} linear edits of one report", book.edits.len()), |bencher| {
        bencher.iter(|| judge(&book, &report, &context));
    });
}

criterion_group!(benches, single);
criterion_main!(benches);
