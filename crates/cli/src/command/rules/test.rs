//! `gouji rules test`: whether the rules say of their cases what the cases say they must.
use std::collections::BTreeSet;
use std::io::Write;

use gouji_edits::RuleBook;
use gouji_model::{Arg, Message};
use gouji_rules::{Expected, FailedCase, Trial, UNWRITTEN, Unwritten, try_cases};

use crate::Io;
use crate::exit::Exit;
use crate::session::Session;

/// Tries the cases of every edition asked for: 1 when one fails or a rule lacks one, and faults in files of cases are
/// errors like those of rules.
pub(super) fn run(session: &Session<'_>, io: &mut Io<'_>) -> anyhow::Result<Exit> {
    let mut exit = Exit::Clean;
    for book in session.chosen_books() {
        let Some(loaded) = session.library.loaded(&book.edition.id) else { continue };
        let trial = try_cases(&loaded)?;
        if !(trial.failed.is_empty() && trial.lacking.is_empty()) {
            exit = Exit::Findings;
        }
        tell(session, book, &trial, io.stdout)?;
    }
    Ok(exit)
}

fn tell(session: &Session<'_>, book: &RuleBook, trial: &Trial, out: &mut dyn Write) -> anyhow::Result<()> {
    for failed in &trial.failed {
        let head = Message::new("tool-case-failed")
            .text("place", format!("{}:{}", failed.case.source.file, failed.case.line()))
            .text("rule", &*book.rules[failed.case.rule].id)
            .text("title", &*failed.case.title)
            .with("expected", Arg::Message(Box::new(expected(failed))))
            .with("found", Arg::Message(Box::new(found(failed))));
        writeln!(out, "{}", session.say(&head))?;
    }
    for lacking in &trial.lacking {
        let line = Message::new("tool-case-lacking")
            .text("place", &*lacking.source.file)
            .text("rule", &*book.rules[lacking.rule].id)
            .with("problem", Arg::Message(Box::new(lacking.problem.clone())));
        writeln!(out, "{}", session.say(&line))?;
    }
    remarks(session, book, trial, out)?;
    let counts = Message::new("tool-tested")
        .label("edition", &book.edition.title)
        .text("id", &*book.edition.id)
        .count("rules", trial.counts.rules)
        .count("cases", trial.counts.cases)
        .count("failed", trial.failed.len() + trial.lacking.len());
    Ok(writeln!(out, "{}", session.say(&counts))?)
}

/// What passes and is not finished all the same.
fn remarks(session: &Session<'_>, book: &RuleBook, trial: &Trial, out: &mut dyn Write) -> anyhow::Result<()> {
    for Unwritten { file, line, marker } in &trial.unwritten {
        let remark = Message::new("tool-unwritten").text("place", format!("{file}:{line}")).text("marker", *marker);
        writeln!(out, "{}", session.say(&remark))?;
    }
    let edition = &book.edition;
    if UNWRITTEN.iter().any(|marker| edition.basis.zh.contains(marker) || edition.basis.en.contains(marker)) {
        let remark = Message::new("tool-unwritten-basis").label("edition", &edition.title).text("id", &*edition.id);
        writeln!(out, "{}", session.say(&remark))?;
    }
    for table in &book.form.tables {
        let left: Vec<Arg> = table.outside_groups().iter().map(|own| Arg::Label(own.label().text)).collect();
        if !left.is_empty() {
            let remark = Message::new("tool-left-out").label("table", &table.name).with("rows", Arg::List(left));
            writeln!(out, "{}", session.say(&remark))?;
        }
    }
    Ok(())
}

/// What a case says its rule must say.
fn expected(failed: &FailedCase) -> Message {
    match &failed.case.expected {
        Expected::Held => Message::new("tool-held"),
        Expected::Inapplicable => Message::new("tool-inapplicable"),
        Expected::Told { broken, unjudged } => outcomes(subjects(broken), subjects(unjudged)),
    }
}

/// What the rule said.
fn found(failed: &FailedCase) -> Message {
    let told = &failed.told;
    if told.broken.is_empty() && told.unjudged.is_empty() {
        return Message::new(if told.held.is_empty() { "tool-inapplicable" } else { "tool-held" });
    }
    outcomes(subjects(&told.broken), subjects(&told.unjudged))
}

fn subjects(subjects: &BTreeSet<Box<str>>) -> Arg {
    Arg::List(subjects.iter().map(|subject| Arg::Text(subject.to_string())).collect())
}

/// Lists of what is broken and of what is not judged, as one message.
pub(super) fn outcomes(broken: Arg, unjudged: Arg) -> Message {
    let is_empty = |list: &Arg| matches!(list, Arg::List(items) if items.is_empty());
    match (is_empty(&broken), is_empty(&unjudged)) {
        (_, true) => Message::new("tool-broken").with("broken", broken),
        (true, false) => Message::new("tool-unjudged").with("unjudged", unjudged),
        (false, false) => Message::new("tool-broken-unjudged").with("broken", broken).with("unjudged", unjudged),
    }
}
