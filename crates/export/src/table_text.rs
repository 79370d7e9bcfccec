//! The tables of a report as spans with text, ready to be drawn.
use gouji_model::{Cell, CellState, Form, Header, Layout, LayoutKind, Report, Slot, Table};
use gouji_model::{PRINTED_MISSING, PRINTED_UNREADABLE};

/// One rectangle of a table with its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextCell {
    /// Upper row, from 0.
    pub row: u16,
    /// Left column, from 0.
    pub column: u16,
    /// Rows covered.
    pub rowspan: u16,
    /// Columns covered.
    pub colspan: u16,
    /// What it is.
    pub kind: LayoutKind,
    /// What is printed: a Chinese label verbatim from the form, or the value.
    pub text: String,
}

/// A table with its texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableText<'a> {
    /// The table of the form.
    pub table: &'a Table,
    /// Columns of the grid.
    pub columns: u16,
    /// Rows of the grid.
    pub rows: u16,
    /// Header rows at the top that repeat on each page.
    pub header_rows: u16,
    /// The rectangles in reading order.
    pub cells: Vec<TextCell>,
}

/// All tables of a form with the values of a report, or with empty values.
pub fn report_tables<'a>(form: &'a Form, report: Option<&Report>) -> Vec<TableText<'a>> {
    form.tables.iter().map(|table| table_text(form, table, report)).collect()
}

fn table_text<'a>(form: &'a Form, table: &'a Table, report: Option<&Report>) -> TableText<'a> {
    let collapsed = report.map(|report| collapsed_rows(form, table, report)).unwrap_or_default();
    let Layout { columns, rows, header_rows, cells } = form.layout(table, &collapsed);
    let cells = cells.into_iter().map(|cell| {
        let text = match &cell.kind {
            LayoutKind::Caption(label)
            | LayoutKind::Corner(label)
            | LayoutKind::Column(label)
            | LayoutKind::Row(label) => label.text.zh.to_string(),
            LayoutKind::Value(slot) => report.map(|report| slot_text(form, report, *slot)).unwrap_or_default(),
        };
        TextCell {
            row: cell.row,
            column: cell.column,
            rowspan: cell.rowspan,
            colspan: cell.colspan,
            kind: cell.kind,
            text,
        }
    });
    TableText { table, columns, rows, header_rows, cells: cells.collect() }
}

/// What is printed for a cell, or for a group whose rows are printed as one.
fn slot_text(form: &Form, report: &Report, slot: Slot) -> String {
    match slot {
        Slot::Cell(index) => shown_value(report.cell(index)),
        Slot::Group(index) => {
            report.extra.get(&form.group(index).id).map_or_else(|| PRINTED_MISSING.to_owned(), shown_value)
        }
    }
}

/// Ids of the groups of rows that the report prints as one row each: a number stands on the group's own row and none
/// on its leaves.
pub fn collapsed_rows<'a>(form: &Form, table: &'a Table, report: &Report) -> Vec<&'a str> {
    let mut collapsed = Vec::new();
    for row in table.blocks.iter().flat_map(|block| &block.rows) {
        row.walk(&mut |header: &'a Header| {
            if !header.children.is_empty() && is_collapsed(form, table, report, header) {
                collapsed.push(&*header.id);
            }
        });
    }
    collapsed
}

fn is_collapsed(form: &Form, table: &Table, report: &Report, header: &Header) -> bool {
    table.column_ids().into_iter().any(|column| {
        let id = table.join(&header.id, column);
        let Some(Slot::Group(group)) = form.slot(&id) else { return false };
        let missing = |cell: &gouji_model::CellIndex| report.cell(*cell).state == CellState::Missing;
        report.extra.contains_key(&id) && form.group(group).cells.iter().all(missing)
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
