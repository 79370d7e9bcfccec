//! A finding in the words of the sheet 问题清单.
use gouji_edits::Finding;
use gouji_export::{Carried, Judged, Status, finding_place, finding_values, waiver_message};
use gouji_model::{Arg, Message};

use crate::findings_sheet::status_key;
use crate::style::Look;
use crate::words::Words;

/// A finding, ready to be written.
#[derive(Debug)]
pub(crate) struct FindingRow {
    pub(crate) severity: String,
    pub(crate) rule: String,
    pub(crate) problem: String,
    pub(crate) suggestion: String,
    pub(crate) basis: String,
    /// Ids of the cells it points to.
    pub(crate) cells: Box<[Box<str>]>,
    pub(crate) status: String,
    pub(crate) remark: String,
    pub(crate) checker: String,
    pub(crate) date: String,
    /// Ids of findings that follow from it.
    pub(crate) related: Box<[Box<str>]>,
    pub(crate) place: String,
    pub(crate) sha256: String,
    pub(crate) url: String,
    pub(crate) id: String,
    pub(crate) values: String,
}

impl FindingRow {
    /// A finding of a report, with what was noted on it before.
    pub(crate) fn of(judged: &Judged<'_>, finding: &Finding, carried: Option<Carried<'_>>, look: &Look) -> Self {
        let words = look.words;
        let mut problem = words.render(&finding.message);
        if let Some(waiver) = &finding.waiver {
            problem.push('\n');
            problem.push_str(&words.render(&waiver_message(waiver)));
        }
        let basis: Vec<&str> = finding.basis.iter().map(|basis| words.text(basis)).collect();
        let title = judged.book.rule(&finding.rule).map(|rule| words.text(&rule.title)).unwrap_or_default();
        let (status, remark) = follow_up(carried, words);
        let note = carried.map(|carried| carried.note);
        Self {
            severity: words.severity(finding.severity),
            rule: title.to_owned(),
            problem,
            suggestion: finding.suggestion.as_ref().map(|message| words.render(message)).unwrap_or_default(),
            basis: basis.join("；"),
            cells: finding.cells.iter().map(|id| (**id).into()).collect(),
            status: words.say(status_key(status)),
            remark,
            checker: note.map(|note| note.checker.clone()).unwrap_or_default(),
            date: note.map(|note| note.date.clone()).unwrap_or_default(),
            related: finding.related.iter().map(|related| (*related.id).into()).collect(),
            place: finding_place(finding).map(|place| words.render(&place)).unwrap_or_default(),
            sha256: judged.source.sha256.clone(),
            url: judged.source.url.clone().unwrap_or_default(),
            id: finding.id.clone(),
            values: finding_values(&judged.book.form, judged.report, finding),
        }
    }
}

/// What was noted before: as it was, or open again because the finding stands on something else now.
fn follow_up(carried: Option<Carried<'_>>, words: Words) -> (Status, String) {
    match carried {
        None => (Status::Open, String::new()),
        Some(Carried { note, is_current: true, .. }) => (note.status, note.remark.clone()),
        Some(Carried { note, .. }) => (Status::Open, words.render(&reopened(note.status, &note.remark))),
    }
}

fn reopened(status: Status, remark: &str) -> Message {
    Message::new("workbook-reopened")
        .with("status", Arg::Message(Box::new(Message::new(status_key(status)))))
        .text("remark", remark)
}
