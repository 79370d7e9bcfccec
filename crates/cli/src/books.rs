//! The one place that meets `gouji-rules` and `gouji-editions`: the editions built in, folders of rules on disk, and
//! the text of a rule's script.
use camino::{Utf8Path, Utf8PathBuf};
use gouji_edits::RuleBook;
use gouji_model::Message;
use gouji_rules::{Folder, Script, Source};

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
}

/// Loads the built-in editions, changed by folders of rules.
pub(crate) fn load(folders: &[Utf8PathBuf], cwd: &Utf8Path) -> anyhow::Result<Library> {
    let built_in: Vec<Folder> = gouji_editions::EDITIONS
        .iter()
        .map(|edition| Folder::new(format!("{BUILT_IN}/{}", edition.id), edition.files.iter().copied()))
        .collect();
    let overlays = folders.iter().map(|folder| read_folder(folder, cwd)).collect::<anyhow::Result<Vec<_>>>()?;
    let editions = gouji_rules::load_with_sources(&built_in, &overlays)?;
    if !folders.is_empty() {
        // Cases beside an overlay's rules are read with it: a slip in them is told at once.
        for edition in &editions {
            edition.cases()?;
        }
    }
    let (books, scripts) = editions.into_iter().map(|edition| (edition.book, edition.scripts)).unzip();
    Ok(Library { books, scripts, folders: built_in.into_iter().chain(overlays).collect() })
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

    /// Whether an edition is built in, be it in force or replaced by an overlay.
    pub(crate) fn is_built_in(&self, edition: &str) -> bool {
        self.folders.iter().any(|folder| folder.name.strip_prefix(BUILT_IN) == Some(&format!("/{edition}")))
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
