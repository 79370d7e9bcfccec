//! Damaged files: each is read or refused, none makes the reader panic.
use gouji_read::{Limits, read};

use crate::definitions::{drawings, inline_picture, instances, level, lists, shape, styles};
use crate::writer::{
    Doc, body, cell, cell_of, container, define, drawing, item, merged_row, p, row, row_end, run, runs, special, sprm,
};

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
            match self.below(9) {
                0..=2 => bytes[at] ^= 1 << self.below(8),
                3..=4 => bytes[at] = u8::try_from(self.below(256)).unwrap(),
                5 => bytes[at..end].fill(0xFF),
                6 => drop(bytes.drain(at..end)),
                7 => drop(bytes.splice(at..at, bytes[at..end].to_vec())),
                _ => bytes.truncate(at.max(1)),
            }
            if bytes.is_empty() {
                bytes.push(0);
            }
        }
    }
}

/// A little of everything.
fn sample() -> Doc {
    let hidden = [sprm(0x083C, &[1])];
    let field = [
        special("\u{13}"),
        run(" EMBED Word.Document.8 ", &[]),
        special("\u{14}"),
        run("\u{1}", &[sprm(0x6A03, &[0; 4])]),
    ];
    let text = vec![
        item(1, 0, "总体情况"),
        runs(&[run("暗", &hidden), run("删", &[sprm(0x0800, &[1])]), run("12件", &[sprm(0x0801, &[1])])]).style(1),
        runs(&[&field[..], &[special("\u{15}"), drawing(7), run("后", &[])]].concat()),
    ];
    let inner = [cell(2, p("1")), vec![row_end(2, &[define(&[0, 500], &[])])]].concat();
    let holding = [cell_of(1, [inner, vec![p("内")]].concat()), vec![row_end(1, &[define(&[0, 900], &[])])]].concat();
    let tables = [
        merged_row(&[0, 900, 1800, 2700], &[("甲", 0x60), ("乙", 1), ("", 2)]),
        merged_row(&[0, 900, 1800, 2700], &[("", 0x20), ("1", 0), ("2", 0)]),
        row(&[5, 1800, 2710], &["规章", "0"]),
        holding,
    ];
    Doc {
        data: inline_picture("图"),
        boxes: vec![(7, vec![p("框")])],
        piece: 11,
        piece_changes: vec![(2, vec![0x5C, 0]), (3, sprm(0x0800, &[0]))],
        ..body(&[text, tables.concat()])
    }
    .part(73, lists(&[(5, &[level(37, "\0、"), level(0, "\0.\u{1}")])]))
    .part(74, instances(&[(5, &[])]))
    .part(1, styles(&[(0xFFF, Some(&[]), &[]), (0, Some(&[sprm(0x460B, &[1, 0])]), &hidden)]))
    .part(50, drawings(&[shape(7, 75, true, "扫描件")]))
}

fn file(main: &[u8], table: &[u8], data: &[u8]) -> Vec<u8> {
    container(&[("WordDocument", main), ("1Table", table), ("Data", data)])
}

#[test]
fn two_thousand_damaged_files() {
    let sound = sample().bytes();
    assert!(read(&sound, &Limits::default()).is_ok());
    let mut random = Random(20_260_101);
    for _ in 0..2000 {
        let mut bytes = sound.clone();
        random.damage(&mut bytes);
        let _ = read(&bytes, &Limits::default());
    }
}

/// In a sound container all of the damage reaches the reader.
#[test]
fn two_thousand_damaged_streams() {
    let sample = sample();
    let [main, table] = sample.streams();
    let mut random = Random(20_270_101);
    for _ in 0..2000 {
        let (mut main, mut table, mut data) = (main.clone(), table.clone(), sample.data.clone());
        match random.below(4) {
            0 => random.damage(&mut main),
            1 | 2 => random.damage(&mut table),
            _ => random.damage(&mut data),
        }
        let _ = read(&file(&main, &table, &data), &Limits::default());
    }
}

/// Whatever the head and the pages say, the reader ends.
#[test]
fn heads_and_pages_of_noise() {
    let sample = sample();
    let [main, table] = sample.streams();
    let mut random = Random(20_280_101);
    for _ in 0..500 {
        let mut main = main.clone();
        for _ in 0..random.below(30) {
            let at = if random.below(3) == 0 { 76 + random.below(822) } else { random.below(main.len()) };
            main[at] = [0, 1, 0x7F, 0x80, 0xFF][random.below(5)];
        }
        let _ = read(&file(&main, &table, &sample.data), &Limits::default());
    }
}

#[test]
fn cut_anywhere() {
    let sound = sample().bytes();
    for end in (1..sound.len()).step_by(97) {
        let _ = read(&sound[..end], &Limits::default());
    }
}

/// Chains of sectors that run in circles, from each sector to each other.
#[test]
fn circles_in_the_allocation_table() {
    let sound = sample().bytes();
    let sector = |number: usize| (number + 1) * 512;
    let tables = usize::from(sound[0x4C]) | usize::from(sound[0x4D]) << 8;
    let table = sector(tables);
    let count = sound.len() / 512 - 1;
    for from in 0..count.min(128) {
        for to in [0, from, from / 2, from.saturating_sub(1)] {
            let mut bytes = sound.clone();
            bytes[table + from * 4..table + from * 4 + 4].copy_from_slice(&u32::try_from(to).unwrap().to_le_bytes());
            let _ = read(&bytes, &Limits::default());
        }
    }
}
