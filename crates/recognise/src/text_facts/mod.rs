//! Facts that the prose tells without numbers of the tables: documents cited, the statistical period, years, the list
//! of parts, what must be spoken of. Words are the lexicon's, numbers of documents the edition's; what is not clearly
//! stated is not told.
mod citation;
mod dates;
mod parts;
mod passages;
mod period;
mod publishing;
mod years;

use gouji_edits::RuleBook;
use gouji_model::{Fact, Message, Report};

use crate::facts::Evidence;

pub(crate) use passages::Passages;
pub(crate) use publishing::shown_date;
pub use publishing::supply_dates;

/// The fact of a pattern, where it is one of these and can be told.
pub(crate) fn fact(
    (pattern, arguments): (&str, &[&str]),
    book: &RuleBook,
    report: &Report,
    evidence: &Evidence<'_>,
    passages: &Passages<'_>,
) -> Option<Fact> {
    if report.sections.is_empty() {
        return None;
    }
    match (pattern, arguments) {
        ("section.*.named", [id]) => parts::named(book, report, id),
        ("section.*.told", [id]) => parts::told(book, report, evidence, id),
        ("report.mentions.*", [list]) => parts::mentioned(book, report, list),
        // The rest mostly stands in the opening, which only print has.
        _ if evidence.print.is_none() => None,
        ("basis.cited" | "basis.current" | "basis.exact" | "basis.bracketed", _) => {
            citation::fact(pattern, book, evidence, passages)
        }
        ("period.stated", _) => Some(Fact::plain(period::stated(book, passages).is_some())),
        ("period.whole_year", _) => period::stated(book, passages).map(period::Stated::whole_year),
        ("years.stated" | "years.agree", _) => Some(years::fact(pattern, book, evidence, passages)),
        ("sections.counted" | "sections.count_right", _) => Some(parts::counted(pattern, book, report, passages)),
        _ => None,
    }
}

/// The evidence that something was seen in a text.
fn seen(text: &str) -> Vec<Message> {
    vec![Message::new("evidence-text").text("text", text)]
}

/// The phrases of a list; empty where the lexicon has no such list.
fn phrases<'a>(book: &'a RuleBook, list: &str) -> &'a [Box<str>] {
    book.lexicon.phrases.get(list).map(Vec::as_slice).unwrap_or_default()
}

/// Whether a text has one of the phrases of a list.
fn has_phrase(book: &RuleBook, list: &str, text: &str) -> bool {
    phrases(book, list).iter().any(|phrase| text.contains(&**phrase))
}
