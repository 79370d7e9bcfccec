//! From folders of texts to rule books.
use std::collections::BTreeMap;

use gouji_edits::{Edit, Relations, Rule, RuleBook};
use gouji_model::{Form, FormError, Lexicon, Message};

use crate::error::{Fault, RulesError, RulesErrors, Source};
use crate::flat::Flat;
use crate::flatten::flatten;
use crate::folder::Folder;
use crate::form_check::quoted;
use crate::header::{self, Header};
use crate::parsed::Parsed;
use crate::script::Host;
use crate::toml_text;

/// An edition that was loaded: its rule book, and the texts it came from.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The rule book.
    pub book: RuleBook,
    /// The scripts, in the order of the rules.
    pub scripts: Vec<Script>,
}

/// Where a rule is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Script {
    /// The script.
    pub source: Source,
    /// Its cases.
    pub cases: Option<Source>,
}

/// The rule books of all editions, sorted by years.
///
/// An overlay with a `base` and the same or no `years` takes its base's place; one that has the id of a built-in edition
/// and does not build on it takes the place of that; any other is added. Overlays stack in their order. An edition
/// without a last year is in force until the next one without a last year begins.
///
/// # Errors
/// Every fault of every file; at least one for each file that has any.
pub fn load(built_in: &[Folder], overlays: &[Folder]) -> Result<Vec<RuleBook>, RulesErrors> {
    load_with_sources(built_in, overlays).map(|editions| editions.into_iter().map(|edition| edition.book).collect())
}

/// The same with the texts, for showing, testing and ejecting rules.
///
/// # Errors
/// As [`load`].
pub fn load_with_sources(built_in: &[Folder], overlays: &[Folder]) -> Result<Vec<Loaded>, RulesErrors> {
    all(unloaded(built_in, overlays)?.into_iter().map(Unloaded::load))
}

/// An edition with everything it inherits, whose scripts were not run yet. Editions do not depend on each other any more:
/// each may be loaded by a thread of its own.
#[derive(Debug)]
pub struct Unloaded(Flat);

impl Unloaded {
    /// Runs the scripts.
    ///
    /// # Errors
    /// Every fault of every script.
    pub fn load(self) -> Result<Loaded, RulesErrors> {
        load_one(self.0).map_err(RulesErrors)
    }
}

/// The editions, sorted by years, before their scripts are run; as [`load`].
///
/// # Errors
/// Every fault of every other file.
pub fn unloaded(built_in: &[Folder], overlays: &[Folder]) -> Result<Vec<Unloaded>, RulesErrors> {
    let mut errors = Vec::new();
    let mut read = |folders: &[Folder]| collect(folders.iter().map(Parsed::read), &mut errors);
    let (built_in, overlays) = (read(built_in), read(overlays));
    if !errors.is_empty() {
        return Err(RulesErrors(errors));
    }
    let editions = flatten(built_in, overlays).map_err(|errors| RulesErrors(without_repeats(errors)))?;
    Ok(editions.into_iter().map(Unloaded).collect())
}

/// All editions, or every fault of any of them, each once.
///
/// # Errors
/// Those of the editions.
pub fn all(editions: impl Iterator<Item = Result<Loaded, RulesErrors>>) -> Result<Vec<Loaded>, RulesErrors> {
    let mut errors = Vec::new();
    let loaded = collect(editions.map(|edition| edition.map_err(|RulesErrors(own)| own)), &mut errors);
    if errors.is_empty() { Ok(loaded) } else { Err(RulesErrors(without_repeats(errors))) }
}

fn collect<T>(results: impl Iterator<Item = Result<T, Vec<RulesError>>>, errors: &mut Vec<RulesError>) -> Vec<T> {
    results.filter_map(|result| result.map_err(|mut own| errors.append(&mut own)).ok()).collect()
}

/// A fault of a base shows again in all that inherit it: it is told once.
fn without_repeats(errors: Vec<RulesError>) -> Vec<RulesError> {
    let mut kept: Vec<RulesError> = Vec::new();
    for error in errors {
        let same = |other: &RulesError| {
            (&other.file, &other.span, &other.problem) == (&error.file, &error.span, &error.problem)
        };
        if !kept.iter().any(same) {
            kept.push(error);
        }
    }
    kept
}

fn load_one(flat: Flat) -> Result<Loaded, Vec<RulesError>> {
    let form_source = flat.form.as_ref().unwrap_or(&flat.source);
    let form = Form::new(&flat.edition.id, flat.sections, flat.tables)
        .map_err(|error| vec![form_source.error(form_fault(&error, &form_source.text))])?;
    if form.cells.is_empty() {
        return Err(vec![form_source.error(Fault::new(Message::new("rules-form-empty")))]);
    }
    let lexicon = lexicon(flat.lexicon, &flat.lexicons, &flat.source)?;
    let host = Host::new(form, lexicon).map_err(|fault| vec![form_source.error(fault)])?;
    let mut errors = Vec::new();
    let (mut rules, mut edits, mut scripts) = (Vec::new(), Vec::new(), Vec::new());
    let mut cases = flat.cases;
    for (id, source) in flat.scripts {
        match run(&host, &source, rules.len()) {
            Ok((header, mut own)) => {
                let severity = flat.severity.get(&id).copied().unwrap_or(header.severity);
                let severity_in = flat.severity_in.get(&id).cloned().unwrap_or_default();
                scripts.push(Script { source, cases: cases.remove(&id) });
                rules.push(Rule { severity, ..rule(id, header, severity_in) });
                edits.append(&mut own);
            }
            Err(mut own) => errors.append(&mut own),
        }
    }
    if !errors.is_empty() {
        for error in &mut errors {
            error.edition = Some(flat.edition.id.clone());
        }
        return Err(errors);
    }
    let (form, lexicon) = host.into_names();
    let book = RuleBook { edition: flat.edition, form, lexicon, rules, edits, relations: Relations::default() };
    Ok(Loaded { book, scripts })
}

/// Header and edits of one script; the faults of both.
fn run(host: &Host, source: &Source, rule: usize) -> Result<(Header, Vec<Edit>), Vec<RulesError>> {
    let (header, edits) = (header::parse(&source.text), host.run(&source.text, rule));
    let faults = |result: Option<&Vec<Fault>>| result.cloned().unwrap_or_default();
    let faults = [faults(header.as_ref().err()), faults(edits.as_ref().err())].concat();
    match (header, edits) {
        (Ok(header), Ok(edits)) => Ok((header, edits)),
        _ => Err(faults.into_iter().map(|fault| source.error(fault)).collect()),
    }
}

fn rule(id: Box<str>, header: Header, severity_in: BTreeMap<i32, gouji_edits::Severity>) -> Rule {
    let Header { title, severity, basis, text } = header;
    Rule { id, title, severity, basis, text, severity_in }
}

/// The merged lexicon, typed; a fault is looked for in the file that has it.
fn lexicon(merged: toml::Table, sources: &[Source], edition: &Source) -> Result<Lexicon, Vec<RulesError>> {
    merged.try_into().map_err(|error: toml::de::Error| {
        let own = sources.iter().find_map(|source| {
            let fault = toml_text::parse::<Lexicon>(&source.text).err()?;
            Some(source.error(fault))
        });
        let whole = Fault::new(Message::new("rules-toml").text("detail", error.message()));
        vec![own.unwrap_or_else(|| sources.last().unwrap_or(edition).error(whole))]
    })
}

/// The fault for sections and tables that make no form, at the first place that names what is at fault.
fn form_fault(error: &FormError, text: &str) -> Fault {
    let (problem, named) = match error {
        FormError::DuplicateId { id } => (Message::new("rules-form-twice").text("id", &**id), &**id),
        FormError::UnknownMember { table, group, member } => {
            let problem = Message::new("rules-form-member").text("table", &**table).text("group", &**group);
            (problem.text("member", &**member), &**member)
        }
        FormError::Cycle { table, group } => {
            (Message::new("rules-form-cycle").text("table", &**table).text("group", &**group), &**group)
        }
        FormError::UnknownSection { table, section } => {
            (Message::new("rules-form-section").text("table", &**table).text("section", &**section), &**section)
        }
        FormError::Width { table, block, found, expected } => {
            let problem = Message::new("rules-form-width").text("table", &**table).count("block", *block);
            (problem.count("found", usize::from(*found)).count("expected", usize::from(*expected)), &**table)
        }
        FormError::TooLarge => (Message::new("rules-form-too-large"), ""),
    };
    let fault = Fault::new(problem);
    let (word, skip) = match error {
        // `table.row.column`: the file names its parts, and the second time is the one too many.
        FormError::DuplicateId { id } => (id.split_once('.').map_or(&**id, |(_, rest)| rest), 1),
        _ => (named, 0),
    };
    let parts = || word.match_indices('.').map(|(dot, _)| &word[..dot]);
    let mut words = std::iter::once(word).chain(parts()).filter(|word| !word.is_empty());
    match words.find_map(|word| quoted(text, word, skip)) {
        Some(span) => fault.at(span),
        None => fault,
    }
}
