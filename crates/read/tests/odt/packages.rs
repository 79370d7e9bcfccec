//! Files as wholes: how they are known, what is refused, what is made to do harm.
use std::time::{Duration, Instant};

use gouji_model::{Block, Lang, render};
use gouji_read::{Input, Limits, read};

use crate::rendering::{check, check_refused, check_refused_within};
use crate::writer::{body, cell, cell_of, flat, h, p, styled, table, tbl, tr};

fn paragraphs(bytes: &[u8]) -> Vec<String> {
    let Ok(Input::Document(document)) = read(bytes, &Limits::default()) else { panic!("no document") };
    let text = |block| if let Block::Paragraph(paragraph) = block { Some(paragraph.text) } else { None };
    document.blocks.into_iter().filter_map(text).collect()
}

#[test]
fn known_by_the_media_type() {
    let text = "application/vnd.oasis.opendocument.text";
    for media_type in [text.to_owned(), format!("{text}-template"), format!("{text}-master")] {
        assert_eq!(paragraphs(&body(&p("甲")).with("mimetype", media_type).bytes()), ["甲"]);
    }
    assert_eq!(paragraphs(&body(&p("甲")).packed_anew()), ["甲"]);
    let others = ["application/vnd.oasis.opendocument.spreadsheet", "application/vnd.oasis.opendocument.textile"];
    for other in others {
        let parts = body(&p("甲")).with("mimetype", other);
        for bytes in [parts.bytes(), parts.packed_anew()] {
            assert!(read(&bytes, &Limits::default()).is_err(), "{other}");
        }
    }
}

#[test]
fn flat_files() {
    let outline = "<text:outline-style><text:outline-level-style text:level=\"1\" style:num-format=\"一, 二, 三, ...\" style:num-suffix=\"、\"/></text:outline-style>";
    let bytes = flat(outline, &(h(1, "", "总体情况") + &p("甲")));
    assert_eq!(paragraphs(&bytes), ["一、 总体情况", "甲"]);
    assert_eq!(paragraphs(&[b"\xef\xbb\xbf", &bytes[..]].concat()), ["一、 总体情况", "甲"]);
    check_refused(&String::from_utf8(bytes).unwrap().replace("opendocument.text", "x").into_bytes(), "这是 XML 文件");
}

#[test]
fn nothing_to_read() {
    check_refused(&body("").bytes(), "文件里只有空格和空行");
    check_refused(&body(&p(" ")).bytes(), "文件里只有空格和空行");
    check_refused(&body("").without("content.xml").bytes(), "这个 OpenDocument 文件里没有正文（content.xml）");
    for other in
        ["<a/>", "<office:document-content/>", "<office:document-content><office:body/></office:document-content>"]
    {
        check_refused(&body("").with("content.xml", other).bytes(), "这个 OpenDocument 文件里没有正文");
    }
    let spreadsheet =
        "<office:document-content><office:body><office:spreadsheet/></office:body></office:document-content>";
    check_refused(&body("").with("content.xml", spreadsheet).bytes(), "这个 OpenDocument 文件里没有正文");
}

#[test]
fn encrypted() {
    let entry =
        "<m:manifest><m:file-entry m:full-path=\"content.xml\"><m:encryption-data/></m:file-entry></m:manifest>";
    let secret = body("").with("content.xml", b"\x9b\x07\xe1\0\x68");
    check_refused(&secret.clone().with("META-INF/manifest.xml", entry).bytes(), "这个 OpenDocument 文件已加密");
    let package = secret.without("content.xml").with("encrypted-package", b"\x9b\x07");
    check_refused(&package.bytes(), "这个 OpenDocument 文件已加密");
}

#[test]
fn damaged_styles_are_noted() {
    let note = "note: 文件中的 styles.xml 部分已损坏，没有读取；自动编号、隐藏文字可能与打开文件时看到的不同";
    for styles in ["<a>", "<!DOCTYPE a><a/>", "<a>\u{0}</b>"] {
        check(&body(&p("甲")).with("styles.xml", styles), &format!("¶ 1 甲\n{note}"));
    }
    check(&body(&p("甲")).with("styles.xml", b"\xff\xfe\x00"), &format!("¶ 1 甲\n{note}"));
    // Styles that are their own parents, and names without a style.
    let circle = "<style:style style:name=\"A\" style:family=\"paragraph\" style:parent-style-name=\"B\"/><style:style style:name=\"B\" style:family=\"paragraph\" style:parent-style-name=\"A\"/>";
    check(
        &styled(circle, "<text:p text:style-name=\"A\">甲</text:p><text:p text:style-name=\"C\">乙</text:p>"),
        "¶ 1 甲\n¶ 2 乙",
    );
}

#[test]
fn what_no_document_has() {
    let content = |text: &str| body("").with("content.xml", text).bytes();
    let entities = "<!DOCTYPE a [<!ENTITY a \"甲\"><!ENTITY b \"&a;&a;&a;&a;\">]><office:document-content/>";
    check_refused(&content(entities), "文件中的 content.xml 带有文档类型声明");
    check_refused(&body(&p("&b;")).bytes(), "文件中的 content.xml 在第");
    check_refused(&body(&"<text:section>".repeat(100_000)).bytes(), "文件中的 content.xml 嵌套超过 256 层");
    check_refused(&body(&"<text:list><text:list-item>".repeat(50_000)).bytes(), "文件中的 content.xml 嵌套超过 256 层");
    check_refused(&body(&p("甲").replace("</text:p>", "")).bytes(), "文件中的 content.xml 在第");
    let bomb = body("").with("content.xml", vec![b' '; 60 << 20]);
    check_refused(&bomb.bytes(), "文件中的 content.xml 解压后有 60 MB");
    let large = body("").with("content.xml", vec![b' '; 70 << 20]);
    check_refused(&large.bytes(), "文件解压后至少有 70 MB，超过上限 64 MB");
}

#[test]
fn repeated_beyond_all_measure() {
    let cells = "这个 OpenDocument 文件的表格超过 200000 格";
    let start = Instant::now();
    for count in ["1000000000", "99999999999999999999999"] {
        let columns = cell(&format!("table:number-columns-repeated=\"{count}\""), "0");
        check_refused(&body(&tbl(&[tr(std::slice::from_ref(&columns))])).bytes(), cells);
        check_refused(&body(&tbl(&[tr(&[columns.replace("table-cell", "covered-table-cell")])])).bytes(), cells);
        let empty = format!("<table:table-row table:number-rows-repeated=\"{count}\"/>");
        check_refused(&body(&tbl(&[empty])).bytes(), cells);
        let full =
            format!("<table:table-row table:number-rows-repeated=\"{count}\">{}</table:table-row>", cell("", "0"));
        check_refused(&body(&tbl(&[full])).bytes(), cells);
    }
    // Tables of repeated rows in repeated cells, and one long text in many cells.
    let mut nested = table(&[&["0"]]);
    for _ in 0..12 {
        nested = tbl(&[tr(&[cell_of("table:number-columns-repeated=\"9\"", &nested)])]);
    }
    check_refused(&body(&nested).bytes(), cells);
    let long = cell("table:number-columns-repeated=\"199000\"", &"长".repeat(100_000));
    check_refused(&body(&tbl(&[tr(&[long])])).bytes(), cells);
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
}

#[test]
fn bounds() {
    let limits = Limits { lines: 3, cells: 4, ..Limits::default() };
    check_refused_within(&limits, &body(&p("甲").repeat(4)).bytes(), "这个 OpenDocument 文件超过 3 段");
    check_refused_within(
        &limits,
        &body(&table(&[&["1", "2"], &["3"]])).bytes(),
        "这个 OpenDocument 文件的表格超过 4 格",
    );
    let error = read(&body(&table(&[&[""; 9]])).bytes(), &limits).unwrap_err();
    assert!(render(&error.0, Lang::En).starts_with("the tables of this OpenDocument file have more than 4 cells"));
}
