//! What is in the file and not shown: tracked changes and hidden text.
use crate::rendering::check;
use crate::writer::{row, text};

#[test]
fn insertions_are_in_and_deletions_out() {
    let body = format!(r"\pard {}{{\deleted\revauthdel1 11}}{{\revised\revauth1 12}}{}\par", text("收到"), text("件"));
    check(&body, "¶ 1 收到12件\nnote: 文件带有修订痕迹，按全部接受读取：插入或移入 1 处，删除或移出 1 处");
}

#[test]
fn a_deleted_end_joins_paragraphs() {
    check(
        r"\pard a{\deleted\par}b\par c\par",
        "¶ 1 ab\n¶ 2 c\nnote: 文件带有修订痕迹，按全部接受读取：插入或移入 0 处，删除或移出 1 处",
    );
}

/// What an author struck out instead of deleting it does not become part of the number beside it.
#[test]
fn struck_out_text_is_out() {
    check(
        r"\pard{\strike 99}46{\striked1 8}{\striked0 7}\strike 6\plain 5\par",
        "¶ 1 4675\nnote: 略去加了删除线的文字 3 处",
    );
}

#[test]
fn hidden_text_is_out() {
    check(
        r"\pard a{\v b{\i c}}{\v0 d}\v e\plain f{\v  }\par",
        "¶ 1 adf\nnote: 略去不显示的文字 2 处（隐藏文字、隐藏行，或者合并后看不到的格）",
    );
}

#[test]
fn deleted_rows_and_cells() {
    let rows =
        row(&[("", "a"), ("", "1")]) + &row(&[("\\cldel", "b"), ("\\cldel", "2")]) + &row(&[("", "c"), ("", "3")]);
    check(&rows, "grid 1\na|1\nc|3\nnote: 文件带有修订痕迹，按全部接受读取：插入或移入 0 处，删除或移出 1 处");
}
