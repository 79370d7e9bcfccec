//! Tables on one page.
use gouji_model::{Block, Place};

use crate::rendering::{check, document};
use crate::writer::{Cell, Page, pdf};

const COLUMNS: [f64; 4] = [80.0, 180.0, 260.0, 340.0];
const ROWS: [f64; 4] = [100.0, 130.0, 160.0, 190.0];
const CELLS: [Cell<'_>; 8] = [
    (0, 0, 1, 1, "信息内容"),
    (0, 1, 1, 2, "本年处理"),
    (1, 0, 2, 1, "三\n、\n本\n年\n度"),
    (1, 1, 1, 1, "12"),
    (1, 2, 1, 1, ""),
    (2, 1, 1, 1, "206\n2"),
    (2, 2, 1, 1, "/"),
    (2, 2, 1, 1, ""),
];
const GRID: &str = "grid\n信息内容|本年处理+2×1\n三、本年度+1×2|12|\n206/2|/";

#[test]
fn merged_cells_broken_numbers_and_labels_from_top_to_bottom() {
    check(&pdf(&[Page::new().table(&COLUMNS, &[100.0, 130.0, 170.0, 210.0], &CELLS)]), GRID);
}

/// Digits go on in the next line where the column has no room for one more; else nobody knows whether they do.
#[test]
fn numbers_that_a_narrow_column_breaks() {
    let table = |width: f64| {
        let cells = [(0, 0, 1, 1, "规章"), (0, 1, 1, 1, "2062\n15"), (0, 2, 1, 1, "34\n34")];
        pdf(&[Page::new().table(&[80.0, 180.0, 180.0 + width, 280.0], &[100.0, 140.0], &cells)])
    };
    let note = "note 第 1 页：栏太窄，数字分在几行，合并为 206215";
    check(&table(28.0), &format!("grid\n规章|206215|34/34\n{note}"));
    check(&table(40.0), "grid\n规章|2062/15|34/34");
}

#[test]
fn text_around_a_table_keeps_its_place() {
    let page = Page::new().text(80.0, 60.0, "二、主动公开").text(80.0, 220.0, "三、收到").table(
        &COLUMNS,
        &ROWS,
        &[(0, 0, 1, 1, "规章"), (0, 1, 1, 2, "1"), (1, 0, 2, 1, "件"), (1, 1, 2, 1, "2"), (1, 2, 2, 1, "")],
    );
    // Edges at which no cell begins count for nothing.
    check(&pdf(&[page]), "¶ 二、主动公开\ngrid\n规章|1+2×1\n件|2|\n¶ 三、收到");
}

/// The grid of a page with the texts of four cells and lines drawn otherwise.
#[track_caller]
fn check_lines(draw: impl Fn(Page) -> Page) {
    let texts = [("规章", 80.0, 100.0), ("1", 180.0, 100.0), ("件", 80.0, 130.0), ("2", 180.0, 130.0)];
    let page = texts.iter().fold(draw(Page::new()), |page, (text, left, top)| {
        page.lines_within((*left, *top, left + 80.0, top + 30.0), text)
    });
    check(&pdf(&[page]), "grid\n规章|1\n件|2");
}

#[test]
fn lines_as_thin_areas() {
    check_lines(|page| {
        page.raw("80 742 160.5 0.5 re f 80 712 160 0.5 re f 80 682 160 0.5 re f")
            .raw("80 682 0.5 60 re f 160 682 .5 60 re f 240 682 0.5 60 re f")
    });
    // All in one path, and as four-sided shapes.
    check_lines(|page| {
        page.raw("80 742 160.5 0.5 re 80 712 160 0.5 re 80 682 160 0.5 re")
            .raw("80 682 m 80.5 682 l 80.5 742 l 80 742 l h 160 682 m 161 682 l 161 742 l 160 742 l h f* ")
            .raw("240 682 0.5 60 re B")
    });
}

#[test]
fn lines_as_rectangles() {
    check_lines(|page| page.raw("80 712 80 30 re S 160 712 80 30 re 80 682 80 30 re 160 682 80 30 re s"));
}

#[test]
fn lines_in_pieces_doubled_and_drifting() {
    check_lines(|page| {
        page.raw("80 742 m 120 742 l S 121 742.4 m 240 742.4 l S 80 740 m 240 740 l S")
            .raw("80 712 m 160 712 l S 160.8 711.5 m 241 711.5 l S 80 682 m 240 682 l S")
            .raw("80 742 m 80.3 682 l S 160 742 m 160 713 l S 161 711 m 161 682 l S 240 742 m 240 682 l S")
    });
}

#[test]
fn open_sides_and_forms() {
    check_lines(|page| {
        page.raw("60 742 m 240 742 l S 60 712 m 240 712 l S 60 682 m 240 682 l S 160 742 m 160 682 l S")
    });
}

#[test]
fn what_is_no_table_line() {
    // White lines, an underline, a frame around the page.
    let page = Page::new()
        .raw("1 g 80 742 160 0.5 re f 1 1 1 RG 80 742 m 80 682 l S 0 g 0 G 80 700 m 200 700 l S")
        .frame(40.0, 40.0, 555.0, 800.0)
        .text(80.0, 120.0, "一、总体情况");
    check(&pdf(&[page]), "¶ 一、总体情况");
}

#[test]
fn an_overflowing_number_stays_in_its_cell() {
    let page = Page::new().table(
        &[80.0, 180.0, 200.0, 260.0],
        &[100.0, 130.0, 160.0],
        &[
            (0, 0, 1, 1, "行政处罚"),
            (0, 1, 1, 1, "3985758"),
            (0, 2, 1, 1, ""),
            (1, 0, 1, 1, "行政强制"),
            (1, 1, 1, 1, "1"),
            (1, 2, 1, 1, "2"),
        ],
    );
    check(&pdf(&[page]), "grid\n行政处罚|3985758|\n行政强制|1|2");
}

#[test]
fn bold_by_printing_twice() {
    let page = Page::new().text(80.0, 100.0, "一、总体").text(80.3, 100.0, "一、总体").text(120.0, 100.0, "情况");
    check(&pdf(&[page]), "¶ 一、总体情况");
}

#[test]
fn a_turned_page() {
    let mut page = Page::new().raw("BT /F1 10 Tf 0 1 -1 0 200 100 Tm <89c47ae0> Tj ET");
    page.entries = "/Rotate 90".to_owned();
    let document = document(&pdf(&[page]));
    let Block::Paragraph(paragraph) = &document.blocks[0] else { panic!("{document:?}") };
    assert_eq!(paragraph.text, "规章");
    assert_eq!(paragraph.origin.place, Place::Page { page: 1, rectangle: [100, 192, 120, 201] });
}

#[test]
fn places() {
    let page = Page::new().table(&COLUMNS, &ROWS, &[(0, 0, 3, 1, "规章"), (0, 1, 3, 2, "1")]);
    let document = document(&pdf(&[page]));
    let Block::Grid(grid) = &document.blocks[0] else { panic!("{document:?}") };
    let places: Vec<&Place> = grid.rows.iter().flatten().map(|cell| &cell.origin.place).collect();
    let place = |rectangle| Place::Page { page: 1, rectangle };
    assert_eq!(places, [&place([80, 100, 180, 190]), &place([180, 100, 340, 190])]);
}
