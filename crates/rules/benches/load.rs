//! Loading the built-in editions: texts to rule books, all scripts run.
#![allow(missing_docs, reason = "criterion's macro writes a function without one")]
use criterion::{Criterion, criterion_group, criterion_main};
use gouji_editions::EDITIONS;
use gouji_rules::{Folder, load};

fn built_in(count: usize) -> Vec<Folder> {
    EDITIONS.iter().take(count).map(|texts| Folder::new(texts.id, texts.files.iter().copied())).collect()
}

fn loading(criterion: &mut Criterion) {
    for count in 1..=EDITIONS.len() {
        let folders = built_in(count);
        criterion.bench_function(&format!("load {count} of {} editions", EDITIONS.len()), |bencher| {
            bencher.iter(|| load(&folders, &[]));
        });
    }
}

criterion_group!(benches, loading);
criterion_main!(benches);
