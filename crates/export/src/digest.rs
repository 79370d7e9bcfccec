//! What was found in many reports, as one document that is written piece by piece.
use gouji_model::Message;

use crate::Judged;

/// A table of a digest, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DigestTable {
    /// What its rows are.
    pub title: String,
    /// Headings of the columns, each with whether the column holds numbers.
    pub columns: Vec<(String, bool)>,
    /// The rows; one that is too short has nothing more to say.
    pub rows: Vec<Vec<String>>,
}

/// A format in which the findings of many reports are given out, without their texts and tables.
pub trait Digest {
    /// Adds a report with its findings.
    fn report(&mut self, judged: &Judged<'_>);

    /// Adds a file that could not be read.
    fn failure(&mut self, file: &str, message: &Message);

    /// Adds a table.
    fn table(&mut self, table: &DigestTable);

    /// Adds a paragraph.
    fn paragraph(&mut self, message: &Message);

    /// Ends the document; nothing can be added behind.
    fn end(&mut self);

    /// Takes what was written since it was last taken.
    fn take(&mut self) -> String;
}
