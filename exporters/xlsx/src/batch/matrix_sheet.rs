//! The sheet 单位×规则: what became of every rule in every report.
use std::collections::BTreeMap;

use gouji_edits::{Outcome, Rule};
use gouji_export::{ExportError, Judged, Publication, unit_or_file};
use rust_xlsxwriter::{ConditionalFormatCell, ConditionalFormatCellRule, Format};

use crate::batch::wide::books;
use crate::fault::Explain;
use crate::page::{Page, address};
use crate::style::Look;

const HELD: &str = "✓";
const UNJUDGED: &str = "?";
const INAPPLICABLE: &str = "–";
/// Rows of titles, ids and counts.
const HEAD_ROWS: u32 = 3;

/// Writes the sheet.
pub(crate) fn write(publication: &Publication<'_>, look: &Look) -> Result<Page, ExportError> {
    let mut page = Page::new(look.words.say("workbook-sheet-matrix"))?;
    let mut rules: BTreeMap<&str, &Rule> = BTreeMap::new();
    for book in books(publication) {
        for rule in &book.rules {
            rules.entry(&rule.id).or_insert(rule);
        }
    }
    let columns: BTreeMap<&str, u16> = rules.keys().zip(1..).map(|(id, column)| (*id, column)).collect();
    let last_row = HEAD_ROWS + u32::try_from(publication.reports.len()).unwrap_or(u32::MAX / 2) - 1;
    head(&mut page, publication, &rules, last_row, look)?;
    for (row, judged) in (HEAD_ROWS..).zip(&publication.reports) {
        page.bare_text(row, 0, unit_or_file(judged))?;
        for (rule, tally) in tallies(judged) {
            let Some(column) = columns.get(rule) else { continue };
            match tally.mark() {
                Mark::Broken(count) => page.count(row, *column, count, &look.styles.mark)?,
                Mark::Text(mark) => page.text(row, *column, mark, &look.styles.mark)?,
            }
        }
    }
    let last_column = u16::try_from(columns.len()).unwrap_or_default();
    let broken = ConditionalFormatCell::new()
        .set_rule(ConditionalFormatCellRule::Between(1.0, 1_000_000.0))
        .set_format(&look.styles.red);
    page.sheet.add_conditional_format(HEAD_ROWS, 1, last_row, last_column, &broken).explain()?;
    let doubt =
        ConditionalFormatCell::new().set_rule(ConditionalFormatCellRule::EqualTo(UNJUDGED)).set_format(&look.styles.orange);
    page.sheet.add_conditional_format(HEAD_ROWS, 1, last_row, last_column, &doubt).explain()?;
    page.sheet.set_freeze_panes(HEAD_ROWS, 1).explain()?;
    page.print_across();
    page.sheet.set_repeat_rows(0, HEAD_ROWS - 1).explain()?;
    Ok(page)
}

fn head(
    page: &mut Page,
    publication: &Publication<'_>,
    rules: &BTreeMap<&str, &Rule>,
    last_row: u32,
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
    for ((rule_id, rule), column) in rules.iter().zip(1..) {
        page.sheet.set_column_width(column, 4.5).explain()?;
        page.text(0, column, look.words.text(&rule.title), &title)?;
        page.text(1, column, rule_id, &id)?;
        let formula = format!("COUNTIF({}:{},\">0\")", address(HEAD_ROWS, column), address(last_row, column));
        let broken = |judged: &&Judged<'_>| tallies(judged).get(rule_id).is_some_and(|tally| tally.broken > 0);
        let count = publication.reports.iter().filter(broken).count();
        page.formula((2, column), &formula, count.to_string(), &look.styles.centre)?;
    }
    Ok(())
}

/// Outcomes of one rule's edits.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    held: usize,
    broken: usize,
    unjudged: usize,
}

enum Mark {
    Broken(usize),
    Text(&'static str),
}

impl Tally {
    fn mark(self) -> Mark {
        match self {
            Self { broken: 1.., .. } => Mark::Broken(self.broken),
            Self { unjudged: 1.., .. } => Mark::Text(UNJUDGED),
            Self { held: 1.., .. } => Mark::Text(HELD),
            _ => Mark::Text(INAPPLICABLE),
        }
    }
}

fn tallies<'a>(judged: &'a Judged<'_>) -> BTreeMap<&'a str, Tally> {
    let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
    for one in &judged.judgement.judged {
        let rule = judged.book.rule_of(&judged.book.edits[one.edit]);
        let tally = tallies.entry(&rule.id).or_default();
        match one.outcome {
            Outcome::Held => tally.held += 1,
            Outcome::Broken => tally.broken += 1,
            Outcome::Unjudged(_) => tally.unjudged += 1,
            Outcome::Inapplicable => {}
        }
    }
    tallies
}
