//! How pages are encoded.
use gouji_model::{Lang, render};
use gouji_read::{Limits, read};

use crate::rendering::check;

const BODY: &str = "<body><p>一、总体情况：镕䶮</p></body></html>";

fn gb(text: &str) -> Vec<u8> {
    encoding_rs::GB18030.encode(text).0.into_owned()
}

#[test]
fn as_the_page_says() {
    let heads = [
        "<html><head><meta charset=gb2312>",
        "<html><head><META CHARSET='GBK'>",
        "<html><head><meta http-equiv=Content-Type content=\"text/html; charset=gb18030\">",
        "<?xml version='1.0' encoding='gb2312'?><html><head>",
        "<!-- <meta charset=utf-8> --><html><head><meta name=a content=b><meta charset=gbk>",
    ];
    for head in heads {
        check(gb(&format!("{head}{BODY}")), "¶ 一、总体情况：镕䶮");
    }
    let big5 = encoding_rs::BIG5.encode("<html><meta charset=big5><p>總體情況").0.into_owned();
    check(big5, "¶ 總體情況");
}

#[test]
fn as_a_mark_says() {
    check(format!("\u{feff}<html><meta charset=gbk>{BODY}"), "¶ 一、总体情况：镕䶮");
    let page = format!("<html>{BODY}");
    let wide = |bytes: fn(u16) -> [u8; 2], mark: &[u8]| {
        [mark, &page.encode_utf16().flat_map(bytes).collect::<Vec<u8>>()].concat()
    };
    check(wide(u16::to_le_bytes, b"\xff\xfe"), "¶ 一、总体情况：镕䶮");
    check(wide(u16::to_be_bytes, b"\xfe\xff"), "¶ 一、总体情况：镕䶮");
}

#[test]
fn as_the_bytes_show() {
    check(format!("<html>{BODY}"), "¶ 一、总体情况：镕䶮");
    check(gb(&format!("<html>{BODY}")), "¶ 一、总体情况：镕䶮\nnote: 文本编码是 gb18030，已转换");
    check(
        format!("<html><meta charset=gb2312>{BODY}"),
        "¶ 一、总体情况：镕䶮\nnote: 网页自称编码是 gb18030，实际是 UTF-8，已按后者读取",
    );
    check(
        gb(&format!("<html><meta charset=utf-8>{BODY}")),
        "¶ 一、总体情况：镕䶮\nnote: 网页自称编码是 UTF-8，实际是 gb18030，已按后者读取",
    );
}

#[test]
fn with_faults() {
    let text = "政府信息公开".repeat(20);
    let damaged = [format!("<html><meta charset=utf-8><p>{text}").as_bytes(), b"\xff"].concat();
    check(damaged, &format!("¶ {text}\u{fffd}\nnote: 网页有 1 处文字不能解码，显示为“�”"));
    let error = read(&[b"<html><p>".as_slice(), &[0xff, 0x80].repeat(40)].concat(), &Limits::default()).unwrap_err();
    assert!(render(&error.0, Lang::Zh).starts_with("文件按 UTF-8、GB18030 都读不出来"));
}

#[test]
fn pages_are_told_by_their_content() {
    check(
        "\n<?xml version='1.0' encoding='utf-8'?>\n<!-- 甲 --><!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN' ''><html><body>一",
        "¶ 一",
    );
    check("<TABLE><TR><TD>甲<TD>1</TABLE>", "grid\n0 甲|1 1");
    check("<DIV class=a>一</DIV>", "¶ 一");
}
