//! The parts of a Word file and how they are related (ISO/IEC 29500-2).
use std::collections::HashMap;

use gouji_model::Message;

use crate::xml::{self, Xml};
use crate::zip_archive::{Archive, join};
use crate::{Limits, ReadError};

/// A Word file: its main part and what that refers to.
pub(super) struct Package<'a> {
    archive: Archive<'a>,
    limits: &'a Limits,
    /// Name of the main part.
    pub(super) main: String,
    relations: Relations,
}

/// What a part refers to.
#[derive(Default)]
struct Relations {
    /// Names of parts by the last step of the relation's type, which is the same in transitional and strict files.
    by_kind: HashMap<String, String>,
    /// Names of parts by the relation's id.
    by_id: HashMap<String, String>,
}

/// Kinds of relations that are asked for.
const KINDS: [&str; 5] = ["officeDocument", "styles", "numbering", "aFChunk", "image"];

impl<'a> Package<'a> {
    /// Opens a Word file.
    ///
    /// # Errors
    /// When the zip or a list of relations is damaged.
    pub(super) fn open(bytes: &'a [u8], limits: &'a Limits) -> Result<Self, ReadError> {
        let mut archive = Archive::open(bytes, limits)?;
        let mut roots = Relations::read(&mut archive, "_rels/.rels", "", limits)?.by_kind;
        let main = roots.remove("officeDocument").filter(|main| archive.find(main).is_some());
        let main = main.unwrap_or_else(|| "word/document.xml".to_owned());
        let (folder, file) = main.rsplit_once('/').unwrap_or(("", &main));
        let relations = Relations::read(&mut archive, &join(folder, &format!("_rels/{file}.rels")), folder, limits)?;
        Ok(Self { archive, limits, main, relations })
    }

    /// The text of the main part.
    ///
    /// # Errors
    /// When there is none, or it is damaged.
    pub(super) fn main_text(&mut self) -> Result<String, ReadError> {
        let main = self.main.clone();
        self.text(&main)?.ok_or_else(|| ReadError(Message::new("read-docx-no-body").text("part", main)))
    }

    /// The name under which the main part is stored, and its bytes.
    ///
    /// # Errors
    /// When there is none, or it is damaged.
    pub(super) fn main_bytes(&mut self) -> Result<(String, Vec<u8>), ReadError> {
        let none = || ReadError(Message::new("read-docx-no-body").text("part", &*self.main));
        let name = self.archive.find(&self.main).ok_or_else(none)?;
        let bytes = self.archive.read(&self.main)?;
        Ok((name, bytes.unwrap_or_default()))
    }

    /// Name and text of the part that stands in this relation to the main part.
    ///
    /// # Errors
    /// When it is damaged.
    pub(super) fn related(&mut self, kind: &str) -> Result<Option<(String, String)>, ReadError> {
        let (folder, _) = self.main.rsplit_once('/').unwrap_or_default();
        let named = self.relations.by_kind.get(kind).cloned();
        let name = named.unwrap_or_else(|| join(folder, &format!("{kind}.xml")));
        Ok(self.text(&name)?.map(|text| (name, text)))
    }

    /// Name of what a relation of the main part refers to.
    pub(super) fn target(&self, id: &str) -> Option<&str> {
        self.relations.by_id.get(id).map(String::as_str)
    }

    fn text(&mut self, name: &str) -> Result<Option<String>, ReadError> {
        match self.archive.read(name)? {
            Some(bytes) => xml::into_text(bytes, name).map(Some),
            None => Ok(None),
        }
    }

    /// The bounds.
    pub(super) fn limits(&self) -> &'a Limits {
        self.limits
    }
}

impl Relations {
    /// Reads what `name` says of a part in `folder`. A file has no more relations than members.
    fn read(archive: &mut Archive<'_>, name: &str, folder: &str, limits: &Limits) -> Result<Self, ReadError> {
        let mut relations = Self::default();
        let Some(bytes) = archive.read(name)? else { return Ok(relations) };
        let text = xml::into_text(bytes, name)?;
        let mut xml = Xml::new(&text, name, limits);
        let Some(_root) = xml.child()? else { return Ok(relations) };
        while let Some(element) = xml.child()? {
            let kind = element.attribute("Type").unwrap_or_default();
            let kind = kind.rsplit('/').next().unwrap_or_default();
            if KINDS.contains(&kind) && relations.by_id.len() < limits.archive_entries {
                let target = join(folder, &element.attribute("Target").unwrap_or_default());
                relations.by_id.insert(element.attribute("Id").unwrap_or_default().into_owned(), target.clone());
                relations.by_kind.entry(kind.to_owned()).or_insert(target);
            }
            xml.skip()?;
        }
        Ok(relations)
    }
}
