//! Headings are found however automatic numbering writes their numbers, and stay as printed.
use camino::Utf8Path;
use gouji_recognise::Hints;
use gouji_tests::samples::{Piece, Printed, word};
use gouji_tests::{books, read, read_file};

/// The six headings with other numbers before them.
const NUMBERS: [[&str; 6]; 22] = [
    ["壹、", "贰、", "叁、", "肆、", "伍、", "陆、"],
    ["壹、", "貳、", "參、", "肆、", "伍、", "陸、"],
    ["I. ", "II. ", "III. ", "IV. ", "V. ", "VI. "],
    ["i) ", "ii) ", "iii) ", "iv) ", "v) ", "vi) "],
    ["Ⅰ、", "Ⅱ、", "Ⅲ、", "Ⅳ、", "Ⅴ、", "Ⅵ、"],
    ["I ", "II ", "III ", "IV ", "V ", "VI "],
    ["A. ", "B. ", "C. ", "D. ", "E. ", "F. "],
    ["a、", "b、", "c、", "d、", "e、", "f、"],
    ["①", "②", "③", "④", "⑤", "⑥"],
    ["⑴ ", "⑵ ", "⑶ ", "⑷ ", "⑸ ", "⑹ "],
    ["⒈", "⒉", "⒊", "⒋", "⒌", "⒍"],
    ["㈠", "㈡", "㈢", "㈣", "㈤", "㈥"],
    ["㊀、", "㊁、", "㊂、", "㊃、", "㊄、", "㊅、"],
    ["甲、", "乙、", "丙、", "丁、", "戊、", "己、"],
    ["甲 ", "乙 ", "丙 ", "丁 ", "戊 ", "己 "],
    ["子、", "丑、", "寅、", "卯、", "辰、", "巳、"],
    ["甲子、", "乙丑、", "丙寅、", "丁卯、", "戊辰、", "己巳、"],
    ["01. ", "02. ", "03. ", "04. ", "05. ", "06. "],
    ["１．", "２．", "３．", "４．", "５．", "６．"],
    ["One. ", "Two. ", "Three. ", "Four. ", "Five. ", "Six. "],
    ["第一部分 ", "第二部分 ", "第三部分 ", "第四部分 ", "第五部分 ", "第六部分 "],
    ["第一章 ", "第二章 ", "第三章 ", "第四章 ", "第五章 ", "第六章 "],
];

#[test]
fn numbers_of_all_formats() {
    let source = Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("suite/reports/consistent-2021.txt");
    let was = read_file(books(), &source, &Hints::default()).unwrap();
    let printed = Printed::of(was.book, &was.report);
    for numbers in NUMBERS {
        let mut renumbered = printed.clone();
        let mut headings = Vec::new();
        for piece in &mut renumbered.0 {
            let Piece::Paragraph(text) = piece else { continue };
            if was.report.sections.iter().any(|section| section.heading == *text) {
                let bare: String = text.chars().skip(2).collect();
                *text = format!("{}{bare}", numbers[headings.len()]);
                headings.push(text.clone());
            }
        }
        let is = read(books(), &word::text(&renumbered), &Hints::default()).unwrap().remove(0);
        let found: Vec<&str> = is.report.sections.iter().map(|section| &*section.heading).collect();
        assert_eq!(found, headings);
        for (was, is) in was.report.sections.iter().zip(&is.report.sections) {
            assert_eq!((&was.id, &was.text), (&is.id, &is.text), "{numbers:?}");
        }
        let unordered = is.findings().iter().any(|finding| finding.rule.contains("order"));
        assert!(!unordered, "{numbers:?}: {:?}", is.findings());
    }
}
