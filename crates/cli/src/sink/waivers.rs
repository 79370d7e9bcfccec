//! Waivers to be filled in: the findings of a run as the TOML that `--waivers` reads, with empty reasons.
use std::io::{self, Write};

use gouji_export::{finding_values, open_findings};
use gouji_model::{Lang, Message, render};
use toml::Value;

use super::{Ending, Sink, SinkOptions};
use crate::examine::Examined;
use crate::files::Failure;

/// Writes a table for each finding that is not waived.
pub(super) struct Skeleton {
    lang: Lang,
    is_first: bool,
}

impl Skeleton {
    pub(super) fn new(options: SinkOptions) -> Self {
        Self { lang: options.lang, is_first: true }
    }

    fn comment(&self, message: &Message, out: &mut dyn Write) -> io::Result<()> {
        render(message, self.lang).lines().try_for_each(|line| writeln!(out, "# {line}"))
    }
}

impl Sink for Skeleton {
    fn report(&mut self, examined: &Examined<'_>, out: &mut dyn Write) -> io::Result<()> {
        let (form, report) = (&examined.book.form, examined.report);
        for finding in open_findings(&examined.findings) {
            if self.is_first {
                self.comment(&Message::new("waiver-skeleton"), out)?;
                self.is_first = false;
            }
            writeln!(out)?;
            self.comment(&finding.message, out)?;
            writeln!(out, "[[waiver]]\nfinding = {}", string(&finding.id))?;
            let unit = report.unit.name.as_deref().unwrap_or(examined.file.as_str());
            writeln!(out, "unit = {}", string(unit))?;
            if let Some(year) = report.year {
                writeln!(out, "year = {year}")?;
            }
            writeln!(out, "values = [")?;
            for line in finding_values(form, report, finding).split('\n') {
                writeln!(out, "  {},", string(line))?;
            }
            writeln!(out, "]\nreason = \"\"\nauthor = \"\"\n# expires = 2030-12-31\n# article = \"\"")?;
        }
        Ok(())
    }

    fn failure(&mut self, _failure: &Failure, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    fn finish(&mut self, _ending: &Ending<'_>, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}

/// A TOML string.
fn string(text: &str) -> String {
    Value::String(text.to_owned()).to_string()
}
