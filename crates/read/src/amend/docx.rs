//! Cells of Word files.
//!
//! Which piece of the file a cell shows is not worked out a second time: every piece of text is given a mark, the marked
//! file is read by the reader, and the marks found in a cell tell its pieces.
use std::collections::BTreeMap;
use std::ops::Range;

use gouji_model::{Block, Document, GridCell, Message};
use quick_xml::Reader;
use quick_xml::escape::escape;
use quick_xml::events::Event;

use super::{Amendment, local, members, prefix, refusal, spliced};
use crate::docx::{main_part, read_with};
use crate::{Limits, ReadError};

/// Private characters around the number of a mark; a file that holds them is refused.
const OPEN: char = '\u{F8D0}';
const CLOSE: char = '\u{F8D1}';

/// A piece of the main part where the text of a cell may stand.
struct Site {
    /// The bytes that are replaced.
    range: Range<usize>,
    kind: Kind,
}

enum Kind {
    /// The content of a text element.
    Text,
    /// The end of a paragraph, where a run can be added: the prefix of its names, the properties for the run, and
    /// whether the paragraph is written `<w:p/>`.
    End { prefix: String, properties: String, empty: Option<String> },
}

pub(super) fn amend(bytes: &[u8], amendments: &[Amendment], limits: &Limits) -> Result<Vec<u8>, ReadError> {
    let (name, raw, text) = main_part(bytes, limits)?;
    if text.contains([OPEN, CLOSE]) {
        return Err(ReadError(Message::new("amend-differs")));
    }
    let sites = sites(&text).ok_or_else(|| ReadError(Message::new("amend-differs")))?;
    let mark = |number: usize| format!("{OPEN}{number}{CLOSE}");
    let marked = spliced(
        &text,
        sites.iter().enumerate().map(|(number, site)| (site.range.clone(), site.with(&mark(number)))).collect(),
    );
    let document = read_with(bytes, &marked, limits)?;
    let mut edits = Vec::new();
    for amendment in amendments {
        let shown = cell(&document, amendment).and_then(|cell| marks(&cell.text));
        let shown = shown.ok_or_else(|| refusal("amend-more-than-text", amendment))?;
        let is_text = |number: &&usize| sites.get(**number).is_some_and(|site| matches!(site.kind, Kind::Text));
        let texts: Vec<usize> = shown.iter().filter(is_text).copied().collect();
        let first = texts.first().or(shown.first()).copied();
        let first =
            first.and_then(|number| sites.get(number)).ok_or_else(|| refusal("amend-more-than-text", amendment))?;
        edits.push((first.range.clone(), first.with(&escape(&amendment.text))));
        let others = texts.iter().skip(1).filter_map(|number| sites.get(*number));
        edits.extend(others.map(|site| (site.range.clone(), String::new())));
    }
    let content = members::encoded(&raw, &text, &spliced(&text, edits));
    let content = content.ok_or_else(|| ReadError(Message::new("amend-encoding").text("part", &*name)))?;
    members::replaced(bytes, &BTreeMap::from([(name, content)]), limits)
}

fn cell<'a>(document: &'a Document, amendment: &Amendment) -> Option<&'a GridCell> {
    let grids =
        document.blocks.iter().filter_map(|block| if let Block::Grid(grid) = block { Some(grid) } else { None });
    grids.flat_map(|grid| grid.rows.iter().flatten()).find(|cell| cell.origin == amendment.origin)
}

/// The numbers of the marks in a text; `None` if there is anything else in it.
fn marks(text: &str) -> Option<Vec<usize>> {
    let pieces = text.split([OPEN, CLOSE]).enumerate();
    let mut numbers = Vec::new();
    for (position, piece) in pieces {
        if position % 2 == 1 {
            numbers.push(piece.parse().ok()?);
        } else if !piece.trim().is_empty() {
            return None;
        }
    }
    Some(numbers)
}

impl Site {
    /// What the piece is with a text in it.
    fn with(&self, text: &str) -> String {
        match &self.kind {
            Kind::Text => text.to_owned(),
            Kind::End { prefix, properties, empty } => {
                let run = format!("<{prefix}r>{properties}<{prefix}t>{text}</{prefix}t></{prefix}r>");
                match empty {
                    Some(start) => format!("{start}>{run}</{prefix}p>"),
                    None => run,
                }
            }
        }
    }
}

/// All pieces, in the order of the part; `None` where it is not well formed.
fn sites(text: &str) -> Option<Vec<Site>> {
    let mut reader = Reader::from_str(text);
    let mut sites = Vec::new();
    // Where the text element that is open begins, and the paragraphs that are.
    let mut begun = None;
    let mut paragraphs: Vec<usize> = Vec::new();
    loop {
        let before = usize::try_from(reader.buffer_position()).ok()?;
        let event = reader.read_event().ok()?;
        let after = usize::try_from(reader.buffer_position()).ok()?;
        match event {
            Event::Start(start) if local(start.name().into_inner()) == "t" => begun = Some(after),
            Event::Start(start) if local(start.name().into_inner()) == "p" => paragraphs.push(before),
            Event::Empty(start) if local(start.name().into_inner()) == "p" => {
                let prefix = prefix(start.name().into_inner());
                let open = text.get(before..after)?.strip_suffix("/>")?.trim_end().to_owned();
                let kind = Kind::End { prefix, properties: String::new(), empty: Some(open) };
                sites.push(Site { range: before..after, kind });
            }
            Event::End(end) if local(end.name().into_inner()) == "t" => {
                let range = begun.take()?..before;
                if !text.get(range.clone())?.trim().is_empty() {
                    sites.push(Site { range, kind: Kind::Text });
                }
            }
            Event::End(end) if local(end.name().into_inner()) == "p" => {
                let prefix = prefix(end.name().into_inner());
                let properties = properties(text.get(paragraphs.pop()?..before)?, &prefix);
                sites.push(Site { range: before..before, kind: Kind::End { prefix, properties, empty: None } });
            }
            Event::Eof => return Some(sites),
            _ => {}
        }
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
