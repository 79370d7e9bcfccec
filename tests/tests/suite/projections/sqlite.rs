//! The SQL of edits, run by SQLite over the wide table as it is imported from csv: all texts.
use std::collections::BTreeSet;

use gouji_edits::{Edit, NoSql, RuleBook, Verdict, sql, sql_name};
use gouji_model::{Cell, CellState, Form, Report};
use rusqlite::{Connection, params_from_iter};

use super::dice::{Case, fact_keys, metrics, printable};

pub(super) struct Table {
    connection: Connection,
    columns: BTreeSet<String>,
}

/// The word of a cell's state.
fn word(state: CellState) -> &'static str {
    match state {
        CellState::Number(_) => "number",
        CellState::Blank => "blank",
        CellState::Dash => "dash",
        CellState::Unreadable => "unreadable",
        CellState::Missing => "missing",
    }
}

/// A number and a state.
fn pair(cell: Option<&Cell>) -> [Option<String>; 2] {
    let value = cell.and_then(Cell::value).map(|value| value.to_string());
    [Some(value.unwrap_or_default()), Some(cell.map(|cell| word(cell.state)).unwrap_or_default().to_owned())]
}

/// The sum of a cell over the members, and whether it is known.
fn members(form: &Form, members: &[Report], cell: usize) -> [Option<String>; 2] {
    if members.is_empty() {
        return [None, None];
    }
    let total = form.cells[cell].role == gouji_model::Role::Total;
    let sum = members.iter().try_fold(0, |sum, member| match member.cells[cell].state {
        CellState::Number(number) => Some(sum + number.millionths()),
        CellState::Blank | CellState::Dash if !total => Some(sum),
        _ => None,
    });
    let sum = sum.map(|sum| gouji_model::Number::from_millionths(sum).unwrap());
    pair(Some(&Cell::of(sum.map_or(CellState::Unreadable, CellState::Number))))
}

fn row(book: &RuleBook, case: &Case) -> Vec<Option<String>> {
    let form = &book.form;
    let mut row = Vec::new();
    for cell in 0..form.cells.len() {
        row.extend(pair(Some(&case.report.cells[cell])));
        row.extend(match &case.last_year {
            Some(before) => pair(Some(&before.cells[cell])),
            None => [None, None],
        });
        row.extend(members(form, &case.members, cell));
    }
    row.extend(printable(form).into_iter().flat_map(|group| pair(case.report.extra.get(&form.group(group).id))));
    let truth = |holds| if holds { "1".to_owned() } else { "0".to_owned() };
    row.extend(fact_keys(book).iter().map(|key| case.report.fact(key).map(truth)));
    let claimed = |metric: &&str| case.report.claims.iter().find(|claim| *claim.metric == **metric);
    row.extend(metrics(book).iter().map(|metric| claimed(metric).map(|claim| claim.value.to_string())));
    row
}

/// The wide table of some cases.
pub(super) fn table(book: &RuleBook, cases: &[Case]) -> Table {
    let form = &book.form;
    let pair = |id: String| [id.clone(), format!("{id}.state")];
    let cell = |id: &str| [id.to_owned(), format!("last_year.{id}"), format!("members.{id}")];
    let mut columns: Vec<String> = form.cells.iter().flat_map(|spec| cell(&spec.id)).flat_map(pair).collect();
    columns.extend(printable(form).into_iter().flat_map(|group| pair(form.group(group).id.to_string())));
    columns.extend(fact_keys(book).iter().map(ToString::to_string));
    columns.extend(metrics(book).iter().map(|metric| format!("claim.{metric}")));
    let connection = Connection::open_in_memory().unwrap();
    let names: Vec<String> = columns.iter().map(|name| sql_name(name)).collect();
    connection.execute(&format!("CREATE TABLE reports ({})", names.join(", ")), []).unwrap();
    let places = vec!["?"; columns.len()].join(", ");
    let mut insert = connection.prepare(&format!("INSERT INTO reports VALUES ({places})")).unwrap();
    for case in cases {
        insert.execute(params_from_iter(row(book, case))).unwrap();
    }
    drop(insert);
    Table { connection, columns: columns.into_iter().collect() }
}

impl Table {
    /// The verdicts on all cases; `None` for an edit that has no SQL because it is about a group of member units.
    pub(super) fn verdicts(&self, form: &Form, edit: &Edit) -> Option<Vec<Verdict>> {
        let text = match sql(form, edit, &|name| self.columns.contains(name)) {
            Err(NoSql::GroupElsewhere(name)) if name.starts_with("members.") => return None,
            text => text.unwrap(),
        };
        let query = format!("SELECT {text} FROM reports ORDER BY rowid");
        let mut statement = self.connection.prepare(&query).unwrap_or_else(|error| panic!("{error}: {query}"));
        let words = statement.query_map([], |row| row.get::<_, String>(0)).unwrap();
        Some(words.map(|word| verdict(&word.unwrap())).collect())
    }
}

pub(super) fn verdict(word: &str) -> Verdict {
    match word {
        "held" => Verdict::Held,
        "broken" => Verdict::Broken,
        "unjudged" => Verdict::Unjudged,
        "inapplicable" => Verdict::Inapplicable,
        other => panic!("{other} is no verdict"),
    }
}
