//! Automatic numbers, as Word shows them.
use crate::definitions::{Change, Level, instances, level, lists, styles};
use crate::rendering::check;
use crate::writer::{Doc, Paragraph, body, cell, define, item, merged_row, p, row_end, run, runs, sprm};

const CHINESE: u8 = 37;
const THOUSAND: u8 = 39;
const DECIMAL: u8 = 0;

/// A body with lists, whose instances have the same order.
fn with_lists(paragraphs: Vec<Paragraph>, of: &[&[Level]]) -> Doc {
    let numbered: Vec<(u32, &[Level])> = (100..).zip(of.iter().copied()).collect();
    let plain: Vec<(u32, &[Change])> = numbered.iter().map(|(number, _)| (*number, &[][..])).collect();
    body(&[paragraphs]).part(73, lists(&numbered)).part(74, instances(&plain))
}

#[test]
fn headings_and_the_gap_behind_the_number() {
    let tab = Level { follow: 0, ..level(DECIMAL, "\0.") };
    let blank = Level { follow: 1, ..level(THOUSAND, "（\0）") };
    let text = vec![
        item(1, 0, "总体情况"),
        item(2, 0, "甲"),
        item(3, 0, "乙"),
        item(1, 0, "主动公开"),
        p("正文"),
        item(1, 0, ""),
    ];
    check(
        &with_lists(text, &[&[level(CHINESE, "\0、")], &[tab], &[blank]]),
        "¶ 1 一、总体情况\n¶ 2 1. 甲\n¶ 3 （一） 乙\n¶ 4 二、主动公开\n¶ 5 正文\n¶ 6 三、",
    );
}

#[test]
fn formats() {
    let shown = [
        (1, "XII"),
        (2, "xii"),
        (3, "L"),
        (4, "l"),
        (10, "一二"),
        (14, "１２"),
        (18, "⑫"),
        (22, "12"),
        (26, "⒓"),
        (27, "⑿"),
        (28, "12"),
        (30, "12"),
        (31, "亥"),
        (33, "十二"),
        (34, "壹拾貳"),
        (36, "一二"),
        (37, "十二"),
        (38, "壹拾贰"),
        (39, "十二"),
        (40, "12"),
        (57, "- 12 -"),
        (5, "12th"),
        (6, "Twelve"),
        (7, "Twelfth"),
        (8, "C"),
        (16, "壱拾弐"),
        (32, "乙亥"),
        (200, "12"),
    ];
    for (format, expected) in shown {
        let list = [Level { start: 12, ..level(format, "\0：") }];
        check(&with_lists(vec![item(1, 0, "甲")], &[&list]), &format!("¶ 1 {expected}：甲"));
    }
    for format in [23, 255] {
        let list = [level(format, if format == 23 { "●" } else { "附" })];
        check(&with_lists(vec![item(1, 0, "甲")], &[&list]), if format == 23 { "¶ 1 甲" } else { "¶ 1 附甲" });
    }
}

#[test]
fn levels() {
    let of =
        [level(CHINESE, "\0、"), level(CHINESE, "（\u{1}）"), Level { flags: 4, ..level(DECIMAL, "\0.\u{1}.\u{2}") }];
    let text = [(0, "甲"), (1, "乙"), (1, "丙"), (2, "丁"), (0, "戊"), (1, "己"), (2, "庚")];
    let text = text.iter().map(|(level, text)| item(1, *level, text)).collect();
    check(
        &with_lists(text, &[&of]),
        "¶ 1 一、甲\n¶ 2 （一）乙\n¶ 3 （二）丙\n¶ 4 1.2.1丁\n¶ 5 二、戊\n¶ 6 （一）己\n¶ 7 2.1.1庚",
    );
    // The second level counts on through the document.
    let on = Level { flags: 8, restart: 0, ..level(CHINESE, "（\u{1}）") };
    let text = [(0, "甲"), (1, "乙"), (0, "丙"), (1, "丁")].iter().map(|(level, text)| item(1, *level, text)).collect();
    check(&with_lists(text, &[&[level(CHINESE, "\0、"), on]]), "¶ 1 一、甲\n¶ 2 （一）乙\n¶ 3 二、丙\n¶ 4 （二）丁");
}

#[test]
fn instances_start_afresh_or_define_levels_themselves() {
    let of = [(7, &[level(CHINESE, "\0、")][..])];
    let again = [Change { level: 0, start: Some(3), definition: None }];
    let other = [Change { level: 0, start: None, definition: Some(level(DECIMAL, "\0)")) }];
    let both = [Change { level: 0, start: Some(0), definition: Some(Level { start: 5, ..level(DECIMAL, "<\0>") }) }];
    let text = vec![
        item(1, 0, "甲"),
        item(2, 0, "乙"),
        item(2, 0, "丙"),
        item(3, 0, "丁"),
        item(4, 0, "戊"),
        item(1, 0, "己"),
    ];
    let doc = body(&[text]).part(73, lists(&of));
    check(
        &doc.part(74, instances(&[(7, &[]), (7, &again), (7, &other), (7, &both)])),
        "¶ 1 一、甲\n¶ 2 三、乙\n¶ 3 四、丙\n¶ 4 5)丁\n¶ 5 <5>戊\n¶ 6 六、己",
    );
}

#[test]
fn numbers_of_styles() {
    let listed = [sprm(0x460B, &1_u16.to_le_bytes())];
    let deeper = [sprm(0x260A, &[1])];
    let part =
        styles(&[(0xFFF, Some(&[]), &[]), (0, Some(&listed), &[]), (1, Some(&deeper), &[]), (2, Some(&[]), &[])]);
    let none = [sprm(0x460B, &0_u16.to_le_bytes())];
    let before = [sprm(0x460B, &0xF802_u16.to_le_bytes())];
    let text = vec![
        p("甲").style(1),
        p("乙").style(2),
        p("丙").style(3),
        p("丁").style(1).with(&none),
        p("戊").style(1).with(&before),
        p("己").style(0),
        p("庚").style(77),
        p("辛").style(1),
    ];
    check(
        &with_lists(text, &[&[level(CHINESE, "\0、"), level(CHINESE, "（\u{1}）")]]).part(1, part),
        "¶ 1 一、甲\n¶ 2 （一）乙\n¶ 3 （二）丙\n¶ 4 丁\n¶ 5 戊\n¶ 6 己\n¶ 7 庚\n¶ 8 二、辛",
    );
}

#[test]
fn row_labels_and_covered_cells() {
    let row = |label: Paragraph, value: &str, mark: u16| {
        let end = row_end(1, &[define(&[0, 2000, 3000], &[mark, 0])]);
        [cell(1, label), cell(1, p(value)), vec![end]].concat()
    };
    let rows = [
        row(item(1, 0, "予以公开"), "5", 0),
        row(item(2, 0, "属于国家秘密"), "0", 0),
        row(item(1, 0, "部分公开"), "2", 0x60),
        // A covered cell has no number.
        row(item(1, 0, ""), "3", 0x20),
        row(item(1, 0, "不予公开"), "4", 0),
    ];
    check(
        &with_lists(rows.concat(), &[&[level(CHINESE, "（\0）")], &[level(DECIMAL, "\0.")]]),
        "grid 1\n（一）予以公开|5\n1.属于国家秘密|0\n（二）部分公开↓2|2\n@2 3\n（三）不予公开|4",
    );
}

#[test]
fn deleted_and_hidden_paragraphs_are_not_counted() {
    let deleted = [sprm(0x0800, &[1])];
    let hidden = [sprm(0x083C, &[1])];
    let gone =
        |changes: &[Vec<u8>]| runs(&[run("删", changes)]).with(&[sprm(0x460B, &1_u16.to_le_bytes())]).marked(changes);
    let text = vec![item(1, 0, "甲"), gone(&deleted), item(1, 0, "乙"), gone(&hidden), item(1, 0, "丙")];
    check(
        &with_lists(text, &[&[level(CHINESE, "\0、")]]),
        "¶ 1 一、甲\n¶ 2 二、乙\n¶ 3 三、丙
         note: 文件带有修订痕迹，按全部接受读取：插入或移入 0 处，删除或移出 1 处
         note: 略去不显示的文字 1 处（隐藏文字、隐藏行，或者合并后看不到的格）",
    );
}

#[test]
fn lists_that_are_not_there_or_cut_off() {
    let of: [&[Level]; 1] = [&[level(CHINESE, "\0、"), level(CHINESE, "\u{1}")]];
    let text = vec![item(1, 0, "甲"), item(2, 0, "乙"), item(1, 12, "丙"), item(0x7FF, 0, "丁")];
    let doc = with_lists(text.clone(), &of);
    check(&doc, "¶ 1 一、甲\n¶ 2 乙\n¶ 3 丙\n¶ 4 丁");
    let note = "note: 文件中的 PlfLst 部分已损坏，没有读取；自动编号、隐藏文字可能与 Word 中看到的不同";
    let mut many = doc.parts.iter().find(|(number, _)| *number == 74).unwrap().1.clone();
    many[1] = 0x20;
    check(&doc.part(74, many), &format!("¶ 1 一、甲\n¶ 2 乙\n¶ 3 丙\n¶ 4 丁\n{note}"));
    check(&body(&[text]), &format!("¶ 1 甲\n¶ 2 乙\n¶ 3 丙\n¶ 4 丁\n{note}"));
}

#[test]
fn hidden_numbers_and_plain_rows() {
    let hidden = Level { hidden: true, ..level(CHINESE, "\0、") };
    let text = [vec![item(1, 0, "甲")], merged_row(&[0, 900], &[("乙", 0)])].concat();
    check(&with_lists(text, &[&[hidden]]), "¶ 1 甲\ngrid 1\n乙");
}
