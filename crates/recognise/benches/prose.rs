//! Prose of one report: taking its claims, and judging with them.
use std::hint::black_box;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use gouji_edits::{Context, RuleBook, findings, judge};
use gouji_model::{Report, SectionText};
use gouji_recognise::Recogniser;
use gouji_rules::Folder;

/// A first section of some 2,400 characters about an invented county, with a dozen claims in it.
const OVERVIEW: &str = "（一）主动公开情况。全年主动公开政府信息2400条，制发行政规范性文件4件，废止2件，持续完善公开目录，规范发布流程。\n\
    （二）依申请公开情况。2023年，全县共收到政府信息公开申请120件，答复118件（含上年结转3件），结转下年度5件。其中予以公开60件，\
    占申请总数的50.0%，部分公开12件，不予公开8件，无法提供30件。网络申请80件、信函申请30件、当面申请10件。\n\
    （三）监督保障情况。政府信息公开行政复议5件，其中维持3件，纠正1件，尚未审结1件；行政诉讼2件，均获维持。组织培训2次，办理留言300件。\n";

fn editions() -> Vec<RuleBook> {
    let folders: Vec<Folder> =
        gouji_editions::EDITIONS.iter().map(|edition| Folder::new(edition.id, edition.files.iter().copied())).collect();
    gouji_rules::load(&folders, &[]).unwrap_or_default()
}

fn report(book: &RuleBook) -> Report {
    let mut report = Report::empty(&book.form);
    report.year = Some(2023);
    let id = book.form.sections.first().map(|section| section.id.clone()).unwrap_or_default();
    report.sections.push(SectionText { id, heading: String::new(), text: OVERVIEW.repeat(8), origin: None });
    for cell in &mut report.cells {
        *cell = gouji_model::Cell::number(gouji_model::Number::ZERO);
    }
    report
}

fn prose(criterion: &mut Criterion) {
    let books = editions();
    let recogniser = Recogniser::new(&books);
    let Some(book) = books.last() else { return };
    let empty = report(book);
    let supply = |mut report: Report| {
        recogniser.supply_facts(&mut report);
        report
    };
    for (name, times) in [("one report", 1), ("a text eight times as long", 8)] {
        let mut longer = empty.clone();
        for section in &mut longer.sections {
            section.text = section.text.repeat(times);
        }
        criterion.bench_function(&format!("claims and facts of {name}"), |bencher| {
            bencher.iter_batched(|| longer.clone(), supply, BatchSize::SmallInput);
        });
    }
    let full = supply(empty.clone());
    let context = Context::default();
    criterion.bench_function("judging with prose", |bencher| {
        bencher.iter(|| judge(black_box(book), &full, &context));
    });
    criterion.bench_function("judging with prose, and findings", |bencher| {
        bencher.iter(|| findings(book, black_box(&full), &context, &judge(book, &full, &context)));
    });
}

criterion_group!(benches, prose);
criterion_main!(benches);
