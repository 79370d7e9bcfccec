//! Forms of the result of `check`. A sink takes one judged report at a time, and knows nothing of how it was read.
mod digest;
mod github;
mod human;
pub(crate) mod item;
mod json;
mod jsonl;
mod junit;
mod notice;
mod overview;
mod sarif;
mod waivers;

pub(crate) use json::CheckWire;
pub(crate) use jsonl::CheckLineWire;

use std::io::{self, Write};

use gouji_edits::Severity;
use gouji_export::Waivers;
use gouji_model::Lang;

use crate::examine::Examined;
use crate::files::Failure;
use crate::progress::Progress;
use crate::session::Verbosity;
use crate::style::Paint;

/// A form of the result.
pub(crate) trait Sink {
    /// A report was judged.
    fn report(&mut self, examined: &Examined<'_>, out: &mut dyn Write) -> io::Result<()>;

    /// A file could not be read; standard error has been told.
    fn failure(&mut self, failure: &Failure, out: &mut dyn Write) -> io::Result<()>;

    /// Nothing more will come.
    fn finish(&mut self, ending: &Ending<'_>, out: &mut dyn Write) -> io::Result<()>;
}

/// What is known when all reports were judged.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Ending<'a> {
    /// How far the collection has come, where a unit list was given.
    pub(crate) progress: Option<&'a Progress<'a>>,
    /// What became of the waivers, where some were given.
    pub(crate) waivers: Option<&'a Waivers>,
}

/// What sinks may depend on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SinkOptions {
    /// Language of all texts.
    pub(crate) lang: Lang,
    /// Colours.
    pub(crate) paint: Paint,
    /// How much is said.
    pub(crate) verbosity: Verbosity,
    /// The least severity that makes the exit code 1.
    pub(crate) deny: Severity,
    /// There is more than one file.
    pub(crate) several: bool,
}

/// A form of the result by name.
#[derive(Clone, Copy)]
pub(crate) struct Format {
    /// What `--format` calls it.
    pub(crate) name: &'static str,
    /// Opens its sink.
    pub(crate) open: fn(SinkOptions) -> Box<dyn Sink>,
}

/// The form that can also be a folder of files.
pub(crate) const NOTICE: &str = "notice";

/// Every form; the first is the default.
pub(crate) const FORMATS: &[Format] = &[
    Format { name: "human", open: |options| Box::new(human::Human::new(options)) },
    Format { name: "json", open: |options| Box::new(json::Json::new(options)) },
    Format { name: "jsonl", open: |options| Box::new(jsonl::JsonLines::new(options)) },
    Format { name: "sarif", open: |options| Box::new(sarif::Sarif::new(options)) },
    Format { name: "markdown", open: |options| Box::new(digest::Document::markdown(options)) },
    Format { name: "html", open: |options| Box::new(digest::Document::html(options)) },
    Format { name: "junit", open: |options| Box::new(junit::JUnit::new(options)) },
    Format { name: "github", open: |options| Box::new(github::GitHub::new(options)) },
    Format { name: NOTICE, open: |options| Box::new(notice::Notices::new(options)) },
    Format { name: "waivers", open: |options| Box::new(waivers::Skeleton::new(options)) },
];
