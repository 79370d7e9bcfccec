//! Tracked changes and hidden text.
use crate::rendering::check;
use crate::writer::{body, p, styled, table};

const HIDDEN: &str = "<style:style style:name=\"H\" style:family=\"paragraph\"><style:text-properties text:display=\"none\"/></style:style>\
    <style:style style:name=\"T\" style:family=\"text\"><style:text-properties text:display=\"none\"/></style:style>\
    <style:style style:name=\"U\" style:family=\"text\" style:parent-style-name=\"T\"/>\
    <style:style style:name=\"V\" style:family=\"text\"><style:text-properties text:display=\"true\"/></style:style>";

fn hidden(count: usize) -> String {
    format!("note: 略去不显示的文字 {count} 处（隐藏文字、隐藏行，或者合并后看不到的格）")
}

#[test]
fn what_is_deleted_is_out_and_what_is_inserted_in() {
    let changes = "<text:tracked-changes><text:changed-region text:id=\"1\"><text:insertion><office:change-info/></text:insertion></text:changed-region>\
        <text:changed-region text:id=\"2\"><text:deletion><text:p>旧段</text:p><text:p>旧</text:p></text:deletion></text:changed-region>\
        <text:changed-region text:id=\"3\"><text:format-change/></text:changed-region></text:tracked-changes>";
    let text = p(
        "共<text:change-start text:change-id=\"1\"/>新<text:change-end text:change-id=\"1\"/>12<text:change text:change-id=\"2\"/>件",
    );
    check(
        &body(&(changes.to_owned() + &text)),
        "¶ 1 共新12件\nnote: 文件带有修订痕迹，按全部接受读取：插入或移入 1 处，删除或移出 1 处",
    );
}

#[test]
fn hidden_by_styles() {
    let text = p("甲<text:span text:style-name=\"T\">暗</text:span><text:span text:style-name=\"U\">暗</text:span>乙")
        + "<text:p text:style-name=\"H\">暗<text:span text:style-name=\"V\">明</text:span></text:p>"
        + "<text:p text:style-name=\"H\">暗</text:p>";
    check(&styled(HIDDEN, &text), &format!("¶ 1 甲乙\n¶ 2 明\n{}", hidden(4)));
}

/// What an author struck out instead of deleting it does not become part of the number beside it.
#[test]
fn struck_out_text_is_out() {
    let style = |name: &str, properties: &str| {
        format!(
            "<style:style style:name=\"{name}\" style:family=\"text\"><style:text-properties {properties}/></style:style>"
        )
    };
    let styles =
        style("S", "style:text-line-through-style=\"solid\"") + &style("N", "style:text-line-through-style=\"none\"");
    let text = p("<text:span text:style-name=\"S\">99</text:span><text:span text:style-name=\"N\">46</text:span>");
    check(&styled(&styles, &text), "¶ 1 46\nnote: 略去加了删除线的文字 1 处");
}

#[test]
fn hidden_paragraphs_are_not_counted() {
    let list = "<text:list-style style:name=\"L\"><text:list-level-style-number text:level=\"1\" style:num-format=\"1\" style:num-suffix=\".\"/></text:list-style>";
    let items = "<text:list text:style-name=\"L\"><text:list-item><text:p>甲</text:p></text:list-item>\
        <text:list-item><text:p text:style-name=\"H\">暗</text:p></text:list-item><text:list-item><text:p>乙</text:p></text:list-item></text:list>";
    check(&styled(&(HIDDEN.to_owned() + list), items), &format!("¶ 1 1. 甲\n¶ 2 2. 乙\n{}", hidden(1)));
}

#[test]
fn hidden_sections_and_fields() {
    let section = |attributes: &str, text: &str| {
        format!("<text:section {attributes}>{}{}</text:section>", p(text), table(&[&[text]]))
    };
    let text = section("text:display=\"none\"", "暗")
        + &section("text:display=\"condition\" text:condition=\"x\" text:is-hidden=\"true\"", "暗")
        + &section("text:display=\"condition\" text:condition=\"x\"", "明")
        + &p("甲<text:hidden-paragraph text:condition=\"x\" text:is-hidden=\"true\"/>")
        + &p("乙<text:hidden-paragraph text:condition=\"x\"/>")
        + &p(
            "丙<text:hidden-text text:is-hidden=\"true\">暗</text:hidden-text><text:hidden-text>明</text:hidden-text>",
        );
    check(&body(&text), &format!("¶ 1 明\ngrid 1\n明\n¶ 2 乙\n¶ 3 丙明\n{}", hidden(6)));
}
