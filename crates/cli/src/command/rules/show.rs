//! `gouji rules show RULE`.
use gouji_model::{Arg, Message};

use super::{edits, find, severity};
use crate::Io;
use crate::exit::Exit;
use crate::session::Session;

/// Shows a rule: its header, its text, its edits and its script.
pub(super) fn run(session: &Session<'_>, id: &str, io: &mut Io<'_>) -> anyhow::Result<Exit> {
    let mut shown: Vec<&str> = Vec::new();
    for (book, rule) in find(session, id)? {
        let head = Message::new("driver-rule-head")
            .text("rule", &*rule.id)
            .label("title", &rule.title)
            .label("edition", &book.edition.title)
            .with("severity", Arg::Message(Box::new(severity(book, rule))))
            .label("basis", &rule.basis)
            .label("text", &rule.text)
            .count("edits", edits(book, rule));
        writeln!(io.stdout, "{}", session.say(&head))?;
        for edit in book.edits.iter().filter(|edit| book.rule_of(edit).id == rule.id) {
            writeln!(io.stdout, "  {}", edit.subject)?;
        }
        writeln!(io.stdout)?;
        // An inherited script is shown once.
        let source = session.library.source(&book.edition.id, &rule.id);
        if let Some(source) = source.filter(|source| !shown.contains(&source.file.as_str())) {
            shown.push(&source.file);
            let head = Message::new("driver-rule-script").text("file", source.file.as_str());
            writeln!(io.stdout, "{}", session.say(&head))?;
            writeln!(io.stdout, "{}\n", source.text.trim_end())?;
        }
    }
    Ok(Exit::Clean)
}
