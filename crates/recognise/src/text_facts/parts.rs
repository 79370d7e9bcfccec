//! The parts of a report: how many it says it has, which it names, which say something, what must be spoken of.
use gouji_edits::RuleBook;
use gouji_model::{Fact, Section};

use super::passages::{Passages, sentences};
use super::seen;
use crate::facts::Evidence;
use crate::fold::fold;
use crate::phrases::Phrases;
use crate::reading::Prepared;

/// Chinese digits by value.
const DIGITS: &str = "零一二三四五六七八九十";

/// Whether the report says how many sections it has, or whether that is so. Where it counts annexes among them nothing
/// is told.
pub(super) fn counted(pattern: &str, edition: &Prepared<'_>, passages: &Passages<'_>) -> Fact {
    let phrases = &edition.phrases;
    let stated = passages.front().flat_map(sentences).find_map(|sentence| {
        let count = phrases.list("parts").iter().find_map(|phrase| count_before(&sentence[..phrase.find(sentence)?.0]));
        let speaks = || phrases.any_in("this_report", sentence) && !phrases.any_in("beyond_sections", sentence);
        count.filter(|_| speaks()).map(|count| (count, sentence))
    });
    let Some((count, sentence)) = stated else { return Fact::plain(pattern != "sections.counted") };
    if pattern == "sections.counted" {
        return Fact::plain(true);
    }
    let holds = count == edition.book.form.sections.len() || count == passages.sections.len();
    Fact { holds, evidence: seen(&tail(sentence)), origin: passages.place(sentence) }
}

/// The number at the end of what stands before a phrase, as in `等六个部分组成` for 部分组成.
fn count_before(before: &str) -> Option<usize> {
    let before = before.strip_suffix('个').or_else(|| before.strip_suffix('大')).unwrap_or(before);
    let digits = before.len() - before.trim_end_matches(|character: char| character.is_ascii_digit()).len();
    if digits > 0 {
        return before[before.len() - digits..].parse().ok();
    }
    let mut characters = before.chars().rev();
    let value = |character: char| DIGITS.chars().position(|digit| digit == character);
    let count = characters.next().and_then(value)?;
    // 十二 and the like: a report of that many parts is none of these.
    characters.next().and_then(value).is_none().then_some(count)
}

/// The end of a long sentence.
fn tail(sentence: &str) -> String {
    const LENGTH: usize = 24;
    let skipped = sentence.chars().count().saturating_sub(LENGTH);
    let tail: String = sentence.chars().skip(skipped).collect();
    if skipped > 0 { format!("…{tail}") } else { tail }
}

/// Whether a part is spoken of by its name; `None` where its section is not there.
pub(super) fn named(book: &RuleBook, passages: &Passages<'_>, id: &str) -> Option<Fact> {
    let holds_part = |section: &&Section| section.parts.iter().any(|part| &*part.id == id);
    let parent = book.form.sections.iter().find(holds_part)?;
    let part = parent.parts.iter().find(|part| &*part.id == id)?;
    let (section, text) = passages.folded(&parent.id)?;
    let holds = part.wordings().any(|wording| text.contains(&fold(wording)));
    Some(Fact { holds, evidence: Vec::new(), origin: section.origin.clone() })
}

/// Whether a section says more than that there is nothing. An empty one tells nothing where letters may have been lost.
pub(super) fn told(phrases: &Phrases<'_>, evidence: &Evidence<'_>, passages: &Passages<'_>, id: &str) -> Option<Fact> {
    let (section, text) = passages.folded(id)?;
    if text.is_empty() && evidence.print.as_ref().is_some_and(|print| print.document.extracted) {
        return None;
    }
    let nothing = text.is_empty() || phrases.list("nothing").iter().any(|phrase| fold(phrase.text) == text);
    let evidence = if nothing && !text.is_empty() { seen(section.text.trim()) } else { Vec::new() };
    Some(Fact { holds: !nothing, evidence, origin: section.origin.clone() })
}

/// Whether the report speaks of something anywhere.
pub(super) fn mentioned(phrases: &Phrases<'_>, passages: &Passages<'_>, list: &str) -> Option<Fact> {
    // A line of a page may break a word: the passages have no white space.
    let anywhere = || passages.sections.iter().any(|(_, text)| phrases.any_in(list, text));
    phrases.has(list).then(|| Fact::plain(anywhere()))
}
