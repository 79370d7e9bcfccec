//! How long an OpenDocument text takes, made by the tests' writer, and any others that `GOUJI_BENCH_ODT` names.
#![allow(clippy::unwrap_used, dead_code, reason = "the writer is shared with the tests")]
use std::fmt::Write as _;

use criterion::{Criterion, criterion_group, criterion_main};
use writer::{COVERED, cell, h, styled, tbl, tr};

mod measure;
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

fn odts(criterion: &mut Criterion) {
    let own = vec![("report".to_owned(), report())];
    measure::reading(criterion, "odt", own, Some("GOUJI_BENCH_ODT"));
}

criterion_group!(benches, odts);
criterion_main!(benches);
