//! The sheet 说明: what this workbook was made from, and how to read it.
use std::collections::BTreeSet;

use gouji_edits::{Counts, RuleBook};
use gouji_export::{ExportError, Kind, Publication};
use gouji_model::Message;

use crate::fault::Explain;
use crate::page::{Page, lines};
use crate::style::Look;

const WIDTHS: [f64; 2] = [22.0, 84.0];
/// Paragraphs that say how to read the workbook.
const REPORT_GUIDE: [&str; 7] = [
    "workbook-guide-report",
    "workbook-guide-checks",
    "workbook-guide-verdicts",
    "workbook-guide-blanks",
    "workbook-guide-findings",
    "workbook-guide-indicators",
    "workbook-guide-functions",
];
const BATCH_GUIDE: [&str; 5] = [
    "workbook-guide-wide",
    "workbook-guide-findings",
    "workbook-guide-matrix",
    "workbook-guide-ranks",
    "workbook-guide-progress",
];
const BLANK_GUIDE: [&str; 4] =
    ["workbook-guide-fill", "workbook-guide-form-checks", "workbook-guide-blanks", "workbook-guide-functions"];

/// What was judged in all.
pub(crate) struct Ran {
    /// How many reports.
    pub(crate) reports: usize,
    pub(crate) counts: Counts,
    /// Edits over member units were among it.
    pub(crate) has_members: bool,
}

/// Writes the sheet.
pub(crate) fn write(publication: &Publication<'_>, ran: &Ran, look: &Look) -> Result<Page, ExportError> {
    let mut page = Page::new(look.words.say("workbook-sheet-about"))?;
    page.widths(&WIDTHS)?;
    let mut row = 0;
    for (key, value) in facts(publication, ran, look) {
        if value.is_empty() {
            continue;
        }
        page.text(row, 0, &look.words.say(key), &look.styles.head)?;
        page.text(row, 1, &value, &look.styles.text)?;
        page.sheet.set_row_height(row, f64::from(lines(&value, WIDTHS[1] - 2.0)) * 13.5 + 6.0).explain()?;
        row += 1;
    }
    row += 1;
    let guide: &[&str] = match publication.kind {
        Kind::Batch => &BATCH_GUIDE,
        Kind::BlankForm => &BLANK_GUIDE,
        _ => &REPORT_GUIDE,
    };
    for key in guide {
        let text = look.words.render(&Message::new(*key));
        page.merged_text(crate::page::Area::row(row, 0, 1), &text, &look.styles.plain)?;
        let needed = lines(&text, WIDTHS[0] + WIDTHS[1] - 3.0);
        page.sheet.set_row_height(row, f64::from(needed) * 13.5 + 6.0).explain()?;
        row += 1;
    }
    page.print_across();
    Ok(page)
}

fn facts(publication: &Publication<'_>, ran: &Ran, look: &Look) -> Vec<(&'static str, String)> {
    let (book, meta) = (publication.book, &publication.meta);
    let date = meta.date.map(|date| date.to_string()).unwrap_or_default();
    let mut facts = vec![
        ("workbook-about-name", publication.name.clone()),
        ("workbook-about-edition", look.words.text(&book.edition.title).to_owned()),
        ("workbook-about-basis", look.words.text(&book.edition.basis).to_owned()),
    ];
    if let (Kind::Report, [judged]) = (publication.kind, publication.reports.as_slice()) {
        let unit = judged.report.unit.name.as_deref().unwrap_or_default().to_owned();
        let year = judged.report.year.map(|year| year.to_string()).unwrap_or_default();
        facts.push(("workbook-about-unit", unit));
        facts.push(("workbook-about-year", year));
        facts.push(("workbook-about-file", judged.source.file.clone()));
        facts.push(("workbook-about-sha256", judged.source.sha256.clone()));
        facts.push(("workbook-about-url", judged.source.url.clone().unwrap_or_default()));
    }
    facts.push(("workbook-about-rules", look.words.render(&rules(publication.book, ran.has_members))));
    facts.push(("workbook-about-counts", counts(ran, look)));
    facts.push(("workbook-about-rules-sha256", meta.rules_sha256.clone()));
    facts.push(("workbook-about-generator", meta.generator.clone()));
    facts.push(("workbook-about-date", date));
    facts
}

/// How many rules ran, and how many edits they have: those over member units only where there are any.
fn rules(book: &RuleBook, has_members: bool) -> Message {
    let ran = book.edits.iter().filter(|edit| has_members || !edit.asks_members());
    let rules: Vec<usize> = ran.map(|edit| edit.rule).collect();
    Message::new("workbook-about-rules-value")
        .count("rules", rules.iter().collect::<BTreeSet<_>>().len())
        .count("edits", rules.len())
}

fn counts(ran: &Ran, look: &Look) -> String {
    if ran.reports == 0 {
        return String::new();
    }
    let message = Message::new("workbook-about-counts-value")
        .count("reports", ran.reports)
        .count("held", ran.counts.held)
        .count("broken", ran.counts.broken)
        .count("unjudged", ran.counts.unjudged)
        .count("inapplicable", ran.counts.inapplicable);
    look.words.render(&message)
}
