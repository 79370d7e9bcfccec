//! What a handbook consists of, whatever it is written as.

/// A part of the text.
#[derive(Clone, Debug)]
pub(super) enum Block {
    /// A heading that can be linked to.
    Heading {
        /// 1 for an edition, 2 for a topic, 3 for a rule.
        level: usize,
        /// Its text.
        text: String,
        /// What links name.
        id: String,
    },
    /// A paragraph.
    Paragraph(String),
    /// A list of sentences.
    List(Vec<String>),
    /// A table with headed columns.
    Table {
        /// Heads of the columns.
        heads: Vec<String>,
        /// Rows.
        rows: Vec<Vec<Cell>>,
    },
}

/// A cell of a table.
#[derive(Clone, Debug)]
pub(super) struct Cell {
    /// Its text.
    pub(super) text: String,
    /// Where it leads, `#id`.
    pub(super) link: Option<String>,
    /// It is Chinese, whatever the language of the handbook.
    pub(super) is_chinese: bool,
}

impl Cell {
    /// A cell that is only text.
    pub(super) fn text(text: String) -> Self {
        Self { text, link: None, is_chinese: false }
    }

    /// A cell of Chinese text: titles of cases have no translation.
    pub(super) fn chinese(text: String) -> Self {
        Self { text, link: None, is_chinese: true }
    }

    /// A cell that leads to a heading.
    pub(super) fn link(text: String, link: String) -> Self {
        Self { text, link: Some(link), is_chinese: false }
    }
}
