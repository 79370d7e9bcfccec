//! 修改意见单 as text, one for each report with findings.
use std::io::{self, Write};

use gouji_export::{Meta, Source, notice};
use gouji_txt::text;

use super::{Ending, Sink, SinkOptions};
use crate::command::published;
use crate::examine::Examined;
use crate::files::Failure;

/// Writes notices one below the other.
pub(super) struct Notices {
    meta: Meta,
    is_first: bool,
}

impl Notices {
    pub(super) fn new(options: SinkOptions) -> Self {
        Self { meta: Meta { lang: options.lang, ..Meta::default() }, is_first: true }
    }
}

impl Sink for Notices {
    fn report(&mut self, examined: &Examined<'_>, out: &mut dyn Write) -> io::Result<()> {
        if examined.worst().is_none() {
            return Ok(());
        }
        if !self.is_first {
            write!(out, "\n\n")?;
        }
        self.is_first = false;
        let source = Source { file: examined.file.to_string(), ..Source::default() };
        write!(out, "{}", text(&notice(&published(examined, &source), &self.meta)))
    }

    fn failure(&mut self, _failure: &Failure, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    fn finish(&mut self, _ending: &Ending<'_>, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}
