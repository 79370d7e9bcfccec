//! What is in the file and not shown: tracked changes and hidden text.
use crate::definitions::styles;
use crate::rendering::check;
use crate::writer::{Doc, Paragraph, body, cell, define, p, row, row_end, run, runs, sprm};

fn deleted() -> Vec<Vec<u8>> {
    vec![sprm(0x0800, &[1])]
}

fn inserted() -> Vec<Vec<u8>> {
    vec![sprm(0x0801, &[1])]
}

fn hidden(value: u8) -> Vec<Vec<u8>> {
    vec![sprm(0x083C, &[value])]
}

#[test]
fn insertions_are_in_and_deletions_out() {
    let line =
        runs(&[run("收到", &[]), run("1", &deleted()), run("1", &deleted()), run("12", &inserted()), run("件", &[])]);
    check(
        &body(&[vec![line]]),
        "¶ 1 收到12件\nnote: 文件带有修订痕迹，按全部接受读取：插入或移入 1 处，删除或移出 1 处",
    );
    let both = runs(&[run("收到", &[]), run("12", &[inserted(), deleted()].concat()), run("件", &[])]);
    check(&body(&[vec![both]]), "¶ 1 收到件\nnote: 文件带有修订痕迹，按全部接受读取：插入或移入 0 处，删除或移出 1 处");
}

#[test]
fn a_deleted_paragraph_end_joins_the_text() {
    let note = "note: 文件带有修订痕迹，按全部接受读取：插入或移入 0 处，删除或移出 1 处";
    check(
        &body(&[vec![p("上半").marked(&deleted()), p("下半"), p("另一段")]]),
        &format!("¶ 1 上半下半\n¶ 2 另一段\n{note}"),
    );
    // Before a table there is nothing to join with.
    check(&body(&[vec![p("尾").marked(&deleted())], row(&[0, 900], &["格"])]), &format!("¶ 1 尾\ngrid 1\n格\n{note}"));
}

#[test]
fn deleted_and_hidden_rows_are_out() {
    let out = |changes: &[Vec<u8>]| {
        let cells = [cell(1, runs(&[run("旧", changes)])), cell(1, runs(&[run("9", changes)]))].concat();
        let cells: Vec<Paragraph> = cells.into_iter().map(|cell| cell.marked(changes)).collect();
        [cells, vec![row_end(1, &[define(&[0, 900, 1800], &[])]).marked(changes)]].concat()
    };
    let plain = row(&[0, 900, 1800], &["新", "1"]);
    check(
        &body(&[plain.clone(), out(&deleted()), plain.clone()]),
        "grid 1\n新|1\n新|1\nnote: 文件带有修订痕迹，按全部接受读取：插入或移入 0 处，删除或移出 1 处",
    );
    check(
        &body(&[plain.clone(), out(&hidden(1)), plain]),
        "grid 1\n新|1\n新|1\nnote: 略去不显示的文字 1 处（隐藏文字、隐藏行，或者合并后看不到的格）",
    );
}

/// LibreOffice marks the end of the row before a deleted one.
#[test]
fn a_row_is_deleted_with_its_text() {
    let end = |changes: &[Vec<u8>]| vec![row_end(1, &[define(&[0, 900, 1800], &[])]).marked(changes)];
    let old = [cell(1, runs(&[run("旧", &deleted())])), cell(1, runs(&[run("9", &deleted())]))].concat();
    let new = [cell(1, p("新")), cell(1, runs(&[run("9", &deleted()), run("1", &[])]))].concat();
    let note = |count: usize| format!("note: 文件带有修订痕迹，按全部接受读取：插入或移入 0 处，删除或移出 {count} 处");
    check(&body(&[new.clone(), end(&deleted()), old.clone(), end(&[])]), &format!("grid 1\n新|1\n{}", note(2)));
    // Deleting the text alone leaves the row.
    check(&body(&[new, end(&[]), old, end(&[])]), &format!("grid 1\n新|1\n|\n{}", note(3)));
}

/// What an author struck out instead of deleting it does not become part of the number beside it.
#[test]
fn struck_out_text_is_out() {
    let (once, twice, not) = (vec![sprm(0x0837, &[1])], vec![sprm(0x2A53, &[1])], vec![sprm(0x0837, &[0])]);
    check(
        &body(&[vec![runs(&[run("99", &once), run("46", &not), run("8", &twice)])]]),
        "¶ 1 46\nnote: 略去加了删除线的文字 2 处",
    );
}

#[test]
fn hidden_text_is_out() {
    let note = "note: 略去不显示的文字 1 处（隐藏文字、隐藏行，或者合并后看不到的格）";
    check(
        &body(&[vec![runs(&[run("收到", &[]), run("（暗）", &hidden(1)), run("12件", &hidden(0))])]]),
        &format!("¶ 1 收到12件\n{note}"),
    );
    check(&body(&[vec![p("标题。").marked(&hidden(1)), p("正文"), p("后")]]), "¶ 1 标题。正文\n¶ 2 后");
}

#[test]
fn styles_may_hide() {
    let part = styles(&[
        (0xFFF, Some(&[]), &[]),
        (0, Some(&[]), &hidden(1)),
        (1, Some(&[]), &[]),
        (0xFFF, None, &hidden(1)),
        (1, Some(&[]), &hidden(0x81)),
    ]);
    let in_style = |style: u16| [sprm(0x4A30, &style.to_le_bytes())].to_vec();
    let note = "note: 略去不显示的文字 1 处（隐藏文字、隐藏行，或者合并后看不到的格）";
    let shown = |line: Paragraph, expected: &str| {
        check(&Doc::part(body(&[vec![p("前"), line, p("后")]]), 1, part.clone()), expected);
    };
    shown(p("暗").style(2), &format!("¶ 1 前\n¶ 2 后\n{note}"));
    shown(p("明").style(4), "¶ 1 前\n¶ 2 明\n¶ 3 后");
    shown(runs(&[run("明", &[]), run("暗", &in_style(3))]), &format!("¶ 1 前\n¶ 2 明\n¶ 3 后\n{note}"));
    // Two styles that hide show.
    shown(runs(&[run("明", &in_style(3))]).style(1).marked(&hidden(0)), "¶ 1 前\n¶ 2 明\n¶ 3 后");
    shown(runs(&[run("明", &hidden(0x81))]).style(1).marked(&hidden(0)), "¶ 1 前\n¶ 2 明\n¶ 3 后");
    shown(runs(&[run("暗", &hidden(0x80))]).style(1).marked(&hidden(0)), &format!("¶ 1 前\n¶ 2 后\n{note}"));
    // Without its own properties it is as in the style.
    let plain = [hidden(0), vec![sprm(0x2A33, &[0])]].concat();
    shown(runs(&[run("暗", &plain)]).style(1).marked(&hidden(0)), &format!("¶ 1 前\n¶ 2 后\n{note}"));
}

/// A file that was saved in parts says of a whole piece what was changed.
#[test]
fn pieces_change_properties() {
    let text = vec![p("甲乙丙"), p("丁戊己")];
    let note = "note: 文件带有修订痕迹，按全部接受读取：插入或移入 0 处，删除或移出 1 处";
    for change in [vec![0x41, 1], deleted().concat()] {
        let doc = Doc { piece: 4, piece_changes: vec![(1, change)], ..body(std::slice::from_ref(&text)) };
        check(&doc, &format!("¶ 1 甲乙丙\n{note}"));
    }
    let doc = Doc { piece: 4, piece_changes: vec![(0, vec![0x5C, 1])], ..body(&[text]) };
    check(&doc, "¶ 1 丁戊己\nnote: 略去不显示的文字 1 处（隐藏文字、隐藏行，或者合并后看不到的格）");
}
