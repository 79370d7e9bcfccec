//! `--ocr`: pictures are handed to a program, here one that prints what the test lays beside it.
use std::os::unix::fs::PermissionsExt;

use crate::support::Place;

/// A PDF of one page that is a picture, and a program that answers with a file.
fn place(program: &str, answer: &str) -> Place {
    let place = Place::new();
    place.put("scan.pdf", PDF).put("seen.json", answer).put("see", program);
    std::fs::set_permissions(place.path().join("see"), std::fs::Permissions::from_mode(0o755)).unwrap();
    place
}

/// Readers find objects without a table of them.
const PDF: &str = "%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >> endobj
4 0 obj << /Length 29 >> stream
q 600 0 0 800 0 0 cm /I Do Q 
endstream endobj
5 0 obj << /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >> stream
0
endstream endobj
trailer << /Root 1 0 R >>
";

/// Notes that the picture came, and answers.
const PROGRAM: &str = "#!/bin/sh\nhead -c 4 | tail -c 3 > got\ncat seen.json\n";

/// Lines of text with their heights.
fn seen(lines: &[(u32, &str)]) -> String {
    let boxes = lines.iter().map(|(top, text)| {
        let rectangle = [100, *top, 100 + 20 * u32::try_from(text.chars().count()).unwrap(), top + 20];
        serde_json::json!({ "rectangle": rectangle, "text": text, "confidence": 0.9 })
    });
    let boxes: Vec<_> = boxes.collect();
    serde_json::json!({ "schema": "gouji/ocr/1", "width": 1200, "height": 1600, "boxes": boxes }).to_string()
}

/// Enough of a report to be told as one.
fn report() -> String {
    let heads = ["一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况"];
    let mut lines = vec![(100, "云岭县民政局2023年政府信息公开工作年度报告")];
    for (number, head) in (0..).zip(heads) {
        lines.push((200 + number * 200, head));
        lines.push((260 + number * 200, "全年按照要求公开了各项信息，办理了有关事项。"));
    }
    seen(&lines)
}

#[test]
fn pages_without_text_are_read_by_the_program() {
    let place = place(PROGRAM, &report());
    place.run("read scan.pdf").ends_with(2).complains("都是图片（扫描件）");
    let ran = place.run("read scan.pdf --ocr ./see -v").ends_with(0);
    ran.says("云岭县民政局").says("第 1 页的文字由文字识别程序从图片上读出");
    assert_eq!(place.read("got"), "PNG");
    place.run("check scan.pdf --ocr see").complains("不能启动 see");
    place.run("check scan.pdf --ocr ./see").says("云岭县民政局");
    place.run("export scan.pdf --ocr ./see --to json").ends_with(0);
    assert!(place.read("scan.json").contains("云岭县民政局"));
}

#[test]
fn a_program_that_fails_is_told_with_the_page() {
    let place = place("#!/bin/sh\necho no model >&2\nexit 4\n", "");
    place.run("read scan.pdf --ocr ./see").ends_with(2).complains("第 1 页的图片识别失败").complains("no model");
}

#[test]
fn an_answer_of_another_kind_is_refused() {
    let place = place(PROGRAM, "[1, 2]");
    place.run("read scan.pdf --ocr ./see").ends_with(2).complains("的输出不是 gouji/ocr/1");
    place.put("seen.json", seen(&[]).replace("ocr/1", "ocr/7"));
    place.run("read scan.pdf --ocr ./see").ends_with(2).complains("而是“gouji/ocr/7”");
    place.put("seen.json", seen(&[(9000, "一")]));
    place.run("read scan.pdf --ocr ./see").ends_with(2).complains("第 1 段文字");
}

#[test]
fn a_command_must_name_a_program() {
    let place = place(PROGRAM, &report());
    let ran = place.run("read scan.pdf --ocr= ");
    ran.ends_with(2).complains("--ocr");
    // A file with text needs no program.
    place.put("a.txt", "一、总体情况\n二、主动公开政府信息情况\n").run("read a.txt --ocr ./none");
}
