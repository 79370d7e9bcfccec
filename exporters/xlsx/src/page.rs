//! One sheet being written: strings stay strings, whatever they begin with.
use gouji_export::ExportError;
use gouji_model::Number;
use rust_xlsxwriter::{DataValidation, Format, Formula, Worksheet};

use crate::fault::{Explain, control_character};

/// Most characters of a text cell.
pub(crate) const MAX_TEXT: usize = 32_767;

/// The paper size in the numbers of the file format.
pub(crate) const A4: u8 = 9;
/// A row cannot be higher, in points.
pub(crate) const MAX_HEIGHT: f64 = 409.0;
/// Height of a line of body text in points.
const LINE_HEIGHT: f64 = 13.5;

/// A sheet with its name.
pub(crate) struct Page {
    pub(crate) sheet: Worksheet,
    pub(crate) name: String,
}

/// Upper left and lower right corner, from 0.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Area {
    pub(crate) row: u32,
    pub(crate) column: u16,
    pub(crate) last_row: u32,
    pub(crate) last_column: u16,
}

impl Area {
    pub(crate) fn row(row: u32, column: u16, last_column: u16) -> Self {
        Self { row, column, last_row: row, last_column }
    }

    fn is_one(self) -> bool {
        self.row == self.last_row && self.column == self.last_column
    }
}

impl Page {
    pub(crate) fn new(name: String) -> Result<Self, ExportError> {
        let mut sheet = Worksheet::new();
        sheet.set_name(&name).explain()?;
        // What a formula leaves empty is empty for those who do not recalculate, too.
        sheet.set_formula_result_default("");
        Ok(Self { sheet, name })
    }

    /// A text, never a formula.
    pub(crate) fn text(&mut self, row: u32, column: u16, text: &str, format: &Format) -> Result<(), ExportError> {
        if text.is_empty() {
            return self.blank(row, column, format);
        }
        let text = self.checked(row, column, text)?;
        self.sheet.write_string_with_format(row, column, text, format).explain()?;
        Ok(())
    }

    /// A text without a format of its own; nothing where it is empty.
    pub(crate) fn bare_text(&mut self, row: u32, column: u16, text: &str) -> Result<(), ExportError> {
        if !text.is_empty() {
            let text = self.checked(row, column, text)?;
            self.sheet.write_string(row, column, text).explain()?;
        }
        Ok(())
    }

    /// The text as far as a cell holds it.
    fn checked<'a>(&self, row: u32, column: u16, text: &'a str) -> Result<&'a str, ExportError> {
        // Most texts are seen to be harmless by their bytes alone.
        if text.len() <= MAX_TEXT && !text.bytes().any(may_be_control) {
            return Ok(text);
        }
        if let Some(character) = text.chars().find(|character| is_control(*character)) {
            return Err(control_character(&format!("{}!{}", self.name, address(row, column)), character));
        }
        let end = text.char_indices().nth(MAX_TEXT).map_or(text.len(), |(end, _)| end);
        Ok(&text[..end])
    }

    pub(crate) fn blank(&mut self, row: u32, column: u16, format: &Format) -> Result<(), ExportError> {
        self.sheet.write_blank(row, column, format).explain()?;
        Ok(())
    }

    pub(crate) fn number(&mut self, row: u32, column: u16, value: Number, format: &Format) -> Result<(), ExportError> {
        self.sheet.write_number_with_format(row, column, float(value), format).explain()?;
        Ok(())
    }

    pub(crate) fn count(&mut self, row: u32, column: u16, value: usize, format: &Format) -> Result<(), ExportError> {
        let value = f64::from(u32::try_from(value).unwrap_or(u32::MAX));
        self.sheet.write_number_with_format(row, column, value, format).explain()?;
        Ok(())
    }

    /// A count without a format of its own.
    pub(crate) fn bare_count(&mut self, row: u32, column: u16, value: usize) -> Result<(), ExportError> {
        self.sheet.write_number(row, column, f64::from(u32::try_from(value).unwrap_or(u32::MAX))).explain()?;
        Ok(())
    }

    /// A formula with the result that we found.
    pub(crate) fn formula(
        &mut self,
        (row, column): (u32, u16),
        formula: &str,
        result: impl Into<String>,
        format: &Format,
    ) -> Result<(), ExportError> {
        let formula = Formula::new(formula).set_result(result);
        self.sheet.write_formula_with_format(row, column, formula, format).explain()?;
        Ok(())
    }

    /// A formula without a format of its own.
    pub(crate) fn bare_formula(
        &mut self,
        (row, column): (u32, u16),
        formula: &str,
        result: impl Into<String>,
    ) -> Result<(), ExportError> {
        self.sheet.write_formula(row, column, Formula::new(formula).set_result(result)).explain()?;
        Ok(())
    }

    /// Joins cells; what stands there is written after.
    pub(crate) fn merge(&mut self, area: Area, format: &Format) -> Result<(), ExportError> {
        if area.is_one() {
            return self.blank(area.row, area.column, format);
        }
        let Area { row, column, last_row, last_column } = area;
        self.sheet.merge_range(row, column, last_row, last_column, "", format).explain()?;
        Ok(())
    }

    pub(crate) fn merged_text(&mut self, area: Area, text: &str, format: &Format) -> Result<(), ExportError> {
        if area.is_one() || text.is_empty() {
            self.merge(area, format)?;
            return self.text(area.row, area.column, text, format);
        }
        let Area { row, column, last_row, last_column } = area;
        let text = self.checked(row, column, text)?;
        self.sheet.merge_range(row, column, last_row, last_column, text, format).explain()?;
        Ok(())
    }

    /// What may be typed into cells.
    pub(crate) fn validate(&mut self, area: Area, validation: &DataValidation) -> Result<(), ExportError> {
        let Area { row, column, last_row, last_column } = area;
        self.sheet.add_data_validation(row, column, last_row, last_column, validation).explain()?;
        Ok(())
    }

    /// A row of headings.
    pub(crate) fn heads<S: AsRef<str>>(&mut self, row: u32, heads: &[S], format: &Format) -> Result<(), ExportError> {
        for (column, head) in (0..).zip(heads) {
            self.text(row, column, head.as_ref(), format)?;
        }
        Ok(())
    }

    pub(crate) fn widths(&mut self, widths: &[f64]) -> Result<(), ExportError> {
        for (column, width) in (0..).zip(widths) {
            self.sheet.set_column_width(column, *width).explain()?;
        }
        Ok(())
    }

    /// Makes a row as high as so many lines of body text need.
    pub(crate) fn row_lines(&mut self, row: u32, lines: u32) -> Result<(), ExportError> {
        let height = (f64::from(lines) * LINE_HEIGHT + 4.0).min(MAX_HEIGHT);
        self.sheet.set_row_height(row, height).explain()?;
        Ok(())
    }

    /// A4 across, one page wide.
    pub(crate) fn print_across(&mut self) {
        let sheet = &mut self.sheet;
        sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
        sheet.set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3).set_footer("&C&A  &P / &N");
    }

    /// How the sheet's cells are addressed from other sheets, with the `!`.
    pub(crate) fn prefix(&self) -> String {
        prefix(&self.name)
    }
}

/// `年报!`, quoted where the name asks for it.
pub(crate) fn prefix(name: &str) -> String {
    if name.chars().all(char::is_alphanumeric) {
        format!("{name}!")
    } else {
        format!("'{}'!", name.replace('\'', "''"))
    }
}

/// `C5`.
pub(crate) fn address(row: u32, column: u16) -> String {
    rust_xlsxwriter::utility::row_col_to_cell(row, column)
}

/// `$C$5`.
pub(crate) fn absolute(row: u32, column: u16) -> String {
    rust_xlsxwriter::utility::row_col_to_cell_absolute(row, column)
}

/// Columns in an order that leaves no gaps in the writer's trees of cells: written from left to right, they stay half
/// empty, which in a sheet of thousands of rows is most of its memory.
///
/// A node of the standard library's B-tree holds 11 entries and, where they come in order, is split when 6 of them and
/// the one above it are there; the 5 that come afterwards fill it.
pub(crate) fn packed(columns: std::ops::Range<u16>) -> impl Iterator<Item = u16> {
    let comes_later = |column: &u16| matches!(column % 12, 1 | 3 | 5 | 7 | 9);
    columns.clone().filter(move |column| !comes_later(column)).chain(columns.filter(comes_later))
}

/// The nearest number that a cell can hold.
pub(crate) fn float(value: Number) -> f64 {
    value.to_string().parse().unwrap_or_default()
}

/// Characters that XML, and so a workbook, cannot hold.
fn is_control(character: char) -> bool {
    matches!(character, '\u{0}'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}' | '\u{fffe}' | '\u{ffff}')
}

/// Whether a byte may belong to such a character.
fn may_be_control(byte: u8) -> bool {
    // 0xbf ends U+FFFF, 0xbe ends U+FFFE; other characters that they end are looked at in vain.
    byte < 0x20 || byte == 0x7f || byte == 0xbe || byte == 0xbf
}

/// Lines that a text takes in a width given in half-width characters.
pub(crate) fn lines(text: &str, width: f64) -> u32 {
    let line = |line: &str| {
        let length: u32 = line.chars().map(|character| if character.is_ascii() { 1 } else { 2 }).sum();
        // The result is small and positive: a count of lines.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let count = (f64::from(length) / width.max(1.0)).ceil() as u32;
        count.max(1)
    };
    text.split('\n').map(line).sum()
}
