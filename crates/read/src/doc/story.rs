//! A range of the text: its characters, their properties, and its paragraphs.
use std::ops::Range;

use encoding_rs::WINDOWS_1252;

use super::bytes::{part, u16_at};
use super::parts::Parts;
use super::pieces::Piece;
use super::properties::{CELL_MARK, Character, End, ParagraphProperties};
use super::row::Row;

/// A range of the text.
#[derive(Default)]
pub(super) struct Story {
    /// Its characters, in UTF-16.
    pub(super) units: Vec<u16>,
    /// Characters with the same properties, one behind the other.
    pub(super) stretches: Vec<Stretch>,
    /// Its paragraphs.
    pub(super) paragraphs: Vec<Paragraph>,
}

/// Characters with the same properties.
pub(super) struct Stretch {
    /// The characters.
    pub(super) range: Range<usize>,
    /// Their properties.
    pub(super) character: Character,
}

/// A paragraph.
pub(super) struct Paragraph {
    /// Its characters, the mark at its end among them.
    pub(super) range: Range<usize>,
    /// First stretch with one of them.
    pub(super) stretch: usize,
    /// Its properties.
    pub(super) properties: ParagraphProperties,
    /// Properties of the mark at its end.
    pub(super) mark: Character,
    /// Whether a text in it is not deleted.
    pub(super) kept: bool,
    /// How many tables it stands in.
    pub(super) depth: usize,
    /// What it ends.
    pub(super) end: End,
    /// The row that it ends; `None` if that is not defined.
    pub(super) row: Option<Row>,
}

const BLANK: u16 = 32;
const PARAGRAPH_MARK: u16 = 13;
/// The end of a section, or a page break within a paragraph.
const SECTION_MARK: u16 = 12;

impl Story {
    /// Gathers the characters of a range.
    pub(super) fn gather(parts: &Parts<'_>, range: Range<u32>) -> Self {
        let mut gathering = Gathering { parts, story: Self::default(), start: 0, stretch: 0, kept: false, rows: 0 };
        for piece in parts.pieces.within(range.start, range.end) {
            gathering.piece(piece);
        }
        let Gathering { mut story, start, stretch, .. } = gathering;
        if start < story.units.len() {
            let rest = start..story.units.len();
            story.paragraphs.push(Paragraph {
                range: rest,
                stretch,
                properties: ParagraphProperties::default(),
                mark: Character::default(),
                kept: true,
                depth: 0,
                end: End::Paragraph,
                row: None,
            });
        }
        story
    }
}

struct Gathering<'p, 'a> {
    parts: &'p Parts<'a>,
    story: Story,
    /// First character of the paragraph, and its stretch.
    start: usize,
    stretch: usize,
    /// Whether a text in the paragraph is not deleted.
    kept: bool,
    /// Rows so far; more than allowed are refused when they are filled.
    rows: usize,
}

impl Gathering<'_, '_> {
    fn piece(&mut self, piece: Piece) {
        let (mut at, end) = (piece.at, piece.at + (piece.to - piece.from) * piece.width());
        while at < end {
            let run = self.parts.characters.at(at).filter(|run| run.from < end);
            let (to, changes) = match run {
                None => (end, None),
                Some(run) if run.from > at => (run.from, None),
                Some(run) => (run.to.min(end), Some(run.changes)),
            };
            // A run that ends within a character holds it.
            let to = (at + (to - at).next_multiple_of(piece.width())).min(end);
            let mut character = Character::default();
            let changes = changes.unwrap_or_default();
            self.parts.changes(changes, piece, &mut |sprm, operand| character.set(sprm, operand));
            self.stretch(piece, at, to, character);
            at = to;
        }
    }

    fn stretch(&mut self, piece: Piece, from: u32, to: u32, character: Character) {
        let first = self.story.units.len();
        let bytes = part(&self.parts.streams.main, from as usize, (to - from) as usize).unwrap_or_default();
        if piece.narrow {
            let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
            self.story.units.extend(text.encode_utf16());
        } else {
            self.story.units.extend(bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])));
        }
        let range = first..self.story.units.len();
        self.story.stretches.push(Stretch { range: range.clone(), character });
        for (unit, byte) in range.zip((from..).step_by(piece.width() as usize)) {
            let mark = self.story.units[unit];
            self.kept |= mark > BLANK && !character.deleted;
            if matches!(mark, PARAGRAPH_MARK | CELL_MARK | SECTION_MARK) {
                self.mark(piece, unit, byte, character);
            }
        }
    }

    /// Takes a character that may end a paragraph.
    fn mark(&mut self, piece: Piece, unit: usize, byte: u32, character: Character) {
        let mark = self.story.units[unit];
        let is_last = unit + 1 == self.story.units.len();
        let run = self.parts.paragraphs.at(byte).filter(|run| run.from <= byte);
        if mark == SECTION_MARK && run.is_some_and(|run| run.to > byte + piece.width()) {
            return;
        }
        let changes = run.map(|run| run.changes).unwrap_or_default();
        let mut properties = ParagraphProperties::of_style(u16_at(changes, 0).unwrap_or(0));
        let changes = changes.get(2..).unwrap_or_default();
        self.parts.changes(changes, piece, &mut |sprm, operand| properties.set(sprm, operand));
        let (depth, end) = properties.place(mark);
        let mut row = None;
        if end == End::Row && self.rows < self.parts.limits.cells {
            self.rows += 1;
            let mut found = Row::default();
            self.parts.changes(changes, piece, &mut |sprm, operand| found.set(sprm, operand));
            row = Some(found).filter(|row| !row.cells.is_empty());
        }
        let range = std::mem::replace(&mut self.start, unit + 1)..unit + 1;
        let next = self.story.stretches.len() - usize::from(!is_last);
        let stretch = std::mem::replace(&mut self.stretch, next);
        let kept = std::mem::take(&mut self.kept);
        self.story.paragraphs.push(Paragraph { range, stretch, properties, mark: character, kept, depth, end, row });
    }
}
