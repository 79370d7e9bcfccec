//! Tables over pages.
use crate::rendering::check;
use crate::writer::{Cell, Page, pdf};

const COLUMNS: [f64; 4] = [80.0, 105.0, 205.0, 260.0];

/// Rows of 30 points, the last one ending at the bottom of the page.
fn upper(cells: &[Cell<'_>], rows: u32) -> Page {
    let edges: Vec<f64> = (0..=rows).map(|row| 770.0 - 30.0 * f64::from(rows - row)).collect();
    Page::new().table(&COLUMNS, &edges, cells)
}

fn lower(columns: &[f64], cells: &[Cell<'_>], rows: u32) -> Page {
    let edges: Vec<f64> = (0..=rows).map(|row| 70.0 + 30.0 * f64::from(row)).collect();
    Page::new().table(columns, &edges, cells)
}

#[test]
fn a_label_of_several_rows_is_cut() {
    let above = upper(
        &[
            (0, 0, 2, 1, "三、\n本年"),
            (0, 1, 1, 1, "1.国家秘密"),
            (0, 2, 1, 1, "1"),
            (1, 1, 1, 1, "2.其他"),
            (1, 2, 1, 1, "2"),
        ],
        2,
    );
    let below = lower(
        &COLUMNS,
        &[(0, 0, 2, 1, "度"), (0, 1, 1, 1, "3.稳定"), (0, 2, 1, 1, "3"), (1, 1, 1, 1, "4.第三方"), (1, 2, 1, 1, "4")],
        2,
    );
    check(&pdf(&[above.clone(), below]), "grid\n三、/本年/度+1×4|1.国家秘密|1\n2.其他|2\n3.稳定|3\n4.第三方|4");
    // Nothing of the label stands below.
    let below = lower(&COLUMNS, &[(0, 0, 1, 1, ""), (0, 1, 1, 1, "3.稳定"), (0, 2, 1, 1, "3")], 1);
    check(&pdf(&[above.clone(), below]), "grid\n三、/本年+1×3|1.国家秘密|1\n2.其他|2\n3.稳定|3");
    // Another label begins, though it has several rows.
    let below = lower(
        &COLUMNS,
        &[(0, 0, 2, 1, "四、"), (0, 1, 1, 1, "甲"), (0, 2, 1, 1, "3"), (1, 1, 1, 1, "乙"), (1, 2, 1, 1, "4")],
        2,
    );
    check(&pdf(&[above, below]), "grid\n三、/本年+1×2|1.国家秘密|1\n2.其他|2\n四、+1×2|甲|3\n乙|4");
}

#[test]
fn a_fragment_with_fewer_columns() {
    let above = upper(&[(0, 0, 1, 2, "一、新收"), (0, 2, 1, 1, "1")], 1);
    let below = lower(
        &COLUMNS,
        &[(0, 0, 2, 1, "三"), (0, 1, 1, 1, "甲"), (0, 2, 1, 1, "2"), (1, 1, 1, 1, "乙"), (1, 2, 1, 1, "3")],
        2,
    );
    check(&pdf(&[above.clone(), below]), "grid\n一、新收+2×1|1\n三+1×2|甲|2\n乙|3");
    let below = lower(&[80.0, 205.0, 260.0], &[(0, 0, 1, 1, "四、结转"), (0, 1, 1, 1, "5")], 1);
    let middle = upper(&[(0, 0, 1, 1, "三"), (0, 1, 1, 1, "甲"), (0, 2, 1, 1, "2")], 1);
    check(&pdf(&[middle, below]), "grid\n三|甲|2\n四、结转+2×1|5");
}

#[test]
fn repeated_heads_stay() {
    let head = [(0, 0, 1, 2, "申请人情况"), (0, 2, 1, 1, "总计")];
    let above = upper(&[head[0], head[1], (1, 0, 1, 1, "一"), (1, 1, 1, 1, "新收"), (1, 2, 1, 1, "1")], 2);
    let below = lower(&COLUMNS, &[head[0], head[1], (1, 0, 1, 1, "二"), (1, 1, 1, 1, "结转"), (1, 2, 1, 1, "2")], 2);
    check(&pdf(&[above, below]), "grid\n申请人情况+2×1|总计\n一|新收|1\n申请人情况+2×1|总计\n二|结转|2");
}

#[test]
fn a_label_is_cut_before_repeated_heads() {
    let head = [(0, 0, 1, 2, "申请人情况"), (0, 2, 1, 1, "总计")];
    let rows = |label, first, second| {
        [
            head[0],
            head[1],
            (1, 0, 2, 1, label),
            (1, 1, 1, 1, first),
            (1, 2, 1, 1, "1"),
            (2, 1, 1, 1, second),
            (2, 2, 1, 1, "2"),
        ]
    };
    let (above, below) = (upper(&rows("三、\n本年", "甲", "乙"), 3), lower(&COLUMNS, &rows("度", "丙", "丁"), 3));
    check(
        &pdf(&[above, below]),
        "grid\n申请人情况+2×1|总计\n三、/本年/度+1×2|甲|1\n乙|2\n申请人情况+2×1|总计\n丙|1\n丁|2",
    );
}

#[test]
fn a_row_is_cut() {
    let above = upper(&[(0, 0, 1, 1, "三"), (0, 1, 1, 1, "1.其他法律行政法规"), (0, 2, 1, 1, "7")], 1);
    let below = lower(&COLUMNS, &[(0, 0, 1, 1, ""), (0, 1, 1, 1, "禁止公开"), (0, 2, 1, 1, "")], 1);
    check(&pdf(&[above, below]), "grid\n三|1.其他法律行政法规/禁止公开|7");
    // A short label is whole: the next row is another.
    let above = upper(&[(0, 0, 1, 1, ""), (0, 1, 1, 1, "规章"), (0, 2, 1, 1, "")], 1);
    let below = lower(&COLUMNS, &[(0, 0, 1, 1, ""), (0, 1, 1, 1, "行政规范性文件"), (0, 2, 1, 1, "3")], 1);
    check(&pdf(&[above, below]), "grid\n|规章|\n|行政规范性文件|3");
}

#[test]
fn what_does_not_go_on() {
    let table = |text| [(0, 0, 1, 1, "三"), (0, 1, 1, 1, text), (0, 2, 1, 1, "7")];
    let heading = lower(&COLUMNS, &table("乙"), 1).text(80.0, 60.0, "四、行政复议");
    check(&pdf(&[upper(&table("甲"), 1), heading]), "grid\n三|甲|7\n¶ 四、行政复议\ngrid\n三|乙|7");
    let narrow = lower(&[80.0, 105.0, 200.0, 240.0], &table("乙"), 1);
    check(&pdf(&[upper(&table("甲"), 1), narrow]), "grid\n三|甲|7\ngrid\n三|乙|7");
    let other = lower(&[80.0, 120.0, 150.0, 260.0], &table("乙"), 1);
    check(&pdf(&[upper(&table("甲"), 1), other]), "grid\n三|甲|7\ngrid\n三|乙|7");
}

#[test]
fn page_numbers_between_are_no_content() {
    let table = |text| [(0, 0, 1, 1, "三"), (0, 1, 1, 1, text), (0, 2, 1, 1, "7")];
    let above = upper(&table("甲"), 1).text(500.0, 800.0, "- 1 -").text(80.0, 40.0, "某县年度报告");
    let middle = lower(&COLUMNS, &table("乙"), 1).text(80.0, 800.0, "- 2 -").text(80.0, 40.0, "某县年度报告");
    let last = lower(&COLUMNS, &table("丙"), 1).text(80.0, 800.0, "- 3 -").text(80.0, 40.0, "某县年度报告");
    check(
        &pdf(&[above, middle, last]),
        "grid\n三|甲|7\n三|乙|7\n三|丙|7\nnote 略去页码、页眉和页脚 6 处，此处是第一处",
    );
}
