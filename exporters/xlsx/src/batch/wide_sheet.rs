//! The sheet with one row a report and one column a cell, as an Excel table with stable column names.
use gouji_edits::MISSING_TEXT;
use gouji_export::{ExportError, shown_value};
use gouji_model::{Cell, CellState, Form, Report};
use rust_xlsxwriter::{Table, TableColumn, TableStyle};

use crate::batch::wide::{FIXED, HEAD_ROW, Wide, name, row_of};
use crate::batch::{Row, level_word, scope_word};
use crate::fault::Explain;
use crate::page::{Page, packed};
use crate::style::Look;

/// Width of a value column.
const VALUE_WIDTH: f64 = 11.0;
const FIXED_WIDTHS: [f64; 12] = [26.0, 8.0, 8.0, 7.0, 8.0, 26.0, 7.0, 7.0, 7.0, 7.0, 9.0, 9.0];

/// Writes the sheet; each report is given up when its row is written, so that the rows may take its memory.
pub(crate) fn write(rows: Vec<Row<'_>>, wide: &Wide<'_>, look: &Look) -> Result<Page, ExportError> {
    let mut page = Page::new(look.words.say("workbook-sheet-wide"))?;
    head(&mut page, wide, look)?;
    let last_row = row_of(rows.len().saturating_sub(1));
    let no_cell = look.words.say("workbook-no-such-cell");
    let first = u16::try_from(FIXED.len()).unwrap_or_default();
    let values = u16::try_from(wide.ids.len()).unwrap_or_default();
    for (index, own) in rows.into_iter().enumerate() {
        let (row, report) = (row_of(index), own.report());
        fixed(&mut page, row, &own, look)?;
        for column in packed(first..first + values) {
            let id = &*wide.ids[usize::from(column - first)];
            value(&mut page, (row, column), (&own.book.form, &report, id), &no_cell)?;
        }
    }
    let last_column = first + values - 1;
    page.sheet.add_table(HEAD_ROW, 0, last_row, last_column, &table(wide, look)).explain()?;
    page.sheet.set_freeze_panes(HEAD_ROW + 1, 1).explain()?;
    page.print_across();
    page.sheet.set_print_fit_to_pages(0, 0);
    page.sheet.set_repeat_rows(0, HEAD_ROW).explain()?;
    page.sheet.set_repeat_columns(0, 0).explain()?;
    Ok(page)
}

fn table(wide: &Wide<'_>, look: &Look) -> Table {
    let heads = FIXED.iter().map(|(id, _)| *id).chain(wide.ids.iter().map(|id| &**id));
    let columns: Vec<TableColumn> =
        heads.map(|id| TableColumn::new().set_header(id).set_header_format(&look.styles.id_head)).collect();
    Table::new().set_name("reports").set_style(TableStyle::Light9).set_columns(&columns)
}

fn head(page: &mut Page, wide: &Wide<'_>, look: &Look) -> Result<(), ExportError> {
    page.widths(&FIXED_WIDTHS)?;
    let fixed = FIXED.iter().map(|(_, key)| look.words.say(key));
    let cells = wide.ids.iter().map(|id| name(&wide.books, id).map_or(&**id, |name| look.words.text(name)).to_owned());
    let heads: Vec<String> = fixed.chain(cells).collect();
    page.heads(0, &heads, &look.styles.column)?;
    let first = u16::try_from(FIXED.len()).unwrap_or_default();
    let last = first + u16::try_from(wide.ids.len()).unwrap_or_default();
    page.sheet.set_column_range_width(first, last.saturating_sub(1), VALUE_WIDTH).explain()?;
    page.sheet.set_row_height(0, 76).explain()?;
    // Ids are broken where their column ends: the longest take five lines.
    page.sheet.set_row_height(HEAD_ROW, 58).explain()?;
    Ok(())
}

fn fixed(page: &mut Page, row: u32, own: &Row<'_>, look: &Look) -> Result<(), ExportError> {
    page.bare_text(row, 0, &own.unit)?;
    page.bare_text(row, 1, level_word(own.level, look.words.lang))?;
    page.bare_text(row, 2, &scope_word(own.scope, look.words))?;
    if let Some(year) = own.year {
        page.sheet.write_number_with_format(row, 3, f64::from(year), &look.styles.mark).explain()?;
    }
    page.bare_text(row, 4, &own.book.edition.id)?;
    page.bare_text(row, 5, &own.file)?;
    let counts = own.counts;
    let numbers = [own.errors, own.warnings, counts.held, counts.broken, counts.unjudged, counts.inapplicable];
    for (column, number) in (6..).zip(numbers) {
        page.bare_count(row, column, number)?;
    }
    Ok(())
}

fn value(
    page: &mut Page,
    (row, column): (u32, u16),
    (form, report, id): (&Form, &Report, &str),
    no_cell: &str,
) -> Result<(), ExportError> {
    let own: Option<&Cell> = match form.cell_index(id) {
        Some(index) => Some(report.cell(index)),
        None => report.extra.get(id),
    };
    match own.map(|cell| (cell.state, cell)) {
        Some((CellState::Number(number), _)) => {
            page.sheet.write_number(row, column, crate::page::float(number)).explain()?;
            Ok(())
        }
        Some((CellState::Blank, _)) => Ok(()),
        Some((CellState::Missing, _)) => page.bare_text(row, column, MISSING_TEXT),
        Some((_, cell)) => page.bare_text(row, column, &shown_value(cell)),
        None => page.bare_text(row, column, no_cell),
    }
}
