//! The sheet 勾稽核对: every constraint with live sides, difference and verdict.
use gouji_edits::{Outcome, RuleBook, Severity, VerdictWords};
use gouji_export::ExportError;
use gouji_model::{Message, Number, Report};
use rust_xlsxwriter::{ConditionalFormatFormula, Format};

use crate::check_rows::{CheckRow, FIRST_ROW, Fold, LEFT, RIGHT};
use crate::fault::Explain;
use crate::page::{Page, absolute, address, lines};
use crate::style::Look;
use crate::words::{Words, outcome_word};

const HEADS: [&str; 11] = [
    "workbook-head-table",
    "workbook-head-severity",
    "workbook-head-rule",
    "workbook-head-relation",
    "workbook-head-left",
    "workbook-head-right",
    "workbook-head-difference",
    "workbook-head-verdict",
    "workbook-head-basis",
    "workbook-head-id",
    "workbook-head-claim",
];
const WIDTHS: [f64; 11] = [7.0, 6.0, 18.0, 52.0, 10.0, 10.0, 8.0, 10.0, 26.0, 44.0, 30.0];
/// Columns that formulas speak of, beside those of the two sides.
const RELATION: u16 = 3;
const DIFFERENCE: u16 = 6;
const VERDICT: u16 = 7;
const ID: u16 = 9;
const CLAIM: u16 = 10;
/// Row of the headings.
const HEAD_ROW: u32 = FIRST_ROW - 1;

/// Words that many rows share.
struct RowWords {
    whole_report: String,
    severities: [(Severity, String); 3],
}

impl RowWords {
    fn new(words: Words) -> Self {
        let severities = Severity::NAMES.map(|(_, severity)| (severity, words.severity(severity)));
        Self { whole_report: words.say("workbook-whole-report"), severities }
    }

    fn severity(&self, severity: Severity) -> &str {
        self.severities.iter().find(|(own, _)| *own == severity).map_or("", |(_, word)| word)
    }
}

/// What is written.
pub(crate) struct ChecksSheet<'a> {
    pub(crate) book: &'a RuleBook,
    pub(crate) report: &'a Report,
    pub(crate) rows: &'a [CheckRow<'a>],
    pub(crate) folds: &'a [Fold],
    pub(crate) verdicts: &'a VerdictWords,
    pub(crate) look: &'a Look,
}

impl ChecksSheet<'_> {
    pub(crate) fn write(&self) -> Result<Page, ExportError> {
        let mut page = Page::new(self.look.words.say("workbook-sheet-checks"))?;
        // The last column is for claims of the prose; most editions and reports have none.
        let claims = self.rows.iter().any(|row| !row.judged.claims.is_empty());
        let columns = if claims { HEADS.len() } else { HEADS.len() - 1 };
        page.widths(&WIDTHS[..columns])?;
        self.formats(&mut page, columns)?;
        let heads: Vec<String> = HEADS[..columns].iter().map(|key| self.look.words.say(key)).collect();
        page.heads(HEAD_ROW, &heads, &self.look.styles.head)?;
        page.sheet.set_row_height(HEAD_ROW, 24).explain()?;
        let row_words = RowWords::new(self.look.words);
        for check in self.rows {
            self.row(&mut page, check, &row_words)?;
            if claims {
                page.bare_text(check.row, CLAIM, &self.claims(check))?;
            }
        }
        for fold in self.folds {
            self.fold(&mut page, &self.rows[fold.first..fold.first + fold.count], &row_words)?;
        }
        let last = self.rows.last().map_or(HEAD_ROW, |row| row.row);
        self.summary(&mut page, last)?;
        self.finish(&mut page, last, columns)?;
        Ok(page)
    }

    /// Formats by column: this sheet has most of a workbook's cells, and a format costs each of them more than its text.
    fn formats(&self, page: &mut Page, columns: usize) -> Result<(), ExportError> {
        let styles = &self.look.styles;
        for column in 0..u16::try_from(columns).unwrap_or_default() {
            let format = match column {
                0 | 1 | VERDICT => &styles.open_centre,
                LEFT..=DIFFERENCE => &styles.open_number,
                ID => &styles.open_mono,
                _ => &styles.open_text,
            };
            page.sheet.set_column_format(column, format).explain()?;
        }
        Ok(())
    }

    fn row(&self, page: &mut Page, check: &CheckRow<'_>, row_words: &RowWords) -> Result<(), ExportError> {
        let (row, words) = (check.row, self.look.words);
        let rule = self.book.rule_of(check.edit);
        page.bare_text(row, 0, self.about(check, row_words))?;
        page.bare_text(row, 1, row_words.severity(rule.severity_for(self.report.year)))?;
        page.bare_text(row, 2, words.text(&rule.title))?;
        let relation = &self.book.relation_texts(words.lang)[check.judged.edit];
        page.bare_text(row, RELATION, relation)?;
        self.sides(page, check)?;
        let word = outcome_word(&check.judged.outcome, self.verdicts);
        match &check.formulas.verdict {
            Some(formula) => page.bare_formula((row, VERDICT), formula, word)?,
            None => page.bare_text(row, VERDICT, word)?,
        }
        page.bare_text(row, 8, words.text(&rule.basis))?;
        page.bare_text(row, 9, &self.book.finding_id(check.edit))?;
        let needed = lines(relation, WIDTHS[3] - 2.0).max(lines(words.text(&rule.title), WIDTHS[2] - 1.0));
        let needed = needed.max(lines(words.text(&rule.basis), WIDTHS[8] - 1.0));
        page.row_lines(row, needed)
    }

    /// The table that a constraint is about.
    fn about<'w>(&'w self, check: &CheckRow<'_>, row_words: &'w RowWords) -> &'w str {
        let table = check.table.map(|table| self.look.words.text(&self.book.form.tables[table].name));
        table.unwrap_or(&row_words.whole_report)
    }

    /// The row over folded ones: how many of them are broken and which is the first, live.
    fn fold(&self, page: &mut Page, folded: &[CheckRow<'_>], row_words: &RowWords) -> Result<(), ExportError> {
        let [first, .., last] = folded else { return Ok(()) };
        let (row, words, styles) = (first.row - 1, self.look.words, &self.look.styles);
        let rule = self.book.rule_of(first.edit);
        page.text(row, 0, self.about(first, row_words), &styles.fold_centre)?;
        page.text(row, 1, row_words.severity(rule.severity_for(self.report.year)), &styles.fold_centre)?;
        page.text(row, 2, words.text(&rule.title), &styles.fold)?;
        let [verdicts, relations] =
            [VERDICT, RELATION].map(|column| [absolute(first.row, column), absolute(last.row, column)].join(":"));
        let all = words.render(&Message::new("workbook-fold").count("count", folded.len()));
        let broken = &self.verdicts.broken;
        let formula = format!(
            "IF(COUNTIF({verdicts},\"{broken}\")=0,\"{all}\",INDEX({relations},MATCH(\"{broken}\",{verdicts},0)))"
        );
        page.formula((row, RELATION), &formula, all, &styles.fold)?;
        let (formula, result) = self.folded_verdict(&verdicts, folded);
        page.formula((row, VERDICT), &formula, result, &styles.fold_centre)?;
        page.text(row, 8, words.text(&rule.basis), &styles.fold)?;
        page.text(row, ID, &rule.id, &styles.fold)?;
        page.row_lines(row, 2.max(lines(words.text(&rule.basis), WIDTHS[8] - 1.0)))?;
        page.sheet.group_symbols_above(true).group_rows_collapsed(first.row, last.row).explain()?;
        Ok(())
    }

    /// The worst verdict of folded rows with how many have it, as a formula and as it is now.
    ///
    /// It ends in the word of the verdict and is never that word alone: the counts over the sheet leave it out.
    fn folded_verdict(&self, range: &str, folded: &[CheckRow<'_>]) -> (String, String) {
        let words = self.look.words;
        let said = |key: &'static str, word: &str| words.render(&Message::new(key).text("word", word));
        let (mut formula, mut result) = (String::new(), None);
        for word in [&self.verdicts.broken, &self.verdicts.unjudged] {
            let some = said("workbook-fold-some", word);
            let count = format!("COUNTIF({range},\"{word}\")");
            formula = [&formula, "IF(", &count, ">0,", &count, "&\" ", &some, "\","].concat();
            let count = folded.iter().filter(|row| outcome_word(&row.judged.outcome, self.verdicts) == word).count();
            result = result.or_else(|| (count > 0).then(|| format!("{count} {some}")));
        }
        let [held, none] =
            [&self.verdicts.held, &self.verdicts.inapplicable].map(|word| said("workbook-fold-all", word));
        let is_held = folded.iter().any(|row| row.judged.outcome == Outcome::Held);
        let result = result.unwrap_or_else(|| if is_held { held.clone() } else { none.clone() });
        (format!("{formula}IF(COUNTIF({range},\"{}\")>0,\"{held}\",\"{none}\")))", self.verdicts.held), result)
    }

    fn claims(&self, check: &CheckRow<'_>) -> String {
        let sentences = check.judged.claims.iter().filter_map(|claim| self.report.claims.get(*claim));
        sentences.map(|claim| &*claim.sentence).collect::<Vec<_>>().join("\n")
    }

    fn sides(&self, page: &mut Page, check: &CheckRow<'_>) -> Result<(), ExportError> {
        let row = check.row;
        let Some((left, right)) = &check.formulas.sides else { return Ok(()) };
        page.bare_formula((row, LEFT), &left.formula, left.value.to_string())?;
        page.bare_formula((row, RIGHT), &right.formula, right.value.to_string())?;
        let difference = Number::from_millionths(left.value.millionths() - right.value.millionths());
        let shown = if check.is_compared() { difference.unwrap_or_default().to_string() } else { String::new() };
        let verdict = address(row, VERDICT);
        let formula = format!(
            "IF(OR({verdict}=\"{}\",{verdict}=\"{}\"),ROUND({}-{},6),\"\")",
            self.verdicts.held,
            self.verdicts.broken,
            address(row, LEFT),
            address(row, RIGHT)
        );
        page.bare_formula((row, DIFFERENCE), &formula, shown)
    }

    /// How many there are of each verdict, live.
    fn summary(&self, page: &mut Page, last: u32) -> Result<(), ExportError> {
        let styles = &self.look.styles;
        let range = format!("{}:{}", absolute(HEAD_ROW + 1, VERDICT), absolute(last, VERDICT));
        page.text(0, 2, &self.look.words.say("workbook-checks-title"), &styles.bold)?;
        let verdicts =
            [&self.verdicts.held, &self.verdicts.broken, &self.verdicts.unjudged, &self.verdicts.inapplicable];
        for (column, word) in (LEFT..).zip(verdicts) {
            let now = |row: &&CheckRow<'_>| outcome_word(&row.judged.outcome, self.verdicts) == word;
            let count = self.rows.iter().filter(now).count();
            page.text(0, column, word, &styles.centre)?;
            page.formula((1, column), &format!("COUNTIF({range},\"{word}\")"), count.to_string(), &styles.centre)?;
        }
        Ok(())
    }

    fn finish(&self, page: &mut Page, last: u32, columns: usize) -> Result<(), ExportError> {
        let last_column = u16::try_from(columns - 1).unwrap_or_default();
        let first = HEAD_ROW + 1;
        let cell = format!("$H{}", first + 1);
        let styles = &self.look.styles;
        let is = |word: &str| self.is(&cell, word);
        let rules: [(String, &Format); 6] = [
            (self.broken(&cell, first, Severity::Error), &styles.red),
            (is(&self.verdicts.broken), &styles.orange),
            (is(&self.verdicts.unjudged), &styles.orange),
            (is(&self.verdicts.inapplicable), &styles.grey),
            (is(&self.verdicts.held), &styles.green),
            ("TRUE".to_owned(), &styles.lines),
        ];
        for (rule, format) in rules {
            // Each draws the lines, too: not every program lays two conditional formats over each other.
            let format = styles.with_lines(format);
            let condition =
                ConditionalFormatFormula::new().set_rule(rule.as_str()).set_format(&format).set_stop_if_true(true);
            page.sheet.add_conditional_format(first, LEFT, last.max(first), VERDICT, &condition).explain()?;
        }
        let lines = ConditionalFormatFormula::new().set_rule("TRUE").set_format(&styles.lines);
        for (left, right) in [(0, LEFT - 1), (VERDICT + 1, last_column)] {
            page.sheet.add_conditional_format(first, left, last.max(first), right, &lines).explain()?;
        }
        page.sheet.autofilter(HEAD_ROW, 0, last.max(first), last_column).explain()?;
        page.sheet.set_freeze_panes(first, 0).explain()?;
        page.print_across();
        page.sheet.set_repeat_rows(HEAD_ROW, HEAD_ROW).explain()?;
        // Ids are for the screen.
        page.sheet.set_print_area(0, 0, last.max(first), ID - 1).explain()?;
        Ok(())
    }

    fn broken(&self, cell: &str, first: u32, severity: Severity) -> String {
        let broken = self.is(cell, &self.verdicts.broken);
        format!("AND({broken},$B{}=\"{}\")", first + 1, self.look.words.severity(severity))
    }

    /// Whether a cell of the verdicts says a word; over folded rows it says more before it.
    fn is(&self, cell: &str, word: &str) -> String {
        if self.folds.is_empty() {
            return format!("{cell}=\"{word}\"");
        }
        format!("RIGHT({cell},{})=\"{word}\"", word.chars().count())
    }
}
