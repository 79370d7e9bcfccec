//! Tables: places, spans, repeats, what is nested in them.
use crate::rendering::check;
use crate::writer::{COVERED, body, cell, cell_of, p, styled, table, tbl, tr};

fn span(columns: u32, rows: u32) -> String {
    format!("table:number-columns-spanned=\"{columns}\" table:number-rows-spanned=\"{rows}\"")
}

fn covered(count: usize) -> String {
    COVERED.repeat(count)
}

#[test]
fn plain() {
    check(
        &body(&(p("前") + &table(&[&["规章", "0"], &["", "1"]]) + &p("后") + &table(&[&["强制"]]))),
        "¶ 1 前\ngrid 1\n规章|0\n|1\n¶ 2 后\ngrid 2\n强制",
    );
}

#[test]
fn groups_of_rows() {
    let row = |text: &str| tr(&[cell("", text)]);
    let rows = format!(
        "<table:table-header-rows>{}</table:table-header-rows><text:soft-page-break/><table:table-rows>{}</table:table-rows><table:table-row-group>{}</table:table-row-group>",
        row("头"),
        row("身"),
        row("组")
    );
    check(&body(&tbl(&[rows])), "grid 1\n头\n身\n组");
}

#[test]
fn paragraphs_of_a_cell_are_lines() {
    let lines = cell_of("", &(p("商业") + &p("") + &p("企业<text:line-break/>单位")));
    check(&body(&tbl(&[tr(&[lines, cell("", "")])])), "grid 1\n商业/企业/单位|");
}

#[test]
fn spans() {
    let rows = [
        tr(&[cell(&span(2, 2), "单位"), covered(1), cell(&span(3, 1), "申请人"), covered(2)]),
        tr(&[covered(2), cell("", "甲"), cell(&span(2, 1), "乙"), covered(1)]),
        tr(&[cell("", "一"), cell(&span(1, 2), "二"), cell(&span(3, 1), "三"), covered(2)]),
        tr(&[cell("", "四"), covered(1), cell(&span(3, 1), "五"), covered(2)]),
    ];
    let expected = "grid 1\n单位→2↓2|申请人→3\n@3 甲|乙→2\n一|二↓2|三→3\n四|@3 五→3";
    check(&body(&tbl(&rows)), expected);
    // Programs that leave out the covered cells mean the same.
    check(&body(&tbl(&rows).replace(COVERED, "")), expected);
    let repeated = tbl(&rows).replace(&covered(2), "<table:covered-table-cell table:number-columns-repeated=\"2\"/>");
    check(&body(&repeated), expected);
}

#[test]
fn spans_end_with_the_table_and_at_other_cells() {
    let rows = [tr(&[cell("", "左"), cell(&span(1, 9), "长")]), tr(&[cell(&span(5, 1), "短")])];
    check(&body(&tbl(&rows)), "grid 1\n左|长↓2\n短");
    let rows = [tr(&[cell(&span(1_000_000_000, 1_000_000_000), "大"), cell("", "后")])];
    check(&body(&tbl(&rows)), "grid 1\n大→1000|@1000 后");
    let odd = |value: &str, text| cell(&format!("table:number-columns-spanned=\"{value}\""), text);
    check(&body(&tbl(&[tr(&[odd("0", "零"), odd("-3", "负"), odd("x", "字")])])), "grid 1\n零|负|字");
}

#[test]
fn text_under_other_cells_is_not_shown() {
    let hidden = format!("<table:covered-table-cell>{}</table:covered-table-cell>", p("12"));
    check(
        &body(&tbl(&[tr(&[cell(&span(2, 1), "甲"), hidden, cell("", "1")])])),
        "grid 1\n甲→2|1\nnote: 略去不显示的文字 1 处（隐藏文字、隐藏行，或者合并后看不到的格）",
    );
}

#[test]
fn repeated_cells_and_rows() {
    let row = tr(&[cell("", "行"), cell("table:number-columns-repeated=\"3\"", "0")]);
    let twice = row.replace("<table:table-row>", "<table:table-row table:number-rows-repeated=\"2\">");
    check(&body(&tbl(&[twice, tr(&[cell("", "末")])])), "grid 1\n行|0|0|0\n行|0|0|0\n末");
}

#[test]
fn nested_tables() {
    let inner = table(&[&["内一", "内二"]]);
    let row = |content: &str| tbl(&[tr(&[cell_of("", content), cell("", "右")])]);
    check(
        &body(&row(&(p("左") + &inner))),
        "grid 1\n左|右\ngrid 2\n内一|内二\nnote 1.1.1: 此格里套着另一个表格，已作为单独的表格读取",
    );
    check(&body(&row(&(p("左") + &table(&[&["12"]])))), "grid 1\n左/12|右");
    let frame = tbl(&[tr(&[cell_of("", &(p("一、总体情况") + &inner))])]);
    check(&body(&frame), "¶ 1 一、总体情况\ngrid 1\n内一|内二");
}

#[test]
fn lists_in_cells() {
    let list = "<text:list text:style-name=\"L\"><text:list-item><text:p>规章</text:p></text:list-item></text:list>";
    let style = "<text:list-style style:name=\"L\"><text:list-level-style-number text:level=\"1\" style:num-format=\"一, 二, 三, ...\" style:num-suffix=\"、\"/></text:list-style>";
    check(&styled(style, &tbl(&[tr(&[cell_of("", list), cell("", "0")])])), "grid 1\n一、 规章|0");
}
