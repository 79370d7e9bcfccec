//! Text outside ruled tables.
use crate::rendering::check;
use crate::writer::{Page, pdf};

const FULL: &str = "本机关认真贯彻落实政府信息公开条例的各项规定要求，主动公开政府信息共";

#[test]
fn lines_become_paragraphs() {
    let page = Page::new()
        .sized(150.0, 80.0, 18.0, "2023年政府信息公开工作年度报告")
        .text(100.0, 120.0, "一、总体情况")
        .text(100.0, 140.0, &FULL[6..])
        .text(80.0, 160.0, FULL)
        .text(80.0, 180.0, "二十件。")
        .text(100.0, 200.0, "全年没有收到申请。");
    check(
        &pdf(&[page]),
        &format!(
            "¶ 2023年政府信息公开工作年度报告\n¶ 一、总体情况\n¶ {}{FULL}二十件。\n¶ 全年没有收到申请。",
            &FULL[6..]
        ),
    );
}

#[test]
fn a_paragraph_over_pages() {
    let first = Page::new().text(100.0, 700.0, &FULL[6..]).text(80.0, 720.0, FULL).text(300.0, 800.0, "1");
    let second = Page::new().text(80.0, 120.0, "二十件。").text(100.0, 140.0, "下一步").text(300.0, 800.0, "2");
    check(
        &pdf(&[first, second]),
        &format!("¶ {}{FULL}二十件。\n¶ 下一步\nnote 略去页码、页眉和页脚 2 处，此处是第一处", &FULL[6..]),
    );
}

#[test]
fn numbers_at_the_edge_that_are_content() {
    let first = Page::new().text(80.0, 790.0, "3").text(80.0, 700.0, "一");
    let second = Page::new().text(80.0, 120.0, "二");
    check(&pdf(&[first, second]), "¶ 一\n¶ 3\n¶ 二");
}

#[test]
fn blanks_in_a_line() {
    let page = Page::new()
        .raw("BT /F1 10 Tf 80 700 Td <4e003001> Tj <0020> Tj <603b4f53> Tj ET")
        .raw("BT /F1 10 Tf 80 680 Td [<0031> -100 <0032>] TJ ET")
        .raw("BT /F1 10 Tf 80 660 Td [<89c4> -200 <7ae0> -4000 <0031> -3000 <0032>] TJ ET");
    check(&pdf(&[page]), "¶ 一、 总体\n¶ 12\n¶ 规章        1      2");
}

#[test]
fn columns_without_lines() {
    let row = |page: Page, y: f64, label: &str, values: [&str; 3]| {
        let page = page.text(80.0, y, label);
        values.iter().zip([250.0, 330.0, 410.0]).fold(page, |page, (value, left)| page.text(left, y, value))
    };
    let head =
        row(Page::new().text(80.0, 70.0, "二、主动公开"), 100.0, "信息内容", ["制发件数", "废止件数", "现行有效"]);
    let body = row(row(head, 120.0, "规章", ["1", "0", "11"]), 140.0, "行政规范性文件", ["8", "26", "66"]);
    check(
        &pdf(std::slice::from_ref(&body)),
        "¶ 二、主动公开\ngrid\n信息内容|制发件数|废止件数|现行有效\n规章|1|0|11\n行政规范性文件|8|26|66",
    );
    // A row with nothing in a column.
    let blank = body.text(80.0, 160.0, "合计").text(410.0, 160.0, "77");
    check(
        &pdf(&[blank]),
        "¶ 二、主动公开\ngrid\n信息内容|制发件数|废止件数|现行有效\n规章|1|0|11\n行政规范性文件|8|26|66\n合计|||77",
    );
}

#[test]
fn labels_on_several_lines_without_lines() {
    let row = |page: Page, y: f64, values: [&str; 3]| {
        values.iter().zip([250.0, 330.0, 410.0]).fold(page, |page, (value, left)| page.text(left, y, value))
    };
    let page = row(Page::new().text(80.0, 100.0, "信息内容"), 100.0, ["制发件数", "废止件数", "现行有效"])
        .text(80.0, 133.0, "行政机关制发的")
        .text(80.0, 147.0, "规范性文件");
    let page = row(page, 140.0, ["8", "26", "66"]).text(80.0, 180.0, "规章");
    check(
        &pdf(&[row(page, 180.0, ["1", "0", "11"])]),
        "grid\n信息内容|制发件数|废止件数|现行有效\n行政机关制发的/规范性文件|8|26|66\n规章|1|0|11",
    );
}

#[test]
fn columns_that_are_not_certain_stay_text() {
    // A heading over two columns: whose it is cannot be told.
    let page = Page::new()
        .text(80.0, 100.0, "信息内容")
        .text(250.0, 100.0, "本年制发件数及废止件数")
        .text(80.0, 120.0, "规章")
        .text(250.0, 120.0, "1")
        .text(330.0, 120.0, "0")
        .text(80.0, 140.0, "文件")
        .text(250.0, 140.0, "8")
        .text(330.0, 140.0, "26");
    let expected = format!(
        "¶ 信息内容{}本年制发件数及废止件数\n¶ 规章{}1{}0\n¶ 文件{}8{}26",
        " ".repeat(26),
        " ".repeat(30),
        " ".repeat(15),
        " ".repeat(30),
        " ".repeat(15)
    );
    check(&pdf(&[page]), &expected);
}

#[test]
fn pictures() {
    let page =
        Page::new().text(80.0, 100.0, "三、收到").picture(80.0, 120.0, 400.0, 300.0).text(80.0, 450.0, "四、复议");
    check(&pdf(&[page]), "¶ 三、收到\npicture\n¶ 四、复议\nnote 第 1 页有大幅图片，其中的文字和表格没有读取");
    // An emblem and a seal.
    let page = Page::new().text(80.0, 100.0, "三、收到").picture(80.0, 120.0, 100.0, 100.0);
    check(&pdf(&[page]), "¶ 三、收到");
}

#[test]
fn text_under_a_scan() {
    let page = Page::new().picture(0.0, 0.0, 595.0, 842.0).raw("3 Tr");
    let page = (0..12_u32).fold(page, |page, line| page.text(80.0, 100.0 + 40.0 * f64::from(line), "规章"));
    let expected = "¶ 规章\n".repeat(12) + "note 文字是扫描后识别出来的，可能有错字，请与页面上的图片核对";
    check(&pdf(&[page]), &expected);
}
