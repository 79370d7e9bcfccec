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
/// Per cent at which titles can be read on paper; on one page they could not.
const PRINT_SCALE: u16 = 75;

/// What became of each rule in one report.
type Tallies<'a> = BTreeMap<&'a str, Tally>;

/// Writes the sheet.
pub(crate) fn write(publication: &Publication<'_>, look: &Look) -> Result<Page, ExportError> {
    let mut page = Page::new(look.words.say("workbook-sheet-matrix"))?;
    let mut rules: BTreeMap<&str, &Rule> = BTreeMap::new();
    for book in books(publication) {
        for rule in &book.rules {
            rules.entry(&rule.id).or_insert(rule);
        }
    }
    let tallies: Vec<Tallies<'_>> = publication.reports.iter().map(tallies).collect();
    let last_row = HEAD_ROWS + u32::try_from(publication.reports.len()).unwrap_or(u32::MAX / 2) - 1;
    head(&mut page, &rules, &tallies, last_row, look)?;
    let last_column = u16::try_from(rules.len()).unwrap_or_default();
    page.sheet.set_column_range_format(1, last_column, &look.styles.mark).explain()?;
    for ((row, judged), tallies) in (HEAD_ROWS..).zip(&publication.reports).zip(&tallies) {
        page.bare_text(row, 0, unit_or_file(judged))?;
        for (column, rule) in (1..).zip(rules.keys()) {
            match tallies.get(rule).map(|tally| tally.mark()) {
                Some(Mark::Broken(count)) => page.bare_count(row, column, count)?,
                Some(Mark::Text(mark)) => page.bare_text(row, column, mark)?,
                None => {}
            }
        }
    }
    let broken = ConditionalFormatCell::new()
        .set_rule(ConditionalFormatCellRule::Between(1.0, 1_000_000.0))
        .set_format(&look.styles.red);
    page.sheet.add_conditional_format(HEAD_ROWS, 1, last_row, last_column, &broken).explain()?;
    let doubt = ConditionalFormatCell::new()
        .set_rule(ConditionalFormatCellRule::EqualTo(UNJUDGED))
        .set_format(&look.styles.orange);
    page.sheet.add_conditional_format(HEAD_ROWS, 1, last_row, last_column, &doubt).explain()?;
    page.sheet.set_freeze_panes(HEAD_ROWS, 1).explain()?;
    page.print_across();
    page.sheet.set_print_fit_to_pages(0, 0);
    page.sheet.set_print_scale(PRINT_SCALE);
    page.sheet.set_repeat_rows(0, HEAD_ROWS - 1).explain()?;
    page.sheet.set_repeat_columns(0, 0).explain()?;
    Ok(page)
}

fn head(
    page: &mut Page,
    rules: &BTreeMap<&str, &Rule>,
    tallies: &[Tallies<'_>],
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
        let is_broken = |tallies: &&Tallies<'_>| tallies.get(rule_id).is_some_and(|tally| tally.broken > 0);
        let count = tallies.iter().filter(is_broken).count();
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

fn tallies<'a>(judged: &'a Judged<'_>) -> Tallies<'a> {
    let mut tallies = Tallies::new();
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
