//! `gouji rules eject DIR`: the built-in editions as files, for `--rules DIR`.
use camino::Utf8PathBuf;
use gouji_model::Message;
use gouji_rules::Folder;

use super::arguments::EjectArguments;
use super::scaffold;
use crate::Io;
use crate::exit::Exit;
use crate::fault::Fault;
use crate::session::{Session, unknown};

/// Writes every built-in edition, or that of `--edition`, into a folder of its own.
pub(super) fn run(session: &Session<'_>, arguments: &EjectArguments, io: &mut Io<'_>) -> anyhow::Result<Exit> {
    let (built_in, _) = session.library.folders();
    let asked = session.asked_edition();
    let chosen: Vec<(Box<str>, &Folder)> = built_in
        .iter()
        .filter_map(|folder| Some((folder.edition_id()?, folder)))
        .filter(|(id, _)| asked.is_none_or(|asked| asked == &**id))
        .collect();
    if let (Some(asked), true) = (asked, chosen.is_empty()) {
        let ids = gouji_editions::EDITIONS.iter().map(|edition| edition.id);
        return Err(Fault::error(unknown("driver-edition-unknown", asked, ids)));
    }
    let files = chosen.iter().flat_map(|(id, folder)| {
        folder.files.iter().map(move |(path, text)| (Utf8PathBuf::from(format!("{id}/{path}")), text.as_str()))
    });
    let written = scaffold::write(&arguments.folder, &io.cwd, files, arguments.force)?;
    let done = Message::new("tool-ejected")
        .count("files", written.len())
        .text("folder", arguments.folder.as_str())
        .text("editions", chosen.iter().map(|(id, _)| &**id).collect::<Vec<_>>().join(", "));
    writeln!(io.stdout, "{}", session.say(&done))?;
    Ok(Exit::Clean)
}
