//! The notice that a report cites as the basis of its format (国办公开办函〔2021〕30号).
use gouji_model::Fact;
use memchr::memmem;

use super::dates::number;
use super::passages::{Passages, sentences};
use super::seen;
use crate::facts::Evidence;
use crate::phrases::Phrases;
use crate::reading::Prepared;

/// How numbers of the General Office's documents begin.
const OFFICE: &str = "国办";
/// Most characters of the issuer's sign before the bracket.
const LONGEST_SIGN: usize = 12;
/// Brackets met around the year; the first pair is that of the standard for official documents, GB/T 9704.
const BRACKETS: [(char, char); 8] =
    [('〔', '〕'), ('﹝', '﹞'), ('[', ']'), ('［', '］'), ('(', ')'), ('（', '）'), ('【', '】'), ('﹙', '﹚')];
/// Pairs that look alike in print.
const STANDARD: usize = 2;

/// The number of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Citation {
    sign: String,
    bracket: usize,
    year: String,
    number: String,
    /// As it stands.
    text: String,
}

/// A fact about the notice cited; `None` where the edition's own notice is not known.
pub(super) fn fact(
    pattern: &str,
    edition: &Prepared<'_>,
    evidence: &Evidence<'_>,
    passages: &Passages<'_>,
) -> Option<Fact> {
    let notices = passages.notices.get_or_init(|| Notices::of(edition, evidence, passages)).as_ref()?;
    let found = match pattern {
        "basis.cited" => return Some(Fact::plain(notices.cited())),
        // A report may name the notice that was replaced beside the one in force.
        "basis.current" if notices.own => &None,
        "basis.current" => &notices.other,
        "basis.exact" => &notices.misnamed,
        _ => &notices.misbracketed,
    };
    let evidence = found.as_ref().map(|(cited, _)| seen(cited)).unwrap_or_default();
    let origin = found.as_ref().and_then(|(_, sentence)| passages.place(sentence));
    Some(Fact { holds: found.is_none(), evidence, origin })
}

/// What was seen of the notice of this edition and of others: the citation and its sentence.
#[derive(Default)]
pub(super) struct Notices {
    own: bool,
    other: Option<(String, String)>,
    misnamed: Option<(String, String)>,
    misbracketed: Option<(String, String)>,
}

impl Notices {
    /// What a report cites; `None` where the edition's own notice is not known.
    fn of(edition: &Prepared<'_>, evidence: &Evidence<'_>, passages: &Passages<'_>) -> Option<Self> {
        let own = citations(&edition.book.edition.basis.zh).next()?;
        let others: Vec<Citation> =
            evidence.editions.iter().filter_map(|edition| citations(&edition.basis.zh).next()).collect();
        let mut notices = Self::default();
        for passage in passages.all() {
            for sentence in sentences(passage) {
                notices.look(sentence, &edition.phrases, &own, &others);
            }
        }
        Some(notices)
    }

    fn cited(&self) -> bool {
        self.own || self.other.is_some() || self.misnamed.is_some()
    }

    fn look(&mut self, sentence: &str, phrases: &Phrases<'_>, own: &Citation, others: &[Citation]) {
        let cited: Vec<Citation> = citations(sentence).collect();
        let exact = cited.iter().any(|citation| citation.is(own));
        for citation in &cited {
            let seen = || Some((citation.text.clone(), sentence.to_owned()));
            if citation.is(own) {
                self.own = true;
                if citation.bracket >= STANDARD && self.misbracketed.is_none() {
                    self.misbracketed = seen();
                }
            } else if others.iter().any(|other| citation.is(other)) {
                self.other = self.other.take().or_else(seen);
            } else if citation.has_number_of(own) && !exact && phrases.any_in("notice", sentence) {
                // Another office's document may bear the same number: only where the format is spoken of, or the report
                // itself; the title is part of the opening's first sentence.
                self.misnamed = self.misnamed.take().or_else(seen);
            }
        }
    }
}

impl Citation {
    fn is(&self, other: &Self) -> bool {
        self.sign == other.sign && self.has_number_of(other)
    }

    fn has_number_of(&self, other: &Self) -> bool {
        (&self.year, &self.number) == (&other.year, &other.number)
    }
}

/// The numbers of the General Office's documents in a text.
fn citations(text: &str) -> impl Iterator<Item = Citation> {
    memmem::find_iter(text.as_bytes(), OFFICE).filter_map(|place| citation(&text[place..]))
}

fn citation(text: &str) -> Option<Citation> {
    let open = text.char_indices().take(LONGEST_SIGN).find(|(_, c)| BRACKETS.iter().any(|(open, _)| open == c));
    let (place, opened) = open?;
    let bracket = BRACKETS.iter().position(|(open, _)| *open == opened)?;
    let (year, rest) = number(&text[place + opened.len_utf8()..], 4)?;
    let rest = rest.strip_prefix(BRACKETS[bracket].1)?;
    let (number, rest) = number(rest, 4)?;
    let rest = rest.strip_prefix('号')?;
    Some(Citation {
        sign: text[..place].to_owned(),
        bracket,
        year: year.to_owned(),
        number: number.to_owned(),
        text: text[..text.len() - rest.len()].to_owned(),
    })
}
