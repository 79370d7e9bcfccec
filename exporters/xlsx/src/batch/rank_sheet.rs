//! The sheet 指标排名: the indicators of every report, live, with ranks over all and within the level.
use gouji_edits::{Addresses, Context, FactTruth, RuleBook, Sheet, Spot, VerdictWords, quantity};
use gouji_export::ExportError;
use gouji_model::{Report, Slot};

use crate::batch::wide::{Wide, row_of};
use crate::batch::{Gathered, Row, level_word};
use crate::fault::Explain;
use crate::indicator_sheet::ratio;
use crate::indicators::{Indicator, definitions};
use crate::page::Page;
use crate::style::Look;

/// Rows of headings.
const HEAD_ROWS: u32 = 2;
/// Columns before the first indicator.
const FIRST: u16 = 2;

/// Indicators that fit side by side on a page.
const INDICATORS_ON_A_PAGE: usize = 3;
/// Per cent at which they do.
const PRINT_SCALE: u16 = 70;
/// Breaks between pages; more do not matter, as nothing stands there.
const MOST_BREAKS: usize = 8;

/// A share, rounded as the sheet rounds it, so that ranks are told apart alike.
#[derive(Clone, Debug)]
struct Share {
    formula: String,
    value: Option<f64>,
}

/// Writes the sheet.
pub(crate) fn write(gathered: Gathered<'_>, wide: &Wide<'_>, prefix: &str) -> Result<Page, ExportError> {
    let Gathered { rows, look, .. } = gathered;
    let mut page = Page::new(look.words.say("workbook-sheet-ranks"))?;
    page.widths(&[26.0, 8.0])?;
    page.text(0, 0, &look.words.say("workbook-head-unit"), &look.styles.head)?;
    page.text(0, 1, &look.words.say("workbook-head-level"), &look.styles.head)?;
    page.blank(1, 0, &look.styles.head)?;
    page.blank(1, 1, &look.styles.head)?;
    page.sheet.set_row_height(0, 32).explain()?;
    page.sheet.set_row_height(1, 46).explain()?;
    let indicators = || definitions().indicators.iter().zip((FIRST..).step_by(3));
    indicators().try_for_each(|(indicator, column)| head(&mut page, column, indicator, look))?;
    let unknown = look.words.say("workbook-no-value");
    let verdicts = look.words.verdicts();
    let mut shares = vec![Vec::with_capacity(rows.len()); indicators().count()];
    for ((row, own), index) in (HEAD_ROWS..).zip(rows).zip(0..) {
        page.bare_text(row, 0, &own.unit)?;
        page.bare_text(row, 1, level_word(own.level, look.words.lang))?;
        let report = own.report();
        for ((indicator, column), shares) in indicators().zip(&mut shares) {
            let share = share((own.book, &report), index, (wide, prefix), indicator, (&unknown, &verdicts));
            let shown = share.value.map_or_else(|| unknown.clone(), |value| value.to_string());
            page.formula((row, column), &share.formula, shown, &look.styles.percent)?;
            shares.push(share.value);
        }
    }
    for ((_, column), shares) in indicators().zip(&shares) {
        columns(&mut page, column, (rows, shares), look)?;
    }
    page.sheet.set_freeze_panes(HEAD_ROWS, FIRST).explain()?;
    page.print_across();
    page.sheet.set_print_fit_to_pages(0, 0);
    page.sheet.set_print_scale(PRINT_SCALE);
    let breaks: Vec<u32> = (u32::from(FIRST)..).step_by(3 * INDICATORS_ON_A_PAGE).skip(1).take(MOST_BREAKS).collect();
    page.sheet.set_vertical_page_breaks(&breaks).explain()?;
    page.sheet.set_repeat_rows(0, HEAD_ROWS - 1).explain()?;
    page.sheet.set_repeat_columns(0, FIRST - 1).explain()?;
    Ok(page)
}

fn head(page: &mut Page, column: u16, indicator: &Indicator, look: &Look) -> Result<(), ExportError> {
    page.sheet.set_column_range_width(column, column + 2, 10.0).explain()?;
    page.text(0, column, look.words.text(&indicator.name), &look.styles.head)?;
    page.text(0, column + 1, &look.words.say("workbook-head-rank"), &look.styles.head)?;
    page.text(0, column + 2, &look.words.say("workbook-head-level-rank"), &look.styles.head)?;
    page.merged_text(
        crate::page::Area::row(1, column, column + 2),
        look.words.text(&indicator.definition),
        &look.styles.column,
    )
}

/// The share of one report over its row of the wide table.
fn share(
    (book, report): (&RuleBook, &Report),
    index: usize,
    (wide, prefix): (&Wide<'_>, &str),
    indicator: &Indicator,
    (unknown, verdicts): (&str, &VerdictWords),
) -> Share {
    let form = &book.form;
    let Some((of, over)) = indicator.terms(form) else {
        return Share { formula: format!("\"{unknown}\""), value: None };
    };
    let spot = |slot: Slot| {
        let id = form.slot_id(slot);
        let printed = matches!(slot, Slot::Cell(_)) || report.extra.contains_key(id);
        let column = wide.column(id).filter(|_| printed)?;
        Some(Spot { row: row_of(index), column })
    };
    let addresses = Addresses { sheet: prefix, spot: &spot, fact: &|_| FactTruth::Unknown, words: verdicts };
    let context = Context::default();
    let sheet = Sheet { book, report, context: &context, addresses: &addresses };
    let (of, over) = (quantity(&sheet, &of), quantity(&sheet, &over));
    let doubts: Vec<&str> = [&of.unknown, &over.unknown].into_iter().filter_map(Option::as_deref).collect();
    let ratio_formula = format!("IF({}=0,\"{unknown}\",ROUND(({})/({}),6))", over.formula, of.formula, over.formula);
    let formula = if doubts.is_empty() {
        ratio_formula
    } else {
        format!("IF(OR({}),\"{unknown}\",{ratio_formula})", doubts.join(","))
    };
    Share { formula, value: ratio(&of, &over).map(|share| (share * 1e6).round() / 1e6) }
}

/// The ranks of an indicator, beside its shares.
fn columns(
    page: &mut Page,
    column: u16,
    (rows, shares): (&[Row<'_>], &[Option<f64>]),
    look: &Look,
) -> Result<(), ExportError> {
    let last = HEAD_ROWS + u32::try_from(shares.len()).unwrap_or(u32::MAX / 2) - 1;
    let absolute = rust_xlsxwriter::utility::row_col_to_cell_absolute;
    let range = |column: u16| format!("{}:{}", absolute(HEAD_ROWS, column), absolute(last, column));
    let all = ranks(shares.iter().map(|share| ((), *share)));
    // Units whose level is not known are no level of their own.
    let levels = rows.iter().map(|row| row.level);
    let within = ranks(levels.zip(shares).map(|(level, share)| (level, level.and(*share))));
    for (row, (rank, level_rank)) in (HEAD_ROWS..).zip(all.into_iter().zip(within)) {
        let cell = crate::page::address(row, column);
        let shown = |rank: Option<usize>| rank.map(|rank| rank.to_string()).unwrap_or_default();
        let formula = format!("IF(ISNUMBER({cell}),RANK({cell},{}),\"\")", range(column));
        page.formula((row, column + 1), &formula, shown(rank), &look.styles.number)?;
        let level = crate::page::address(row, 1);
        let formula = format!(
            "IF(AND(ISNUMBER({cell}),{level}<>\"\"),COUNTIFS({},{level}&\"\",{},\">\"&{cell})+1,\"\")",
            range(1),
            range(column)
        );
        page.formula((row, column + 2), &formula, shown(level_rank), &look.styles.number)?;
    }
    Ok(())
}

/// The rank of each value among those of its group, from the largest; equal values share a rank.
fn ranks<G: Ord + Copy>(values: impl Iterator<Item = (G, Option<f64>)>) -> Vec<Option<usize>> {
    let values: Vec<(G, Option<f64>)> = values.collect();
    let mut sorted: Vec<(G, f64)> = values.iter().filter_map(|(group, value)| Some((*group, (*value)?))).collect();
    sorted.sort_by(|left, right| left.0.cmp(&right.0).then(right.1.total_cmp(&left.1)));
    values
        .iter()
        .map(|(group, value)| {
            let value = (*value)?;
            let start = sorted.partition_point(|(own, _)| own < group);
            let own = sorted[start..].partition_point(|(other, larger)| other == group && *larger > value);
            Some(own + 1)
        })
        .collect()
}
