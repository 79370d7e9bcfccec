//! Numbers of a report that its tables have no place for: cells of another edition's form, rows of groups.
use gouji_model::{Form, Report, Slot};

use crate::shown_value;
use crate::table_text::collapsed_rows;

/// A cell beside the tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherCell<'a> {
    /// Its id.
    pub id: &'a str,
    /// What is printed for it.
    pub text: String,
}

/// What a report has in `extra` and [`crate::report_tables`] does not show, by id.
pub fn other_cells<'a>(form: &Form, report: &'a Report) -> Vec<OtherCell<'a>> {
    if report.extra.is_empty() {
        return Vec::new();
    }
    let collapsed: Vec<(usize, &str)> = form
        .tables
        .iter()
        .enumerate()
        .flat_map(|(position, table)| collapsed_rows(form, table, report).into_iter().map(move |row| (position, row)))
        .collect();
    let is_shown = |id: &str| match form.slot(id) {
        Some(Slot::Group(group)) => {
            let group = form.group(group);
            let columns = form.tables[group.table].column_ids();
            collapsed.contains(&(group.table, &*group.row)) && columns.contains(&&*group.column)
        }
        _ => false,
    };
    let others = report.extra.iter().filter(|(id, _)| !is_shown(id));
    others.map(|(id, cell)| OtherCell { id, text: shown_value(cell) }).collect()
}
