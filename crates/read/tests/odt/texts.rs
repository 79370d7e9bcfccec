//! Paragraphs, headings and what stands in them.
use crate::rendering::check;
use crate::writer::{body, h, p};

#[test]
fn paragraphs_and_headings() {
    let content = h(1, "", "一、总体情况") + &p("2025年。") + &p("") + &p("末");
    check(&body(&content), "¶ 1 一、总体情况\n¶ 2 2025年。\n¶ 3 末");
}

#[test]
fn blanks_are_one_and_written_ones_count() {
    check(&body(&p("  甲 \n\t 乙<text:s text:c=\"2\"/>丙<text:s/><text:span> 丁</text:span>  ")), "¶ 1 甲 乙  丙  丁");
    check(&body(&p("甲 <text:span> 乙</text:span>")), "¶ 1 甲 乙");
    check(&body(&p("甲<text:s text:c=\"999999999\"/>乙")), &format!("¶ 1 甲{}乙", " ".repeat(256)));
    check(&body(&p("甲<text:s text:c=\"99999999999999999999\"/>乙")), "¶ 1 甲 乙");
}

#[test]
fn tabs_and_line_breaks() {
    let text = "规章<text:tab/>0<text:line-break/>下一行<text:soft-page-break/>续";
    check(&body(&p(text)), "¶ 1 规章\t0\n¶ 1 下一行续");
}

#[test]
fn characters_of_xml() {
    check(&body(&p("&lt;&amp;&#20013;<![CDATA[<甲>]]>&quot;<!-- 注 -->")), "¶ 1 <&中<甲>\"");
}

#[test]
fn links_fields_and_marks_show_what_they_hold() {
    let text = "<text:a xlink:href=\"x\">链接</text:a><text:bookmark text:name=\"a\"/>第<text:page-number>3</text:page-number>页\
        <text:ruby><text:ruby-base>字</text:ruby-base><text:ruby-text>zì</text:ruby-text></text:ruby>\
        <text:script>alert(1)</text:script><text:drop-down text:name=\"d\"><text:label text:value=\"否\"/>是</text:drop-down>";
    check(&body(&p(text)), "¶ 1 链接第3页字是");
}

#[test]
fn notes_and_comments_are_no_text() {
    let text = "甲<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>脚注</text:p></text:note-body></text:note>乙\
        <office:annotation><text:p>批注</text:p></office:annotation>丙<office:annotation-end/>";
    check(&body(&p(text)), "¶ 1 甲乙丙\nnote: 略去脚注、尾注和批注 2 处");
}

#[test]
fn contents_and_sections() {
    let contents = format!(
        "<text:table-of-content><text:table-of-content-source><text:index-title-template>样</text:index-title-template></text:table-of-content-source>\
         <text:index-body><text:index-title>{}</text:index-title>{}</text:index-body></text:table-of-content>",
        p("目录"),
        p("一、总体情况<text:tab/>1")
    );
    let section = format!("<text:section>{}<text:section>{}</text:section></text:section>", p("甲"), p("乙"));
    let declarations = "<text:sequence-decls><text:sequence-decl/></text:sequence-decls><office:forms><text:p>表单</text:p></office:forms>";
    check(&body(&(declarations.to_owned() + &contents + &section)), "¶ 1 目录\n¶ 2 一、总体情况\t1\n¶ 3 甲\n¶ 4 乙");
}
