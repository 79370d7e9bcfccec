//! Writing exported files: each appears whole or not at all, and nothing is replaced unasked.
use std::io::{BufWriter, IntoInnerError, Write};

use camino::{Utf8Path, Utf8PathBuf};
use gouji_edits::RuleBook;
use gouji_export::{Artifact, Collector, Judged, Publication};
use gouji_model::Message;
use tempfile::NamedTempFile;

use crate::fault::{Explain, Fault};
use crate::whole_file;

/// Where files go.
#[derive(Clone, Debug)]
pub(crate) struct Shelf {
    /// The folder, absolute.
    pub(crate) folder: Utf8PathBuf,
    /// The folder as it was named.
    pub(crate) named: Utf8PathBuf,
    /// Existing files are replaced.
    pub(crate) force: bool,
    /// Files that are never replaced: the inputs, absolute.
    pub(crate) inputs: Vec<Utf8PathBuf>,
}

/// The files of one format.
pub(crate) struct Files {
    pub(crate) artifacts: Vec<Artifact>,
    /// What stands before the bytes of the first.
    begun: Option<BufWriter<NamedTempFile>>,
}

impl From<Vec<Artifact>> for Files {
    fn from(artifacts: Vec<Artifact>) -> Self {
        Self { artifacts, begun: None }
    }
}

/// A format that takes one report after the other, with what of its first file is written already.
pub(crate) struct Gathering<'a> {
    collector: Box<dyn Collector<'a> + 'a>,
    begun: Option<BufWriter<NamedTempFile>>,
}

impl<'a> Gathering<'a> {
    pub(crate) fn new(collector: Box<dyn Collector<'a> + 'a>) -> Self {
        Self { collector, begun: None }
    }

    /// Hands a report over and writes what is ready; the file appears when it is finished.
    pub(crate) fn add(&mut self, (book, report): (&'a RuleBook, &Judged<'_>), place: &Shelf) -> anyhow::Result<()> {
        self.collector.add(book, report);
        let ready = self.collector.ready();
        if ready.is_empty() {
            return Ok(());
        }
        let folder = place.staging();
        // Of the file only the folder is known yet.
        let cannot = || place.cannot("");
        if self.begun.is_none() {
            std::fs::create_dir_all(folder).explain(cannot)?;
            self.begun = Some(BufWriter::new(whole_file::begin(folder).explain(cannot)?));
        }
        self.begun.iter_mut().try_for_each(|file| file.write_all(&ready)).explain(cannot)
    }

    /// The files of all reports.
    pub(crate) fn finish(self, publication: &Publication<'_>) -> anyhow::Result<Files> {
        Ok(Files { artifacts: self.collector.finish(publication)?, begun: self.begun })
    }
}

impl Shelf {
    /// A folder on whose file system the files will be: where it is not there yet, it may still turn out to be a file.
    fn staging(&self) -> &Utf8Path {
        if self.folder.is_dir() { &self.folder } else { self.folder.parent().unwrap_or(&self.folder) }
    }

    /// Makes the folder if it is not there.
    pub(crate) fn open(&self) -> anyhow::Result<()> {
        let cannot = || Message::new("driver-export-folder").text("folder", self.named.as_str());
        std::fs::create_dir_all(&self.folder).explain(cannot)
    }

    /// Where the folder is named as a file with this suffix is, and no such folder is there: the folder of that file,
    /// and its stem.
    pub(crate) fn as_file(&self, suffix: &str) -> Option<(Self, String)> {
        let stem = self.named.file_name()?.strip_suffix(suffix).filter(|stem| !stem.is_empty())?.to_owned();
        if self.folder.is_dir() {
            return None;
        }
        let [folder, named] = [&self.folder, &self.named].map(|path| path.parent().map(ToOwned::to_owned));
        Some((Self { folder: folder?, named: named.unwrap_or_default(), ..self.clone() }, stem))
    }

    /// Writes the files of one format; the names that they have.
    ///
    /// All are written beside their places before the first is put into place.
    pub(crate) fn put(&self, stem: &str, artifacts: &[Artifact]) -> anyhow::Result<Vec<Utf8PathBuf>> {
        self.put_after(None, stem, artifacts)
    }

    /// The same where the first file may have been begun.
    pub(crate) fn put_files(&self, stem: &str, files: Files) -> anyhow::Result<Vec<Utf8PathBuf>> {
        self.put_after(files.begun, stem, &files.artifacts)
    }

    fn put_after(
        &self,
        mut begun: Option<BufWriter<NamedTempFile>>,
        stem: &str,
        artifacts: &[Artifact],
    ) -> anyhow::Result<Vec<Utf8PathBuf>> {
        let names: Vec<String> = artifacts.iter().map(|artifact| format!("{stem}{}", artifact.suffix)).collect();
        names.iter().try_for_each(|name| self.check(name))?;
        let written = names.iter().zip(artifacts).map(|(name, artifact)| {
            let file = self.stage(begun.take(), &artifact.bytes).explain(|| self.cannot(name))?;
            Ok((name, file))
        });
        let written = written.collect::<anyhow::Result<Vec<_>>>()?;
        let mut placed: Vec<(&str, Utf8PathBuf)> = Vec::new();
        for (name, file) in written {
            match self.place(name, file) {
                Ok(shown) => placed.push((name, shown)),
                Err(error) => {
                    self.take_back(&placed);
                    return Err(error);
                }
            }
        }
        Ok(placed.into_iter().map(|(_, shown)| shown).collect())
    }

    /// Removes the first files of a format whose last could not be put into place; what was replaced stays replaced.
    fn take_back(&self, placed: &[(&str, Utf8PathBuf)]) {
        for (name, _) in placed.iter().filter(|_| !self.force) {
            // A file that cannot be removed either is whole; the first error is the one to tell.
            let _ = std::fs::remove_file(self.folder.join(name));
        }
    }

    fn check(&self, name: &str) -> anyhow::Result<()> {
        let path = self.folder.join(name);
        let is_input = || {
            let own = path.canonicalize_utf8().unwrap_or_else(|_| path.clone());
            self.inputs.iter().any(|input| *input == path || input.canonicalize_utf8().is_ok_and(|input| input == own))
        };
        if path.symlink_metadata().is_err() {
            return Ok(());
        }
        if is_input() {
            return Err(Fault::error(Message::new("driver-export-onto-input").text("file", self.shown(name))));
        }
        if self.force { Ok(()) } else { Err(self.exists(name)) }
    }

    fn stage(&self, begun: Option<BufWriter<NamedTempFile>>, bytes: &[u8]) -> std::io::Result<NamedTempFile> {
        let mut file = match begun {
            Some(begun) => begun.into_inner().map_err(IntoInnerError::into_error)?,
            None => whole_file::begin(&self.folder)?,
        };
        file.write_all(bytes)?;
        file.flush()?;
        Ok(file)
    }

    fn place(&self, name: &str, file: NamedTempFile) -> anyhow::Result<Utf8PathBuf> {
        let path = self.folder.join(name);
        let placed = if self.force { file.persist(&path) } else { file.persist_noclobber(&path) };
        match placed {
            Ok(_) => Ok(self.shown(name).into()),
            Err(error) if error.error.kind() == std::io::ErrorKind::AlreadyExists => Err(self.exists(name)),
            Err(error) => Err(error.error).explain(|| self.cannot(name)),
        }
    }

    fn shown(&self, name: &str) -> String {
        if self.named == Utf8Path::new("") { name.to_owned() } else { self.named.join(name).into_string() }
    }

    fn exists(&self, name: &str) -> anyhow::Error {
        Fault::error(Message::new("driver-export-exists").text("file", self.shown(name)))
    }

    fn cannot(&self, name: &str) -> Message {
        Message::new("driver-cannot-write").text("file", self.shown(name))
    }
}

/// Whether a text can be the stem of a file's name on every system.
pub(crate) fn is_stem(text: &str) -> bool {
    let is_bad = |character: char| character.is_control() || r#"/\:*?"<>|"#.contains(character);
    !text.trim().is_empty() && !text.starts_with('.') && text.len() <= 200 && !text.contains(is_bad)
}
