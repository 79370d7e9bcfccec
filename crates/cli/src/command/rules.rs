//! `gouji rules`: what the rules are, and the tools of whoever works on them.
pub(crate) mod arguments;
mod diff;
mod eject;
mod explain;
mod handbook;
mod list;
mod new_edition;
mod new_rule;
mod prove;
mod scaffold;
mod show;
mod sql;
mod test;

pub(crate) use diff::DiffWire;
pub(crate) use prove::{PROOF_SCHEMA, ProofsWire};

use camino::{Utf8Path, Utf8PathBuf};
use gouji_edits::{EditionWire, Rule, RuleBook, RulesWire, Severity};
use gouji_model::{Arg, Message};

use self::arguments::RulesCommand;
use crate::Io;
use crate::arguments::{Arguments, Command, ReadFormat};
use crate::exit::Exit;
use crate::fault::Fault;
use crate::session::{Session, unknown};

/// Does what is asked about the rules.
pub(crate) fn run(session: &Session<'_>, command: &RulesCommand, io: &mut Io<'_>) -> anyhow::Result<Exit> {
    match command {
        RulesCommand::List { format: ReadFormat::Human } => list::run(session, io),
        RulesCommand::List { format: ReadFormat::Json } => json(session, |_| true, io),
        RulesCommand::Show { rule, format: ReadFormat::Human } => show::run(session, rule, io),
        RulesCommand::Show { rule, format: ReadFormat::Json } => {
            find(session, rule)?;
            json(session, |own| *own.id == **rule, io)
        }
        RulesCommand::Sql(own) => sql::run(session, own, io),
        RulesCommand::Prove { format } => prove::run(session, *format, io),
        RulesCommand::Explain { id } => explain::run(session, id, io),
        RulesCommand::Test => test::run(session, io),
        RulesCommand::Eject(own) => eject::run(session, own, io),
        RulesCommand::NewRule(own) => new_rule::run(session, own, io),
        RulesCommand::NewEdition(own) => new_edition::run(session, own, io),
        RulesCommand::Diff(own) => diff::run(session, own, io),
        RulesCommand::Handbook(own) => handbook::run(session, own, io),
    }
}

/// Writes the rules that are wanted as `gouji/rules/1`.
fn json(session: &Session<'_>, wanted: impl Fn(&Rule) -> bool, io: &mut Io<'_>) -> anyhow::Result<Exit> {
    let editions = session.chosen_books().into_iter().map(|book| EditionWire::of(book, &wanted)).collect();
    serde_json::to_writer_pretty(&mut io.stdout, &RulesWire::new(editions))?;
    writeln!(io.stdout)?;
    Ok(Exit::Clean)
}

/// The folders of rules of a run: a new rule goes into the current folder where that is one of rules.
pub(crate) fn folders(arguments: &Arguments, cwd: &Utf8Path) -> Vec<Utf8PathBuf> {
    let given = arguments.common.rules.clone();
    let is_new_rule = matches!(arguments.command, Command::Rules(RulesCommand::NewRule(_)));
    if given.is_empty() && is_new_rule && cwd.join("edition.toml").is_file() { vec![".".into()] } else { given }
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
