//! `gouji rules`: what the rules are.
mod explain;
mod list;
mod show;

use gouji_edits::{Rule, RuleBook, Severity};
use gouji_model::{Arg, Message};

use crate::Io;
use crate::arguments::RulesCommand;
use crate::exit::Exit;
use crate::fault::Fault;
use crate::session::{Session, unknown};

/// Does what is asked about the rules.
pub(crate) fn run(session: &Session<'_>, command: &RulesCommand, io: &mut Io<'_>) -> anyhow::Result<Exit> {
    match command {
        RulesCommand::List => list::run(session, io),
        RulesCommand::Show { rule } => show::run(session, rule, io),
        RulesCommand::Explain { id } => explain::run(session, id, io),
    }
}

/// A rule with the edition that it is in force in.
type Found<'a> = (&'a RuleBook, &'a Rule);

/// A rule in every edition asked for, the newest first.
fn find<'a>(session: &Session<'a>, id: &str) -> anyhow::Result<Vec<Found<'a>>> {
    let books = session.chosen_books();
    let found: Vec<Found<'a>> = books.iter().rev().filter_map(|book| Some((*book, book.rule(id)?))).collect();
    if found.is_empty() {
        let ids = books.iter().flat_map(|book| &book.rules).map(|rule| &*rule.id);
        return Err(Fault::error(without_choices(unknown("driver-rule-unknown", id, ids))));
    }
    Ok(found)
}

/// There are too many rules to list them all in an error; `rules list` does.
fn without_choices(mut message: Message) -> Message {
    message.args.retain(|(name, _)| name != "choices");
    message
}

/// The word for a severity.
fn severity_word(severity: Severity) -> Message {
    Message::new(match severity {
        Severity::Error => "word-error",
        Severity::Warning => "word-warning",
        Severity::Note => "word-note",
    })
}

/// The severity of a rule in an edition, with the years of it in which it is another.
fn severity(book: &RuleBook, rule: &Rule) -> Message {
    let nested = |severity| Arg::Message(Box::new(severity_word(severity)));
    let mut message = severity_word(rule.severity);
    for (year, severity) in rule.severity_in.iter().filter(|(year, _)| book.edition.years.contains(**year)) {
        message = Message::new("driver-rule-severity-in")
            .with("severity", Arg::Message(Box::new(message)))
            .text("year", year.to_string())
            .with("other", nested(*severity));
    }
    message
}

/// Number of edits of a rule.
fn edits(book: &RuleBook, rule: &Rule) -> usize {
    book.edits.iter().filter(|edit| book.rule_of(edit).id == rule.id).count()
}
