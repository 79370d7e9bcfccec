//! The words of a lexicon, found in a text in one pass.
use std::collections::BTreeMap;

use aho_corasick::{AhoCorasick, MatchKind};
use gouji_model::ProseWords;

use crate::fold::{narrow, simplified};

/// What a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Word<'a> {
    Topic(&'a str),
    Short(&'a str),
    Neighbour,
    Action(&'a str),
    /// A phrase that says that something is 0; which, the topic decides.
    Implied(&'a str),
    Unit(&'a str),
    Denial,
    LeadingDenial,
    Fresh,
    ThisYear,
    LastYear,
    NextYear,
    OtherTime,
    AllTime,
    Until,
    Agency,
    Region,
    Others,
    Change,
    Share,
    Whole,
    About,
    Odd,
    Parts,
    Respectively,
    OpenEnd,
    Channel,
    Party,
    Filler,
    Joiner,
    /// Looks like a number and is none.
    NotNumber,
}

/// All words, ready to be found.
pub(crate) struct Dictionary<'a> {
    pub(crate) words: &'a ProseWords,
    kinds: Vec<Word<'a>>,
    finder: Option<AhoCorasick>,
}

impl<'a> Dictionary<'a> {
    /// From the words of an edition; of a word that stands in several lists the first counts.
    pub(crate) fn new(words: &'a ProseWords) -> Self {
        let mut known: BTreeMap<String, Word<'a>> = BTreeMap::new();
        for (word, kind) in entries(words) {
            known.entry(word.chars().map(plain).collect()).or_insert(kind);
        }
        known.remove("");
        let (spellings, kinds): (Vec<String>, Vec<Word<'a>>) = known.into_iter().unzip();
        let finder = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(spellings).ok();
        Self { words, kinds, finder }
    }

    /// The first word in a text, the longest of those that begin there: start, end and what it is.
    pub(crate) fn find(&self, text: &str) -> Option<(usize, usize, Word<'a>)> {
        let found = self.finder.as_ref()?.find(text)?;
        Some((found.start(), found.end(), *self.kinds.get(found.pattern().as_usize())?))
    }
}

/// A character as words are compared: narrow and simplified, one for one. The full-width comma stays what it is, since
/// only the narrow one may stand inside a number.
pub(crate) fn plain(character: char) -> char {
    if character == '，' { character } else { simplified(narrow(character)) }
}

fn entries(words: &ProseWords) -> Vec<(&str, Word<'_>)> {
    let mut entries: Vec<(&str, Word<'_>)> = Vec::new();
    for (id, topic) in &words.topics {
        entries.extend(topic.words.iter().map(|word| (&**word, Word::Topic(id))));
        entries.extend(topic.short.iter().map(|word| (&**word, Word::Short(id))));
    }
    for (id, list) in &words.actions {
        entries.extend(list.iter().map(|word| (&**word, Word::Action(id))));
    }
    let implied = words.implied.values().flat_map(BTreeMap::values).flatten();
    entries.extend(implied.map(|word| (&**word, Word::Implied(word))));
    entries.extend(words.units.values().flat_map(BTreeMap::keys).map(|word| (&**word, Word::Unit(word))));
    let lists = [
        (&words.neighbours, Word::Neighbour),
        (&words.negations, Word::Denial),
        (&words.leading_negations, Word::LeadingDenial),
        (&words.fresh, Word::Fresh),
        (&words.periods.this_year, Word::ThisYear),
        (&words.periods.last_year, Word::LastYear),
        (&words.periods.next_year, Word::NextYear),
        (&words.periods.other, Word::OtherTime),
        (&words.periods.all_time, Word::AllTime),
        (&words.periods.until, Word::Until),
        (&words.scopes.agency, Word::Agency),
        (&words.scopes.region, Word::Region),
        (&words.scopes.others, Word::Others),
        (&words.changes, Word::Change),
        (&words.shares, Word::Share),
        (&words.wholes, Word::Whole),
        (&words.about, Word::About),
        (&words.odd, Word::Odd),
        (&words.parts, Word::Parts),
        (&words.respectively, Word::Respectively),
        (&words.open_ends, Word::OpenEnd),
        (&words.channels, Word::Channel),
        (&words.parties, Word::Party),
        (&words.fillers, Word::Filler),
        (&words.joiners, Word::Joiner),
        (&words.not_numbers, Word::NotNumber),
    ];
    for (list, kind) in lists {
        entries.extend(list.iter().map(|word| (&**word, kind)));
    }
    entries
}

/// Words of an edition that stand in lists of different meaning: only the first of them would count.
pub fn words_listed_twice(words: &ProseWords) -> Vec<String> {
    let mut known: BTreeMap<&str, Word<'_>> = BTreeMap::new();
    let mut twice = Vec::new();
    for (word, kind) in entries(words) {
        if known.insert(word, kind).is_some_and(|other| other != kind) {
            twice.push(word.to_owned());
        }
    }
    twice
}
