//! Rows of a list to units.
use std::collections::HashMap;
use std::str::FromStr;

use gouji_export::Date;
use gouji_model::{Message, UnitKind};

use super::columns::{Column, Columns};
use super::{ListedUnit, Row, folded};
use crate::date;
use crate::fault::Fault;
use crate::session::{level_words, scope_words, unknown};

/// What other names are separated by.
const SEPARATORS: [char; 4] = ['、', ';', '；', '\n'];

/// The units of the rows below the headings.
pub(super) fn units(columns: &Columns, rows: impl Iterator<Item = Row>) -> anyhow::Result<Vec<ListedUnit>> {
    let mut units = Vec::new();
    let mut seen: HashMap<String, u32> = HashMap::new();
    for row in rows {
        let unit = unit(columns, &row)?;
        for name in unit.names() {
            if let Some(first) = seen.insert(folded(name), row.number) {
                let column = if name == unit.name { Column::Name } else { Column::OtherNames };
                let problem = Message::new("driver-units-twice").text("name", name).count("first", first as usize);
                return Err(columns.error(&row, column, problem));
            }
        }
        units.push(unit);
    }
    Ok(units)
}

fn unit(columns: &Columns, row: &Row) -> anyhow::Result<ListedUnit> {
    let text = |column| columns.cell(row, column).map(ToOwned::to_owned);
    if let Some(surplus) = columns.surplus(row) {
        let message = Message::new("driver-units-surplus").count("row", row.number as usize).text("cell", surplus);
        return Err(Fault::error(message));
    }
    let Some(name) = text(Column::Name) else {
        return Err(columns.error(row, Column::Name, Message::new("driver-units-nameless")));
    };
    let others = columns.cell(row, Column::OtherNames).unwrap_or_default().split(SEPARATORS).map(str::trim);
    let kinds = UnitKind::WORDS.iter().flat_map(|(_, id, words)| words.first().into_iter().chain([id])).copied();
    Ok(ListedUnit {
        other_names: others.filter(|other| !other.is_empty() && *other != name).map(ToOwned::to_owned).collect(),
        level: word(columns, row, Column::Level, "driver-level-unknown", level_words())?,
        kind: word(columns, row, Column::Kind, "driver-kind-unknown", kinds)?,
        parent: text(Column::Parent),
        scope: word(columns, row, Column::Scope, "driver-scope-unknown", scope_words())?,
        file: text(Column::File).map(|file| file.replace('\\', "/")),
        last_year_file: text(Column::LastYearFile).map(|file| file.replace('\\', "/")),
        published: date(columns, row, Column::Published)?,
        url: text(Column::Url),
        due: date(columns, row, Column::Due)?,
        name,
    })
}

fn date(columns: &Columns, row: &Row, column: Column) -> anyhow::Result<Option<Date>> {
    let Some(text) = columns.cell(row, column) else { return Ok(None) };
    let date = date::listed(text);
    date.map(Some).ok_or_else(|| columns.error(row, column, Message::new("driver-units-date").text("text", text)))
}

/// A cell that must be one of some words.
fn word<'a, T: FromStr>(
    columns: &Columns,
    row: &Row,
    column: Column,
    key: &'static str,
    choices: impl Iterator<Item = &'a str> + Clone,
) -> anyhow::Result<Option<T>> {
    let Some(word) = columns.cell(row, column) else { return Ok(None) };
    word.parse().map(Some).map_err(|_| columns.error(row, column, unknown(key, word, choices)))
}
