//! Tables: places, spans, nesting.
use crate::rendering::check;

#[test]
fn spans_are_laid_out() {
    check(
        "<table><tr><td colspan=2 rowspan=2>一<td>二<tr><td>三<tr><td>四<td>五<td>六</table>",
        "grid\n0 一↔2↕2|2 二\n2 三\n0 四|1 五|2 六",
    );
    check("<table><tr><td rowspan=2>一<td>二<td rowspan=2>三<tr><td>四</table>", "grid\n0 一↕2|1 二|2 三↕2\n1 四");
    check("<table><tr><td rowspan=0>一<td>二<tr><td>三<tr><td>四</table>", "grid\n0 一↕3|1 二\n1 三\n1 四");
    check(
        "<table><tr><td colspan=0>一<td colspan=x>二<td colspan=-3>三<td colspan=' +2.5'>四</table>",
        "grid\n0 一|1 二|2 三|3 四↔2",
    );
}

#[test]
fn cells_do_not_reach_beyond_their_group() {
    check("<table><tbody><tr><td rowspan=9>一<td>二<tbody><tr><td>三<td>四</table>", "grid\n0 一|1 二\n0 三|1 四");
    check("<table><tr><td colspan=1000000000>一<tr><td>二<td>三</table>", "grid\n0 一↔1000\n0 二|1 三");
    check("<table><tr><td rowspan=99999999999>一<td>二<tr><td>三</table>", "grid\n0 一↕2|1 二\n1 三");
}

#[test]
fn head_and_foot_stand_at_the_ends() {
    check(
        "<table><caption>表一</caption><tfoot><tr><td>总计<td>3<tbody><tr><td>甲<td>1<thead><tr><th>项目<th>数</thead></table>",
        "¶ 表一\ngrid\n0 项目|1 数\n0 甲|1 1\n0 总计|1 3",
    );
}

#[test]
fn lines_of_cells_stay_apart() {
    check(
        "<table><tr><td>商业<br>企业<td><p>科研</p><p>机构</p><td><div>其他</div><td>&nbsp;<tr><td><b>2</b><i>06</i><td>\n 0 \n<td></table>",
        "grid\n0 商业/企业|1 科研/机构|2 其他|3\n0 206|1 0|2",
    );
}

#[test]
fn hidden_rows_and_cells_take_no_place() {
    check(
        "<table><tr style='display:none'><td>一<td>二<tr><td hidden>三<td>四<td style='visibility:hidden'>五<td>六</table>",
        "grid\n0 四|1|2 六",
    );
}

#[test]
fn tables_for_the_layout_are_none() {
    check("<table><tr><td><p>一<p>二</table>", "¶ 一\n¶ 二");
    check("<table><tr><td>一<tr><td>二</table>", "¶ 一\n¶ 二");
    check(
        "<table><tr><td>左<td><p>一、总体情况<table><tr><td>甲<td>1<tr><td>乙<td>2</table><p>尾</table>",
        "¶ 左\n¶ 一、总体情况\ngrid\n0 甲|1 1\n0 乙|1 2\n¶ 尾",
    );
    // A frame around one cell's text is nothing but the text.
    check("<table><tr><td><table><tr><td>甲</table><td>1<tr><td>乙<td>2</table>", "grid\n0 甲|1 1\n0 乙|1 2");
    // A table with nothing in it is none.
    check("<p>一<table><tr><td><td><tr><td><td></table>", "¶ 一");
}

#[test]
fn a_table_in_a_cell_of_data_stands_below() {
    check(
        "<table><tr><td>一<td>二<td>三<td>四<tr><td>五<td>六<td>七<td>八<table><tr><td>甲<td>乙</table>九</table><p>尾",
        "grid\n0 一|1 二|2 三|3 四\n0 五|1 六|2 七|3 八/九\ngrid\n0 甲|1 乙\n¶ 尾",
    );
}
