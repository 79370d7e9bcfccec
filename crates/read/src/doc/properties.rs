//! What the properties of characters and paragraphs say about what is shown, and where ([MS-DOC] 2.6.1 and 2.6.2).
use super::bytes::{u16_at, u32_at};

/// A property that is on, off, as in the style, or not as in the style ([MS-DOC] 2.9.327, `ToggleOperand`).
#[derive(Clone, Copy)]
pub(super) struct Toggle(u8);

impl Toggle {
    /// Whether the property is on, where the style has it so.
    pub(super) fn over(self, style: bool) -> bool {
        match self.0 {
            0x80 => style,
            0x81 => !style,
            value => value != 0,
        }
    }
}

/// Properties of characters.
#[derive(Clone, Copy, Default)]
#[expect(clippy::struct_excessive_bools, reason = "the file has as many, each on its own")]
pub(super) struct Character {
    /// Their style.
    pub(super) style: Option<u16>,
    /// Whether they are hidden, where they say so themselves.
    pub(super) hidden: Option<Toggle>,
    /// Inserted while changes were tracked.
    pub(super) inserted: bool,
    /// Deleted while changes were tracked.
    pub(super) deleted: bool,
    /// They stand for something that is no text.
    pub(super) special: bool,
    /// They stand for data of a field, not for a picture.
    pub(super) data: bool,
    /// Where in the data stream their picture lies.
    pub(super) picture: Option<u32>,
    /// They are struck out.
    pub(super) struck: bool,
    /// They stand above the line, as the marks of notes do.
    pub(super) raised: bool,
    /// Font and code of a symbol.
    pub(super) symbol: Option<(u16, u16)>,
}

impl Character {
    /// Changes a property.
    pub(super) fn set(&mut self, sprm: u16, operand: &[u8]) {
        let byte = operand.first().copied().unwrap_or(0);
        match sprm {
            0x0800 => self.deleted = byte != 0,
            0x0801 => self.inserted = byte != 0,
            0x0806 => self.data = byte != 0,
            0x0855 => self.special = byte != 0,
            0x0837 | 0x2A53 => self.struck = byte == 1,
            0x2A48 => self.raised = byte == 1,
            0x083C => self.hidden = Some(Toggle(byte)),
            0x4A30 => self.style = u16_at(operand, 0),
            0x6A03 => {
                self.special = true;
                self.picture = u32_at(operand, 0);
            }
            0x6A09 => {
                self.special = true;
                self.symbol = u16_at(operand, 0).zip(u16_at(operand, 2));
            }
            // All but what makes them special is as in the style.
            0x2A33 => {
                let Self { inserted, deleted, special, data, picture, symbol, .. } = *self;
                *self = Self {
                    style: None,
                    hidden: None,
                    raised: false,
                    struck: false,
                    inserted,
                    deleted,
                    special,
                    data,
                    picture,
                    symbol,
                };
            }
            _ => {}
        }
    }
}

/// Properties of a paragraph.
#[derive(Clone, Copy, Default)]
#[expect(clippy::struct_excessive_bools, reason = "the file has as many, each on its own")]
pub(super) struct ParagraphProperties {
    /// Its style.
    pub(super) style: u16,
    /// Its list, where it names one itself; 0: none.
    pub(super) list: Option<u16>,
    /// The level in its list, where it names one itself.
    pub(super) level: Option<u8>,
    in_table: bool,
    nesting: i32,
    row_end: bool,
    inner_cell_end: bool,
    inner_row_end: bool,
}

/// What a paragraph ends beside itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum End {
    /// Nothing.
    Paragraph,
    /// A cell.
    Cell,
    /// A row; the paragraph is no more than this mark.
    Row,
}

impl ParagraphProperties {
    /// As in a style.
    pub(super) fn of_style(style: u16) -> Self {
        Self { style, ..Self::default() }
    }

    /// Changes a property.
    pub(super) fn set(&mut self, sprm: u16, operand: &[u8]) {
        let byte = operand.first().copied().unwrap_or(0);
        let number = || u32_at(operand, 0).unwrap_or(0).cast_signed();
        match sprm {
            0x2416 => self.in_table = byte != 0,
            0x2417 => self.row_end = byte != 0,
            0x244B => self.inner_cell_end = byte != 0,
            0x244C => self.inner_row_end = byte != 0,
            0x6649 => self.nesting = number(),
            0x664A => self.nesting = self.nesting.saturating_add(number()),
            0x2640 | 0x260A => self.level = Some(byte),
            0x460B => self.list = u16_at(operand, 0),
            0x4600 => self.style = u16_at(operand, 0).unwrap_or(0),
            _ => {}
        }
    }

    /// How many tables the paragraph stands in, and what it ends; `mark` is its last character.
    pub(super) fn place(&self, mark: u16) -> (usize, End) {
        let is_cell_mark = mark == CELL_MARK;
        let depth = usize::try_from(self.nesting).unwrap_or(0).max(usize::from(self.in_table || is_cell_mark));
        let end = match depth {
            1 if self.row_end => End::Row,
            1.. if is_cell_mark => End::Cell,
            2.. if self.inner_row_end => End::Row,
            2.. if self.inner_cell_end => End::Cell,
            _ => End::Paragraph,
        };
        (depth.min(MOST_DEPTH), end)
    }
}

/// The character at the end of a cell and of a row.
pub(super) const CELL_MARK: u16 = 7;

/// Tables inside one another; what lies deeper is taken as one table.
const MOST_DEPTH: usize = 32;
