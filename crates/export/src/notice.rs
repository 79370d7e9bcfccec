//! 修改意见单: the page that an office sends back to a unit, saying what it has to correct.
use gouji_edits::{Finding, Judgement, RuleBook, Severity};
use gouji_model::{Arg, Date, Form, Lang, Message, Text, render};

use crate::{
    DoubtKind, Judged, Meta, Publication, Unjudged, finding_place, open_findings, overview, report_title,
    severity_message, unjudged, waiver_message,
};

/// So many cells are named where something could not be judged; the rest are counted.
const NAMED: usize = 10;

/// A notice of corrections, in words of one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Its title.
    pub title: String,
    /// Whom it is for.
    pub address: String,
    /// What was checked, and what came of it.
    pub opening: String,
    /// Errors, warnings and notes, each kind with a heading; kinds of which there are none are left out.
    pub parts: Vec<NoticePart>,
    /// What was not judged and why, under a heading; `None` where all was judged.
    pub unjudged: Option<NoticePart>,
    /// What was found and is waived, under a heading; `None` where nothing is.
    pub waived: Option<NoticePart>,
    /// What to do now.
    pub closing: String,
    /// Who signs, where given.
    pub office: Option<String>,
    /// The date in words, where given.
    pub date: Option<String>,
}

/// What a notice says under one heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticePart {
    /// The heading, numbered.
    pub heading: String,
    /// Its items by the section or table that they are about, in the order of the form.
    pub groups: Vec<NoticeGroup>,
}

/// The items about one section or table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeGroup {
    /// The section or table, or an explanation.
    pub heading: String,
    /// The items.
    pub items: Vec<NoticeItem>,
}

/// One thing to correct.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeItem {
    /// The sentence, numbered: where it is, what it is and what it should be.
    pub sentence: String,
    /// Place in the document, suggestion and basis, each a phrase of its own.
    pub details: Vec<String>,
}

/// The notices of a publication: the overview where there is one, else one for each report.
pub fn notices(publication: &Publication<'_>) -> Vec<Notice> {
    match &publication.meta.overview {
        Some(all) => vec![overview(all, &publication.meta)],
        None => publication.reports.iter().map(|judged| notice(judged, &publication.meta)).collect(),
    }
}

/// A date as a letter bears it.
pub(crate) fn date_words(date: Date, lang: Lang) -> String {
    let [year, month, day] = [date.year.to_string(), date.month.to_string(), date.day.to_string()];
    render(&Message::new("notice-date").text("year", year).text("month", month).text("day", day), lang)
}

/// The notice about one report.
pub fn notice(judged: &Judged<'_>, meta: &Meta) -> Notice {
    let writer = Writer { judged, lang: meta.lang };
    let mut parts = Vec::new();
    for (severity, key) in [
        (Severity::Error, "notice-part-error"),
        (Severity::Warning, "notice-part-warning"),
        (Severity::Note, "notice-part-note"),
    ] {
        let items: usize = parts.iter().map(NoticePart::len).sum();
        let groups = writer.groups(severity, items);
        if !groups.is_empty() {
            parts.push(NoticePart { heading: writer.heading(parts.len(), key), groups });
        }
    }
    let unjudged = writer.unjudged(parts.len());
    let waived = writer.waived(parts.len() + usize::from(unjudged.is_some()));
    Notice {
        title: writer.say(&Message::new("notice-title")),
        address: writer.address(),
        opening: writer.opening(),
        unjudged,
        waived,
        parts,
        closing: writer.closing(),
        office: meta.office.clone(),
        date: meta.date.map(|date| date_words(date, meta.lang)),
    }
}

impl NoticePart {
    fn len(&self) -> usize {
        self.groups.iter().map(|group| group.items.len()).sum()
    }
}

/// How a notice tells that edits were not judged; `None` where what is missing is with the office and not with the unit.
fn unjudged_key(group: &Unjudged<'_>) -> Option<&'static str> {
    match DoubtKind::of(group.doubt) {
        DoubtKind::Missing => Some("notice-doubt-missing"),
        DoubtKind::Unreadable => Some("notice-doubt-unreadable"),
        DoubtKind::BlankTotal => Some("notice-doubt-blank-total"),
        DoubtKind::Fact => Some("notice-doubt-fact"),
        DoubtKind::TooLarge => Some("notice-doubt-too-large"),
        DoubtKind::Level
        | DoubtKind::UnitKind
        | DoubtKind::LastYear
        | DoubtKind::NotAmongLastYears
        | DoubtKind::Members => None,
    }
}

/// How many of the edits that were not judged a notice tells of: those about which the unit can do something.
pub fn unjudged_in_notice(book: &RuleBook, judgement: &Judgement) -> usize {
    let groups = unjudged(book, judgement);
    groups.iter().filter(|group| unjudged_key(group).is_some()).map(|group| group.edits).sum()
}

struct Writer<'a> {
    judged: &'a Judged<'a>,
    lang: Lang,
}

impl Writer<'_> {
    fn say(&self, message: &Message) -> String {
        render(message, self.lang)
    }

    /// `key` with the number of its place, from 0.
    fn heading(&self, position: usize, key: &'static str) -> String {
        let heading = Arg::Message(Box::new(Message::new(key)));
        self.say(&Message::new("notice-heading").count("position", position + 1).with("heading", heading))
    }

    fn address(&self) -> String {
        match self.judged.report.unit.name.as_deref() {
            Some(unit) => self.say(&Message::new("notice-address").text("unit", unit)),
            None => self.say(&Message::new("notice-address-unknown")),
        }
    }

    fn opening(&self) -> String {
        let report = self.judged.report;
        let open = || open_findings(self.judged.findings);
        let of = |severity| open().filter(|finding| finding.severity == severity).count();
        let message = Message::new(if open().next().is_none() { "notice-clean" } else { "notice-opening" })
            .text("title", report_title(self.judged.book, None, report.year))
            .text("file", file_name(&self.judged.source.file))
            .count("errors", of(Severity::Error))
            .count("warnings", of(Severity::Warning))
            .count("notes", of(Severity::Note));
        self.say(&message)
    }

    /// What to do now: nothing where there are only notes and nothing kept the unit's numbers from being judged.
    fn closing(&self) -> String {
        let mut open = open_findings(self.judged.findings).map(|finding| finding.severity).peekable();
        let only_notes = open.peek().is_some() && open.all(|severity| severity == Severity::Note);
        self.say(&Message::new(if only_notes && self.reasons().is_empty() {
            "notice-closing-notes"
        } else {
            "notice-closing"
        }))
    }

    /// The findings of one severity; `before` items have been numbered already.
    fn groups(&self, severity: Severity, before: usize) -> Vec<NoticeGroup> {
        let form = &self.judged.book.form;
        let mut groups: Vec<NoticeGroup> = Vec::new();
        let own = open_findings(self.judged.findings).filter(|finding| finding.severity == severity);
        for (finding, number) in own.zip(before + 1..) {
            let heading = self.say(&subject(finding, form));
            let item = self.item(number, finding);
            match groups.iter_mut().find(|group| group.heading == heading) {
                Some(group) => group.items.push(item),
                None => groups.push(NoticeGroup { heading, items: vec![item] }),
            }
        }
        groups
    }

    fn item(&self, number: usize, finding: &Finding) -> NoticeItem {
        let sentence = Arg::Message(Box::new(finding.message.clone()));
        let sentence = Message::new("notice-item").count("number", number).with("sentence", sentence);
        let detail = |key: &'static str, text: String| self.say(&Message::new(key).text("text", text));
        let basis: Vec<&str> = finding.basis.iter().map(|basis| basis.get(self.lang)).collect();
        let separator = self.say(&Message::new("word-semicolon"));
        let mut details = Vec::new();
        details.extend(finding_place(finding).map(|place| detail("export-place", self.say(&place))));
        details.extend(finding.suggestion.as_ref().map(|advice| detail("export-suggestion", self.say(advice))));
        details.push(detail("export-basis", basis.join(&separator)));
        details.extend(finding.waiver.as_ref().map(|waiver| self.say(&waiver_message(waiver))));
        NoticeItem { sentence: self.say(&sentence), details }
    }

    /// Why edits were not judged, and how many, where the unit can do something about it.
    fn reasons(&self) -> Vec<(String, usize)> {
        let groups = unjudged(self.judged.book, self.judged.judgement);
        groups.iter().filter_map(|group| Some((self.reason(group)?, group.edits))).collect()
    }

    fn unjudged(&self, position: usize) -> Option<NoticePart> {
        let reasons = self.reasons();
        let edits: usize = reasons.iter().map(|(_, edits)| edits).sum();
        let items = reasons.into_iter().map(|(sentence, _)| NoticeItem { sentence, details: Vec::new() });
        let explanation = self.say(&Message::new("notice-unjudged").count("edits", edits));
        let group = NoticeGroup { heading: explanation, items: items.collect() };
        (edits > 0).then(|| NoticePart { heading: self.heading(position, "notice-part-unjudged"), groups: vec![group] })
    }

    /// The waived findings with their waivers: nothing to correct, for the record.
    fn waived(&self, position: usize) -> Option<NoticePart> {
        let waived = self.judged.findings.iter().filter(|finding| finding.is_waived());
        let items = waived.zip(1..).map(|(finding, number)| {
            let severity = self.say(&severity_message(finding.severity));
            let sentence = Message::new("waiver-item").count("number", number).text("severity", severity);
            let sentence = sentence.with("sentence", Arg::Message(Box::new(finding.message.clone())));
            let details = finding.waiver.iter().map(|waiver| self.say(&waiver_message(waiver))).collect();
            NoticeItem { sentence: self.say(&sentence), details }
        });
        let items: Vec<NoticeItem> = items.collect();
        let explanation = self.say(&Message::new("waiver-explained").count("count", items.len()));
        (!items.is_empty()).then(|| NoticePart {
            heading: self.heading(position, "waiver-part"),
            groups: vec![NoticeGroup { heading: explanation, items }],
        })
    }

    /// Why edits were not judged; `None` where what is missing is with the office and not with the unit.
    fn reason(&self, group: &Unjudged<'_>) -> Option<String> {
        let key = unjudged_key(group)?;
        let named = Arg::List(group.about.iter().take(NAMED).cloned().collect());
        let named = if group.about.len() > NAMED {
            let more = Message::new("notice-and-more").with("named", named).count("count", group.about.len());
            Arg::Message(Box::new(more))
        } else {
            named
        };
        Some(self.say(&Message::new(key).with("about", named).count("edits", group.edits)))
    }
}

/// A file without its folders: those are the office's own.
fn file_name(file: &str) -> &str {
    file.rsplit(['/', '\\']).next().unwrap_or(file)
}

/// The section or table that a finding is about.
fn subject(finding: &Finding, form: &Form) -> Message {
    let cells = finding.cells.iter().filter_map(|cell| form.cell_index(cell));
    if let Some(cell) = cells.min() {
        let table = &form.tables[form.cell(cell).table];
        let message = Message::new("export-table-caption").label("table", &table.name);
        return match form.section(&table.section) {
            Some(section) => message.label("section", &Text { zh: section.zh.clone(), en: section.en.clone() }),
            None => message.text("section", ""),
        };
    }
    match section(finding, form) {
        Some(name) => Message::new("notice-section").label("section", &name),
        None => Message::new("notice-whole"),
    }
}

/// The section or part whose id stands in the subject of the finding's rule.
fn section(finding: &Finding, form: &Form) -> Option<Text> {
    let (_, subject) = finding.id.split_once('@')?;
    let rest = subject.strip_prefix("section.")?;
    let named = |id: &str| rest.strip_prefix(id).is_some_and(|after| after.is_empty() || after.starts_with('.'));
    let all = form.sections.iter().flat_map(|section| std::iter::once(section).chain(&section.parts));
    all.filter(|section| named(&section.id)).max_by_key(|section| section.id.len()).map(gouji_model::Section::name)
}
