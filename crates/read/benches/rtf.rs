//! How long an RTF file takes, and the share of taking it apart in it.
#![allow(clippy::unwrap_used, dead_code, reason = "the writer is shared with the tests")]
mod measure;
#[path = "../tests/rtf/writer.rs"]
mod writer;

use std::fmt::Write as _;
use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use writer::{document, text};

/// Properties that Word writes before each run.
const RUN: &str =
    r"\rtlch\fcs1 \af0\afs24 \ltrch\fcs0 \fs24\lang1033\langfe2052\loch\af1\hich\af0\dbch\f1\insrsid7275216 ";
/// Properties that Word writes for each cell.
const CELL: &str = r"\clvertalc\clbrdrt\brdrs\brdrw10 \clbrdrl\brdrs\brdrw10 \clbrdrb\brdrs\brdrw10 \clbrdrr\brdrs\brdrw10 \cltxlrtb\clftsWidth3\clwWidth850\clshdrawnil ";

/// As many rows and columns as the three tables of the form have.
fn tables(body: &mut String) {
    for (rows, columns) in [(12, 4), (28, 10), (4, 15)] {
        for row in 0..rows {
            body.push_str(r"\trowd \irow0\irowband0\ltrrow\ts16\trgaph108\trleft0\trftsWidth1 ");
            for column in 1..=columns {
                write!(body, r"{CELL}\cellx{} ", column * 850).unwrap();
            }
            for column in 0..columns {
                let value = row * columns + column;
                write!(body, r"\pard\plain \ltrpar\s0\qc\intbl\wrapdefault\aspalpha {{{RUN}{value}}}\cell ").unwrap();
            }
            body.push_str("\\row\n");
        }
        body.push_str("\\pard\\par\n");
    }
}

/// A report of usual length, as Word writes it.
fn report() -> Vec<u8> {
    let mut body = String::new();
    for heading in ["一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "六、其他事项"]
    {
        let sentence = "云岭县档案服务中心认真落实公开要求，全年主动公开信息128条，办结申请12件。".repeat(12);
        for line in [heading, &sentence] {
            writeln!(body, "\\pard\\plain \\ltrpar\\ql\\fi640 {{{RUN}{}}}\\par", text(line)).unwrap();
        }
    }
    tables(&mut body);
    document(&body)
}

fn whole_report(criterion: &mut Criterion) {
    let bytes = report();
    measure::reading(criterion, "rtf", vec![("report".to_owned(), bytes.clone())], None);
    criterion.bench_function("floor/rtf backslashes and braces found", |bencher| {
        bencher.iter(|| memchr::memchr3_iter(b'\\', b'{', b'}', black_box(&bytes)).count());
    });
}

criterion_group!(benches, whole_report);
criterion_main!(benches);
