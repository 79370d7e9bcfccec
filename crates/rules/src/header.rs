//! The `//!` header of a rule script: the rule's only documentation.
use std::ops::Range;

use gouji_edits::Severity;
use gouji_model::{Message, Text};

use crate::error::Fault;

/// What a header says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Header {
    pub(crate) title: Text,
    pub(crate) severity: Severity,
    pub(crate) basis: Text,
    pub(crate) text: Text,
}

/// Keys of a header; what follows no key is the Chinese text.
const KEYS: [&str; 6] = ["title", "title.en", "severity", "basis", "basis.en", "en"];
/// The one key that may be left out: a basis such as 国办公开办函 has no other name.
const OPTIONAL: &str = "basis.en";
/// Name in messages of the lines without a key.
const FREE_TEXT: &str = "text";

/// Reads the header of a script.
pub(crate) fn parse(script: &str) -> Result<Header, Vec<Fault>> {
    let mut reading = Reading::default();
    for (line, span) in lines(script) {
        reading.line(line, span);
    }
    reading.finish()
}

/// The text of every `//!` line and the span of the line, in order; also those that come too late.
fn lines(script: &str) -> impl Iterator<Item = (Line<'_>, Range<usize>)> {
    let mut offset = 0;
    let mut code = false;
    script.split_inclusive('\n').filter_map(move |line| {
        let start = offset;
        offset += line.len();
        let line = line.trim_end();
        let span = start..start + line.len();
        match line.strip_prefix("//!") {
            Some(_) if code => Some((Line::Late, span)),
            Some(text) => Some((Line::Header(text.strip_prefix(' ').unwrap_or(text)), span)),
            None => {
                code |= !line.is_empty();
                None
            }
        }
    })
}

#[derive(Clone, Copy)]
enum Line<'a> {
    Header(&'a str),
    Late,
}

/// One field of the header, as far as it was read.
struct Field {
    key: &'static str,
    text: String,
    paragraph: bool,
}

#[derive(Default)]
struct Reading {
    fields: Vec<Field>,
    current: Option<&'static str>,
    severity: Option<Severity>,
    end: usize,
    faults: Vec<Fault>,
}

impl Reading {
    fn line(&mut self, line: Line<'_>, span: Range<usize>) {
        let Line::Header(line) = line else {
            self.faults.push(Fault::new(Message::new("rules-header-late")).at(span));
            return;
        };
        self.end = span.end;
        match key_of(line) {
            Some((key, value)) => self.key(key, value, span),
            None => self.more(line),
        }
    }

    fn key(&mut self, name: &str, value: &str, span: Range<usize>) {
        let Some(key) = KEYS.into_iter().find(|key| *key == name) else {
            self.faults
                .push(Fault::new(Message::new("rules-header-key").text("key", name)).at(span).choices(name, KEYS));
            return;
        };
        self.current = (key == "en").then_some(key);
        if self.fields.iter().any(|field| field.key == key) {
            self.faults.push(Fault::new(Message::new("rules-header-twice").text("key", key)).at(span));
            return;
        }
        if key == "severity" {
            self.severity(value, span);
        }
        self.fields.push(Field { key, text: value.to_owned(), paragraph: false });
    }

    fn severity(&mut self, value: &str, span: Range<usize>) {
        let ids = Severity::NAMES.map(|(id, _)| id);
        self.severity = Severity::NAMES.into_iter().find(|(id, _)| *id == value).map(|(_, severity)| severity);
        if self.severity.is_none() {
            let problem = Message::new("rules-header-severity").text("value", value);
            self.faults.push(Fault::new(problem).at(span).choices(value, ids));
        }
    }

    /// A line without a key: more of the English text if that is being read, else of the Chinese.
    fn more(&mut self, line: &str) {
        let key = self.current.unwrap_or(FREE_TEXT);
        let position = self.fields.iter().position(|field| field.key == key).unwrap_or_else(|| {
            self.fields.push(Field { key, text: String::new(), paragraph: false });
            self.fields.len() - 1
        });
        self.fields[position].add(line);
    }

    fn finish(mut self) -> Result<Header, Vec<Fault>> {
        for key in KEYS.into_iter().chain([FREE_TEXT]).filter(|key| *key != OPTIONAL) {
            if self.get(key).is_none() {
                let problem =
                    Message::new(if key == FREE_TEXT { "rules-header-no-text" } else { "rules-header-missing" });
                let fault = Fault::new(problem.text("key", key)).at(0..self.end);
                self.faults.push(fault.help(Message::new("rules-help-header")));
            }
        }
        let text = |key| self.get(key).unwrap_or_default();
        match self.severity {
            Some(severity) if self.faults.is_empty() => Ok(Header {
                title: Text::new(text("title"), text("title.en")),
                severity,
                basis: Text::new(text("basis"), self.get(OPTIONAL).unwrap_or(text("basis"))),
                text: Text::new(text(FREE_TEXT), text("en")),
            }),
            _ => Err(self.faults),
        }
    }

    fn get(&self, key: &str) -> Option<&str> {
        self.fields.iter().find(|field| field.key == key).map(|field| field.text.trim()).filter(|text| !text.is_empty())
    }
}

impl Field {
    /// Adds a line: an empty line ends a paragraph; Chinese lines are joined without a blank.
    fn add(&mut self, line: &str) {
        let line = line.trim();
        if line.is_empty() {
            self.paragraph = !self.text.is_empty();
            return;
        }
        let ascii = |char: Option<char>| char.is_some_and(|char| char.is_ascii());
        let blank = self.key == "en" || (ascii(self.text.chars().last()) && ascii(line.chars().next()));
        if self.paragraph {
            self.text.push('\n');
        } else if blank && !self.text.is_empty() {
            self.text.push(' ');
        }
        self.paragraph = false;
        self.text.push_str(line);
    }
}

/// `key: value`, where the key is lower-case ASCII: a colon in Chinese text makes no key.
fn key_of(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once(':')?;
    let is_key = key.starts_with(|first: char| first.is_ascii_lowercase())
        && key.bytes().all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'.' | b'_'));
    is_key.then(|| (key, value.trim()))
}
