//! Files that are no whole Word file, or ask for too much.
use gouji_read::Limits;

use crate::rendering::{check, check_refused, check_refused_within};
use crate::writer::{body, p, table};

#[test]
fn the_main_part_is_where_the_file_says() {
    let roots = |target: &str| {
        format!(
            "<Relationships><Relationship Id=\"a\" Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument\" Target=\"{target}\"/></Relationships>"
        )
    };
    let other = "<w:document><w:body><w:p><w:r><w:t>另一份</w:t></w:r></w:p></w:body></w:document>";
    check(
        &body(&p("一")).with("_rels/.rels", roots("/word/document2.xml")).with("word/document2.xml", other),
        "¶ 1 另一份",
    );
    check(&body(&p("一")).with("_rels/.rels", roots("word/../word/document.xml")), "¶ 1 一");
    check(&body(&p("一")).with("_rels/.rels", roots("nowhere.xml")), "¶ 1 一");
    check(&body(&p("一")).without("_rels/.rels").without("word/_rels/document.xml.rels"), "¶ 1 一");
    check(&body("").without("word/document.xml").with("word\\Document.xml", other), "¶ 1 另一份");
}

#[test]
fn files_in_utf_16() {
    let text = "<w:document><w:body><w:p><w:r><w:t>一</w:t></w:r></w:p></w:body></w:document>";
    let wide: Vec<u8> = format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    check(&body("").with("word/document.xml", wide), "¶ 1 一");
    check_refused(
        &body("").with("word/document.xml", [&b"<w:document>"[..], &[0xff, 0xfe]].concat()).bytes(),
        "文件中的 word/document.xml 不是 UTF-8",
    );
}

#[test]
fn no_body() {
    check_refused(&body("").without("word/document.xml").bytes(), "这个 Word 文件里没有正文（word/document.xml）");
    check_refused(&body("").document("").bytes(), "这个 Word 文件里没有正文");
    check_refused(&body("").document("<w:document/>").bytes(), "这个 Word 文件里没有正文");
    check_refused(&body("").document("<html><body><p>一</p></body></html>").bytes(), "这个 Word 文件里没有正文");
}

#[test]
fn cut_short() {
    let bytes = body(&p(&"全年收到申请。".repeat(100))).bytes();
    check_refused(&bytes[..bytes.len() - 30], "文件已损坏，压缩结构读不出来");
    check_refused(&bytes[..bytes.len() / 2], "文件已损坏，压缩结构读不出来");
    let mut flipped = bytes.clone();
    let place = bytes.len() / 2;
    flipped[place..place + 20].fill(0);
    check_refused(&flipped, "文件已损坏，其中的 word/document.xml 解不开");
    let text = "<w:document><w:body><w:p><w:r><w:t>一</w:t></w:r></w:p>";
    check_refused(&body("").document(text).bytes(), "文件中的 word/document.xml 在第");
    check_refused(&body("<w:p></w:r></w:p>").bytes(), "文件中的 word/document.xml 在第");
    check_refused(
        &body("").document(&format!("{text}</w:body></w:document></w:document>")).bytes(),
        "文件中的 word/document.xml 在第",
    );
}

#[test]
fn no_document_types() {
    let entity = "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\">]><w:document><w:body>&b;</w:body></w:document>";
    check_refused(&body("").document(entity).bytes(), "文件中的 word/document.xml 带有文档类型声明（DOCTYPE）");
}

#[test]
fn encrypted_members() {
    let mut bytes = body(&p("一")).bytes();
    // The bit that says so, in both headers of each member.
    for mark in [(b"PK\x03\x04", 6), (b"PK\x01\x02", 8)] {
        let places: Vec<usize> = (0..bytes.len() - 4).filter(|at| bytes[*at..].starts_with(mark.0)).collect();
        for at in places {
            bytes[at + mark.1] |= 1;
        }
    }
    check_refused(&bytes, "文件中的 _rels/.rels 已加密");
}

#[test]
fn nested_beyond_measure() {
    let deep = |tag: &str, times: usize| {
        format!("{}{}", format!("<w:{tag}>").repeat(times), format!("</w:{tag}>").repeat(times))
    };
    for tag in ["sdt", "ins", "p", "tbl", "r", "hyperlink", "unknown"] {
        let bytes = body(&deep(tag, 1_000_000)).bytes();
        check_refused(&bytes, "文件中的 word/document.xml 嵌套超过 256 层");
    }
    let mut tables = p("一");
    for _ in 0..50 {
        tables = format!("<w:tbl><w:tr><w:tc>{tables}</w:tc></w:tr></w:tbl>");
    }
    check(&body(&tables), "grid 1\n一");
}

#[test]
fn bombs() {
    let zeros = vec![b' '; 60 << 20];
    check_refused(
        &body("").with("word/document.xml", &zeros).bytes(),
        "文件中的 word/document.xml 解压后有 60 MB，膨胀得太多",
    );
    let many = (0..20_000).fold(body(&p("一")), |parts, _| parts);
    let small = Limits { archive_entries: 3, ..Limits::default() };
    check_refused_within(&small, &many.bytes(), "文件里的部件超过 3 个");
    let small = Limits { inflated_bytes: 1000, ..Limits::default() };
    check_refused_within(&small, &body(&p("一")).bytes(), "文件解压后至少有");
}

#[test]
fn too_many_tags_and_cells() {
    let small = Limits { xml_events: 100, ..Limits::default() };
    check_refused_within(&small, &body(&p("一").repeat(20)).bytes(), "文件中的 word/document.xml 超过 100 个标记");
    let small = Limits { cells: 3, ..Limits::default() };
    check_refused_within(&small, &body(&table(&[&["1", "2"], &["3", "4"]])).bytes(), "这个 Word 文件的表格超过 3 格");
}
