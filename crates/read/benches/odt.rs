//! How long an OpenDocument text takes, made by the tests' writer, and any others that `GOUJI_BENCH_ODT` names.
#![allow(clippy::unwrap_used, dead_code, reason = "the writer is shared with the tests")]
use std::fmt::Write as _;
use std::fs;
use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use gouji_read::{Limits, read};
use writer::{COVERED, cell, h, styled, tbl, tr};

#[path = "../tests/odt/writer.rs"]
mod writer;

/// As many rows and columns as the three tables of the form have.
fn tables() -> String {
    let row = |row: usize, columns: usize| {
        let mut cells =
            vec![cell("table:style-name=\"A\" table:number-columns-spanned=\"2\"", "行"), COVERED.to_owned()];
        cells.extend((2..columns).map(|column| {
            cell(
                "table:style-name=\"A\" office:value-type=\"string\"",
                &format!("<text:span text:style-name=\"T2\">{}</text:span>", row * columns + column),
            )
        }));
        tr(&cells)
    };
    let table = |(rows, columns)| tbl(&(0..rows).map(|number| row(number, columns)).collect::<Vec<_>>());
    [(12, 4), (28, 10), (4, 15)].map(table).concat()
}

/// A report of usual length, with styles of usual size and numbered headings.
fn report() -> Vec<u8> {
    let mut text = String::new();
    for heading in ["总体情况", "主动公开政府信息情况", "收到和处理申请情况", "行政复议情况", "存在问题", "其他事项"]
    {
        text.push_str(&h(1, "", heading));
        let sentence = "云岭县档案服务中心认真落实公开要求，全年主动公开信息128条，办结申请12件。".repeat(8);
        write!(
            text,
            "<text:p text:style-name=\"P1\"><text:span text:style-name=\"T1\">{sentence}</text:span></text:p>"
        )
        .unwrap();
    }
    let mut styles = "<text:outline-style><text:outline-level-style text:level=\"1\" style:num-format=\"一, 二, 三, ...\" style:num-suffix=\"、\"/></text:outline-style>".to_owned();
    for style in 0..120 {
        write!(styles, "<style:style style:name=\"S{style}\" style:family=\"paragraph\" style:parent-style-name=\"Standard\"><style:paragraph-properties fo:margin-top=\"0.4cm\"/><style:text-properties fo:font-size=\"16pt\" style:font-name=\"仿宋_GB2312\"/></style:style>").unwrap();
    }
    styled("", &(text + &tables())).styles(&styles).bytes()
}

/// Names and contents.
fn files() -> Vec<(String, Vec<u8>)> {
    let mut files = vec![("report".to_owned(), report())];
    let named = std::env::var("GOUJI_BENCH_ODT").unwrap_or_default();
    files.extend(named.split(':').filter_map(|path| Some((path.to_owned(), fs::read(path).ok()?))));
    files
}

fn odts(criterion: &mut Criterion) {
    let limits = Limits::default();
    let mut group = criterion.benchmark_group("odt");
    for (name, bytes) in files() {
        group.throughput(Throughput::Bytes(bytes.len() as u64));
        group.bench_with_input(BenchmarkId::from_parameter(&name), &bytes, |bencher, bytes| {
            bencher.iter(|| read(black_box(bytes), &limits));
        });
    }
    group.finish();
}

criterion_group!(benches, odts);
criterion_main!(benches);
