//! Reading and recognising a whole report from a Word 97 file, and the share of reading in it.
use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, criterion_group, criterion_main};
use gouji_read::{Input, Limits, read};
use gouji_recognise::{Hints, Recogniser};
use gouji_rules::Folder;

fn doc(criterion: &mut Criterion) {
    let folders: Vec<Folder> =
        gouji_editions::EDITIONS.iter().map(|edition| Folder::new(edition.id, edition.files.iter().copied())).collect();
    let Ok(books) = gouji_rules::load(&folders, &[]) else { return };
    let recogniser = Recogniser::new(&books);
    let files = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/suite/word");
    for name in ["plain", "numbered", "changed", "nested"] {
        let Ok(bytes) = std::fs::read(files.join(format!("{name}.doc"))) else { continue };
        criterion.bench_function(&format!("doc/{name} read"), |bencher| {
            bencher.iter(|| read(black_box(&bytes), &Limits::default()));
        });
        criterion.bench_function(&format!("doc/{name} read and recognised"), |bencher| {
            bencher.iter(|| {
                let Ok(Input::Document(document)) = read(black_box(&bytes), &Limits::default()) else { return 0 };
                recogniser.recognise(&document, &Hints::default()).map_or(0, |reports| reports.len())
            });
        });
    }
}

criterion_group!(benches, doc);
criterion_main!(benches);
