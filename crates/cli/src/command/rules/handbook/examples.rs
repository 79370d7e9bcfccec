//! The cases of a rule as small examples: the cells that matter, and what the rule says.
use std::collections::BTreeSet;

use gouji_edits::{RuleBook, fact, shown, subject};
use gouji_model::{Arg, Cell, CellState, Claim, Message, Number, Report, Text};
use gouji_rules::{Case, Expected};

use crate::report_view::about;
use crate::session::Session;

/// Cells of one example that are written out; a case that leaves a whole table blank has a title that says so.
const MOST_CELLS: usize = 8;

/// What a case says of its report: what is not 0, and what is not as in a faultless report.
pub(super) fn given(session: &Session<'_>, book: &RuleBook, case: &Case) -> String {
    let mut items = around(book, case);
    items.extend(cells(book, &case.report, "handbook-cell"));
    if let Some(last_year) = &case.last_year {
        items.extend(cells(book, last_year, "handbook-cell-last-year"));
    }
    for member in &case.members {
        items.extend(cells(book, member, "handbook-cell-member"));
    }
    items.extend(case.report.claims.iter().map(|claim| told(book, claim)));
    if items.is_empty() {
        return session.say(&Message::new("handbook-zeros"));
    }
    let more = items.len().saturating_sub(MOST_CELLS);
    items.truncate(MOST_CELLS);
    if more > 0 {
        items.push(Message::new("handbook-cells-more").count("count", more));
    }
    let list = Arg::List(items.into_iter().map(|item| Arg::Message(Box::new(item))).collect());
    session.say(&Message::new("handbook-list").with("items", list))
}

/// What a case says of the unit, the year and the facts.
fn around(book: &RuleBook, case: &Case) -> Vec<Message> {
    let nested = |key: &'static str, message: Message| Message::new(key).with("text", Arg::Message(Box::new(message)));
    let unit = &case.report.unit;
    let level = unit.level.map(|level| format!("unit.level.{}", level.id()));
    let kind = unit.kind.map(|kind| format!("unit.kind.{}", kind.id()));
    let mut items: Vec<Message> = level.into_iter().chain(kind).map(|key| fact(book, &key, true)).collect();
    items.extend(case.year.map(|year| Message::new("handbook-year").text("year", year.to_string())));
    items.extend(case.facts.iter().map(|key| match case.report.fact(key) {
        Some(holds) => fact(book, key, holds),
        None => nested("statement-unknown", fact(book, key, true)),
    }));
    items
}

/// A number that the text of a case states.
fn told(book: &RuleBook, claim: &Claim) -> Message {
    Message::new("handbook-claim")
        .with("name", subject(book, &format!("claim.{}", claim.metric)))
        .with("about", Arg::List(about(claim)))
        .number("value", claim.value)
}

/// The cells of a report that are not the number 0.
fn cells(book: &RuleBook, report: &Report, key: &'static str) -> Vec<Message> {
    let is_telling = |cell: &&(Text, &Cell)| cell.1.state != CellState::Number(Number::ZERO);
    let own = book.form.cells.iter().zip(&report.cells).map(|(spec, cell)| (spec.name.clone(), cell));
    let groups =
        report.extra.iter().filter_map(|(id, cell)| Some((book.form.slot_name(book.form.slot(id)?).clone(), cell)));
    let all: Vec<(Text, &Cell)> = own.chain(groups).collect();
    let item = |(name, cell): &(Text, &Cell)| Message::new(key).label("name", name).with("value", shown(cell));
    all.iter().filter(is_telling).map(item).collect()
}

/// What the rule says of the case.
pub(super) fn expected(session: &Session<'_>, book: &RuleBook, case: &Case) -> String {
    let list = |ids: &BTreeSet<Box<str>>| Arg::List(ids.iter().map(|id| subject(book, id)).collect());
    let message = match &case.expected {
        Expected::Held => Message::new("tool-held"),
        Expected::Inapplicable => Message::new("tool-inapplicable"),
        Expected::Told { broken, unjudged } => super::super::test::outcomes(list(broken), list(unjudged)),
    };
    session.say(&message)
}
