//! Lines of text as a browser shows them.
use gouji_model::Block;

use crate::rendering::{check, document, place};

#[test]
fn blocks_and_line_breaks_are_paragraphs() {
    check("<p>一<p>二<div>三<div>四</div>五</div>六<h2>七</h2>", "¶ 一\n¶ 二\n¶ 三\n¶ 四\n¶ 五\n¶ 六\n¶ 七");
    check("<p>一<br>二<br/><br>三</p>", "¶ 一\n¶ 二\n¶ 三");
    check("<p>规<b>范</b><i>性</i><span>文<!-- 甲 -->件</span></p>", "¶ 规范性文件");
}

#[test]
fn blanks_collapse() {
    check("<p>  申请  \n\t 12 &nbsp; 件 &nbsp;</p>", "¶ 申请 12   件");
    check("<p>\u{3000}\u{3000}一、总体情况</p>", "¶ 一、总体情况");
    // A line end of the source between Chinese characters is no blank, between others it is one.
    check("<p>政府\n   信息<b>\n</b>公开\nreport\nof 2021</p>", "¶ 政府信息公开 report of 2021");
    check("<pre>\n甲  乙\n  丙</pre><p style='white-space: pre'>丁  戊</p>", "¶ 甲  乙\n¶ 丙\n¶ 丁  戊");
}

#[test]
fn references_are_characters() {
    check(
        "<p>&lt;&amp;&gt;&#19968;&#x4e8c;&ldquo;&copy&#150;&#0;&nosuch;&</p>",
        "¶ <&>一二“©–\u{fffd}&nosuch;&\nnote: 网页有 1 处文字不能解码，显示为“�”".lines().next().unwrap(),
    );
}

#[test]
fn what_is_not_shown_is_left_out() {
    check(
        "<html><head><title>题</title><style>p{}</style><script>a<b</script></head><body><p>一</p><script>'</p>二'</script>\
         <noscript>三</noscript><template>四</template><!-- 五 --><textarea>六</textarea><select><option>七</select>\
         <p style='color:red; DISPLAY : none'>八</p><p hidden>九</p><span style='mso-hide:all'>十</span>\
         <div style='visibility:hidden'>甲<span style='visibility:visible'>乙</span></div></body></html>",
        "¶ 一\n¶ 乙",
    );
    check("<p>一<del>二</del>三", "¶ 一三\nnote: 略去加了删除线或者删除标记的文字 1 处");
    check("<p><s>99</s>46<strike>8</strike>", "¶ 46\nnote: 略去加了删除线或者删除标记的文字 2 处");
    check("<span style='display:block'>一</span><div style='display:inline'>二</div>三", "¶ 一\n¶ 二三");
}

#[test]
fn errors_are_repaired_as_browsers_do() {
    // Misnested formatting, text in a table's structure, an unclosed cell, a stray end tag, an unclosed attribute's tag.
    check("<p>一<b>二<p>三</b>四", "¶ 一二\n¶ 三四");
    check(
        "<table>外<tr><td>一<td>二<tr><td>三</tr></td></span><td>四</table>五",
        "¶ 外\ngrid\n0 一|1 二\n0 三\n0 四\n¶ 五",
    );
    check("<p>1 < 2 <3> <a b='", "¶ 1 < 2 <3>");
    check("<p>一</p", "¶ 一");
    check("<div a='1\"' =b c=d/e>一</div>", "¶ 一");
}

#[test]
fn places_count_from_one() {
    let found: Vec<String> = document("<p>一<p>二<table><tr><td>甲<td rowspan=2>乙<tr><td>丙</table><p>三".as_bytes())
        .blocks
        .iter()
        .flat_map(|block| match block {
            Block::Paragraph(paragraph) => vec![place(&paragraph.origin)],
            Block::Grid(grid) => grid.rows.iter().flatten().map(|cell| place(&cell.origin)).collect(),
            Block::Picture(picture) => vec![place(&picture.origin)],
        })
        .collect();
    assert_eq!(found, ["1", "2", "1:1:1", "1:1:2", "1:2:1", "3"]);
}

/// The mark of a note behind a number is no digit of it; in a word it stays what it is.
#[test]
fn raised_digits() {
    check("<p>46<sup>1</sup>件，5m<sup>2</sup>，7<sup><b>[3]</b></sup>", "¶ 46¹件，5m2，7[³]");
}
