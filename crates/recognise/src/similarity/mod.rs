//! Copied text (雷同): how much of a section stands in last year's report, or in another unit's report of the batch.
//!
//! Sections are compared by shingles (Broder, 1997): pieces of a few characters, hashed. Numbers, the unit's own name and
//! sentences that the law or the format prescribes are masked. Other units' reports are found through an index of one
//! shingle in [`SAMPLED`], so that a batch costs about the same for each report, however many there are.
mod neighbours;
mod shingles;

use gouji_edits::RuleBook;
use gouji_model::{Arg, Fact, FactOf, Message, Report, SectionText, Similarity};

pub use neighbours::{Neighbours, TextPrint};
use shingles::Shingles;

/// One shingle of so many stands in the index.
const SAMPLED: u32 = 16;
/// So many of the sentences that are the same are shown.
const MOST_SHOWN: usize = 2;
/// Longest sentence shown, in characters.
const LONGEST_SHOWN: usize = 40;
/// A sentence is the same if so much of it is, in percent.
const SAME_SENTENCE: usize = 80;

/// Puts into a report, for each of its sections, whether it is last year's text. `file` is last year's.
pub fn supply_renewed(book: &RuleBook, report: &mut Report, last_year: &Report, file: &str) {
    let Some(similarity) = book.lexicon.similarity else { return };
    let facts: Vec<_> = report
        .sections
        .iter()
        .map(|section| {
            let own = shingles_of(book, report, section, similarity);
            let before = last_year.section(&section.id).map(|before| shingles_of(book, last_year, before, similarity));
            let set = before.map(Shingles::into_set).unwrap_or_default();
            let fact = match Same::of(&own, &set, similarity.least, similarity.last_year) {
                Some(same) => same.fact(Message::new("evidence-same-last-year").text("file", file), section),
                None => Fact::plain(true),
            };
            (key(FactOf::RENEWED, &section.id), fact)
        })
        .collect();
    report.facts.extend(facts);
}

fn shingles_of(book: &RuleBook, report: &Report, section: &SectionText, similarity: Similarity) -> Shingles {
    let template = book.lexicon.phrases.get("prescribed").map(Vec::as_slice).unwrap_or_default();
    let name = report.unit.name.as_deref().unwrap_or_default();
    Shingles::of(&section.text, name, template, similarity.shingle)
}

fn key(pattern: &str, section: &str) -> Box<str> {
    FactOf::find(pattern).map(|fact| fact.key(&[section])).unwrap_or_default()
}

/// What of a section stands in another text.
struct Same {
    share: usize,
    sentences: Vec<String>,
}

impl Same {
    /// The part of a text that stands in a sorted set of shingles; `None` where the text is too short, or the part too
    /// small, to tell anything.
    fn of(own: &Shingles, set: &[u32], least: usize, from: usize) -> Option<Self> {
        if own.len() < least || set.is_empty() {
            return None;
        }
        let counts: Vec<(usize, usize)> =
            own.sentences().map(|sentence| (sentence.within(set), sentence.len())).collect();
        let share = counts.iter().map(|(same, _)| same).sum::<usize>() * 100 / own.len();
        if share < from {
            return None;
        }
        let same = counts.iter().map(|(same, all)| same * 100 >= all * SAME_SENTENCE);
        let sentences = own.sentences().zip(same).filter(|(_, same)| *same).map(|(sentence, _)| sentence.text.clone());
        Some(Self { share, sentences: sentences.collect() })
    }

    fn fact(self, message: Message, section: &SectionText) -> Fact {
        let shown = self.sentences.iter().take(MOST_SHOWN).map(|sentence| {
            let message = Message::new("evidence-text").text("text", shorten(sentence));
            Arg::Message(Box::new(message))
        });
        let same = match self.sentences.len() {
            0 => Arg::Text(String::new()),
            count => {
                let message = Message::new("evidence-same-sentences").count("count", count);
                Arg::Message(Box::new(message.with("sentences", Arg::List(shown.collect()))))
            }
        };
        let message = message.count("share", self.share).with("same", same);
        Fact { holds: false, evidence: vec![message], origin: section.origin.clone() }
    }
}

fn shorten(sentence: &str) -> String {
    let mut characters = sentence.chars().filter(|character| !character.is_whitespace());
    let short: String = characters.by_ref().take(LONGEST_SHOWN).collect();
    if characters.next().is_some() { format!("{short}…") } else { short }
}
