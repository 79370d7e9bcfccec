//! Automatic numbers. What is expected is what LibreOffice shows.
use crate::rendering::check;
use crate::writer::{Parts, h, item, item_with, list, p, styled};

fn level(number: u32, format: &str, around: (&str, &str), others: &str) -> String {
    level_with("list-level-style-number", number, format, around, others)
}

fn level_with(name: &str, number: u32, format: &str, (prefix, suffix): (&str, &str), others: &str) -> String {
    format!(
        "<text:{name} text:level=\"{number}\" style:num-format=\"{format}\" style:num-prefix=\"{prefix}\" style:num-suffix=\"{suffix}\" {others}>\
         <style:list-level-properties><style:list-level-label-alignment text:label-followed-by=\"nothing\"/></style:list-level-properties></text:{name}>"
    )
}

fn list_style(name: &str, levels: &[String]) -> String {
    format!("<text:list-style style:name=\"{name}\">{}</text:list-style>", levels.concat())
}

/// A document whose list style `L` has these levels.
fn document(levels: &[String], content: &str) -> Parts {
    styled(&list_style("L", levels), content)
}

/// Three levels: 一、, （一.1） and y).
fn levels() -> [String; 3] {
    [
        level(1, "一, 二, 三, ...", ("", "、"), ""),
        level(2, "1", ("（", "）"), "text:display-levels=\"2\""),
        level(3, "a", ("", ")"), "text:start-value=\"25\""),
    ]
}

const L: &str = "text:style-name=\"L\"";

fn items(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| item(&p(text))).collect()
}

/// Compares the paragraphs of a document with the list style `L`.
#[track_caller]
fn check_lists(content: &str, expected: &str) {
    let lines = expected.split_whitespace().zip(1..).map(|(line, number)| format!("¶ {number} {line}"));
    check(&document(&levels(), content), &lines.collect::<Vec<_>>().join("\n"));
}

#[test]
fn levels_count_and_start_afresh() {
    let inner = list("", &items(&["子", "丑"]));
    let deep = list("", &[item(&(p("寅") + &list("", &items(&["深", "深"]))))]);
    check_lists(
        &list(L, &[item(&(p("甲") + &inner)), item(&(p("乙") + &deep)), item(&p("丙"))]),
        "一、甲 （一.1）子 （一.2）丑 二、乙 （二.1）寅 y)深 z)深 三、丙",
    );
}

#[test]
fn an_item_numbers_its_first_paragraph() {
    let two = item(&(p("甲") + &p("续") + &list("", &items(&["子"])) + &p("又") + &list("", &items(&["丑"]))));
    let header = format!("<text:list-header>{}</text:list-header>", p("题"));
    check_lists(&list(L, &[two, header, item(&p("乙"))]), "一、甲 续 （一.1）子 又 （一.1）丑 题 二、乙");
}

#[test]
fn lists_that_go_on() {
    let first = list(&format!("{L} xml:id=\"a\""), &[item(&(p("甲") + &list("", &items(&["子"]))))]);
    let by_style = list(&format!("{L} text:continue-numbering=\"true\""), &items(&["乙"]));
    let by_id = list(&format!("{L} text:continue-list=\"a\""), &[item(&list("", &items(&["丑"]))), item(&p("丙"))]);
    check_lists(&(first.clone() + &p("间") + &by_style), "一、甲 （一.1）子 间 二、乙");
    check_lists(&(first.clone() + &list(L, &items(&["另"])) + &by_id), "一、甲 （一.1）子 一、另 （一.2）丑 二、丙");
    check_lists(&(first + &list(L, &items(&["乙"]))), "一、甲 （一.1）子 一、乙");
    let goes_on = list("text:continue-numbering=\"true\"", &items(&["丑"]));
    check_lists(
        &list(L, &[item(&(p("甲") + &list("", &items(&["子"])) + &p("间") + &goes_on))]),
        "一、甲 （一.1）子 间 （一.2）丑",
    );
}

#[test]
fn an_item_below_none_stands_below_one_that_is_not_seen() {
    let below = item(&list("", &items(&["子", "丑"])));
    check_lists(&list(L, &[below, item(&p("甲"))]), "（一.1）子 （一.2）丑 二、甲");
}

#[test]
fn numbers_given_by_the_item() {
    let fifth = item_with("text:start-value=\"5\"", &p("戊"));
    check_lists(&list(L, &[item(&p("甲")), fifth, item(&p("己"))]), "一、甲 五、戊 六、己");
}

#[test]
fn formats() {
    let check_format = |format: &str, expected: [&str; 3]| {
        let levels = [level(1, format, ("", "."), "text:start-value=\"9\"")];
        let lines = expected.iter().zip(1..).map(|(number, place)| format!("¶ {place} {number}.x"));
        check(&document(&levels, &list(L, &items(&["x", "x", "x"]))), &lines.collect::<Vec<_>>().join("\n"));
    };
    check_format("1", ["9", "10", "11"]);
    check_format("I", ["IX", "X", "XI"]);
    check_format("i", ["ix", "x", "xi"]);
    check_format("A", ["I", "J", "K"]);
    check_format("一, 二, 三, ...", ["九", "十", "十一"]);
    check_format("壹, 贰, 叁, ...", ["玖", "壹拾", "壹拾壹"]);
    check_format("壹, 貳, 參, ...", ["玖", "壹拾", "壹拾壹"]);
    check_format("甲, 乙, 丙, ...", ["壬", "癸", "11"]);
    check_format("子, 丑, 寅, ...", ["申", "酉", "戌"]);
    check_format("①, ②, ③, ...", ["⑨", "⑩", "⑪"]);
    check_format("１, ２, ３, ...", ["９", "１０", "１１"]);
    check_format("", ["", "", ""]);
}

#[test]
fn letters_repeat_where_the_style_says_so() {
    let letters = |others: &str| {
        let levels = [level(1, "a", ("", ")"), &format!("text:start-value=\"26\" {others}"))];
        document(&levels, &list(L, &items(&["x", "x", "x"])))
    };
    check(&letters(""), "¶ 1 z)x\n¶ 2 aa)x\n¶ 3 ab)x");
    check(&letters("style:num-letter-sync=\"true\""), "¶ 1 z)x\n¶ 2 aa)x\n¶ 3 bb)x");
}

#[test]
fn patterns_and_gaps() {
    let content = list(L, &items(&["甲"]));
    let pattern = level(1, "1", ("x", "y"), "loext:num-list-format=\"第%1%章\"");
    check(&document(std::slice::from_ref(&pattern), &content), "¶ 1 第1章甲");
    check(&document(&[pattern.replace("nothing", "listtab")], &content), "¶ 1 第1章 甲");
    let odd = level(1, "1", ("", ""), "loext:num-list-format=\"100% %9% %1\"");
    check(&document(&[odd], &content), "¶ 1 100% %9% %1甲");
}

#[test]
fn levels_without_a_number() {
    let none = [level(1, "", ("第", "条"), ""), level(2, "1", ("", "."), "text:display-levels=\"2\"")];
    let content = list(L, &[item(&(p("甲") + &list("", &items(&["子"]))))]);
    check(&document(&none, &content), "¶ 1 第条甲\n¶ 2 1.子");
    let bullet = "<text:list-level-style-bullet text:level=\"1\" text:bullet-char=\"•\" style:num-suffix=\".\"/>";
    check(&document(&[bullet.to_owned()], &content), "¶ 1 甲\n¶ 2 1. 子");
}

#[test]
fn styles_of_lists() {
    let own = list("", &[item("<text:p text:style-name=\"P\">甲</text:p>")]);
    let other = list(L, &[item(&p("甲")), item_with("text:style-override=\"M\"", &p("乙"))]);
    let styles = list_style("L", &levels())
        + &list_style("M", &[level(1, "1", ("第", "章"), "")])
        + "<style:style style:name=\"P\" style:family=\"paragraph\" style:parent-style-name=\"Q\"/>";
    let named = "<style:style style:name=\"Q\" style:family=\"paragraph\" style:list-style-name=\"M\"/>";
    check(&styled(&styles, &(own + &other)).styles(named), "¶ 1 第1章甲\n¶ 2 一、甲\n¶ 3 第2章乙");
    // Without a style, what the program that wrote the file has put in is all that is known.
    check(&styled("", &list("", &[item(&p("<text:number>七、</text:number>庚"))])), "¶ 1 七、 庚");
    check(&styled("", &list("", &items(&["甲"]))), "¶ 1 甲");
}

#[test]
fn numbered_paragraphs() {
    let paragraph = |level: u32, text: &str| {
        let place = format!("text:list-id=\"n\" text:level=\"{level}\" {L}");
        format!("<text:numbered-paragraph {place}>{}</text:numbered-paragraph>", p(text))
    };
    check_lists(
        &(paragraph(1, "甲") + &p("间") + &paragraph(2, "子") + &paragraph(1, "乙")),
        "一、甲 间 （一.1）子 二、乙",
    );
}

#[test]
fn headings() {
    let outline = format!(
        "<text:outline-style>{}{}</text:outline-style><style:style style:name=\"Heading\" style:family=\"paragraph\" style:list-style-name=\"\"/>",
        level_with("outline-level-style", 1, "一, 二, 三, ...", ("", "、"), ""),
        level_with("outline-level-style", 2, "一, 二, 三, ...", ("（", "）"), "")
    );
    let content = [
        h(1, "text:style-name=\"Heading\"", "总体情况"),
        h(2, "", "主动公开"),
        h(2, "", "依申请公开"),
        h(1, "text:is-list-header=\"true\"", "不编号"),
        h(1, "text:style-name=\"P\"", "不编号"),
        h(3, "", "无级"),
        h(1, "", "其他"),
        h(2, "", "收费"),
        h(1, "text:restart-numbering=\"true\" text:start-value=\"9\"", "附"),
    ];
    let automatic = "<style:style style:name=\"P\" style:family=\"paragraph\" style:parent-style-name=\"Heading\" style:list-style-name=\"\"/>";
    check(
        &styled(automatic, &content.concat()).styles(&outline),
        "¶ 1 一、总体情况
         ¶ 2 （一）主动公开
         ¶ 3 （二）依申请公开
         ¶ 4 不编号
         ¶ 5 不编号
         ¶ 6 无级
         ¶ 7 二、其他
         ¶ 8 （一）收费
         ¶ 9 九、附",
    );
}
