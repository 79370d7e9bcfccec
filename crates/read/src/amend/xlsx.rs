//! Cells of workbooks: the element of the cell is written anew with a number; shared strings stay.
use std::collections::BTreeMap;
use std::ops::Range;

use gouji_model::{Message, Place};
use quick_xml::Reader;
use quick_xml::escape::escape;
use quick_xml::events::{BytesStart, Event};

use super::{Amendment, members, refusal, spliced};
use crate::sheets::{place, sheet_part};
use crate::{Limits, ReadError};

pub(super) fn amend(bytes: &[u8], amendments: &[Amendment], limits: &Limits) -> Result<Vec<u8>, ReadError> {
    let mut by_sheet: BTreeMap<&str, Vec<&Amendment>> = BTreeMap::new();
    for amendment in amendments {
        match &amendment.origin.place {
            Place::Sheet { sheet, .. } => by_sheet.entry(sheet).or_default().push(amendment),
            _ => return Err(refusal("amend-not-one-cell", amendment)),
        }
    }
    let mut contents = BTreeMap::new();
    for (sheet, own) in by_sheet {
        let part = sheet_part(bytes, sheet, limits)?;
        let (name, raw, text) = part.ok_or_else(|| refusal("amend-not-one-cell", own[0]))?;
        let mut edits = Vec::new();
        for amendment in own {
            let Place::Sheet { cell, .. } = &amendment.origin.place else { continue };
            edits.push(edit(&text, cell, amendment)?);
        }
        let content = members::encoded(&raw, &text, &spliced(&text, edits));
        let content = content.ok_or_else(|| ReadError(Message::new("amend-encoding").text("part", &*name)))?;
        contents.insert(name, content);
    }
    members::replaced(bytes, &contents, limits)
}

fn edit(text: &str, address: &str, amendment: &Amendment) -> Result<(Range<usize>, String), ReadError> {
    let unknown = || refusal("amend-not-one-cell", amendment);
    let at = place(address).ok_or_else(unknown)?;
    match find(text, at).ok_or_else(unknown)? {
        Spot::Cell { formula: true, .. } => Err(refusal("amend-formula", amendment)),
        Spot::Cell { range, start, prefix, .. } => Ok((range, number(&start, &prefix, &amendment.text))),
        Spot::Gap { before, prefix } => {
            Ok((before..before, number(&format!("<{prefix}c r=\"{address}\">"), &prefix, &amendment.text)))
        }
    }
}

/// The element of a cell that holds a number.
fn number(start: &str, prefix: &str, text: &str) -> String {
    format!("{start}<{prefix}v>{}</{prefix}v></{prefix}c>", escape(text))
}

/// Where a cell stands in the text of a sheet.
enum Spot {
    /// Its element, and the start tag that it gets.
    Cell { range: Range<usize>, start: String, prefix: String, formula: bool },
    /// There is none; it belongs here.
    Gap { before: usize, prefix: String },
}

/// Finds a cell by row and column from 0, as the reader counts them.
fn find(text: &str, (row, column): (u32, u32)) -> Option<Spot> {
    let mut reader = Reader::from_str(text);
    let (mut at, mut open): ((u32, u32), Option<(usize, String, bool)>) = ((0, 0), None);
    let mut prefix = String::new();
    loop {
        let before = usize::try_from(reader.buffer_position()).ok()?;
        let event = reader.read_event().ok()?;
        let after = usize::try_from(reader.buffer_position()).ok()?;
        match event {
            Event::Start(start) if is(&start, "row") => {
                at = (row_of(&start).unwrap_or(at.0), 0);
                prefix = prefix_of(&start);
            }
            Event::Start(start) if is(&start, "c") => {
                at = address_of(&start).unwrap_or(at);
                if at == (row, column) {
                    open = Some((before, tag(&start)?, false));
                } else if at.0 == row && at.1 > column {
                    return Some(Spot::Gap { before, prefix });
                }
                at.1 += 1;
            }
            Event::Empty(start) if is(&start, "c") => {
                at = address_of(&start).unwrap_or(at);
                if at == (row, column) {
                    return Some(Spot::Cell { range: before..after, start: tag(&start)?, prefix, formula: false });
                } else if at.0 == row && at.1 > column {
                    return Some(Spot::Gap { before, prefix });
                }
                at.1 += 1;
            }
            Event::Start(start) | Event::Empty(start) if is(&start, "f") => {
                if let Some((.., formula)) = &mut open {
                    *formula = true;
                }
            }
            Event::End(end) if end.name().into_inner().ends_with('c') && open.is_some() => {
                let name = end.name().into_inner().to_owned();
                if name == "c" || name.ends_with(":c") {
                    let (from, start, formula) = open?;
                    return Some(Spot::Cell { range: from..after, start, prefix, formula });
                }
            }
            Event::End(end) if end.name().into_inner().ends_with("row") => {
                if at.0 == row {
                    return Some(Spot::Gap { before, prefix });
                }
                at.0 += 1;
            }
            Event::Eof => return None,
            _ => {}
        }
    }
}

fn is(start: &BytesStart<'_>, name: &str) -> bool {
    let own = start.name().into_inner();
    own.rsplit_once(':').map_or(own, |(_, local)| local) == name
}

fn prefix_of(start: &BytesStart<'_>) -> String {
    start.name().into_inner().rsplit_once(':').map(|(prefix, _)| format!("{prefix}:")).unwrap_or_default()
}

fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = start.attributes();
    let found = attributes.with_checks(false).flatten().find(|own| own.key.into_inner() == name)?;
    Some(found.value.into_owned())
}

fn row_of(start: &BytesStart<'_>) -> Option<u32> {
    attribute(start, "r")?.trim().parse::<u32>().ok()?.checked_sub(1)
}

fn address_of(start: &BytesStart<'_>) -> Option<(u32, u32)> {
    place(&attribute(start, "r")?)
}

/// The start tag of a cell that holds a number: all its attributes but the kind of its value.
fn tag(start: &BytesStart<'_>) -> Option<String> {
    let mut tag = format!("<{}", start.name().into_inner());
    for attribute in start.attributes().with_checks(false) {
        let attribute = attribute.ok()?;
        if attribute.key.into_inner() != "t" {
            tag.push_str(&format!(" {}=\"{}\"", attribute.key.into_inner(), attribute.value));
        }
    }
    Some(tag + ">")
}
