//! The files in an OFD file, and how they are found.
use gouji_model::Message;
use memchr::memmem;

use crate::xml::{self, Xml};
use crate::zip_archive::Archive;
use crate::{Limits, ReadError};

/// The entry file.
const ENTRY: &str = "OFD.xml";
/// The entry file of an encrypted OFD (GM/T 0099).
const ENCRYPTED: &str = "Encryptions.xml";
/// Documents of one file that are looked at.
const MOST_DOCUMENTS: usize = 1_000;

/// An OFD file.
pub(super) struct Package<'a> {
    archive: Archive<'a>,
    /// The bounds.
    pub(super) limits: &'a Limits,
}

/// Whether the directory of a zip has an entry file at its root.
pub(super) fn has_entry(bytes: &[u8]) -> bool {
    memmem::find_iter(bytes, ENTRY).any(|at| {
        let Some(record) = at.checked_sub(46).and_then(|start| bytes.get(start..at)) else { return false };
        record.starts_with(b"PK\x01\x02") && record[28..30] == [7, 0]
    })
}

impl<'a> Package<'a> {
    /// Opens an OFD file.
    ///
    /// # Errors
    /// When the zip is damaged or the content is encrypted.
    pub(super) fn open(bytes: &'a [u8], limits: &'a Limits) -> Result<Self, ReadError> {
        let archive = Archive::open(bytes, limits)?;
        if archive.find(ENCRYPTED).is_some() {
            return Err(ReadError(Message::new("read-ofd-encrypted")));
        }
        Ok(Self { archive, limits })
    }

    /// The text of a file in it; `None` if there is none of this name.
    ///
    /// # Errors
    /// When it is damaged or larger than allowed.
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>, ReadError> {
        match self.archive.read(name)? {
            Some(bytes) => xml::into_text(bytes, name).map(Some),
            None => Ok(None),
        }
    }

    /// The text of a file in it that must be there.
    ///
    /// # Errors
    /// When there is none, or it is damaged or larger than allowed.
    pub(super) fn needed(&mut self, name: &str) -> Result<String, ReadError> {
        self.text(name)?.ok_or_else(|| ReadError(Message::new("read-ofd-missing").text("part", name)))
    }

    /// Names of the root files of all documents, each once.
    ///
    /// # Errors
    /// When the entry file is damaged or names none.
    pub(super) fn roots(&mut self) -> Result<Vec<String>, ReadError> {
        let text = self.needed(ENTRY)?;
        let mut xml = Xml::new(&text, ENTRY, self.limits);
        let mut roots: Vec<String> = Vec::new();
        if xml.child()?.is_some() {
            while let Some(body) = xml.child()? {
                if !body.is("DocBody") {
                    xml.skip()?;
                    continue;
                }
                while let Some(part) = xml.child()? {
                    if part.is("DocRoot") && roots.len() < MOST_DOCUMENTS {
                        let root = location(&mut xml, "")?;
                        if !roots.contains(&root) {
                            roots.push(root);
                        }
                    } else {
                        xml.skip()?;
                    }
                }
            }
        }
        if roots.is_empty() {
            return Err(ReadError(Message::new("read-ofd-empty").count("pages", 0)));
        }
        Ok(roots)
    }
}

/// The file that the open element names, from the folder it is named in.
pub(super) fn location(xml: &mut Xml<'_>, folder: &str) -> Result<String, ReadError> {
    let mut text = String::new();
    xml.text(&mut text)?;
    Ok(crate::zip_archive::join(folder, text.trim()))
}

/// The folder of a file.
pub(super) fn folder(name: &str) -> &str {
    name.rsplit_once('/').map_or("", |(folder, _)| folder)
}
