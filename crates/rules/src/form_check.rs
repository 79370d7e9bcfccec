//! What is wrong with a `form.toml` taken by itself: ids that no script could name, labels that cannot be told apart.
use std::ops::Range;

use gouji_model::{Header, Message, Table};

use crate::edition_file::FormFile;
use crate::error::Fault;

/// What a table's `cell_name` is filled with.
const PLACEHOLDERS: [&str; 2] = ["row", "column"];

/// Every fault of a form's file.
pub(crate) fn check(file: &FormFile, text: &str) -> Vec<Fault> {
    let mut checking = Checking { text, faults: Vec::new() };
    for section in file.sections.iter().flat_map(|section| std::iter::once(section).chain(&section.parts)) {
        checking.id(&section.id, false);
        checking.wording(&section.id, &section.zh);
    }
    for table in &file.tables {
        checking.table(table);
    }
    checking.faults
}

struct Checking<'a> {
    text: &'a str,
    faults: Vec<Fault>,
}

impl Checking<'_> {
    fn table(&mut self, table: &Table) {
        if table.id.is_empty() {
            self.faults.push(Fault::new(Message::new("rules-form-table-id")));
        }
        self.id(&table.id, true);
        for text in [&table.cell_name.zh, &table.cell_name.en] {
            self.cell_name(text);
        }
        for block in &table.blocks {
            self.headers(&block.columns, false);
            self.headers(&block.rows, true);
        }
        for group in table.row_groups.iter().chain(&table.column_groups) {
            self.id(&group.id, false);
        }
    }

    /// Headers that stand side by side, and all below them. Columns are told apart by their order too, rows by their
    /// labels alone.
    fn headers(&mut self, headers: &[Header], are_rows: bool) {
        let only = headers.len() == 1;
        for (position, header) in headers.iter().enumerate() {
            self.id(&header.id, true);
            if !only {
                self.wording(&header.id, &header.zh);
            }
            let twin = |other: &Header| are_rows && !header.zh.trim().is_empty() && other.zh == header.zh;
            if headers[..position].iter().any(twin) {
                let problem = Message::new("rules-form-label-twice").text("label", &*header.zh);
                self.fault(problem, &header.zh, 1);
            }
            self.headers(&header.children, are_rows);
        }
    }

    fn wording(&mut self, id: &str, zh: &str) {
        if zh.trim().is_empty() {
            self.fault(Message::new("rules-form-label-empty").text("id", id), id, 0);
        }
    }

    fn id(&mut self, id: &str, may_be_empty: bool) {
        let is_allowed = is_id(id) || may_be_empty && id.is_empty();
        if !is_allowed {
            self.fault(Message::new("rules-form-id").text("id", id), id, 0);
        }
    }

    fn cell_name(&mut self, text: &str) {
        let names = text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name);
        for name in names.filter(|name| !PLACEHOLDERS.contains(name)) {
            let fault = Fault::new(Message::new("rules-form-placeholder").text("name", name));
            let fault = fault.choices(name, PLACEHOLDERS);
            let start = self.text.find(&format!("{{{name}}}"));
            self.faults.push(match start {
                Some(start) => fault.at(start..start + name.len() + 2),
                None => fault,
            });
        }
    }

    /// A fault at the first quoted word, or one of those after it.
    fn fault(&mut self, problem: Message, word: &str, skip: usize) {
        let fault = Fault::new(problem);
        self.faults.push(match quoted(self.text, word, skip) {
            Some(span) => fault.at(span),
            None => fault,
        });
    }
}

/// Where a word stands in quotation marks, `skip` places left out; the last place where there are fewer.
pub(crate) fn quoted(text: &str, word: &str, skip: usize) -> Option<Range<usize>> {
    let quoted = format!("\"{word}\"");
    let places: Vec<usize> = text.match_indices(&quoted).map(|(start, _)| start).collect();
    let start = places.get(skip).or(places.last())?;
    Some(*start..start + quoted.len())
}

/// Whether a script can name an id: words of lower-case letters, digits and `_`, with dots between them.
fn is_id(id: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    let word = |word: &str| word.starts_with(|first: char| first.is_ascii_lowercase()) && word.bytes().all(allowed);
    id.split('.').all(word)
}
