//! Repairs for people at a terminal.
use std::collections::BTreeSet;
use std::io::{self, Write};

use gouji_edits::shown;
use gouji_export::place_message;
use gouji_model::{Arg, Message, render};
use gouji_repair::{Change, Choice, Part};

use super::party::Party;
use super::{Applied, Mending, is_wrong};
use crate::report_view::name;
use crate::session::Session;
use crate::sink::item::ItemView;
use crate::style::Paint;

/// Most reports that are named in one line.
const NAMED: usize = 8;

/// Writes the repair of one report, and what was done about it.
pub(crate) fn write(
    session: &Session<'_>,
    mending: &Mending<'_>,
    applied: Option<&Applied>,
    paint: Paint,
    out: &mut dyn Write,
) -> io::Result<()> {
    let view = View { session, mending, paint };
    let own = mending.own();
    writeln!(out, "{}  {}", paint.bold(&session.say(&name(&own.report))), paint.dim(own.file.as_str()))?;
    if let Some(beside) = view.beside() {
        writeln!(out, "{}", paint.dim(&session.say(&beside)))?;
    }
    if mending.is_clean() {
        writeln!(out, "{}", session.say(&Message::new(clean(mending))))?;
    }
    if !mending.repair.beside.is_empty() {
        writeln!(out, "{}", session.say(&view.with_faults()))?;
    }
    if mending.repair.too_large {
        writeln!(out, "{}", session.say(&Message::new("repair-too-large")))?;
    }
    let mut number = 0;
    for part in mending.repair.parts.iter().filter(|part| is_wrong(part)) {
        writeln!(out)?;
        view.part(part, &mut number, out)?;
    }
    if let Some(applied) = applied {
        writeln!(out)?;
        for message in applied.messages() {
            writeln!(out, "{}", session.say(&message))?;
        }
    }
    writeln!(out)
}

struct View<'a, 'b, 'c> {
    session: &'a Session<'b>,
    mending: &'a Mending<'c>,
    paint: Paint,
}

impl View<'_, '_, '_> {
    /// Which other reports are repaired together with this one; or that there is too much wrong in them.
    fn beside(&self) -> Option<Message> {
        let others = self.mending.parties.get(1..).filter(|others| !others.is_empty())?;
        let key = if self.mending.together { "repair-together" } else { "repair-apart" };
        let mut reports: Vec<Arg> = others.iter().take(NAMED).map(|party| nested(report_message(party))).collect();
        if others.len() > NAMED {
            reports.push(nested(Message::new("repair-more-reports").count("count", others.len() - NAMED)));
        }
        Some(Message::new(key).count("count", others.len()).with("reports", Arg::List(reports)))
    }

    /// The other reports that have faults of their own.
    fn with_faults(&self) -> Message {
        let reports = self.mending.repair.beside.iter().map(|report| &self.mending.parties[*report]);
        let reports = reports.map(|party| nested(report_message(party))).collect();
        Message::new("repair-beside").with("reports", Arg::List(reports))
    }

    fn part(&self, part: &Part, number: &mut usize, out: &mut dyn Write) -> io::Result<()> {
        let say = |message: &Message| self.session.say(message);
        writeln!(out, "{}", self.paint.bold(&say(&certainty(part))))?;
        if let Some(which) = which_report(self.mending, part) {
            writeln!(out, "{}", say(&which))?;
        }
        for choice in &part.choices {
            let mut changes = choice.all().peekable();
            if part.unique().is_none() {
                *number += 1;
                write!(out, "  {} ", say(&Message::new("repair-number").count("number", *number)))?;
            } else {
                write!(out, "  ")?;
            }
            while let Some(change) = changes.next() {
                writeln!(out, "{}", say(&self.change(change)))?;
                if changes.peek().is_some() {
                    write!(out, "    ")?;
                }
            }
        }
        let mut last = self.mending.own();
        for (party, finding) in self.mending.findings_of(part) {
            if !std::ptr::eq(party, last) {
                writeln!(out, "{}", self.paint.dim(&say(&report_message(party))))?;
                last = party;
            }
            let item = ItemView { form: &party.book.form, lang: self.session.lang, paint: self.paint };
            let mut finding = finding.clone();
            // What to do stands above.
            finding.suggestion = None;
            item.draw(&finding, out)?;
        }
        Ok(())
    }

    /// `the cell  11 → 12  (what probably happened)  place`, behind the report where it is another one.
    fn change(&self, change: &Change) -> Message {
        let party = &self.mending.parties[change.report];
        let (form, cell) = (&party.book.form, party.cell(change.slot));
        let slip =
            change.slip.map(|slip| nested(Message::new("suggest-slip").with("slip", nested(slip.message(form)))));
        let place = cell
            .origin
            .as_ref()
            .map(|origin| nested(Message::new("repair-place").with("place", nested(place_message(origin)))));
        let line = Message::new("repair-line")
            .label("cell", form.slot_name(change.slot))
            .with("old", shown(&cell))
            .with("value", change.value.arg())
            .with("slip", slip.unwrap_or_else(|| Arg::Text(String::new())))
            .with("place", place.unwrap_or_else(|| Arg::Text(String::new())));
        if self.mending.parties.len() == 1 {
            return line;
        }
        Message::new("repair-line-of").with("report", nested(name(&party.report))).with("line", nested(line))
    }
}

/// What is said of a report in which nothing need be corrected.
fn clean(mending: &Mending<'_>) -> &'static str {
    match (mending.parties.len() > 1 && mending.together, mending.repair.beside.is_empty()) {
        (true, true) => "repair-clean-together",
        (true, false) => "repair-clean-own",
        (false, _) => "repair-clean",
    }
}

fn nested(message: Message) -> Arg {
    Arg::Message(Box::new(message))
}

/// A report with its file.
pub(super) fn report_message(party: &Party<'_>) -> Message {
    Message::new("repair-report").with("report", nested(name(&party.report))).text("file", party.file.as_str())
}

/// Which of the reports that a part is about is the wrong one, where there are several.
pub(super) fn which_report(mending: &Mending<'_>, part: &Part) -> Option<Message> {
    if part.reports.len() < 2 || part.incomplete || part.choices.is_empty() {
        return None;
    }
    let Some(wrong) = part.wrong_report() else { return Some(which_reports(mending, part)) };
    let key = if wrong == 0 { "repair-wrong-own" } else { "repair-wrong-other" };
    let message = Message::new(key).with("report", nested(report_message(&mending.parties[wrong])));
    Some(message.count("count", part.reports.len() - 1))
}

/// The reports of which each choice changes all, or that it cannot be told which is wrong.
fn which_reports(mending: &Mending<'_>, part: &Part) -> Message {
    let changed = |choice: &Choice| choice.all().map(|change| change.report).collect::<BTreeSet<usize>>();
    let mut all = part.choices.iter().map(changed);
    let first = all.next().unwrap_or_default();
    if !all.all(|other| other == first) {
        return Message::new("repair-wrong-unknown");
    }
    let reports = first.iter().map(|report| nested(report_message(&mending.parties[*report]))).collect();
    Message::new("repair-wrong-several")
        .with("reports", Arg::List(reports))
        .count("count", part.reports.len() - first.len())
}

/// How sure a part is.
fn certainty(part: &Part) -> Message {
    let key = match (part.unique().is_some(), part.choices.is_empty(), part.incomplete, part.fewest) {
        (_, true, ..) => "repair-at-least",
        (_, _, true, _) => "repair-some",
        (true, _, _, 0) => "repair-sure-fill",
        (true, ..) => "repair-sure",
        (false, _, _, 0) => "repair-several-fill",
        (false, ..) => "repair-several",
    };
    Message::new(key).count("cells", part.fewest).count("count", part.choices.len())
}

/// The certainty of a part in one language, as JSON has it.
pub(super) fn certainty_text(part: &Part, lang: gouji_model::Lang) -> String {
    render(&certainty(part), lang)
}
