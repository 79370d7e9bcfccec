//! `gouji rules explain FINDING|RULE`.
use gouji_edits::{RuleBook, Severity};
use gouji_model::{Arg, Message};

use super::{find, severity};
use crate::Io;
use crate::exit::Exit;
use crate::session::Session;

/// Explains a finding or rule: what it demands, on what basis, what to do.
pub(super) fn run(session: &Session<'_>, id: &str, io: &mut Io<'_>) -> anyhow::Result<Exit> {
    let (rule, subject) = id.split_once('@').map_or((id, None), |(rule, subject)| (rule, Some(subject)));
    // The newest edition says it; what is the same in older ones need not be said again.
    let Some((book, rule)) = find(session, rule)?.into_iter().next() else { return Ok(Exit::Clean) };
    let advice = Message::new(match rule.severity {
        Severity::Error => "driver-advice-error",
        Severity::Warning => "driver-advice-warning",
        Severity::Note => "driver-advice-note",
    });
    let message = Message::new("driver-rule-explained")
        .text("rule", &*rule.id)
        .label("title", &rule.title)
        .with("severity", Arg::Message(Box::new(severity(book, rule))))
        .label("basis", &rule.basis)
        .label("text", &rule.text)
        .with("advice", Arg::Message(Box::new(advice)));
    writeln!(io.stdout, "{}", session.say(&message))?;
    if let Some(subject) = subject {
        let about = Message::new("driver-rule-about").with("subject", name(book, subject));
        writeln!(io.stdout, "{}", session.say(&about))?;
    }
    Ok(Exit::Clean)
}

/// The name of what an edit is about: a cell or group, or the id itself.
fn name(book: &RuleBook, subject: &str) -> Arg {
    match book.form.slot(subject) {
        Some(slot) => Arg::Label(book.form.slot_name(slot).clone()),
        None => Arg::Text(subject.to_owned()),
    }
}
