//! The sheet 问题清单: findings, where they are, and room for who follows them up.
use gouji_edits::{Finding, RuleBook};
use gouji_export::{ExportError, Judged};
use rust_xlsxwriter::{DataValidation, DataValidationRule, ExcelDateTime};

use crate::fault::Explain;
use crate::page::{Page, lines};
use crate::place;
use crate::style::Styles;
use crate::words::Words;

const HEADS: [&str; 17] = [
    "workbook-head-unit",
    "workbook-head-severity",
    "workbook-head-rule",
    "workbook-head-problem",
    "workbook-head-suggestion",
    "workbook-head-basis",
    "workbook-head-where",
    "workbook-head-status",
    "workbook-head-remark",
    "workbook-head-checker",
    "workbook-head-date",
    "workbook-head-related",
    "workbook-head-place",
    "workbook-head-file",
    "workbook-head-sha256",
    "workbook-head-url",
    "workbook-head-id",
];
const WIDTHS: [f64; 17] =
    [18.0, 6.0, 16.0, 52.0, 26.0, 24.0, 12.0, 9.0, 20.0, 10.0, 12.0, 30.0, 22.0, 24.0, 20.0, 20.0, 40.0];
const STATUS: u16 = 7;
const DATE: u16 = 10;
/// The states of following up.
const STATES: [&str; 4] =
    ["workbook-status-open", "workbook-status-confirmed", "workbook-status-false", "workbook-status-done"];

/// Where a finding's cell stands: the text of the link and its target.
pub(crate) type Link<'a> = &'a dyn Fn(usize, &Finding) -> Option<String>;

/// Writes the findings of all reports.
pub(crate) fn write(
    reports: &[Judged<'_>],
    link: Link<'_>,
    words: Words,
    styles: &Styles,
) -> Result<Page, ExportError> {
    let mut page = Page::new(words.say("workbook-sheet-findings"))?;
    page.widths(&WIDTHS)?;
    page.heads(0, &HEADS.map(|key| words.say(key)), &styles.head)?;
    page.sheet.set_row_height(0, 22).explain()?;
    let mut row = 1;
    for (index, judged) in reports.iter().enumerate() {
        for finding in judged.findings {
            write_row(&mut page, row, (index, judged), finding, link, words, styles)?;
            row += 1;
        }
    }
    if row == 1 {
        page.text(1, 3, &words.say("workbook-no-findings"), &styles.text)?;
        row = 2;
    }
    validate(&mut page, row - 1, words)?;
    let last = u16::try_from(HEADS.len() - 1).unwrap_or_default();
    page.sheet.autofilter(0, 0, row - 1, last).explain()?;
    page.sheet.set_freeze_panes(1, 0).explain()?;
    crate::checks_sheet::landscape(&mut page);
    page.sheet.set_repeat_rows(0, 0).explain()?;
    // On paper goes what a person works with; hashes, places and ids are for the screen.
    page.sheet.set_print_area(0, 0, row - 1, DATE).explain()?;
    Ok(page)
}

fn write_row(
    page: &mut Page,
    row: u32,
    (index, judged): (usize, &Judged<'_>),
    finding: &Finding,
    link: Link<'_>,
    words: Words,
    styles: &Styles,
) -> Result<(), ExportError> {
    let source = &judged.source;
    let message = words.render(&finding.message);
    let basis: Vec<&str> = finding.basis.iter().map(|basis| words.text(basis)).collect();
    let related: Vec<&str> = finding.related.iter().map(|related| &*related.id).collect();
    let suggestion = finding.suggestion.as_ref().map(|message| words.render(message)).unwrap_or_default();
    let origin = finding.origin.as_ref().map(|origin| words.render(&place::message(origin))).unwrap_or_default();
    let title = judged.book.rule(&finding.rule).map(|rule| words.text(&rule.title)).unwrap_or_default();
    let texts = [
        (0, judged.report.unit.name.as_deref().unwrap_or_default(), &styles.text),
        (2, title, &styles.text),
        (3, &message, &styles.text),
        (4, &suggestion, &styles.text),
        (5, &basis.join("；"), &styles.text),
        (8, "", &styles.input),
        (9, "", &styles.input),
        (11, &related.join("\n"), &styles.mono),
        (12, &origin, &styles.text),
        (13, &source.file, &styles.text),
        (14, &source.sha256, &styles.mono),
        (15, source.url.as_deref().unwrap_or_default(), &styles.text),
        (16, &finding.id, &styles.mono),
    ];
    for (column, text, style) in texts {
        page.text(row, column, text, style)?;
    }
    page.text(row, 1, &words.severity(finding.severity), &styles.centre)?;
    match link(index, finding) {
        Some(target) => page.formula((row, 6), &hyperlink(&target), shown(&target), &styles.link)?,
        None => page.blank(row, 6, &styles.text)?,
    }
    page.text(row, STATUS, &words.say(STATES[0]), &styles.input)?;
    page.blank(row, DATE, &styles.input_date)?;
    let needed = lines(&message, WIDTHS[3] - 1.0).max(lines(&basis.join("；"), WIDTHS[5] - 1.0));
    let needed = needed.max(lines(&suggestion, WIDTHS[4] - 1.0)).max(u32::try_from(related.len()).unwrap_or(1).min(6));
    page.sheet.set_row_height(row, (f64::from(needed) * 13.5 + 4.0).min(409.0)).explain()?;
    Ok(())
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
    let states = STATES.map(|key| words.say(key));
    let choice = DataValidation::new().allow_list_strings(&states).explain()?;
    page.sheet.add_data_validation(1, STATUS, last, STATUS, &choice).explain()?;
    let from = ExcelDateTime::from_ymd(2008, 5, 1).explain()?;
    let date = DataValidation::new().allow_date(DataValidationRule::GreaterThanOrEqualTo(from));
    page.sheet.add_data_validation(1, DATE, last, DATE, &date).explain()?;
    Ok(())
}

/// The cell that a finding's link leads to: the first that stands on the sheet.
pub(crate) fn first_cell(
    book: &RuleBook,
    finding: &Finding,
    spot: &dyn Fn(gouji_model::Slot) -> Option<gouji_edits::Spot>,
) -> Option<gouji_edits::Spot> {
    finding.cells.iter().filter_map(|id| book.form.slot(id)).find_map(spot)
}
