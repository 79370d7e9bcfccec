//! When a report was published, and whether in time.
use gouji_edits::RuleBook;
use gouji_model::{Arg, Block, Date, DateSource, Document, Fact, Message, Published, Report};

use super::dates::date;
use super::passages::plain;
use crate::fold::narrow;
use crate::phrases::{Phrase, Phrases};

/// The date that a page shows as that of its publication (页面所示日期); `None` where it shows several.
pub(crate) fn shown_date(phrases: &Phrases<'_>, document: &Document) -> Option<Published> {
    let labels = phrases.list("published");
    let mut found: Option<Published> = None;
    let mut take = |date: Date, origin| {
        let first = found.get_or_insert(Published { date, source: DateSource::Page, origin: Some(origin) });
        first.date == date
    };
    for block in &document.blocks {
        let consistent = match block {
            Block::Paragraph(paragraph) => {
                labelled(&[&paragraph.text], labels).is_none_or(|date| take(date, paragraph.origin.clone()))
            }
            Block::Grid(grid) => grid.rows.iter().all(|row| {
                row.iter().enumerate().all(|(column, cell)| {
                    // The date stands in the same cell or in the next one.
                    let next = row.get(column + 1).map(|next| next.text.as_str()).unwrap_or_default();
                    labelled(&[&cell.text, next], labels).is_none_or(|date| take(date, cell.origin.clone()))
                })
            }),
            Block::Picture(_) => true,
        };
        if !consistent {
            return None;
        }
    }
    found
}

/// Fewest digits of a date, as in 2022-1-5.
const FEWEST_DIGITS: usize = 6;

/// The date right after one of the labels, in a text that may come in pieces.
fn labelled(pieces: &[&str], labels: &[Phrase<'_>]) -> Option<Date> {
    let digits = pieces.iter().flat_map(|piece| piece.chars()).filter(|character| narrow(*character).is_ascii_digit());
    if digits.take(FEWEST_DIGITS).count() < FEWEST_DIGITS {
        return None;
    }
    let text: String = pieces.iter().map(|piece| plain(piece)).collect();
    labels.iter().find_map(|label| {
        let rest = &text[label.find(&text)?.1..];
        date(rest.trim_start_matches([':', '：', '】', ']']))
    })
}

/// Puts into a report what its dates tell: that of publication, which it holds, and the day on which it was due, given
/// by the unit list or else by the edition for units of its level and kind. What is not known is silent.
pub fn supply_dates(book: &RuleBook, report: &mut Report, listed: Option<Date>) {
    let due = report.year.and_then(|year| due(book, report, year, listed));
    let published = report.published.clone().zip(report.year);
    let mut facts = vec![
        ("report.dated", Fact::plain(published.is_some())),
        ("report.due", Fact::plain(published.is_some() && due.is_some())),
    ];
    if let Some((published, year)) = published {
        let told = |holds: bool, more: Option<Message>| Fact {
            holds,
            evidence: std::iter::once(shown(&published)).chain(more).collect(),
            origin: published.origin.clone(),
        };
        facts.push(("report.dated_after_year", told(published.date.year > year, None)));
        if let Some((day, basis)) = due {
            let message = Message::new("evidence-due").text("date", day.to_string()).with("basis", basis);
            facts.push(("report.on_time", told(published.date <= day, Some(message))));
        }
    }
    report.facts.extend(facts.into_iter().map(|(key, fact)| (key.into(), fact)));
}

/// The day on which a report was due, and who says so.
fn due(book: &RuleBook, report: &Report, year: i32, listed: Option<Date>) -> Option<(Date, Arg)> {
    if let Some(day) = listed {
        return Some((day, Arg::Message(Box::new(Message::new("evidence-due-list")))));
    }
    let due = book.edition.due.iter().find(|due| due.is_for(report.unit.level, report.unit.kind))?;
    Some((due.date(year)?, Arg::Label(due.basis.clone())))
}

fn shown(published: &Published) -> Message {
    let key = match published.source {
        DateSource::List => "evidence-published-list",
        DateSource::Argument => "evidence-published-argument",
        DateSource::Page => "evidence-published-page",
    };
    Message::new(key).text("date", published.date.to_string())
}
