//! What cannot be read, and files made to do harm.
use std::time::{Duration, Instant};

use gouji_model::{Lang, render};
use gouji_read::{Limits, read};

use crate::rendering::check as check_document;
use crate::writer::{Page, ofd};

/// The beginning of the Chinese text; both languages must have it.
#[track_caller]
fn check(bytes: &[u8], expected: &str) {
    check_within(&Limits::default(), bytes, expected);
}

#[track_caller]
fn check_within(limits: &Limits, bytes: &[u8], expected: &str) {
    let error = read(bytes, limits).unwrap_err();
    let text = render(&error.0, Lang::Zh);
    assert!(text.starts_with(expected), "{text}");
    assert!(!error.to_string().starts_with("read-"), "{error}");
}

/// Whatever comes of it, it comes soon; the bound leaves room for slow machines without optimisation.
#[track_caller]
fn check_soon(bytes: &[u8]) {
    let start = Instant::now();
    let _ = read(bytes, &Limits::default());
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
}

fn one_line() -> Page {
    Page::new().text(30.0, 40.0, "规章")
}

const PICTURE: &str = "<ofd:ImageObject ResourceID=\"9\" Boundary=\"0 0 210 297\"/>";

#[test]
fn no_text() {
    check(&ofd(&[]).bytes(), "这个 OFD 文件的 0 页上没有文字");
    check(&ofd(&[Page::new(), Page::new()]).bytes(), "这个 OFD 文件的 2 页上没有文字");
    check(&ofd(&[Page::new().raw(PICTURE)]).bytes(), "这个 OFD 文件的 1 页都是图片（扫描件）");
    let glyphs = "<ofd:TextObject Size=\"4\" Boundary=\"9 9 99 9\"><ofd:CGTransform/><ofd:TextCode X=\"0\" Y=\"4\">¤¤¤</ofd:TextCode></ofd:TextObject>";
    check(&ofd(&[Page::new().raw(glyphs)]).bytes(), "这个 OFD 文件没有说明文字的编码，3 个字符中有 3 个");
}

#[test]
fn not_whole() {
    let whole = ofd(&[one_line()]);
    check(&whole.clone().with("OFD.xml", "<ofd:OFD/>").bytes(), "这个 OFD 文件的 0 页上没有文字");
    check(&whole.clone().with("OFD.xml", "<ofd:OFD>").bytes(), "文件中的 OFD.xml 在第");
    check(&whole.clone().with("OFD.xml", "").bytes(), "这个 OFD 文件的 0 页上没有文字");
    check(&whole.clone().without("Doc_0/Document.xml").bytes(), "这个 OFD 文件不完整，缺少 Doc_0/Document.xml");
    let page = "Doc_0/Pages/Page_0/Content.xml";
    check(&whole.clone().without(page).bytes(), "这个 OFD 文件不完整，缺少 Doc_0/Pages/Page_0/Content.xml");
    check(&whole.clone().with(page, "<ofd:Page>").bytes(), "文件中的 Doc_0/Pages/Page_0/Content.xml 在第");
    check(&whole.clone().with("Encryptions.xml", "<a/>").bytes(), "这个 OFD 文件已加密");
    // A zip of OFD files is none.
    check(&whole.clone().without("OFD.xml").with("甲/OFD.xml", "<a/>").bytes(), "这是");
}

#[test]
fn what_no_document_has() {
    let page = |xml: &str| ofd(&[one_line()]).with("Doc_0/Pages/Page_0/Content.xml", xml).bytes();
    let part = "文件中的 Doc_0/Pages/Page_0/Content.xml";
    check(&page("<!DOCTYPE a [<!ENTITY b \"规章\">]><ofd:Page/>"), &format!("{part} 带有文档类型声明"));
    check(&page(&one_line().xml().replace("规章", "&b;")), &format!("{part} 在第"));
    let deep = "<ofd:PageBlock>".repeat(100_000);
    check(&page(&Page::new().raw(&deep).xml()), &format!("{part} 嵌套超过 256 层"));
    check(&page(&" ".repeat(60 << 20)), &format!("{part} 解压后有 60 MB"));
    check(&page(&" ".repeat(70 << 20)), "文件解压后至少有 70 MB，超过上限 64 MB");
}

#[test]
fn too_much() {
    let limits = Limits { pdf_pages: 2, pdf_characters: 3, ofd_objects: 9, ..Limits::default() };
    let pages = |count| ofd(&vec![one_line(); count]).bytes();
    check_within(&limits, &pages(3), "这个 OFD 文件的页数超过上限 2 页");
    check_within(&limits, &pages(2), "这个 OFD 文件有超过 3 个字符");
    check_within(&limits, &ofd(&[Page::new().text(9.0, 9.0, "一二三四五六")]).bytes(), "这个 OFD 文件有超过 3 个字符");
    check_within(&limits, &ofd(&[Page::new().raw(&PICTURE.repeat(9))]).bytes(), "这个 OFD 文件的页面有超过 9 个图元");
    let two = ofd(&vec![one_line(); 2]).document("Doc_1", "", "", &[Page::new()]);
    let both = two.entry(&["Doc_0/Document.xml", "Doc_1/Document.xml"]).bytes();
    check_within(
        &Limits { pdf_pages: 2, pdf_characters: 0, ..Limits::default() },
        &both,
        "这个 OFD 文件有超过 0 个字符",
    );
}

#[test]
fn many_lines_are_a_drawing() {
    let note = "note 第 1 页的线条太多，不作为表格线，表格按文字的位置读取";
    let line = |number: u32| format!("M {0} 0 L {0} 297 ", f64::from(number % 2_000) * 0.1);
    let lines = |count: u32| (0..count).map(line).collect::<String>();
    let many = one_line().path("Boundary=\"0 0 210 297\"", &lines(41_000));
    check_document(&ofd(&[many]).bytes(), &format!("¶ 规章\n{note}"));
    let by_parts = (0..5).fold(one_line(), |page, _| page.path("Boundary=\"0 0 210 297\"", &lines(9_000)));
    check_document(&ofd(&[by_parts]).bytes(), &format!("¶ 规章\n{note}"));
    check_soon(&ofd(&[one_line().path("Boundary=\"0 0 210 297\"", &lines(2_900))]).bytes());
}

#[test]
fn large_and_odd_numbers() {
    for number in ["1e308", "-1e308", "1e999", "NaN", "inf", "99999999999999999999", "", "x"] {
        let page = one_line()
            .text_object(
                &format!("CTM=\"{number} {number} {number} {number} {number} {number}\""),
                1.0,
                1.0,
                "",
                "甲乙",
            )
            .text_object(
                &format!("HScale=\"{number}\" ReadDirection=\"{number}\" Alpha=\"{number}\""),
                30.0,
                290.0,
                &format!("DeltaX=\"{number}\" X=\"{number}\""),
                "",
            )
            .path(
                &format!("Boundary=\"{number} {number} {number} {number}\""),
                &format!("M {number} 0 L 9 {number} C"),
            );
        check_document(&ofd(std::slice::from_ref(&page)).bytes(), "¶ 规章");
        check_soon(&ofd(&[page.raw(&format!("<ofd:ImageObject Boundary=\"0 0 {number} {number}\"/>"))]).bytes());
    }
    check_soon(
        &ofd(&[one_line().text_object(
            "",
            1.0,
            1.0,
            &format!("DeltaX=\"{}\"", "g 1000000000 1 ".repeat(100_000)),
            &"长".repeat(300_000),
        )])
        .bytes(),
    );
    check_soon(&ofd(&vec![one_line(); 2_000]).bytes());
}
