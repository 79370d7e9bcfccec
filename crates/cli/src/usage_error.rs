//! What clap refuses, as messages of the catalogue.
use clap::error::{ContextKind, ContextValue, ErrorKind};
use gouji_model::{Arg, Message};

/// The message for an error of the command line.
pub(crate) fn message(error: &clap::Error) -> Message {
    let message = problem(error);
    match suggestion(error) {
        Some(word) => Message::new("driver-did-you-mean").with("what", nested(message)).text("name", word),
        None => message,
    }
}

fn problem(error: &clap::Error) -> Message {
    let words = |kind| words(error.get(kind));
    let first = |kind| words(kind).into_iter().next().unwrap_or_default();
    match error.kind() {
        ErrorKind::InvalidValue if first(ContextKind::InvalidValue).is_empty() => {
            Message::new("driver-usage-no-value").text("arg", first(ContextKind::InvalidArg))
        }
        ErrorKind::InvalidValue => Message::new("driver-usage-value")
            .text("arg", first(ContextKind::InvalidArg))
            .text("value", first(ContextKind::InvalidValue))
            .with("choices", list(words(ContextKind::ValidValue))),
        ErrorKind::ValueValidation => Message::new("driver-usage-validation")
            .text("arg", first(ContextKind::InvalidArg))
            .text("value", first(ContextKind::InvalidValue)),
        ErrorKind::UnknownArgument => Message::new("driver-usage-unknown").text("arg", first(ContextKind::InvalidArg)),
        ErrorKind::InvalidSubcommand => {
            Message::new("driver-usage-command").text("name", first(ContextKind::InvalidSubcommand))
        }
        ErrorKind::ArgumentConflict => Message::new("driver-usage-conflict")
            .text("arg", first(ContextKind::InvalidArg))
            .with("other", list(words(ContextKind::PriorArg))),
        ErrorKind::MissingRequiredArgument => {
            Message::new("driver-usage-missing").with("args", list(words(ContextKind::InvalidArg)))
        }
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            Message::new("driver-usage-no-value").text("arg", first(ContextKind::InvalidArg))
        }
        ErrorKind::InvalidUtf8 => Message::new("driver-usage-unicode"),
        _ => Message::new("driver-detail").text("detail", error.to_string().trim_end()),
    }
}

fn suggestion(error: &clap::Error) -> Option<String> {
    let kinds = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    kinds.into_iter().find_map(|kind| words(error.get(kind)).into_iter().next())
}

fn words(value: Option<&ContextValue>) -> Vec<String> {
    match value {
        Some(ContextValue::String(word)) => vec![word.clone()],
        Some(ContextValue::Strings(words)) => words.clone(),
        _ => Vec::new(),
    }
}

fn list(words: Vec<String>) -> Arg {
    Arg::List(words.into_iter().map(Arg::Text).collect())
}

fn nested(message: Message) -> Arg {
    Arg::Message(Box::new(message))
}
