//! `gouji rules list`.
use gouji_edits::RuleBook;
use gouji_model::Message;

use super::{edits, severity};
use crate::Io;
use crate::exit::Exit;
use crate::session::Session;
use crate::table::{self, Align};

/// Lists the rules of every edition asked for.
pub(super) fn run(session: &Session<'_>, io: &mut Io<'_>) -> anyhow::Result<Exit> {
    for (position, book) in session.chosen_books().into_iter().enumerate() {
        if position > 0 {
            writeln!(io.stdout)?;
        }
        let head = Message::new("driver-rules-edition")
            .label("edition", &book.edition.title)
            .text("id", &*book.edition.id)
            .text("years", book.edition.years.to_string())
            .count("rules", book.rules.len())
            .count("edits", book.edits.len());
        writeln!(io.stdout, "{}", session.say(&head))?;
        let aligns = [Align::Left, Align::Left, Align::Right, Align::Left];
        for line in table::lines(&rows(session, book), &aligns) {
            writeln!(io.stdout, "{line}")?;
        }
    }
    Ok(Exit::Clean)
}

fn rows(session: &Session<'_>, book: &RuleBook) -> Vec<Vec<String>> {
    let row = |rule: &gouji_edits::Rule| {
        let count = Message::new("driver-rule-edits").count("edits", edits(book, rule));
        let title = rule.title.get(session.lang).to_owned();
        vec![rule.id.to_string(), session.say(&severity(book, rule)), session.say(&count), title]
    };
    book.rules.iter().map(row).collect()
}
