//! Cells of workbooks: the element of the cell is written anew with a number; shared strings stay.
use std::collections::BTreeMap;
use std::ops::Range;

use gouji_model::{Message, Place};
use quick_xml::Reader;
use quick_xml::escape::escape;
use quick_xml::events::{BytesStart, Event};

use super::{Amendment, local, members, prefix, refusal, spliced};
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
    let spot = place(address).and_then(|at| find(text, at)).ok_or_else(unknown)?;
    if spot.formula {
        return Err(refusal("amend-formula", amendment));
    }
    Ok((spot.range.clone(), number(&spot, &amendment.text)))
}

/// The element of a cell that holds a number.
fn number(Spot { start, prefix, .. }: &Spot, text: &str) -> String {
    format!("{start}<{prefix}v>{}</{prefix}v></{prefix}c>", escape(text))
}

/// Where a cell stands in the text of a sheet.
struct Spot {
    /// Its element.
    range: Range<usize>,
    /// The start tag that it gets.
    start: String,
    /// The prefix of its name, with the colon.
    prefix: String,
    /// Its value is computed.
    formula: bool,
}

/// Finds a cell by row and column from 0, as the reader counts them; a cell that the file leaves out is not found.
fn find(text: &str, wanted: (u32, u32)) -> Option<Spot> {
    let mut reader = Reader::from_str(text);
    let mut at = (0, 0);
    let mut open: Option<Spot> = None;
    loop {
        let before = usize::try_from(reader.buffer_position()).ok()?;
        let event = reader.read_event().ok()?;
        let after = usize::try_from(reader.buffer_position()).ok()?;
        let is_empty = matches!(event, Event::Empty(_));
        match event {
            Event::Start(start) if is(&start, "row") => at = (row_of(&start).unwrap_or(at.0), 0),
            Event::Start(start) | Event::Empty(start) if is(&start, "c") => {
                at = address_of(&start).unwrap_or(at);
                if at == wanted {
                    let spot =
                        Spot { range: before..after, start: tag(&start)?, prefix: prefix_of(&start), formula: false };
                    if is_empty {
                        return Some(spot);
                    }
                    open = Some(spot);
                }
                at.1 += 1;
            }
            Event::Start(start) | Event::Empty(start) if is(&start, "f") => {
                if let Some(spot) = &mut open {
                    spot.formula = true;
                }
            }
            Event::End(end) => match local(end.name().into_inner()) {
                "c" => {
                    if let Some(spot) = open {
                        return Some(Spot { range: spot.range.start..after, ..spot });
                    }
                }
                "row" => at.0 += 1,
                _ => {}
            },
            Event::Eof => return None,
            _ => {}
        }
    }
}

fn is(start: &BytesStart<'_>, name: &str) -> bool {
    local(start.name().into_inner()) == name
}

fn prefix_of(start: &BytesStart<'_>) -> String {
    prefix(start.name().into_inner())
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
            tag.extend([" ", attribute.key.into_inner(), "=\"", &attribute.value, "\""]);
        }
    }
    Some(tag + ">")
}
