//! The sheet 单位×规则: what became of every rule in every report.
use std::collections::BTreeMap;

use gouji_edits::Rule;
use gouji_export::ExportError;
use rust_xlsxwriter::{ConditionalFormatCell, ConditionalFormatCellRule, Format};

use crate::batch::wide::books;
use crate::batch::{Gathered, Mark, Row};
use crate::fault::Explain;
use crate::page::{Page, address, packed};
use crate::style::Look;

const HELD: &str = "✓";
const UNJUDGED: &str = "?";
const INAPPLICABLE: &str = "–";
/// Rows of titles, ids and counts.
const HEAD_ROWS: u32 = 3;
/// Per cent at which titles can be read on paper; on one page they could not.
const PRINT_SCALE: u16 = 75;

/// A rule with its place in each edition that has it.
struct Line<'a> {
    rule: &'a Rule,
    /// Index in the rules of an edition, by the edition's id.
    places: BTreeMap<&'a str, usize>,
}

impl Line<'_> {
    /// What became of the rule; [`Mark::Absent`] too where the report's edition does not have it.
    fn mark(&self, row: &Row<'_>) -> Mark {
        self.places.get(&*row.book.edition.id).map_or(Mark::Absent, |place| row.marks[*place])
    }
}

/// Writes the sheet.
pub(crate) fn write(gathered: Gathered<'_>) -> Result<Page, ExportError> {
    let Gathered { rows, look, .. } = gathered;
    let mut page = Page::new(look.words.say("workbook-sheet-matrix"))?;
    let lines = lines(gathered);
    let last_row = HEAD_ROWS + u32::try_from(rows.len()).unwrap_or(u32::MAX / 2) - 1;
    head(&mut page, &lines, (rows, last_row), look)?;
    let last_column = u16::try_from(lines.len()).unwrap_or_default();
    page.sheet.set_column_range_format(1, last_column, &look.styles.mark).explain()?;
    for (row, own) in (HEAD_ROWS..).zip(rows) {
        page.bare_text(row, 0, &own.unit)?;
        for column in packed(1..last_column + 1) {
            match lines[usize::from(column - 1)].mark(own) {
                Mark::Broken(count) => page.bare_count(row, column, count as usize)?,
                Mark::Unjudged => page.bare_text(row, column, UNJUDGED)?,
                Mark::Held => page.bare_text(row, column, HELD)?,
                Mark::Inapplicable => page.bare_text(row, column, INAPPLICABLE)?,
                Mark::Absent => {}
            }
        }
    }
    colours(&mut page, (last_row, last_column), look)?;
    page.sheet.set_freeze_panes(HEAD_ROWS, 1).explain()?;
    page.print_across();
    page.sheet.set_print_fit_to_pages(0, 0);
    page.sheet.set_print_scale(PRINT_SCALE);
    page.sheet.set_repeat_rows(0, HEAD_ROWS - 1).explain()?;
    page.sheet.set_repeat_columns(0, 0).explain()?;
    Ok(page)
}

/// The rules by id, but for those about member units where no report has any.
fn lines(gathered: Gathered<'_>) -> Vec<Line<'_>> {
    let mut lines: BTreeMap<&str, Line<'_>> = BTreeMap::new();
    for book in books(gathered.book, gathered.rows) {
        for (place, rule) in book.rules.iter().enumerate() {
            let line = lines.entry(&rule.id).or_insert_with(|| Line { rule, places: BTreeMap::new() });
            line.places.insert(&book.edition.id, place);
        }
    }
    let has_marks = |line: &Line<'_>| gathered.rows.iter().any(|row| line.mark(row) != Mark::Absent);
    lines.into_values().filter(has_marks).collect()
}

fn colours(page: &mut Page, (last_row, last_column): (u32, u16), look: &Look) -> Result<(), ExportError> {
    let broken = ConditionalFormatCell::new()
        .set_rule(ConditionalFormatCellRule::Between(1.0, 1_000_000.0))
        .set_format(&look.styles.red);
    page.sheet.add_conditional_format(HEAD_ROWS, 1, last_row, last_column, &broken).explain()?;
    let doubt = ConditionalFormatCell::new()
        .set_rule(ConditionalFormatCellRule::EqualTo(UNJUDGED))
        .set_format(&look.styles.orange);
    page.sheet.add_conditional_format(HEAD_ROWS, 1, last_row, last_column, &doubt).explain()?;
    Ok(())
}

fn head(
    page: &mut Page,
    lines: &[Line<'_>],
    (rows, last_row): (&[Row<'_>], u32),
    look: &Look,
) -> Result<(), ExportError> {
    let turned = |style: &Format| style.clone().set_rotation(90);
    let (title, id) = (turned(&look.styles.column), turned(&look.styles.mono));
    page.sheet.set_column_width(0, 26).explain()?;
    page.sheet.set_row_height(0, 130).explain()?;
    page.sheet.set_row_height(1, 170).explain()?;
    page.text(0, 0, &look.words.say("workbook-head-unit"), &look.styles.head)?;
    page.text(1, 0, &look.words.say("workbook-matrix-key"), &look.styles.text)?;
    page.text(2, 0, &look.words.say("workbook-matrix-broken"), &look.styles.centre)?;
    for (line, column) in lines.iter().zip(1..) {
        page.sheet.set_column_width(column, 4.5).explain()?;
        page.text(0, column, look.words.text(&line.rule.title), &title)?;
        page.text(1, column, &line.rule.id, &id)?;
        let formula = format!("COUNTIF({}:{},\">0\")", address(HEAD_ROWS, column), address(last_row, column));
        let count = rows.iter().filter(|row| matches!(line.mark(row), Mark::Broken(_))).count();
        page.formula((2, column), &formula, count.to_string(), &look.styles.centre)?;
    }
    Ok(())
}
