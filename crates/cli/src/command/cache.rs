//! `gouji cache clear`.
use camino::Utf8Path;
use gouji_model::{Lang, Message, render};

use crate::exit::Exit;
use crate::fault::Fault;
use crate::{Io, cache};

/// Empties the folder of `--cache`, and says how much was in it.
pub(crate) fn clear(folder: Option<&Utf8Path>, lang: Lang, io: &mut Io<'_>) -> anyhow::Result<Exit> {
    let folder = folder.ok_or_else(|| Fault::error(Message::new("cache-which")))?;
    let cleared = cache::clear(&io.cwd.join(folder))?;
    let message = Message::new("cache-cleared").text("folder", folder.as_str()).count("entries", cleared.entries);
    #[expect(clippy::cast_precision_loss, reason = "a size for people")]
    let megabytes = cleared.bytes as f64 / 1e6;
    writeln!(io.stdout, "{}", render(&message.text("megabytes", format!("{megabytes:.1}")), lang))?;
    Ok(Exit::Clean)
}
