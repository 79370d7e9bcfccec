//! Damaged files: each is read or refused, none makes the reader panic.
use gouji_read::{Limits, read};

use crate::writer::{Parts, body, cell, item, p, table, tbl, tr};

/// A random sequence that is the same each time (xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % bound as u64).unwrap()
    }

    /// Flips, overwrites, removes or repeats some bytes, or cuts the end off.
    fn damage(&mut self, bytes: &mut Vec<u8>) {
        for _ in 0..=self.below(3) {
            let at = self.below(bytes.len());
            let end = (at + self.below(40)).min(bytes.len());
            match self.below(6) {
                0 | 1 => bytes[at] ^= 1 << self.below(8),
                2 => bytes[at] = u8::try_from(self.below(256)).unwrap(),
                3 => drop(bytes.drain(at..end)),
                4 => drop(bytes.splice(at..at, bytes[at..end].to_vec())),
                _ => bytes.truncate(at.max(1)),
            }
            if bytes.is_empty() {
                bytes.push(0);
            }
        }
    }
}

/// A little of everything.
const BODY: &str = "<w:p><w:pPr><w:pStyle w:val=\"1\"/><w:rPr><w:del/></w:rPr></w:pPr><w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r></w:ins>\
    <w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType=\"separate\"/><w:t>1</w:t><w:fldChar w:fldCharType=\"end\"/></w:r>\
    <mc:AlternateContent><mc:Choice><w:r><w:drawing><wp:docPr name=\"图\"/><a:blip/><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></w:drawing></w:r></mc:Choice></mc:AlternateContent>\
    <w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/><w:br/><w:t>&amp;&#20013;</w:t></w:r></w:p>";
const LISTS: &str = "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl></w:abstractNum>\
    <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"3\"/></w:lvlOverride></w:num>";
const STYLES: &str = "<w:style w:type=\"paragraph\" w:styleId=\"1\"><w:basedOn w:val=\"2\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"2\"><w:basedOn w:val=\"1\"/><w:rPr><w:vanish/></w:rPr></w:style>";

fn sample() -> String {
    let merged = tr(&(cell("<w:gridSpan w:val=\"2\"/><w:vMerge w:val=\"restart\"/>", &item(1, 0, "甲"))
        + &cell("<w:vMerge/>", &p("乙"))));
    item(1, 0, "总体情况")
        + BODY
        + &table(&[&["规章", "0"], &["", "1"]])
        + &tbl(&(merged.clone() + &merged.replace(" w:val=\"restart\"", "")))
}

fn parts(main: &[u8]) -> Parts {
    body("").numbering(LISTS).styles(STYLES).with("word/document.xml", main)
}

fn main_part() -> Vec<u8> {
    format!("<w:document><w:body>{}</w:body></w:document>", sample()).into_bytes()
}

#[test]
fn two_thousand_damaged_files() {
    let sound = parts(&main_part()).bytes();
    assert!(read(&sound, &Limits::default()).is_ok());
    let mut random = Random(20_260_101);
    for _ in 0..2000 {
        let mut bytes = sound.clone();
        random.damage(&mut bytes);
        let _ = read(&bytes, &Limits::default());
    }
}

/// Checksums stop most damage to a zip; inside a sound zip the XML is reached.
#[test]
fn two_thousand_damaged_bodies() {
    let sound = main_part();
    let mut random = Random(20_270_101);
    for _ in 0..2000 {
        let mut main = sound.clone();
        random.damage(&mut main);
        let _ = read(&parts(&main).bytes(), &Limits::default());
    }
}

#[test]
fn damaged_definitions() {
    let mut random = Random(20_280_101);
    for (name, content) in [("word/numbering.xml", LISTS), ("word/styles.xml", STYLES), ("_rels/.rels", LISTS)] {
        for _ in 0..300 {
            let mut bytes = format!("<w:root>{content}</w:root>").into_bytes();
            random.damage(&mut bytes);
            let _ = read(&parts(&main_part()).with(name, &bytes).bytes(), &Limits::default());
        }
    }
}

#[test]
fn cut_anywhere() {
    let sound = parts(&main_part()).bytes();
    for end in (1..sound.len()).step_by(3) {
        let _ = read(&sound[..end], &Limits::default());
    }
}
