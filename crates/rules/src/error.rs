//! What is wrong with the texts of an edition: as data, with the place, in both languages.
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use gouji_model::{Arg, Message};

/// One fault in a script or a TOML file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RulesError {
    /// The file: the folder's name and the path in it.
    pub file: String,
    /// The file's whole text, for a snippet.
    pub text: Arc<str>,
    /// The bytes of `text` at fault; `None` where the file as a whole is.
    pub span: Option<Range<usize>>,
    /// What is wrong.
    pub problem: Message,
    /// What to do about it, where that can be told.
    pub help: Option<Message>,
    /// The edition for which a script failed: one inherited script can fail in one edition only.
    pub edition: Option<Box<str>>,
}

impl RulesError {
    /// Line and column of the fault, both from 1, the column in characters.
    pub fn line_column(&self) -> Option<(usize, usize)> {
        self.span.as_ref().map(|span| line_column(&self.text, span.start))
    }

    /// The whole message in one: file, line, column, problem and help.
    pub fn message(&self) -> Message {
        let mut place = self.file.clone();
        if let Some((line, column)) = self.line_column() {
            place = format!("{place}:{line}:{column}");
        }
        let message = Message::new(match (&self.edition, &self.help) {
            (None, None) => "rules-error",
            (None, Some(_)) => "rules-error-help",
            (Some(_), None) => "rules-error-edition",
            (Some(_), Some(_)) => "rules-error-edition-help",
        });
        let message = message.text("place", place).with("problem", Arg::Message(Box::new(self.problem.clone())));
        let message = match &self.edition {
            Some(edition) => message.text("edition", &**edition),
            None => message,
        };
        match &self.help {
            Some(help) => message.with("help", Arg::Message(Box::new(help.clone()))),
            None => message,
        }
    }
}

impl fmt::Display for RulesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.message().fmt(f)
    }
}

impl std::error::Error for RulesError {}

/// Every fault found, in the order of the files.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.iter().map(RulesError::to_string).collect::<Vec<_>>().join("\n"))]
pub struct RulesErrors(pub Vec<RulesError>);

/// Line and column of a byte offset, both from 1.
pub(crate) fn line_column(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (line, column)
}

/// A file's text and the name it has in messages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The file: the folder's name and the path in it.
    pub file: String,
    /// Its text.
    pub text: Arc<str>,
}

impl Source {
    /// An error in this file.
    pub(crate) fn error(&self, fault: Fault) -> RulesError {
        RulesError {
            file: self.file.clone(),
            text: Arc::clone(&self.text),
            span: fault.span,
            problem: fault.problem,
            help: fault.help,
            edition: None,
        }
    }
}

/// A fault whose file is not said yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) problem: Message,
    pub(crate) help: Option<Message>,
    pub(crate) span: Option<Range<usize>>,
}

impl Fault {
    pub(crate) fn new(problem: Message) -> Self {
        Self { problem, help: None, span: None }
    }

    pub(crate) fn at(mut self, span: Range<usize>) -> Self {
        self.span = Some(span);
        self
    }

    pub(crate) fn help(mut self, help: Message) -> Self {
        self.help = Some(help);
        self
    }

    /// With the choice meant, or the choices there are.
    pub(crate) fn choices<'a>(mut self, word: &str, choices: impl IntoIterator<Item = &'a str>) -> Self {
        self.help = suggestion(word, choices);
        self
    }
}

/// Most choices that a help lists.
const MOST_CHOICES: usize = 16;

/// "Did you mean …?" for the choice most like a word; without one that is like it, the choices.
fn suggestion<'a>(word: &str, choices: impl IntoIterator<Item = &'a str>) -> Option<Message> {
    let mut choices: Vec<&str> = choices.into_iter().filter(|choice| !choice.is_empty()).collect();
    let distance = |choice: &str| strsim::osa_distance(word, choice);
    let nearest = choices.iter().copied().min_by_key(|choice| distance(choice))?;
    if distance(nearest) <= word.chars().count().max(3) / 3 {
        return Some(Message::new("rules-help-did-you-mean").text("name", nearest));
    }
    if let Some(full) = choices.iter().copied().find(|choice| choice.rsplit(['.', '/']).next() == Some(word)) {
        return Some(Message::new("rules-help-did-you-mean").text("name", full));
    }
    let more = choices.len() > MOST_CHOICES;
    choices.truncate(MOST_CHOICES);
    let list = choices.iter().map(|choice| (*choice).to_owned()).chain(more.then(|| "…".to_owned()));
    Some(Message::new("rules-help-choices").with("names", Arg::List(list.map(Arg::Text).collect())))
}
