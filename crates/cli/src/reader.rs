//! The one place that meets `gouji-read`.
use std::error::Error;

use camino::Utf8Path;
use gouji_model::Message;
pub(crate) use gouji_read::Input;
use gouji_read::{Limits, ReadError};

/// Reads a file.
pub(crate) fn read(file: &Utf8Path) -> anyhow::Result<Input> {
    let limits = Limits::default();
    limits.check_size(std::fs::metadata(file)?.len())?;
    Ok(gouji_read::read(&std::fs::read(file)?, &limits)?)
}

/// The message of an error, if it is one of reading.
pub(crate) fn message(error: &(dyn Error + 'static)) -> Option<Message> {
    error.downcast_ref::<ReadError>().map(|ReadError(message)| message.clone())
}
