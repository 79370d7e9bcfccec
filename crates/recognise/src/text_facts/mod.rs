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

use gouji_model::{Fact, Message};

use crate::facts::{Asked, Evidence};
use crate::reading::Prepared;

pub(crate) use passages::Passages;
pub(crate) use publishing::shown_date;
pub use publishing::supply_dates;

/// The fact asked for, where it is one of these and can be told.
pub(crate) fn fact(
    asked: &Asked<'_>,
    edition: &Prepared<'_>,
    evidence: &Evidence<'_>,
    passages: &Passages<'_>,
) -> Option<Fact> {
    if passages.report.sections.is_empty() {
        return None;
    }
    match (asked.pattern, &*asked.arguments) {
        ("section.*.named", [id]) => parts::named(edition.book, passages, id),
        ("section.*.told", [id]) => parts::told(&edition.phrases, evidence, passages, id),
        ("report.mentions.*", [list]) => parts::mentioned(&edition.phrases, passages, list),
        // The rest mostly stands in the opening, which only print has.
        _ if evidence.print.is_none() => None,
        (pattern @ ("basis.cited" | "basis.current" | "basis.exact" | "basis.bracketed"), _) => {
            citation::fact(pattern, edition, evidence, passages)
        }
        ("period.stated", _) => Some(Fact::plain(period::stated(&edition.phrases, passages).is_some())),
        ("period.whole_year", _) => period::stated(&edition.phrases, passages).map(period::Stated::whole_year),
        (pattern @ ("years.stated" | "years.agree"), _) => {
            Some(years::fact(pattern, &edition.phrases, evidence, passages))
        }
        (pattern @ ("sections.counted" | "sections.count_right"), _) => {
            Some(parts::counted(pattern, edition, passages))
        }
        _ => None,
    }
}

/// The evidence that something was seen in a text.
fn seen(text: &str) -> Vec<Message> {
    vec![Message::new("evidence-text").text("text", text)]
}
