//! The unit list (单位名单): who is expected to report, and what is known of them.
mod columns;
mod entry;
mod spreadsheet;
mod text;

use camino::Utf8Path;
use gouji_export::Date;
use gouji_model::{Level, Message, Scope, Unit, UnitKind};

use crate::fault::Fault;
use crate::reader;
use columns::Columns;

/// One row of a list as it was read: its number, from 1, and its cells.
struct Row {
    number: u32,
    cells: Vec<String>,
}

/// A unit of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ListedUnit {
    /// Its name.
    pub(crate) name: String,
    /// Other names it goes by.
    pub(crate) other_names: Vec<String>,
    /// Its level.
    pub(crate) level: Option<Level>,
    /// Government or department.
    pub(crate) kind: Option<UnitKind>,
    /// The unit above it.
    pub(crate) parent: Option<String>,
    /// What its report covers.
    pub(crate) scope: Option<Scope>,
    /// File of its report: a name, or a path from some folder on.
    pub(crate) file: Option<String>,
    /// File of last year's report.
    pub(crate) last_year_file: Option<String>,
    /// When the report was published.
    pub(crate) published: Option<Date>,
    /// Where it was published.
    pub(crate) url: Option<String>,
    /// When it was due.
    pub(crate) due: Option<Date>,
}

/// A unit list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct UnitList {
    /// The units, in the order of the list.
    pub(crate) units: Vec<ListedUnit>,
}

impl UnitList {
    /// Reads a list from the bytes of a spreadsheet or csv file; with remarks on columns that are not used.
    pub(crate) fn read(bytes: &[u8]) -> anyhow::Result<(Self, Vec<Message>)> {
        let rows = match reader::sheets(bytes) {
            Some(sheets) => spreadsheet::rows(sheets?)?,
            None => text::rows(bytes)?,
        };
        let mut rows = rows.into_iter().filter(|row| row.cells.iter().any(|cell| !cell.is_empty())).peekable();
        if rows.peek().is_none() {
            return Err(Fault::error(Message::new("driver-units-empty")));
        }
        let (columns, remarks) = Columns::find(&mut rows)?;
        Ok((Self { units: entry::units(&columns, rows)? }, remarks))
    }

    /// A unit.
    pub(crate) fn unit(&self, index: usize) -> &ListedUnit {
        &self.units[index]
    }

    /// Whether any unit has one above it.
    pub(crate) fn has_parents(&self) -> bool {
        self.units.iter().any(|unit| unit.parent.is_some())
    }

    /// The unit that lists a file: the path ends in what the list says.
    pub(crate) fn by_file(&self, file: &Utf8Path) -> Option<usize> {
        self.units.iter().position(|unit| unit.file.as_ref().is_some_and(|listed| file.ends_with(listed)))
    }

    /// The unit of a file that could not be read: by the list, or by its name inside the file's.
    pub(crate) fn by_unread_file(&self, file: &Utf8Path) -> Option<usize> {
        self.by_file(file).or_else(|| self.inside(file.file_stem()?))
    }

    /// The unit of a name, its own or another.
    pub(crate) fn by_name(&self, name: &str) -> Option<usize> {
        let name = folded(name);
        self.units.iter().position(|unit| unit.names().any(|own| folded(own) == name))
    }

    /// The unit whose name is the longest inside a text; `None` where two are equally long.
    pub(crate) fn inside(&self, text: &str) -> Option<usize> {
        let text = folded(text);
        let found = self.units.iter().enumerate().flat_map(|(index, unit)| {
            unit.names().map(folded).filter(|name| text.contains(name)).map(move |name| (name.len(), index))
        });
        let found: Vec<(usize, usize)> = found.collect();
        let longest = found.iter().map(|(length, _)| *length).max()?;
        let mut units = found.iter().filter(|(length, _)| *length == longest).map(|(_, index)| *index);
        let first = units.next()?;
        units.all(|other| other == first).then_some(first)
    }
}

impl ListedUnit {
    /// Its name and other names.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.name).chain(&self.other_names).map(String::as_str)
    }

    /// What a report of it needs to know.
    pub(crate) fn unit(&self) -> Unit {
        Unit { name: Some(self.name.as_str().into()), level: self.level, kind: self.kind, scope: self.scope }
    }
}

/// A name without blanks and with one kind of brackets.
pub(crate) fn folded(name: &str) -> String {
    let fold = |char| match char {
        '(' => '（',
        ')' => '）',
        other => other,
    };
    name.chars().filter(|char| !char.is_whitespace()).map(fold).collect()
}
