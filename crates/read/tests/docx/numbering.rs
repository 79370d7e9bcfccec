//! Automatic numbers, as Word shows them.
use std::fmt::Write as _;

use crate::rendering::check;
use crate::writer::{body, cell, item, p, table, tbl, tr};

/// A level: its number from 0, its format, its text, and more properties.
fn level(level: u32, format: &str, text: &str, more: &str) -> String {
    format!(
        "<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>{more}<w:lvlText w:val=\"{text}\"/></w:lvl>"
    )
}

/// The list `id`, with an instance of the same number.
fn list(id: u32, levels: &str) -> String {
    format!("<w:abstractNum w:abstractNumId=\"{id}\">{levels}</w:abstractNum>{}", instance(id, id, ""))
}

fn instance(id: u32, list: u32, more: &str) -> String {
    format!("<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{list}\"/>{more}</w:num>")
}

const TIGHT: &str = "<w:suff w:val=\"nothing\"/>";

fn items(instance: u32, level: u32, texts: &[&str]) -> String {
    texts.iter().map(|text| item(instance, level, text)).collect()
}

#[test]
fn headings_and_the_gap_behind_the_number() {
    let lists = list(1, &level(0, "chineseCounting", "%1、", TIGHT))
        + &list(2, &level(0, "decimal", "%1.", "<w:suff w:val=\"space\"/>"))
        + &list(3, &level(0, "decimal", "(%1)", ""));
    let content =
        items(1, 0, &["总体情况", "公开情况"]) + &p("文") + &item(1, 0, "其他") + &item(2, 0, "甲") + &item(3, 0, "乙");
    check(
        &body(&content).numbering(&lists),
        "¶ 1 一、总体情况\n¶ 2 二、公开情况\n¶ 3 文\n¶ 4 三、其他\n¶ 5 1. 甲\n¶ 6 (1) 乙",
    );
}

/// Numbers 1 to 12, and some beyond, in every format.
#[test]
fn formats() {
    let numbers = [1, 2, 9, 10, 11, 12, 20, 21, 27, 105, 110, 1999];
    let cases = [
        ("decimal", "1 2 9 10 11 12 20 21 27 105 110 1999"),
        ("decimalZero", "01 02 09 10 11 12 20 21 27 105 110 1999"),
        ("decimalFullWidth", "１ ２ ９ １０ １１ １２ ２０ ２１ ２７ １０５ １１０ １９９９"),
        ("decimalEnclosedCircle", "① ② ⑨ ⑩ ⑪ ⑫ ⑳ 21 27 105 110 1999"),
        ("decimalEnclosedCircleChinese", "① ② ⑨ ⑩ 11 12 20 21 27 105 110 1999"),
        ("decimalEnclosedParen", "⑴ ⑵ ⑼ ⑽ ⑾ ⑿ ⒇ 21 27 105 110 1999"),
        ("decimalEnclosedFullstop", "⒈ ⒉ ⒐ ⒑ ⒒ ⒓ ⒛ 21 27 105 110 1999"),
        ("ideographEnclosedCircle", "㊀ ㊁ ㊈ ㊉ 11 12 20 21 27 105 110 1999"),
        ("chineseCounting", "一 二 九 十 十一 十二 二十 二十一 二十七 一○五 一一○ 一九九九"),
        ("chineseCountingThousand", "一 二 九 十 十一 十二 二十 二十一 二十七 一百零五 一百一十 一千九百九十九"),
        ("japaneseCounting", "一 二 九 十 十一 十二 二十 二十一 二十七 百五 百十 千九百九十九"),
        ("taiwaneseCountingThousand", "一 二 九 十 十一 十二 二十 二十一 二十七 一百零五 一百一十 一千九百九十九"),
        ("chineseLegalSimplified", "壹 贰 玖 壹拾 壹拾壹 壹拾贰 贰拾 贰拾壹 贰拾柒 壹佰零伍 壹佰壹拾 壹仟玖佰玖拾玖"),
        ("ideographDigital", "一 二 九 一〇 一一 一二 二〇 二一 二七 一〇五 一一〇 一九九九"),
        ("ideographTraditional", "甲 乙 壬 癸 11 12 20 21 27 105 110 1999"),
        ("ideographZodiac", "子 丑 申 酉 戌 亥 20 21 27 105 110 1999"),
        ("upperLetter", "A B I J K L T U AA AAAAA FFFFF 1999"),
        ("lowerLetter", "a b i j k l t u aa aaaaa fffff 1999"),
        ("upperRoman", "I II IX X XI XII XX XXI XXVII CV CX MCMXCIX"),
        ("lowerRoman", "i ii ix x xi xii xx xxi xxvii cv cx mcmxcix"),
        ("ordinal", "1st 2nd 9th 10th 11th 12th 20th 21st 27th 105th 110th 1999th"),
        ("cardinalText", "One Two Nine Ten Eleven Twelve Twenty Twenty-one Twenty-seven 105 110 1999"),
        (
            "ordinalText",
            "First Second Ninth Tenth Eleventh Twelfth Twentieth Twenty-first Twenty-seventh 105th 110th 1999th",
        ),
        (
            "ideographLegalTraditional",
            "壹 貳 玖 壹拾 壹拾壹 壹拾貳 貳拾 貳拾壹 貳拾柒 壹佰零伍 壹佰壹拾 壹仟玖佰玖拾玖",
        ),
        ("ideographZodiacTraditional", "甲子 乙丑 壬申 癸酉 甲戌 乙亥 癸未 甲申 庚寅 105 110 1999"),
        ("hex", "1 2 9 A B C 14 15 1B 69 6E 7CF"),
        ("numberInDash", "- 1 - - 2 - - 9 - - 10 - - 11 - - 12 - - 20 - - 21 - - 27 - - 105 - - 110 - - 1999 -"),
        ("hebrew1", "1 2 9 10 11 12 20 21 27 105 110 1999"),
        ("none", ""),
        ("bullet", ""),
    ];
    for (format, expected) in cases {
        let mut lists = format!("<w:abstractNum w:abstractNumId=\"0\">{}</w:abstractNum>", level(0, format, "%1", ""));
        let mut content = String::new();
        for number in numbers {
            let start = format!("<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"{number}\"/></w:lvlOverride>");
            lists.push_str(&instance(number, 0, &start));
            content.push_str(&item(number, 0, ""));
        }
        let shown =
            if expected.is_empty() { "文".to_owned() } else { format!("{} 文", expected.replace("- - ", "-\n- ")) };
        let shown = if format == "numberInDash" { shown } else { shown.replace(' ', "\n") };
        let mut lines = String::new();
        for (number, line) in (1..).zip(shown.replace("\n文", " 文").replace(" 文", "\n文").lines()) {
            writeln!(lines, "¶ {number} {line}").unwrap();
        }
        check(&body(&(content + &p("文"))).numbering(&lists), &lines);
    }
}

#[test]
fn levels_count_inside_one_another() {
    let levels = level(0, "chineseCounting", "%1、", TIGHT)
        + &level(1, "decimal", "%1.%2", "")
        + &level(2, "lowerLetter", "%1.%2.%3", "<w:isLgl/>");
    let content = items(1, 0, &["一级"])
        + &items(1, 1, &["二级", "二级"])
        + &items(1, 2, &["三级"])
        + &items(1, 0, &["一级"])
        + &items(1, 1, &["二级"]);
    check(
        &body(&content).numbering(&list(1, &levels)),
        "¶ 1 一、一级\n¶ 2 一.1 二级\n¶ 3 一.2 二级\n¶ 4 1.2.1 三级\n¶ 5 二、一级\n¶ 6 二.1 二级",
    );
    // A level above that has not been counted yet shows its first number.
    check(&body(&items(1, 1, &["甲"])).numbering(&list(1, &levels)), "¶ 1 一.1 甲");
}

#[test]
fn levels_that_do_not_start_afresh() {
    let levels = level(0, "decimal", "%1", "")
        + &level(1, "decimal", "%2", "<w:lvlRestart w:val=\"0\"/>")
        + &level(2, "decimal", "%3", "<w:lvlRestart w:val=\"1\"/>");
    let content = ["0", "1", "2", "1", "2", "0", "1", "2"].map(|level| item(1, level.parse().unwrap(), "文")).concat();
    check(
        &body(&content).numbering(&list(1, &levels)),
        "¶ 1 1 文\n¶ 2 1 文\n¶ 3 1 文\n¶ 4 2 文\n¶ 5 2 文\n¶ 6 2 文\n¶ 7 3 文\n¶ 8 1 文",
    );
}

#[test]
fn instances_of_a_list_count_on_together_unless_they_start_afresh() {
    let start = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride>";
    let lists = list(1, &level(0, "decimal", "%1.", TIGHT)) + &instance(2, 1, "") + &instance(3, 1, start);
    let content = item(1, 0, "") + &item(2, 0, "") + &items(3, 0, &["", ""]) + &item(1, 0, "");
    check(&body(&content).numbering(&lists), "¶ 1 1.\n¶ 2 2.\n¶ 3 5.\n¶ 4 6.\n¶ 5 7.");
    let other = format!("<w:lvlOverride w:ilvl=\"0\">{}</w:lvlOverride>", level(0, "chineseCounting", "（%1）", TIGHT));
    let lists = list(1, &level(0, "decimal", "%1.", TIGHT)) + &instance(2, 1, &other);
    check(&body(&(item(1, 0, "甲") + &item(2, 0, "乙"))).numbering(&lists), "¶ 1 1.甲\n¶ 2 （二）乙");
}

#[test]
fn numbers_by_style() {
    let lists = list(
        1,
        &(level(0, "chineseCounting", "%1、", TIGHT)
            + &level(1, "chineseCounting", "（%2）", "<w:suff w:val=\"nothing\"/><w:pStyle w:val=\"2\"/>")),
    ) + &list(7, &level(0, "decimal", "%1.", TIGHT));
    let numbered = |more: &str| format!("<w:pPr><w:numPr>{more}<w:numId w:val=\"1\"/></w:numPr></w:pPr>");
    let style =
        |id: &str, content: &str| format!("<w:style w:type=\"paragraph\" w:styleId=\"{id}\">{content}</w:style>");
    let styles = style("1", &numbered(""))
        + &style("2", &numbered(""))
        + &style("1a", "<w:basedOn w:val=\"1\"/>")
        + &style("无", "<w:basedOn w:val=\"1\"/><w:pPr><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr>");
    let paragraph = |style: &str, more: &str, text: &str| {
        format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{more}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
    };
    let direct = |id: u32| format!("<w:numPr><w:numId w:val=\"{id}\"/></w:numPr>");
    let content = paragraph("1", "", "总体")
        + &paragraph("2", "", "主动公开")
        + &paragraph("2", "", "依申请公开")
        + &paragraph("1a", "", "公开")
        + &paragraph("无", "", "无号")
        + &paragraph("1", &direct(0), "无号")
        + &paragraph("1", &direct(7), "另号")
        + &paragraph("1", "<w:numPr><w:ilvl w:val=\"1\"/></w:numPr>", "下级");
    check(
        &body(&content).numbering(&lists).styles(&styles),
        "¶ 1 一、总体\n¶ 2 （一）主动公开\n¶ 3 （二）依申请公开\n¶ 4 二、公开\n¶ 5 无号\n¶ 6 无号\n¶ 7 1.另号\n¶ 8 （一）下级",
    );
}

#[test]
fn a_list_may_take_its_levels_from_a_style() {
    let lists = list(1, &level(0, "chineseCounting", "%1、", TIGHT))
        + "<w:abstractNum w:abstractNumId=\"2\"><w:numStyleLink w:val=\"序\"/></w:abstractNum>"
        + &instance(2, 2, "");
    let styles = "<w:style w:type=\"numbering\" w:styleId=\"序\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>";
    check(&body(&items(2, 0, &["甲", "乙"])).numbering(&lists).styles(styles), "¶ 1 一、甲\n¶ 2 二、乙");
}

#[test]
fn row_labels_of_tables_count_on_down_the_rows() {
    let lists = list(1, &level(0, "chineseCounting", "（%1）", TIGHT)) + &list(2, &level(0, "decimal", "%1.", TIGHT));
    let row = |label: String, value: &str| tr(&(cell("", &label) + &cell("", &p(value))));
    let rows = row(item(1, 0, "予以公开"), "5")
        + &row(item(2, 0, "属于国家秘密"), "0")
        + &row(item(2, 0, "其他"), "1")
        + &row(item(1, 0, "部分公开"), "2");
    check(
        &body(&tbl(&rows)).numbering(&lists),
        "grid 1\n（一）予以公开|5\n1.属于国家秘密|0\n2.其他|1\n（二）部分公开|2",
    );
    // A number stands even where there is no other text; a covered cell has none.
    let merged = |kind: &str, label: &str| {
        tr(&(cell(&format!("<w:vMerge w:val=\"{kind}\"/>"), &item(1, 0, label)) + &cell("", &item(2, 0, ""))))
    };
    check(
        &body(&tbl(&(merged("restart", "甲") + &merged("continue", "") + &merged("restart", "乙")))).numbering(&lists),
        "grid 1\n（一）甲↓2|1.\n@2 2.\n（二）乙|3.",
    );
}

#[test]
fn a_line_of_several_paragraphs_has_one_number() {
    let lists = list(1, &level(0, "chineseCounting", "%1、", TIGHT));
    let hidden_end = "<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>标题。</w:t></w:r></w:p>";
    check(
        &body(&(hidden_end.to_owned() + &item(1, 0, "正文") + &item(1, 0, "乙"))).numbering(&lists),
        "¶ 1 一、标题。正文\n¶ 2 二、乙",
    );
}

#[test]
fn deleted_paragraphs_are_not_counted() {
    let lists = list(1, &level(0, "chineseCounting", "%1、", TIGHT));
    let deleted = "<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:p>";
    check(
        &body(&(item(1, 0, "甲") + deleted + &item(1, 0, "乙"))).numbering(&lists),
        "¶ 1 一、甲\n¶ 2 二、乙\nnote: 文件带有修订痕迹，按全部接受读取：插入或移入 0 处，删除或移出 2 处",
    );
}

#[test]
fn lists_that_are_not_there_or_ask_too_much() {
    let huge = "%1%2%3%4%5%6%7%8%9".repeat(100_000);
    let lists = list(1, &level(0, "lowerLetter", &huge, "").replace("w:val=\"1\"", "w:val=\"4000000000\""))
        + &list(2, &level(0, "upperRoman", "%1 %", "<w:start w:val=\"-3\"/>"))
        + &instance(3, 99, "")
        + "<w:abstractNum w:abstractNumId=\"4\"><w:numStyleLink w:val=\"无\"/></w:abstractNum>"
        + &instance(4, 4, "");
    let content = item(1, 0, "甲")
        + &item(2, 0, "乙")
        + &item(3, 0, "丙")
        + &item(4, 0, "丁")
        + &item(5, 0, "戊")
        + &item(1, 4_000_000, "己");
    let parts = body(&content).numbering(&lists);
    check(&parts, "¶ 1 327673276732767 甲\n¶ 2 0 % 乙\n¶ 3 丙\n¶ 4 丁\n¶ 5 戊\n¶ 6 己");
    check(&parts.without("word/numbering.xml"), "¶ 1 甲\n¶ 2 乙\n¶ 3 丙\n¶ 4 丁\n¶ 5 戊\n¶ 6 己");
    check(
        &body(&(item(1, 0, "甲") + &table(&[&["乙"]]))).with("word/numbering.xml", "<w:numbering><w:abstractNum"),
        "¶ 1 甲
         grid 1
         乙
         note: 文件中的 numbering 部分已损坏，没有读取；自动编号、隐藏文字可能与 Word 中看到的不同",
    );
}
