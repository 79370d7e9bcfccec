//! CSV, and what is none.
use gouji_model::Block;
use gouji_read::{Input, Limits, read};

use crate::rendering::check;

#[test]
fn fields_rows_and_empty_lines() {
    check(
        "\u{feff}标题,,\r\n信息内容,\"本年\n件数\",备注\r\n规章,\"1,234\",\r\n\r\n甲,1,2\r\n".as_bytes(),
        "¶ 1.1 标题\ngrid 2.1\n信息内容|本年/件数|备注\n规章|1,234|\ngrid 6.1\n甲|1|2",
    );
    check("甲;1;2\n乙;3;4,5\n".as_bytes(), "grid 1.1\n甲|1|2\n乙|3|4,5");
}

#[test]
fn csv_in_gb18030() {
    let (bytes, ..) = encoding_rs::GB18030.encode("信息内容,件数,备注\n规章,1,无\n");
    check(&bytes, "grid 1.1\n信息内容|件数|备注\n规章|1|无\nnote: 文本编码是 gb18030，已转换");
}

/// Prose with commas, and tables that pipes or tabs draw, stay with the reader of plain text.
#[test]
fn what_is_no_csv() {
    for text in [
        "全年公开1,234条,其中规章2件,文件3件。\n没有其他情况。\n特此报告。\n以上。\n完。\n",
        "一,|二,|三,\n1|2|3\n",
        "a,b,c\td\te\tf\n1\t2\t3\n",
    ] {
        let Ok(Input::Document(document)) = read(text.as_bytes(), &Limits::default()) else { panic!("{text}") };
        let placed = document.blocks.iter().any(|block| matches!(block, Block::Grid(grid) if grid.placed));
        assert!(!placed, "{text}");
    }
}
