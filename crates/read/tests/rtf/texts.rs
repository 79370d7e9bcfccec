//! Characters: code pages, Unicode, symbols, what is not shown.
use crate::rendering::{check, check_file};
use crate::writer::{document, p, text, unicode};

#[test]
fn paragraphs_in_gbk() {
    check(&(p("一、总体情况") + &p("全年公开信息128条。")), "¶ 1 一、总体情况\n¶ 2 全年公开信息128条。");
}

/// The second byte of 乗 is a backslash, that of 亄 a brace; programs escape them, or do not.
#[test]
fn second_bytes_that_are_syntax() {
    check(r"\pard \'81\\ \'81\{ \'81\}\par", "¶ 1 乗 亄 亇");
    let raw = [b"\\pard ".as_slice(), b"\x81\x5c\x81\x7b\x81\x7d\xd6\xd0", b"\\par"].concat();
    let mut bytes = document("");
    bytes.pop();
    bytes.extend(raw);
    bytes.push(b'}');
    check_file(&bytes, "¶ 1 乗亄亇中");
    // A first byte escaped, a second byte as it is.
    check(r"\pard \'81A\'d6\'d0\par", "¶ 1 丄中");
}

#[test]
fn unicode_with_what_stands_for_it() {
    check(&format!("\\pard {}\\par", unicode("情况12件")), "¶ 1 情况12件");
    check(r"\pard \uc2\u24773\'c7\'e9\u20917\'bf\'f6 1\par", "¶ 1 情况 1");
    check(r"\pard {\uc0\u24773\u20917 1}\u24773?\par", "¶ 1 情况1情");
    check(r"\pard \u-10179?\u-8704?\u-26?\par", "¶ 1 😀\u{FFE6}");
    check(r"\pard \u8212\emdash x\u24773\par y\par", "¶ 1 —x情\n¶ 2 y");
    // Half a character is seen to be unreadable.
    check(r"\pard a\u-10179?b\u24773?\par", "¶ 1 ab\u{FFFD}情");
}

#[test]
fn the_font_says_what_bytes_mean() {
    check(r"\pard {\f0 \'d6\'d0}{\f1 \'d6\'d0}\par", "¶ 1 中中");
    check(r"\pard {\f2 \'fe}\'ca\'c7{\f2 \u-3928?}\par", "¶ 1 ☑是□");
    let western = br"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset134 SimSun;}{\f2\fcharset136 MingLiU;}}caf\'e9 {\f1 \'d6\'d0}{\f2 \'a4\'a4}\par}";
    check_file(western, "¶ 1 café 中中");
    check_file(br"{\rtf1\ansi{\fonttbl\f0\fnil Arial;}\'d6\'d0 \'b9\'fa\par}", "¶ 1 中 国");
    check_file(br"{\rtf1\ansi caf\'e9\par}", "¶ 1 café");
}

#[test]
fn what_cannot_be_decoded_is_told() {
    check(r"\pard a\'ff b\par", "¶ 1 a\u{FFFD} b\nnote: 有 1 处文字不能解码，显示为“�”");
}

#[test]
fn characters_with_words_of_their_own() {
    check(r"\pard a\tab b\emdash\~c\_d\ldblquote e\rdblquote\line f\{g\}\\\par", "¶ 1 a\tb—\u{A0}c-d“e”\n¶ 1 f{g}\\");
    check("\\pard a\\\nb\\\r\nc\\par", "¶ 1 a\n¶ 2 b\n¶ 3 c");
}

#[test]
fn what_is_not_of_the_text() {
    check(
        r"\pard a{\footnote\pard note}{\*\annotation b}{\*\unknown c}{\*\bkmkstart _GoBack}{\*\bkmkend _GoBack}{\xe d}{\footer e}f\par",
        "¶ 1 af",
    );
    check(r"\pard {\upr{\f1 wrong}{\*\ud{right}}}\par", "¶ 1 right");
}

#[test]
fn fields_show_their_results() {
    let body = format!(
        r"\pard a{{\field{{\*\fldinst HYPERLINK {{\field{{\*\fldinst PAGE}}{{\fldrslt 7}}}}}}{{\fldrslt {{\ul {}}}}}}}c\par",
        text("链接")
    );
    check(&body, "¶ 1 a链接c");
}

#[test]
fn a_file_without_an_end_is_told() {
    let mut bytes = document(&(p("甲") + &p("乙")));
    bytes.truncate(bytes.len() - 3);
    check_file(
        &bytes,
        "¶ 1 甲\n¶ 2 乙\nnote: 文件不完整，没有读到结尾，末尾可能缺少内容。请重新取得文件，或者用 Word、WPS 打开后另存一份",
    );
    let mut bytes = document(&p("甲"));
    bytes.extend(b"\r\n\0");
    check_file(&bytes, "¶ 1 甲");
    bytes.extend(b"{more}");
    check_file(
        &bytes,
        "¶ 1 甲\nnote: 文件在结束标记之后还有 6 个字节，没有读取；文件可能已损坏，请与 Word、WPS 中看到的核对",
    );
}

#[test]
fn a_last_paragraph_needs_no_end() {
    check("\\pard a\\par b", "¶ 1 a\n¶ 2 b");
    check_file(b"\xef\xbb\xbf \n{\\rtf1 a}", "¶ 1 a");
}

#[test]
fn raised_digits() {
    check(r"\pard 46{\super 1}, 5m\super 2\nosupersub 3\par", "¶ 1 46¹, 5m23");
}
