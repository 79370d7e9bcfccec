//! Zip files of reports.
use std::io::Cursor;

use gouji_model::{Lang, render};
use gouji_read::{Limits, ReadError, ReportZip, read};

use crate::writer::{in_gbk, replace, zip};

fn open(bytes: &[u8], limits: &Limits) -> Result<Option<ReportZip<Cursor<Vec<u8>>>>, ReadError> {
    ReportZip::open(Cursor::new(bytes.to_vec()), limits)
}

#[track_caller]
fn paths(bytes: &[u8]) -> Vec<String> {
    let opened = open(bytes, &Limits::default()).unwrap().unwrap();
    opened.paths().map(ToOwned::to_owned).collect()
}

#[track_caller]
fn check_refused<T>(result: Result<T, ReadError>, expected: &str) {
    let error = result.map(|_| ()).unwrap_err();
    let text = render(&error.0, Lang::Zh);
    assert!(text.starts_with(expected), "{text}");
    assert!(!error.to_string().starts_with("read-"), "{error}");
}

#[test]
fn files_in_the_order_of_folders() {
    let bytes = zip(&[("乡镇/b.txt", b"2"), ("乡镇.txt", b"4"), ("a.txt", b"1"), ("乡镇/a.txt", b"3"), ("空/", b"")]);
    assert_eq!(paths(&bytes), ["a.txt", "乡镇/a.txt", "乡镇/b.txt", "乡镇.txt"]);
    let mut opened = open(&bytes, &Limits::default()).unwrap().unwrap();
    assert_eq!(opened.read("乡镇/b.txt").unwrap().unwrap(), b"2");
    assert_eq!(opened.read("乡镇").unwrap(), None);
}

#[test]
fn names_in_gbk_and_in_utf8_that_is_not_said() {
    let gbk = in_gbk(zip(&[("aaaaaa/bbbb.txt", b"1")]), "aaaaaa/bbbb", "云岭县/民政");
    assert_eq!(paths(&gbk), ["云岭县/民政.txt"]);
    // Sound as UTF-8 too, but then it would be Cyrillic.
    assert_eq!(paths(&in_gbk(zip(&[("aaaa.txt", b"1")]), "aaaa", "小冶")), ["小冶.txt"]);
    let mut mac = zip(&[("aaaaaa.txt", b"1")]);
    replace(&mut mac, b"aaaaaa", "民政".as_bytes());
    assert_eq!(paths(&mac), ["民政.txt"]);
}

#[test]
fn names_that_lead_out_and_names_of_windows() {
    let mut bytes = zip(&[("aa/../../x.txt", b"1"), ("q/y.txt", b"2"), ("z\u{7}.txt", b"3")]);
    replace(&mut bytes, b"q/y.txt", b"q\\y.txt");
    assert_eq!(paths(&bytes), ["aa/x.txt", "q/y.txt", "z�.txt"]);
}

#[test]
fn litter_is_left_out() {
    let names =
        ["__MACOSX/._a.docx", ".DS_Store", "乡镇/.DS_Store", "Thumbs.db", "a/desktop.ini", "~$报告.docx", "a/报告.txt"];
    let files: Vec<(&str, &[u8])> = names.iter().map(|name| (*name, b"x".as_slice())).collect();
    assert_eq!(paths(&zip(&files)), ["a/报告.txt"]);
    assert_eq!(paths(&zip(&[])).len(), 0);
}

#[test]
fn documents_are_no_zips_of_reports() {
    for name in ["[Content_Types].xml", "mimetype", "OFD.xml"] {
        assert!(open(&zip(&[("a/b.xml", b"x"), (name, b"x")]), &Limits::default()).unwrap().is_none(), "{name}");
    }
    assert!(open(b"", &Limits::default()).unwrap().is_none());
    assert!(open("一、总体情况".as_bytes(), &Limits::default()).unwrap().is_none());
}

#[test]
fn a_zip_in_a_zip_is_refused_by_name_of_its_kind() {
    let inner = zip(&[("a.txt", b"1")]);
    let mut outer = open(&zip(&[("inner.zip", &inner)]), &Limits::default()).unwrap().unwrap();
    let content = outer.read("inner.zip").unwrap().unwrap();
    check_refused(read(&content, &Limits::default()), "这是 zip 压缩 文件。请先解压");
}

#[test]
fn damaged_members_do_not_stop_the_others() {
    let text = "一".repeat(100);
    let mut bytes = zip(&[("a.txt", text.as_bytes()), ("b.txt", b"2")]);
    let start = 30 + "a.txt".len();
    bytes[start..start + 4].fill(0xFF);
    let mut opened = open(&bytes, &Limits::default()).unwrap().unwrap();
    check_refused(opened.read("a.txt"), "文件已损坏，其中的 a.txt 解不开");
    assert_eq!(opened.read("b.txt").unwrap().unwrap(), b"2");
    check_refused(open(b"PK\x03\x04 no zip", &Limits::default()), "文件已损坏，压缩结构读不出来");
}

#[test]
fn bombs() {
    let zeros = vec![0; 8 << 20];
    let bytes = zip(&[("a.txt", &zeros), ("b.txt", &zeros)]);
    let mut opened = open(&bytes, &Limits::default()).unwrap().unwrap();
    check_refused(opened.read("a.txt"), "文件中的 a.txt 解压后有 8 MB，膨胀得太多");
    let limits = Limits { bytes: 1 << 20, ..Limits::default() };
    check_refused(open(&bytes, &limits).unwrap().unwrap().read("a.txt"), "文件有 8 MB，超过上限 1 MB");
    let limits = Limits { archive_inflated_bytes: 15 << 20, ..Limits::default() };
    check_refused(open(&bytes, &limits), "压缩文件里的文件共有 16 MB，超过上限 15 MB");
    let limits = Limits { archive_entries: 1, ..Limits::default() };
    check_refused(open(&bytes, &limits), "文件里的部件超过 1 个");
    // A member that is larger than it says.
    let mut lying = zip(&[("a.txt", &[7; 5000])]);
    replace(&mut lying, &5000_u32.to_le_bytes(), &9_u32.to_le_bytes());
    check_refused(open(&lying, &Limits::default()).unwrap().unwrap().read("a.txt"), "文件已损坏，其中的 a.txt 解不开");
}
