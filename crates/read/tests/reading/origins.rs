//! Places: the line where a text begins, and the bytes of the file that hold it.
use gouji_model::{Block, Origin};

use crate::rendering::{document, line};

/// Every paragraph and cell as its line, and the bytes of the file that its origin gives.
#[track_caller]
fn check(input: &str, expected: &[(u32, &str)]) {
    let found: Vec<(u32, &str)> = document(input.as_bytes())
        .blocks
        .iter()
        .flat_map(|block| match block {
            Block::Paragraph(paragraph) => vec![place(input, &paragraph.origin)],
            Block::Grid(grid) => grid.rows.iter().flatten().map(|cell| place(input, &cell.origin)).collect(),
            Block::Picture(_) => Vec::new(),
        })
        .collect();
    assert_eq!(found, expected);
}

fn place<'a>(input: &'a str, origin: &Origin) -> (u32, &'a str) {
    let (start, end) = origin.bytes.unwrap();
    (line(origin), &input[usize::try_from(start).unwrap()..usize::try_from(end).unwrap()])
}

#[test]
fn paragraphs() {
    check("\u{feff}一、总体\r\n\r\n  0 \u{c}二", &[(1, "一、总体"), (3, "0"), (3, "二")]);
    check("一\n-1-\n二", &[(1, "一"), (3, "二")]);
}

#[test]
fn behind_a_trace() {
    check("[bookmark: a]一[bookmark: b]\n二[bookmark: c]三\n四", &[(1, "一"), (2, "二[bookmark: c]三"), (3, "四")]);
}

#[test]
fn cells_of_tabs() {
    check(
        "\t商业\n企业\n\t\n\t其他\n\n\t\n 0\n\t1\n\t\n",
        &[(1, "商业\n企业"), (3, ""), (4, "其他"), (7, "0"), (8, "1"), (9, "")],
    );
}

#[test]
fn cells_of_pipes() {
    check("a | b |  |\nc | d | e |", &[(1, "a"), (1, "b"), (1, ""), (2, "c"), (2, "d"), (2, "e")]);
    check("商业\n企业 |\n|\n0 |\n甲 |", &[(1, "商业"), (2, "企业"), (3, ""), (4, "0"), (5, "甲")]);
}

#[test]
fn none_where_the_bytes_are_others() {
    let (bytes, ..) = encoding_rs::GB18030.encode("一、总体情况");
    let Block::Paragraph(paragraph) = &document(&bytes).blocks[0] else { panic!("a paragraph") };
    assert_eq!((line(&paragraph.origin), paragraph.origin.bytes), (1, None));
}
