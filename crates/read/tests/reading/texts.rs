//! Lines, encodings and what is left out.
use encoding_rs::GB18030;

use crate::rendering::check;

#[test]
fn a_paragraph_a_line() {
    check(
        "　　一、总体情况　\n\n\n（一）  主动公开 12 件\n0\n",
        "¶ 一、总体情况
         ¶ （一）  主动公开 12 件
         ¶ 0",
    );
}

#[test]
fn line_ends_of_every_kind() {
    check("一\r\n二\r三\n四\u{b}五\u{c}六", "¶ 一\n¶ 二\n¶ 三\n¶ 四\n¶ 五\n¶ 六");
    check("规章\r\n|\r\n0\r\n|\r\n", "grid, one row\n规章|0");
}

#[test]
fn encodings() {
    check("\u{feff}一、总体情况\n", "¶ 一、总体情况");
    let (bytes, ..) = GB18030.encode("一、总体情况\n\t规章\n\t0\n\n\t强制\n\t1\n");
    check(bytes, "¶ 一、总体情况\ngrid\n规章|0\n强制|1\nnote: 文本编码是 gb18030，已转换");
    let utf16 = |order: fn(u16) -> [u8; 2]| "\u{feff}一、总体\n0".encode_utf16().flat_map(order).collect::<Vec<u8>>();
    check(utf16(u16::to_le_bytes), "¶ 一、总体\n¶ 0\nnote: 文本编码是 UTF-16LE，已转换");
    check(utf16(u16::to_be_bytes), "¶ 一、总体\n¶ 0\nnote: 文本编码是 UTF-16BE，已转换");
}

#[test]
fn a_text_with_few_faults_stays_what_it_is() {
    let cut = &"一、总体情况\n全年收到申请".repeat(2).into_bytes()[..70];
    check(
        cut,
        "¶ 一、总体情况\n¶ 全年收到申请一、总体情况\n¶ 全年收到�\nnote 3: 有 1 处文字不能解码，显示为“�”，此行是第一处",
    );
    let (bytes, ..) = GB18030.encode("全年没有收到政府信息公开申请");
    check(
        &bytes[..bytes.len() - 1],
        "¶ 全年没有收到政府信息公开申�\nnote: 文本编码是 gb18030，已转换\nnote 1: 有 1 处文字不能解码，显示为“�”，此行是第一处",
    );
}

#[test]
fn bookmarks_are_left_out() {
    check(
        "一、总体情况\n[bookmark: _GoBack]（二）收费[bookmark: _Toc1]情况\r\n[]{#_GoBack .anchor}[bookmark: _x]\n[bookmark: 未完\n[附件]",
        "¶ 一、总体情况
         ¶ （二）收费情况
         ¶ [bookmark: 未完
         ¶ [附件]
         note 2: 略去转换程序留下的书签记号 [bookmark: _GoBack]，不是报告的内容
         note 2: 略去转换程序留下的书签记号 [bookmark: _Toc1]，不是报告的内容
         note 3: 略去转换程序留下的书签记号 []{#_GoBack .anchor}，不是报告的内容
         note 3: 略去转换程序留下的书签记号 [bookmark: _x]，不是报告的内容",
    );
    check(
        "\t[bookmark: _GoBack]规章\n\t0\n\n[bookmark: _y]\t强制\n\t1",
        "grid\n规章|0\n强制|1
        note 1: 略去转换程序留下的书签记号 [bookmark: _GoBack]，不是报告的内容
        note 4: 略去转换程序留下的书签记号 [bookmark: _y]，不是报告的内容",
    );
}

#[test]
fn page_numbers_are_left_out() {
    check(
        "一\n    -1-\n— 2 —\n第 3 页\n第4页 共 8 页\n－５－\n二",
        "¶ 一\n¶ 二\nnote 2: 略去单独成行的页码 5 处，此行是第一处",
    );
    check("3\n-3\n--\n- -\n-12345-\n第3页说\n2023", "¶ 3\n¶ -3\n¶ --\n¶ - -\n¶ -12345-\n¶ 第3页说\n¶ 2023");
}
