//! The one place that meets `gouji-rules` and `gouji-editions`: the editions built in, folders of rules on disk, and
//! the text of a rule's script.
use std::panic::resume_unwind;

use camino::{Utf8Path, Utf8PathBuf};
use gouji_edits::RuleBook;
use gouji_model::Message;
use gouji_rules::{Folder, Loaded, RulesError, RulesErrors, Script, Source, Unloaded};

use crate::fault::{Explain, Fault};
use crate::{digest, files};

/// Name in messages of the folder of a built-in edition.
const BUILT_IN: &str = "rules";

/// The prefecture-level places of China, as text.
pub(crate) const PLACES: &str = gouji_editions::PLACES;

/// The rule books of a run, with the texts that they were made from.
#[derive(Debug)]
pub(crate) struct Library {
    /// One for each edition, sorted by years.
    pub(crate) books: Vec<RuleBook>,
    /// The scripts of each book, in the order of its rules.
    scripts: Vec<Vec<Script>>,
    /// The texts: the editions built in, then the folders laid over them.
    folders: Vec<Folder>,
    /// How many of the folders are built in.
    built_in: usize,
}

/// Loads the built-in editions, changed by folders of rules.
pub(crate) fn load(folders: &[Utf8PathBuf], cwd: &Utf8Path) -> anyhow::Result<Library> {
    let built_in: Vec<Folder> = gouji_editions::EDITIONS
        .iter()
        .map(|edition| Folder::new(format!("{BUILT_IN}/{}", edition.id), edition.files.iter().copied()))
        .collect();
    let overlays = folders.iter().map(|folder| read_folder(folder, cwd)).collect::<anyhow::Result<Vec<_>>>()?;
    let overlays: Vec<Folder> = overlays.into_iter().flat_map(editions_of).collect();
    let editions = load_side_by_side(gouji_rules::unloaded(&built_in, &overlays)?)?;
    check_own_cases(&editions, &overlays)?;
    let (books, scripts) = editions.into_iter().map(|edition| (edition.book, edition.scripts)).unzip();
    let count = built_in.len();
    Ok(Library { books, scripts, folders: built_in.into_iter().chain(overlays).collect(), built_in: count })
}

/// Loads each edition in a thread of its own: nothing else takes a run so long before it begins.
fn load_side_by_side(editions: Vec<Unloaded>) -> Result<Vec<Loaded>, RulesErrors> {
    std::thread::scope(|scope| {
        let threads: Vec<_> = editions.into_iter().map(|edition| scope.spawn(|| edition.load())).collect();
        let joined = threads.into_iter().map(|thread| thread.join().unwrap_or_else(|panic| resume_unwind(panic)));
        gouji_rules::all(joined)
    })
}

/// Cases beside an overlay's rules are read with it: a slip in them is told at once. Those that it inherits stop no
/// run; `rules test` tells of them.
fn check_own_cases(editions: &[Loaded], overlays: &[Folder]) -> Result<(), RulesErrors> {
    let is_own = |error: &RulesError| {
        overlays.iter().any(|folder| error.file.starts_with(&format!("{}/", folder.name.trim_end_matches('/'))))
    };
    let faults = editions.iter().filter(|_| !overlays.is_empty()).filter_map(|edition| edition.cases().err());
    let own: Vec<RulesError> = faults.flat_map(|RulesErrors(faults)| faults).filter(is_own).collect();
    if own.is_empty() { Ok(()) } else { Err(RulesErrors(own)) }
}

/// A folder of one edition as it is; one of several, each in a folder of its own, as those.
fn editions_of(folder: Folder) -> Vec<Folder> {
    const EDITION: &str = "edition.toml";
    let names = |path: &String| path.strip_suffix(EDITION)?.strip_suffix('/').map(ToOwned::to_owned);
    let below: Vec<String> = folder.files.keys().filter_map(names).filter(|name| !name.contains('/')).collect();
    if below.is_empty() || folder.files.contains_key(EDITION) {
        return vec![folder];
    }
    let mut editions: Vec<Folder> = below
        .iter()
        .map(|name| Folder { name: format!("{}/{name}", folder.name.trim_end_matches('/')), ..Folder::default() })
        .collect();
    let mut rest = Folder { name: folder.name, ..Folder::default() };
    for (path, text) in folder.files {
        let place = path.split_once('/').and_then(|(start, inside)| {
            below.iter().position(|name| name == start).map(|position| (position, inside.to_owned()))
        });
        match place {
            Some((position, inside)) => drop(editions[position].files.insert(inside, text)),
            None if path.rsplit('.').next() == Some("md") => {}
            None => drop(rest.files.insert(path, text)),
        }
    }
    // What belongs to no edition is an error of the folder as a whole.
    if !rest.files.is_empty() {
        editions.push(rest);
    }
    editions
}

fn read_folder(folder: &Utf8Path, cwd: &Utf8Path) -> anyhow::Result<Folder> {
    let cannot = || Message::new("driver-cannot-read").text("file", folder.as_str());
    let root = cwd.join(folder);
    let mut texts = Folder { name: folder.to_string(), ..Folder::default() };
    for path in files::walk(&root).explain(cannot)? {
        let path = path.explain(cannot)?;
        let inside = path.strip_prefix(&root).unwrap_or(&path);
        let cannot = || Message::new("driver-cannot-read").text("file", folder.join(inside).as_str());
        let text = String::from_utf8(std::fs::read(&path).explain(cannot)?)
            .map_err(|_| Fault::error(Message::new("driver-rules-encoding")))
            .explain(cannot)?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned();
        texts.files.insert(inside.components().map(|part| part.as_str()).collect::<Vec<_>>().join("/"), text);
    }
    if texts.files.is_empty() {
        return Err(Fault::error(Message::new("driver-rules-empty").text("folder", folder.as_str())));
    }
    Ok(texts)
}

impl Library {
    /// The rule book of an edition.
    pub(crate) fn book(&self, edition: &str) -> Option<&RuleBook> {
        self.books.iter().find(|book| &*book.edition.id == edition)
    }

    /// The texts of the editions built in, and of those laid over them.
    pub(crate) fn folders(&self) -> (&[Folder], &[Folder]) {
        self.folders.split_at(self.built_in)
    }

    /// An edition with the texts that it was made from.
    pub(crate) fn loaded(&self, edition: &str) -> Option<Loaded> {
        let (book, scripts) = self.books.iter().zip(&self.scripts).find(|(book, _)| &*book.edition.id == edition)?;
        Some(Loaded { book: book.clone(), scripts: scripts.clone() })
    }

    /// The edition with an id, or the one that an overlay put in its place.
    pub(crate) fn in_place_of(&self, edition: &str) -> Option<&RuleBook> {
        let (_, overlays) = self.folders();
        let mut id: Box<str> = edition.into();
        // Each overlay leads at most one step on.
        for _ in 0..=overlays.len() {
            if let Some(book) = self.book(&id) {
                return Some(book);
            }
            id = overlays.iter().find(|folder| folder.base_id().is_some_and(|base| base == id))?.edition_id()?;
        }
        None
    }

    /// Whether an edition is built in, be it in force or replaced by an overlay.
    pub(crate) fn is_built_in(&self, edition: &str) -> bool {
        self.folders().0.iter().any(|folder| folder.name.strip_prefix(BUILT_IN) == Some(&format!("/{edition}")))
    }

    /// The rule book for a report year.
    pub(crate) fn book_for(&self, year: i32) -> Option<&RuleBook> {
        self.books.iter().find(|book| book.edition.years.contains(year))
    }

    /// SHA-256 of the texts of all editions in force: paths within their folders, and contents.
    pub(crate) fn sha256(&self) -> String {
        let files = self.folders.iter().flat_map(|folder| &folder.files);
        digest::of(files.flat_map(|(path, text)| [path.as_bytes(), text.as_bytes()]))
    }

    /// Where a rule of an edition is written: in its own folder, or in that of an edition it inherits from.
    pub(crate) fn source(&self, edition: &str, rule: &str) -> Option<&Source> {
        let (book, scripts) = self.books.iter().zip(&self.scripts).find(|(book, _)| &*book.edition.id == edition)?;
        let position = book.rules.iter().position(|own| &*own.id == rule)?;
        scripts.get(position).map(|script| &script.source)
    }
}
