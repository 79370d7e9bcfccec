//! What a run sees of the outside.
use std::fmt;
use std::io::Write;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use camino::Utf8PathBuf;

/// Streams, environment and folder of one run.
pub struct Io<'a> {
    /// Where results go.
    pub stdout: &'a mut dyn Write,
    /// Where errors and remarks on the run go.
    pub stderr: &'a mut dyn Write,
    /// Whether `stdout` is a terminal: only then is it coloured.
    pub is_terminal: bool,
    /// Whether `stderr` is a terminal.
    pub is_error_terminal: bool,
    /// What the environment says.
    pub env: Environment,
    /// The folder that relative paths start from.
    pub cwd: Utf8PathBuf,
    /// Asks the run to end, from outside of it.
    pub interruption: Arc<Interruption>,
}

/// Where a part of a run says what it did: results, and remarks on the run.
pub(crate) struct Said<'a> {
    /// Where results go.
    pub(crate) out: &'a mut dyn Write,
    /// Where errors and remarks go.
    pub(crate) err: &'a mut dyn Write,
}

impl Io<'_> {
    /// Both streams.
    pub(crate) fn said(&mut self) -> Said<'_> {
        Said { out: &mut *self.stdout, err: &mut *self.stderr }
    }
}

/// A wish that the run should end with what it has (Ctrl-C).
#[derive(Debug, Default)]
pub struct Interruption {
    heeded: AtomicBool,
    asked: AtomicBool,
}

impl Interruption {
    /// Asks the run to end; says whether it will, as only some commands have results that can be left unfinished, and
    /// whoever asks twice does not want to wait.
    pub fn ask(&self) -> bool {
        let asked_before = self.asked.swap(true, Ordering::Relaxed);
        self.heeded.load(Ordering::Relaxed) && !asked_before
    }

    /// From now on the run looks whether it was asked to end.
    pub(crate) fn heed(&self) {
        self.heeded.store(true, Ordering::Relaxed);
    }

    /// Whether the run was asked to end.
    pub(crate) fn is_asked(&self) -> bool {
        self.asked.load(Ordering::Relaxed)
    }
}

impl fmt::Debug for Io<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Io").field("env", &self.env).field("cwd", &self.cwd).finish_non_exhaustive()
    }
}

/// What gouji asks of the environment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Environment {
    /// No colour, even on a terminal: `NO_COLOR` is set, or `TERM` is `dumb`.
    pub no_color: bool,
    /// The locale of messages: the first of `LC_ALL`, `LC_MESSAGES`, `LANG` that is set.
    pub locale: Option<String>,
    /// `SOURCE_DATE_EPOCH`: the time that generated files bear.
    pub source_date_epoch: Option<String>,
    /// `PATH`: the folders in which exporters of others are looked for.
    pub path: Option<String>,
}

impl Environment {
    /// The environment that a lookup of variables gives.
    pub fn of(variable: impl Fn(&str) -> Option<String>) -> Self {
        let set = |name: &str| variable(name).filter(|value| !value.is_empty());
        Self {
            no_color: set("NO_COLOR").is_some() || set("TERM").is_some_and(|term| term == "dumb"),
            locale: ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set),
            source_date_epoch: set("SOURCE_DATE_EPOCH"),
            path: set("PATH"),
        }
    }
}
