//! Tables: columns from edges, merged cells, nested tables.
use crate::rendering::check;
use crate::writer::{p, row, row_at, table};

#[test]
fn rows_and_cells() {
    check(
        &(p("前") + &table(&[&["规章", "0"], &["", "1"]]) + &p("后") + &table(&[&["x"]])),
        "¶ 1 前\ngrid 1\n规章|0\n|1\n¶ 2 后\ngrid 2\nx",
    );
}

#[test]
fn columns_come_from_the_edges_of_all_rows() {
    let rows = row_at(&[3000], &[("", "题")])
        + &row_at(&[1000, 3000], &[("", "a"), ("", "b")])
        + &row_at(&[1000, 2000, 3000], &[("", "1"), ("", "2"), ("", "3")]);
    check(&rows, "grid 1\n题→3\na|b→2\n1|2|3");
}

#[test]
fn slivers_are_no_columns() {
    let rows = row_at(&[1000, 2000], &[("", "a"), ("", "b")]) + &row_at(&[1055, 2012], &[("", "1"), ("", "2")]);
    check(&rows, "grid 1\na|b\n1|2");
    // A cell that has nothing in it and no width is an edge.
    check(&row_at(&[1000, 1015, 2000], &[("", "1"), ("", ""), ("", "2")]), "grid 1\n1|2");
    // With something in it, nobody knows its column.
    check(&row_at(&[1000, 1015, 2000], &[("", "1"), ("", "3"), ("", "2")]), "grid 1 without columns\n1|3|2");
}

#[test]
fn a_row_may_begin_to_the_right() {
    let rows = row_at(&[1000, 2000], &[("", "a"), ("", "b")])
        + &row_at(&[2000], &[("", "c")]).replace("\\trleft0", "\\trleft1000");
    check(&rows, "grid 1\na|b\n@2 c");
}

#[test]
fn merged_cells() {
    let rows = row(&[("\\clvmgf", "甲"), ("\\clmgf", "乙"), ("\\clmrg", ""), ("", "1")])
        + &row(&[("\\clvmrg", ""), ("", "丙"), ("", "丁"), ("", "2")])
        + &row(&[("\\clvmrg", ""), ("\\clvmgf", "戊"), ("", "3"), ("", "4")])
        + &row(&[("", "己"), ("\\clvmrg", "x"), ("", "5"), ("", "6")]);
    check(
        &rows,
        "grid 1\n甲↓3|乙→2|1\n@2 丙|丁|2\n@2 戊↓2|3|4\n己|@3 5|6\nnote: 略去不显示的文字 1 处（隐藏文字、隐藏行，或者合并后看不到的格）",
    );
}

#[test]
fn a_row_with_other_cells_than_it_defines_has_no_columns() {
    let short = row(&[("", "a"), ("", "1"), ("", "2")]).replacen("1\\cell", "", 1);
    check(&(table(&[&["x", "y", "z"]]) + &short), "grid 1 without columns\nx|y|z\na|2");
    let long = row(&[("", "a"), ("", "1")]).replacen("1\\cell", "1\\cell 1\\cell", 1);
    check(&long, "grid 1 without columns\na|1|1");
    check(r"\pard\intbl a\cell b\cell\row\pard c\par", "grid 1 without columns\na|b\n¶ 1 c");
}

#[test]
fn a_row_that_ends_before_the_others_may_have_lost_a_cell() {
    check(&table(&[&["x", "y", "z"], &["a", "2"]]), "grid 1 without columns\nx|y|z\na|2");
}

#[test]
fn several_paragraphs_in_a_cell() {
    check(
        r"\trowd\cellx1000\cellx2000\pard\intbl a\par b\cell 20\line 6\cell\row\pard c\par",
        "grid 1\na/b|20/6\n¶ 1 c",
    );
    // Some programs do not say of every paragraph that it is in the table.
    check(r"\trowd\cellx1000\cellx2000\pard\intbl a\cell\pard b\par c\cell\row\pard d\par", "grid 1\na|b/c\n¶ 1 d");
}

#[test]
fn the_definition_may_stand_at_the_end_of_the_row() {
    check(r"\pard\intbl a\cell b\cell\trowd\cellx1000\cellx2000\row\pard c\par", "grid 1\na|b\n¶ 1 c");
}

#[test]
fn a_row_without_an_end_is_kept() {
    check(r"\trowd\cellx1000\cellx2000\pard\intbl a\cell b\cell\pard c", "grid 1 without columns\na|b|c");
    check(r"\trowd\cellx1000\cellx2000\pard\intbl a\cell b\cell\row\intbl d\cell", "grid 1 without columns\na|b\nd");
}

#[test]
fn tables_in_cells() {
    let nested = r"\pard\intbl\itap2 x\nestcell y\nestcell{\*\nesttableprops\trowd\cellx400\cellx800\nestrow}{\nonesttables\par}";
    let body = format!(r"\trowd\cellx1000\cellx2000\pard\intbl a\par{nested}\pard\intbl b\cell c\cell\row\pard d\par");
    check(&body, "grid 1\na/b|c\ngrid 2\nx|y\n¶ 1 d\nnote 1.1.1: 此格里套着另一个表格，已作为单独的表格读取");
}
