//! One finding as a block of lines: what is wrong, the strip of the table, where and why, what to do.
use std::io::{self, Write};

use gouji_edits::{Finding, StripLine};
use gouji_export::{finding_place, waiver_message};
use gouji_model::{Arg, Form, Lang, Message, Slot, render};

use crate::style::Paint;
use crate::text;
use crate::width::{pad_left, pad_right, width};

/// Draws findings.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ItemView<'a> {
    /// The form that the cells are of.
    pub(crate) form: &'a Form,
    /// Language of all texts.
    pub(crate) lang: Lang,
    /// Colours.
    pub(crate) paint: Paint,
}

impl ItemView<'_> {
    /// Draws one finding.
    pub(crate) fn draw(self, finding: &Finding, out: &mut dyn Write) -> io::Result<()> {
        let word = self.word(match finding.severity {
            gouji_edits::Severity::Error => "word-error",
            gouji_edits::Severity::Warning => "word-warning",
            gouji_edits::Severity::Note => "word-note",
        });
        if finding.is_waived() {
            return self.waived(&word, finding, out);
        }
        let word = self.paint.severity(finding.severity, &word);
        writeln!(out, "{word} {}  {}", self.paint.dim(&finding.rule), self.say(&finding.message))?;
        self.strip(finding, out)?;
        let basis: Vec<&str> = finding.basis.iter().map(|basis| basis.get(self.lang)).collect();
        let mut facts = vec![format!("{} {}", self.word("word-basis"), basis.join(&self.word("word-semicolon")))];
        if let Some(place) = finding_place(finding) {
            facts.push(format!("{} {}", self.word("word-place"), self.say(&place)));
        }
        writeln!(out, "  {}", self.paint.dim(&facts.join("     ")))?;
        if let Some(suggestion) = &finding.suggestion {
            writeln!(out, "  {} {}", self.word("word-suggestion"), self.say(suggestion))?;
        }
        self.waiver(finding, out)
    }

    /// A finding that may stand: what it is, and who says so.
    fn waived(self, severity: &str, finding: &Finding, out: &mut dyn Write) -> io::Result<()> {
        let word = Message::new("waiver-word").text("severity", severity);
        let line = format!("{} {}  {}", self.say(&word), finding.rule, self.say(&finding.message));
        writeln!(out, "{}", self.paint.dim(&line))?;
        self.waiver(finding, out)
    }

    fn waiver(self, finding: &Finding, out: &mut dyn Write) -> io::Result<()> {
        match &finding.waiver {
            Some(waiver) => writeln!(out, "  {}", self.say(&waiver_message(waiver))),
            None => Ok(()),
        }
    }

    fn strip(self, finding: &Finding, out: &mut dyn Write) -> io::Result<()> {
        let naming = Naming::of(self.form, &finding.terms);
        let shown: Vec<(String, String, &StripLine)> =
            finding.terms.iter().map(|line| (self.name(naming, line), self.value(&line.value), line)).collect();
        let names = shown.iter().map(|(name, ..)| width(name)).max().unwrap_or(0);
        let values = shown.iter().map(|(_, value, _)| width(value)).max().unwrap_or(0);
        for (name, value, line) in shown {
            let line_text = format!("  {}  {}", pad_right(&name, names), pad_left(&value, values));
            match line.corrected {
                Some(corrected) => {
                    let arrow = format!("← {corrected}");
                    writeln!(out, "{line_text}  {}", self.paint.severity(finding.severity, &arrow))?;
                }
                None => writeln!(out, "{line_text}")?,
            }
        }
        Ok(())
    }

    fn name(self, naming: Naming, line: &StripLine) -> String {
        let axes = self.form.cell_index(&line.cell).map(|cell| &self.form.cell(cell).axis_names);
        let name = match (naming, axes) {
            (Naming::Row, Some(axes)) => &axes.row,
            (Naming::Column, Some(axes)) => &axes.column,
            _ => &line.name,
        };
        name.get(self.lang).to_owned()
    }

    fn value(self, value: &Arg) -> String {
        self.say(&Message::new("word-value").with("value", value.clone()))
    }

    fn word(self, key: &'static str) -> String {
        text(key, self.lang)
    }

    fn say(self, message: &Message) -> String {
        render(message, self.lang)
    }
}

/// Which part of the names tells the lines of a strip apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Naming {
    Full,
    Row,
    Column,
}

impl Naming {
    fn of(form: &Form, lines: &[StripLine]) -> Self {
        let cells: Vec<_> = lines.iter().filter_map(|line| form.cell_index(&line.cell)).collect();
        let same = |pick: fn((&str, &str)) -> String| {
            let mut axes = cells.iter().map(|cell| (form.cell(*cell).table, pick(form.slot_axes(Slot::Cell(*cell)))));
            axes.next().is_some_and(|first| axes.all(|other| other == first))
        };
        if cells.len() < 2 {
            Self::Full
        } else if same(|(_, column)| column.to_owned()) {
            Self::Row
        } else if same(|(row, _)| row.to_owned()) {
            Self::Column
        } else {
            Self::Full
        }
    }
}
