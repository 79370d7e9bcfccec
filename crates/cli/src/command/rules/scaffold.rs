//! Writing files of rules: all or none, and nothing is replaced unasked.
use std::io::Write;

use camino::{Utf8Path, Utf8PathBuf};
use gouji_model::Message;

use crate::fault::{Explain, Fault};
use crate::whole_file;

/// Writes files below a folder, which is made; their paths as the folder was named.
pub(super) fn write<'a>(
    folder: &Utf8Path,
    cwd: &Utf8Path,
    files: impl Iterator<Item = (Utf8PathBuf, &'a str)> + Clone,
    force: bool,
) -> anyhow::Result<Vec<Utf8PathBuf>> {
    let target = Target { folder, root: cwd.join(folder), force };
    let present = files.clone().find(|(path, _)| target.root.join(path).symlink_metadata().is_ok());
    if let Some((path, _)) = present.filter(|_| !force) {
        let file = folder.join(path);
        return Err(Fault::error(Message::new("driver-export-exists").text("file", file.as_str())));
    }
    files.map(|(path, text)| target.write(&path, text)).collect()
}

/// Where files go.
struct Target<'a> {
    /// The folder as it was named.
    folder: &'a Utf8Path,
    /// The folder, absolute.
    root: Utf8PathBuf,
    /// Existing files are replaced.
    force: bool,
}

impl Target<'_> {
    /// Writes one file; its path as the folder was named.
    fn write(&self, path: &Utf8Path, text: &str) -> anyhow::Result<Utf8PathBuf> {
        let shown = self.folder.join(path);
        let place = self.root.join(path);
        let cannot = || Message::new("driver-cannot-write").text("file", shown.as_str());
        let parent = place.parent().unwrap_or(&self.root);
        std::fs::create_dir_all(parent).explain(cannot)?;
        let mut file = whole_file::begin(parent).explain(cannot)?;
        file.write_all(text.as_bytes()).explain(cannot)?;
        let placed = if self.force { file.persist(&place) } else { file.persist_noclobber(&place) };
        placed.map_err(|error| error.error).explain(cannot)?;
        Ok(shown)
    }
}
