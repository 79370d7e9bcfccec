//! The years that a report gives to itself: in its title, in the period, in the first sentence of its first section.
//! Nothing else is looked at: plans, budgets and titles of documents name other years honestly.
use gouji_model::{Fact, Message};

use super::dates::{number, year};
use super::passages::{Passages, sentences};
use super::period;
use crate::facts::Evidence;
use crate::phrases::Phrases;

/// Whether two of them are stated, or whether those stated agree.
pub(super) fn fact(pattern: &str, phrases: &Phrases<'_>, evidence: &Evidence<'_>, passages: &Passages<'_>) -> Fact {
    let title = evidence.print.as_ref().and_then(|print| print.title);
    let period = period::stated(phrases, passages);
    let opening = passages.sections.first().and_then(|(_, text)| sentences(text).next());
    let origin_of_opening = || opening.and_then(|sentence| passages.place(sentence));
    let told = [
        ("evidence-year-title", title.and_then(|title| title.year)),
        ("evidence-year-period", period.and_then(period::Stated::year)),
        ("evidence-year-opening", opening.and_then(own_year)),
    ];
    let mut years: Vec<(&'static str, i32)> = Vec::new();
    years.extend(told.into_iter().filter_map(|(key, year)| Some((key, year?))));
    if pattern == "years.stated" {
        return Fact::plain(years.len() > 1);
    }
    let first = years.first().map(|(_, year)| *year);
    let other = years.iter().find(|(_, year)| Some(*year) != first).map(|(key, _)| *key);
    let origin = match other {
        Some("evidence-year-period") => period.and_then(|period| period.origin().cloned()),
        _ => origin_of_opening(),
    };
    let shown = years.iter().map(|(key, year)| Message::new(*key).text("year", year.to_string())).collect();
    Fact { holds: other.is_none(), evidence: shown, origin }
}

/// The year with which a sentence begins; `None` where it is a date, a span of years, or where another year follows.
fn own_year(sentence: &str) -> Option<i32> {
    let (own, rest) = year(sentence)?;
    let is_date = number(rest, 2).is_some_and(|(_, after)| after.starts_with('月'));
    let is_span = rest.starts_with(['至', '到', '-', '—', '–', '~', '～', '、', '和']);
    let others = rest.char_indices().filter_map(|(place, _)| year(&rest[place..])).any(|(other, _)| other != own);
    (!is_date && !is_span && !others).then_some(own)
}
