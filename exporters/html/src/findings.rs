//! Findings, each linked to its cells, and the marks in cells that link back.
use std::collections::HashMap;

use gouji_edits::{Finding, Severity};
use gouji_export::{Judged, finding_place, severity_message, summary_message, waiver_message};
use gouji_model::{Form, Message};

use crate::page::Page;

/// More cells than this are listed behind a disclosure triangle: the message names them already.
const LISTED: usize = 8;

/// How findings point to cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cells {
    /// By links: the tables are on the page.
    Linked,
    /// By name.
    Named,
}

/// Where a finding stands.
#[derive(Clone, Copy)]
struct Place<'a> {
    form: &'a Form,
    /// Number of the report in the page.
    report: usize,
    cells: Cells,
}

/// Which findings point to which cells.
#[derive(Debug)]
pub(crate) struct Marks<'a> {
    /// Number of the report in the page.
    pub(crate) report: usize,
    /// Numbers of findings, from 1, with their severity, by id of the cell.
    cells: HashMap<&'a str, Vec<(usize, Severity)>>,
}

impl<'a> Marks<'a> {
    /// The marks of the `number`th report.
    pub(crate) fn of(number: usize, judged: &Judged<'a>) -> Self {
        let mut cells: HashMap<&str, Vec<(usize, Severity)>> = HashMap::new();
        for (position, finding) in judged.findings.iter().enumerate().filter(|(_, finding)| !finding.is_waived()) {
            for cell in &finding.cells {
                let marks = cells.entry(cell).or_default();
                if !marks.contains(&(position + 1, finding.severity)) {
                    marks.push((position + 1, finding.severity));
                }
            }
        }
        Self { report: number, cells }
    }

    /// No marks, of a blank form.
    pub(crate) fn none() -> Self {
        Self { report: 1, cells: HashMap::new() }
    }

    /// The findings that point to a cell, in order.
    pub(crate) fn at(&self, cell: &str) -> &[(usize, Severity)] {
        self.cells.get(cell).map(Vec::as_slice).unwrap_or_default()
    }
}

impl Page {
    /// A heading, how many there are, then each.
    pub(crate) fn findings(&mut self, judged: &Judged<'_>, marks: &Marks<'_>) {
        let report = marks.report;
        self.raw(&format!("<section class=\"findings\" aria-labelledby=\"r{report}-findings r{report}-title\">\n"));
        self.open_heading(1, &format!(" id=\"r{report}-findings\""));
        self.say(&Message::new("export-findings"));
        self.close_heading(1);
        self.listed(judged, report, Cells::Linked);
        self.raw("</section>\n");
    }

    /// The findings without a heading.
    pub(crate) fn found(&mut self, judged: &Judged<'_>, report: usize, cells: Cells) {
        self.raw("<div class=\"findings\">\n");
        self.listed(judged, report, cells);
        self.raw("</div>\n");
    }

    fn listed(&mut self, judged: &Judged<'_>, report: usize, cells: Cells) {
        self.raw("<p>");
        self.say(&summary_message(judged));
        self.raw("</p>\n");
        if judged.findings.is_empty() {
            return;
        }
        self.raw("<ol>\n");
        for (position, finding) in judged.findings.iter().enumerate() {
            let place = Place { form: &judged.book.form, report, cells };
            self.finding(position + 1, finding, place);
        }
        self.raw("</ol>\n");
    }

    fn finding(&mut self, number: usize, finding: &Finding, place: Place<'_>) {
        let report = place.report;
        self.raw(&format!("<li id=\"r{report}-f{number}\" class=\"{}\">\n<p><strong>", finding.severity.id()));
        self.say(&severity_message(finding.severity));
        self.raw("</strong> ");
        self.say(&finding.message);
        self.raw("</p>\n<ul>\n");
        if let Some(waiver) = &finding.waiver {
            self.detail(&waiver_message(waiver));
        }
        if let Some(suggestion) = &finding.suggestion {
            self.detail(&own("export-suggestion", self.rendered(suggestion)));
        }
        if !finding.cells.is_empty() {
            self.cells(finding, place);
        }
        if let Some(place) = finding_place(finding) {
            self.detail(&own("export-place", self.rendered(&place)));
        }
        let basis: Vec<&str> = finding.basis.iter().map(|basis| basis.get(self.lang)).collect();
        let separator = self.rendered(&Message::new("word-semicolon"));
        self.detail(&own("export-basis", basis.join(&separator)));
        self.raw("<li><code>");
        self.text(&finding.id);
        self.raw("</code></li>\n</ul>\n</li>\n");
    }

    fn rendered(&self, message: &Message) -> String {
        gouji_model::render(message, self.lang)
    }

    fn detail(&mut self, message: &Message) {
        self.raw("<li>");
        self.say(message);
        self.raw("</li>\n");
    }

    /// The cells; many of them behind a disclosure triangle.
    fn cells(&mut self, finding: &Finding, place: Place<'_>) {
        let links: Vec<String> = finding.cells.iter().map(|cell| self.named_or_linked(cell, place)).collect();
        let list = links.join(match self.lang {
            gouji_model::Lang::Zh => "、",
            gouji_model::Lang::En => ", ",
        });
        if links.len() <= LISTED {
            let before = self.rendered(&own("export-cells", String::new()));
            self.raw("<li>");
            self.text(&before);
            self.raw(&list);
            self.raw("</li>\n");
            return;
        }
        self.raw("<li><details><summary>");
        self.say(&Message::new("export-cells-count").count("count", links.len()));
        self.raw("</summary>");
        self.raw(&list);
        self.raw("</details></li>\n");
    }

    fn named_or_linked(&self, cell: &str, place: Place<'_>) -> String {
        let name = place.form.slot(cell).map_or(cell, |slot| place.form.slot_name(slot).get(self.lang));
        if place.cells == Cells::Named {
            let mut text = String::new();
            crate::escape::push(&mut text, name);
            return text;
        }
        let mut markup = format!("<a href=\"#r{}-", place.report);
        crate::escape::push(&mut markup, cell);
        markup.push_str("\">");
        crate::escape::push(&mut markup, name);
        markup.push_str("</a>");
        markup
    }
}

fn own(key: &'static str, text: String) -> Message {
    Message::new(key).text("text", text)
}
