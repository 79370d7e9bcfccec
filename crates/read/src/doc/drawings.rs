//! Drawings: which of them are pictures, and what they are called ([MS-ODRAW]).
use std::collections::HashMap;

use super::bytes::{part, size_at, u16_at, u32_at, wide_text};

/// A drawing.
#[derive(Default, Clone)]
pub(super) struct Drawing {
    /// It shows a picture or an embedded object.
    pub(super) picture: bool,
    /// Alternative text, else the name.
    pub(super) name: String,
}

/// Drawings by number.
#[derive(Default)]
pub(super) struct Drawings(HashMap<u32, Drawing>);

/// Kinds of records.
const GROUP: u16 = 0xF003;
const SHAPE: u16 = 0xF00A;
const PROPERTIES: [u16; 3] = [0xF00B, 0xF121, 0xF122];

/// Kind of a shape that is a picture's frame; properties of a shape.
const PICTURE_FRAME: u16 = 75;
const PICTURE: u16 = 0x0104;
const NAME: u16 = 0x0380;
const DESCRIPTION: u16 = 0x0381;

/// Groups inside one another.
const MOST_GROUPS: usize = 64;

/// Drawings that are looked at, and bytes of a picture in the text; its name stands at its beginning.
const MOST_DRAWINGS: usize = 100_000;
const MOST_HEAD: usize = 2048;

impl Drawings {
    /// Reads the part that holds all drawings of the file.
    pub(super) fn read(part_of: &[u8]) -> Self {
        let mut drawings = Self::default();
        let shared = size_at(part_of, 4).unwrap_or(0);
        let mut rest = part_of.get(shared.saturating_add(8)..).unwrap_or_default();
        // Before each drawing a byte tells whether it belongs to the body.
        while let Some(length) = size_at(rest, 5) {
            let end = length.saturating_add(9).min(rest.len());
            drawings.records(&rest[1..end]);
            rest = &rest[end..];
        }
        drawings
    }

    /// The drawing of a number.
    pub(super) fn get(&self, number: u32) -> Option<&Drawing> {
        self.0.get(&number)
    }

    /// Reads records; those that hold others are entered.
    fn records(&mut self, bytes: &[u8]) {
        let mut at = 0;
        // End of each group, and the number of its first shape, which stands for the group.
        let mut groups: Vec<(usize, Option<u32>)> = Vec::new();
        let mut shape = None;
        while let (Some(head), Some(kind), Some(length)) =
            (u16_at(bytes, at), u16_at(bytes, at + 2), size_at(bytes, at + 4))
        {
            at += 8;
            groups.retain(|(end, _)| at < *end);
            if head & 0xF == 0xF {
                if kind == GROUP && groups.len() < MOST_GROUPS {
                    groups.push((at.saturating_add(length), None));
                }
                continue;
            }
            let Some(content) = part(bytes, at, length) else { break };
            at += length;
            if kind == SHAPE {
                shape = u32_at(content, 0);
                if let Some((_, first @ None)) = groups.last_mut() {
                    *first = shape;
                }
            }
            if let Some(number) = shape.filter(|_| self.0.len() < MOST_DRAWINGS) {
                let within: Vec<u32> = groups.iter().filter_map(|(_, first)| *first).collect();
                self.record(head >> 4, kind, content, number, &within);
            }
        }
    }

    fn record(&mut self, instance: u16, kind: u16, content: &[u8], number: u32, groups: &[u32]) {
        let drawing = self.0.entry(number).or_default();
        if kind == SHAPE {
            drawing.picture |= instance == PICTURE_FRAME;
        } else if PROPERTIES.contains(&kind) {
            drawing.properties(usize::from(instance), content);
        }
        if drawing.picture {
            let name = drawing.name.clone();
            for group in groups {
                let group = self.0.entry(*group).or_default();
                group.picture = true;
                if group.name.is_empty() {
                    group.name.clone_from(&name);
                }
            }
        }
    }
}

impl Drawing {
    /// Properties: as many entries as said, and behind them what does not fit into an entry.
    fn properties(&mut self, count: usize, content: &[u8]) {
        let mut behind = count * 6;
        let mut name = String::new();
        for entry in 0..count {
            let (Some(property), Some(value)) = (u16_at(content, entry * 6), size_at(content, entry * 6 + 2)) else {
                break;
            };
            let is_long = property & 0x8000 != 0;
            let long = if is_long { part(content, behind, value).unwrap_or_default() } else { &[] };
            behind = behind.saturating_add(if is_long { value } else { 0 });
            match property & 0x3FFF {
                PICTURE => self.picture |= value != 0,
                NAME => name = wide_text(long),
                DESCRIPTION => wide_text(long).trim_matches(BLANKS).clone_into(&mut self.name),
                _ => {}
            }
        }
        if self.name.is_empty() {
            name.trim_matches(BLANKS).clone_into(&mut self.name);
        }
    }
}

const BLANKS: [char; 4] = ['\0', ' ', '\r', '\n'];

/// The name of a picture that stands in the text; `place` is where it lies in the data stream.
pub(super) fn name_of_inline(data: &[u8], place: u32) -> String {
    let found = || {
        let (at, mapping) = (place as usize, u16_at(data, (place as usize).checked_add(6)?)?);
        let head = usize::from(u16_at(data, at + 4)?);
        let end = at.checked_add(size_at(data, at)?.min(MOST_HEAD))?.min(data.len());
        // A linked picture has its file name behind the head.
        let file = if mapping == 0x66 { 1 + usize::from(*data.get(at + head)?) } else { 0 };
        let mut drawings = Drawings::default();
        drawings.records(data.get(at + head + file..end)?);
        drawings.0.into_values().map(|drawing| drawing.name).find(|name| !name.is_empty())
    };
    found().unwrap_or_default()
}
