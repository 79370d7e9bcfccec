//! `gouji rules new-rule ID`: a script and its cases, ready to be written over.
use camino::Utf8PathBuf;
use gouji_model::Message;
use gouji_rules::{Folder, is_rule_id};

use super::arguments::NewRuleArguments;
use super::scaffold;
use crate::Io;
use crate::exit::Exit;
use crate::fault::Fault;
use crate::session::Session;

/// Writes the two files into the folder of rules that was given.
pub(super) fn run(session: &Session<'_>, arguments: &NewRuleArguments, io: &mut Io<'_>) -> anyhow::Result<Exit> {
    let id = arguments.rule.as_str();
    if !is_rule_id(id) {
        return Err(Fault::error(Message::new("rules-file-rule-path").text("path", id)));
    }
    let folder = folder(session)?;
    let edition = folder.edition_id().unwrap_or_default();
    let Some(book) = session.library.book(&edition) else {
        return Err(Fault::error(Message::new("tool-replaced").text("edition", &*edition)));
    };
    if book.rule(id).is_some() {
        let source = session.library.source(&edition, id).map(|source| source.file.as_str()).unwrap_or_default();
        return Err(Fault::error(Message::new("tool-rule-exists").text("rule", id).text("file", source)));
    }
    let files = gouji_rules::new_rule(book, id);
    let files = files.iter().map(|(path, text)| (Utf8PathBuf::from(path), text.as_str()));
    for file in scaffold::write(folder.name.as_str().into(), &io.cwd, files, false)? {
        writeln!(io.stdout, "{file}")?;
    }
    let next = Message::new("tool-new-rule").text("folder", folder.name.as_str());
    writeln!(io.stdout, "{}", session.say(&next))?;
    Ok(Exit::Clean)
}

/// The one folder that the rule can go into.
fn folder<'a>(session: &'a Session<'_>) -> anyhow::Result<&'a Folder> {
    let (_, overlays) = session.library.folders();
    let asked = session.asked_edition();
    let is_asked = |folder: &&Folder| asked.is_none_or(|asked| folder.edition_id().as_deref() == Some(asked));
    let mut chosen = overlays.iter().filter(is_asked);
    match (chosen.next(), chosen.next()) {
        (Some(folder), None) => Ok(folder),
        (None, _) => Err(Fault::error(Message::new("tool-no-folder"))),
        (Some(_), Some(_)) => Err(Fault::error(Message::new("tool-which-folder"))),
    }
}
