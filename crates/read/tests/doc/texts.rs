//! Paragraphs and what stands in them.
use crate::definitions::fonts;
use crate::rendering::check;
use crate::writer::{Doc, body, p, run, runs, special, sprm};

#[test]
fn paragraphs() {
    let blank = vec![p("一、总体情况"), p(""), p(" \t "), p("全年主动公开128条。")];
    check(&body(&[blank]), "¶ 1 一、总体情况\n¶ 2 全年主动公开128条。");
}

#[test]
fn breaks_and_marks() {
    let marks = "上\u{b}下\u{e}列\u{c}页\t格\u{1e}1\u{1f}2\u{a0}件";
    check(&body(&[vec![p(marks)]]), "¶ 1 上\n¶ 1 下\n¶ 1 列\n¶ 1 页\t格-12\u{a0}件");
    // The same character ends a section, where its paragraph ends with it.
    let sections = vec![p("甲").mark("\u{c}", &[]), p("乙")];
    check(&body(&[sections]), "¶ 1 甲\n¶ 2 乙");
    // The last paragraph has no mark.
    check(&body(&[vec![p("甲"), p("乙").mark("", &[])]]), "¶ 1 甲\n¶ 2 乙");
}

#[test]
fn text_in_pieces() {
    let text = vec![p("Report 2023 of unit No. 7, first part."), p("收到申请12件，abc结转1件"), p("village 2024")];
    let expected = "¶ 1 Report 2023 of unit No. 7, first part.\n¶ 2 收到申请12件，abc结转1件\n¶ 3 village 2024";
    for piece in [0, 1, 3, 4, 7, 16, 1000] {
        check(&Doc { piece, ..body(std::slice::from_ref(&text)) }, expected);
    }
    check(&body(&[vec![p("𠮷山村")]]), "¶ 1 𠮷山村");
}

#[test]
fn characters_of_one_byte_are_windows_1252() {
    let [mut main, table] = Doc { piece: 100, ..body(&[vec![p("aXb")]]) }.streams();
    let at = main.windows(3).position(|bytes| bytes == b"aXb").unwrap();
    main[at + 1] = 0x93;
    let bytes = crate::writer::container(&[("WordDocument", &main), ("1Table", &table)]);
    let gouji_read::Input::Document(document) = gouji_read::read(&bytes, &gouji_read::Limits::default()).unwrap()
    else {
        panic!("no document")
    };
    let gouji_model::Block::Paragraph(paragraph) = &document.blocks[0] else { panic!("no paragraph") };
    assert_eq!(paragraph.text, "a\u{201c}b");
}

#[test]
fn notes_and_their_marks_are_left_out() {
    let doc = Doc {
        notes: [special("\u{2}"), run(" 脚注", &[])].chunks(2).map(runs).collect(),
        ..body(&[vec![runs(&[run("收到", &[]), special("\u{2}"), run("12件", &[]), special("\u{5}")])]])
    };
    check(&doc, "¶ 1 收到12件");
}

#[test]
fn symbols() {
    let symbol = |font: u16, code: u16| run("(", &[sprm(0x6A09, &[font.to_le_bytes(), code.to_le_bytes()].concat())]);
    let line = runs(&[
        run("公开", &[]),
        symbol(1, 0xF0FE),
        run("（否", &[]),
        symbol(0, 0xF0B4),
        symbol(9, 0xF041),
        run("(", &[]),
    ]);
    check(&body(&[vec![line]]).part(15, fonts(&["Symbol", "Wingdings"])), "¶ 1 公开☑（否×\u{f041}(");
}

#[test]
fn many_paragraphs_on_many_pages() {
    let text: Vec<_> = (0..700).map(|number| p(&format!("第{number}段"))).collect();
    let expected: Vec<String> = (0..700).map(|number| format!("¶ {} 第{number}段", number + 1)).collect();
    check(&body(&[text]), &expected.join("\n"));
}
