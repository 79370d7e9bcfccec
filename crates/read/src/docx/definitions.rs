//! Styles and lists, loaded when the body first needs them: many documents need neither, and they are often the largest
//! parts of the file.
use gouji_model::{Message, Note};

use super::counters::Counters;
use super::numbering::{Numbering, Shown};
use super::package::Package;
use super::properties::ParagraphProperties;
use super::styles::Styles;
use crate::ReadError;
use crate::xml::Xml;

/// What the body refers to.
pub(super) struct Definitions<'a> {
    package: Package<'a>,
    styles: Option<Styles>,
    numbering: Option<Numbering>,
    counters: Counters,
    /// Parts that could not be read.
    pub(super) notes: Vec<Note>,
}

impl<'a> Definitions<'a> {
    /// Nothing loaded yet.
    pub(super) fn new(package: Package<'a>) -> Self {
        Self { package, styles: None, numbering: None, counters: Counters::default(), notes: Vec::new() }
    }

    /// Whether a style hides its text.
    pub(super) fn hides(&mut self, style: Option<&str>) -> bool {
        style.is_some_and(|style| {
            let read = || load(&mut self.package, &mut self.notes, "styles", Styles::read);
            self.styles.get_or_insert_with(read).hides(style)
        })
    }

    /// Counts a paragraph in its list, and gives what Word shows before its text.
    pub(super) fn number(&mut self, paragraph: &ParagraphProperties) -> Option<String> {
        let style = paragraph.style.as_deref();
        if paragraph.instance == Some(0) || (style.is_none() && paragraph.instance.is_none()) {
            return None;
        }
        let (package, notes) = (&mut self.package, &mut self.notes);
        let styles = &*self.styles.get_or_insert_with(|| load(package, notes, "styles", Styles::read));
        let by_style = style.and_then(|style| styles.list(style));
        let instance = paragraph.instance.or(by_style.as_ref().map(|list| list.instance)).filter(|id| *id != 0)?;
        let numbering = &*self.numbering.get_or_insert_with(|| load(package, notes, "numbering", Numbering::read));
        let shown = numbering.shown(instance, |style| Some(styles.list(style)?.instance))?;
        let linked = |list: &Shown<'_>| {
            let by_style = by_style.as_ref().filter(|_| paragraph.instance.is_none())?;
            list.level_of(style?)
                .or_else(|| list.level_of(&by_style.named_by))
                .or(by_style.level.map(|level| level as usize))
        };
        let level = paragraph.level.map(|level| level as usize).or_else(|| linked(&shown)).unwrap_or(0);
        self.counters.next(instance, &shown, level)
    }

    /// Name of the file that a relation refers to.
    pub(super) fn file_name(&self, relation: &str) -> String {
        let target = self.package.target(relation).unwrap_or_default();
        target.rsplit('/').next().unwrap_or_default().to_owned()
    }

    /// The part that a relation refers to.
    pub(super) fn part(&self, relation: &str) -> Option<Box<str>> {
        self.package.target(relation).map(Into::into)
    }
}

/// Loads a part; one that is damaged is noted and counts as empty, since the text does not depend on it.
fn load<T: Default>(
    package: &mut Package<'_>,
    notes: &mut Vec<Note>,
    kind: &str,
    read: fn(&mut Xml<'_>) -> Result<T, ReadError>,
) -> T {
    let limits = package.limits();
    let part = package.related(kind);
    let found = part.and_then(|part| part.map(|(name, text)| read(&mut Xml::new(&text, &name, limits))).transpose());
    if found.is_err() {
        notes.push(Note { message: Message::new("reading-docx-part").text("part", kind), origin: None });
    }
    found.ok().flatten().unwrap_or_default()
}
