//! One folder, each of its files read, nothing inherited yet.
use std::collections::BTreeMap;
use std::sync::Arc;

use gouji_model::Message;
use serde::de::DeserializeOwned;

use crate::edition_file::{EditionFile, FormFile};
use crate::error::{Fault, RulesError, Source};
use crate::folder::{FileKind, Folder, kind};
use crate::form_check;
use crate::toml_text;

/// A folder's texts, typed.
#[derive(Clone, Debug)]
pub(crate) struct Parsed {
    pub(crate) source: Source,
    pub(crate) file: EditionFile,
    pub(crate) form: Option<(Source, FormFile)>,
    pub(crate) lexicon: Option<(Source, toml::Table)>,
    pub(crate) scripts: BTreeMap<Box<str>, Source>,
    pub(crate) cases: BTreeMap<Box<str>, Source>,
}

impl Parsed {
    /// Reads a folder; every file at fault gives its errors.
    pub(crate) fn read(folder: &Folder) -> Result<Self, Vec<RulesError>> {
        let mut errors = Vec::new();
        let (mut scripts, mut cases) = (BTreeMap::new(), BTreeMap::new());
        for path in folder.files.keys() {
            let Some(source) = folder.source(path) else { continue };
            match kind(path) {
                Ok(FileKind::Script(id)) => drop(scripts.insert(Box::from(id), source)),
                Ok(FileKind::Cases(id)) => drop(cases.insert(Box::from(id), source)),
                Ok(FileKind::Data | FileKind::Prose) => {}
                Err(fault) => errors.push(source.error(fault)),
            }
        }
        let form = keep(read_form(folder), &mut errors);
        let lexicon = keep(read(folder, "lexicon.toml"), &mut errors);
        let edition = read(folder, "edition.toml").and_then(|found| found.ok_or_else(|| without_edition(folder)));
        match keep(edition.map(Some), &mut errors) {
            Some((source, file)) if errors.is_empty() => Ok(Self { source, file, form, lexicon, scripts, cases }),
            _ => Err(errors),
        }
    }

    /// Id of the edition.
    pub(crate) fn id(&self) -> &str {
        self.file.id.get_ref()
    }

    /// Whether this overlay stands for a built-in edition: it has its id and does not build on it.
    pub(crate) fn replaces(&self, built_in: &Self) -> bool {
        let base = self.file.base.as_ref().map(|base| &**base.get_ref());
        self.id() == built_in.id() && base != Some(built_in.id())
    }
}

fn keep<T>(result: Result<Option<T>, Vec<RulesError>>, errors: &mut Vec<RulesError>) -> Option<T> {
    result.unwrap_or_else(|mut own| {
        errors.append(&mut own);
        None
    })
}

/// The typed file at a path, if there is one.
fn read<T: DeserializeOwned>(folder: &Folder, path: &str) -> Result<Option<(Source, T)>, Vec<RulesError>> {
    let Some(source) = folder.source(path) else { return Ok(None) };
    match toml_text::parse(&source.text) {
        Ok(value) => Ok(Some((source, value))),
        Err(fault) => Err(vec![source.error(fault)]),
    }
}

fn read_form(folder: &Folder) -> Result<Option<(Source, FormFile)>, Vec<RulesError>> {
    let form: Option<(Source, FormFile)> = read(folder, "form.toml")?;
    let Some((source, file)) = form else { return Ok(None) };
    let faults = form_check::check(&file, &source.text);
    if faults.is_empty() {
        return Ok(Some((source, file)));
    }
    Err(faults.into_iter().map(|fault| source.error(fault)).collect())
}

fn without_edition(folder: &Folder) -> Vec<RulesError> {
    let source = Source { file: folder.full("edition.toml"), text: Arc::from("") };
    vec![source.error(Fault::new(Message::new("rules-edition-absent")).help(Message::new("rules-help-edition")))]
}
