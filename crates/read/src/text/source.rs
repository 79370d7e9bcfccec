//! The decoded text without extractor traces, and the way back from it to the bytes of the file.
use std::borrow::Cow;

use super::decode::Decoded;
use super::traces::{self, Cut};

/// A text whose places can be found again in the file.
pub(super) struct Source<'a> {
    /// The text.
    pub(super) text: Cow<'a, str>,
    /// What was cut out of it, in order.
    pub(super) cuts: Vec<Cut>,
    base: Option<usize>,
}

impl<'a> Source<'a> {
    /// A decoded text, its traces cut out.
    pub(super) fn of(decoded: Decoded<'a>) -> Self {
        let (text, cuts) = traces::cut(decoded.text);
        Self { text, cuts, base: decoded.base }
    }

    /// Offset of a part within the text.
    pub(super) fn offset(&self, part: &str) -> usize {
        part.as_ptr().addr().wrapping_sub(self.text.as_ptr().addr())
    }

    /// The bytes of the file that hold a range of the text, where the file has the text's own bytes.
    pub(super) fn bytes(&self, start: usize, end: usize) -> Option<(u64, u64)> {
        let base = self.base?;
        let before_start = self.removed(|cut| cut.at <= start);
        let before_end = if end == start { before_start } else { self.removed(|cut| cut.at < end) };
        Some(((base + start + before_start) as u64, (base + end + before_end) as u64))
    }

    fn removed(&self, before: impl Fn(&Cut) -> bool) -> usize {
        match self.cuts.partition_point(before) {
            0 => 0,
            count => self.cuts[count - 1].removed,
        }
    }
}
