//! How long a Word file takes, and the share of unpacking and scanning in it.
#![allow(clippy::unwrap_used, dead_code, reason = "the writer is shared with the tests")]
mod measure;
#[path = "../tests/docx/writer.rs"]
mod writer;

use std::fmt::Write as _;
use std::hint::black_box;
use std::io::{Cursor, Read as _};

use criterion::{Criterion, criterion_group, criterion_main};
use writer::{Parts, body, item};

const CELL: &str = r#"<w:tcW w:w="1134" w:type="dxa"/><w:tcBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:left w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:bottom w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:right w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:tcBorders><w:vAlign w:val="center"/>"#;
const RUN: &str = r#"<w:rPr><w:rFonts w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:hint="eastAsia"/><w:color w:val="000000"/><w:sz w:val="24"/></w:rPr>"#;

/// As many rows and columns as the three tables of the form have, with the properties that Word writes into each cell.
fn tables(text: &mut String) {
    for (rows, columns) in [(12, 4), (28, 10), (4, 15)] {
        text.push_str("<w:tbl><w:tblPr/><w:tblGrid/>");
        for row in 0..rows {
            text.push_str("<w:tr>");
            for column in 0..columns {
                let merge = if column == 0 && row > 0 { r"<w:vMerge/>" } else { r#"<w:gridSpan w:val="1"/>"# };
                let value = row * columns + column;
                write!(
                    text,
                    r#"<w:tc><w:tcPr>{CELL}{merge}</w:tcPr><w:p><w:pPr><w:pStyle w:val="a3"/><w:jc w:val="center"/></w:pPr><w:r>{RUN}<w:t>{value}</w:t></w:r></w:p></w:tc>"#
                )
                .unwrap();
            }
            text.push_str("</w:tr>");
        }
        text.push_str("</w:tbl>");
    }
}

/// A report of usual length, with styles of usual size and numbered headings.
fn report() -> Parts {
    let mut text = String::new();
    for heading in ["总体情况", "主动公开政府信息情况", "收到和处理申请情况", "行政复议情况", "存在问题", "其他事项"]
    {
        text.push_str(&item(1, 0, heading));
        let sentence = "云岭县档案服务中心认真落实公开要求，全年主动公开信息128条，办结申请12件。".repeat(8);
        write!(text, "<w:p><w:pPr><w:ind w:firstLine=\"640\"/></w:pPr><w:r>{RUN}<w:t>{sentence}</w:t></w:r></w:p>")
            .unwrap();
    }
    tables(&mut text);
    let mut styles = String::new();
    for style in 0..120 {
        write!(
            styles,
            r#"<w:style w:type="paragraph" w:styleId="a{style}"><w:name w:val="样式{style}"/><w:basedOn w:val="a0"/><w:uiPriority w:val="99"/><w:qFormat/><w:pPr><w:spacing w:before="240" w:after="120"/><w:jc w:val="center"/></w:pPr>{RUN}</w:style>"#
        )
        .unwrap();
    }
    let list = r#"<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"#;
    body(&text).styles(&styles).numbering(list)
}

fn whole_report(criterion: &mut Criterion) {
    measure::reading(criterion, "docx", vec![("report".to_owned(), report().bytes())], None);
}

fn unpacked(bytes: &[u8]) -> Vec<u8> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut all = Vec::new();
    for name in ["word/document.xml", "word/styles.xml", "word/numbering.xml"] {
        zip.by_name(name).unwrap().read_to_end(&mut all).unwrap();
    }
    all
}

fn floor(criterion: &mut Criterion) {
    let bytes = report().bytes();
    criterion.bench_function("floor/docx unpacked", |bencher| bencher.iter(|| unpacked(black_box(&bytes))));
    let text = String::from_utf8(unpacked(&bytes)).unwrap();
    criterion.bench_function("floor/docx scanned", |bencher| {
        bencher.iter(|| {
            let mut reader = quick_xml::Reader::from_str(black_box(&text));
            let mut events = 0;
            while !matches!(reader.read_event(), Ok(quick_xml::events::Event::Eof) | Err(_)) {
                events += 1;
            }
            events
        });
    });
}

criterion_group!(benches, whole_report, floor);
criterion_main!(benches);
