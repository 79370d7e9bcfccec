//! The sheet 年报: the report as it is published, one grid of columns for all tables.
use std::collections::BTreeSet;

use gouji_edits::{Filed, RuleBook, Spot};
use gouji_export::{Chapter, ExportError, Printed, TableText, TextCell, chapters, other_cells, shown_value};
use gouji_model::{CellState, LayoutKind, Slot, Table};
use rust_xlsxwriter::Format;

use crate::fault::Explain;
use crate::form_input::validation;
use crate::form_places::{Places, column_starts, sheet_columns};
use crate::page::{A4, Area, MAX_HEIGHT, MAX_TEXT, Page, lines};
use crate::paper::{self, Paper};
use crate::style::Look;

/// Width of a column in half-width characters: fifteen of them fill a page of A4.
pub(crate) const COLUMN_WIDTH: f64 = 6.3;
/// Height of a line in points.
const LINE_HEIGHT: f64 = 14.0;
/// Rows that stay in view.
const FROZEN: u32 = 2;
/// Lines that a section of the blank form has room for.
const BLANK_LINES: u32 = 5;

/// What is drawn.
pub(crate) struct FormSheet<'a> {
    pub(crate) book: &'a RuleBook,
    /// The report in the forms that its tables are printed in, or a blank form.
    pub(crate) printed: Printed<'a>,
    /// Last year's numbers, to stand beside a blank form.
    pub(crate) beside: Option<Filed<'a>>,
    /// Cells that findings point to.
    pub(crate) found: BTreeSet<&'a str>,
    pub(crate) title: String,
    pub(crate) subtitle: String,
    pub(crate) look: &'a Look,
}

/// The drawn sheet.
pub(crate) struct DrawnForm {
    pub(crate) page: Page,
    pub(crate) places: Places,
    /// What stands beside for comparison and is no part of the report.
    pub(crate) beside: Option<Area>,
}

struct Pen<'a> {
    form: &'a FormSheet<'a>,
    page: Page,
    places: Places,
    columns: u16,
    row: u32,
    paper: Paper,
}

impl FormSheet<'_> {
    pub(crate) fn draw(&self) -> Result<DrawnForm, ExportError> {
        let chapters = chapters(self.printed);
        let columns = sheet_columns(chapters.iter().flat_map(|chapter| &chapter.tables));
        let page = Page::new(self.look.words.say("workbook-sheet-report"))?;
        let mut pen =
            Pen { form: self, page, places: Places::new(columns), columns, row: 0, paper: Paper::new(columns) };
        pen.head()?;
        chapters.iter().try_for_each(|chapter| pen.chapter(chapter))?;
        pen.others()?;
        pen.print_setup()?;
        let beside = pen.beside()?;
        Ok(DrawnForm { page: pen.page, places: pen.places, beside })
    }
}

impl Pen<'_> {
    fn line(&self) -> Area {
        Area::row(self.row, 0, self.columns - 1)
    }

    fn height(&mut self, row: u32, lines: u32, margin: f64) -> Result<(), ExportError> {
        let height = (f64::from(lines) * LINE_HEIGHT + margin).min(MAX_HEIGHT);
        self.page.sheet.set_row_height(row, height).explain()?;
        self.paper.put(row, height);
        Ok(())
    }

    fn head(&mut self) -> Result<(), ExportError> {
        let form = self.form;
        self.page.sheet.set_column_range_width(0, self.columns - 1, COLUMN_WIDTH).explain()?;
        // The title's characters are larger than those that widths count.
        let title_lines = lines(&form.title, width(self.columns) / 1.7);
        self.page.merged_text(self.line(), &form.title, &form.look.styles.title)?;
        self.height(0, title_lines * 2, 4.0)?;
        self.row = 1;
        self.page.merged_text(self.line(), &form.subtitle, &form.look.styles.subtitle)?;
        self.height(1, 1, 4.0)?;
        self.row = FROZEN;
        self.page.sheet.set_freeze_panes(FROZEN, 0).explain()?;
        Ok(())
    }

    fn chapter(&mut self, chapter: &Chapter<'_>) -> Result<(), ExportError> {
        let styles = &self.form.look.styles;
        let first = self.row;
        if let Some(heading) = &chapter.heading {
            self.heading(heading, if chapter.level == 1 { &styles.heading } else { &styles.part })?;
        }
        for paragraph in &chapter.paragraphs {
            pieces(paragraph).into_iter().try_for_each(|piece| self.paragraph(piece))?;
        }
        if self.form.printed.report.is_none() && self.is_to_be_written(chapter) {
            self.page.merge(self.line(), &styles.blank_prose)?;
            self.height(self.row, BLANK_LINES, 0.0)?;
            self.row += 1;
        }
        for (position, table) in chapter.tables.iter().enumerate() {
            // A heading stays with its table; text between them may stand on another page.
            let with_heading = position == 0 && chapter.paragraphs.is_empty();
            let start = if with_heading { first } else { self.row };
            self.table(table)?;
            self.paper.keep(start..self.row - 1);
        }
        Ok(())
    }

    /// Whether a section of the blank form is prose, and not only parts or tables.
    fn is_to_be_written(&self, chapter: &Chapter<'_>) -> bool {
        let has_parts = self.form.book.form.section(chapter.id).is_some_and(|section| !section.parts.is_empty());
        chapter.tables.is_empty() && !has_parts
    }

    fn heading(&mut self, text: &str, style: &Format) -> Result<(), ExportError> {
        self.page.merged_text(self.line(), text, style)?;
        self.height(self.row, lines(text, width(self.columns) / 1.2), 10.0)?;
        self.row += 1;
        Ok(())
    }

    fn paragraph(&mut self, text: &str) -> Result<(), ExportError> {
        self.page.merged_text(self.line(), text, &self.form.look.styles.prose)?;
        self.height(self.row, lines(text, width(self.columns) - 2.0), 3.0)?;
        self.row += 1;
        Ok(())
    }

    /// Numbers for which the tables have no place.
    fn others(&mut self) -> Result<(), ExportError> {
        let FormSheet { book, printed, look, .. } = self.form;
        let others = other_cells(*printed);
        if others.is_empty() {
            return Ok(());
        }
        self.heading(&look.words.say("export-other-cells"), &look.styles.heading)?;
        self.paragraph(&look.words.say("export-other-cells-text"))?;
        let middle = self.columns / 2;
        for other in others {
            let name = book.form.slot(other.id).map_or(other.id, |slot| look.words.text(book.form.slot_name(slot)));
            self.page.merged_text(Area::row(self.row, 0, middle), name, &look.styles.row)?;
            let rest = Area::row(self.row, middle + 1, self.columns - 1);
            self.page.merged_text(rest, &other.text, &look.styles.value)?;
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

    fn cell(&mut self, table: &Table, cell: &TextCell<'_>, area: Area) -> Result<(), ExportError> {
        let styles = &self.form.look.styles;
        match &cell.kind {
            LayoutKind::Caption(_) => self.page.merged_text(area, &cell.text, &styles.caption),
            LayoutKind::Corner(_) | LayoutKind::Column(_) => self.page.merged_text(area, &cell.text, &styles.column),
            LayoutKind::Row(_) if table.label_columns > 1 && cell.rowspan > 1 => {
                self.page.merged_text(area, &cell.text, &styles.column)
            }
            LayoutKind::Row(_) => self.page.merged_text(area, &cell.text, &styles.row),
            LayoutKind::Value(_) => self.value(cell, area),
        }
    }

    fn value(&mut self, cell: &TextCell<'_>, area: Area) -> Result<(), ExportError> {
        let FormSheet { book, printed, found, look, .. } = self.form;
        let styles = &look.styles;
        // What only another edition's form has stands on the sheet, and no rule asks for it.
        let slot = book.form.slot(cell.id);
        if let Some(slot) = slot {
            self.places.put(slot, Spot { row: area.row, column: area.column });
        }
        if printed.report.is_none() {
            self.page.merge(area, &styles.value_input)?;
            let validation = slot.map(|slot| validation(&book.form, slot, area, look.words)).transpose()?.flatten();
            return validation.map_or(Ok(()), |validation| self.page.validate(area, &validation));
        }
        let state = printed.cell(cell.id).map_or(CellState::Missing, |cell| cell.state);
        let style = match state {
            _ if found.contains(cell.id) => &styles.value_found,
            CellState::Unreadable | CellState::Missing => &styles.value_doubt,
            _ => &styles.value,
        };
        self.page.merge(area, style)?;
        match state {
            CellState::Number(number) => self.page.number(area.row, area.column, number, style),
            CellState::Missing => self.page.text(area.row, area.column, gouji_edits::MISSING_TEXT, style),
            _ => self.page.text(area.row, area.column, &cell.text, style),
        }
    }

    /// Last year's numbers on the same rows, in the same columns one page further right; where they stand.
    fn beside(&mut self) -> Result<Option<Area>, ExportError> {
        let FormSheet { book, look, beside, .. } = self.form;
        let Some(before) = beside else { return Ok(None) };
        let offset = self.columns + 1;
        let area = Area { row: 0, column: offset, last_row: self.row, last_column: offset + self.columns - 1 };
        self.page.sheet.set_column_width(self.columns, 2.0).explain()?;
        self.page.sheet.set_column_range_width(offset, area.last_column, COLUMN_WIDTH).explain()?;
        let year = before.report.year.map(|year| year.to_string()).unwrap_or_default();
        let title = look.words.render(&gouji_model::Message::new("workbook-beside").text("year", year));
        self.page.merged_text(Area::row(1, offset, area.last_column), &title, &look.styles.subtitle)?;
        let mut spots: Vec<(Spot, Slot)> = self.places.all().collect();
        spots.sort_unstable();
        for (spot, slot) in spots {
            let Some(Slot::Cell(there)) = before.form.slot(book.form.slot_id(slot)) else { continue };
            let (cell, column) = (before.report.cell(there), spot.column + offset);
            match cell.state {
                CellState::Number(number) => self.page.number(spot.row, column, number, &look.styles.beside)?,
                _ => self.page.text(spot.row, column, &shown_value(cell), &look.styles.beside)?,
            }
        }
        Ok(Some(area))
    }

    fn print_setup(&mut self) -> Result<(), ExportError> {
        let (last_row, last_column) = (self.row.saturating_sub(1), self.columns - 1);
        let sheet = &mut self.page.sheet;
        sheet.set_paper_size(A4).set_print_fit_to_pages(1, 0);
        let [side, end] = [paper::SIDE, paper::END].map(|points| points / 72.0);
        sheet.set_margins(side, side, end, end, 0.3, 0.3);
        sheet.set_page_breaks(&self.paper.breaks()).explain()?;
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
