//! Properties of characters and paragraphs by where they lie in the main stream, on pages of 512 bytes ([MS-DOC] 2.9.33
//! and 2.9.174, `ChpxFkp` and `PapxFkp`).
use super::bytes::{Positions, part, size_at, u32_at};
use crate::Limits;

const PAGE: usize = 512;

/// Bytes of the main stream with the same properties.
#[derive(Clone, Copy)]
pub(super) struct Run<'a> {
    /// First byte.
    pub(super) from: u32,
    /// First byte behind it.
    pub(super) to: u32,
    /// What is changed in the properties; for a paragraph, behind the number of its style.
    pub(super) changes: &'a [u8],
}

/// Bytes of an entry of a run on a page, and what stands at the place that it begins with.
type Entries<'a> = (usize, fn(&'a [u8], u8) -> &'a [u8]);

/// Runs in the order of their bytes; none overlap.
pub(super) struct Runs<'a>(Vec<Run<'a>>);

impl<'a> Runs<'a> {
    /// The runs of characters.
    pub(super) fn of_characters(pages: &[u8], main: &'a [u8], limits: &Limits) -> Self {
        Self::read(pages, main, limits, (1, character_changes))
    }

    /// The runs of paragraphs.
    pub(super) fn of_paragraphs(pages: &[u8], main: &'a [u8], limits: &Limits) -> Self {
        Self::read(pages, main, limits, (13, paragraph_changes))
    }

    /// The run with a byte, or else the first behind it.
    pub(super) fn at(&self, byte: u32) -> Option<Run<'a>> {
        self.0.get(self.0.partition_point(|run| run.to <= byte)).copied()
    }

    /// Reads pages on which each run has an entry of so many bytes, and changes at the place that it begins with. There are
    /// no more pages than fit into the stream, and no more runs than characters.
    fn read(pages: &[u8], main: &'a [u8], limits: &Limits, (size, changes): Entries<'a>) -> Self {
        let pages = Positions::new(pages, 4);
        let mut runs: Vec<Run<'_>> = Vec::new();
        for index in 0..pages.len().min(main.len() / PAGE + 1) {
            let number = pages.data(index).and_then(|data| size_at(data, 0)).unwrap_or(usize::MAX) & 0x3F_FFFF;
            let Some(page) = part(main, number * PAGE, PAGE) else { continue };
            let count = usize::from(page[PAGE - 1]);
            for entry in 0..count {
                let (Some(from), Some(to)) = (u32_at(page, entry * 4), u32_at(page, entry * 4 + 4)) else { break };
                let Some(place) = page.get((count + 1) * 4 + entry * size).copied() else { break };
                let from = from.max(runs.last().map_or(0, |run| run.to));
                if from < to && runs.len() < limits.doc_characters as usize {
                    runs.push(Run { from, to, changes: changes(page, place) });
                }
            }
        }
        Self(runs)
    }
}

/// What stands on a page at a place that is counted in pairs of bytes; the first byte is its length.
fn character_changes(page: &[u8], place: u8) -> &[u8] {
    let at = usize::from(place) * 2;
    let length = page.get(at).copied().unwrap_or(0);
    if at == 0 { &[] } else { part(page, at + 1, usize::from(length)).unwrap_or_default() }
}

/// The same with a length that is counted in pairs of bytes, in the second byte if the first is 0.
fn paragraph_changes(page: &[u8], place: u8) -> &[u8] {
    let at = usize::from(place) * 2;
    let found = match (page.get(at), page.get(at + 1)) {
        _ if at == 0 => None,
        (Some(0), Some(pairs)) => part(page, at + 2, usize::from(*pairs) * 2),
        (Some(pairs), _) => part(page, at + 1, usize::from(*pairs) * 2 - 1),
        _ => None,
    };
    found.unwrap_or_default()
}
