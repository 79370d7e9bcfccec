//! What is in the file and not shown: tracked changes and hidden text.
use crate::rendering::check;
use crate::writer::{body, cell, item, p, tbl, tr};

const HIDDEN: &str = "<w:rPr><w:vanish/></w:rPr>";

fn run(properties: &str, text: &str) -> String {
    format!("<w:r>{properties}<w:t>{text}</w:t></w:r>")
}

fn paragraph(properties: &str, content: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>")
}

#[test]
fn insertions_are_in_and_deletions_out() {
    let content = format!(
        "{}<w:del w:id=\"1\"><w:r><w:delText>11</w:delText></w:r></w:del><w:ins w:id=\"2\">{}</w:ins>{}",
        run("", "收到"),
        run("", "12"),
        run("", "件"),
    );
    check(
        &body(&paragraph("", &content)),
        "¶ 1 收到12件\nnote: 文件带有修订痕迹，按全部接受读取：插入或移入 1 处，删除或移出 1 处",
    );
}

#[test]
fn moved_text_stands_at_its_new_place() {
    let moved = |kind: &str| format!("<w:{kind}>{}</w:{kind}>", run("", "移"));
    check(
        &body(
            &(paragraph("", &(moved("moveFrom") + &run("", "旧")))
                + &paragraph("", &(moved("moveTo") + &run("", "新")))),
        ),
        "¶ 1 旧\n¶ 2 移新\nnote: 文件带有修订痕迹，按全部接受读取：插入或移入 1 处，删除或移出 1 处",
    );
    // Old properties say nothing about the text as it is.
    let old = "<w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr>";
    let before = "<w:pPrChange><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:pPrChange>";
    check(&body(&paragraph(before, &run(old, "在"))), "¶ 1 在");
}

#[test]
fn a_deleted_paragraph_end_joins_the_text() {
    let deleted = "<w:rPr><w:del w:id=\"1\"/></w:rPr>";
    check(
        &body(&(paragraph(deleted, &run("", "上半")) + &p("下半") + &p("另一段"))),
        "¶ 1 上半下半\n¶ 2 另一段\nnote: 文件带有修订痕迹，按全部接受读取：插入或移入 0 处，删除或移出 1 处",
    );
    // At the end of a cell, and before a table, there is nothing to join with.
    check(
        &body(&(paragraph(deleted, &run("", "尾")) + &tbl(&tr(&cell("", &paragraph(deleted, &run("", "格"))))))),
        "¶ 1 尾\ngrid 1\n格\nnote: 文件带有修订痕迹，按全部接受读取：插入或移入 0 处，删除或移出 2 处",
    );
}

#[test]
fn deleted_rows_and_cells_are_out() {
    let row = |mark: &str, text: &str| tr(&format!("<w:trPr><w:{mark} w:id=\"1\"/></w:trPr>{}", cell("", &p(text))));
    let cells = cell("", &p("左")) + &cell("<w:cellDel w:id=\"3\"/>", &p("删")) + &cell("", &p("右"));
    check(
        &body(&tbl(&(row("cantSplit", "一") + &row("del", "二") + &row("ins", "三") + &tr(&cells)))),
        "grid 1\n一\n三\n左|@3 右
         note: 文件带有修订痕迹，按全部接受读取：插入或移入 1 处，删除或移出 2 处
         note: 略去不显示的文字 1 处（隐藏文字、隐藏行，或者合并后看不到的格）",
    );
    check(
        &body(&(p("文") + &tbl(&row("del", "全")))),
        "¶ 1 文\nnote: 文件带有修订痕迹，按全部接受读取：插入或移入 0 处，删除或移出 1 处",
    );
}

#[test]
fn hidden_text_is_out() {
    let shown = "<w:rPr><w:vanish w:val=\"0\"/><w:webHidden/></w:rPr>";
    check(
        &body(&paragraph("", &(run("", "收到") + &run(HIDDEN, "11") + &run(HIDDEN, " ") + &run(shown, "12件")))),
        "¶ 1 收到12件\nnote: 略去不显示的文字 1 处（隐藏文字、隐藏行，或者合并后看不到的格）",
    );
}

/// What an author struck out instead of deleting it does not become part of the number beside it.
#[test]
fn struck_out_text_is_out() {
    let (one, two) = ("<w:rPr><w:strike/></w:rPr>", "<w:rPr><w:dstrike w:val=\"1\"/></w:rPr>");
    let not = "<w:rPr><w:strike w:val=\"0\"/></w:rPr>";
    let runs = [run(one, "99"), run(not, "46"), run(two, "8"), run(HIDDEN, "7")].concat();
    check(
        &body(&paragraph("", &runs)),
        "¶ 1 46\nnote: 略去不显示的文字 1 处（隐藏文字、隐藏行，或者合并后看不到的格）\nnote: 略去加了删除线的文字 2 处",
    );
}

#[test]
fn styles_hide_text() {
    let styles = "<w:style w:type=\"paragraph\" w:styleId=\"暗\"><w:rPr><w:vanish/></w:rPr></w:style>\
        <w:style w:type=\"paragraph\" w:styleId=\"次暗\"><w:basedOn w:val=\"暗\"/></w:style>\
        <w:style w:type=\"paragraph\" w:styleId=\"明\"><w:basedOn w:val=\"次暗\"/><w:rPr><w:vanish w:val=\"false\"/></w:rPr></w:style>\
        <w:style w:type=\"character\" w:styleId=\"暗字\"><w:basedOn w:val=\"暗字\"/><w:rPr><w:vanish/></w:rPr></w:style>";
    let style = |id: &str| format!("<w:pStyle w:val=\"{id}\"/>");
    let with = |kind: &str| format!("<w:rPr><w:rStyle w:val=\"{kind}\"/></w:rPr>");
    let paragraphs = [
        paragraph(&style("次暗"), &run("", "暗")),
        paragraph(&style("明"), &(run("", "明") + &run(&with("暗字"), "暗"))),
        paragraph(&style("无此"), &run("", "二")),
        // Hidden by both of its styles, a run is shown.
        paragraph(&style("暗"), &(run("", "暗") + &run(&with("暗字"), "明"))) + &p("三"),
    ];
    check(
        &body(&paragraphs.concat()).styles(styles),
        "¶ 1 明\n¶ 2 二\n¶ 3 明三\nnote: 略去不显示的文字 3 处（隐藏文字、隐藏行，或者合并后看不到的格）",
    );
}

#[test]
fn a_hidden_paragraph_has_no_number() {
    let list = "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/>\
        <w:suff w:val=\"nothing\"/><w:lvlText w:val=\"%1、\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
    let numbered = "<w:numPr><w:numId w:val=\"1\"/></w:numPr>";
    let gone = paragraph(&format!("{numbered}{HIDDEN}"), &run(HIDDEN, "暗"));
    // A visible text whose end is hidden has its number, and what follows runs on.
    let heading = paragraph(&format!("{numbered}{HIDDEN}"), &run("", "标题"));
    check(
        &body(&(item(1, 0, "总体") + &gone + &item(1, 0, "公开") + &heading + &p("正文"))).numbering(list),
        "¶ 1 一、总体\n¶ 2 二、公开\n¶ 3 三、标题正文\nnote: 略去不显示的文字 1 处（隐藏文字、隐藏行，或者合并后看不到的格）",
    );
}

#[test]
fn hidden_rows_are_out() {
    let row = tr(&format!("<w:trPr><w:hidden/></w:trPr>{}", cell("", &p("暗"))));
    check(
        &body(&tbl(&(row + &tr(&cell("", &p("明")))))),
        "grid 1\n明\nnote: 略去不显示的文字 1 处（隐藏文字、隐藏行，或者合并后看不到的格）",
    );
}
