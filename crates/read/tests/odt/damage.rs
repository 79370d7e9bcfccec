//! Damaged files: each is read or refused, none makes the reader panic.
use gouji_read::{Limits, read};

use crate::random::Random;
use crate::writer::{Parts, body, cell, flat, h, item, list, p, styled, table, tbl, tr};

const STYLES: &str = "<text:list-style style:name=\"L\"><text:list-level-style-number text:level=\"1\" style:num-format=\"一, 二, 三, ...\" style:num-suffix=\"、\" text:start-value=\"3\"/>\
    <text:list-level-style-number text:level=\"2\" style:num-format=\"a\" text:display-levels=\"2\" loext:num-list-format=\"%1%.%2%\"/></text:list-style>\
    <style:style style:name=\"P\" style:family=\"paragraph\" style:parent-style-name=\"Q\" style:list-style-name=\"L\"/>\
    <style:style style:name=\"T\" style:family=\"text\"><style:text-properties text:display=\"none\"/></style:style>";
const NAMED: &str = "<text:outline-style><text:outline-level-style text:level=\"1\" style:num-format=\"一, 二, 三, ...\" style:num-suffix=\"、\"/></text:outline-style>\
    <style:style style:name=\"Q\" style:family=\"paragraph\" style:parent-style-name=\"P\"/>";

/// A little of everything.
fn sample() -> String {
    let inner = list("text:continue-numbering=\"true\"", &[item(&p("子"))]);
    let merged = tr(&[
        cell("table:number-columns-spanned=\"2\" table:number-rows-spanned=\"2\"", "甲"),
        "<table:covered-table-cell/>".to_owned(),
        cell("table:number-columns-repeated=\"3\"", "0"),
    ]);
    "<text:tracked-changes><text:changed-region><text:deletion><text:p>旧</text:p></text:deletion></text:changed-region></text:tracked-changes>".to_owned()
        + &h(1, "", "总体情况")
        + &p("甲<text:s text:c=\"3\"/>乙<text:tab/><text:line-break/>&amp;&#20013;<text:span text:style-name=\"T\">暗</text:span><text:note><text:p>注</text:p></text:note>")
        + &p("<draw:frame draw:name=\"框\"><draw:text-box><text:p>框</text:p></draw:text-box><draw:image/></draw:frame>")
        + &list("text:style-name=\"L\" xml:id=\"a\"", &[item(&(p("甲") + &inner)), item("<text:p text:style-name=\"P\">乙</text:p>")])
        + &list("text:continue-list=\"a\"", &[item(&p("丙"))])
        + &table(&[&["规章", "0"], &["", "1"]])
        + &tbl(&[merged.replace("<table:table-row>", "<table:table-row table:number-rows-repeated=\"2\">")])
}

fn parts() -> Parts {
    styled(STYLES, &sample()).styles(NAMED)
}

#[test]
fn two_thousand_damaged_files() {
    let sound = parts().bytes();
    assert!(read(&sound, &Limits::default()).is_ok());
    let mut random = Random(20_260_101);
    for _ in 0..2000 {
        let mut bytes = sound.clone();
        random.damage(&mut bytes);
        let _ = read(&bytes, &Limits::default());
    }
}

/// Checksums stop most damage to a zip; a flat file has none, so that the XML is reached.
#[test]
fn two_thousand_damaged_bodies() {
    let sound = flat(&(NAMED.to_owned() + STYLES), &sample());
    assert!(read(&sound, &Limits::default()).is_ok());
    let mut random = Random(20_270_101);
    let mut read_all_the_same = 0;
    for _ in 0..2000 {
        let mut bytes = sound.clone();
        random.damage(&mut bytes);
        read_all_the_same += usize::from(read(&bytes, &Limits::default()).is_ok());
    }
    assert!(read_all_the_same > 100, "{read_all_the_same}: the damage never reaches what is behind the XML");
}

#[test]
fn damaged_styles() {
    let mut random = Random(20_280_101);
    for _ in 0..300 {
        let mut bytes = format!("<a><office:styles>{NAMED}{STYLES}</office:styles></a>").into_bytes();
        random.damage(&mut bytes);
        let _ = read(&body(&sample()).with("styles.xml", &bytes).bytes(), &Limits::default());
    }
}

#[test]
fn cut_anywhere() {
    let sound = parts().bytes();
    for end in (1..sound.len()).step_by(3) {
        let _ = read(&sound[..end], &Limits::default());
    }
}
