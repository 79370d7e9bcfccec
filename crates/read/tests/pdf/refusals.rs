//! What cannot be read, and files made to do harm.
use std::fmt::Write as _;
use std::time::{Duration, Instant};

use gouji_model::{Lang, render};
use gouji_read::{Limits, read};

use crate::rendering::check as check_document;
use crate::writer::{File, Page, pdf};

/// The beginning of the Chinese text.
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

fn one_line() -> Page {
    Page::new().text(80.0, 100.0, "规章")
}

#[test]
fn no_text() {
    check(b"%PDF-1.7\n", "这个 PDF 已损坏");
    check(&pdf(&[]), "这个 PDF 已损坏");
    check(&pdf(&[Page::new(), Page::new()]), "这个 PDF 的 2 页上没有文字");
    check(&pdf(&[Page::new().picture(0.0, 0.0, 595.0, 842.0)]), "这个 PDF 的 1 页都是图片（扫描件）");
    let mut file = File::new(&[one_line()]);
    file.set(4, "<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [5 0 R] >>");
    check(&file.bytes(), "这个 PDF 没有说明文字的编码，2 个字符中有 2 个");
}

#[test]
fn encrypted() {
    let mut file = File::new(&[one_line()]);
    let key = "0".repeat(64);
    file.trailer =
        format!("/ID [<00> <00>] /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <{key}> /U <{key}> >>");
    check(&file.bytes(), "这个 PDF 要密码才能打开");
    file.trailer = "/ID [<00> <00>] /Encrypt << /Filter /Other /V 9 >>".to_owned();
    check(&file.bytes(), "这个 PDF 的加密方式不能识别");
}

#[test]
fn a_page_tree_that_holds_itself() {
    let mut file = File::new(&[one_line()]);
    file.set(2, "<< /Type /Pages /Count 9 /Kids [2 0 R 10 0 R 2 0 R 10 0 R] >>");
    check_document(&file.bytes(), "¶ 规章");
    file.set(2, "<< /Type /Pages /Count 1 /Kids [2 0 R] >>");
    check(&file.bytes(), "这个 PDF");
}

#[test]
fn too_much() {
    let limits = Limits { pdf_pages: 2, pdf_characters: 3, pdf_instructions: 199, pdf_bytes: 500, ..Limits::default() };
    let pages = |count| pdf(&vec![one_line(); count]);
    check_within(&limits, &pages(3), "这个 PDF 有 3 页，超过上限 2 页");
    check_within(&limits, &pages(2), "这个 PDF 有超过 3 个字符");
    check_within(&limits, &pdf(&[Page::new().raw(&"q ".repeat(200))]), "这个 PDF 的页面有超过 199 条绘制指令");
    check_within(&limits, &pdf(&[Page::new().raw(&"q ".repeat(300))]), "这个 PDF 解压后超过上限 500 B");
}

/// Whatever comes of it, it comes soon; the bound leaves room for slow machines without optimisation.
#[track_caller]
fn check_soon(bytes: &[u8]) {
    let start = Instant::now();
    let _ = read(bytes, &Limits::default());
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
}

#[test]
fn forms_within_forms() {
    let mut file = File::new(&[Page::new().raw("/X0 Do")]);
    let mut names = String::new();
    for number in 0..20 {
        let inside = format!("/X{0} Do /X{0} Do /X{0} Do", number + 1);
        let stream = file.add_stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", &inside);
        write!(names, "/X{number} {stream} 0 R ").unwrap();
    }
    file.set(3, format!("<< /XObject << {names} /X20 {} 0 R >> >>", 11));
    check(&file.bytes(), "这个 PDF");
    check_soon(&file.bytes());
}

#[test]
fn small_files_that_inflate_to_large_ones() {
    let with = |entries: &str, use_it: fn(usize) -> (usize, String)| {
        let mut file = File::new(&[one_line()]);
        let bomb = file.add_bomb(entries, b' ', 300);
        let (number, object) = use_it(bomb);
        file.set(number, object);
        file
    };
    let page = |bomb| (10, format!("<< /Type /Page /Parent 2 0 R /Contents [{bomb} 0 R] /Resources 3 0 R >>"));
    check(&with("", page).bytes(), "这个 PDF 解压后超过上限 64 MB");
    let map = |bomb| {
        (
            4,
            format!(
                "<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /ToUnicode {bomb} 0 R /DescendantFonts [5 0 R] >>"
            ),
        )
    };
    check(&with("", map).bytes(), "这个 PDF 解压后超过上限 64 MB");
    let program = |bomb| {
        let descriptor = format!("/FontDescriptor << /FontFile2 {bomb} 0 R >>");
        (4, format!("<< /Type /Font /Subtype /TrueType {descriptor} >>"))
    };
    check(&with("", program).bytes(), "这个 PDF 解压后超过上限 64 MB");
    let nothing = |_| (9, "null".to_owned());
    for entries in ["/Type /ObjStm /N 1 /First 5", "/Type /Obj#53tm /#4e 1 /F#69rst 5", "/Type /XRef /W [1 1 1]"] {
        check(&with(entries, nothing).bytes(), "这个 PDF 解压后超过上限 16 MB");
    }
    // One that is never used does no harm.
    let mut file = File::new(&[one_line()]);
    file.add_bomb("", b' ', 300);
    check_document(&file.bytes(), "¶ 规章");
}

#[test]
fn many_lines_are_a_drawing() {
    let lines = |count: u32| {
        let line = |number: u32| {
            let at = f64::from(number % 2_900) * 0.2 + 5.0;
            format!("{at} 5 m {at} 800 l S 5 {at} m 590 {at} l S\n")
        };
        (0..count).map(line).collect::<String>()
    };
    let text = Page::new().text(80.0, 100.0, "规章");
    check_document(
        &pdf(&[text.clone().raw(&lines(30_000))]),
        "¶ 规章\nnote 第 1 页的线条太多，不作为表格线，表格按文字的位置读取",
    );
    check_soon(&pdf(&[text.raw(&lines(2_900))]));
}

#[test]
fn deep_and_endless_things() {
    let deep = Page::new().raw(&format!("{} 1 Tf", "[".repeat(100_000)));
    check_soon(&pdf(&[deep]));
    let mut file = File::new(&[one_line()]);
    file.set(3, format!("{}{}", "<< /A ".repeat(100_000), ">>".repeat(100_000)));
    check_soon(&file.bytes());
    check_soon(&pdf(&[Page::new().raw(&"q ".repeat(1_000_000))]));
    check_soon(&pdf(&[Page::new().raw("BT /F1 1e30 Tf 1e300 0 0 1e300 0 0 cm <0031> Tj 0 0 m 1e308 1e308 l S ET")]));
    check_soon(&[b"%PDF-1.7\n".to_vec(), b"1 0 obj (".repeat(20_000)].concat());
}
