//! A folder of an edition, as texts, and what each of its files is.
use std::collections::BTreeMap;
use std::sync::Arc;

use gouji_model::Message;

use crate::edition_file::EditionFile;
use crate::error::{Fault, Source};
use crate::toml_text;

/// The texts of one edition: built in, or a folder of someone's own.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Folder {
    /// Its name in messages.
    pub name: String,
    /// Texts by path relative to the folder, `/`-separated.
    pub files: BTreeMap<String, String>,
}

impl Folder {
    /// A folder from pairs of path and text, as `gouji-editions` has them.
    pub fn new<'a>(name: impl Into<String>, files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let files = files.into_iter().map(|(path, text)| (path.to_owned(), text.to_owned())).collect();
        Self { name: name.into(), files }
    }

    /// The id that its `edition.toml` gives; `None` where that cannot be read.
    pub fn edition_id(&self) -> Option<Box<str>> {
        let file: EditionFile = toml_text::parse(self.files.get("edition.toml")?).ok()?;
        Some(file.id.into_inner())
    }

    /// The id of the edition that it builds on, where it does.
    pub fn base_id(&self) -> Option<Box<str>> {
        let file: EditionFile = toml_text::parse(self.files.get("edition.toml")?).ok()?;
        file.base.map(toml::Spanned::into_inner)
    }

    /// The file at a path, as a source with its full name.
    pub(crate) fn source(&self, path: &str) -> Option<Source> {
        self.files.get(path).map(|text| Source { file: self.full(path), text: Arc::from(text.as_str()) })
    }

    /// A path with the folder's name.
    pub(crate) fn full(&self, path: &str) -> String {
        format!("{}/{path}", self.name.trim_end_matches('/'))
    }
}

/// What a file of an edition's folder is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FileKind<'a> {
    /// `edition.toml`, `form.toml`, `lexicon.toml`.
    Data,
    /// The script of the rule with an id.
    Script(&'a str),
    /// The cases of the rule with an id.
    Cases(&'a str),
    /// A text for people.
    Prose,
}

/// What the file at a path is; a file that would silently not count is a fault.
pub(crate) fn kind(path: &str) -> Result<FileKind<'_>, Fault> {
    let rule = path.strip_suffix(".cases.toml").map(|id| (id, FileKind::Cases(id)));
    let rule = rule.or_else(|| path.strip_suffix(".rhai").map(|id| (id, FileKind::Script(id))));
    match (path, rule) {
        (_, Some((id, kind))) if is_rule_id(id) => Ok(kind),
        (_, Some(_)) => Err(Fault::new(Message::new("rules-file-rule-path").text("path", path))),
        ("edition.toml" | "form.toml" | "lexicon.toml", None) => Ok(FileKind::Data),
        (path, None) if path.rsplit_once('.').is_some_and(|(_, end)| end == "md") => Ok(FileKind::Prose),
        _ => {
            Err(Fault::new(Message::new("rules-file-unknown").text("path", path))
                .help(Message::new("rules-help-files")))
        }
    }
}

/// Whether a path is `topic/rule`, both in kebab-case.
pub fn is_rule_id(id: &str) -> bool {
    id.split('/').count() == 2 && id.split('/').all(is_kebab_case)
}

/// Whether a word can be the id of an edition and the name of its folder.
pub fn is_edition_id(id: &str) -> bool {
    is_kebab_case(id)
}

fn is_kebab_case(name: &str) -> bool {
    let word =
        |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    name.split('-').all(word)
}
