//! Damaged files: each is read or refused, none makes a reader panic.
use std::io::Cursor;

use gouji_read::{Limits, ReportZip, read};

use crate::writer::{Part, mht, zip};

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

#[test]
fn two_thousand_damaged_pages() {
    let page = "<html><body><p>一、总体情况</p><table><tr><td colspan=2>规章</td><td>0</td></tr></table></body></html>";
    let inner = "--inner\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\nPHA+\n--inner--";
    let sound = mht(&[
        Part::plain("Content-Type: multipart/mixed; boundary=inner", inner),
        Part::quoted("text/html", "gb2312", page),
        Part::plain("Content-Type: image/png\nContent-Transfer-Encoding: base64", "iVBORw0KGgo="),
    ]);
    assert!(read(&sound, &Limits::default()).is_ok());
    let mut random = Random(20_260_501);
    for _ in 0..2000 {
        let mut bytes = sound.clone();
        random.damage(&mut bytes);
        let _ = read(&bytes, &Limits::default());
    }
}

#[test]
fn two_thousand_damaged_zips() {
    let text = "一、总体情况\n".repeat(20);
    let sound =
        zip(&[("乡镇/a.txt", text.as_bytes()), ("b.rtf", br"{\rtf1 a\par}"), ("__MACOSX/b", b"x"), ("c/", b"")]);
    let mut random = Random(20_260_601);
    let mut read_members = 0;
    for _ in 0..2000 {
        let mut bytes = sound.clone();
        random.damage(&mut bytes);
        let Ok(Some(mut opened)) = ReportZip::open(Cursor::new(bytes), &Limits::default()) else { continue };
        let paths: Vec<String> = opened.paths().map(ToOwned::to_owned).collect();
        for path in paths {
            if let Ok(Some(content)) = opened.read(&path) {
                read_members += usize::from(read(&content, &Limits::default()).is_ok());
            }
        }
    }
    assert!(read_members > 300, "{read_members}");
}
