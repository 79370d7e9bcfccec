//! What holds within a group, and ends with it.
use super::words::{Ending, Target};

/// The state of a group. A group begins with that of the one around it.
#[derive(Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "RTF turns each of them on and off by itself")]
pub(super) struct State {
    /// What the group holds.
    pub(super) target: Target,
    /// What happens when it ends.
    pub(super) ending: Ending,
    pub(super) font: Option<i32>,
    /// How many characters behind one of Unicode stand for programs that do not know it.
    pub(super) unicode_skip: u32,
    pub(super) hidden: bool,
    pub(super) deleted: bool,
    /// The text is struck out.
    pub(super) struck: bool,
    /// The text stands above the line, as the marks of notes do.
    pub(super) raised: bool,
    /// The paragraph is in a table.
    in_table: bool,
    /// In how many tables that are inside one another.
    nesting: usize,
    /// The list of the paragraph; 0: none.
    pub(super) list: u32,
    pub(super) list_level: u32,
}

/// Tables inside one another that are told apart; Word files have two.
const DEEPEST: usize = 16;

impl State {
    /// At the beginning of a document.
    pub(super) fn new() -> Self {
        Self {
            target: Target::Body,
            ending: Ending::Plain,
            font: None,
            unicode_skip: 1,
            hidden: false,
            deleted: false,
            struck: false,
            raised: false,
            in_table: false,
            nesting: 0,
            list: 0,
            list_level: 0,
        }
    }

    /// `\plain`
    pub(super) fn plain_characters(&mut self) {
        (self.font, self.hidden, self.deleted, self.struck, self.raised) = (None, false, false, false, false);
    }

    /// `\pard`
    pub(super) fn plain_paragraph(&mut self) {
        (self.in_table, self.nesting, self.list, self.list_level) = (false, 0, 0, 0);
    }

    /// `\intbl`
    pub(super) fn set_in_table(&mut self, in_table: bool) {
        self.in_table = in_table;
    }

    /// `\itap`
    pub(super) fn set_nesting(&mut self, nesting: i32) {
        self.nesting = usize::try_from(nesting).unwrap_or(0).min(DEEPEST);
    }

    /// In how many tables the paragraph is.
    pub(super) fn depth(&self) -> usize {
        self.nesting.max(usize::from(self.in_table))
    }

    /// Whether text is shown.
    pub(super) fn is_shown(&self) -> bool {
        !self.hidden && !self.deleted && !self.struck
    }
}
