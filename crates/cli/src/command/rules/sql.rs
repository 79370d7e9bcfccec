//! `gouji rules sql [RULE]`: the rules as a query over the wide table.
use std::collections::HashSet;

use camino::Utf8Path;
use gouji_edits::{NoSql, RuleBook, sql, sql_name};
use gouji_model::{Message, Slot};

use super::arguments::SqlArguments;
use super::find;
use crate::Io;
use crate::exit::Exit;
use crate::fault::Explain;
use crate::session::Session;

/// Prints a query for every edition asked for.
pub(super) fn run(session: &Session<'_>, arguments: &SqlArguments, io: &mut Io<'_>) -> anyhow::Result<Exit> {
    if let Some(rule) = &arguments.rule {
        find(session, rule)?;
    }
    let header = arguments.columns.as_deref().map(|file| header(file, &io.cwd)).transpose()?;
    let table = sql_name(&arguments.table);
    for book in session.chosen_books() {
        let query = Query { session, book, header: header.as_ref(), rule: arguments.rule.as_deref() };
        for line in query.lines(&table) {
            writeln!(io.stdout, "{line}")?;
        }
    }
    Ok(Exit::Clean)
}

/// The names in the first line of a csv file.
fn header(file: &Utf8Path, cwd: &Utf8Path) -> anyhow::Result<HashSet<String>> {
    let cannot = || Message::new("driver-cannot-read").text("file", file.as_str());
    let bytes = std::fs::read(cwd.join(file)).explain(cannot)?;
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&bytes);
    let mut reader = csv::ReaderBuilder::new().from_reader(bytes);
    let names = reader.headers().explain(cannot)?;
    Ok(names.iter().map(ToOwned::to_owned).collect())
}

struct Query<'s, 'a> {
    session: &'a Session<'s>,
    book: &'a RuleBook,
    /// The columns of the table, where they are known.
    header: Option<&'a HashSet<String>>,
    /// The one rule that is asked for.
    rule: Option<&'a str>,
}

impl Query<'_, '_> {
    /// Whether the table has a column. Of a table that is not known all is taken to be there, but for rows of groups,
    /// which only the mixed form has.
    fn has(&self, name: &str) -> bool {
        let id = name.strip_suffix(".state").unwrap_or(name);
        match self.header {
            Some(header) => header.contains(name),
            None => !matches!(self.book.form.slot(id), Some(Slot::Group(_))),
        }
    }

    fn lines(&self, table: &str) -> Vec<String> {
        let (mut lines, mut refused) = (vec![self.comment(&self.head())], Vec::new());
        lines.push("SELECT \"unit\", \"year\"".to_owned());
        let mut last = None;
        for edit in &self.book.edits {
            let rule = self.book.rule_of(edit);
            if self.rule.is_some_and(|wanted| wanted != &*rule.id) {
                continue;
            }
            let id = self.book.finding_id(edit);
            match sql(&self.book.form, edit, &|name| self.has(name)) {
                Ok(text) => {
                    if last.replace(edit.rule) != Some(edit.rule) {
                        let title = Message::new("sql-rule").text("rule", &*rule.id).label("title", &rule.title);
                        lines.push(self.comment(&title));
                    }
                    lines.push(format!(", {text} AS {}", sql_name(&id)));
                }
                Err(reason) => refused.push(self.comment(&refusal(&id, &reason))),
            }
        }
        let edition = self.book.edition.id.replace('\'', "''");
        lines.push(format!("FROM {table} WHERE \"edition\" = '{edition}';"));
        lines.extend(refused);
        lines
    }

    fn head(&self) -> Message {
        Message::new("sql-head").label("edition", &self.book.edition.title)
    }

    fn comment(&self, message: &Message) -> String {
        format!("-- {}", self.session.say(message).replace('\n', " "))
    }
}

/// Why an edit is not in the query.
fn refusal(id: &str, reason: &NoSql) -> Message {
    let NoSql::Column(name) = reason;
    Message::new("sql-no-column").text("edit", id).text("column", name)
}
