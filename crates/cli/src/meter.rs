//! How far a run over many files has come, shown on a terminal.
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::session::Session;
use crate::{Io, text};

/// A line on standard error: files done, their rate, the time that remains; nothing where there is no terminal, only
/// one file, or quiet is asked for.
#[derive(Debug)]
pub(crate) struct Meter {
    bar: ProgressBar,
}

impl Meter {
    /// A meter for so many files.
    pub(crate) fn new(session: &Session<'_>, files: usize, io: &Io<'_>) -> Self {
        let is_shown = io.is_error_terminal && files > 1 && session.says_more_than_findings();
        let target = if is_shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(Some(files as u64), target);
        if let Ok(style) = ProgressStyle::with_template(&text("jobs-meter", session.lang)) {
            bar.set_style(style);
        }
        Self { bar }
    }

    /// One more file is done; `write` may use the terminal meanwhile.
    pub(crate) fn step<T>(&self, write: impl FnOnce() -> T) -> T {
        let done = if self.bar.is_hidden() { write() } else { self.bar.suspend(write) };
        self.bar.inc(1);
        done
    }
}

impl Drop for Meter {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
