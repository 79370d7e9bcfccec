//! Grids drawn with `|`, by the layouts met in print.
use crate::rendering::check;

#[test]
fn one_row_a_line_padded() {
    check(
        "二、主动公开\n第二十条第(一)项  | |||\n信息内容  | 本年制发件数  | 本年废止件数  | 现行有效件数  | \n规章  | 0 |  | 0 | \n三、收到申请\n申请人情况 | |\n自然人 | 总计 |\n",
        "¶ 二、主动公开
         grid
         第二十条第(一)项|||
         信息内容|本年制发件数|本年废止件数|现行有效件数
         规章|0||0
         ¶ 三、收到申请
         grid
         申请人情况|
         自然人|总计",
    );
}

#[test]
fn one_row_a_line_with_leading_pipes_and_a_markdown_ruler() {
    check(
        "| 第二十条第（一）项 ||\n|---|:---:|\n| 规章 | 0 |\n| - | - |\n",
        "grid
         第二十条第（一）项|
         规章|0
         -|-",
    );
}

#[test]
fn one_row_a_line_without_a_last_pipe() {
    check(
        "指 标 名 称 | 计量单位 | 代码\n主动公开信息数 | 条 | 01\n",
        "grid
         指 标 名 称|计量单位|代码
         主动公开信息数|条|01",
    );
}

#[test]
fn a_pipe_before_a_row_is_an_empty_cell_where_other_rows_have_none() {
    check(
        "三、办理结果 | （一）予以公开 | 0 |\n | （二）部分公开 | 1 |\n四、结转 | | 1 |\n",
        "grid
         三、办理结果|（一）予以公开|0
         |（二）部分公开|1
         四、结转||1",
    );
}

#[test]
fn a_blank_form_has_rows_too() {
    check(
        "信息内容 | 件数 |\n规章 | |\n行政规范性文件 | |\n行政许可 | |\n行政处罚 | |\n行政强制 | |\n收费 | |\n",
        "grid
         信息内容|件数
         规章|
         行政规范性文件|
         行政许可|
         行政处罚|
         行政强制|
         收费|",
    );
}

#[test]
fn a_row_broken_within_a_cell_goes_on_below() {
    check(
        "自然人 | 法人 | 总计 |\n一、新收 | 1 | 2\n3 | 4 |\n二、上年 | 1 | 2 |\n三、办理 | 1 | 2 |\n",
        "grid
         自然人|法人|总计
         一、新收|1|2/3|4
         二、上年|1|2
         三、办理|1|2",
    );
}

#[test]
fn one_cell_a_line_with_pads() {
    check(
        "二、主动公开\n第二十条第(一)项 |\n|||\n规章 |\n0 |\n|\n/ |\n三、收到和处理政府信息公开申请情况\n申请人情况 |\n||\n",
        "¶ 二、主动公开
         grid, one row
         第二十条第(一)项||||规章|0||/
         ¶ 三、收到和处理政府信息公开申请情况
         grid, one row
         申请人情况||",
    );
}

#[test]
fn one_cell_a_line_of_several_lines_and_cut_off() {
    check(
        "自然人 |\n商业\n企业 |\n科研\n机构 |\n行政强制 |\n0",
        "grid, one row
         自然人|商业/企业|科研/机构|行政强制|0",
    );
}

#[test]
fn a_lone_pipe_between_cells() {
    check(
        "二、主动公开政府信息情况\n规章\n|\n0\n|\n\n|\n行政强制\n|\n0\n三、收到申请\n该部分如下:\n(本列数据)\n|\n商业\n企业\n|\n12\n|\n3\n五、问题\n",
        "¶ 二、主动公开政府信息情况
         grid, one row
         规章|0||行政强制|0/三、收到申请/该部分如下:/(本列数据)|商业/企业|12|3
         ¶ 五、问题",
    );
}

#[test]
fn a_lone_pipe_after_each_cell() {
    check(
        "规章\n|\n0\n|\n五、存在的主要问题\n一年来的不足主要有三处。\n",
        "grid, one row
         规章|0
         ¶ 五、存在的主要问题
         ¶ 一年来的不足主要有三处。",
    );
}

#[test]
fn prose_between_two_tables_of_lone_pipes() {
    let prose = "全年因政府信息公开被申请行政复议两件，均已审结。".repeat(4);
    check(
        format!("规章\n|\n0\n|\n四、复议诉讼情况\n{prose}\n行政复议\n|\n行政诉讼\n|\n1\n"),
        &format!(
            "grid, one row
             规章|0
             ¶ 四、复议诉讼情况
             ¶ {prose}
             grid, one row
             行政复议|行政诉讼|1"
        ),
    );
}

#[test]
fn a_pipe_before_each_cell() {
    check("| 规章\n| 0\n| \n| 3\n", "grid, one row\n规章|0||3");
}

#[test]
fn rows_opened_by_a_pipe_with_text() {
    check(
        "二、主动公开\n| 第二十条第(一)项\n|\n|||\n| 信息内容\n|\n本年新 |\n商业\n企业\n|\n现行有效件数\n|\n| 规章\n|\n0\n|\n|\n2\n|\n三、收到申请情况\n| 申请人\n|\n总计\n|\n",
        "¶ 二、主动公开
         grid
         第二十条第(一)项|||
         信息内容|本年新|商业/企业|现行有效件数
         规章|0||2
         ¶ 三、收到申请情况
         grid
         申请人|总计",
    );
}

#[test]
fn rows_opened_by_a_lone_pipe() {
    check(
        "二、主动公开\n| \n 第二十条第(一)项  | |||\n| \n 规章  | \n 0  | \n  | \n 2  | \n三、收到申请\n| \n 自然人  | \n 总计  | \n",
        "¶ 二、主动公开
         grid
         第二十条第(一)项|||
         规章|0||2
         ¶ 三、收到申请
         grid
         自然人|总计",
    );
    check(
        "|\n规章 |\n0 |\n|\n2 |\n|\n行政规范性文件 |\n1 |\n",
        "grid
         规章|0||2
         行政规范性文件|1",
    );
}

#[test]
fn pipes_between_words_of_a_line_draw_no_grid() {
    check("来源：县民政局 | 时间：1月10日\n一、总体情况\n", "¶ 来源：县民政局 | 时间：1月10日\n¶ 一、总体情况");
    check(
        "来源：县民政局 | 时间：1月10日\n二、主动公开\n规章 |\n0 |\n",
        "¶ 来源：县民政局 | 时间：1月10日
         ¶ 二、主动公开
         grid, one row
         规章|0",
    );
}
