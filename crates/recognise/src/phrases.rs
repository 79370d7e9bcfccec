//! The lists of phrases of a lexicon, each phrase ready to be found.
use std::collections::BTreeMap;

use gouji_model::Lexicon;
use memchr::memmem::Finder;

/// A phrase that texts are searched for.
pub(crate) struct Phrase<'a> {
    pub(crate) text: &'a str,
    finder: Finder<'a>,
}

impl<'a> Phrase<'a> {
    fn new(text: &'a str) -> Self {
        Self { text, finder: Finder::new(text) }
    }

    /// Where it stands first in a text, and where the text goes on.
    pub(crate) fn find(&self, text: &str) -> Option<(usize, usize)> {
        let start = self.finder.find(text.as_bytes())?;
        Some((start, start + self.text.len()))
    }

    pub(crate) fn is_in(&self, text: &str) -> bool {
        self.find(text).is_some()
    }
}

/// All lists by name.
pub(crate) struct Phrases<'a>(BTreeMap<&'a str, Vec<Phrase<'a>>>);

impl<'a> Phrases<'a> {
    pub(crate) fn of(lexicon: &'a Lexicon) -> Self {
        let ready = |list: &'a Vec<Box<str>>| list.iter().map(|phrase| Phrase::new(phrase)).collect();
        Self(lexicon.phrases.iter().map(|(name, list)| (&**name, ready(list))).collect())
    }

    /// The phrases of a list; empty where the lexicon has no such list.
    pub(crate) fn list(&self, name: &str) -> &[Phrase<'a>] {
        self.0.get(name).map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether the lexicon has a list.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// Whether a text has one of the phrases of a list.
    pub(crate) fn any_in(&self, name: &str, text: &str) -> bool {
        self.list(name).iter().any(|phrase| phrase.is_in(text))
    }
}
