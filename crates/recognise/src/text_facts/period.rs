//! The statistical period (统计期限) that a report states for itself.
use gouji_model::{Fact, Origin};

use super::dates::{WrittenDay, day};
use super::passages::{Passages, sentences};
use super::seen;
use crate::phrases::Phrases;

/// A period as stated.
pub(super) struct Stated {
    pub(super) from: WrittenDay,
    pub(super) to: WrittenDay,
    sentence: String,
    origin: Option<Origin>,
}

/// Between the words that announce a period and its first day stand a few characters at most: 为, 是自, 从本年.
const MOST_BETWEEN: usize = 6;
/// What may stand between the two days.
const LINKS: [&str; 8] = ["至", "到", "——", "—", "-", "–", "~", "～"];

/// The period stated, looked for once.
pub(super) fn stated<'p>(phrases: &Phrases<'_>, passages: &'p Passages<'_>) -> Option<&'p Stated> {
    passages.period.get_or_init(|| look(phrases, passages)).as_ref()
}

/// The first period stated. A unit founded or abolished in the year has a shorter one: where the text says so nothing
/// is told.
fn look(phrases: &Phrases<'_>, passages: &Passages<'_>) -> Option<Stated> {
    let mut found = None;
    for passage in passages.all() {
        for sentence in sentences(passage) {
            let Some((from, to)) =
                phrases.list("period").iter().find_map(|phrase| after(&sentence[phrase.find(sentence)?.1..]))
            else {
                continue;
            };
            if phrases.any_in("part_of_year", sentence) || phrases.any_in("part_of_year", &passages.opening) {
                return None;
            }
            let origin = passages.place(sentence);
            found = found.or(Some(Stated { from, to, sentence: sentence.to_owned(), origin }));
        }
    }
    found
}

/// The period right after a phrase.
fn after(rest: &str) -> Option<(WrittenDay, WrittenDay)> {
    let start = rest.find(|character: char| character.is_ascii_digit())?;
    if rest[..start].chars().count() > MOST_BETWEEN {
        return None;
    }
    let (from, rest) = day(&rest[start..])?;
    let rest = rest.strip_prefix('起').unwrap_or(rest);
    let rest = LINKS.iter().find_map(|link| rest.strip_prefix(link))?;
    Some((from, day(rest)?.0))
}

impl Stated {
    /// The one year that the period is of; `None` where it states none, or two.
    pub(super) fn year(&self) -> Option<i32> {
        self.from.year.filter(|from| self.to.year.is_none_or(|to| to == *from))
    }

    pub(super) fn origin(&self) -> Option<&Origin> {
        self.origin.as_ref()
    }

    /// Whether it runs from the first to the last day of one year.
    pub(super) fn whole_year(&self) -> Fact {
        let days = (self.from.month, self.from.day) == (1, 1) && (self.to.month, self.to.day) == (12, 31);
        let one_year = self.from.year.zip(self.to.year).is_none_or(|(from, to)| from == to);
        Fact { holds: days && one_year, evidence: seen(&self.sentence), origin: self.origin.clone() }
    }
}
