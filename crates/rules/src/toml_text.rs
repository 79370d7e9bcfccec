//! TOML texts to typed data, with faults that carry their place and a likely meaning.
use gouji_model::Message;
use serde::de::DeserializeOwned;

use crate::error::Fault;

/// Reads a text.
pub(crate) fn parse<T: DeserializeOwned>(text: &str) -> Result<T, Fault> {
    toml::from_str(text).map_err(|error| fault(&error, text))
}

/// The fault for an error of the TOML reader.
fn fault(error: &toml::de::Error, text: &str) -> Fault {
    let detail = error.message().trim();
    let quoted: Vec<&str> = detail.split('`').skip(1).step_by(2).collect();
    let fault = match (quoted.split_first(), detail) {
        (Some((word, choices)), _) if detail.starts_with("unknown field") || detail.starts_with("unknown variant") => {
            Fault::new(Message::new("rules-toml-unknown").text("name", *word)).choices(word, choices.iter().copied())
        }
        (Some((word, _)), _) if detail.starts_with("missing field") => {
            Fault::new(Message::new("rules-toml-missing").text("name", *word))
        }
        _ => Fault::new(Message::new("rules-toml").text("detail", detail.replace('\n', "; "))),
    };
    match error.span() {
        Some(span) => fault.at(first_line(text, span)),
        None => fault,
    }
}

/// A span cut to its first line: a table's span is the whole table.
fn first_line(text: &str, span: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let length = text.get(span.clone()).and_then(|part| part.find('\n'));
    length.map_or(span.clone(), |length| span.start..span.start + length)
}
