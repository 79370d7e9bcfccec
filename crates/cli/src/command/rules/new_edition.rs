//! `gouji rules new-edition ID --base ID`: the folder of a new edition, ready to be changed.
use camino::Utf8PathBuf;
use gouji_model::Message;
use gouji_rules::{Folder, is_edition_id};

use super::arguments::NewEditionArguments;
use super::scaffold;
use crate::Io;
use crate::exit::Exit;
use crate::fault::Fault;
use crate::session::{Session, unknown};

/// Writes the folder; an id that is a year begins with that report year, any other takes the place of its base.
pub(super) fn run(session: &Session<'_>, arguments: &NewEditionArguments, io: &mut Io<'_>) -> anyhow::Result<Exit> {
    let (id, library) = (arguments.id.as_str(), session.library);
    if !is_edition_id(id) {
        return Err(Fault::error(Message::new("tool-edition-id").text("id", id)));
    }
    let Some(base) = library.book(&arguments.base) else {
        let ids = library.books.iter().map(|book| &*book.edition.id);
        return Err(Fault::error(unknown("driver-edition-unknown", &arguments.base, ids)));
    };
    if library.book(id).is_some() || library.is_built_in(id) {
        return Err(Fault::error(Message::new("tool-edition-exists").text("id", id)));
    }
    let is_year = id.len() == 4 && id.bytes().all(|byte| byte.is_ascii_digit());
    let from: Option<i32> = id.parse().ok().filter(|_| is_year);
    if from.is_some_and(|from| from <= base.edition.years.from) {
        let message = Message::new("tool-edition-early").text("id", id).label("base", &base.edition.title);
        return Err(Fault::error(message.text("years", base.edition.years.to_string())));
    }
    let edition = gouji_rules::new_edition(id, base, from, &chain(session, &arguments.base));
    let folder = arguments.folder.clone().unwrap_or_else(|| id.into());
    let files = edition.files.iter().map(|(path, text)| (Utf8PathBuf::from(path), text.as_str()));
    for file in scaffold::write(&folder, &io.cwd, files, false)? {
        writeln!(io.stdout, "{file}")?;
    }
    let next = Message::new("tool-new-edition").text("folder", folder.as_str());
    writeln!(io.stdout, "{}", session.say(&next))?;
    Ok(Exit::Clean)
}

/// The folders that an edition is made of, its own first.
fn chain<'a>(session: &Session<'a>, edition: &str) -> Vec<&'a Folder> {
    let (built_in, overlays) = session.library.folders();
    let mut unused: Vec<&Folder> = overlays.iter().rev().chain(built_in).collect();
    let mut chain = Vec::new();
    let mut next: Option<Box<str>> = Some(edition.into());
    while let Some(position) = unused.iter().position(|folder| next.is_some() && folder.edition_id() == next) {
        let folder = unused.remove(position);
        next = folder.base_id();
        chain.push(folder);
    }
    chain
}
