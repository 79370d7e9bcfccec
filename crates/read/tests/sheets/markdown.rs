//! Markdown with tables of GFM.
use gouji_model::Block;
use gouji_read::{Input, Limits, read};

use crate::rendering::check;

#[test]
fn headings_lists_and_escapes() {
    check(
        "# 标题\n\n一、总体\n全年**公开**3条\\*。<br>又一行\n\n3. 其一\n4. 其二\n- 点\n\n![图一](a.png)\n\n|甲|乙\\|丙|\n|--|--:|\n|1|`x`<br>y|\n"
            .as_bytes(),
        "¶ 1 标题\n¶ 3 一、总体\n¶ 4 全年公开3条*。\n¶ 4 又一行\n¶ 6 3. 其一\n¶ 7 4. 其二\n¶ 8 点\npicture 10 图一\ngrid 12\n甲|乙|丙\n1|x/y",
    );
}

#[test]
fn repeated_labels_are_one_cell() {
    check(
        "|信息|人|人|计|\n|-|-|-|-|\n|信息|甲|乙|计|\n|结果|一|1|1|\n|结果|二|2|2|\n|结果|二|2|2|\n|合|合|3|3|\n"
            .as_bytes(),
        "grid 1\n信息↓2|人→2|计↓2\n甲|乙\n结果↓2|一|1|1\n二|2|2\n结果|二|2|2\n合→2|3|3",
    );
    check(
        "|信息内容|决定|决定|\n|-|-|-|\n|许可|64|64|\n|处罚|64|65|\n|强制|||\n".as_bytes(),
        "grid 1\n信息内容|决定→2\n许可|64→2\n处罚|64|65\n强制|→2",
    );
}

/// Nothing that is written is lost, nothing that is not written is blank.
#[test]
fn rows_of_any_length() {
    check("|甲|乙|\n|-|-|\n|一|1|2|\n|二|\n三\n".as_bytes(), "grid 1 unplaced\n甲|乙\n一|1|2\n二\n¶ 5 三");
}

#[test]
fn web_tables_in_markdown() {
    check(
        "|甲|乙|\n|-|-|\n|一|1|\n\n<table><tr><td colspan=2>丙</td></tr><tr><td>1</td><td>2</td></tr></table>\n"
            .as_bytes(),
        "grid 1\n甲|乙\n一|1\ngrid 1.1\n丙→2\n1|2",
    );
}

/// Without a ruler under a row as long as it, pipes are those of a plain text.
#[test]
fn what_is_no_table() {
    for text in ["|甲|乙|\n|1|2|\n", "|甲|乙|丙|\n|-|-|\n|1|2|\n", "甲\n---\n乙|丙\n"] {
        let Ok(Input::Document(document)) = read(text.as_bytes(), &Limits::default()) else { panic!("{text}") };
        let placed = document.blocks.iter().any(|block| matches!(block, Block::Grid(grid) if grid.placed));
        assert!(!placed, "{text}");
    }
}
