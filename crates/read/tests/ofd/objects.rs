//! Text and other objects.
use std::fmt::Write as _;

use crate::rendering::check;
use crate::writer::{Page, SIZE, ofd};

fn code(attributes: &str, text: &str) -> Page {
    Page::new().text_object("", 30.0, 40.0, attributes, text)
}

#[track_caller]
fn check_page(page: &Page, expected: &str) {
    check(&ofd(std::slice::from_ref(page)).bytes(), expected);
}

#[test]
fn offsets_between_characters() {
    check_page(&code("DeltaX=\"3.5 3.5 1.75 g 2 1.75\"", "规章共12件"), "¶ 规章共12件");
    check_page(&code("DeltaX=\"g 5 3.5\"", "规章制发件数"), "¶ 规章制发件数");
    // The last offset counts on.
    check_page(&code("DeltaX=\"3.5\"", "规章制发件数"), "¶ 规章制发件数");
    // A wide offset is a gap between columns.
    check_page(&code("DeltaX=\"3.5 40 1.75 1.75 1.75 40\"", "规章1234"), &format!("¶ 规章{}1234", " ".repeat(21)));
    check_page(&code("DeltaX=\"g 1000000000 3.5\"", "规章"), "¶ 规章");
    check_page(&code("DeltaX=\"g 99999999999999999999999 3.5\"", "规章"), "¶ 规章");
    check_page(&code("DeltaX=\"g 1\"", "规章"), "¶ 规章");
    check_page(&code("DeltaX=\"x\"", "规章"), "¶ 规章");
    // Where nothing is said, each stands after the one before.
    check_page(&code("", "规章12件"), "¶ 规章12件");
}

#[test]
fn from_top_to_bottom() {
    let down = Page::new().text_object("", 30.0, 40.0, "DeltaY=\"3.5 3.5\"", "本年度");
    check_page(&down, "¶ 本年度");
    let direction = Page::new().text_object("ReadDirection=\"90\"", 30.0, 40.0, "", "本年度");
    check_page(&direction, "¶ 本年度");
}

#[test]
fn several_codes_in_an_object() {
    let codes = format!(
        "<ofd:TextObject Size=\"{SIZE}\" Boundary=\"30 40 100 20\"><ofd:FillColor Value=\"0 0 0\"/>\
         <ofd:TextCode X=\"0\" Y=\"5\" DeltaX=\"3.5\">规章</ofd:TextCode><ofd:TextCode X=\"7\" DeltaX=\"1.75\">12</ofd:TextCode>\
         <ofd:TextCode X=\"0\" Y=\"15\">件</ofd:TextCode></ofd:TextObject>"
    );
    check_page(&Page::new().raw(&codes), "¶ 规章12\n¶ 件");
}

#[test]
fn scaled_turned_and_stretched() {
    let scaled = Page::new()
        .text_object("CTM=\"0.5 0 0 0.5 10 0\"", 30.0, 40.0, "DeltaX=\"3.5 1.75\"", "规12")
        .text(43.5, 38.25, "件");
    check_page(&scaled, "¶ 规12件");
    check_page(&Page::new().text_object("HScale=\"0.5\"", 30.0, 40.0, "DeltaX=\"1.75\"", "规章"), "¶ 规章");
    let turned = Page::new().text_object("CTM=\"0 1 -1 0 0 0\"", 30.0, 40.0, "DeltaX=\"3.5\"", "旋转");
    check_page(&turned.text(30.0, 100.0, "正"), "¶ 旋转\n¶ 正");
}

#[test]
fn characters_that_xml_cannot_hold() {
    check_page(&code("DeltaX=\"3.5 1.75 1.75\"", "甲\\0041\\005C\\乙"), "¶ 甲A\\\\乙");
    check_page(&code("DeltaX=\"3.5 3.5\"", "甲\\0020乙"), "¶ 甲 乙");
    check_page(&code("DeltaX=\"3.5\"", "\n  &#x7532;&amp;\n"), "¶ 甲&");
    check_page(&code("", "\\D800\\"), "¶ \\D800\\");
}

#[test]
fn glyphs_without_characters() {
    let glyph = "<ofd:CGTransform CodePosition=\"0\" CodeCount=\"1\" GlyphCount=\"1\"><ofd:Glyphs>7</ofd:Glyphs></ofd:CGTransform>";
    let text = |glyph: &str, text: &str| {
        let code = format!("<ofd:TextCode X=\"0\" Y=\"3\" DeltaX=\"g 9 3.5\">{text}</ofd:TextCode>");
        Page::new()
            .raw(&format!("<ofd:TextObject Size=\"{SIZE}\" Boundary=\"30 40 99 5\">{glyph}{code}</ofd:TextObject>"))
    };
    check_page(&text(glyph, "¤规章"), "¶ \u{fffd}规章\nnote 第 1 页有 1 个字符，文件没有说明是什么字，显示为“�”");
    check_page(&text(glyph, "规章"), "¶ 规章");
    check_page(&text("", "¤"), "¶ ¤");
}

#[test]
fn text_that_is_not_shown() {
    let page = Page::new().text(30.0, 40.0, "明").text_object("Visible=\"false\"", 30.0, 50.0, "", "暗暗");
    check_page(&page, "¶ 明\nnote 略去不显示的图元中的 2 个字符");
    // What is drawn in no colour is the recognised text of a scan.
    for hidden in ["Fill=\"false\"", "Alpha=\"0\""] {
        let page = Page::new().text_object(hidden, 30.0, 40.0, "", "识别");
        check_page(&page, "¶ 识别\nnote 文字是扫描后识别出来的，可能有错字，请与页面上的图片核对");
    }
    check_page(&Page::new().text_object("Fill=\"false\" Stroke=\"true\"", 30.0, 40.0, "", "空心"), "¶ 空心");
}

#[test]
fn pictures() {
    let page = Page::new()
        .text(30.0, 40.0, "表三")
        .raw("<ofd:ImageObject ResourceID=\"9\" Boundary=\"30 50 150 90\" CTM=\"150 0 0 90 0 0\"/>");
    check_page(&page, "¶ 表三\npicture\nnote 第 1 页有大幅图片，其中的文字和表格没有读取");
    let seal = Page::new().text(30.0, 40.0, "表三").raw("<ofd:ImageObject ResourceID=\"9\" Boundary=\"30 50 40 40\"/>");
    check_page(&seal, "¶ 表三");
}

#[test]
fn blocks_and_areas() {
    let inner = Page::new().text(30.0, 40.0, "甲").objects;
    check_page(
        &Page::new().raw(&format!("<ofd:PageBlock><ofd:PageBlock>{inner}</ofd:PageBlock></ofd:PageBlock>")),
        "¶ 甲",
    );
    // What lies outside the page is cut off.
    let area = |area: &str| format!("<ofd:Area><ofd:PhysicalBox>{area}</ofd:PhysicalBox></ofd:Area>");
    let page = Page::new().text(30.0, 40.0, "甲").text(150.0, 40.0, "乙");
    check_page(&page.clone().head(&area("0 0 100 100")), "¶ 甲");
    check_page(&page.clone().head(&area("100 0 100 100")), "¶ 乙");
    for faulty in ["0 0 0 0", "0 0 -5 9", "0 0 1e300 9", "x", ""] {
        check_page(
            &page.clone().head(&area(faulty)),
            "¶ 甲                                                                   乙",
        );
    }
}

#[test]
fn page_numbers_are_left_out() {
    let pages: Vec<Page> = (1..4)
        .map(|number| {
            let mut text = String::new();
            write!(text, "- {number} -").unwrap();
            Page::new().text(30.0, 100.0, "甲").text(100.0, 285.0, &text)
        })
        .collect();
    check(&ofd(&pages).bytes(), "¶ 甲\n¶ 甲\n¶ 甲\nnote 略去页码、页眉和页脚 3 处，此处是第一处");
}
