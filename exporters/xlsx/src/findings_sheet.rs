//! The sheet 问题清单: findings, where they are, and room for who follows them up.
use gouji_export::{ExportError, Status};
use rust_xlsxwriter::{DataValidation, DataValidationRule, ExcelDateTime};

use crate::fault::Explain;
use crate::finding_row::FindingRow;
use crate::page::{Area, Page, lines};
use crate::style::Look;
use crate::words::Words;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Column {
    Unit,
    Year,
    Severity,
    Rule,
    Problem,
    Suggestion,
    Basis,
    Where,
    Status,
    Remark,
    Checker,
    Date,
    Related,
    Place,
    File,
    Sha256,
    Url,
    Id,
    Values,
}

/// Every column in order with the key of its heading and its width.
pub(crate) const COLUMNS: [(Column, &str, f64); 19] = [
    (Column::Unit, "workbook-head-unit", 18.0),
    (Column::Year, "workbook-head-year", 6.0),
    (Column::Severity, "workbook-head-severity", 6.0),
    (Column::Rule, "workbook-head-rule", 16.0),
    (Column::Problem, "workbook-head-problem", 52.0),
    (Column::Suggestion, "workbook-head-suggestion", 26.0),
    (Column::Basis, "workbook-head-basis", 24.0),
    (Column::Where, "workbook-head-where", 12.0),
    (Column::Status, "workbook-head-status", 9.0),
    (Column::Remark, "workbook-head-remark", 20.0),
    (Column::Checker, "workbook-head-checker", 10.0),
    (Column::Date, "workbook-head-date", 12.0),
    (Column::Related, "workbook-head-related", 34.0),
    (Column::Place, "workbook-head-place", 22.0),
    (Column::File, "workbook-head-file", 24.0),
    (Column::Sha256, "workbook-head-sha256", 20.0),
    (Column::Url, "workbook-head-url", 20.0),
    (Column::Id, "workbook-head-id", 40.0),
    (Column::Values, "workbook-head-values", 40.0),
];
/// Most lines of ids that a row grows for.
const MOST_RELATED: u32 = 6;

/// Whose a finding is.
pub(crate) struct Owner<'a> {
    /// The unit, or the file where the unit is not known.
    pub(crate) unit: &'a str,
    pub(crate) year: Option<i32>,
    pub(crate) file: &'a str,
}

impl Column {
    fn index(self) -> u16 {
        COLUMNS.iter().zip(0..).find(|((own, ..), _)| *own == self).map_or(0, |(_, index)| index)
    }

    fn width(self) -> f64 {
        COLUMNS[usize::from(self.index())].2
    }
}

/// The key of the word for a status.
pub(crate) fn status_key(status: Status) -> &'static str {
    match status {
        Status::Open => "workbook-status-open",
        Status::Confirmed => "workbook-status-confirmed",
        Status::FalseAlarm => "workbook-status-false",
        Status::Done => "workbook-status-done",
    }
}

/// The list being written.
pub(crate) struct FindingsSheet<'a> {
    page: Page,
    row: u32,
    look: &'a Look,
}

impl<'a> FindingsSheet<'a> {
    pub(crate) fn begin(look: &'a Look) -> Result<Self, ExportError> {
        let mut page = Page::new(look.words.say("workbook-sheet-findings"))?;
        page.widths(&COLUMNS.map(|(_, _, width)| width))?;
        page.heads(0, &COLUMNS.map(|(_, key, _)| look.words.say(key)), &look.styles.head)?;
        page.row_lines(0, 2)?;
        Ok(Self { page, row: 1, look })
    }

    /// Adds a finding, with where its cell stands in the workbook.
    pub(crate) fn add(&mut self, of: &Owner<'_>, found: &FindingRow, target: Option<&str>) -> Result<(), ExportError> {
        let styles = &self.look.styles;
        let texts = [
            (Column::Unit, of.unit, &styles.text),
            (Column::Severity, &found.severity, &styles.centre),
            (Column::Rule, &found.rule, &styles.text),
            (Column::Problem, &found.problem, &styles.text),
            (Column::Suggestion, &found.suggestion, &styles.text),
            (Column::Basis, &found.basis, &styles.text),
            (Column::Status, &found.status, &styles.input),
            (Column::Remark, &found.remark, &styles.input),
            (Column::Checker, &found.checker, &styles.input),
            (Column::Related, &found.related.join("\n"), &styles.mono),
            (Column::Place, &found.place, &styles.text),
            (Column::File, of.file, &styles.text),
            (Column::Sha256, &found.sha256, &styles.mono),
            (Column::Url, &found.url, &styles.text),
            (Column::Id, &found.id, &styles.mono),
            (Column::Values, &found.values, &styles.mono),
        ];
        for (column, text, style) in texts {
            self.page.text(self.row, column.index(), text, style)?;
        }
        self.numbers(of.year, found, target)?;
        let tall =
            [(Column::Problem, &found.problem), (Column::Basis, &found.basis), (Column::Suggestion, &found.suggestion)];
        let needed = tall.into_iter().map(|(column, text)| lines(text, column.width() - 1.0)).max().unwrap_or(1);
        let related = u32::try_from(found.related.len()).unwrap_or(1).min(MOST_RELATED);
        self.page.row_lines(self.row, needed.max(related))?;
        self.row += 1;
        Ok(())
    }

    /// What is more than text: year, link and date.
    fn numbers(&mut self, year: Option<i32>, found: &FindingRow, target: Option<&str>) -> Result<(), ExportError> {
        let (row, styles) = (self.row, &self.look.styles);
        match year {
            Some(year) => self.page.number(row, Column::Year.index(), year.into(), &styles.centre)?,
            None => self.page.blank(row, Column::Year.index(), &styles.centre)?,
        }
        match target {
            Some(target) => {
                self.page.formula((row, Column::Where.index()), &hyperlink(target), shown(target), &styles.link)?;
            }
            None => self.page.blank(row, Column::Where.index(), &styles.text)?,
        }
        let column = Column::Date.index();
        match date(&found.date) {
            Some(date) => {
                self.page.sheet.write_datetime_with_format(row, column, &date, &styles.input_date).explain()?;
                Ok(())
            }
            None => self.page.text(row, column, &found.date, &styles.input_date),
        }
    }

    pub(crate) fn finish(self) -> Result<Page, ExportError> {
        let Self { mut page, mut row, look } = self;
        if row == 1 {
            page.text(1, Column::Problem.index(), &look.words.say("workbook-no-findings"), &look.styles.text)?;
            row = 2;
        }
        validate(&mut page, row - 1, look.words)?;
        let last = u16::try_from(COLUMNS.len() - 1).unwrap_or_default();
        page.sheet.autofilter(0, 0, row - 1, last).explain()?;
        page.sheet.set_freeze_panes(1, 0).explain()?;
        page.print_across();
        page.sheet.set_repeat_rows(0, 0).explain()?;
        // On paper goes what a person works with; hashes, places and ids are for the screen.
        page.sheet.set_print_area(0, 0, row - 1, Column::Date.index()).explain()?;
        Ok(page)
    }
}

/// The date of `YYYY-MM-DD`; `None` for anything else that people write.
fn date(text: &str) -> Option<ExcelDateTime> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    parts.next().is_none().then(|| ExcelDateTime::from_ymd(year, month, day).ok()).flatten()
}

/// A formula, because a sheet holds 65,530 hyperlinks at most and any number of formulas.
fn hyperlink(target: &str) -> String {
    format!("HYPERLINK(\"#{}\",\"{}\")", target.replace('"', "\"\""), shown(target).replace('"', "\"\""))
}

/// `年报!C5` for `'年报'!$C$5`.
fn shown(target: &str) -> String {
    target.replace(['$', '\''], "")
}

fn validate(page: &mut Page, last: u32, words: Words) -> Result<(), ExportError> {
    let down = |column: Column| Area { row: 1, column: column.index(), last_row: last, last_column: column.index() };
    let states = Status::ALL.map(|status| words.say(status_key(status)));
    let choice = DataValidation::new().allow_list_strings(&states).explain()?;
    page.validate(down(Column::Status), &choice)?;
    let from = ExcelDateTime::from_ymd(2008, 5, 1).explain()?;
    let date = DataValidation::new().allow_date(DataValidationRule::GreaterThanOrEqualTo(from));
    page.validate(down(Column::Date), &date)
}
