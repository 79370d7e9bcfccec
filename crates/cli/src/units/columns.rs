//! Which column of a list is which: by their headings, in Chinese or English.
use std::iter::Peekable;

use gouji_model::{Arg, Message};

use super::Row;
use crate::fault::Fault;
use crate::similar::nearest;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Name,
    OtherNames,
    Level,
    Kind,
    Parent,
    Scope,
    File,
    LastYearFile,
    Published,
    Url,
    Due,
}

/// The headings that a column is known by; the first is the one that messages name.
const HEADINGS: &[(Column, &[&str])] = &[
    (Column::Name, &["名称", "单位名称", "单位", "name", "unit"]),
    (Column::OtherNames, &["别名", "其他名称", "曾用名", "other names", "aliases"]),
    (Column::Level, &["层级", "行政层级", "级别", "level"]),
    (Column::Kind, &["性质", "单位性质", "kind"]),
    (Column::Parent, &["上级", "上级单位", "parent"]),
    (Column::Scope, &["口径", "scope"]),
    (Column::File, &["文件", "文件名", "file"]),
    (Column::LastYearFile, &["上年文件", "last year's file", "last year file"]),
    (Column::Published, &["公布日期", "published"]),
    (Column::Url, &["网址", "链接", "url"]),
    (Column::Due, &["截止日期", "due"]),
];

/// Rows that may stand above the headings: a title, remarks.
const MOST_ABOVE: usize = 5;

/// The columns of one list.
pub(super) struct Columns {
    found: Vec<(Column, usize, String)>,
    /// Cells in the row of headings.
    width: usize,
}

impl Columns {
    /// Takes rows up to the headings; with remarks on columns that are not used.
    pub(super) fn find(rows: &mut Peekable<impl Iterator<Item = Row>>) -> anyhow::Result<(Self, Vec<Message>)> {
        let mut first: Option<Row> = None;
        for row in rows.by_ref().take(MOST_ABOVE + 1) {
            if row.cells.iter().any(|cell| column_of(cell) == Some(Column::Name)) {
                return Self::of(&row);
            }
            first.get_or_insert(row);
        }
        Err(first.map_or_else(|| Fault::error(Message::new("driver-units-empty")), |row| no_name(&row)))
    }

    fn of(row: &Row) -> anyhow::Result<(Self, Vec<Message>)> {
        let mut columns = Self { found: Vec::new(), width: row.cells.len() };
        let mut remarks = Vec::new();
        for (index, heading) in row.cells.iter().enumerate().filter(|(_, heading)| !heading.is_empty()) {
            match column_of(heading) {
                Some(column) if columns.index(column).is_some() => {
                    let problem = Message::new("driver-units-heading-twice").text("heading", heading);
                    return Err(Fault::error(at(row.number, heading, problem)));
                }
                Some(column) => columns.found.push((column, index, heading.clone())),
                None => remarks.push(unused(heading)),
            }
        }
        Ok((columns, remarks))
    }

    fn index(&self, column: Column) -> Option<(usize, &str)> {
        let found = self.found.iter().find(|(own, ..)| *own == column);
        found.map(|(_, index, heading)| (*index, heading.as_str()))
    }

    /// A cell of a row, if the list has the column and the cell is not empty.
    pub(super) fn cell<'a>(&self, row: &'a Row, column: Column) -> Option<&'a str> {
        let (index, _) = self.index(column)?;
        row.cells.get(index).map(String::as_str).filter(|cell| !cell.is_empty())
    }

    /// What stands in a row beyond the headings: then its cells may stand in wrong columns.
    pub(super) fn surplus<'a>(&self, row: &'a Row) -> Option<&'a str> {
        row.cells.iter().skip(self.width).map(String::as_str).find(|cell| !cell.is_empty())
    }

    /// The error that a cell holds something wrong.
    pub(super) fn error(&self, row: &Row, column: Column, problem: Message) -> anyhow::Error {
        let heading = self.index(column).map_or("", |(_, heading)| heading);
        Fault::error(at(row.number, heading, problem))
    }
}

fn column_of(heading: &str) -> Option<Column> {
    let heading = normal(heading);
    HEADINGS.iter().find(|(_, headings)| headings.contains(&heading.as_str())).map(|(column, _)| *column)
}

/// A heading in lower case, with plain signs; Chinese headings are often spaced out with blanks.
fn normal(heading: &str) -> String {
    if !heading.is_ascii() {
        return heading.replace('’', "'").chars().filter(|char| !char.is_whitespace()).collect();
    }
    heading.trim().to_lowercase().replace('_', " ")
}

fn at(row: u32, heading: &str, problem: Message) -> Message {
    let message = Message::new("driver-units-at").count("row", row as usize).text("column", heading);
    message.with("problem", Arg::Message(Box::new(problem)))
}

fn no_name(row: &Row) -> anyhow::Error {
    let headings = row.cells.iter().filter(|cell| !cell.is_empty());
    let names = HEADINGS[0].1;
    let near = headings.clone().find_map(|heading| Some((heading, nearest(&normal(heading), names.iter().copied())?)));
    let message = Message::new("driver-units-no-name")
        .count("row", row.number as usize)
        .text("column", names[0])
        .with("headings", Arg::List(headings.map(|heading| Arg::Text(heading.clone())).collect()));
    Fault::error(match near {
        Some((heading, near)) => Message::new("driver-units-meant")
            .with("what", Arg::Message(Box::new(message)))
            .text("heading", heading)
            .text("near", near),
        None => message,
    })
}

fn unused(heading: &str) -> Message {
    let message = Message::new("driver-units-unused").text("heading", heading);
    let headings = HEADINGS.iter().flat_map(|(_, headings)| headings.iter().copied());
    match nearest(&normal(heading), headings) {
        Some(near) => {
            Message::new("driver-did-you-mean").with("what", Arg::Message(Box::new(message))).text("name", near)
        }
        None => message,
    }
}
