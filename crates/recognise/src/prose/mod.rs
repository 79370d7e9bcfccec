//! Prose to claims: every number of a metric that the sections' texts state, with its time, its coverage and its place.
//!
//! A sentence is read in three steps: words and figures ([`tokens`]), clauses with what they speak of ([`reader`]),
//! statements ([`statement`], [`denial`], [`lists`]). Whatever is not understood makes a number unknown: no claim is
//! better than a wrong one.
mod denial;
mod dictionary;
mod figure;
mod lists;
mod reader;
mod statement;
mod tokens;

use gouji_edits::RuleBook;
use gouji_model::{Claim, Fact, Message, Origin, Report, SectionText};

pub(crate) use dictionary::Dictionary;
pub use dictionary::words_listed_twice;

use reader::{Found, Reader};

/// Where the paragraphs of each section stand, in the order of the sections; empty where nothing is known of it.
pub(crate) type Places = Vec<Vec<Option<Origin>>>;

/// The claims in a report's sections.
pub(crate) fn claims(dictionary: &Dictionary<'_>, report: &Report, places: &Places) -> Vec<Claim> {
    let mut claims = Vec::new();
    for (number, section) in report.sections.iter().enumerate() {
        let own = places.get(number).map(Vec::as_slice).unwrap_or_default();
        claims.extend(section_claims(dictionary, report, section, own));
    }
    claims
}

/// Whether all claims of a metric that are of the report's own year and scope are of one value.
pub(crate) fn alike(book: &RuleBook, report: &Report, metric: &str) -> Fact {
    let mut told: Vec<&Claim> = Vec::new();
    for claim in report.claims.iter().filter(|claim| claim.answers(metric, &report.unit)) {
        if told.iter().all(|other| other.value != claim.value) {
            told.push(claim);
        }
    }
    if told.len() < 2 {
        return Fact::plain(true);
    }
    let name = book.lexicon.prose.metric_name(metric);
    let quotes = told.iter().map(|claim| {
        Message::new("evidence-told")
            .label("name", &name)
            .number("value", claim.value)
            .text("sentence", &*claim.sentence)
    });
    Fact { holds: false, evidence: quotes.collect(), origin: told.last().and_then(|claim| claim.origin.clone()) }
}

fn section_claims(
    dictionary: &Dictionary<'_>,
    report: &Report,
    section: &SectionText,
    places: &[Option<Origin>],
) -> Vec<Claim> {
    let mut claims = Vec::new();
    for (number, paragraph) in section.text.split('\n').enumerate() {
        let place = places.get(number).cloned().flatten().or_else(|| section.origin.clone());
        let told = paragraph_claims(dictionary, report, paragraph);
        claims.extend(told.into_iter().map(|(found, sentence)| Claim {
            metric: found.metric,
            value: found.value,
            period: found.period,
            scope: found.scope,
            section: section.id.clone(),
            paragraph: u32::try_from(number + 1).unwrap_or(u32::MAX),
            sentence,
            origin: place.clone(),
        }));
    }
    claims
}

/// What a paragraph tells, each with the sentence it is told in.
fn paragraph_claims(dictionary: &Dictionary<'_>, report: &Report, paragraph: &str) -> Vec<(Found, Box<str>)> {
    let mut text = String::with_capacity(paragraph.len());
    text.extend(paragraph.chars().filter(|c| !crate::values::is_space(*c)));
    let mut reader = Reader::new(dictionary.words, report.year, &report.unit);
    let mut told = Vec::new();
    for sentence in text.split_inclusive(['。', '！', '？', '!', '?', '；', ';']) {
        let whole = sentence.trim_end_matches(['。', '；', ';']);
        let mut pieces = pieces(whole).peekable();
        while let Some(piece) = pieces.next() {
            reader.read(&tokens::tokens(dictionary, piece));
            let ends = pieces.peek().is_none() && !sentence.ends_with(['；', ';']);
            told.extend(reader.finish(ends).into_iter().map(|found| (found, piece.into())));
        }
    }
    told
}

/// Longest text, in bytes, that is quoted for a claim; a clause that is longer is no prose.
const MOST_QUOTED: usize = 900;

/// A sentence in pieces that can be quoted: as it is, or its clauses where it is too long.
fn pieces(sentence: &str) -> impl Iterator<Item = &str> {
    let separators: &[char] = if sentence.len() > MOST_QUOTED { &['，', ','] } else { &[] };
    sentence.split(separators).filter(|piece| piece.len() <= MOST_QUOTED)
}
