//! Damaged files: each is read or refused, none makes the reader panic.
use gouji_read::{Limits, read};

use crate::writer::{Biff, book, ods, sheet, xls};

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

#[track_caller]
fn damaged(sound: &[u8], seed: u64) {
    assert!(read(sound, &Limits::default()).is_ok());
    let mut random = Random(seed);
    for _ in 0..2000 {
        let mut bytes = sound.to_vec();
        random.damage(&mut bytes);
        let _ = read(&bytes, &Limits::default());
    }
}

const SHEET: &str = r#"<cols><col min="1" max="2" hidden="1"/></cols><sheetData><row r="1" hidden="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>本年&#20214;数</t></is></c></row><row r="2"><c r="A2" s="2"><v>45322</v></c><c r="B2"><f>SUM(A1)</f><v>1e3</v></c><c r="C2" t="e"><v>#REF!</v></c></row></sheetData><mergeCells><mergeCell ref="A1:A2"/></mergeCells>"#;
const TABLE: &str = r#"<table:table table:name="年报"><table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="2"><text:p>信息<text:s text:c="3"/></text:p></table:table-cell><table:covered-table-cell/><table:table-cell table:number-columns-repeated="3" office:value-type="float" office:value="1234"><text:p>1,234</text:p></table:table-cell></table:table-row></table:table>"#;

#[test]
fn two_thousand_damaged_workbooks() {
    damaged(&sheet(SHEET), 20_260_201);
}

/// Checksums stop most damage to a zip; inside a sound zip the XML is reached.
#[test]
fn two_thousand_damaged_sheets() {
    let mut random = Random(20_260_202);
    for _ in 0..2000 {
        let mut content = SHEET.as_bytes().to_vec();
        random.damage(&mut content);
        let _ = read(&sheet(&String::from_utf8_lossy(&content)), &Limits::default());
        let mut content =
            br#"<definedNames><definedName name="gouji.a">'x'!$A$1</definedName></definedNames>"#.to_vec();
        random.damage(&mut content);
        let _ =
            read(&book(&[("x", "visible", SHEET)], &["甲"], &String::from_utf8_lossy(&content)), &Limits::default());
    }
}

#[test]
fn two_thousand_damaged_open_documents() {
    damaged(&ods(TABLE), 20_260_203);
    let mut random = Random(20_260_204);
    for _ in 0..2000 {
        let mut content = TABLE.as_bytes().to_vec();
        random.damage(&mut content);
        let _ = read(&ods(&String::from_utf8_lossy(&content)), &Limits::default());
    }
}

#[test]
fn two_thousand_damaged_records() {
    let cells = [
        (0, 0, Biff::Text("办理结果")),
        (0, 1, Biff::Text("予以公开")),
        (0, 2, Biff::Number(3257.96)),
        (1, 1, Biff::FormulaText("部分公开")),
        (1, 2, Biff::Packed(12)),
        (1, 3, Biff::Error(0x17)),
    ];
    let sound = xls(&cells, &[[0, 1, 0, 0]]);
    damaged(&sound, 20_260_205);
    // Most of the file is the padding of its sectors; here the damage falls on the records.
    let from = sound.windows(4).position(|bytes| bytes == [0x09, 0x08, 0x08, 0x00]).unwrap();
    let mut random = Random(20_260_206);
    for _ in 0..2000 {
        let mut bytes = sound.clone();
        for _ in 0..=random.below(6) {
            bytes[from + random.below(300)] = u8::try_from(random.below(256)).unwrap();
        }
        let _ = read(&bytes, &Limits::default());
    }
}

#[test]
fn two_thousand_damaged_texts() {
    damaged("\u{feff}信息内容,\"本年\n件数\",备注\n规章,\"1,\"\"2\",\n\n甲,1,2\n".as_bytes(), 20_260_207);
    let text =
        "# 甲\n\n3. 一\n\n<table><tr><td>丙\n\n|信息|人|人|\n|-|:-:|-|\n|信息|甲\\|乙|`x|<br>|\n|一|1|1|2|\n二\n";
    damaged(text.as_bytes(), 20_260_208);
}
