//! `gouji check --annotate`: copies of Word files with a comment at each finding.
use std::io::{Cursor, Read as _};

use zip::ZipArchive;

use crate::support::{Place, clean, faulty, report};

fn member(place: &Place, file: &str, member: &str) -> String {
    let bytes = std::fs::read(place.path().join(file)).unwrap();
    let mut text = String::new();
    ZipArchive::new(Cursor::new(bytes)).unwrap().by_name(member).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// Tables and sections as they are read.
fn read(place: &Place, file: &str) -> serde_json::Value {
    let mut read = place.run(&format!("read {file} --format json")).ends_with(0).json();
    read.as_object_mut().unwrap().remove("file");
    read
}

#[test]
fn a_copy_with_a_comment_at_the_cell() {
    let place = Place::new();
    place.put("a.json", faulty("甲局")).put("b.json", clean("乙局"));
    place.run("export a.json b.json --to docx -o in").ends_with(0);
    let run = "check in a.json --annotate --date 2026-01-31 -o out";
    let ran = place.run(run).ends_with(1).says("应为").complains("in/a.docx：1 条批注，写入 out/a.annotated.docx");
    let ran = ran.complains("in/b.docx：没有需要修改的问题").complains("a.json：不是 docx 文件，不能加批注");
    drop(ran);
    let comments = member(&place, "out/a.annotated.docx", "word/comments.xml");
    assert!(comments.contains("w:author=\"gouji\" w:date=\"2026-01-31T00:00:00Z\""), "{comments}");
    assert!(comments.contains("【错误】表三「总计」列一、本年新收 1，应为 0"), "{comments}");
    assert!(comments.contains("规则 requests/flow-balance"), "{comments}");
    assert_eq!(read(&place, "out/a.annotated.docx"), read(&place, "in/a.docx"));
    let bytes = || std::fs::read(place.path().join("out/a.annotated.docx")).unwrap();
    let before = bytes();
    place.run(run).ends_with(2).complains("out/a.annotated.docx 已经存在");
    place.run(&format!("{run} --force --jobs 2 --format json")).ends_with(1).json();
    assert_eq!(bytes(), before);
    place.run("check in/a.docx --annotate").ends_with(2).complains("--output");
}

/// All cells of a finding are commented, what has no place stands at the title; with notices it is one run.
#[test]
fn cells_of_one_finding_and_findings_without_a_cell() {
    let place = Place::new();
    let cells = [("requests.received.business", ""), ("requests.received.natural_person", "")];
    place.put("a.json", report("昆明市民政局", &cells));
    place.run("export a.json --to docx -o in").ends_with(0);
    let run = "check in/a.docx --published 2024-02-01 --annotate --format notice -o out";
    place.run(run).ends_with(0).says("out/修改意见汇总.docx").says("共出具修改意见单 1 份");
    let main = member(&place, "out/a.annotated.docx", "word/document.xml");
    let comments = member(&place, "out/a.annotated.docx", "word/comments.xml");
    for text in ["一、本年新收「自然人、商业企业」", "的批注为同一问题：总计为0的行内空格", "公布晚于截止日期"]
    {
        assert!(comments.contains(text), "{text} {comments}");
    }
    assert_eq!(comments.matches("<w:comment ").count(), 3);
    assert_eq!(main.matches("<w:commentReference ").count(), 3);
    let title = main.find("昆明市民政局").unwrap();
    assert!(main[..title].matches("<w:commentRangeStart ").count() == 1, "{}", &main[..title]);
    assert_eq!(read(&place, "out/a.annotated.docx"), read(&place, "in/a.docx"));
}

/// Copies and notices of an earlier round are no reports; a copy that is named is annotated anew, not twice.
#[test]
fn what_an_earlier_round_wrote() {
    let place = Place::new();
    place.put("a.json", faulty("甲局"));
    place.run("export a.json --to docx -o .").ends_with(0);
    place.run("check a.docx --annotate --format notice -o .").ends_with(1);
    let again = place.run("check . --annotate --format notice -o . --force").ends_with(1);
    drop(again.says("共出具修改意见单 2 份").complains("文件夹里有 5 个 gouji 写的修改意见单或批注副本"));
    assert!(!place.path().join("a.annotated.annotated.docx").exists());
    let count = |file: &str| member(&place, file, "word/comments.xml").matches("<w:comment ").count();
    let first = count("a.annotated.docx");
    place.run("check a.annotated.docx --annotate -o .").ends_with(1);
    assert_eq!(count("a.annotated.annotated.docx"), first);
    let english = place.run("check . --lang en").ends_with(1).complains("written by gouji");
    drop(english.complains("and others"));
    // Without what it is a copy of it may be what a unit corrected and sent back.
    place.put("back/a.annotated.docx", std::fs::read(place.path().join("a.annotated.docx")).unwrap());
    place.run("check back").ends_with(1).says("应为");
}
