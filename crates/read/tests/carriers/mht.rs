//! Web pages in one file.
use std::fmt::Write as _;

use gouji_model::{Block, Lang, render};
use gouji_read::{Input, Limits, read};

use crate::writer::{Part, mht};

/// Paragraphs and cells, a line each; and notes.
#[track_caller]
fn check(bytes: &[u8], expected: &str) {
    let Input::Document(document) = read(bytes, &Limits::default()).unwrap() else { panic!("no document") };
    let mut lines = Vec::new();
    for block in &document.blocks {
        match block {
            Block::Paragraph(paragraph) => lines.push(paragraph.text.clone()),
            Block::Grid(grid) => lines
                .extend(grid.rows.iter().map(|row| row.iter().map(|cell| &*cell.text).collect::<Vec<_>>().join("|"))),
            Block::Picture(picture) => lines.push(format!("picture {}", picture.name)),
        }
    }
    lines.extend(document.notes.iter().map(|note| format!("note {}", render(&note.message, Lang::Zh))));
    assert_eq!(lines.join("\n"), expected);
}

#[track_caller]
fn check_refused(bytes: &[u8], limits: &Limits, expected: &str) {
    let error = read(bytes, limits).unwrap_err();
    let text = render(&error.0, Lang::Zh);
    assert!(text.starts_with(expected), "{text}");
    assert!(!error.to_string().starts_with("read-"), "{error}");
}

const PAGE: &str = "<html><head><meta http-equiv=Content-Type content=\"text/html; charset=gb2312\"></head><body>\
    <p>一、总体情况</p><table><tr><td>规章</td><td>0</td></tr></table></body></html>";
const SHOWN: &str = "一、总体情况\n规章|0";

#[test]
fn a_page_of_word() {
    let picture = Part::plain("Content-Type: image/png\nContent-Transfer-Encoding: base64", "iVBORw0KGgo=");
    let list = Part::plain("Content-Type: text/xml; charset=\"utf-8\"", "<xml/>");
    check(&mht(&[Part::quoted("text/html", "gb2312", PAGE), picture, list]), SHOWN);
}

#[test]
fn the_part_says_how_the_page_is_encoded() {
    let unsaid = PAGE.replace("charset=gb2312", "");
    check(&mht(&[Part::quoted("text/html", "gb18030", &unsaid)]), SHOWN);
    check(&mht(&[Part::quoted("text/html", "big5", "<p>總體情況</p>")]), "總體情況");
    // A browser sends UTF-8, whatever the page once said.
    check(&mht(&[Part::quoted("text/html", "utf-8", PAGE)]), SHOWN);
}

#[test]
fn pages_sent_as_base64_or_as_they_are() {
    let base64 = "PHA+5LiA44CB5oC75L2T5oOF5Ya1PC9w\nPg==";
    let headers = "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64";
    check(&mht(&[Part::plain(headers, base64)]), "一、总体情况");
    let headers = "content-type: text/html; charset=utf-8\ncontent-transfer-encoding: 8bit";
    check(&mht(&[Part::plain(headers, "<p>一、总体情况</p>")]), "一、总体情况");
    let single = "Mime-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<p>情况</p>";
    check(single.as_bytes(), "情况");
    check(format!("\r\nFrom: <Saved>\nSubject: a\n{single}").as_bytes(), "情况");
}

#[test]
fn parts_within_parts() {
    let inner = "--inner\nContent-Type: text/plain\n\nwrong\n--inner\nContent-Type: text/html; charset=utf-8\n\n<p>情况</p>\n--inner--";
    let part = Part::plain("Content-Type: multipart/alternative; boundary=inner", inner);
    check(&mht(&[part]), "情况");
}

#[test]
fn a_page_of_frames_gives_way_to_what_it_holds() {
    let frames = Part::quoted("text/html", "utf-8", "<html><frameset><frame src=a></frameset></html>");
    check(&mht(&[frames, Part::quoted("text/html", "utf-8", "<p>表</p>")]), "表");
}

#[test]
fn a_file_without_a_page() {
    check(&mht(&[Part::plain("Content-Type: text/plain; charset=utf-8", "情况")]), "情况");
    check_refused(
        &mht(&[Part::plain("Content-Type: image/png", "x")]),
        &Limits::default(),
        "这个单个文件网页（mht）里没有网页",
    );
}

#[test]
fn damaged_base64_is_told() {
    let headers = "Content-Type: text/html\nContent-Transfer-Encoding: base64";
    check_refused(&mht(&[Part::plain(headers, "PHA+*5LiA")]), &Limits::default(), "这个单个文件网页（mht）读不下去");
}

#[test]
fn a_text_that_talks_of_mime_is_a_text() {
    let text = "一、总体情况\nMIME-Version: 1.0\n";
    check(text.as_bytes(), "一、总体情况\nMIME-Version: 1.0");
}

#[test]
fn what_asks_for_too_much() {
    let mut deep = String::from("MIME-Version: 1.0\n");
    for depth in 0..100_000 {
        write!(deep, "Content-Type: multipart/mixed; boundary=b{depth}\n\n--b{depth}\n").unwrap();
    }
    check_refused(deep.as_bytes(), &Limits::default(), "这个单个文件网页（mht）读不下去");
    let many = "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n".to_owned() + &"--b\n".repeat(900_000);
    check_refused(many.as_bytes(), &Limits::default(), "文件里只有空格和空行");
    let lines = format!("MIME-Version: 1.0\n{}", "a:\n".repeat(1_000_001));
    check_refused(lines.as_bytes(), &Limits::default(), "这个单个文件网页（mht）超过 1000000 行");
    let limits = Limits { mht_bytes: 100, ..Limits::default() };
    check_refused(&mht(&[Part::quoted("text/html", "utf-8", PAGE)]), &limits, "这个单个文件网页（mht）有");
}
