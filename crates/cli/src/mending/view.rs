//! Repairs for people at a terminal.
use std::io::{self, Write};

use gouji_edits::shown;
use gouji_export::place_message;
use gouji_model::{Arg, Message, render};
use gouji_repair::{Change, Part};

use super::{Applied, Mending, is_wrong};
use crate::report_view::name;
use crate::session::Session;
use crate::sink::item::ItemView;
use crate::style::Paint;

/// Writes the repair of one report, and what was done about it.
pub(crate) fn write(
    session: &Session<'_>,
    mending: &Mending<'_>,
    applied: Option<&Applied>,
    paint: Paint,
    out: &mut dyn Write,
) -> io::Result<()> {
    let view = View { session, mending, paint };
    writeln!(out, "{}  {}", paint.bold(&session.say(&name(&mending.report))), paint.dim(mending.file.as_str()))?;
    if mending.is_clean() {
        writeln!(out, "{}", session.say(&Message::new("repair-clean")))?;
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
    fn part(&self, part: &Part, number: &mut usize, out: &mut dyn Write) -> io::Result<()> {
        let say = |message: &Message| self.session.say(message);
        writeln!(out, "{}", self.paint.bold(&say(&certainty(part))))?;
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
        let item = ItemView { form: &self.mending.book.form, lang: self.session.lang, paint: self.paint };
        for finding in self.mending.findings_of(part) {
            let mut finding = finding.clone();
            // What to do stands above.
            finding.suggestion = None;
            item.draw(&finding, out)?;
        }
        Ok(())
    }

    /// `the cell  11 → 12  (what probably happened)  place`.
    fn change(&self, change: &Change) -> Message {
        let form = &self.mending.book.form;
        let cell = self.mending.cell(change.slot);
        let nested = |message| Arg::Message(Box::new(message));
        let slip =
            change.slip.map(|slip| nested(Message::new("suggest-slip").with("slip", nested(slip.message(form)))));
        let place = cell
            .origin
            .as_ref()
            .map(|origin| nested(Message::new("repair-place").with("place", nested(place_message(origin)))));
        Message::new("repair-line")
            .label("cell", form.slot_name(change.slot))
            .with("old", shown(&cell))
            .with("value", change.value.arg())
            .with("slip", slip.unwrap_or_else(|| Arg::Text(String::new())))
            .with("place", place.unwrap_or_else(|| Arg::Text(String::new())))
    }
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
