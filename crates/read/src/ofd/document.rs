//! One document of an OFD file: its pages, with their templates, and what is beside them.
use std::collections::HashMap;

use gouji_model::{Message, Note};

use super::drawing::{Budget, Drawing, Units};
use super::numbers::array;
use super::objects::{Object, objects};
use super::package::{Package, folder, location};
use crate::ReadError;
use crate::pages::Page;
use crate::xml::Xml;
use crate::zip_archive::join;

/// Templates, resources and lists of annotations that are looked at.
const MOST_PARTS: usize = 1_000;

/// Pages of a document and what is said of them.
pub(super) struct Found {
    pub(super) pages: Vec<Page>,
    pub(super) notes: Vec<Note>,
    /// Why a page could not be read, if one could not.
    pub(super) fault: Option<ReadError>,
}

/// What the root file says.
#[derive(Default)]
struct Root {
    /// Area of pages that do not say their own.
    area: Option<[f64; 4]>,
    /// Files of resources.
    resources: Vec<String>,
    /// Files of templates by id.
    templates: HashMap<String, String>,
    /// Id and file of each page.
    pages: Vec<(String, String)>,
    /// The list of the pages' annotations.
    annotations: Option<String>,
    attachments: Option<String>,
}

/// What a page's file says.
#[derive(Default)]
struct Content {
    area: Option<[f64; 4]>,
    /// Ids of the templates it is drawn on.
    templates: Vec<String>,
    resources: Vec<String>,
    objects: Vec<Object>,
}

/// Reads a document; a page or a part that is damaged is noted.
///
/// # Errors
/// When the root file is damaged, or the pages have more than allowed.
pub(super) fn read(package: &mut Package<'_>, root: &str, budget: &mut Budget<'_>) -> Result<Found, ReadError> {
    let root = Root::read(package, root)?;
    budget.pages(root.pages.len())?;
    let mut reading = Reading { package, units: Units::new(), templates: HashMap::new(), notes: Vec::new() };
    for resource in &root.resources {
        reading.resource(resource);
    }
    let mut found = Found { pages: Vec::new(), notes: Vec::new(), fault: None };
    let mut unseen = 0;
    for (number, (_, file)) in (1..).zip(&root.pages) {
        let content = match reading.page(file) {
            Ok(content) => content,
            Err(fault) => {
                reading.note(Message::new("reading-ofd-page").text("page", number.to_string()).text("part", &**file));
                found.fault.get_or_insert(fault);
                Content::default()
            }
        };
        let templates: Vec<&String> = content.templates.iter().filter_map(|id| root.templates.get(id)).collect();
        for file in &templates {
            reading.template(file);
        }
        let of_template = templates.iter().find_map(|file| reading.templates.get(*file)?.area);
        let mut drawing = Drawing::new(number, content.area.or(of_template).or(root.area), &reading.units, budget);
        for template in templates.iter().filter_map(|file| reading.templates.get(*file)) {
            drawing.draw(&template.objects)?;
        }
        drawing.draw(&content.objects)?;
        let (page, characters) = drawing.finish();
        unseen += characters;
        found.pages.push(page);
    }
    if unseen > 0 {
        reading.note(Message::new("reading-ofd-unseen").count("count", unseen));
    }
    reading.beside(&root);
    found.notes = reading.notes;
    Ok(found)
}

/// A document as it is read.
struct Reading<'r, 'a> {
    package: &'r mut Package<'a>,
    units: Units,
    /// Templates by file; each is read once.
    templates: HashMap<String, Content>,
    notes: Vec<Note>,
}

impl Reading<'_, '_> {
    fn note(&mut self, message: Message) {
        self.notes.push(Note { message, origin: None });
    }

    fn part_is_damaged(&mut self, part: &str) {
        self.note(Message::new("reading-ofd-part").text("part", part));
    }

    fn page(&mut self, file: &str) -> Result<Content, ReadError> {
        let text = self.package.needed(file)?;
        let content = Content::read(&text, file, self.package)?;
        for resource in &content.resources {
            self.resource(resource);
        }
        Ok(content)
    }

    fn template(&mut self, file: &str) {
        if self.templates.contains_key(file) {
            return;
        }
        let content = self.page(file).unwrap_or_else(|_| {
            self.part_is_damaged(file);
            Content::default()
        });
        self.templates.insert(file.to_owned(), content);
    }

    /// Takes the composite units of a file of resources.
    fn resource(&mut self, file: &str) {
        if units(self.package, file, &mut self.units).is_err() {
            self.part_is_damaged(file);
        }
    }

    /// Tells what is beside the pages.
    fn beside(&mut self, root: &Root) {
        if let Some(file) = &root.annotations {
            match annotations(self.package, file) {
                Ok(0) => {}
                Ok(count) => self.note(Message::new("reading-ofd-annotations").count("count", count)),
                Err(_) => self.part_is_damaged(file),
            }
        }
        if let Some(file) = &root.attachments {
            match attachments(self.package, file) {
                Ok(names) if names.is_empty() => {}
                Ok(names) => self.note(Message::new("reading-ofd-attachments").text("names", names.join("、"))),
                Err(_) => self.part_is_damaged(file),
            }
        }
    }
}

impl Root {
    fn read(package: &mut Package<'_>, name: &str) -> Result<Self, ReadError> {
        let text = package.needed(name)?;
        let mut xml = Xml::new(&text, name, package.limits);
        let (mut root, folder, most_pages) = (Self::default(), folder(name), package.limits.pdf_pages);
        if xml.child()?.is_none() {
            return Ok(root);
        }
        while let Some(element) = xml.child()? {
            match element.name() {
                "CommonData" => root.read_common(&mut xml, folder)?,
                "Pages" => {
                    while let Some(page) = xml.child()? {
                        // One more than allowed is enough to refuse them.
                        if page.is("Page") && root.pages.len() <= most_pages {
                            root.pages.push(reference(&page, folder));
                        }
                        xml.skip()?;
                    }
                }
                "Annotations" => root.annotations = Some(location(&mut xml, folder)?),
                "Attachments" => root.attachments = Some(location(&mut xml, folder)?),
                _ => xml.skip()?,
            }
        }
        Ok(root)
    }

    fn read_common(&mut self, xml: &mut Xml<'_>, folder: &str) -> Result<(), ReadError> {
        while let Some(element) = xml.child()? {
            match element.name() {
                "PageArea" => self.area = area(xml)?,
                "PublicRes" | "DocumentRes" if self.resources.len() < MOST_PARTS => {
                    self.resources.push(location(xml, folder)?);
                }
                "TemplatePage" if self.templates.len() < MOST_PARTS => {
                    let (id, file) = reference(&element, folder);
                    self.templates.insert(id, file);
                    xml.skip()?;
                }
                _ => xml.skip()?,
            }
        }
        Ok(())
    }
}

impl Content {
    fn read(text: &str, name: &str, package: &Package<'_>) -> Result<Self, ReadError> {
        let mut xml = Xml::new(text, name, package.limits);
        let mut content = Self::default();
        let most = package.limits.pdf_characters;
        if xml.child()?.is_none() {
            return Ok(content);
        }
        while let Some(element) = xml.child()? {
            match element.name() {
                "Area" => content.area = area(&mut xml)?,
                "Content" => content.objects.extend(objects(&mut xml, most)?),
                "PageRes" if content.resources.len() < MOST_PARTS => {
                    content.resources.push(location(&mut xml, folder(name))?);
                }
                "Template" => {
                    let id = element.attribute("TemplateID").unwrap_or_default().trim().to_owned();
                    if content.templates.len() < MOST_PARTS && !content.templates.contains(&id) {
                        content.templates.push(id);
                    }
                    xml.skip()?;
                }
                _ => xml.skip()?,
            }
        }
        // What follows the root must be nothing.
        xml.child()?;
        Ok(content)
    }
}

/// Id and file of a page or a template.
fn reference(element: &crate::xml::Element<'_>, folder: &str) -> (String, String) {
    let value = |name| element.attribute(name).unwrap_or_default().trim().to_owned();
    (value("ID"), join(folder, &value("BaseLoc")))
}

/// The area of a page: what is printed, and not what is cut off.
fn area(xml: &mut Xml<'_>) -> Result<Option<[f64; 4]>, ReadError> {
    let mut area = None;
    while let Some(element) = xml.child()? {
        if element.is("PhysicalBox") {
            let mut text = String::new();
            xml.text(&mut text)?;
            area = array(&text);
        } else {
            xml.skip()?;
        }
    }
    Ok(area)
}

/// Adds the composite units of a file of resources.
fn units(package: &mut Package<'_>, file: &str, units: &mut Units) -> Result<(), ReadError> {
    let text = package.needed(file)?;
    if !text.contains("CompositeGraphicUnit ") {
        return Ok(());
    }
    let most = package.limits.pdf_characters;
    let mut xml = Xml::new(&text, file, package.limits);
    xml.child()?;
    while let Some(group) = xml.child()? {
        if !group.is("CompositeGraphicUnits") {
            xml.skip()?;
            continue;
        }
        while let Some(unit) = xml.child()? {
            let id = unit.attribute("ID").unwrap_or_default().trim().to_owned();
            units.insert(id, objects(&mut xml, most)?);
        }
    }
    Ok(())
}

/// How many annotations with an appearance the pages have.
fn annotations(package: &mut Package<'_>, list: &str) -> Result<usize, ReadError> {
    let text = package.needed(list)?;
    let mut xml = Xml::new(&text, list, package.limits);
    let mut files: Vec<String> = Vec::new();
    xml.child()?;
    while let Some(page) = xml.child()? {
        if !page.is("Page") || files.len() >= MOST_PARTS {
            xml.skip()?;
            continue;
        }
        while let Some(part) = xml.child()? {
            if part.is("FileLoc") { files.push(location(&mut xml, folder(list))?) } else { xml.skip()? }
        }
    }
    let mut count = 0;
    for file in files {
        let text = package.needed(&file)?;
        let mut xml = Xml::new(&text, &file, package.limits);
        xml.child()?;
        while let Some(annotation) = xml.child()? {
            if !annotation.is("Annot") {
                xml.skip()?;
                continue;
            }
            while let Some(part) = xml.child()? {
                count += usize::from(part.is("Appearance"));
                xml.skip()?;
            }
        }
    }
    Ok(count)
}

/// Names of the attached files.
fn attachments(package: &mut Package<'_>, list: &str) -> Result<Vec<String>, ReadError> {
    let text = package.needed(list)?;
    let mut xml = Xml::new(&text, list, package.limits);
    let mut names = Vec::new();
    xml.child()?;
    while let Some(attachment) = xml.child()? {
        if attachment.is("Attachment") && names.len() < MOST_PARTS {
            names.push(attachment.attribute("Name").unwrap_or_default().trim().to_owned());
        }
        xml.skip()?;
    }
    Ok(names)
}
