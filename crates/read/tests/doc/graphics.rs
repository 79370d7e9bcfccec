//! Pictures, embedded objects and text boxes.
use crate::definitions::{drawings, inline_picture, record, shape};
use crate::rendering::check;
use crate::writer::{Doc, Run, body, cell, define, drawing, p, row, row_end, run, runs, special, sprm};

fn picture(place: u32) -> Run {
    run("\u{1}", &[sprm(0x6A03, &place.to_le_bytes())])
}

#[test]
fn pictures_in_the_text() {
    let data = [vec![0; 10], inline_picture("表三截图")].concat();
    let line = runs(&[run("表三：", &[]), picture(10), run("完", &[])]);
    let doc = Doc { data, ..body(&[vec![line], vec![runs(&[picture(9000)])]]) };
    check(&doc, "¶ 1 表三：完\npicture 1 表三截图\npicture 2 ");
    // Data of a field is no picture.
    let form = run("\u{1}", &[sprm(0x6A03, &[0; 4]), sprm(0x0806, &[1])]);
    check(&body(&[vec![runs(&[run("甲", &[]), form])]]), "¶ 1 甲");
}

#[test]
fn embedded_objects_bear_the_name_of_their_program() {
    let code = [special("\u{13}"), run(" EMBED Excel.Sheet.8 ", &[]), special("\u{14}"), picture(0), special("\u{15}")];
    check(&body(&[vec![runs(&code)]]), "picture 1 Excel.Sheet.8");
}

#[test]
fn a_picture_in_a_cell() {
    let end = row_end(1, &[define(&[0, 900, 1800], &[])]);
    check(&body(&[cell(1, runs(&[picture(0)])), cell(1, p("1")), vec![end]]), "grid 1\n|1\npicture 1.1.1 ");
}

#[test]
fn drawings_beside_the_text() {
    let group = [shape(20, 0, false, "组合"), shape(21, 75, true, "图")].concat();
    let group = record(15, 0, 0xF003, &group);
    let part = drawings(&[shape(7, 75, true, "扫描件"), shape(8, 1, false, "线"), group]);
    let line = runs(&[run("见", &[]), drawing(7), drawing(8), drawing(20), run("图", &[])]);
    check(&body(&[vec![line]]).part(50, part), "¶ 1 见图\npicture 1 扫描件\npicture 1 组合");
}

#[test]
fn text_boxes() {
    let boxes =
        vec![(8, vec![p("框内"), p("二行")]), (9, [row(&[0, 900, 1800], &["规章", "3"]), vec![p("")]].concat())];
    let text = vec![runs(&[run("正文", &[]), drawing(8)]), p("后")];
    let doc = Doc { boxes, notes: vec![p("页眉")], ..body(&[text]) };
    check(
        &doc,
        "¶ 1 正文
         ¶ 文本框1 1 框内
         ¶ 文本框1 2 二行
         ¶ 2 后
         grid 1
         规章|3",
    );
}

#[test]
fn hidden_graphics_are_out() {
    let hidden = [sprm(0x083C, &[1])];
    let line = runs(&[run("甲", &[]), run("\u{1}", &[sprm(0x6A03, &[0; 4]), hidden[0].clone()])]);
    check(&body(&[vec![line]]), "¶ 1 甲");
}
