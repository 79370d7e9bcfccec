//! The sheet 收报进度: every unit that is expected, and what was received of it.
use std::collections::HashMap;

use gouji_export::{ExportError, Standing, UnitProgress};
use rust_xlsxwriter::ConditionalFormatFormula;

use crate::batch::{Gathered, Row, level_word, scope_word};
use crate::fault::Explain;
use crate::page::{Page, absolute};
use crate::style::Look;

const HEADS: [(&str, f64); 11] = [
    ("workbook-head-unit", 28.0),
    ("workbook-head-level", 8.0),
    ("workbook-head-scope", 8.0),
    ("workbook-head-parent", 24.0),
    ("workbook-head-standing", 12.0),
    ("workbook-head-errors", 8.0),
    ("workbook-head-warnings", 8.0),
    ("workbook-head-file", 34.0),
    ("workbook-head-due", 12.0),
    ("workbook-head-published", 12.0),
    ("workbook-head-url", 34.0),
];
const STANDING: u16 = 4;
/// Row of the headings; the counts stand above.
const HEAD_ROW: u32 = 2;
const STANDINGS: [Option<Standing>; 5] =
    [Some(Standing::NotReceived), Some(Standing::Unreadable), Some(Standing::WithErrors), Some(Standing::Clean), None];

/// Findings of each severity, by file.
type Counts<'a> = HashMap<&'a str, (usize, usize)>;

/// Writes the sheet.
pub(crate) fn write(gathered: Gathered<'_>, units: &[UnitProgress]) -> Result<Page, ExportError> {
    let look = gathered.look;
    let mut page = Page::new(look.words.say("workbook-sheet-progress"))?;
    page.widths(&HEADS.map(|(_, width)| width))?;
    page.heads(HEAD_ROW, &HEADS.map(|(key, _)| look.words.say(key)), &look.styles.head)?;
    let counts = counts(gathered.rows);
    for (row, unit) in (HEAD_ROW + 1..).zip(units) {
        write_row(&mut page, row, unit, &counts, look)?;
    }
    let last = HEAD_ROW + u32::try_from(units.len()).unwrap_or(u32::MAX / 2);
    summary(&mut page, units, last, look)?;
    colours(&mut page, last, look)?;
    page.sheet.autofilter(HEAD_ROW, 0, last, u16::try_from(HEADS.len() - 1).unwrap_or_default()).explain()?;
    page.sheet.set_freeze_panes(HEAD_ROW + 1, 1).explain()?;
    page.print_across();
    page.sheet.set_repeat_rows(HEAD_ROW, HEAD_ROW).explain()?;
    Ok(page)
}

fn counts<'a>(rows: &'a [Row<'_>]) -> Counts<'a> {
    let mut counts = Counts::new();
    for row in rows {
        let own = counts.entry(&row.file).or_default();
        own.0 += row.errors;
        own.1 += row.warnings;
    }
    counts
}

fn standing_key(standing: Option<Standing>) -> &'static str {
    match standing {
        Some(Standing::NotReceived) => "workbook-standing-not-received",
        Some(Standing::Unreadable) => "workbook-standing-unreadable",
        Some(Standing::WithErrors) => "workbook-standing-errors",
        Some(Standing::Clean) => "workbook-standing-clean",
        None => "workbook-standing-unlisted",
    }
}

fn write_row(
    page: &mut Page,
    row: u32,
    unit: &UnitProgress,
    counts: &Counts<'_>,
    look: &Look,
) -> Result<(), ExportError> {
    let (styles, words) = (&look.styles, look.words);
    let texts = [
        (0, unit.name.as_str(), &styles.text),
        (1, level_word(unit.level, words.lang), &styles.centre),
        (2, &scope_word(unit.scope, words), &styles.centre),
        (3, &unit.parent, &styles.text),
        (STANDING, &words.say(standing_key(unit.standing)), &styles.centre),
        (7, &unit.files.join("\n"), &styles.text),
        (8, &unit.due, &styles.centre),
        (9, &unit.published, &styles.centre),
        (10, &unit.url, &styles.text),
    ];
    for (column, text, style) in texts {
        page.text(row, column, text, style)?;
    }
    let read: Vec<&(usize, usize)> = unit.files.iter().filter_map(|file| counts.get(file.as_str())).collect();
    let sums = [read.iter().map(|own| own.0).sum(), read.iter().map(|own| own.1).sum()];
    for (column, sum) in (5..).zip(sums) {
        if read.is_empty() {
            page.blank(row, column, &styles.number)?;
        } else {
            page.count(row, column, sum, &styles.number)?;
        }
    }
    Ok(())
}

/// How many units stand so, live.
fn summary(page: &mut Page, units: &[UnitProgress], last: u32, look: &Look) -> Result<(), ExportError> {
    let range = format!("{}:{}", absolute(HEAD_ROW + 1, STANDING), absolute(last, STANDING));
    let columns = [0, 3, STANDING, 7, 10];
    for (column, standing) in columns.into_iter().zip(STANDINGS) {
        let word = look.words.say(standing_key(standing));
        let count = units.iter().filter(|unit| unit.standing == standing).count();
        page.text(0, column, &word, &look.styles.centre)?;
        let formula = format!("COUNTIF({range},\"{word}\")");
        page.formula((1, column), &formula, count.to_string(), &look.styles.centre)?;
    }
    Ok(())
}

fn colours(page: &mut Page, last: u32, look: &Look) -> Result<(), ExportError> {
    let styles = &look.styles;
    let formats = [&styles.red, &styles.red, &styles.orange, &styles.green, &styles.grey];
    for (standing, format) in STANDINGS.into_iter().zip(formats) {
        let rule = format!("$E{}=\"{}\"", HEAD_ROW + 2, look.words.say(standing_key(standing)));
        let condition = ConditionalFormatFormula::new().set_rule(rule.as_str()).set_format(format);
        page.sheet.add_conditional_format(HEAD_ROW + 1, STANDING, last, STANDING, &condition).explain()?;
    }
    Ok(())
}
