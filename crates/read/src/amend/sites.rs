//! The pieces of a Word file's main part in which text stands, and which of them a paragraph or cell shows.
//!
//! That is not worked out a second time: every piece is given a mark, the marked file is read by the reader, and the
//! marks found in a cell tell its pieces.
use std::ops::Range;

use gouji_model::{Document, Message};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::{local, prefix, spliced};
use crate::docx::read_with;
use crate::{Limits, ReadError};

/// Private characters around the number of a mark; a file that holds them is refused.
const OPEN: char = '\u{F8D0}';
const CLOSE: char = '\u{F8D1}';

/// A piece of the main part where text may stand.
pub(super) struct Site {
    /// The bytes that are replaced.
    pub(super) range: Range<usize>,
    /// What it is.
    pub(super) kind: Kind,
}

/// What a piece is.
pub(super) enum Kind {
    /// The content of a text element.
    Text {
        /// The text element's start tag.
        tag: Range<usize>,
        /// Index of the outermost run around it, where there is one.
        run: Option<usize>,
        /// Whether it stands in that run itself, so that the run can be parted at it.
        is_direct: bool,
    },
    /// The end of a paragraph, where a run can be added: the prefix of its names, the properties for the run, and
    /// the start tag, but for its `>`, where the paragraph is written `<w:p/>`.
    End { prefix: String, properties: String, empty: Option<String> },
}

/// An outermost run.
#[derive(Default)]
pub(super) struct Run {
    /// All of it.
    pub(super) range: Range<usize>,
    /// Its properties.
    pub(super) properties: Range<usize>,
}

/// A main part and its pieces.
#[derive(Default)]
pub(super) struct Sites<'a> {
    /// The text of the part.
    pub(super) text: &'a str,
    /// The pieces, in the order of the part.
    pub(super) all: Vec<Site>,
    /// The outermost runs.
    pub(super) runs: Vec<Run>,
}

impl Site {
    /// What the piece is with a text in it.
    pub(super) fn with(&self, text: &str) -> String {
        match &self.kind {
            Kind::Text { .. } => text.to_owned(),
            Kind::End { prefix, properties, empty } => {
                let run = format!("<{prefix}r>{properties}<{prefix}t>{text}</{prefix}t></{prefix}r>");
                within_paragraph(prefix, empty.as_deref(), &run)
            }
        }
    }

    /// Whether it is a text element.
    pub(super) fn is_text(&self) -> bool {
        matches!(self.kind, Kind::Text { .. })
    }
}

impl<'a> Sites<'a> {
    /// The pieces of a main part.
    ///
    /// # Errors
    /// When it holds the characters of marks, or is not well formed.
    pub(super) fn of(text: &'a str) -> Result<Self, ReadError> {
        let differs = || ReadError(Message::new("amend-differs"));
        if text.contains([OPEN, CLOSE]) {
            return Err(differs());
        }
        let mut scan = Scan { text, sites: Self { text, all: Vec::new(), runs: Vec::new() }, ..Scan::default() };
        scan.run().ok_or_else(differs)?;
        Ok(scan.sites)
    }

    /// The file as it is read with a mark in every piece that is wanted.
    ///
    /// # Errors
    /// When the marked file cannot be read.
    pub(super) fn marked(
        &self,
        bytes: &[u8],
        limits: &Limits,
        is_wanted: impl Fn(&Site) -> bool,
    ) -> Result<Document, ReadError> {
        let wanted = self.all.iter().enumerate().filter(|(_, site)| is_wanted(site));
        let edits = wanted.map(|(number, site)| (site.range.clone(), site.with(&format!("{OPEN}{number}{CLOSE}"))));
        read_with(bytes, &spliced(self.text, edits.collect()), limits)
    }
}

/// Content for the end of a paragraph, in a paragraph of its own where that was written as an empty element.
pub(super) fn within_paragraph(prefix: &str, empty: Option<&str>, content: &str) -> String {
    match empty {
        Some(start) => format!("{start}>{content}</{prefix}p>"),
        None => content.to_owned(),
    }
}

/// The numbers of the marks in a text, and whether there is anything else in it.
pub(super) fn marks(text: &str) -> (Vec<usize>, bool) {
    let (mut numbers, mut is_pure) = (Vec::new(), true);
    for (position, piece) in text.split([OPEN, CLOSE]).enumerate() {
        if position % 2 == 0 {
            is_pure &= piece.trim().is_empty();
        } else {
            numbers.extend(piece.parse::<usize>().ok());
        }
    }
    (numbers, is_pure)
}

/// What is open at a place of the part.
#[derive(Default)]
struct Scan<'a> {
    text: &'a str,
    sites: Sites<'a>,
    /// Local names of the open elements.
    open: Vec<String>,
    /// Begin of each open run.
    runs: Vec<usize>,
    /// The text element that is open.
    tag: Range<usize>,
    /// Begins of the open paragraphs.
    paragraphs: Vec<usize>,
    /// Begin of the open run's properties.
    properties: Option<usize>,
}

impl Scan<'_> {
    /// Goes through the part; `None` where it is not well formed.
    fn run(&mut self) -> Option<()> {
        let mut reader = Reader::from_str(self.text);
        loop {
            let before = usize::try_from(reader.buffer_position()).ok()?;
            let event = reader.read_event().ok()?;
            let place = before..usize::try_from(reader.buffer_position()).ok()?;
            match event {
                Event::Start(start) => self.start(&start, place),
                Event::Empty(start) => self.empty(&start, place)?,
                Event::End(end) => {
                    let name = end.name().into_inner().to_owned();
                    self.end(&name, place)?;
                }
                Event::Eof => return Some(()),
                _ => {}
            }
        }
    }

    fn start(&mut self, start: &BytesStart<'_>, place: Range<usize>) {
        let name = start.name();
        let name = local(name.into_inner());
        match name {
            "t" => self.tag = place,
            "p" => self.paragraphs.push(place.start),
            "r" => {
                if self.runs.is_empty() {
                    self.sites.runs.push(Run { range: place.start..place.end, ..Run::default() });
                }
                self.runs.push(place.start);
            }
            "rPr" if self.is_in_outer_run() => self.properties = Some(place.start),
            _ => {}
        }
        self.open.push(name.to_owned());
    }

    fn is_in_outer_run(&self) -> bool {
        self.runs.len() == 1 && self.open.last().is_some_and(|parent| parent == "r")
    }

    fn empty(&mut self, start: &BytesStart<'_>, place: Range<usize>) -> Option<()> {
        let name = start.name();
        let name = name.into_inner();
        if local(name) == "p" {
            let open = self.text.get(place.clone())?.strip_suffix("/>")?.trim_end().to_owned();
            let kind = Kind::End { prefix: prefix(name), properties: String::new(), empty: Some(open) };
            self.sites.all.push(Site { range: place, kind });
        }
        Some(())
    }

    fn end(&mut self, name: &str, place: Range<usize>) -> Option<()> {
        self.open.pop()?;
        match local(name) {
            "t" => {
                let range = self.tag.end..place.start;
                if !self.text.get(range.clone())?.trim().is_empty() {
                    let run = self.sites.runs.len().checked_sub(1).filter(|_| !self.runs.is_empty());
                    let kind = Kind::Text { tag: self.tag.clone(), run, is_direct: self.is_in_outer_run() };
                    self.sites.all.push(Site { range, kind });
                }
            }
            "p" => {
                let prefix = prefix(name);
                let properties = properties(self.text.get(self.paragraphs.pop()?..place.start)?, &prefix);
                let kind = Kind::End { prefix, properties, empty: None };
                self.sites.all.push(Site { range: place.start..place.start, kind });
            }
            "r" => {
                self.runs.pop()?;
                if self.runs.is_empty() {
                    self.sites.runs.last_mut()?.range.end = place.end;
                }
            }
            "rPr" => {
                if let Some(start) = self.properties.take_if(|_| self.runs.len() == 1) {
                    self.sites.runs.last_mut()?.properties = start..place.end;
                }
            }
            _ => {}
        }
        Some(())
    }
}

/// The properties of a paragraph's mark, which Word gives to what is typed there; none where they tell of changes.
fn properties(paragraph: &str, prefix: &str) -> String {
    let of = || {
        let (_, rest) = paragraph.split_once(&format!("<{prefix}pPr>"))?;
        let (own, _) = rest.split_once(&format!("</{prefix}pPr>"))?;
        let open = format!("<{prefix}rPr>");
        let close = format!("</{prefix}rPr>");
        let own = own.get(own.rfind(&open)?..)?;
        let own = own.get(..own.find(&close)? + close.len())?;
        let changes = ["ins", "del", "moveFrom", "moveTo", "rPrChange", "vanish", "specVanish"];
        let told = changes
            .iter()
            .any(|name| own.contains(&format!("<{prefix}{name} ")) || own.contains(&format!("<{prefix}{name}/")));
        (!told).then(|| own.to_owned())
    };
    of().unwrap_or_default()
}
