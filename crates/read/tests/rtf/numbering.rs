//! Numbers before paragraphs: printed by the file, or counted by its lists.
use crate::rendering::{check, check_file};
use crate::writer::{text, with_lists};

/// A list of 一、 and 1. in Chinese documents, one of marks, and instances of them; the last starts at 5.
fn lists() -> String {
    let first = format!(
        r"{{\listlevel\levelnfc37\levelnfcn37\levelfollow2\levelstartat1{{\leveltext\'02\'00{};}}{{\levelnumbers\'01;}}}}",
        text("、")
    );
    let second = r"{\listlevel\levelnfc0\levelnfcn0\levelfollow0\levelstartat1{\leveltext\'04\'00.\'01.;}{\levelnumbers\'01\'03;}}";
    let mark = r"{\listlevel\levelnfc23\levelfollow0\levelstartat1{\leveltext\'01\u-3913 ?;}{\levelnumbers;}}";
    format!(
        r"{{\*\listtable{{\list\listtemplateid1{first}{second}{{\listname ;}}\listid11}}{{\list{mark}\listid-12}}}}{{\*\listoverridetable{{\listoverride\listid11\listoverridecount0\ls1}}{{\listoverride\listid-12\listoverridecount0\ls2}}{{\listoverride\listid11\listoverridecount1{{\lfolevel\listoverridestartat\levelstartat5}}\ls3}}}}"
    )
}

fn item(list: u32, level: u32, content: &str) -> String {
    format!("\\pard\\ls{list}\\ilvl{level} {content}\\par\n")
}

#[test]
fn printed_numbers_are_taken() {
    let number = |number: &str| format!(r"{{\listtext\pard\plain\f1 {}\tab}}", text(number));
    let body = format!(
        "\\pard\\ls1 {}{}\\par {}{}\\par",
        number("一、"),
        text("总体情况"),
        number("（二）"),
        text("主动公开")
    );
    check(&body, "¶ 1 一、 总体情况\n¶ 2 （二） 主动公开");
    check(r"\pard {\pntext\f0 3.}{\*\pn\pnlvlbody\pndec\pnstart3{\pntxta .}}a\par", "¶ 1 3.a");
    check(r"\pard {\listtext\f2\'6c\tab}a\par {\listtext\f1 \'a1\'a4\tab}b\par", "¶ 1 a\n¶ 2 b");
}

#[test]
fn numbers_that_are_not_printed_are_counted() {
    let body =
        item(1, 0, "a") + &item(1, 1, "b") + &item(1, 1, "c") + &item(2, 0, "d") + &item(1, 0, "e") + "\\pard f\\par";
    check_file(&with_lists(&lists(), &body), "¶ 1 一、a\n¶ 2 一.1. b\n¶ 3 一.2. c\n¶ 4 d\n¶ 5 二、e\n¶ 6 f");
}

#[test]
fn printed_numbers_count_too() {
    let body = r"\pard\ls1{\listtext\'d2\'bb\'a1\'a2}a\par\pard\ls1 b\par";
    check_file(&with_lists(&lists(), body), "¶ 1 一、a\n¶ 2 二、b");
}

#[test]
fn an_instance_may_start_afresh() {
    check_file(
        &with_lists(&lists(), &(item(1, 0, "a") + &item(3, 0, "b") + &item(3, 0, "c"))),
        "¶ 1 一、a\n¶ 2 五、b\n¶ 3 六、c",
    );
}

#[test]
fn numbers_in_cells() {
    let body = r"\trowd\cellx1000\cellx2000\pard\intbl\ls1 a\cell\pard\intbl 1\cell\row\pard\intbl\ls1 b\cell\pard\intbl 2\cell\row\pard c\par";
    check_file(&with_lists(&lists(), body), "grid 1\n一、a|1\n二、b|2\n¶ 1 c");
}
