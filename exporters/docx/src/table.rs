//! A table of the form with its merged cells.
use std::fmt::Write;

use gouji_export::{TableText, TextCell};
use gouji_model::LayoutKind;

use crate::body::paragraph;
use crate::widths::{TEXT_WIDTH, fits, widths};
use crate::xml::Xml;

/// A table of so many rows stays on one page, as the statutory ones can; of a longer one, headings and the first row
/// of a group stay with the row below them.
const ON_ONE_PAGE: u16 = 40;
/// Of more rows than this, they are lower, so that a page holds the longest of the statutory tables.
const ROOMY: u16 = 20;
/// Least heights of rows, in twentieths of a point.
const ROOMY_HEIGHT: u32 = 425;
const DENSE_HEIGHT: u32 = 350;

/// Appends a table.
pub(crate) fn write(xml: &mut Xml, table: &TableText<'_>) {
    let widths = widths(table);
    xml.raw("<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/>");
    // Writing to a string does not fail.
    let _ = write!(xml.0, "<w:tblW w:w=\"{TEXT_WIDTH}\" w:type=\"dxa\"/>");
    xml.raw("<w:jc w:val=\"center\"/><w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0000\"/><w:tblCaption w:val=\"");
    xml.text(&table.table.name.zh);
    xml.raw("\"/></w:tblPr><w:tblGrid>");
    for width in &widths {
        let _ = write!(xml.0, "<w:gridCol w:w=\"{width}\"/>");
    }
    xml.raw("</w:tblGrid>");
    let places = places(table);
    for row in 0..table.rows {
        write_row(xml, table, row, &places[usize::from(row)], &widths);
    }
    xml.raw("</w:tbl>");
}

/// What covers each place of the grid.
fn places<'t>(table: &'t TableText<'_>) -> Vec<Vec<Option<&'t TextCell<'t>>>> {
    let mut places = vec![vec![None; table.columns.into()]; table.rows.into()];
    for cell in &table.cells {
        let rows = places.iter_mut().skip(cell.row.into()).take(cell.rowspan.into());
        for place in rows.flat_map(|row| row.iter_mut().skip(cell.column.into()).take(cell.colspan.into())) {
            *place = Some(cell);
        }
    }
    places
}

fn write_row(xml: &mut Xml, table: &TableText<'_>, row: u16, places: &[Option<&TextCell<'_>>], widths: &[u32]) {
    let is_header = row < table.header_rows;
    let has_values = places.iter().flatten().any(|cell| matches!(cell.kind, LayoutKind::Value(_)));
    let height = if table.rows > ROOMY { DENSE_HEIGHT } else { ROOMY_HEIGHT };
    xml.raw("<w:tr><w:trPr><w:cantSplit/>");
    xml.value("trHeight", height);
    xml.raw(if is_header { "<w:tblHeader/>" } else { "" });
    xml.raw("</w:trPr>");
    let is_kept = table.rows <= ON_ONE_PAGE && row + 1 < table.rows;
    let begins_group = places.iter().flatten().any(|cell| cell.row == row && cell.rowspan > 1);
    let property = (!has_values || begins_group || is_kept).then_some("<w:keepNext/>");
    let mut column = 0;
    while column < places.len() {
        let cell = places[column];
        let span = cell.map_or(1, |cell| usize::from(cell.colspan)).clamp(1, places.len() - column);
        write_cell(xml, cell, row, (span, widths[column..column + span].iter().sum()), property);
        column += span;
    }
    xml.raw("</w:tr>");
}

/// Appends a cell, or the part of one above that reaches into this row.
fn write_cell(
    xml: &mut Xml,
    cell: Option<&TextCell<'_>>,
    row: u16,
    (span, width): (usize, u32),
    property: Option<&str>,
) {
    // Writing to a string does not fail.
    let _ = write!(xml.0, "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>");
    if span > 1 {
        xml.value("gridSpan", span);
    }
    let begins = cell.is_none_or(|cell| cell.row == row);
    if cell.is_some_and(|cell| cell.rowspan > 1) {
        xml.raw(if begins { "<w:vMerge w:val=\"restart\"/>" } else { "<w:vMerge/>" });
    }
    xml.raw("<w:vAlign w:val=\"center\"/></w:tcPr>");
    let text = cell.filter(|_| begins).map_or("", |cell| &cell.text);
    paragraph(xml, cell.map_or("TableValue", |cell| style(cell, width)), property, text);
    xml.raw("</w:tc>");
}

fn style(cell: &TextCell<'_>, width: u32) -> &'static str {
    let fits = fits(&cell.text, width);
    match cell.kind {
        LayoutKind::Caption(_) | LayoutKind::Column(_) => "TableHead",
        // A narrow label beside several rows.
        LayoutKind::Row(_) if cell.rowspan > 1 => "TableHead",
        LayoutKind::Corner(_) if fits => "TableHead",
        LayoutKind::Corner(_) | LayoutKind::Row(_) => "TableLabel",
        LayoutKind::Value(_) if fits => "TableValue",
        LayoutKind::Value(_) => "TableSmall",
    }
}
