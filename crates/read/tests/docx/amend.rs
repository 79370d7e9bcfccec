//! New numbers in single cells: nothing else of the file changes.
use std::io::{Cursor, Read as _};

use gouji_model::{Block, Origin, Place};
use gouji_read::{Amendment, Input, Limits, amend, read};
use zip::ZipArchive;

use crate::writer::{Parts, body, cell, item, p, table, tbl, tr};

fn at(table: u32, row: u32, column: u32) -> Origin {
    Origin::at(Place::Table { table, row, column })
}

fn new(origin: Origin, text: &str) -> Amendment {
    Amendment { origin, text: text.to_owned() }
}

/// Name, packed bytes and time of every member.
fn members(bytes: &[u8]) -> Vec<(String, Vec<u8>, String)> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut all = Vec::new();
    for index in 0..zip.len() {
        let mut member = zip.by_index_raw(index).unwrap();
        let mut packed = Vec::new();
        member.read_to_end(&mut packed).unwrap();
        all.push((member.name().unwrap().into_owned(), packed, format!("{:?}", member.last_modified())));
    }
    all
}

fn main_text(bytes: &[u8]) -> String {
    let mut text = String::new();
    ZipArchive::new(Cursor::new(bytes))
        .unwrap()
        .by_name("word/document.xml")
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text
}

/// Amends, and asserts that the main part changed as `expected` says and no other member at all.
#[track_caller]
fn check(parts: &Parts, amendments: &[Amendment], expected: &[(&str, &str)]) {
    let before = parts.bytes();
    let after = amend(&before, amendments, &Limits::default()).unwrap();
    let mut text = main_text(&before);
    for (old, new) in expected {
        assert_eq!(text.matches(old).count(), 1, "{old}");
        text = text.replace(old, new);
    }
    assert_eq!(main_text(&after), text);
    let others =
        |bytes: &[u8]| members(bytes).into_iter().filter(|(name, ..)| name != "word/document.xml").collect::<Vec<_>>();
    assert_eq!(others(&after), others(&before));
    assert_eq!(others(&before).len() + 1, members(&after).len());
}

#[track_caller]
fn refuses(parts: &Parts, amendments: &[Amendment], key: &str) {
    let error = amend(&parts.bytes(), amendments, &Limits::default()).unwrap_err();
    assert_eq!(error.0.key, key);
}

#[test]
fn one_cell_of_many_alike() {
    let parts = body(&(p("0") + &table(&[&["0", "0"], &["0", "7"]]) + &table(&[&["7"]])))
        .with("word/media/image1.png", b"\0\x01\x02");
    check(
        &parts,
        &[new(at(1, 2, 2), "12")],
        &[(
            "<w:t>7</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:tbl>",
            "<w:t>12</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:tbl>",
        )],
    );
}

#[test]
fn a_number_in_several_runs() {
    let split =
        r#"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>1</w:t></w:r><w:r><w:t xml:space="preserve">2 </w:t></w:r></w:p>"#;
    let parts = body(&tbl(&tr(&(cell("", split) + &cell("", &p("3"))))));
    check(
        &parts,
        &[new(at(1, 1, 1), "45")],
        &[("<w:t>1</w:t>", "<w:t>45</w:t>"), (r#"preserve">2 </w:t>"#, r#"preserve"></w:t>"#)],
    );
}

#[test]
fn empty_cells() {
    let marked = "<w:p><w:pPr><w:jc w:val=\"center\"/><w:rPr><w:sz w:val=\"24\"/></w:rPr></w:pPr></w:p>";
    let parts = body(&tbl(&tr(&(cell("", marked) + &cell("", "<w:p/>") + &cell("", &p("3"))))));
    check(
        &parts,
        &[new(at(1, 1, 1), "4"), new(at(1, 1, 2), "5")],
        &[
            ("</w:pPr></w:p>", "</w:pPr><w:r><w:rPr><w:sz w:val=\"24\"/></w:rPr><w:t>4</w:t></w:r></w:p>"),
            ("<w:p/>", "<w:p><w:r><w:t>5</w:t></w:r></w:p>"),
        ],
    );
}

/// Grid columns count what merged cells cover; a table in a cell is one of its own; deleted text is not in the cell.
#[test]
fn merged_nested_and_changed() {
    let wide = tr(&(cell(r#"<w:gridSpan w:val="2"/>"#, &p("a")) + &cell("", &p("8"))));
    let tall = tr(&(cell(r#"<w:vMerge w:val="restart"/>"#, &p("b"))
        + &cell("", &(p("x") + &table(&[&["1", "2"]])))
        + &cell("", &p("9"))));
    let below = tr(&(cell("<w:vMerge/>", &p("9"))
        + &cell("", "<w:p><w:del><w:r><w:t>9</w:t></w:r></w:del><w:ins><w:r><w:t>6</w:t></w:r></w:ins></w:p>")
        + &cell("", &p("9"))));
    let parts = body(&tbl(&(wide + &tall + &below)));
    check(&parts, &[new(at(1, 1, 3), "80")], &[("<w:t>8</w:t>", "<w:t>80</w:t>")]);
    check(&parts, &[new(at(1, 3, 2), "60")], &[("<w:t>6</w:t>", "<w:t>60</w:t>")]);
    check(&parts, &[new(at(2, 1, 2), "20")], &[("<w:t>2</w:t>", "<w:t>20</w:t>")]);
}

#[test]
fn what_cannot_be_changed_alone() {
    let parts = body(&tbl(&tr(&(cell("", &p("3"))
        + &cell("", "<w:p><w:r><w:t>3</w:t><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/></w:r></w:p>")))));
    refuses(&parts, &[new(at(1, 1, 2), "4")], "amend-more-than-text");
    refuses(&parts, &[new(at(1, 1, 3), "4")], "amend-not-one-cell");
    refuses(&parts, &[new(at(1, 1, 1), "4"), new(at(1, 1, 1), "5")], "amend-not-one-cell");
    let numbered = body(&tbl(&tr(&cell("", &item(1, 0, "3"))))).numbering(
        r#"<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"#,
    );
    refuses(&numbered, &[new(at(1, 1, 1), "4")], "amend-more-than-text");
    assert_eq!(amend(b"1\t2\n3\t4\n", &[], &Limits::default()).unwrap_err().0.key, "amend-format");
}

/// What is read back is the file with the new number.
#[test]
fn the_new_number_is_read() {
    let bytes = amend(&body(&table(&[&["0", "1"]])).bytes(), &[new(at(1, 1, 2), "12.5")], &Limits::default()).unwrap();
    let Input::Document(document) = read(&bytes, &Limits::default()).unwrap() else { panic!() };
    let Block::Grid(grid) = &document.blocks[0] else { panic!() };
    assert_eq!(grid.rows[0].iter().map(|cell| &*cell.text).collect::<Vec<_>>(), ["0", "12.5"]);
}
