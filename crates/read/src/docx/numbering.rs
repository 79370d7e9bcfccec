//! The definitions of automatic numbering: `numbering.xml`.
use std::collections::HashMap;

use super::number_formats::NumberFormat;
use super::properties::on_off;
use crate::ReadError;
use crate::xml::{Element, Xml};

/// Levels of a list; Word knows no more.
pub(crate) const LEVELS: usize = 9;

/// Characters of a level's text that are looked at: nine numbers and what stands between them.
pub(crate) const TEXT_CHARACTERS: usize = 48;

/// Lists, and instances of lists, that are looked at; Word makes no more than some thousands.
pub(crate) const MOST_LISTS: usize = 20_000;

/// Largest number at which a list may start, as in Word.
pub(crate) const MOST: u32 = 32_767;

/// All lists of a document.
#[derive(Default)]
pub(crate) struct Numbering {
    lists: HashMap<u32, List>,
    instances: HashMap<u32, Instance>,
}

/// An abstract list: its levels, or the style that holds them.
#[derive(Default)]
struct List {
    levels: [Option<Level>; LEVELS],
    style_link: Option<String>,
}

/// A use of a list, with what it changes in it.
#[derive(Default)]
struct Instance {
    list: Option<u32>,
    starts: [Option<u32>; LEVELS],
    levels: [Option<Level>; LEVELS],
}

/// One level of a list.
#[derive(Clone)]
pub(crate) struct Level {
    /// First number.
    pub(crate) start: u32,
    /// How its number is written.
    pub(crate) format: NumberFormat,
    /// What is shown, with `%1` for the number of the first level.
    pub(crate) text: String,
    /// What stands between it and the paragraph.
    pub(crate) gap: &'static str,
    /// Whether the numbers of all levels are written in decimal digits.
    pub(crate) legal: bool,
    /// The level, from 1, that starts this one afresh, if not any above; 0: none does.
    pub(crate) restart: Option<usize>,
    /// Whether it is hidden.
    pub(crate) hidden: bool,
    /// The paragraph style that stands for it.
    pub(crate) style: Option<String>,
}

/// A list as one paragraph's instance shows it.
pub(crate) struct Shown<'a> {
    /// Id of the abstract list, whose paragraphs are counted together.
    pub(crate) list: u32,
    definition: &'a List,
    instance: &'a Instance,
}

impl<'a> Shown<'a> {
    /// A level.
    pub(crate) fn level(&self, level: usize) -> Option<&'a Level> {
        self.instance.levels.get(level)?.as_ref().or_else(|| self.definition.levels.get(level)?.as_ref())
    }

    /// Where the instance starts the level afresh.
    pub(crate) fn new_start(&self, level: usize) -> Option<u32> {
        *self.instance.starts.get(level)?
    }

    /// The level that a paragraph style stands for.
    pub(crate) fn level_of(&self, style: &str) -> Option<usize> {
        let is_linked = |level: &usize| self.level(*level).is_some_and(|found| found.style.as_deref() == Some(style));
        (0..LEVELS).find(is_linked)
    }
}

impl Numbering {
    /// Adds a list that another format defines.
    pub(crate) fn add_list(&mut self, id: u32, levels: [Option<Level>; LEVELS]) {
        self.lists.insert(id, List { levels, style_link: None });
    }

    /// Adds an instance of a list that another format defines, with where it starts levels afresh and the levels that it
    /// defines itself.
    pub(crate) fn add_instance(
        &mut self,
        id: u32,
        list: u32,
        starts: [Option<u32>; LEVELS],
        levels: [Option<Level>; LEVELS],
    ) {
        self.instances.insert(id, Instance { list: Some(list), starts, levels });
    }

    /// Reads the part.
    pub(crate) fn read(xml: &mut Xml<'_>) -> Result<Self, ReadError> {
        let mut numbering = Self::default();
        let Some(_root) = xml.child()? else { return Ok(numbering) };
        while let Some(element) = xml.child()? {
            match element.name() {
                "abstractNum" if numbering.lists.len() < MOST_LISTS => {
                    let id = element.number("abstractNumId");
                    let list = List::read(xml)?;
                    numbering.lists.extend(id.map(|id| (id, list)));
                }
                "num" if numbering.instances.len() < MOST_LISTS => {
                    let id = element.number("numId");
                    let instance = Instance::read(xml)?;
                    numbering.instances.extend(id.map(|id| (id, instance)));
                }
                _ => xml.skip()?,
            }
        }
        Ok(numbering)
    }

    /// The list of an instance; `instance_of` gives the instance that a numbering style names.
    pub(crate) fn shown(&self, id: u32, instance_of: impl Fn(&str) -> Option<u32>) -> Option<Shown<'_>> {
        let instance = self.instances.get(&id)?;
        let mut list = instance.list?;
        if let Some(style) = &self.lists.get(&list)?.style_link {
            list = self.instances.get(&instance_of(style)?)?.list?;
        }
        Some(Shown { list, definition: self.lists.get(&list)?, instance })
    }
}

impl List {
    fn read(xml: &mut Xml<'_>) -> Result<Self, ReadError> {
        let mut list = Self::default();
        while let Some(element) = xml.child()? {
            match element.name() {
                "lvl" => put(&mut list.levels, element.number("ilvl"), Some(Level::read(xml)?)),
                "numStyleLink" => {
                    list.style_link = element.attribute("val").map(std::borrow::Cow::into_owned);
                    xml.skip()?;
                }
                _ => xml.skip()?,
            }
        }
        Ok(list)
    }
}

impl Instance {
    fn read(xml: &mut Xml<'_>) -> Result<Self, ReadError> {
        let mut instance = Self::default();
        while let Some(element) = xml.child()? {
            match element.name() {
                "abstractNumId" => {
                    instance.list = element.number("val");
                    xml.skip()?;
                }
                "lvlOverride" => {
                    let level = element.number("ilvl");
                    instance.read_override(xml, level)?;
                }
                _ => xml.skip()?,
            }
        }
        Ok(instance)
    }

    fn read_override(&mut self, xml: &mut Xml<'_>, level: Option<u32>) -> Result<(), ReadError> {
        while let Some(element) = xml.child()? {
            match element.name() {
                "startOverride" => {
                    put(&mut self.starts, level, Some(element.number("val").unwrap_or(1).min(MOST)));
                    xml.skip()?;
                }
                "lvl" => put(&mut self.levels, level, Some(Level::read(xml)?)),
                _ => xml.skip()?,
            }
        }
        Ok(())
    }
}

fn put<T>(levels: &mut [T; LEVELS], level: Option<u32>, value: T) {
    if let Some(slot) = level.and_then(|level| levels.get_mut(level as usize)) {
        *slot = value;
    }
}

impl Level {
    fn read(xml: &mut Xml<'_>) -> Result<Self, ReadError> {
        let mut level = Self {
            start: 0,
            format: NumberFormat::named("decimal"),
            text: String::new(),
            gap: " ",
            legal: false,
            restart: None,
            hidden: false,
            style: None,
        };
        level.read_parts(xml)?;
        Ok(level)
    }

    fn read_parts(&mut self, xml: &mut Xml<'_>) -> Result<(), ReadError> {
        while let Some(element) = xml.child()? {
            match element.name() {
                // The format may stand in an alternative, with the plainer one last.
                "rPr" | "AlternateContent" | "Choice" | "Fallback" => {
                    self.read_parts(xml)?;
                    continue;
                }
                _ => self.set(&element),
            }
            xml.skip()?;
        }
        Ok(())
    }

    fn set(&mut self, element: &Element<'_>) {
        let value = element.attribute("val").unwrap_or_default();
        match element.name() {
            "start" => self.start = value.parse().unwrap_or(0).min(MOST),
            "numFmt" => self.format = NumberFormat::named(&value),
            "lvlText" => self.text = value.chars().take(TEXT_CHARACTERS).collect(),
            "suff" if value == "nothing" => self.gap = "",
            "isLgl" => self.legal = on_off(element),
            "lvlRestart" => self.restart = value.parse().ok(),
            "vanish" => self.hidden = on_off(element),
            "pStyle" => self.style = Some(value.into_owned()),
            _ => {}
        }
    }
}
