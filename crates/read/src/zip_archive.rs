//! Zip files, read within bounds: the directory is counted before it is loaded, a member is measured before it is
//! inflated. Members inside members are not followed.
use std::io::{Cursor, Read as _};

use gouji_model::Message;
use memchr::memmem;
use zip::ZipArchive;
use zip::result::ZipError;

use crate::limits::{check_bytes, size_text};
use crate::{Limits, ReadError};

/// Members up to this size are inflated whatever their ratio; below it nothing is lost.
pub(crate) const ANY_RATIO: u64 = 1 << 20;

/// A zip file in memory.
pub(crate) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    limits: &'a Limits,
    /// Bytes inflated so far, of all members.
    inflated: u64,
}

/// Whether a content begins as a zip file with a member does.
pub(crate) fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

impl<'a> Archive<'a> {
    /// Opens a zip file.
    ///
    /// # Errors
    /// When its directory is damaged or has more than [`Limits::archive_entries`].
    pub(crate) fn open(bytes: &'a [u8], limits: &'a Limits) -> Result<Self, ReadError> {
        // Every entry of any directory, true or hidden, bears this mark; the library allocates for each.
        if memmem::find_iter(bytes, b"PK\x01\x02").nth(limits.archive_entries).is_some() {
            return Err(ReadError(Message::new("read-zip-entries").count("limit", limits.archive_entries)));
        }
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error.to_string()))?;
        Ok(Self { zip, limits, inflated: 0 })
    }

    /// The name under which a member is stored; names differ in case, and in `\` for `/`, where old programs wrote them.
    pub(crate) fn find(&self, name: &str) -> Option<String> {
        if self.zip.index_for_name(name).is_some() {
            return Some(name.to_owned());
        }
        let same = |stored: &str| stored.replace('\\', "/").eq_ignore_ascii_case(name);
        self.zip.file_names().flatten().find(|stored| same(stored)).map(std::borrow::Cow::into_owned)
    }

    /// The content of a member; `None` if there is none of this name.
    ///
    /// # Errors
    /// When the member is encrypted, damaged or larger than allowed.
    pub(crate) fn read(&mut self, name: &str) -> Result<Option<Vec<u8>>, ReadError> {
        let Some(stored) = self.find(name) else { return Ok(None) };
        let file = self.zip.by_name(&stored).map_err(|error| refusal(&error, name))?;
        let (size, packed) = (file.size(), file.compressed_size());
        check_bytes(self.inflated.saturating_add(size), self.limits.inflated_bytes, "read-zip-inflated")?;
        if size > ANY_RATIO && size / packed.max(1) > self.limits.inflate_ratio {
            return Err(ReadError(Message::new("read-zip-ratio").text("part", name).text("size", size_text(size))));
        }
        let mut content = Vec::with_capacity(usize::try_from(size).unwrap_or_default());
        // The size is what the file says of itself; one byte more is enough to catch it lying.
        let read = file.take(size.saturating_add(1)).read_to_end(&mut content);
        if read.ok().is_none_or(|read| read as u64 != size) {
            return Err(damaged_member(name));
        }
        self.inflated += size;
        Ok(Some(content))
    }
}

/// A name of a member from the folder it is named in; `/a` is named from the root.
pub(crate) fn join(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            ".." => drop(steps.pop()),
            "." | "" => {}
            _ => steps.push(step),
        }
    }
    steps.join("/")
}

/// Why a member cannot be opened.
pub(crate) fn refusal(error: &ZipError, name: &str) -> ReadError {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => {
            ReadError(Message::new("read-zip-encrypted").text("part", name))
        }
        _ => damaged_member(name),
    }
}

/// The directory cannot be read.
pub(crate) fn damaged(cause: &str) -> ReadError {
    ReadError(Message::new("read-zip-damaged").text("cause", cause))
}

/// A member cannot be inflated.
pub(crate) fn damaged_member(name: &str) -> ReadError {
    ReadError(Message::new("read-zip-member").text("part", name))
}
