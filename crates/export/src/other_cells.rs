//! Numbers of a report that its tables have no place for: cells of another edition's form, rows of groups.
use std::collections::HashSet;

use crate::{Printed, report_tables, shown_value};

/// A cell beside the tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherCell<'a> {
    /// Its id.
    pub id: &'a str,
    /// What is printed for it.
    pub text: String,
}

/// What a report has in `extra` and [`crate::report_tables`] does not show, by id.
pub fn other_cells(printed: Printed<'_>) -> Vec<OtherCell<'_>> {
    let Some(report) = printed.report.filter(|report| !report.extra.is_empty()) else { return Vec::new() };
    let tables = report_tables(printed);
    let shown: HashSet<&str> = tables.iter().flat_map(|table| &table.cells).map(|cell| cell.id).collect();
    let others = report.extra.iter().filter(|(id, _)| !shown.contains(&***id));
    others.map(|(id, cell)| OtherCell { id, text: shown_value(cell) }).collect()
}
