//! The sheet 说明: what this workbook was made from, and how to read it.
use std::collections::BTreeSet;

use gouji_edits::Counts;
use gouji_export::{ExportError, Judged, Publication};
use gouji_model::{Arg, Message};

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
    ["workbook-guide-fill", "workbook-guide-checks", "workbook-guide-blanks", "workbook-guide-functions"];

/// Writes the sheet.
pub(crate) fn write(publication: &Publication<'_>, look: &Look) -> Result<Page, ExportError> {
    let mut page = Page::new(look.words.say("workbook-sheet-about"))?;
    page.widths(&WIDTHS)?;
    let mut row = 0;
    for (key, value) in facts(publication, look) {
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
        gouji_export::Kind::Batch => &BATCH_GUIDE,
        gouji_export::Kind::BlankForm => &BLANK_GUIDE,
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

fn facts(publication: &Publication<'_>, look: &Look) -> Vec<(&'static str, String)> {
    let (book, meta) = (publication.book, &publication.meta);
    let date = meta.date.map(|date| date.to_string()).unwrap_or_default();
    let mut facts = vec![
        ("workbook-about-name", publication.name.clone()),
        ("workbook-about-edition", look.words.text(&book.edition.title).to_owned()),
        ("workbook-about-basis", look.words.text(&book.edition.basis).to_owned()),
    ];
    if let [judged] = publication.reports.as_slice() {
        let unit = judged.report.unit.name.as_deref().unwrap_or_default().to_owned();
        let year = judged.report.year.map(|year| year.to_string()).unwrap_or_default();
        facts.push(("workbook-about-unit", unit));
        facts.push(("workbook-about-year", year));
        facts.push(("workbook-about-file", judged.source.file.clone()));
        facts.push(("workbook-about-sha256", judged.source.sha256.clone()));
        facts.push(("workbook-about-url", judged.source.url.clone().unwrap_or_default()));
    }
    facts.push(("workbook-about-rules", look.words.render(&rules(publication))));
    facts.push(("workbook-about-counts", counts(publication, look)));
    facts.push(("workbook-about-rules-sha256", meta.rules_sha256.clone()));
    facts.push(("workbook-about-generator", meta.generator.clone()));
    facts.push(("workbook-about-date", date));
    facts
}

/// How many rules ran, and how many edits they have: those over member units only where there are any.
fn rules(publication: &Publication<'_>) -> Message {
    let Publication { book, reports, .. } = publication;
    let over_members = |one: &Judged<'_>, judged: &gouji_edits::Judged| {
        judged.counts(one.book) && one.book.edits[judged.edit].asks_members()
    };
    let members = reports.iter().any(|one| one.judgement.judged.iter().any(|judged| over_members(one, judged)));
    let ran = book.edits.iter().filter(|edit| members || !edit.asks_members());
    let rules: Vec<usize> = ran.map(|edit| edit.rule).collect();
    Message::new("workbook-about-rules-value")
        .count("rules", rules.iter().collect::<BTreeSet<_>>().len())
        .count("edits", rules.len())
}

fn counts(publication: &Publication<'_>, look: &Look) -> String {
    if publication.reports.is_empty() {
        return String::new();
    }
    let mut sum = Counts::default();
    for counts in publication.reports.iter().map(|judged| judged.judgement.counts(judged.book)) {
        sum.held += counts.held;
        sum.broken += counts.broken;
        sum.unjudged += counts.unjudged;
        sum.inapplicable += counts.inapplicable;
    }
    let message = Message::new("workbook-about-counts-value")
        .with("reports", Arg::Count(i64::try_from(publication.reports.len()).unwrap_or(i64::MAX)))
        .count("held", sum.held)
        .count("broken", sum.broken)
        .count("unjudged", sum.unjudged)
        .count("inapplicable", sum.inapplicable);
    look.words.render(&message)
}
