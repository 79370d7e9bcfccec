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
    let root = cwd.join(folder);
    let present = files.clone().find(|(path, _)| root.join(path).symlink_metadata().is_ok());
    if let Some((path, _)) = present.filter(|_| !force) {
        let file = folder.join(path);
        return Err(Fault::error(Message::new("driver-export-exists").text("file", file.as_str())));
    }
    files.map(|(path, text)| write_one(folder, &root, &path, text, force)).collect()
}

fn write_one(
    folder: &Utf8Path,
    root: &Utf8Path,
    path: &Utf8Path,
    text: &str,
    force: bool,
) -> anyhow::Result<Utf8PathBuf> {
    let shown = folder.join(path);
    let place = root.join(path);
    let cannot = || Message::new("driver-cannot-write").text("file", shown.as_str());
    let parent = place.parent().unwrap_or(root);
    std::fs::create_dir_all(parent).explain(cannot)?;
    let mut file = whole_file::begin(parent).explain(cannot)?;
    file.write_all(text.as_bytes()).explain(cannot)?;
    let placed = if force { file.persist(&place) } else { file.persist_noclobber(&place) };
    placed.map_err(|error| error.error).explain(cannot)?;
    Ok(shown)
}
