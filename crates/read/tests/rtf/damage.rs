//! Damaged files: each is read or refused, none makes the reader panic.
use gouji_read::{Limits, read};

use crate::writer::{document, p, row, table, text, unicode};

/// A random sequence that is the same each time (xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % bound as u64).unwrap()
    }

    /// Flips, overwrites, removes or repeats some bytes, puts syntax in, or cuts the end off.
    fn damage(&mut self, bytes: &mut Vec<u8>) {
        for _ in 0..=self.below(3) {
            let at = self.below(bytes.len());
            let end = (at + self.below(40)).min(bytes.len());
            match self.below(7) {
                0 | 1 => bytes[at] ^= 1 << self.below(8),
                2 => bytes[at] = b"{}\\'*-0 \n\xff"[self.below(10)],
                3 => drop(bytes.drain(at..end)),
                4 => drop(bytes.splice(at..at, bytes[at..end].to_vec())),
                5 => bytes[at] = u8::try_from(self.below(256)).unwrap(),
                _ => bytes.truncate(at.max(1)),
            }
            if bytes.is_empty() {
                bytes.push(0);
            }
        }
    }
}

/// A little of everything.
fn sample() -> Vec<u8> {
    let lists = r"{\*\listtable{\list{\listlevel\levelnfcn37\levelfollow2{\leveltext\'02\'00\'a1\'a2;}}\listid7}}{\*\listoverridetable{\listoverride\listid7{\lfolevel\listoverridestartat\levelstartat3}\ls1}}";
    let nested = r"\trowd\cellx1000\cellx2000\pard\intbl a\par\pard\intbl\itap2 x\nestcell{\*\nesttableprops\trowd\cellx400\nestrow}\pard\intbl b\cell c\cell\row\pard ";
    let drawn = r"{\shp{\*\shpinst{\sp{\sn wzName}{\sv x}}{\shptxt\pard in\par}}}{\*\shppict{\pict\pngblip\bin3 abc}}{\object{\*\objclass E}{\result}}";
    let body = lists.to_owned()
        + &p("一、总体情况")
        + "\\pard\\ls1 "
        + &text("主动公开")
        + &unicode("情况")
        + "{\\v x}{\\deleted y}{\\revised z}\\par"
        + &table(&[&["规章", "0"], &["", "1"]])
        + &row(&[("\\clvmgf", "甲"), ("\\clmgf", "乙"), ("\\clmrg", "")])
        + &row(&[("\\clvmrg", ""), ("", "1"), ("\\cldel", "2")])
        + nested
        + drawn
        + r"{\field{\*\fldinst PAGE}{\fldrslt 1}}{\upr{a}{\*\ud{b}}}{\f2 \'fe}\uc2\u24773\'c7\'e9\par";
    document(&body)
}

#[test]
fn two_thousand_damaged_files() {
    let sound = sample();
    assert!(read(&sound, &Limits::default()).is_ok());
    let mut random = Random(20_260_401);
    for _ in 0..2000 {
        let mut bytes = sound.clone();
        random.damage(&mut bytes);
        let _ = read(&bytes, &Limits::default());
    }
}

#[test]
fn cut_anywhere() {
    let sound = sample();
    for end in 1..sound.len() {
        let _ = read(&sound[..end], &Limits::default());
    }
}
