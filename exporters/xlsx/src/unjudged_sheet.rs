//! The sheet 未判定: what was not judged, and why. Not judged is not passed.
use gouji_edits::{Doubt, Outcome};
use gouji_export::{DoubtKind, ExportError, Judged};
use gouji_model::{Form, Message, Slot};

use crate::fault::Explain;
use crate::page::{Page, lines};
use crate::style::Look;

const HEADS: [&str; 5] = [
    "workbook-head-severity",
    "workbook-head-rule",
    "workbook-head-relation",
    "workbook-head-reason",
    "workbook-head-id",
];
const WIDTHS: [f64; 5] = [6.0, 22.0, 58.0, 44.0, 44.0];

/// Writes the sheet.
pub(crate) fn write(judged: &Judged<'_>, look: &Look) -> Result<Page, ExportError> {
    let mut page = Page::new(look.words.say("workbook-sheet-unjudged"))?;
    page.widths(&WIDTHS)?;
    page.heads(0, &HEADS.map(|key| look.words.say(key)), &look.styles.head)?;
    let book = judged.book;
    let mut row = 1;
    for one in &judged.judgement.judged {
        let Outcome::Unjudged(doubt) = &one.outcome else { continue };
        let edit = &book.edits[one.edit];
        let rule = book.rule_of(edit);
        let relation = &book.relation_texts(look.words.lang)[one.edit];
        let reason = look.words.render(&reason(doubt, &book.form));
        page.text(row, 0, &look.words.severity(rule.severity_for(judged.report.year)), &look.styles.centre)?;
        page.text(row, 1, look.words.text(&rule.title), &look.styles.text)?;
        page.text(row, 2, relation, &look.styles.text)?;
        page.text(row, 3, &reason, &look.styles.text)?;
        page.text(row, 4, &book.finding_id(edit), &look.styles.mono)?;
        let needed = lines(relation, WIDTHS[2] - 2.0).max(lines(&reason, WIDTHS[3] - 2.0));
        page.row_lines(row, needed)?;
        row += 1;
    }
    if row == 1 {
        page.text(1, 2, &look.words.say("workbook-all-judged"), &look.styles.text)?;
        row = 2;
    }
    page.sheet.autofilter(0, 0, row - 1, 4).explain()?;
    page.sheet.set_freeze_panes(1, 0).explain()?;
    page.print_across();
    page.sheet.set_repeat_rows(0, 0).explain()?;
    Ok(page)
}

/// Why an edit was not judged.
pub(crate) fn reason(doubt: &Doubt, form: &Form) -> Message {
    let about = |key: &'static str, slot: Slot| Message::new(key).label("about", form.slot_name(slot));
    match doubt {
        Doubt::Missing(slot) => about("workbook-doubt-missing", *slot),
        Doubt::Unreadable(slot) => about("workbook-doubt-unreadable", *slot),
        Doubt::BlankTotal(slot) => about("workbook-doubt-blank-total", *slot),
        Doubt::UnknownFact(_) => Message::new(match DoubtKind::of(doubt) {
            DoubtKind::Level => "workbook-doubt-level",
            DoubtKind::UnitKind => "workbook-doubt-kind",
            // The constraint says which: facts have no other names that people know.
            _ => "workbook-doubt-fact",
        }),
        Doubt::NoLastYear => Message::new("workbook-doubt-last-year"),
        Doubt::NotAmongLastYears => Message::new("workbook-doubt-not-among"),
        Doubt::NoMembers => Message::new("workbook-doubt-members"),
        Doubt::TooLarge => Message::new("workbook-doubt-too-large"),
    }
}
