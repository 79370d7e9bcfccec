//! Reports that were read before, kept by the content that they were read from (`--cache DIR`).
//!
//! An entry is known by all that its reports depend on: the bytes, what was known before reading, the rules, the program.
//! It is written beside its place and renamed, so that several processes may share a folder and any of them may be
//! killed; one that is damaged is as good as absent. What depends on names, unit lists, last year or the day is not kept.
use std::io::{self, Write};
use std::sync::OnceLock;

use borsh::BorshDeserialize;
use camino::{Utf8Path, Utf8PathBuf};
use gouji_model::{Message, Report};
use gouji_recognise::Hints;
use sha2::{Digest, Sha256};

use crate::fault::{Explain, Fault};
use crate::{digest, whole_file};

/// The file that tells backup programs, and `cache clear`, what a folder is (bford.info/cachedir).
pub(crate) const TAG: &str = "CACHEDIR.TAG";
const TAG_TEXT: &str =
    "Signature: 8a477f597d28d172789f06886806bc55\n# Made by gouji; `gouji cache clear` empties it.\n";
/// What the names of entries end in.
const ENDING: &str = "reports";
/// Bytes of the digest before an entry's content.
const DIGEST: usize = 32;

/// A folder of reports that were read before.
#[derive(Debug)]
pub(crate) struct Cache {
    folder: Utf8PathBuf,
    /// What all entries of a run depend on: the program and the rules.
    run: String,
    /// Why something could not be kept, the first time that was so.
    fault: OnceLock<String>,
}

/// Where the reports in some bytes are kept.
#[derive(Clone, Debug)]
pub(crate) struct Place(Utf8PathBuf);

impl Cache {
    /// Opens a folder, or makes it; `rules` is the digest of the rules.
    ///
    /// # Errors
    /// When it cannot be made, or holds something else.
    pub(crate) fn open(folder: &Utf8Path, rules: &str) -> anyhow::Result<Self> {
        let cannot = || Message::new("cache-cannot").text("folder", folder.as_str());
        std::fs::create_dir_all(folder).explain(cannot)?;
        if !is_cache(folder) {
            // Another process may be opening it at this moment.
            let is_own = |name: &str| name == TAG || name.starts_with(whole_file::UNFINISHED);
            let mut entries = folder.read_dir_utf8().explain(cannot)?;
            if entries.any(|entry| entry.is_ok_and(|entry| !is_own(entry.file_name()))) {
                return Err(Fault::error(Message::new("cache-foreign").text("folder", folder.as_str())));
            }
            write_whole(&folder.join(TAG), TAG_TEXT.as_bytes()).explain(cannot)?;
        }
        let run = digest::of([program().as_bytes(), rules.as_bytes()].into_iter());
        Ok(Self { folder: folder.to_owned(), run, fault: OnceLock::new() })
    }

    /// Where the reports in some bytes belong.
    pub(crate) fn place(&self, bytes: &[u8], hints: &Hints) -> Place {
        let known = borsh::to_vec(&(hints.year, &hints.edition, &hints.unit)).unwrap_or_default();
        let name = digest::of([self.run.as_bytes(), &known, bytes].into_iter());
        let (start, rest) = name.split_at(2);
        Place(self.folder.join(start).join(rest).with_extension(ENDING))
    }

    /// Keeps reports at a place. A run goes on without; [`Cache::fault`] tells why.
    pub(crate) fn put(&self, place: &Place, reports: &[Report]) {
        let kept = borsh::to_vec(reports).and_then(|content| {
            let entry = [Sha256::digest(&content).as_slice(), &content].concat();
            std::fs::create_dir_all(place.0.parent().unwrap_or(&self.folder))?;
            write_whole(&place.0, &entry)
        });
        if let Err(error) = kept {
            self.fault.get_or_init(|| error.to_string());
        }
    }

    /// What is to be told of reports that could not be kept.
    pub(crate) fn fault(&self) -> Option<Message> {
        let reason = self.fault.get()?;
        Some(Message::new("cache-not-kept").text("folder", self.folder.as_str()).text("reason", reason))
    }
}

impl Place {
    /// The reports that are kept here, if they are whole.
    pub(crate) fn reports(&self) -> Option<Vec<Report>> {
        let entry = std::fs::read(&self.0).ok()?;
        let (sum, content) = entry.split_at_checked(DIGEST)?;
        if *sum != *Sha256::digest(content) {
            return None;
        }
        Vec::<Report>::try_from_slice(content).ok()
    }
}

/// How much was in a cache.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cleared {
    /// Number of entries.
    pub(crate) entries: usize,
    /// Their bytes.
    pub(crate) bytes: u64,
}

/// Removes every entry of a cache, and nothing else.
///
/// # Errors
/// When the folder is no cache, or cannot be changed.
pub(crate) fn clear(folder: &Utf8Path) -> anyhow::Result<Cleared> {
    let cannot = || Message::new("cache-cannot").text("folder", folder.as_str());
    if !is_cache(folder) {
        return Err(Fault::error(Message::new("cache-foreign").text("folder", folder.as_str())));
    }
    let mut cleared = Cleared::default();
    for start in folder.read_dir_utf8().explain(cannot)? {
        let start = start.explain(cannot)?;
        if start.file_name().len() != 2 || !start.file_type().explain(cannot)?.is_dir() {
            continue;
        }
        for entry in start.path().read_dir_utf8().explain(cannot)? {
            let entry = entry.explain(cannot)?;
            if entry.path().extension() != Some(ENDING) {
                continue;
            }
            cleared.bytes += entry.metadata().map(|found| found.len()).unwrap_or_default();
            match std::fs::remove_file(entry.path()) {
                Ok(()) => cleared.entries += 1,
                // Another process was faster.
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(error).explain(cannot),
            }
        }
        // What others put there stays, and its folder with it.
        let _ = std::fs::remove_dir(start.path());
    }
    Ok(cleared)
}

/// Whether a folder is a cache, of this program or of another.
pub(crate) fn is_tagged(folder: &Utf8Path) -> bool {
    folder.join(TAG).is_file()
}

fn is_cache(folder: &Utf8Path) -> bool {
    std::fs::read_to_string(folder.join(TAG)).is_ok_and(|text| text == TAG_TEXT)
}

fn write_whole(path: &Utf8Path, content: &[u8]) -> io::Result<()> {
    let mut file = whole_file::begin(path.parent().unwrap_or(Utf8Path::new(".")))?;
    file.write_all(content)?;
    file.persist(path).map(drop).map_err(|error| error.error)
}

/// What tells this program from others: its version, and size and time of its file, since a program that was built again
/// may read otherwise.
fn program() -> String {
    let built = std::env::current_exe().and_then(std::fs::metadata);
    let built = built.map(|file| (file.len(), file.modified().ok()));
    format!("{} {built:?}", env!("CARGO_PKG_VERSION"))
}
