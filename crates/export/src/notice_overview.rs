//! 修改意见汇总: one page over all notices of a run, for the office that sends them.
use gouji_edits::Severity;
use gouji_model::{Arg, Lang, Message, Text, render};

use crate::{Meta, Notice, NoticeGroup, NoticeItem, NoticePart, notice::date_words, severity_message};

/// What a run found in all files, in the order of the files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NoticeOverview {
    /// The reports that were checked.
    pub reports: Vec<OverviewReport>,
    /// The files that could not be read, with the reason.
    pub unreadable: Vec<(String, Message)>,
    /// Units of the list that handed nothing in.
    pub absent: Vec<String>,
}

/// A report in an overview.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OverviewReport {
    /// The unit, where known.
    pub unit: Option<String>,
    /// The report year, where known.
    pub year: Option<i32>,
    /// Its file.
    pub file: String,
    /// Findings that are not waived: errors, warnings, notes.
    pub counts: [usize; 3],
    /// Edits that were not judged.
    pub unjudged: usize,
    /// How many of these the notice tells of; for the others the office lacks what they need.
    pub unjudged_in_notice: usize,
    /// Findings that are waived: the title of the rule, and what the waiver says.
    pub waived: Vec<(Text, Message)>,
    /// The gravest finding: its severity and the title of its rule.
    pub worst: Option<(Severity, Text)>,
    /// The notice's files.
    pub notices: Vec<String>,
}

impl OverviewReport {
    fn is_clean(&self) -> bool {
        self.counts == [0; 3]
    }
}

/// The overview as a notice: reports with findings, the worst first, then those without, files that could not be read,
/// and units that handed nothing in.
pub fn overview(overview: &NoticeOverview, meta: &Meta) -> Notice {
    let writer = Writer { overview, lang: meta.lang };
    let mut parts = Vec::new();
    let lists = [
        ("overview-part-faulty", writer.faulty()),
        ("overview-part-clean", writer.clean()),
        ("overview-part-unreadable", writer.unreadable()),
        ("overview-part-absent", writer.absent()),
    ];
    for (key, items) in lists {
        if !items.is_empty() {
            let heading = Message::new("notice-heading").count("position", parts.len() + 1);
            let heading = writer.say(&heading.with("heading", Arg::Message(Box::new(Message::new(key)))));
            let explanation = writer.say(&Message::new("overview-count").count("count", items.len()));
            parts.push(NoticePart { heading, groups: vec![NoticeGroup { heading: explanation, items }] });
        }
    }
    Notice {
        title: writer.say(&Message::new("overview-title")),
        address: String::new(),
        opening: writer.opening(),
        parts,
        unjudged: None,
        waived: None,
        closing: writer.say(&Message::new(if overview.unreadable.is_empty() {
            "overview-closing"
        } else {
            "overview-closing-unreadable"
        })),
        office: meta.office.clone(),
        date: meta.date.map(|date| date_words(date, meta.lang)),
    }
}

struct Writer<'a> {
    overview: &'a NoticeOverview,
    lang: Lang,
}

impl Writer<'_> {
    fn say(&self, message: &Message) -> String {
        render(message, self.lang)
    }

    fn opening(&self) -> String {
        let clean = self.overview.reports.iter().filter(|report| report.is_clean()).count();
        let message = Message::new("overview-opening")
            .count("reports", self.overview.reports.len())
            .count("faulty", self.overview.reports.len() - clean)
            .count("clean", clean)
            .count("unreadable", self.overview.unreadable.len());
        self.say(&message)
    }

    /// `sentence` with its number, from 0.
    fn item(&self, position: usize, sentence: Message, details: Vec<String>) -> NoticeItem {
        let message = Message::new("notice-item").count("number", position + 1);
        let sentence = self.say(&message.with("sentence", Arg::Message(Box::new(sentence))));
        NoticeItem { sentence, details }
    }

    fn faulty(&self) -> Vec<NoticeItem> {
        let mut faulty: Vec<&OverviewReport> =
            self.overview.reports.iter().filter(|report| !report.is_clean()).collect();
        faulty.sort_by_key(|report| std::cmp::Reverse(report.counts));
        let item = |(position, report): (usize, &OverviewReport)| {
            let [errors, warnings, notes] = report.counts;
            let sentence = named("overview-faulty", report);
            let sentence = sentence.count("errors", errors).count("warnings", warnings).count("notes", notes);
            self.item(position, sentence, self.details(report))
        };
        faulty.into_iter().enumerate().map(item).collect()
    }

    fn clean(&self) -> Vec<NoticeItem> {
        let clean = self.overview.reports.iter().filter(|report| report.is_clean()).enumerate();
        clean
            .map(|(position, report)| self.item(position, named("overview-clean", report), self.details(report)))
            .collect()
    }

    fn details(&self, report: &OverviewReport) -> Vec<String> {
        let mut details = vec![Message::new("overview-file").text("file", &*report.file)];
        details.extend(report.worst.as_ref().map(|(severity, title)| {
            let severity = Arg::Message(Box::new(severity_message(*severity)));
            Message::new("overview-worst").with("severity", severity).label("rule", title)
        }));
        if report.unjudged > 0 {
            let is_told = report.unjudged_in_notice > 0 && !report.notices.is_empty();
            let key = if is_told { "overview-unjudged-told" } else { "overview-unjudged" };
            let message = Message::new(key).count("count", report.unjudged);
            details.push(message.count("told", report.unjudged_in_notice));
        }
        let waived = report.waived.iter().map(|(rule, waiver)| {
            let waiver = Arg::Message(Box::new(waiver.clone()));
            Message::new("overview-waived").label("rule", rule).with("waiver", waiver)
        });
        details.extend(waived);
        if !report.notices.is_empty() {
            let files = report.notices.iter().map(|file| Arg::Text(file.clone())).collect();
            details.push(Message::new("overview-notice").with("files", Arg::List(files)));
        }
        details.iter().map(|detail| self.say(detail)).collect()
    }

    fn unreadable(&self) -> Vec<NoticeItem> {
        let item = |(position, (file, reason)): (usize, &(String, Message))| {
            let sentence = Message::new("overview-unreadable").text("file", &**file);
            self.item(position, sentence.with("reason", Arg::Message(Box::new(reason.clone()))), Vec::new())
        };
        self.overview.unreadable.iter().enumerate().map(item).collect()
    }

    fn absent(&self) -> Vec<NoticeItem> {
        let units = self.overview.absent.iter().enumerate();
        units
            .map(|(position, unit)| {
                self.item(position, Message::new("overview-absent").text("unit", &**unit), Vec::new())
            })
            .collect()
    }
}

/// A message about a report, with its unit and year.
fn named(key: &'static str, report: &OverviewReport) -> Message {
    let unit = match &report.unit {
        Some(unit) => Arg::Text(unit.clone()),
        None => Arg::Message(Box::new(Message::new("overview-unit-unknown"))),
    };
    let year = match report.year {
        Some(year) => Arg::Message(Box::new(Message::new("overview-year").text("year", year.to_string()))),
        None => Arg::Text(String::new()),
    };
    Message::new(key).with("unit", unit).with("year", year)
}
