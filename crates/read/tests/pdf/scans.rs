//! Pictures that stand where text was expected, and what an OCR program saw on them.
use gouji_model::{Lang, Place, render};
use gouji_read::{Input, Limits, SEEN_SCHEMA, Seen, SeenBox, SeenScans, read_scanned, scans};

use crate::rendering::rendered;
use crate::writer::{File, Page, pdf};

/// A page that is a picture of 1190 to 1684 pixels: two to the point.
fn scan() -> Page {
    Page::new().picture(0.0, 0.0, 595.0, 842.0)
}

/// Boxes of these places and texts, in points, of which the program is sure.
fn seen(boxes: &[([f64; 4], &str)], lines: &[[f64; 4]]) -> Seen {
    let twice = |edges: [f64; 4]| edges.map(|edge| edge * 2.0);
    let one = |(place, text): &([f64; 4], &str)| SeenBox {
        rectangle: twice(*place),
        text: (*text).to_owned(),
        confidence: 0.99,
    };
    Seen {
        schema: SEEN_SCHEMA.to_owned(),
        width: 1190.0,
        height: 1684.0,
        boxes: boxes.iter().map(one).collect(),
        lines: lines.iter().copied().map(twice).collect(),
    }
}

/// A line of text of size 10 that begins here.
fn at(left: f64, top: f64, text: &str) -> ([f64; 4], &str) {
    ([left, top, left + crate::writer::width(text), top + 10.0], text)
}

/// Two rows and two columns from 100 to 300 and from 100 to 160.
const GRID: [[f64; 4]; 6] = [
    [100.0, 100.0, 300.0, 100.0],
    [100.0, 130.0, 300.0, 130.0],
    [100.0, 160.0, 300.0, 160.0],
    [100.0, 100.0, 100.0, 160.0],
    [200.0, 100.0, 200.0, 160.0],
    [300.0, 100.0, 300.0, 160.0],
];

const NOTE: &str = "note 第 1 页的文字由文字识别程序从图片上读出，请对照原件核对";

fn read(bytes: &[u8], seen: Seen) -> Input {
    read_scanned(bytes, &Limits::default(), &SeenScans::from([(0, seen)])).unwrap()
}

#[track_caller]
fn check(seen: Seen, expected: &str) {
    let Input::Document(document) = read(&pdf(&[scan()]), seen) else { panic!("no document") };
    let found = rendered(&document);
    assert_eq!(found.trim(), expected, "\n{found}");
}

#[test]
fn what_is_given_out() {
    let pages = [Page::new().text(80.0, 100.0, "三、收到").picture(80.0, 120.0, 400.0, 300.0), Page::new(), scan()];
    let found = scans(&pdf(&pages), &Limits::default()).unwrap();
    let places: Vec<&str> = found.iter().map(|scan| &*scan.place).collect();
    assert_eq!(places, ["1", "3"]);
    // One pixel of grey.
    assert!(found.iter().all(|scan| scan.image.starts_with(b"\x89PNG")));
    assert_eq!(scans(&pdf(&[Page::new().text(80.0, 100.0, "三")]), &Limits::default()).unwrap(), []);
}

#[test]
fn forms_of_images() {
    let image = |entries: &str, content: &str| {
        let mut file = File::new(&[scan()]);
        file.set_stream(8, &format!("/Type /XObject /Subtype /Image /Width 2 /Height 2 {entries}"), content);
        scans(&file.bytes(), &Limits::default()).unwrap().remove(0).image
    };
    let colour_type = |png: &[u8]| (png.starts_with(b"\x89PNG"), png[24], png[25]);
    assert_eq!(colour_type(&image("/ColorSpace /DeviceRGB /BitsPerComponent 8", "abcdefghijkl")), (true, 8, 2));
    assert_eq!(colour_type(&image("/ImageMask true", "ab")), (true, 1, 0));
    assert_eq!(colour_type(&image("/ColorSpace [/CalGray << >>] /BitsPerComponent 8", "abcd")), (true, 8, 0));
    assert_eq!(image("/Filter /DCTDecode", "\u{7f}"), b"", "no JPEG");
    // Too few pixels, four inks, a palette, fax codes.
    for (entries, content) in [
        ("/ColorSpace /DeviceRGB /BitsPerComponent 8", "abc"),
        ("/ColorSpace /DeviceCMYK /BitsPerComponent 8", "abcdefghijklmnop"),
        ("/ColorSpace [/Indexed /DeviceRGB 1 <000000FFFFFF>] /BitsPerComponent 8", "abcd"),
        ("/Filter /CCITTFaxDecode", "abcd"),
    ] {
        assert_eq!(image(entries, content), b"", "{entries}");
    }
}

#[test]
fn lines_draw_tables() {
    let cells =
        [at(110.0, 110.0, "规章"), at(240.0, 110.0, "3"), at(110.0, 140.0, "规范性文件"), at(240.0, 140.0, "12")];
    let all = [&[at(80.0, 60.0, "二、主动公开")][..], &cells].concat();
    check(seen(&all, &GRID), &format!("¶ 二、主动公开\ngrid\n规章|3\n规范性文件|12\n{NOTE}"));
}

#[test]
fn places_are_those_of_the_page() {
    let Input::Document(document) = read(&pdf(&[scan()]), seen(&[at(80.0, 60.0, "二、主动公开")], &[])) else {
        panic!("no document")
    };
    let gouji_model::Block::Paragraph(paragraph) = &document.blocks[0] else { panic!("no paragraph") };
    assert_eq!(paragraph.origin.place, Place::Page { page: 1, rectangle: [80, 60, 140, 70] });
}

#[test]
fn a_figure_that_is_not_sure_is_unreadable() {
    let mut seen = seen(&[at(110.0, 110.0, "规章"), at(240.0, 110.0, "3"), at(110.0, 140.0, "规范性文仵")], &GRID);
    seen.boxes[1].confidence = 0.79;
    seen.boxes[2].confidence = 0.5;
    let doubt = "note 第 1 页有 2 处文字识别没有把握，或者跨在表格线上：3、规范性文仵。其中的数字按无法读取处理";
    check(seen, &format!("grid\n规章|〔无法读取：3〕\n规范性文仵|\n{NOTE}\n{doubt}"));
}

#[test]
fn a_text_across_a_line_is_no_number_of_either_cell() {
    let across = ([150.0, 110.0, 250.0, 120.0], "12 3");
    let doubt = "note 第 1 页有 1 处文字识别没有把握，或者跨在表格线上：12 3。其中的数字按无法读取处理";
    check(
        seen(&[across, at(110.0, 140.0, "规章"), at(240.0, 140.0, "4")], &GRID),
        &format!("grid\n〔无法读取：12 3〕|\n规章|4\n{NOTE}\n{doubt}"),
    );
}

#[test]
fn a_picture_on_which_nothing_was_seen_stays_a_picture() {
    let error = read_scanned(&pdf(&[scan()]), &Limits::default(), &SeenScans::from([(0, seen(&[], &GRID))]));
    let error = render(&error.unwrap_err().0, Lang::Zh);
    assert!(error.starts_with("这个 PDF 的 1 页都是图片（扫描件）"), "{error}");
}

#[test]
fn answers_that_are_none_are_refused() {
    let good = seen(&[at(80.0, 60.0, "二")], &GRID);
    let mut bad: Vec<Seen> = vec![good.clone(); 6];
    bad[0].schema = "gouji/ocr/2".to_owned();
    bad[1].width = f64::NAN;
    bad[2].boxes[0].rectangle = [0.0, 0.0, 0.0, 10.0];
    bad[3].boxes[0].rectangle = [0.0, 0.0, 9e9, 10.0];
    bad[4].boxes[0].confidence = 1.5;
    bad[5].lines[0][0] = f64::INFINITY;
    let keys = bad.into_iter().map(|seen| {
        let refused = read_scanned(&pdf(&[scan()]), &Limits::default(), &SeenScans::from([(0, seen)]));
        refused.unwrap_err().0.key
    });
    let keys: Vec<_> = keys.collect();
    assert_eq!(
        keys,
        ["read-ocr-schema", "read-ocr-size", "read-ocr-box", "read-ocr-box", "read-ocr-box", "read-ocr-line"]
    );
}
