//! How far a collection has come, unit by unit.
use gouji_model::{Level, Scope};

/// What was received of one unit (收报情况).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Nothing.
    NotReceived,
    /// A file that cannot be read.
    Unreadable,
    /// A report with errors.
    WithErrors,
    /// A report without errors.
    Clean,
}

/// A unit of the unit list, and what was received of it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct UnitProgress {
    /// Its name; a file whose unit is not in the list stands under the file's name.
    pub name: String,
    /// Its level.
    pub level: Option<Level>,
    /// What its report covers.
    pub scope: Option<Scope>,
    /// The unit above it.
    pub parent: String,
    /// When the report was due, as the list has it.
    pub due: String,
    /// When it was published, as the list has it.
    pub published: String,
    /// Where it was published.
    pub url: String,
    /// What was received; `None` for a file whose unit is not in the list.
    pub standing: Option<Standing>,
    /// The files received.
    pub files: Vec<String>,
}
