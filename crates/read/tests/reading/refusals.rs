//! What cannot be read, and how it is said.
use gouji_model::{Lang, catalogue_keys, render};
use gouji_read::{Limits, read};

/// The beginning of the Chinese text; both languages must have it.
#[track_caller]
pub(crate) fn check(input: impl AsRef<[u8]>, expected: &str) {
    check_within(&Limits::default(), input, expected);
}

#[track_caller]
fn check_within(limits: &Limits, input: impl AsRef<[u8]>, expected: &str) {
    let error = read(input.as_ref(), limits).unwrap_err();
    let text = render(&error.0, Lang::Zh);
    assert!(text.starts_with(expected), "{text}");
    // A key that is not in the catalogue would be shown as it is.
    assert!(!text.starts_with("read-") && !error.to_string().starts_with("read-"), "{error}");
}

#[test]
fn nothing() {
    check("", "文件是空的");
    check(" \r\n\t\n\u{3000}\u{feff}\n", "文件里只有空格和空行");
}

#[test]
fn known_formats() {
    let zip = |name: &str| [b"PK\x03\x04\x14\0\0\0\0\0", name.as_bytes()].concat();
    let ole = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", &wide[..]].concat()
    };
    check(zip("xl/workbook.xml"), "这是 Excel（xlsx） 文件");
    check(zip("OFD.xml"), "这是 OFD 版式 文件");
    check(zip("报告.docx"), "这是 zip 压缩 文件。请先解压");
    check(ole("WordDocument"), "文件已损坏");
    check(ole("Workbook"), "文件已损坏，读不出其中的工作簿");
    check(ole("EncryptedPackage"), "这是加密的 Office 文件");
    check(ole(""), "这是 Office 97–2003 或 WPS 文件");
    check("{\\rtf1\\ansi", "文件里只有空格和空行");
    check("\u{feff}\n<!DOCTYPE HTML><title>", "文件里只有空格和空行");
    check("<?xml version=\"1.0\"?>", "这是 XML 文件");
    check("\u{feff}MIME-Version: 1.0", "文件里只有空格和空行");
    check(b"\x89PNG\r\n\x1a\n", "这是 PNG 图片");
    check(b"\xff\xd8\xff\xe0", "这是 JPEG 图片");
    check(b"Rar!\x1a\x07\x01", "这是 rar 压缩 文件");
}

#[test]
fn no_text() {
    check(b"\x9b\x07\xe1\0\x68\x06", "这个文件不是文本");
    check([0x01, 0x02, 0x03, b'a'].repeat(10), "这个文件不是文本");
    check([0xff, 0x80, 0xff, b'a', b'b'].repeat(40), "文件按 UTF-8、GB18030 都读不出来");
}

#[test]
fn too_much() {
    check(vec![b'a'; 100 << 20], "文件有 100 MB，超过上限 64 MB");
    check("|".repeat(1_000_000), "到第 1 行为止，制表符和竖线“|”已超过 200000 个");
    check("\t".repeat(1_000_000), "到第 1 行为止，制表符和竖线“|”已超过 200000 个");
    check("|\n".repeat(1_000_000), "到第 200001 行为止");
    check("0\n".repeat(1_000_000), "文本超过 200000 行");
    check("长".repeat(16 << 20), "第 1 行超过 1048576 字节");
    let small = Limits { bytes: 1500, lines: 3, line_bytes: 9, cells: 2, ..Limits::default() };
    check_within(&small, [b'a'; 1700], "文件有 1.6 KB，超过上限 1.4 KB");
    check_within(&small, "1\n2\n3\n4", "文本超过 3 行");
    check_within(&small, "1\n0123456789", "第 2 行超过 9 字节");
    check_within(&small, "a|b\nc|\td", "到第 2 行为止");
}

#[test]
fn both_languages_have_the_same_messages() {
    let keys = |lang| catalogue_keys(lang).into_iter().filter(|key| key.starts_with("read")).collect::<Vec<_>>();
    assert_eq!(keys(Lang::Zh), keys(Lang::En));
    assert!(keys(Lang::Zh).len() > 15);
}
