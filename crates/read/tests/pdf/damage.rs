//! Damaged files are read or refused, and nothing else.
use gouji_read::{Limits, read};

use crate::writer::{Page, pdf, report};

/// Numbers from a seed (splitmix64), so that a failure can be repeated.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, most: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(most.max(1)).unwrap()).unwrap()
    }
}

/// Bits turned, bytes replaced, parts cut out, doubled or cut off.
fn damaged(original: &[u8], numbers: &mut Numbers) -> Vec<u8> {
    let mut bytes = original.to_vec();
    for _ in 0..=numbers.below(8) {
        let at = numbers.below(bytes.len());
        let end = (at + numbers.below(200)).min(bytes.len());
        match numbers.below(6) {
            0 | 1 => bytes[at] ^= 1 << numbers.below(8),
            2 => bytes[at] = b"0123456789<>[]()/ \n%-."[numbers.below(22)],
            3 => drop(bytes.drain(at..end)),
            4 => {
                let part = bytes[at..end].to_vec();
                bytes.splice(at..at, part);
            }
            _ if numbers.below(4) == 0 => bytes.truncate(at.max(1)),
            _ => bytes[at..end].reverse(),
        }
        if bytes.is_empty() {
            break;
        }
    }
    bytes
}

fn small() -> Vec<u8> {
    let cells = [(0, 0, 1, 1, "规章"), (0, 1, 1, 1, "1"), (1, 0, 1, 2, "信息内容")];
    let table = Page::new().table(&[80.0, 180.0, 260.0], &[100.0, 130.0, 160.0], &cells);
    pdf(&[
        table.text(80.0, 60.0, "二、主动公开").picture(80.0, 300.0, 400.0, 200.0),
        Page::new().text(80.0, 80.0, "三"),
    ])
}

#[test]
fn two_thousand_damaged_files() {
    let (small, large) = (small(), report());
    let mut numbers = Numbers(2024);
    for number in 0..2_000 {
        let original = if number % 10 == 0 { &large } else { &small };
        let _ = read(&damaged(original, &mut numbers), &Limits::default());
    }
}

#[test]
fn cut_anywhere() {
    let bytes = small();
    for end in (0..bytes.len()).step_by(7) {
        let _ = read(&bytes[..end], &Limits::default());
    }
}
