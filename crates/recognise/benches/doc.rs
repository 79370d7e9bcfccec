//! Reading and recognising a whole report from a Word 97 file, and the share of reading in it.
use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use gouji_read::{Limits, read};

mod measure;

const FILES: [&str; 4] = ["word/plain.doc", "word/numbered.doc", "word/changed.doc", "word/nested.doc"];

fn doc(criterion: &mut Criterion) {
    for file in FILES {
        let bytes = measure::content(file);
        criterion.bench_function(&format!("{file} read"), |bencher| {
            bencher.iter(|| read(black_box(&bytes), &Limits::default()));
        });
    }
    measure::recognised(criterion, &FILES);
}

criterion_group!(benches, doc);
criterion_main!(benches);
