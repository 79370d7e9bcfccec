//! Tables, with and without lines.
use gouji_model::{Block, Place};

use crate::rendering::{check, document};
use crate::writer::{Cell, Page, ofd};

const COLUMNS: [f64; 4] = [28.0, 64.0, 92.0, 120.0];
const ROWS: [f64; 4] = [35.0, 46.0, 60.0, 74.0];
const CELLS: [Cell<'_>; 7] = [
    (0, 0, 1, 1, "信息内容"),
    (0, 1, 1, 2, "本年处理"),
    (1, 0, 2, 1, "三\n、\n本\n年\n度"),
    (1, 1, 1, 1, "12"),
    (1, 2, 1, 1, ""),
    (2, 1, 1, 1, "206\n2"),
    (2, 2, 1, 1, "/"),
];
const GRID: &str = "grid\n信息内容|本年处理+2×1\n三、本年度+1×2|12|\n206/2|/";

#[test]
fn merged_cells_broken_numbers_and_labels_from_top_to_bottom() {
    check(&ofd(&[Page::new().table(&COLUMNS, &ROWS, &CELLS)]).bytes(), GRID);
}

#[test]
fn places_are_points_on_pages() {
    let pages = [Page::new().text(25.4, 25.4, "甲"), Page::new().table(&COLUMNS, &ROWS, &CELLS)];
    let found = document(&ofd(&pages).bytes());
    let Block::Paragraph(paragraph) = &found.blocks[0] else { panic!("{found:?}") };
    // The baseline is at 72 points; the font has a height and a depth.
    assert_eq!(paragraph.origin.place, Place::Page { page: 1, rectangle: [72, 64, 82, 73] });
    let Block::Grid(grid) = &found.blocks[1] else { panic!("{found:?}") };
    assert_eq!(grid.rows[0][0].origin.place, Place::Page { page: 2, rectangle: [79, 99, 181, 130] });
    assert_eq!(grid.rows[2][1].origin.place, Place::Page { page: 2, rectangle: [261, 170, 340, 210] });
}

/// The grid of a page with the texts of four cells and lines drawn otherwise.
#[track_caller]
fn check_lines(draw: impl Fn(Page) -> Page) {
    let texts = [("规章", 30.0, 40.0), ("1", 60.0, 40.0), ("件", 30.0, 50.0), ("2", 60.0, 50.0)];
    let page = texts.iter().fold(draw(Page::new()), |page, (text, left, top)| {
        page.lines_within((*left, *top, left + 30.0, top + 10.0), text)
    });
    check(&ofd(&[page]).bytes(), "grid\n规章|1\n件|2");
}

/// Six lines around and between four cells, as one path.
const PATH: &str = "M 0 0 L 60 0 M 0 10 L 60 10 M0,20L60,20 S 0 0 L 0 20 m 30 0 l 30 20 M 60 0 L 60 20";

#[test]
fn lines_of_all_kinds() {
    check_lines(|page| page.path("Boundary=\"30 40 60 20\"", PATH));
    // Turned and scaled within its rectangle.
    check_lines(|page| {
        page.path(
            "Boundary=\"30 40 60 20\" CTM=\"0 1 3 0 0 0\"",
            "M 0 0 L 0 20 M 10 0 L 10 20 M 20 0 L 20 20 M 0 0 L 20 0 M 0 10 L 20 10 M 0 20 L 20 20",
        )
    });
    // Rectangles, of which each is a cell.
    check_lines(|page| {
        [(30, 40), (60, 40), (30, 50), (60, 50)].iter().fold(page, |page, (left, top)| {
            page.path(&format!("Boundary=\"{left} {top} 30 10\""), "M 0 0 L 30 0 L 30 10 L 0 10 C")
        })
    });
    // Thin areas.
    check_lines(|page| {
        let page = [40, 50, 60].iter().fold(page, |page, top| {
            let place = format!("Boundary=\"30 {top} 60 .2\" Stroke=\"false\" Fill=\"true\"");
            page.path(&place, "M 0 0 L 60 0 L 60 .2 L 0 .2 C")
        });
        [30, 60, 90].iter().fold(page, |page, left| {
            let place = format!("Boundary=\"{left} 40 .2 20\" Stroke=\"false\" Fill=\"true\"");
            page.path(&place, "M 0 0 L .2 0 L .2 20 L 0 20 C")
        })
    });
}

#[test]
fn lines_that_are_not_seen() {
    let unseen = |attributes: &str, colors: &str| {
        let line = "M 0 5 L 60 5 M 15 0 L 15 20 M 45 0 L 45 20";
        format!(
            "<ofd:PathObject Boundary=\"30 40 60 20\" {attributes}>{colors}<ofd:AbbreviatedData>{line}</ofd:AbbreviatedData></ofd:PathObject>"
        )
    };
    check_lines(|page| {
        page.path("Boundary=\"30 40 60 20\"", PATH)
            .raw(&unseen("", "<ofd:StrokeColor Value=\"255 255 255\"/>"))
            .raw(&unseen("", "<ofd:StrokeColor Value=\"#FF #FF #FF\"/>"))
            .raw(&unseen("", "<ofd:StrokeColor Value=\"0 0 0\" Alpha=\"0\"/>"))
            .raw(&unseen("Visible=\"false\"", ""))
            .raw(&unseen("Alpha=\"0\"", ""))
            .raw(&unseen("Stroke=\"false\"", ""))
            .path("Boundary=\"30 40 60 20\"", "M 0 0 B 0 5 60 5 60 5 M 0 0 Q 1 1 60 5 M 0 0 A 5 5 0 0 1 60 5")
            .path("Boundary=\"30 40 60 20\"", "M 0 0 X 5 5")
            .path("Boundary=\"30 40 60 20\"", "M 0 0 L 1e999 nan")
    });
}

#[test]
fn tables_over_pages_are_joined() {
    let part = |row: usize, texts: &[(usize, &'static str)]| {
        let cells: Vec<Cell<'_>> = texts.iter().map(|(column, text)| (row, *column, 1, 1, *text)).collect();
        cells
    };
    let first = [part(0, &[(0, "规章"), (1, "1"), (2, "2")]), part(1, &[(0, "文件"), (1, "3"), (2, "4")])].concat();
    let second = part(0, &[(0, "许可"), (1, "5"), (2, "6")]);
    let pages = [
        Page::new().table(&COLUMNS, &[250.0, 260.0, 270.0], &first),
        Page::new().table(&COLUMNS, &[30.0, 40.0], &second),
    ];
    check(&ofd(&pages).bytes(), "grid\n规章|1|2\n文件|3|4\n许可|5|6");
}

#[test]
fn tables_without_lines() {
    let rows = [["信息内容", "制发", "废止"], ["规章", "12", "0"], ["文件", "3", "14"], ["许可", "5", "6"]];
    let page = rows.iter().zip(0_u32..).fold(Page::new(), |page, (row, number)| {
        let baseline = 40.0 + 7.0 * f64::from(number);
        page.text(30.0, baseline, row[0]).text(80.0, baseline, row[1]).text(120.0, baseline, row[2])
    });
    check(&ofd(&[page]).bytes(), "grid\n信息内容|制发|废止\n规章|12|0\n文件|3|14\n许可|5|6");
}
