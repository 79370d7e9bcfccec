//! Files that ask for more than a report needs.
use std::fmt::Write as _;

use gouji_read::{Limits, read};

use crate::rendering::{check, check_file, check_refused};
use crate::writer::{document, row};

#[test]
fn a_million_groups() {
    let open = "{".repeat(1_000_000);
    check_refused(&document(&open), &Limits::default(), "这个 RTF 文件的括号嵌套超过 2000 层");
    let closed = format!("{open}{}a\\par", "}".repeat(1_000_000));
    check_refused(&document(&closed), &Limits::default(), "这个 RTF 文件的括号嵌套超过 2000 层");
    // What is not read may be nested as it likes.
    check(&format!("{{\\*\\other {open}{}}}a\\par", "}".repeat(1_000_000)), "¶ 1 a");
}

#[test]
fn binary_data_beyond_the_end() {
    let cut = "note: 文件不完整，没有读到结尾，末尾可能缺少内容。请重新取得文件，或者用 Word、WPS 打开后另存一份";
    for count in ["2147483647", "99999999999999999999"] {
        check(&format!("a\\par{{\\pict\\bin{count} x}}b\\par"), &format!("¶ 1 a\n{cut}"));
    }
    check("{\\pict\\bin-5 x}b\\par", "¶ 1 b\npicture 1");
}

#[test]
fn tables_within_tables_within_tables() {
    let mut body = String::new();
    for depth in 1..200 {
        write!(body, "\\pard\\intbl\\itap{depth} a\\par").unwrap();
    }
    assert!(read(&document(&body), &Limits::default()).is_ok());
    let boxes = "{\\shp{\\*\\shpinst{\\shptxt a\\par".repeat(600);
    assert!(read(&document(&boxes), &Limits::default()).is_ok());
}

#[test]
fn too_much_of_everything() {
    let limits = Limits { cells: 100, lines: 100, ..Limits::default() };
    check_refused(&document(&row(&[("", "1"), ("", "2")]).repeat(60)), &limits, "这个 RTF 文件的表格超过 100 格");
    check_refused(&document(&"a\\par ".repeat(101)), &limits, "这个 RTF 文件超过 100 段");
    let mut wide = String::new();
    (1..5000).for_each(|edge| write!(wide, "\\cellx{edge}").unwrap());
    assert!(
        read(&document(&format!("\\trowd{wide}\\intbl{}\\row", "1\\cell ".repeat(4999))), &Limits::default()).is_ok()
    );
    let lists = "{\\list{\\listlevel{\\leveltext\\'01\\'00;}}\\listid1}".repeat(30_000);
    check_file(&document(&format!("{{\\*\\listtable{lists}}}a\\par")), "¶ 1 a");
}

#[test]
fn numbers_beyond_all_bounds() {
    for word in ["cellx", "trleft", "u", "uc", "ls", "ilvl", "itap", "f", "deff", "ansicpg", "fcharset", "levelstartat"]
    {
        for number in ["-2147483648", "2147483647", "-99999999999", "-0", ""] {
            let body =
                format!("\\trowd\\cellx9\\{word}{number} \\intbl a\\cell\\ls1 b\\cell\\row\\{word}{number} c\\par");
            let _ = read(&document(&body), &Limits::default());
        }
    }
}
