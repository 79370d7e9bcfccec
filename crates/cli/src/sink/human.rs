//! The result for people at a terminal.
use std::io::{self, Write};

use gouji_edits::Severity;
use gouji_export::{Unjudged, unjudged};
use gouji_model::{Arg, Lang, Message, render};

use super::item::ItemView;
use super::overview;
use super::{Ending, Sink, SinkOptions};
use crate::doubt::reason;
use crate::examine::{Examined, Reading};
use crate::files::Failure;
use crate::report_view::{name, write_notes};
use crate::session::Verbosity;
use crate::tally::Tally;

/// Writes blocks of text.
pub(super) struct Human {
    options: SinkOptions,
    tally: Tally,
}

impl Human {
    pub(super) fn new(options: SinkOptions) -> Self {
        Self { options, tally: Tally::default() }
    }

    fn lang(&self) -> Lang {
        self.options.lang
    }

    fn say(&self, message: &Message) -> String {
        render(message, self.options.lang)
    }

    /// A report without findings, of several: one line.
    fn short(&self, examined: &Examined<'_>, out: &mut dyn Write) -> io::Result<()> {
        let file = self.options.paint.dim(examined.file.as_str());
        writeln!(out, "{file}  {}  {}", self.say(&name(examined.report)), self.say(&counts(examined)))
    }

    fn block(&self, examined: &Examined<'_>, out: &mut dyn Write) -> io::Result<()> {
        if self.options.several {
            writeln!(out, "{}", self.options.paint.dim(examined.file.as_str()))?;
        }
        if self.options.verbosity > Verbosity::Quiet {
            writeln!(out, "{}", self.options.paint.bold(&self.say(&header(examined))))?;
            self.notes(examined, out)?;
            writeln!(out)?;
        }
        let view = ItemView { form: &examined.book.form, lang: self.lang(), paint: self.options.paint };
        for finding in &examined.findings {
            view.draw(finding, out)?;
        }
        if self.options.verbosity > Verbosity::Quiet {
            if !examined.findings.is_empty() {
                writeln!(out)?;
            }
            writeln!(out, "{}", self.say(&counts(examined)))?;
        }
        if self.options.verbosity == Verbosity::Verbose {
            for group in unjudged(examined.book, &examined.judgement) {
                self.unjudged(&group, out)?;
            }
        }
        if self.options.several { writeln!(out) } else { Ok(()) }
    }

    fn notes(&self, examined: &Examined<'_>, out: &mut dyn Write) -> io::Result<()> {
        if self.options.verbosity == Verbosity::Verbose {
            writeln!(out, "{}", self.say(&reading(Reading::of(examined.report, examined.book))))?;
        }
        write_notes(examined.report, self.options.verbosity, self.lang(), out)
    }

    fn unjudged(&self, group: &Unjudged<'_>, out: &mut dyn Write) -> io::Result<()> {
        let reason = Arg::Message(Box::new(reason(group)));
        let message = Message::new("driver-unjudged").count("edits", group.edits).with("reason", reason);
        writeln!(out, "{}", self.say(&message))?;
        for (rule, count) in &group.rules {
            writeln!(out, "  {rule} × {count}")?;
        }
        Ok(())
    }
}

impl Sink for Human {
    fn report(&mut self, examined: &Examined<'_>, out: &mut dyn Write) -> io::Result<()> {
        self.tally.report(examined, self.say(&name(examined.report)));
        let verbosity = self.options.verbosity;
        match (examined.findings.is_empty(), self.options.several) {
            (true, _) if verbosity == Verbosity::Quiet => Ok(()),
            (true, true) if verbosity < Verbosity::Verbose => self.short(examined, out),
            _ => self.block(examined, out),
        }
    }

    fn failure(&mut self, failure: &Failure, _out: &mut dyn Write) -> io::Result<()> {
        self.tally.failure(failure);
        Ok(())
    }

    fn finish(&mut self, ending: &Ending<'_>, out: &mut dyn Write) -> io::Result<()> {
        if self.options.verbosity == Verbosity::Quiet {
            return Ok(());
        }
        if self.tally.entries.len() > 1 {
            overview::write(&self.tally, self.options, out)?;
        }
        if let Some(waivers) = ending.waivers {
            overview::write_waivers(waivers, self.options, out)?;
        }
        match ending.progress {
            Some(progress) => overview::write_progress(progress, self.options, out),
            None => Ok(()),
        }
    }
}

/// Who reports, with which form, and how much of it could be read.
fn header(examined: &Examined<'_>) -> Message {
    let reading = Reading::of(examined.report, examined.book);
    let read = if reading.read() == reading.all() {
        Message::new("driver-read-all").count("all", reading.all())
    } else {
        Message::new("driver-read-some")
            .count("all", reading.all())
            .count("read", reading.read())
            .with("rest", Arg::List(rest(reading)))
    };
    Message::new("driver-header")
        .with("name", Arg::Message(Box::new(name(examined.report))))
        .label("edition", &examined.book.edition.title)
        .with("read", Arg::Message(Box::new(read)))
}

fn rest(reading: Reading) -> Vec<Arg> {
    let counts = [("driver-read-missing", reading.missing), ("driver-read-unreadable", reading.unreadable)];
    let some = counts.into_iter().filter(|(_, count)| *count > 0);
    some.map(|(key, count)| Arg::Message(Box::new(Message::new(key).count("count", count)))).collect()
}

/// The kinds of cells, with `-v`.
fn reading(reading: Reading) -> Message {
    Message::new("driver-read-kinds")
        .count("numbers", reading.numbers)
        .count("blanks", reading.blanks)
        .count("dashes", reading.dashes)
}

/// Items by severity, and edits by outcome.
fn counts(examined: &Examined<'_>) -> Message {
    let keys = [
        (Severity::Error, "driver-errors", "driver-errors-edits"),
        (Severity::Warning, "driver-warnings", "driver-warnings-edits"),
        (Severity::Note, "driver-notices", "driver-notices-edits"),
    ];
    let mut items: Option<Message> = None;
    for (severity, plain, with_edits) in keys {
        let (count, edits) = examined.count(severity);
        if count == 0 {
            continue;
        }
        let item =
            Message::new(if edits > count { with_edits } else { plain }).count("count", count).count("edits", edits);
        items = Some(match items {
            Some(first) => Message::new("driver-and")
                .with("first", Arg::Message(Box::new(first)))
                .with("rest", Arg::Message(Box::new(item))),
            None => item,
        });
    }
    let mut items = items.unwrap_or_else(|| Message::new("driver-clean"));
    let waived = examined.findings.iter().filter(|finding| finding.is_waived()).count();
    if waived > 0 {
        items = Message::new("driver-and")
            .with("first", Arg::Message(Box::new(items)))
            .with("rest", Arg::Message(Box::new(Message::new("waiver-count").count("count", waived))));
    }
    let counts = examined.judgement.counts(examined.book);
    Message::new("driver-counts")
        .with("items", Arg::Message(Box::new(items)))
        .count("held", counts.held)
        .count("unjudged", counts.unjudged)
        .count("inapplicable", counts.inapplicable)
}
