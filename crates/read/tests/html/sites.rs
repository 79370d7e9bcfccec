//! Documents in pages of sites; the site and the unit are invented.
use crate::rendering::check;

const PROSE: &str = "本年度，青崖县水务局认真贯彻《中华人民共和国政府信息公开条例》，主动公开政府信息十二条，\
    及时回应群众关切，不断提高公开质量，按时完成了县政府办公室布置的各项公开任务，没有收到政府信息公开申请。";

/// The article, in the usual wrappers.
fn article(before: &str, after: &str) -> String {
    format!(
        "<div class=article>{before}<div class=TRS_Editor><p>青崖县水务局2022年政府信息公开工作年度报告</p><p>一、总体情况</p><p>{PROSE}</p>\
         <table><tr><td>信息内容<td>本年制发件数<td>现行有效件数<tr><td>规章<td>0<td>0<tr><td>行政规范性文件<td>1<td>2</table>\
         <p>青崖县水务局</p><p>2023年1月12日</p></div>{after}</div>"
    )
}

fn document(before: &str, after: &str, notes: &str) -> String {
    format!(
        "{before}¶ 青崖县水务局2022年政府信息公开工作年度报告\n¶ 一、总体情况\n¶ {PROSE}\n\
         grid\n0 信息内容|1 本年制发件数|2 现行有效件数\n0 规章|1 0|2 0\n0 行政规范性文件|1 1|2 2\n\
         ¶ 青崖县水务局\n¶ 2023年1月12日\n{after}{notes}"
    )
}

fn note(count: usize) -> String {
    format!("note: 略去正文前后属于网站的内容（导航、页脚等）{count} 处")
}

const NAVIGATION: &str = "<div class=header><a href=/>青崖县人民政府</a><p>今天是2023年2月1日</p></div>\
    <ul class=nav><li><a href=/a>首页</a><li><a href=/b>政务公开</a><li><a href=/c>办事服务</a></ul>";
const CRUMBS: &str = "<div>当前位置：<a href=/>首页</a> &gt; <a href=/b>政务公开</a> &gt; 年度报告</div>";
const FOOTER: &str = "<div class=bottom><p>主办单位：青崖县人民政府办公室</p><p>版权所有　某ICP备00000000号</p></div>";

#[test]
fn navigation_and_footer_are_left_out() {
    let share = "<div class=share-bar>分享到：<a href=#>微博</a></div><p>【打印】【关闭】</p>";
    let page = format!(
        "<html><head><title>青崖县水务局2022年政府信息公开工作年度报告_青崖县人民政府门户网站</title><body>{NAVIGATION}\
         <div class=main><div class=left><ul><li><a href=1>公开指南</a><li><a href=2>公开制度</a></ul></div>{CRUMBS}{}</div>{FOOTER}",
        article("", share)
    );
    check(page, &document("", "", &note(7)));
}

#[test]
fn what_stands_between_the_title_and_the_text_stays() {
    let head = "<h1>青崖县水务局2022年政府信息公开工作年度报告</h1><div class=info>发布时间：2023-01-12 字号：<a href=#>大</a></div>";
    let page = format!("<html><body>{NAVIGATION}{}{FOOTER}", article(head, ""));
    let before = "¶ 青崖县水务局2022年政府信息公开工作年度报告\n¶ 发布时间：2023-01-12 字号：大\n";
    check(page, &document(before, "", &note(3)));
}

#[test]
fn a_page_laid_out_by_tables() {
    let page = format!(
        "<html><body><table><tr><td>{NAVIGATION}</table><table><tr><td>{CRUMBS}<tr><td>{}</table><table><tr><td>{FOOTER}</table>",
        article("", "")
    );
    check(page, &document("", "", &note(3)));
}

#[test]
fn what_may_be_of_the_document_stays() {
    // An attachment and a picture at its end, a last section of its own, a class that only looks like the site's.
    let attachment = "<p><a href=f.xls>附件：统计表</a></p><p><img src=scan.jpg width=800></p>";
    check(
        format!("<body>{NAVIGATION}{}", article("", attachment)),
        &document("", "¶ 附件：统计表\npicture 附件：统计表\npicture scan.jpg\n", &note(2)),
    );
    let end = "<div class=foot-section><p>六、其他需要报告的事项。无其他需要报告的事项，收费情况：本年度没有收取信息处理费。</p>\
        <p>本报告的电子版可在县政府网站下载，如有疑问，请与县水务局办公室联系，地址和电话见政府信息公开指南。</p></div>";
    let text = "¶ 六、其他需要报告的事项。无其他需要报告的事项，收费情况：本年度没有收取信息处理费。\n\
        ¶ 本报告的电子版可在县政府网站下载，如有疑问，请与县水务局办公室联系，地址和电话见政府信息公开指南。\n";
    check(article("", end), &document("", text, ""));
}

#[test]
fn a_page_of_links_alone_stays() {
    check("<body><ul class=nav><li><a href=1>甲</a><li><a href=2>乙</a></ul>", "¶ 甲\n¶ 乙");
}
