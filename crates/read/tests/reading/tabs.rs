//! Grids drawn with tabs.
use crate::rendering::check;

#[test]
fn one_cell_a_line_and_an_empty_line_after_each_row() {
    check(
        "二、主动公开政府信息情况\n\t第二十条第（一）项\n\n\t信息内容\n\t本年制发件数\n\n\t规章\n\t0\n\n\n三、收到申请情况\n",
        "¶ 二、主动公开政府信息情况
         grid
         第二十条第（一）项
         信息内容|本年制发件数
         规章|0
         ¶ 三、收到申请情况",
    );
}

#[test]
fn empty_cells_and_rows_are_kept() {
    check(
        "\t\n\t自然人\n\t总计\n\n\t2\n\t\n\t2 \n\n\t\n\t\n\t\n\n五、\n",
        "grid
         |自然人|总计
         2||2
         ||
         ¶ 五、",
    );
}

#[test]
fn lines_without_a_tab_continue_the_cell_above() {
    check(
        "\t商业\n企业\n\t科研\n机构\n\n\t0\n\t\n0\n",
        "grid
         商业/企业|科研/机构
         0|/0",
    );
}

#[test]
fn a_heading_or_prose_directly_below_a_grid_is_no_part_of_its_last_cell() {
    check(
        "\t行政许可\n\t0\n\n\t行政强制\n\t0\n三、收到和处理政府信息公开申请情况\n\t自然人\n\t总计\n\n\t1\n\t1\n以上数据均经过核对，与往年相符。\n",
        "grid
         行政许可|0
         行政强制|0
         ¶ 三、收到和处理政府信息公开申请情况
         grid
         自然人|总计
         1|1
         ¶ 以上数据均经过核对，与往年相符。",
    );
}

#[test]
fn one_row_a_line_as_copied_from_a_spreadsheet() {
    check(
        "第二十条第（一）项\t\t\n信息内容\t本年制发件数\t现行有效件数\n规章\t\t0\n三、收到申请情况\n",
        "grid
         第二十条第（一）项||
         信息内容|本年制发件数|现行有效件数
         规章||0
         ¶ 三、收到申请情况",
    );
}

#[test]
fn a_tab_before_a_row_is_an_empty_cell_where_other_rows_have_none() {
    check(
        "三、办理结果\t（一）予以公开\t0\n\t（二）部分公开\t1\n",
        "grid
         三、办理结果|（一）予以公开|0
         |（二）部分公开|1",
    );
    check(
        "\t规章\t0\t0\n\t行政规范性文件\t4\t1\n",
        "grid
         规章|0|0
         行政规范性文件|4|1",
    );
}

#[test]
fn several_cells_of_a_row_can_share_a_line() {
    check(
        "\t自然人\n\t商业\n企业\t科研\n机构\n\n\t1\n\t2\n\t3\n",
        "grid
         自然人|商业/企业|科研/机构
         1|2|3",
    );
}

#[test]
fn tabs_that_indent_draw_no_grid() {
    check(
        "\t一、总体情况\n\t（一）主动公开情况。全年公开信息12条。\n\t（二）依申请公开情况。没有收到申请。\n",
        "¶ 一、总体情况
         ¶ （一）主动公开情况。全年公开信息12条。
         ¶ （二）依申请公开情况。没有收到申请。",
    );
    check("联系电话：\t12345\n", "¶ 联系电话：\t12345");
    check("\t规章\n\n\t0\n\n\t1\n", "¶ 规章\n¶ 0\n¶ 1");
    check("一、总体情况\t\n全年公开信息。\t\n", "¶ 一、总体情况\n¶ 全年公开信息。");
}

#[test]
fn page_breaks_and_page_numbers_do_not_end_a_row() {
    check(
        "\t行政许可\n- 3 -\n\u{c}\t12\n\n\t行政强制\n\t0\n",
        "grid
         行政许可|12
         行政强制|0
         note 2: 略去单独成行的页码 1 处，此行是第一处",
    );
}
