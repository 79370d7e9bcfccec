//! Text of paragraphs.
use crate::rendering::{check, check_refused};
use crate::writer::{body, p};

/// A paragraph of runs.
fn runs(content: &str) -> String {
    format!("<w:p><w:r>{content}</w:r></w:p>")
}

#[test]
fn paragraphs() {
    check(
        &body(&(p("　一、总体情况　") + &p("") + &p(" ") + &p("全年收到申请 12 件"))),
        "¶ 1 一、总体情况\n¶ 2 全年收到申请 12 件",
    );
}

#[test]
fn runs_join_and_keep_blanks_where_they_say_so() {
    check(
        &body(
            "<w:p><w:r><w:t>全年收到 </w:t></w:r><w:r><w:t xml:space=\"preserve\"> 12 </w:t><w:t>件\n</w:t></w:r></w:p>",
        ),
        "¶ 1 全年收到 12 件",
    );
    check(&body(&runs("<w:t>1</w:t><w:t>2</w:t><w:t>.</w:t><w:t>5</w:t>")), "¶ 1 12.5");
}

#[test]
fn tabs_breaks_and_signs() {
    check(
        &body(&runs(
            "<w:t>一</w:t><w:br/><w:t>二</w:t><w:tab/><w:t>三</w:t><w:br w:type=\"page\"/><w:cr/><w:t>四</w:t>",
        )),
        "¶ 1 一\n¶ 1 二\t三\n¶ 1 四",
    );
    check(&body(&runs("<w:t>2021</w:t><w:noBreakHyphen/><w:t>20</w:t><w:softHyphen/><w:t>22</w:t>")), "¶ 1 2021-2022");
    let stops = "<w:pPr><w:tabs><w:tab w:val=\"left\" w:pos=\"420\"/></w:tabs></w:pPr>";
    check(&body(&format!("<w:p>{stops}<w:r><w:t>一</w:t></w:r></w:p>")), "¶ 1 一");
}

#[test]
fn symbols() {
    let symbol = |font: &str, code: &str| format!("<w:sym w:font=\"{font}\" w:char=\"{code}\"/>");
    let all =
        [symbol("Wingdings", "F0FE"), symbol("Wingdings 2", "F0A3"), symbol("Symbol", "F0B4"), symbol("宋体", "2460")];
    check(&body(&runs(&all.concat())), "¶ 1 ☑□×①");
    check(&body(&runs(&symbol("Webdings", "F041"))), "¶ 1 \u{f041}");
}

#[test]
fn references_and_character_data() {
    check(&body(&p("A&amp;B&lt;1&#x3e;&#20013;<![CDATA[<w:t>]]>")), "¶ 1 A&B<1>中<w:t>");
    check_refused(&body(&p("&nbsp;")).bytes(), "文件中的 word/document.xml 在第");
}

#[test]
fn links_controls_and_formulas() {
    check(
        &body(
            "<w:p><w:hyperlink r:id=\"rId5\"><w:r><w:t>云岭县</w:t></w:r></w:hyperlink><w:sdt><w:sdtPr><w:alias w:val=\"年度\"/></w:sdtPr>\
             <w:sdtContent><w:r><w:t>2021</w:t></w:r></w:sdtContent></w:sdt><w:smartTag><w:r><w:t>年</w:t></w:r></w:smartTag>\
             <m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p>",
        ),
        "¶ 1 云岭县2021年x",
    );
    let control = |content: String| format!("<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>");
    check(&body(&control(p("一、总体情况") + &control(p("（一）主动公开")))), "¶ 1 一、总体情况\n¶ 2 （一）主动公开");
}

#[test]
fn phonetic_guides_show_the_text_under_them() {
    check(
        &body(&runs(
            "<w:ruby><w:rubyPr/><w:rt><w:r><w:t>shù</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>沭</w:t></w:r></w:rubyBase></w:ruby><w:t>阳</w:t>",
        )),
        "¶ 1 沭阳",
    );
}

#[test]
fn fields_show_their_result() {
    let mark = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    let text = |text: &str| format!("<w:r><w:t>{text}</w:t></w:r>");
    let code = "<w:r><w:instrText>PAGE \\* MERGEFORMAT</w:instrText></w:r>";
    let field = |inner: &str, result: &str| {
        format!("{}{code}{inner}{}{}{}", mark("begin"), mark("separate"), text(result), mark("end"))
    };
    check(&body(&format!("<w:p>{}{}</w:p>", field("", "12"), text("件"))), "¶ 1 12件");
    check(&body(&format!("<w:p>{}{}</w:p>", field(&field("", "内"), "外"), text("。"))), "¶ 1 外。");
    let without_result = format!("<w:p>{}{code}{}{}</w:p>", mark("begin"), mark("end"), text("后"));
    check(&body(&without_result), "¶ 1 后");
    // A code that is not closed must not swallow what follows.
    check(&body(&format!("<w:p>{}{code}</w:p>{}{}", mark("begin"), p("一"), p("二"))), "¶ 1 一\n¶ 2 二");
    check(
        &body("<w:p><w:fldSimple w:instr=\"DATE\"><w:r><w:t>2022年1月</w:t></w:r></w:fldSimple></w:p>"),
        "¶ 1 2022年1月",
    );
}

#[test]
fn prefixes_do_not_matter() {
    let parts = body("").document(
        "<?xml version=\"1.0\"?><document xmlns=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><body><p><r><t>一</t></r></p></body></document>",
    );
    check(&parts, "¶ 1 一");
}

#[test]
fn nothing_to_see() {
    check_refused(&body(&p(" ")).bytes(), "文件里只有空格和空行");
    check_refused(&body("<w:sectPr/>").bytes(), "文件里只有空格和空行");
}

/// The mark of a note behind a number is no digit of it; in a word it stays what it is.
#[test]
fn raised_digits() {
    let raised =
        |text: &str| format!("<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>{text}</w:t></w:r>");
    let content =
        format!("<w:p><w:r><w:t>46</w:t></w:r>{}<w:r><w:t>件，5m</w:t></w:r>{}</w:p>", raised("1"), raised("2"));
    check(&body(&content), "¶ 1 46¹件，5m2");
}
