//! The parts of an xlsx workbook and how they are related.
use std::collections::HashMap;

use gouji_model::Message;

use super::styles::Styles;
use super::{Area, area};
use crate::raised::raise;
use crate::xml::{self, Xml};
use crate::zip_archive::Archive;
use crate::zip_archive::join;
use crate::{Limits, ReadError};

/// A name by which gouji's own workbooks call their cells begins so.
const OWN_NAME: &str = "gouji.";
/// The name of what stands beside a fill-in form for comparison: last year's numbers are no part of the report.
const BESIDE_NAME: &str = "gouji_beside";

/// A workbook.
pub(super) struct Workbook<'a> {
    archive: Archive<'a>,
    limits: &'a Limits,
    pub(super) sheets: Vec<Listed>,
    /// Names of sheets in which gouji's own names stand.
    pub(super) own_sheets: Vec<String>,
    /// Areas that are no part of a report, with their sheets.
    pub(super) beside: Vec<(String, Area)>,
    pub(super) strings: Vec<String>,
    pub(super) styles: Styles,
    pub(super) from_1904: bool,
    /// Formulas are to be computed when the file is opened: what is stored with them may be nothing.
    pub(super) uncomputed: bool,
}

/// A sheet as the workbook lists it.
pub(super) struct Listed {
    pub(super) name: String,
    pub(super) hidden: bool,
    /// Name of its part, where it is a sheet of cells.
    pub(super) part: Option<String>,
}

impl<'a> Workbook<'a> {
    /// Opens a workbook.
    ///
    /// # Errors
    /// When it is damaged or asks for more than it may.
    pub(super) fn open(bytes: &'a [u8], limits: &'a Limits) -> Result<Self, ReadError> {
        let mut archive = Archive::open(bytes, limits)?;
        let roots = relations(&mut archive, "_rels/.rels", "", limits)?;
        let main = roots.into_iter().find(|relation| relation.kind == "officeDocument").map(|relation| relation.part);
        let main = main.filter(|main| archive.find(main).is_some()).unwrap_or_else(|| "xl/workbook.xml".to_owned());
        let (folder, file) = main.rsplit_once('/').unwrap_or(("", &main));
        let relations = relations(&mut archive, &join(folder, &format!("_rels/{file}.rels")), folder, limits)?;
        let text = part(&mut archive, &main)?
            .ok_or_else(|| ReadError(Message::new("read-sheet-no-book").text("part", &*main)))?;
        let mut book = Self {
            archive,
            limits,
            sheets: Vec::new(),
            own_sheets: Vec::new(),
            beside: Vec::new(),
            strings: Vec::new(),
            styles: Styles::default(),
            from_1904: false,
            uncomputed: false,
        };
        let by_id: HashMap<&str, &Relation> =
            relations.iter().map(|relation| (relation.id.as_str(), relation)).collect();
        book.read(&text, &main, &by_id)?;
        for relation in &relations {
            match relation.kind.as_str() {
                "sharedStrings" => {
                    if let Some(text) = part(&mut book.archive, &relation.part)? {
                        book.strings = strings(&text, &relation.part, limits)?;
                    }
                }
                "styles" => {
                    if let Some(text) = part(&mut book.archive, &relation.part)? {
                        book.styles = Styles::read(&text, &relation.part, limits)?;
                    }
                }
                _ => {}
            }
        }
        Ok(book)
    }

    /// The text of a sheet.
    ///
    /// # Errors
    /// When it is damaged.
    pub(super) fn sheet(&mut self, name: &str) -> Result<Option<String>, ReadError> {
        part(&mut self.archive, name)
    }

    /// The name under which a part is stored, its bytes, its text.
    ///
    /// # Errors
    /// When it is damaged.
    pub(super) fn stored(&mut self, name: &str) -> Result<Option<(String, Vec<u8>, String)>, ReadError> {
        let Some(stored) = self.archive.find(name) else { return Ok(None) };
        let Some(bytes) = self.archive.read(name)? else { return Ok(None) };
        let text = xml::into_text(bytes.clone(), name)?;
        Ok(Some((stored, bytes, text)))
    }

    fn read(&mut self, text: &str, name: &str, by_id: &HashMap<&str, &Relation>) -> Result<(), ReadError> {
        let mut xml = Xml::new(text, name, self.limits);
        let Some(_root) = xml.child()? else { return Ok(()) };
        while let Some(element) = xml.child()? {
            let is_true = |name: &str| element.attribute(name).is_some_and(|value| matches!(&*value, "1" | "true"));
            match element.name() {
                "workbookPr" => self.from_1904 = is_true("date1904"),
                "calcPr" => self.uncomputed = is_true("fullCalcOnLoad"),
                "sheets" => {
                    self.list(&mut xml, by_id)?;
                    continue;
                }
                "definedNames" => {
                    self.names(&mut xml)?;
                    continue;
                }
                _ => {}
            }
            xml.skip()?;
        }
        Ok(())
    }

    fn list(&mut self, xml: &mut Xml<'_>, by_id: &HashMap<&str, &Relation>) -> Result<(), ReadError> {
        while let Some(sheet) = xml.child()? {
            let state = sheet.attribute("state").unwrap_or_default();
            let id = sheet.attribute("id").unwrap_or_default();
            let relation = by_id.get(&*id).filter(|relation| relation.kind == "worksheet");
            self.sheets.push(Listed {
                name: sheet.attribute("name").unwrap_or_default().into_owned(),
                hidden: matches!(&*state, "hidden" | "veryHidden"),
                part: relation.map(|relation| relation.part.clone()),
            });
            xml.skip()?;
        }
        Ok(())
    }

    fn names(&mut self, xml: &mut Xml<'_>) -> Result<(), ReadError> {
        while let Some(element) = xml.child()? {
            let name = element.attribute("name").unwrap_or_default();
            let (own, beside) = (name.starts_with(OWN_NAME), name == BESIDE_NAME);
            if !own && !beside {
                xml.skip()?;
                continue;
            }
            let mut target = String::new();
            xml.text(&mut target)?;
            let Some((sheet, cells)) = target.rsplit_once('!') else { continue };
            let sheet = sheet.trim_matches('\'').replace("''", "'");
            if beside {
                self.beside.extend(area(cells).map(|area| (sheet, area)));
            } else if !self.own_sheets.contains(&sheet) {
                self.own_sheets.push(sheet);
            }
        }
        Ok(())
    }
}

/// What one part says of another.
struct Relation {
    id: String,
    /// The last step of the relation's type, which is the same in transitional and strict files.
    kind: String,
    part: String,
}

fn relations(archive: &mut Archive<'_>, name: &str, folder: &str, limits: &Limits) -> Result<Vec<Relation>, ReadError> {
    let mut relations = Vec::new();
    let Some(text) = part(archive, name)? else { return Ok(relations) };
    let mut xml = Xml::new(&text, name, limits);
    let Some(_root) = xml.child()? else { return Ok(relations) };
    while let Some(element) = xml.child()? {
        let kind = element.attribute("Type").unwrap_or_default();
        if relations.len() < limits.archive_entries {
            relations.push(Relation {
                id: element.attribute("Id").unwrap_or_default().into_owned(),
                kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
                part: join(folder, &element.attribute("Target").unwrap_or_default()),
            });
        }
        xml.skip()?;
    }
    Ok(relations)
}

fn part(archive: &mut Archive<'_>, name: &str) -> Result<Option<String>, ReadError> {
    archive.read(name)?.map(|bytes| xml::into_text(bytes, name)).transpose()
}

/// The shared strings, without the readings of characters (phonetic runs).
fn strings(text: &str, name: &str, limits: &Limits) -> Result<Vec<String>, ReadError> {
    let mut xml = Xml::new(text, name, limits);
    let mut strings = Vec::new();
    let Some(_root) = xml.child()? else { return Ok(strings) };
    while let Some(_item) = xml.child()? {
        let mut string = String::new();
        rich_text(&mut xml, &mut string)?;
        strings.push(string);
    }
    Ok(strings)
}

/// The text of the open element: `t`, or runs of `r` with `t` in them.
///
/// # Errors
/// When the text is damaged.
pub(super) fn rich_text(xml: &mut Xml<'_>, into: &mut String) -> Result<(), ReadError> {
    while let Some(element) = xml.child()? {
        match element.name() {
            "t" => xml.text(into)?,
            "r" => {
                let (before, mut raised) = (into.len(), false);
                while let Some(inner) = xml.child()? {
                    match inner.name() {
                        "t" => xml.text(into)?,
                        "rPr" => raised = is_raised(xml)?,
                        _ => xml.skip()?,
                    }
                }
                if raised {
                    raise(into, before);
                }
            }
            _ => xml.skip()?,
        }
    }
    Ok(())
}

/// Whether the properties of a run, which are open, put it above the line.
fn is_raised(xml: &mut Xml<'_>) -> Result<bool, ReadError> {
    let mut raised = false;
    while let Some(property) = xml.child()? {
        raised |= property.is("vertAlign") && property.attribute("val").as_deref() == Some("superscript");
        xml.skip()?;
    }
    Ok(raised)
}
