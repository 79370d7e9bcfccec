//! Files that cannot be read are refused in the user's words.
use gouji_read::Limits;

use crate::rendering::{check_refused, check_refused_within};
use crate::writer::{Doc, body, container, item, p, row};

fn streams() -> [Vec<u8>; 2] {
    body(&[vec![p("甲")]]).streams()
}

fn file(main: &[u8], table: &[u8]) -> Vec<u8> {
    container(&[("WordDocument", main), ("1Table", table)])
}

#[test]
fn encrypted_and_old_files() {
    let [mut main, table] = streams();
    main[11] |= 1;
    check_refused(&file(&main, &table), "这是加密的 Office 文件");
    for head in [[0xDC, 0xA5, 0x68, 0], [0xDC, 0xA5, 0xC1, 0], [0xEC, 0xA5, 0x65, 0]] {
        let [mut main, table] = streams();
        main[..4].copy_from_slice(&head);
        check_refused(&file(&main, &table), "这是 Word 95 或更早的文件");
    }
}

#[test]
fn damaged_files() {
    let [main, table] = streams();
    let whole = file(&main, &table);
    check_refused(&whole[..2000], "文件已损坏");
    check_refused(&file(&main[..100], &table), "文件已损坏，其中的 FIB");
    check_refused(&file(b"not a head, but long enough", &table), "文件已损坏，其中的 FIB");
    check_refused(&file(&main, &[]), "文件已损坏，其中的 1Table");
    check_refused(&file(&main, b"short"), "文件已损坏，其中的 Clx");
    // The pieces lie behind the end of the stream.
    check_refused(&file(&main[..1000], &table), "文件已损坏，其中的 Clx");
}

#[test]
fn files_without_text() {
    check_refused(&body(&[vec![p(""), p(" ")]]).bytes(), "文件里只有空格和空行");
    check_refused(&Doc::default().bytes(), "文件已损坏，其中的 Clx");
}

#[test]
fn a_text_in_a_spreadsheet_is_no_text() {
    let [main, table] = streams();
    let sheet = container(&[("Workbook", &[9, 8, 16, 0]), ("MBD01/WordDocument", &main), ("MBD01/1Table", &table)]);
    check_refused(&sheet, "这是 Excel 97–2003（xls） 文件");
}

#[test]
fn bounds() {
    let limits = Limits { lines: 3, ..Limits::default() };
    let four: Vec<_> = ["甲", "乙", "丙", "丁"].map(p).to_vec();
    check_refused_within(&limits, &body(std::slice::from_ref(&four)).bytes(), "这个 Word 文件超过 3 段");
    assert!(gouji_read::read(&body(&[four[..3].to_vec()]).bytes(), &limits).is_ok());
    let limits = Limits { doc_characters: 7, ..Limits::default() };
    check_refused_within(&limits, &body(std::slice::from_ref(&four)).bytes(), "这个 Word 文件超过 7 字");
    let limits = Limits { doc_changes: 10, ..Limits::default() };
    check_refused_within(
        &limits,
        &body(&[vec![item(1, 0, "甲"), item(1, 0, "乙")]]).bytes(),
        "这个 Word 文件的格式信息太多",
    );
    let limits = Limits { cells: 5, ..Limits::default() };
    let rows = [row(&[0, 900, 1800], &["甲", "1"]), row(&[0, 900, 1800], &["乙", "2"])];
    check_refused_within(&limits, &body(&rows).bytes(), "这个 Word 文件的表格超过 5 格");
}
