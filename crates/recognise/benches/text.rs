//! Reading and recognising a whole report from plain text, in several layouts.
use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, criterion_group, criterion_main};
use gouji_read::{Input, Limits, read};
use gouji_recognise::{Hints, Recogniser};
use gouji_rules::Folder;

fn text(criterion: &mut Criterion) {
    let folders: Vec<Folder> =
        gouji_editions::EDITIONS.iter().map(|edition| Folder::new(edition.id, edition.files.iter().copied())).collect();
    let Ok(books) = gouji_rules::load(&folders, &[]) else { return };
    let recogniser = Recogniser::new(&books);
    let reports = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/suite/reports");
    for name in
        ["consistent-2021", "layout-04-2021", "layout-08-2021", "layout-10-2021", "consistent-2019", "mixed-2023"]
    {
        let Ok(bytes) = std::fs::read(reports.join(format!("{name}.txt"))) else { continue };
        criterion.bench_function(name, |bencher| {
            bencher.iter(|| {
                let Ok(Input::Document(document)) = read(black_box(&bytes), &Limits::default()) else { return 0 };
                recogniser.recognise(&document, &Hints::default()).map_or(0, |reports| reports.len())
            });
        });
    }
}

criterion_group!(benches, text);
criterion_main!(benches);
