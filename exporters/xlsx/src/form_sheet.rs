//! The sheet 年报: the report as it is published, one grid of columns for all tables.
use gouji_edits::{RuleBook, Spot};
use gouji_export::{ExportError, TableText, TextCell, report_tables};
use gouji_model::{CellState, LayoutKind, Report, Section, Slot, Table, ValueType};
use rust_xlsxwriter::{DataValidation, DataValidationRule, Format};

use crate::fault::Explain;
use crate::form_places::{Places, column_starts, sheet_columns};
use crate::page::{Area, MAX_TEXT, Page, lines};
use crate::style::Styles;
use crate::words::Words;

/// Width of a column in half-width characters: fifteen of them fill a page of A4.
const COLUMN_WIDTH: f64 = 6.3;
/// Height of a line in points.
const LINE_HEIGHT: f64 = 14.0;
/// Rows that stay in view.
const FROZEN: u32 = 2;
/// A row cannot be higher, in points.
const MAX_HEIGHT: f64 = 409.0;

/// What is drawn.
pub(crate) struct FormSheet<'a> {
    pub(crate) book: &'a RuleBook,
    /// `None` for a blank form.
    pub(crate) report: Option<&'a Report>,
    /// Cells that findings point to.
    pub(crate) found: &'a [Box<str>],
    pub(crate) title: String,
    pub(crate) subtitle: String,
    pub(crate) words: Words,
    pub(crate) styles: &'a Styles,
}

/// The drawn sheet.
pub(crate) struct DrawnForm {
    pub(crate) page: Page,
    pub(crate) places: Places,
}

struct Pen<'a> {
    form: &'a FormSheet<'a>,
    page: Page,
    places: Places,
    columns: u16,
    row: u32,
}

impl FormSheet<'_> {
    pub(crate) fn draw(&self) -> Result<DrawnForm, ExportError> {
        let tables = report_tables(&self.book.form, self.report);
        let columns = sheet_columns(&tables);
        let page = Page::new(self.words.say("workbook-sheet-report"))?;
        let mut pen = Pen { form: self, page, places: Places::default(), columns, row: 0 };
        pen.head()?;
        for section in &self.book.form.sections {
            pen.section(section, &tables)?;
        }
        pen.print_setup()?;
        Ok(DrawnForm { page: pen.page, places: pen.places })
    }
}

impl Pen<'_> {
    fn line(&self) -> Area {
        Area::row(self.row, 0, self.columns - 1)
    }

    fn height(&mut self, row: u32, lines: u32, margin: f64) -> Result<(), ExportError> {
        let height = (f64::from(lines) * LINE_HEIGHT + margin).min(MAX_HEIGHT);
        self.page.sheet.set_row_height(row, height).explain()?;
        Ok(())
    }

    fn head(&mut self) -> Result<(), ExportError> {
        let form = self.form;
        for column in 0..self.columns {
            self.page.sheet.set_column_width(column, COLUMN_WIDTH).explain()?;
        }
        let title_lines = lines(&form.title, width(self.columns) / 1.7);
        self.page.merged_text(self.line(), &form.title, &form.styles.title)?;
        self.height(0, title_lines * 2, 4.0)?;
        self.row = 1;
        self.page.merged_text(self.line(), &form.subtitle, &form.styles.subtitle)?;
        self.height(1, 1, 4.0)?;
        self.row = FROZEN;
        self.page.sheet.set_freeze_panes(FROZEN, 0).explain()?;
        Ok(())
    }

    fn section(&mut self, section: &Section, tables: &[TableText<'_>]) -> Result<(), ExportError> {
        let styles = self.form.styles;
        self.prose(section, &styles.heading)?;
        for part in &section.parts {
            self.prose(part, &styles.part)?;
        }
        for table in tables.iter().filter(|table| table.table.section == section.id) {
            self.table(table)?;
        }
        Ok(())
    }

    /// A heading and what stands below it, a paragraph a row.
    fn prose(&mut self, section: &Section, style: &Format) -> Result<(), ExportError> {
        let form = self.form;
        let Some(report) = form.report else { return self.blank_prose(section, style) };
        let Some(own) = report.section(&section.id) else { return Ok(()) };
        self.heading(&own.heading, style)?;
        for paragraph in own.text.split('\n').filter(|paragraph| !paragraph.trim().is_empty()) {
            for piece in pieces(paragraph) {
                self.page.merged_text(self.line(), piece, &form.styles.prose)?;
                self.height(self.row, lines(piece, width(self.columns) - 2.0), 3.0)?;
                self.row += 1;
            }
        }
        Ok(())
    }

    fn heading(&mut self, text: &str, style: &Format) -> Result<(), ExportError> {
        self.page.merged_text(self.line(), text, style)?;
        self.height(self.row, 1, 10.0)?;
        self.row += 1;
        Ok(())
    }

    fn blank_prose(&mut self, section: &Section, style: &Format) -> Result<(), ExportError> {
        let form = self.form;
        self.heading(&section.name().zh, style)?;
        if section.parts.is_empty() && !form.book.form.tables.iter().any(|table| table.section == section.id) {
            self.page.merge(self.line(), &form.styles.blank_prose)?;
            self.height(self.row, 5, 0.0)?;
            self.row += 1;
        }
        Ok(())
    }

    fn table(&mut self, table: &TableText<'_>) -> Result<(), ExportError> {
        let starts = column_starts(table, self.columns);
        let top = self.row;
        let mut heights = vec![1_u32; usize::from(table.rows)];
        for cell in &table.cells {
            let (first, end) = (starts[usize::from(cell.column)], starts[usize::from(cell.column + cell.colspan)]);
            let area = Area {
                row: top + u32::from(cell.row),
                column: first,
                last_row: top + u32::from(cell.row + cell.rowspan) - 1,
                last_column: end - 1,
            };
            if cell.rowspan == 1 {
                let needed = lines(&cell.text, width(end - first));
                let height = &mut heights[usize::from(cell.row)];
                *height = (*height).max(needed);
            }
            self.cell(table.table, cell, area)?;
        }
        for (row, lines) in (top..).zip(heights) {
            self.height(row, lines, 6.0)?;
        }
        self.row = top + u32::from(table.rows) + 1;
        Ok(())
    }

    fn cell(&mut self, table: &Table, cell: &TextCell, area: Area) -> Result<(), ExportError> {
        let styles = self.form.styles;
        match &cell.kind {
            LayoutKind::Caption(_) => self.page.merged_text(area, &cell.text, &styles.caption),
            LayoutKind::Corner(_) | LayoutKind::Column(_) => self.page.merged_text(area, &cell.text, &styles.column),
            LayoutKind::Row(_) if table.label_columns > 1 && cell.rowspan > 1 => {
                self.page.merged_text(area, &cell.text, &styles.column)
            }
            LayoutKind::Row(_) => self.page.merged_text(area, &cell.text, &styles.row),
            LayoutKind::Value(slot) => self.value(*slot, &cell.text, area),
        }
    }

    fn value(&mut self, slot: Slot, text: &str, area: Area) -> Result<(), ExportError> {
        let form = self.form;
        let styles = form.styles;
        self.places.put(slot, Spot { row: area.row, column: area.column });
        let Some(report) = form.report else {
            self.page.merge(area, &styles.value_input)?;
            return self.validate(slot, area);
        };
        let id = form.book.form.slot_id(slot);
        let state = match slot {
            Slot::Cell(index) => report.cell(index).state,
            Slot::Group(_) => report.extra.get(id).map_or(CellState::Missing, |cell| cell.state),
        };
        let style = match state {
            _ if form.found.iter().any(|found| **found == *id) => &styles.value_found,
            CellState::Unreadable | CellState::Missing => &styles.value_doubt,
            _ => &styles.value,
        };
        self.page.merge(area, style)?;
        match state {
            CellState::Number(number) => self.page.number(area.row, area.column, number, style),
            CellState::Missing => self.page.text(area.row, area.column, gouji_edits::MISSING_TEXT, style),
            _ => self.page.text(area.row, area.column, text, style),
        }
    }

    /// Numbers as the form counts them; blanks and dashes stay possible.
    fn validate(&mut self, slot: Slot, area: Area) -> Result<(), ExportError> {
        let Slot::Cell(index) = slot else { return Ok(()) };
        let words = self.form.words;
        let spec = self.form.book.form.cell(index);
        let limit = 1_000_000_000;
        let (validation, key) = match spec.value {
            ValueType::Count => (
                DataValidation::new().allow_whole_number(DataValidationRule::Between(0, limit)),
                "workbook-input-count",
            ),
            ValueType::SignedCount => (
                DataValidation::new().allow_whole_number(DataValidationRule::Between(-limit, limit)),
                "workbook-input-signed",
            ),
            ValueType::Decimal => (
                DataValidation::new().allow_decimal_number(DataValidationRule::GreaterThanOrEqualTo(0.0)),
                "workbook-input-decimal",
            ),
        };
        let message = gouji_model::Message::new(key).text("unit", spec.unit.as_deref().unwrap_or_default());
        let text = words.render(&message);
        let validation = validation
            .set_input_message(text.as_str())
            .explain()?
            .set_error_title(words.say("workbook-input-title"))
            .explain()?
            .set_error_message(text)
            .explain()?;
        self.page
            .sheet
            .add_data_validation(area.row, area.column, area.last_row, area.last_column, &validation)
            .explain()?;
        Ok(())
    }

    fn print_setup(&mut self) -> Result<(), ExportError> {
        const A4: u8 = 9;
        let (last_row, last_column) = (self.row.saturating_sub(1), self.columns - 1);
        let sheet = &mut self.page.sheet;
        sheet.set_paper_size(A4).set_print_fit_to_pages(1, 0).set_margins(0.6, 0.6, 0.7, 0.7, 0.3, 0.3);
        sheet.set_print_center_horizontally(true).set_footer("&C&P / &N");
        sheet.set_repeat_rows(0, 0).explain()?;
        sheet.set_print_area(0, 0, last_row, last_column).explain()?;
        Ok(())
    }
}

/// Width of some columns in half-width characters, less what borders take.
fn width(columns: u16) -> f64 {
    f64::from(columns) * (COLUMN_WIDTH + 0.7) - 1.5
}

/// A paragraph in pieces that a cell holds.
fn pieces(paragraph: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = paragraph;
    while let Some((end, _)) = rest.char_indices().nth(MAX_TEXT) {
        pieces.push(&rest[..end]);
        rest = &rest[end..];
    }
    pieces.push(rest);
    pieces
}
