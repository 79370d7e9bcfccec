//! A bit for each report of a block.
use std::ops::{BitAnd, BitOr, BitOrAssign, Not};

use crate::batch::BLOCK;

const WORD: usize = 64;
const WORDS: usize = BLOCK / WORD;
/// Rows whose sums are held in registers at a time.
pub(crate) const LANES: usize = 32;

/// One bit for each report of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) struct Mask([u64; WORDS]);

impl Mask {
    pub(crate) const NONE: Self = Self([0; WORDS]);
    pub(crate) const ALL: Self = Self([u64::MAX; WORDS]);

    /// The rows of which something is true.
    pub(crate) fn where_true(values: &[i64; BLOCK], holds: impl Fn(i64) -> bool) -> Self {
        let mut mask = Self::NONE;
        for (word, values) in mask.0.iter_mut().zip(values.chunks_exact(WORD)) {
            for (bit, value) in values.iter().enumerate() {
                *word |= u64::from(holds(*value)) << bit;
            }
        }
        mask
    }

    /// The bits of so many rows at a time, from the first row of each.
    pub(crate) fn by_lanes(mut bits: impl FnMut(usize) -> u32) -> Self {
        let mut mask = Self::NONE;
        for (word, first) in mask.0.iter_mut().zip((0..BLOCK).step_by(WORD)) {
            *word = u64::from(bits(first)) | u64::from(bits(first + LANES)) << LANES;
        }
        mask
    }

    pub(crate) fn has(&self, row: usize) -> bool {
        (self.0[row / WORD] >> (row % WORD)) & 1 == 1
    }

    pub(crate) fn set(&mut self, row: usize, value: bool) {
        let bit = 1 << (row % WORD);
        if value {
            self.0[row / WORD] |= bit;
        } else {
            self.0[row / WORD] &= !bit;
        }
    }

    /// The same with nothing behind so many rows.
    pub(crate) fn first(&self, rows: usize) -> Self {
        let mut mask = *self;
        for (number, word) in mask.0.iter_mut().enumerate() {
            let left = rows.saturating_sub(number * WORD);
            if left < WORD {
                *word &= (1 << left) - 1;
            }
        }
        mask
    }

    pub(crate) fn count(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    pub(crate) fn rows(self) -> impl Iterator<Item = usize> {
        (0..BLOCK).filter(move |row| self.has(*row))
    }

    fn zip(self, other: Self, join: impl Fn(u64, u64) -> u64) -> Self {
        let mut mask = self;
        for (own, other) in mask.0.iter_mut().zip(other.0) {
            *own = join(*own, other);
        }
        mask
    }
}

impl BitAnd for Mask {
    type Output = Self;
    fn bitand(self, other: Self) -> Self {
        self.zip(other, |own, other| own & other)
    }
}

impl BitOr for Mask {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        self.zip(other, |own, other| own | other)
    }
}

impl BitOrAssign for Mask {
    fn bitor_assign(&mut self, other: Self) {
        *self = *self | other;
    }
}

impl Not for Mask {
    type Output = Self;
    fn not(self) -> Self {
        self.zip(self, |own, _| !own)
    }
}
