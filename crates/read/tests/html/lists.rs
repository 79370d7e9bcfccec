//! Numbers that a browser shows before the items of lists.
use crate::rendering::check;

#[test]
fn ordered_lists_are_numbered() {
    check("<ol><li>甲<li>乙</ol><ul><li>丙</ul>", "¶ 1. 甲\n¶ 2. 乙\n¶ 丙");
    check("<ol start=3><li><p>甲</p><p>乙</p><li value=7>丙<li>丁</ol>", "¶ 3. 甲\n¶ 乙\n¶ 7. 丙\n¶ 8. 丁");
    check("<ol reversed><li>甲<li>乙</ol>", "¶ 2. 甲\n¶ 1. 乙");
    check("<ol><li>甲<ol type=a><li>乙</ol><li>丙</ol>", "¶ 1. 甲\n¶ a. 乙\n¶ 2. 丙");
    check("<ol><li><li style='display:none'>甲<li>乙</ol>", "¶ 2. 乙");
}

#[test]
fn in_every_numbering() {
    let chinese =
        |style: &str, start: u32| format!("<ol start={start} style='list-style-type: {style}'><li>甲<li>乙</ol>");
    check(chinese("cjk-ideographic", 1), "¶ 一、甲\n¶ 二、乙");
    check(chinese("simp-chinese-informal", 10), "¶ 十、甲\n¶ 十一、乙");
    check(chinese("trad-chinese-informal", 109), "¶ 一百零九、甲\n¶ 一百一十、乙");
    check(chinese("simp-chinese-formal", 20), "¶ 贰拾、甲\n¶ 贰拾壹、乙");
    check(chinese("cjk-decimal", 10), "¶ 一〇、甲\n¶ 一一、乙");
    check(chinese("cjk-heavenly-stem", 2), "¶ 乙、甲\n¶ 丙、乙");
    check(chinese("upper-roman", 3), "¶ III. 甲\n¶ IV. 乙");
    check(chinese("lower-alpha", 26), "¶ z. 甲\n¶ aa. 乙");
    check(chinese("decimal-leading-zero", 9), "¶ 09. 甲\n¶ 10. 乙");
    check(chinese("none", 1), "¶ 甲\n¶ 乙");
    check("<ol style='list-style: inside upper-alpha'><li>甲</ol><ol type=I><li>乙</ol>", "¶ A. 甲\n¶ I. 乙");
}

#[test]
fn in_cells_too() {
    check("<table><tr><td><ol><li>甲<li>乙</ol><td>丙<tr><td>丁<td>戊</table>", "grid\n0 1. 甲/2. 乙|1 丙\n0 丁|1 戊");
}
