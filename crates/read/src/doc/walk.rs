//! The walk over a text, with what it has to remember.
use std::collections::HashMap;
use std::ops::Range;

use gouji_model::{Message, Note};

use super::bytes::{Positions, u16_at, u32_at};
use super::drawings::Drawings;
use super::fib::Part;
use super::lists;
use super::parts::Parts;
use super::properties::ParagraphProperties;
use super::styles::Styles;
use crate::ReadError;
use crate::docx::changes::Tally;
use crate::docx::content::{Anchored, Content, Item, Line};
use crate::docx::counters::Counters;
use crate::docx::fields::Fields;
use crate::docx::numbering::Numbering;
use crate::limits::check_count;

/// The walk.
pub(super) struct Walk<'a> {
    /// The file.
    pub(super) parts: &'a Parts<'a>,
    /// Styles.
    pub(super) styles: Styles,
    numbering: Option<Numbering>,
    counters: Counters,
    /// What was left out.
    pub(super) tally: Tally,
    /// What could not be read.
    pub(super) notes: Vec<Note>,
    /// The fields that are open.
    pub(super) fields: Fields,
    /// Code of the field that was opened last.
    pub(super) code: String,
    /// Whether the last characters were inserted, deleted.
    pub(super) last: [bool; 2],
    /// Whether the last characters of the paragraph were hidden.
    pub(super) hiding: bool,
    /// Drawings by the character that they are anchored at.
    pub(super) anchors: HashMap<u32, u32>,
    /// Drawings by number.
    pub(super) drawings: Drawings,
    /// Characters of the text boxes, by number of the drawing.
    pub(super) boxes: HashMap<u32, Vec<Range<u32>>>,
    /// Names of the fonts.
    pub(super) fonts: Option<Vec<String>>,
    /// Tables of which not all rows say where their cells stand.
    pub(super) displaced: usize,
    cells: usize,
    paragraphs: usize,
}

impl<'a> Walk<'a> {
    /// At the beginning of the file.
    pub(super) fn new(parts: &'a Parts<'a>) -> Self {
        let boxes = text_boxes(parts);
        let anchors = anchors(parts.part(Part::Anchors));
        let drawings =
            if anchors.is_empty() { Drawings::default() } else { Drawings::read(parts.part(Part::Drawings)) };
        Self {
            parts,
            styles: Styles::read(parts.part(Part::Styles)),
            numbering: None,
            counters: Counters::default(),
            tally: Tally::default(),
            notes: Vec::new(),
            fields: Fields::default(),
            code: String::new(),
            last: [false; 2],
            hiding: false,
            anchors,
            drawings,
            boxes,
            fonts: None,
            displaced: 0,
            cells: 0,
            paragraphs: 0,
        }
    }

    /// The content of the body, with that of text boxes whose place is not known behind it.
    ///
    /// # Errors
    /// When it passes a bound.
    pub(super) fn body(&mut self) -> Result<Vec<Item>, ReadError> {
        let mut items = self.items(0..self.parts.fib.body)?;
        let mut line = Line::default();
        let mut left: Vec<_> = std::mem::take(&mut self.boxes).into_values().flatten().collect();
        left.sort_unstable_by_key(|range| range.start);
        for range in left {
            line.anchored.extend(self.text_box(range)?);
        }
        let mut rest = Content::default();
        if rest.push_line(line) {
            items.extend(rest.finish());
        }
        Ok(items)
    }

    /// A text box; `None` if nothing is in it.
    pub(super) fn text_box(&mut self, range: Range<u32>) -> Result<Option<Anchored>, ReadError> {
        let outside = std::mem::take(&mut self.fields);
        let items = self.items(range)?;
        self.fields = outside;
        if items.is_empty() {
            return Ok(None);
        }
        self.count_paragraph()?;
        Ok(Some(Anchored::TextBox(items)))
    }

    /// Counts a paragraph in its list, and gives what Word shows before its text.
    pub(super) fn number(&mut self, paragraph: &ParagraphProperties) -> Option<String> {
        let (list, level) = self.styles.list(paragraph.style);
        let instance = paragraph.list.or(list).filter(|list| (1..=MOST_INSTANCES).contains(list))?;
        let level = paragraph.level.or(level).unwrap_or(0);
        let (parts, notes) = (self.parts, &mut self.notes);
        let numbering = self.numbering.get_or_insert_with(|| {
            let (numbering, whole) =
                lists::read(parts.part_and_rest(Part::Lists), parts.part_and_rest(Part::ListInstances));
            if !whole {
                notes.push(Note { message: Message::new("reading-docx-part").text("part", "PlfLst"), origin: None });
            }
            numbering
        });
        let shown = numbering.shown(u32::from(instance), |_| None)?;
        self.counters.next(u32::from(instance), &shown, usize::from(level))
    }

    /// Counts a cell or a row.
    pub(super) fn count_cell(&mut self) -> Result<(), ReadError> {
        self.cells += 1;
        check_count(self.cells, self.parts.limits.cells, "read-docx-too-many-cells")
    }

    /// Counts a paragraph, a picture or a text box.
    pub(super) fn count_paragraph(&mut self) -> Result<(), ReadError> {
        self.paragraphs += 1;
        check_count(self.paragraphs, self.parts.limits.lines, "read-docx-too-many-paragraphs")
    }
}

/// Larger numbers stand for a paragraph that was in a list before.
const MOST_INSTANCES: u16 = 0x7FE;

/// Characters at which drawings are anchored ([MS-DOC] 2.8.37, `PlcfSpa`), with the number of the drawing.
fn anchors(part_of: &[u8]) -> HashMap<u32, u32> {
    let table = Positions::new(part_of, 26);
    let anchor = |index: usize| Some((table.position(index)?, u32_at(table.data(index)?, 0)?));
    (0..table.len()).filter_map(anchor).collect()
}

/// Characters of the text boxes by number of the drawing ([MS-DOC] 2.8.32, `PlcftxbxTxt`); none belong to two of them.
fn text_boxes(parts: &Parts<'_>) -> HashMap<u32, Vec<Range<u32>>> {
    let mut boxes: HashMap<u32, Vec<Range<u32>>> = HashMap::new();
    let fib = &parts.fib;
    let first = fib.body.saturating_add(fib.between);
    let table = Positions::new(parts.part(Part::TextBoxes), 22);
    let mut from = 0;
    for index in 0..table.len() {
        let (Some(data), Some(start), Some(end)) =
            (table.data(index), table.position(index), table.position(index + 1))
        else {
            break;
        };
        let (start, end) = (start.max(from), end.min(fib.text_boxes));
        let is_spare = u16_at(data, 8).is_none_or(|spare| spare != 0);
        if start < end && !is_spare {
            from = end;
            let number = u32_at(data, 14).unwrap_or(0);
            boxes.entry(number).or_default().push(first.saturating_add(start)..first.saturating_add(end));
        }
    }
    if boxes.is_empty() && fib.text_boxes > 0 {
        boxes.entry(0).or_default().push(first..first.saturating_add(fib.text_boxes));
    }
    boxes
}
