//! Tables: places, spans, what is nested in them.
use gouji_model::{Block, Grid};

use crate::rendering::{check, document};
use crate::writer::{Doc, body, cell, cell_of, define, merged_row, p, row, row_end, sprm, within};

const TOP: u16 = 0x60;
const BELOW: u16 = 0x20;

#[test]
fn plain() {
    let edges = [0, 1000, 2000];
    check(
        &body(&[
            vec![p("前")],
            row(&edges, &["规章", "0"]),
            row(&edges, &["", "1"]),
            vec![p("后")],
            row(&[0, 1000], &["强制"]),
            vec![p("完")],
        ]),
        "¶ 1 前\ngrid 1\n规章|0\n|1\n¶ 2 后\ngrid 2\n强制\n¶ 3 完",
    );
}

#[test]
fn paragraphs_and_breaks_of_a_cell_are_lines() {
    let lines = cell_of(1, vec![p("商业"), p(""), p("企业\u{b}单位")]);
    let end = vec![row_end(1, &[define(&[0, 900, 1800], &[])])];
    check(&body(&[lines, cell(1, p("")), end]), "grid 1\n商业/企业/单位|");
}

#[test]
fn spans() {
    check(
        &body(&[
            merged_row(&[0, 2000, 5000], &[("单位", TOP), ("申请人", 0)]),
            merged_row(&[0, 2000, 3000, 5000], &[("", BELOW), ("甲", 0), ("乙", 0)]),
            merged_row(&[0, 1000, 2000, 5000], &[("一", 0), ("二", TOP), ("三", 0)]),
            merged_row(&[0, 1000, 2000, 5000], &[("四", 0), ("", BELOW), ("五", 0)]),
            merged_row(&[0, 1000, 2000, 5000], &[("六", 0), ("", BELOW), ("七", 0)]),
        ]),
        "grid 1\n单位→2↓2|申请人→2\n@3 甲|乙\n一|二↓3|三→2\n四|@3 五→2\n六|@3 七→2",
    );
}

/// Older programs write merged cells as cells of their own with a mark, in one of two ways.
#[test]
fn cells_merged_by_marks() {
    for [first, other] in [[1, 2], [2, 1], [3, 1]] {
        let edges = [0, 1000, 2000, 3000, 4000];
        check(
            &body(&[
                merged_row(&edges, &[("头", first), ("", other), ("", other), ("尾", 0)]),
                merged_row(&edges, &[("甲", first), ("", other), ("乙", first), ("", other)]),
                row(&edges, &["1", "2", "3", "4"]),
            ]),
            "grid 1\n头→3|尾\n甲→2|乙→2\n1|2|3|4",
        );
    }
    // Cells that are covered may have no width.
    check(
        &body(&[
            merged_row(&[0, 2000, 2000, 3000], &[("头", 1), ("", 2), ("尾", 0)]),
            row(&[0, 1000, 2000, 3000], &["1", "2", "3"]),
        ]),
        "grid 1\n头→2|尾\n1|2|3",
    );
}

#[test]
fn a_merged_cell_ends_where_another_begins() {
    let rows = [TOP, BELOW, TOP, BELOW, 0, BELOW].iter().zip(1..);
    let rows: Vec<_> = rows.map(|(mark, number)| merged_row(&[0, 1000], &[(&number.to_string(), *mark)])).collect();
    check(
        &body(&rows),
        "grid 1
         1↓2

         3↓2

         5
         6
         note: 略去不显示的文字 2 处（隐藏文字、隐藏行，或者合并后看不到的格）",
    );
}

#[test]
fn edges_that_differ_by_a_sliver_are_one() {
    check(
        &body(&[
            row(&[-108, 1000, 2003, 3000], &["甲", "乙", "丙"]),
            row(&[-100, 2000, 2990], &["丁", "戊"]),
            row(&[-111, 985, 2010, 3012], &["1", "2", "3"]),
        ]),
        "grid 1\n甲|乙|丙\n丁→2|戊\n1|2|3",
    );
    // A cell that is no wider is none, if it is empty.
    check(&body(&[row(&[0, 40, 1000], &["", "甲"]), row(&[0, 1000], &["乙"])]), "grid 1\n甲\n乙");
}

#[test]
fn rows_of_different_width() {
    check(
        &body(&[
            row(&[0, 1000, 2000], &["1", "2"]),
            row(&[1000, 2000], &["3"]),
            row(&[0, 1000, 2000, 3000], &["4", "5", "6"]),
        ]),
        "grid 1\n1|2\n@2 3\n4|5|6",
    );
}

#[test]
fn rows_that_are_changed_after_they_are_defined() {
    let changed = |texts: &[&str], changes: &[Vec<u8>]| {
        let cells: Vec<_> = texts.iter().flat_map(|text| cell(1, p(text))).collect();
        let definition = [vec![define(&[0, 1000, 2000, 3000], &[0; 3])], changes.to_vec()].concat();
        [cells, vec![row_end(1, &definition)]].concat()
    };
    let plain = row(&[0, 1000, 2000, 3000], &["1", "2", "3"]);
    let cases = [
        (changed(&["甲", "", "乙"], &[sprm(0x5624, &[0, 2])]), "甲→2|乙\n1|2|3"),
        (changed(&["甲", "丙", "乙"], &[sprm(0x5624, &[0, 2]), sprm(0x5625, &[0, 2])]), "甲|丙|乙\n1|2|3"),
        (changed(&["甲", "乙"], &[sprm(0x5622, &[0, 1])]), "甲→2|乙\n1|2|3"),
        (changed(&["甲", "乙", "丙", "丁"], &[sprm(0x7621, &[3, 1, 0xE8, 3])]), "甲|乙|丙|丁\n1|2|3"),
        (changed(&["甲", "乙", "丙"], &[sprm(0x7623, &[0, 1, 0xD0, 7])]), "甲→2|乙|丙\n1|2|3"),
        (changed(&["甲", "乙", "丙"], &[sprm(0xD62B, &[2, 1, 3])]), "甲|乙|丙\n1|2|3"),
    ];
    for (first, expected) in cases {
        check(&body(&[first, plain.clone()]), &format!("grid 1\n{expected}"));
    }
}

/// A definition that is too long for a page lies in the data stream.
#[test]
fn a_row_that_is_defined_in_the_data_stream() {
    let edges: Vec<i16> = (0..=15).map(|edge| edge * 500).collect();
    let texts: Vec<String> = (1..=15).map(|number| number.to_string()).collect();
    let cells: Vec<_> = texts.iter().flat_map(|text| cell(1, p(text))).collect();
    let definition = define(&edges, &[0; 15]);
    let changes = [sprm(0x2416, &[1]), sprm(0x2417, &[1]), definition].concat();
    let data = [vec![0; 6], u16::try_from(changes.len()).unwrap().to_le_bytes().to_vec(), changes].concat();
    let end = p("").mark("\u{7}", &[]).with(&[sprm(0x6646, &6_u32.to_le_bytes())]);
    check(&Doc { data, ..body(&[cells, vec![end]]) }, &format!("grid 1\n{}", texts.join("|")));
}

#[test]
fn nested_tables() {
    let inner_row = |texts: &[&str]| {
        let cells: Vec<_> = texts.iter().flat_map(|text| cell(2, p(text))).collect();
        [cells, vec![row_end(2, &[define(&[0, 400, 800], &[])])]].concat()
    };
    let end = vec![row_end(1, &[define(&[0, 1000, 2000], &[])])];
    let holding =
        cell_of(1, [within(1, vec![p("外")]), inner_row(&["1", "2"]), inner_row(&["3", "4"]), vec![p("")]].concat());
    check(
        &body(&[holding, cell(1, p("右")), end, vec![p("后")]]),
        "grid 1
         外|右
         grid 2
         1|2
         3|4
         ¶ 1 后
         note 1.1.1: 此格里套着另一个表格，已作为单独的表格读取",
    );
    // A table of one column that only holds another is a frame.
    let frame = cell_of(1, [inner_row(&["1", "2"]), vec![p("尾")]].concat());
    check(&body(&[frame, vec![row_end(1, &[define(&[0, 1000], &[])])]]), "grid 1\n1|2\n¶ 1 尾");
}

fn only_grid(doc: &Doc) -> (Grid, usize) {
    let document = document(doc);
    let mut grids = document.blocks.iter().filter_map(|block| match block {
        Block::Grid(grid) => Some(grid.clone()),
        _ => None,
    });
    (grids.next().unwrap(), document.notes.len())
}

fn texts(grid: &Grid) -> Vec<Vec<&str>> {
    grid.rows.iter().map(|row| row.iter().map(|cell| cell.text.as_str()).collect()).collect()
}

#[test]
fn a_row_without_definition_leaves_the_order() {
    let bare = [cell(1, p("甲")), cell(1, p("1")), vec![row_end(1, &[])]].concat();
    let (grid, notes) = only_grid(&body(&[row(&[0, 1000, 2000], &["乙", "2"]), bare]));
    assert_eq!((grid.placed, grid.row_ends, notes), (false, true, 1));
    assert_eq!(texts(&grid), [["乙", "2"], ["甲", "1"]]);
}

#[test]
fn a_row_with_other_cells_than_defined_leaves_only_the_order() {
    for (count, cells) in [(2, vec!["甲", "1", "2"]), (4, vec!["甲", "1", "2"])] {
        let edges: Vec<i16> = (0..=count).map(|edge| edge * 900).collect();
        let (grid, notes) = only_grid(&body(&[row(&[0, 1000], &["乙"]), row(&edges, &cells)]));
        assert_eq!((grid.placed, grid.row_ends, notes), (false, false, 1));
        assert_eq!(texts(&grid), [["乙", "甲", "1", "2"]]);
    }
    // Cells without the end of a row.
    let (grid, notes) = only_grid(&body(&[cell(1, p("甲")), cell(1, p("1")), vec![p("后")]]));
    assert_eq!((grid.placed, grid.row_ends, notes), (false, false, 1));
    assert_eq!(texts(&grid), [["甲", "1"]]);
}
