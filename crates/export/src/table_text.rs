//! The tables of a report as spans with text, ready to be drawn.
use gouji_model::{Cell, CellIndex, CellState, Form, Header, Layout, LayoutKind, Slot, Table};
use gouji_model::{PRINTED_MISSING, PRINTED_UNREADABLE};

use crate::Printed;

/// One rectangle of a table with its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextCell<'a> {
    /// Upper row, from 0.
    pub row: u16,
    /// Left column, from 0.
    pub column: u16,
    /// Rows covered.
    pub rowspan: u16,
    /// Columns covered.
    pub colspan: u16,
    /// What it is. Slots are those of the form that the table is printed in, which may be another edition's.
    pub kind: LayoutKind,
    /// What is printed: a Chinese label verbatim from the form, or the value.
    pub text: String,
    /// Id of the cell or group, of a value; else empty.
    pub id: &'a str,
}

/// A table with its texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableText<'a> {
    /// The table of the form that it is printed in.
    pub table: &'a Table,
    /// Columns of the grid.
    pub columns: u16,
    /// Rows of the grid.
    pub rows: u16,
    /// Header rows at the top that repeat on each page.
    pub header_rows: u16,
    /// The rectangles in reading order.
    pub cells: Vec<TextCell<'a>>,
}

/// All tables with the values of a report, or with empty values, in the order of the report's own form.
pub fn report_tables(printed: Printed<'_>) -> Vec<TableText<'_>> {
    printed.form.tables.iter().map(|table| table_text(printed, table)).collect()
}

fn table_text<'a>(printed: Printed<'a>, own: &'a Table) -> TableText<'a> {
    let (form, table) = printed.table(own);
    let collapsed = if printed.report.is_some() { collapsed_rows(printed, (form, table)) } else { Vec::new() };
    let Layout { columns, rows, header_rows, cells } = form.layout(table, &collapsed);
    let cells = cells.into_iter().map(|cell| {
        let (text, id) = match &cell.kind {
            LayoutKind::Caption(label)
            | LayoutKind::Corner(label)
            | LayoutKind::Column(label)
            | LayoutKind::Row(label) => (label.text.zh.to_string(), ""),
            LayoutKind::Value(slot) => {
                let id = form.slot_id(*slot);
                (value_text(printed, id), id)
            }
        };
        TextCell {
            row: cell.row,
            column: cell.column,
            rowspan: cell.rowspan,
            colspan: cell.colspan,
            kind: cell.kind,
            text,
            id,
        }
    });
    TableText { table, columns, rows, header_rows, cells: cells.collect() }
}

/// What is printed for a cell, or for a group whose rows are printed as one.
fn value_text(printed: Printed<'_>, id: &str) -> String {
    match (printed.report, printed.cell(id)) {
        (None, _) => String::new(),
        (Some(_), Some(cell)) => shown_value(cell),
        (Some(_), None) => PRINTED_MISSING.to_owned(),
    }
}

/// Ids of the groups of rows that the report prints as one row each: a number stands on the group's own row and none
/// on its leaves.
fn collapsed_rows<'a>(printed: Printed<'a>, (form, table): (&'a Form, &'a Table)) -> Vec<&'a str> {
    if printed.report.is_none_or(|report| report.extra.is_empty()) {
        return Vec::new();
    }
    let mut collapsed = Vec::new();
    for row in table.blocks.iter().flat_map(|block| &block.rows) {
        row.walk(&mut |header: &'a Header| {
            if !header.children.is_empty() && is_collapsed(printed, (form, table), header) {
                collapsed.push(&*header.id);
            }
        });
    }
    collapsed
}

fn is_collapsed(printed: Printed<'_>, (form, table): (&Form, &Table), header: &Header) -> bool {
    let is_missing =
        |cell: &CellIndex| printed.cell(&form.cell(*cell).id).is_none_or(|cell| cell.state == CellState::Missing);
    table.column_ids().into_iter().any(|column| {
        let id = table.join(&header.id, column);
        let Some(Slot::Group(group)) = form.slot(&id) else { return false };
        printed.cell(&id).is_some() && form.group(group).cells.iter().all(is_missing)
    })
}

/// What is printed for a cell: blank stays blank, a dash stays a dash; what was not found or could not be read says
/// so in brackets that a reader knows again.
pub fn shown_value(cell: &Cell) -> String {
    match cell.state {
        CellState::Number(number) => number.to_string(),
        CellState::Blank => String::new(),
        CellState::Dash => cell.raw.as_deref().unwrap_or("/").to_owned(),
        CellState::Unreadable => {
            let (before, behind) = PRINTED_UNREADABLE;
            format!("{before}{}{behind}", cell.raw.as_deref().unwrap_or_default())
        }
        CellState::Missing => PRINTED_MISSING.to_owned(),
    }
}
