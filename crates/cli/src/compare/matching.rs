//! Which report of one side is compared with which of the other.
use camino::Utf8PathBuf;

use crate::intake::Received;
use crate::units::folded;

/// A report of one side with its file.
pub(crate) struct Candidate {
    /// Its file, as it was named.
    pub(crate) file: Utf8PathBuf,
    /// The report.
    pub(crate) received: Received,
}

/// Positions of reports: pairs in the order of the second side, and those that have no counterpart.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Matched {
    /// Positions in the first and in the second side.
    pub(crate) pairs: Vec<(usize, usize)>,
    /// Only in the first side.
    pub(crate) only_before: Vec<usize>,
    /// Only in the second side.
    pub(crate) only_after: Vec<usize>,
}

/// Pairs reports: one and one are compared whatever they are; of several those of one unit and year, then those of one
/// unit that has one report left on each side (two years), then files of one path below their folders.
pub(crate) fn matched(before: &[Candidate], after: &[Candidate], roots: (&str, &str)) -> Matched {
    if let ([_], [_]) = (before, after) {
        return Matched { pairs: vec![(0, 0)], ..Matched::default() };
    }
    let mut matching = Matching { before, after, pairs: Vec::new() };
    matching.pair(|old, new| same_unit(old, new) && old.received.report.year == new.received.report.year);
    matching.pair_single(same_unit);
    matching.pair(|old, new| {
        let inside = |candidate: &Candidate, root: &str| candidate.file.strip_prefix(root).map(ToOwned::to_owned).ok();
        let is_unknown = old.received.report.unit.name.is_none() || new.received.report.unit.name.is_none();
        is_unknown && inside(old, roots.0).is_some_and(|path| inside(new, roots.1) == Some(path))
    });
    let Matching { mut pairs, .. } = matching;
    pairs.sort_unstable_by_key(|(_, new)| *new);
    let lacks = |taken: &dyn Fn(&(usize, usize)) -> usize, count: usize| {
        (0..count).filter(|index| pairs.iter().all(|pair| taken(pair) != *index)).collect()
    };
    let (only_before, only_after) = (lacks(&|pair| pair.0, before.len()), lacks(&|pair| pair.1, after.len()));
    Matched { pairs, only_before, only_after }
}

struct Matching<'a> {
    before: &'a [Candidate],
    after: &'a [Candidate],
    pairs: Vec<(usize, usize)>,
}

impl Matching<'_> {
    fn free(&self) -> (Vec<usize>, Vec<usize>) {
        let before = (0..self.before.len()).filter(|index| self.pairs.iter().all(|pair| pair.0 != *index));
        let after = (0..self.after.len()).filter(|index| self.pairs.iter().all(|pair| pair.1 != *index));
        (before.collect(), after.collect())
    }

    /// Pairs each report with the first that fits.
    fn pair(&mut self, fits: impl Fn(&Candidate, &Candidate) -> bool) {
        let (mut before, after) = self.free();
        for new in after {
            if let Some(place) = before.iter().position(|old| fits(&self.before[*old], &self.after[new])) {
                self.pairs.push((before.remove(place), new));
            }
        }
    }

    /// Pairs reports that fit each other and no other.
    fn pair_single(&mut self, fits: impl Fn(&Candidate, &Candidate) -> bool) {
        let (before, after) = self.free();
        let partners = |new: usize| -> Vec<usize> {
            before.iter().copied().filter(|old| fits(&self.before[*old], &self.after[new])).collect()
        };
        let mut found = Vec::new();
        for new in &after {
            if let [old] = partners(*new).as_slice()
                && after.iter().filter(|other| fits(&self.before[*old], &self.after[**other])).count() == 1
            {
                found.push((*old, *new));
            }
        }
        self.pairs.append(&mut found);
    }
}

fn same_unit(old: &Candidate, new: &Candidate) -> bool {
    let named = old.received.report.unit.name.as_deref().zip(new.received.report.unit.name.as_deref());
    let same_entry = old.received.listed.is_some() && old.received.listed == new.received.listed;
    same_entry || named.is_some_and(|(old, new)| folded(old) == folded(new))
}
