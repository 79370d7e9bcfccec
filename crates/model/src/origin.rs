//! Where in a file something stands.
use borsh::{BorshDeserialize, BorshSerialize};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Where a cell, a claim, a section or a note stands in its file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, BorshSerialize, BorshDeserialize)]
pub struct Origin {
    /// Part of a container file (a zip member, a text box), where the file has parts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<Box<str>>,
    /// The place, as a person would look it up.
    #[serde(flatten)]
    pub place: Place,
    /// Byte range in the file, where the format has a meaning for it (plain text).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bytes: Option<(u64, u64)>,
}

/// A place in a document; all numbers count from 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, BorshSerialize, BorshDeserialize)]
#[serde(tag = "place", rename_all = "snake_case")]
pub enum Place {
    /// A line of a plain text.
    Line {
        /// Line number.
        line: u32,
    },
    /// A paragraph of a text document, tables not counted.
    Paragraph {
        /// Paragraph number.
        paragraph: u32,
    },
    /// A cell of a table.
    Table {
        /// Number of the table in the document.
        table: u32,
        /// Row of the table.
        row: u32,
        /// Column of the table's grid.
        column: u32,
    },
    /// A cell of a spreadsheet.
    Sheet {
        /// Name of the sheet.
        sheet: Box<str>,
        /// Address such as `C12`.
        cell: Box<str>,
    },
    /// A rectangle of a page, in points from the upper left corner.
    Page {
        /// Page number.
        page: u32,
        /// Left, top, right, bottom, in points.
        rectangle: [i32; 4],
    },
}

impl Origin {
    /// An origin with a place only.
    pub fn at(place: Place) -> Self {
        Self { part: None, place, bytes: None }
    }
}
