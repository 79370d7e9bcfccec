//! The SQL of edits, run by SQLite over the wide table as it is imported from csv: all texts.
use std::collections::BTreeSet;

use gouji_edits::{Atom, Edit, RuleBook, Var, Verdict, sql, sql_name};
use gouji_model::{Cell, CellIndex, CellState, Form, GroupIndex, Report, Role, Slot};
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

/// What a cell or group comes to in some reports together, and whether that is known; nothing where there are none.
fn sum(form: &Form, reports: &[Report], slot: Slot) -> [Option<String>; 2] {
    if reports.is_empty() {
        return [None, None];
    }
    let sum = reports.iter().try_fold(0, |sum, report| Some(sum + worth(form, report, slot)?));
    let sum = sum.map(|sum| gouji_model::Number::from_millionths(sum).unwrap());
    pair(Some(&Cell::of(sum.map_or(CellState::Unreadable, CellState::Number))))
}

/// What a cell or group counts as in a report that prints no group on one row.
fn worth(form: &Form, report: &Report, slot: Slot) -> Option<i128> {
    match slot {
        Slot::Cell(cell) => match report.cell(cell).state {
            CellState::Number(number) => Some(number.millionths()),
            CellState::Blank | CellState::Dash if form.cell(cell).role == Role::Detail => Some(0),
            _ => None,
        },
        Slot::Group(group) => {
            let mut members = form.group(group).members.iter();
            members.try_fold(0, |sum, member| Some(sum + worth(form, report, *member)?))
        }
    }
}

/// The groups of other reports that edits ask for: SQLite has no room for columns of all.
fn groups(book: &RuleBook) -> BTreeSet<GroupIndex> {
    let atoms = book.edits.iter().flat_map(|edit| edit.when.iter().chain(&edit.any));
    let linear = atoms.filter_map(|atom| if let Atom::Linear(linear) = atom { Some(linear) } else { None });
    let group = |var: &Var| match var {
        Var::LastYear(Slot::Group(group)) | Var::Members(Slot::Group(group)) => Some(*group),
        _ => None,
    };
    linear.flat_map(|linear| &linear.terms).filter_map(|term| group(&term.var)).collect()
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
        let cell = CellIndex(u16::try_from(cell).unwrap());
        row.extend(sum(form, &case.members, Slot::Cell(cell)));
    }
    for group in groups(book) {
        row.extend(sum(form, case.last_year.as_slice(), Slot::Group(group)));
        row.extend(sum(form, &case.members, Slot::Group(group)));
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
    let elsewhere = |id: &str| [format!("last_year.{id}"), format!("members.{id}")];
    columns.extend(groups(book).into_iter().flat_map(|group| elsewhere(&form.group(group).id)).flat_map(pair));
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
    /// The verdicts on all cases.
    pub(super) fn verdicts(&self, form: &Form, edit: &Edit) -> Vec<Verdict> {
        let text = sql(form, edit, &|name| self.columns.contains(name)).unwrap();
        let query = format!("SELECT {text} FROM reports ORDER BY rowid");
        let mut statement = self.connection.prepare(&query).unwrap_or_else(|error| panic!("{error}: {query}"));
        let words = statement.query_map([], |row| row.get::<_, String>(0)).unwrap();
        words.map(|word| verdict(&word.unwrap())).collect()
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
