//! Names that do not go with what a file is.
use gouji_model::{Lang, render};
use gouji_read::mismatch;

use crate::writer::{Part, mht, zip};

#[track_caller]
fn check(name: &str, bytes: &[u8], expected: Option<&str>) {
    let found = mismatch(name, bytes);
    assert_eq!(found.as_ref().map(|message| render(message, Lang::Zh)).as_deref(), expected, "{name}");
    assert!(found.is_none_or(|message| !message.to_string().contains("reading-")));
}

#[test]
fn what_a_file_is_and_what_its_name_says() {
    let page = b"<html><body><p>1</p></body></html>";
    let rtf = br"{\rtf1 a}";
    let ole = |stream: &str| {
        let name: Vec<u8> = stream.bytes().flat_map(|byte| [byte, 0]).collect();
        [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &[0; 600], &name].concat()
    };
    let docx = zip(&[("[Content_Types].xml", b"x"), ("word/document.xml", b"x")]);
    check("x.doc", page, Some("文件名以 .doc 结尾，实际是网页（HTML），已按后者读取"));
    check("x.DOC", rtf, Some("文件名以 .doc 结尾，实际是RTF，已按后者读取"));
    check("x.xls", page, Some("文件名以 .xls 结尾，实际是网页（HTML），已按后者读取"));
    check("x.doc", &docx, Some("文件名以 .doc 结尾，实际是Word（docx），已按后者读取"));
    check(
        "x.docx",
        &ole("WordDocument"),
        Some("文件名以 .docx 结尾，实际是Word 97–2003（doc）或 WPS 文字，已按后者读取"),
    );
    check("x.doc", &ole("Workbook"), Some("文件名以 .doc 结尾，实际是Excel 97–2003（xls），已按后者读取"));
    check("x.txt", page, Some("文件名以 .txt 结尾，实际是网页（HTML），已按后者读取"));
    check("x.html", "总体情况".as_bytes(), Some("文件名以 .html 结尾，实际是纯文本，已按后者读取"));
    check("x.txt", b"{\"schema\": 1}", Some("文件名以 .txt 结尾，实际是JSON，已按后者读取"));
    let word_page = mht(&[Part::quoted("text/html", "utf-8", "<p>1</p>")]);
    check("x.doc", &word_page, Some("文件名以 .doc 结尾，实际是单个文件网页（mht），已按后者读取"));
    for (name, bytes) in [
        ("x.htm", page.as_slice()),
        ("x.rtf", rtf),
        ("x.docx", &docx),
        ("x.doc", &ole("WordDocument")),
        ("x.wps", &ole("WordDocument")),
        ("x.mht", &word_page),
        ("x.md", "总体情况".as_bytes()),
        ("x.csv", "a,b".as_bytes()),
        ("x", page),
        ("x.2023", page),
        ("x.doc", b"\x00\x01\x02"),
    ] {
        check(name, bytes, None);
    }
}
