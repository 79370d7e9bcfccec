//! The reports of a batch so far, found by the pieces of text that they have in common.
use std::collections::HashMap;

use gouji_edits::RuleBook;
use gouji_model::{Fact, FactOf, Message, Report, SectionText, Similarity};

use super::shingles::{Sentence, Shingles};
use super::{SAMPLED, Same, key, shingles_of};
use crate::fold::fold;

/// Most reports remembered for one piece: what stands in more of them is a stock phrase.
const MOST_HOLDERS: usize = 32;
/// So many reports with most pieces in common are compared whole.
const MOST_COMPARED: usize = 3;

/// The reports of a batch so far.
///
/// A report is compared with those before it; of two that are alike the later one is told of.
#[derive(Debug, Default)]
pub struct Neighbours {
    reports: Vec<Kept>,
    /// Reports by section and piece.
    holders: HashMap<Box<str>, HashMap<u32, Vec<usize>>>,
}

#[derive(Debug)]
struct Kept {
    name: Option<String>,
    shown: String,
    file: String,
    /// Sorted pieces by section.
    sections: HashMap<Box<str>, Vec<u32>>,
}

/// The text of a report, made ready for comparing with others.
#[derive(Debug)]
pub struct TextPrint {
    similarity: Similarity,
    /// Sections by their place in the report.
    sections: Vec<Shingles>,
}

impl TextPrint {
    /// Makes the text of a report ready; until it is compared its sections count as its own. `None` where the edition
    /// compares nothing.
    pub fn supply(book: &RuleBook, report: &mut Report) -> Option<Self> {
        let similarity = book.lexicon.similarity?;
        let sections = report.sections.iter().map(|section| shingles_of(book, report, section, similarity)).collect();
        let keys = report.sections.iter().map(|section| key(FactOf::ORIGINAL, &section.id));
        report.facts.extend(keys.map(|key| (key, Fact::plain(true))));
        Some(Self { similarity, sections })
    }
}

impl Neighbours {
    /// Puts into a report which of its sections are the text of another unit's report before it, and remembers the
    /// report; says whether there are any. `file` is its own.
    pub fn compare(&mut self, text: TextPrint, report: &mut Report, file: &str) -> bool {
        let mut kept = Kept {
            name: report.unit.name.as_deref().map(fold),
            shown: report.unit.name.as_deref().unwrap_or(file).to_owned(),
            file: file.to_owned(),
            sections: HashMap::new(),
        };
        let mut found = Vec::new();
        for (section, own) in report.sections.iter().zip(text.sections) {
            let same = self.same(&own, &kept, section, text.similarity);
            found.extend(same.map(|fact| (key(FactOf::ORIGINAL, &section.id), fact)));
            if own.len() >= text.similarity.least {
                kept.sections.entry(section.id.clone()).or_insert_with(|| own.into_set());
            }
        }
        self.keep(kept, report);
        let any = !found.is_empty();
        report.facts.extend(found);
        any
    }

    /// The report before that has most of a section's text, if it has enough of it.
    fn same(&self, own: &Shingles, kept: &Kept, section: &SectionText, similarity: Similarity) -> Option<Fact> {
        let mut pieces: Vec<u32> = own.sentences().flat_map(Sentence::sampled).collect();
        pieces.sort_unstable();
        pieces.dedup();
        let holders = self.holders.get(&section.id)?;
        let mut counts: HashMap<usize, usize> = HashMap::new();
        for piece in pieces {
            for holder in holders.get(&piece).into_iter().flatten() {
                *counts.entry(*holder).or_default() += 1;
            }
        }
        let other = |holder: &usize| self.reports[*holder].name.is_none() || self.reports[*holder].name != kept.name;
        let mut ranked: Vec<(usize, usize)> = counts.into_iter().filter(|(holder, _)| other(holder)).collect();
        ranked.sort_unstable_by_key(|(holder, count)| (std::cmp::Reverse(*count), *holder));
        let compared = ranked.iter().take(MOST_COMPARED).filter_map(|(holder, _)| {
            let report = &self.reports[*holder];
            let set = report.sections.get(&section.id)?;
            Some((Same::of(own, set, similarity.least, similarity.neighbour)?, report))
        });
        // Of equal shares the first report.
        let (same, report) = compared.reduce(|best, next| if next.0.share > best.0.share { next } else { best })?;
        let message = Message::new("evidence-same-neighbour");
        Some(same.fact(message.text("unit", &*report.shown).text("file", &*report.file), section))
    }

    fn keep(&mut self, kept: Kept, report: &Report) {
        let index = self.reports.len();
        for section in &report.sections {
            let Some(pieces) = kept.sections.get(&section.id) else { continue };
            let by_piece = self.holders.entry(section.id.clone()).or_default();
            for piece in pieces.iter().filter(|piece| **piece % SAMPLED == 0) {
                let holders = by_piece.entry(*piece).or_default();
                if holders.len() < MOST_HOLDERS && holders.last() != Some(&index) {
                    holders.push(index);
                }
            }
        }
        self.reports.push(kept);
    }
}
