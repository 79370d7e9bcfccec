//! Errors of the driver: a message of the catalogue and what caused it.
use std::fmt;
use std::io;

use gouji_export::ExportError;
use gouji_model::{Arg, Message};
use gouji_recognise::RecogniseError;

use crate::reader;

/// An error that speaks both languages.
#[derive(Debug)]
pub(crate) struct Fault {
    message: Message,
    cause: Option<anyhow::Error>,
}

impl Fault {
    /// An error without a further cause.
    pub(crate) fn error(message: Message) -> anyhow::Error {
        anyhow::Error::new(Self { message, cause: None })
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.message.fmt(f)
    }
}

impl std::error::Error for Fault {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.cause.as_ref().map(|cause| -> &(dyn std::error::Error + 'static) { cause.as_ref() })
    }
}

/// Adds to an error what was being done.
pub(crate) trait Explain<T> {
    /// The result, its error below a message. (`anyhow`'s own context would hide the message's key.)
    fn explain(self, message: impl FnOnce() -> Message) -> anyhow::Result<T>;
}

impl<T, E: Into<anyhow::Error>> Explain<T> for Result<T, E> {
    fn explain(self, message: impl FnOnce() -> Message) -> anyhow::Result<T> {
        self.map_err(|error| anyhow::Error::new(Fault { message: message(), cause: Some(error.into()) }))
    }
}

/// An error with all its causes, as one message.
pub(crate) fn message_of(error: &anyhow::Error) -> Message {
    let mut links: Vec<Message> = error.chain().map(link).collect();
    // A wrapped error of the system stands in the chain twice.
    links.dedup();
    let innermost = links.pop().unwrap_or_else(|| Message::new("driver-internal"));
    links.into_iter().rev().fold(innermost, |cause, what| {
        let message = Message::new("driver-because").with("what", Arg::Message(Box::new(what)));
        message.with("cause", Arg::Message(Box::new(cause)))
    })
}

/// Whether whoever reads the output has stopped reading.
pub(crate) fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| io_kind(cause) == Some(io::ErrorKind::BrokenPipe))
}

/// What kind of error of the system an error is, also where a writer of JSON or CSV has wrapped it.
fn io_kind(error: &(dyn std::error::Error + 'static)) -> Option<io::ErrorKind> {
    if let Some(error) = error.downcast_ref::<io::Error>() {
        return Some(error.kind());
    }
    if let Some(error) = error.downcast_ref::<serde_json::Error>() {
        return error.io_error_kind();
    }
    match error.downcast_ref::<csv::Error>()?.kind() {
        csv::ErrorKind::Io(error) => Some(error.kind()),
        _ => None,
    }
}

fn link(error: &(dyn std::error::Error + 'static)) -> Message {
    if let Some(fault) = error.downcast_ref::<Fault>() {
        return fault.message.clone();
    }
    if let Some(RecogniseError(message)) = error.downcast_ref() {
        return message.clone();
    }
    if let Some(ExportError(message)) = error.downcast_ref() {
        return message.clone();
    }
    if let Some(key) = io_kind(error).and_then(io_key) {
        return Message::new(key);
    }
    reader::message(error).unwrap_or_else(|| Message::new("driver-detail").text("detail", error.to_string()))
}

/// The message for a kind of error; the system's own words stand for those that have none.
fn io_key(kind: io::ErrorKind) -> Option<&'static str> {
    Some(match kind {
        io::ErrorKind::NotFound => "driver-io-not-found",
        io::ErrorKind::PermissionDenied => "driver-io-denied",
        io::ErrorKind::IsADirectory => "driver-io-is-folder",
        io::ErrorKind::AlreadyExists => "driver-io-exists",
        io::ErrorKind::NotADirectory => "driver-io-no-folder",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "driver-io-full",
        io::ErrorKind::ReadOnlyFilesystem => "driver-io-read-only",
        io::ErrorKind::FileTooLarge => "driver-io-too-large",
        io::ErrorKind::InvalidData => "driver-io-unicode",
        _ => return None,
    })
}
