//! Facts of the prose, and text compared with last year's and with the reports of a batch.
#![allow(clippy::unwrap_used, reason = "a bench may stop")]
use std::hint::black_box;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use gouji_read::{Input, Limits, read};
use gouji_recognise::{Hints, Neighbours, Recogniser, TextPrint, supply_renewed};
use gouji_rules::Folder;

/// Reports in the batch.
const BATCH: usize = 1000;

fn facts(criterion: &mut Criterion) {
    let folders: Vec<Folder> =
        gouji_editions::EDITIONS.iter().map(|edition| Folder::new(edition.id, edition.files.iter().copied())).collect();
    let books = gouji_rules::load(&folders, &[]).unwrap();
    let recogniser = Recogniser::new(&books);
    let bytes = include_bytes!("../../../tests/suite/reports/consistent-2021.txt");
    let Ok(Input::Document(document)) = read(bytes, &Limits::default()) else { return };
    let report = recogniser.recognise(&document, &Hints::default()).unwrap().remove(0);
    let book = books.iter().find(|book| book.edition.id == report.edition).unwrap();
    criterion.bench_function("facts of a report without its document", |bencher| {
        let supply = |report: &mut _| recogniser.supply_facts(black_box(report));
        bencher.iter_batched_ref(|| report.clone(), supply, BatchSize::SmallInput);
    });
    criterion.bench_function("text compared with last year's", |bencher| {
        let supply = |own: &mut _| supply_renewed(book, black_box(own), &report, "2022.txt");
        bencher.iter_batched_ref(|| report.clone(), supply, BatchSize::SmallInput);
    });
    criterion.bench_function("a batch of 1000 reports with one text", |bencher| {
        bencher.iter(|| {
            let mut neighbours = Neighbours::default();
            for number in 0..BATCH {
                let mut own = report.clone();
                own.unit.name = Some(format!("{number}局").into());
                let text = TextPrint::supply(book, &mut own).unwrap();
                neighbours.compare(text, &mut own, "2023.txt");
            }
            neighbours
        });
    });
}

criterion_group!(benches, facts);
criterion_main!(benches);
