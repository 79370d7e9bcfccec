//! Tables: places, spans, what is nested in them.
use crate::rendering::check;
use crate::writer::{body, cell, p, table, tbl, tr};

const HEAD: &str = "<w:vMerge w:val=\"restart\"/>";
const CONTINUED: &str = "<w:vMerge/>";

fn span(columns: u32) -> String {
    format!("<w:gridSpan w:val=\"{columns}\"/>")
}

#[test]
fn plain() {
    check(
        &body(&(p("前") + &table(&[&["规章", "0"], &["", "1"]]) + &p("后") + &table(&[&["强制"]]))),
        "¶ 1 前\ngrid 1\n规章|0\n|1\n¶ 2 后\ngrid 2\n强制",
    );
}

#[test]
fn paragraphs_and_breaks_of_a_cell_are_lines() {
    let lines = p("商业") + &p("") + "<w:p><w:r><w:t>企业</w:t><w:br/><w:t>单位</w:t></w:r></w:p>";
    check(&body(&tbl(&tr(&(cell("", &lines) + &cell("", &p("")))))), "grid 1\n商业/企业/单位|");
}

#[test]
fn spans() {
    let rows = [
        tr(&(cell(&format!("{}{HEAD}", span(2)), &p("单位")) + &cell(&span(3), &p("申请人")))),
        tr(&(cell(&format!("{}{CONTINUED}", span(2)), &p("")) + &cell("", &p("甲")) + &cell(&span(2), &p("乙")))),
        tr(&(cell("", &p("一")) + &cell(HEAD, &p("二")) + &cell(&span(3), &p("三")))),
        tr(&(cell("", &p("四")) + &cell(CONTINUED, &p("")) + &cell(&span(3), &p("五")))),
        tr(&(cell("", &p("六")) + &cell(CONTINUED, &p("")) + &cell(&span(3), &p("七")))),
    ];
    check(&body(&tbl(&rows.concat())), "grid 1\n单位→2↓2|申请人→3\n@3 甲|乙→2\n一|二↓3|三→3\n四|@3 五→3\n六|@3 七→3");
}

#[test]
fn a_merged_cell_ends_where_another_begins() {
    let rows = [HEAD, CONTINUED, HEAD, CONTINUED, "", CONTINUED];
    let rows = rows.iter().zip(1..).map(|(merge, number)| tr(&cell(merge, &p(&number.to_string()))));
    check(
        &body(&tbl(&rows.collect::<String>())),
        "grid 1
         1↓2

         3↓2

         5
         6
         note: 略去不显示的文字 2 处（隐藏文字、隐藏行，或者合并后看不到的格）",
    );
}

#[test]
fn a_continuation_of_another_width_is_a_cell() {
    let rows =
        tr(&cell(&format!("{}{HEAD}", span(2)), &p("上"))) + &tr(&(cell(CONTINUED, &p("下")) + &cell("", &p("右"))));
    check(&body(&tbl(&rows)), "grid 1\n上→2\n下|右");
}

#[test]
fn cells_merged_in_the_old_way() {
    let old = |kind: &str| format!("<w:hMerge w:val=\"{kind}\"/>");
    let cells = cell(&old("restart"), &p("左")) + &cell(&old("continue"), &p("")) + &cell("", &p("右"));
    check(&body(&tbl(&tr(&cells))), "grid 1\n左→2|右");
}

#[test]
fn columns_left_free_before_a_row() {
    let before = "<w:trPr><w:gridBefore w:val=\"2\"/><w:gridAfter w:val=\"1\"/></w:trPr>";
    let rows = table(&[&["一", "二", "三", "四"]]).replace("</w:tbl>", "")
        + &tr(&format!("{before}{}", cell("", &p("五"))))
        + "</w:tbl>";
    check(&body(&rows), "grid 1\n一|二|三|四\n@3 五");
}

#[test]
fn columns_beyond_all_measure() {
    let rows = tr(&(cell(&span(1_000_000_000), &p("一")) + &cell(&span(7), &p("二")) + &cell("", &p("三"))))
        + &tr(&(cell("<w:gridSpan w:val=\"99999999999999999999\"/>", &p("四"))
            + &cell("<w:gridSpan w:val=\"-1\"/>", &p("五"))))
        + &tr(&(cell("<w:gridSpan w:val=\"0\"/>", &p("六")) + &cell("<w:gridSpan/>", &p("七"))));
    check(&body(&tbl(&rows)), "grid 1\n一→1000|@1000 二|@1000 三\n四→1000|@1000 五\n六|七");
}

#[test]
fn controls_around_rows_cells_and_content() {
    let control = |content: String| format!("<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>");
    let rows = control(tr(&(control(cell("", &control(p("一")))) + &cell("", &p("二"))))) + &tr(&cell("", &p("三")));
    check(&body(&tbl(&rows)), "grid 1\n一|二\n三");
}

#[test]
fn a_table_inside_a_cell() {
    let inner = table(&[&["内一", "内二"]]);
    let row = |content: String| tbl(&tr(&(cell("", &content) + &cell("", &p("右")))));
    check(
        &body(&row(p("左") + &inner + &p(""))),
        "grid 1\n左|右\ngrid 2\n内一|内二\nnote 1.1.1: 此格里套着另一个表格，已作为单独的表格读取",
    );
    // One of a single cell is the text of the cell it stands in.
    check(&body(&row(p("左") + &table(&[&["12"]]))), "grid 1\n左/12|右");
}

#[test]
fn a_table_that_only_frames() {
    let rows =
        tr(&cell("", &(p("一、总体情况") + &table(&[&["规章", "0"]]) + &p("二、")))) + &tr(&cell("", &p("三、")));
    check(
        &body(&(tbl(&rows) + &table(&[&["表"]]))),
        "¶ 1 一、总体情况\ngrid 1\n规章|0\n¶ 2 二、\n¶ 3 三、\ngrid 2\n表",
    );
    // Without a table in it, it is a table.
    check(&body(&tbl(&tr(&cell("", &(p("一") + &p("二")))))), "grid 1\n一/二");
}
