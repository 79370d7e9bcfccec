//! The definitions of automatic numbering ([MS-DOC] 2.9.202 and 2.9.201, `PlfLst` and `PlfLfo`).
use super::bytes::{part, size_at, u16_at, u32_at, wide_text};
use super::properties::Character;
use super::sprm::Sprms;
use crate::docx::number_formats::NumberFormat;
use crate::docx::numbering::{LEVELS, Level, MOST, MOST_LISTS, Numbering, TEXT_CHARACTERS};

type Levels = [Option<Level>; LEVELS];

/// All lists of a document, and whether they could be read to their end. `lists` is the part with what follows it, where
/// the levels are; `instances` is that of the instances.
pub(super) fn read(lists: &[u8], instances: &[u8]) -> (Numbering, bool) {
    let mut numbering = Numbering::default();
    let whole = read_lists(lists, &mut numbering).is_some() && read_instances(instances, &mut numbering).is_some();
    (numbering, whole)
}

fn read_lists(bytes: &[u8], numbering: &mut Numbering) -> Option<()> {
    let count = usize::from(u16_at(bytes, 0)?);
    let mut at = 2 + count * 28;
    for index in 0..count.min(MOST_LISTS) {
        let head = part(bytes, 2 + index * 28, 28)?;
        let is_simple = head[26] & 1 != 0;
        let mut levels = Levels::default();
        for level in levels.iter_mut().take(if is_simple { 1 } else { LEVELS }) {
            *level = Some(read_level(bytes, &mut at)?);
        }
        numbering.add_list(u32_at(head, 0)?, levels);
    }
    Some(())
}

/// The instances; a paragraph names them by their place, from 1.
fn read_instances(bytes: &[u8], numbering: &mut Numbering) -> Option<()> {
    let count = size_at(bytes, 0)?.min(MOST_LISTS);
    let mut at = 4 + count * 16;
    for (index, number) in (0..count).zip(1..) {
        let head = part(bytes, 4 + index * 16, 16)?;
        // A place in the text stands before what the instance changes.
        at += 4;
        let (mut starts, mut levels) = ([None; LEVELS], Levels::default());
        for _ in 0..head[12] {
            read_change(bytes, &mut at, &mut starts, &mut levels)?;
        }
        numbering.add_instance(number, u32_at(head, 0)?, starts, levels);
    }
    Some(())
}

/// What an instance changes in one level ([MS-DOC] 2.9.132, `LFOLVL`).
fn read_change(bytes: &[u8], at: &mut usize, starts: &mut [Option<u32>; LEVELS], levels: &mut Levels) -> Option<()> {
    let (start, flags) = (u32_at(bytes, *at)?, u32_at(bytes, *at + 4)?);
    *at += 8;
    let level = (flags & 0xF) as usize;
    let defined = if flags & 0x20 != 0 { Some(read_level(bytes, at)?) } else { None };
    if flags & 0x10 != 0 {
        let start = defined.as_ref().map_or(start.min(MOST), |defined| defined.start);
        starts.get_mut(level).into_iter().for_each(|slot| *slot = Some(start));
    }
    if let Some(slot) = levels.get_mut(level).filter(|_| defined.is_some()) {
        *slot = defined;
    }
    Some(())
}

/// A level ([MS-DOC] 2.9.149, `LVL`).
fn read_level(bytes: &[u8], at: &mut usize) -> Option<Level> {
    let head = part(bytes, *at, 28)?;
    let (characters, paragraph) = (usize::from(head[24]), usize::from(head[25]));
    let looks = part(bytes, *at + 28 + paragraph, characters)?;
    let text_at = *at + 28 + paragraph + characters;
    let length = usize::from(u16_at(bytes, text_at)?);
    let text = wide_text(part(bytes, text_at + 2, length * 2)?);
    *at = text_at + 2 + length * 2;
    let mut look = Character::default();
    Sprms(looks).for_each(|(sprm, operand)| look.set(sprm, operand));
    Some(Level {
        start: u32_at(head, 0)?.min(MOST),
        format: NumberFormat::numbered(head[4].into()),
        text: shown(&text),
        gap: if head[15] == 2 { "" } else { " " },
        legal: head[5] & 4 != 0,
        restart: (head[5] & 8 != 0).then_some(usize::from(head[26])),
        hidden: look.hidden.is_some_and(|hidden| hidden.over(false)),
        style: None,
    })
}

/// The text of a level, with `%1` for the number of the first level, which the file writes as the character 0.
fn shown(text: &str) -> String {
    let mut shown = String::new();
    for character in text.chars().take(TEXT_CHARACTERS) {
        match u32::from(character) {
            level @ 0..=8 => {
                shown.push('%');
                shown.extend(char::from_digit(level + 1, 10));
            }
            _ => shown.push(character),
        }
    }
    shown
}
