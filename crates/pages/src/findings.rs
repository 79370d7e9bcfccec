//! The findings of a report as blocks.
use std::borrow::Cow;

use gouji_edits::Finding;
use gouji_export::{
    Judged, Publication, about, finding_place, other_cells, severity_message, summary_message, waiver_message,
};
use gouji_model::{Arg, Form, Lang, Message, render};

use crate::Face;
use crate::block::{Block, Link, Nest, Role, Style, TextBlock};
use crate::paper::title;

/// More cells than this are only counted: the message names them already.
const LISTED: usize = 8;

/// What is wrong with a report and what its tables have no place for.
pub(crate) fn findings<'p>(judged: &'p Judged<'p>, publication: &'p Publication<'p>) -> Vec<Block<'p>> {
    let mut page = Page { lang: publication.meta.lang, blocks: Vec::new(), place: Message::new("export-place-name") };
    let heading = page.say(&Message::new("export-findings"));
    let head = Style { below: 8.0, ..Style::TITLE };
    page.push(Role::Title, head, vec![(Face::Song, heading.into())]);
    let centred = Style { alignment: crate::block::Alignment::Centred, below: 10.0, ..Style::NOTE };
    page.push(Role::Paragraph, Style { size: 14, pitch: 24.0, ..centred }, vec![(Face::Hei, title(judged).into())]);
    page.about(judged, publication);
    let summary = page.say(&summary_message(judged));
    page.push(Role::Paragraph, Style { above: 8.0, below: 8.0, ..Style::NOTE }, vec![(Face::Hei, summary.into())]);
    if !judged.findings.is_empty() {
        page.blocks.push(Block::Open(Nest::List));
        for (finding, number) in judged.findings.iter().zip(1..) {
            page.finding(number, finding, &judged.book.form);
        }
        page.blocks.push(Block::Close);
    }
    page.others(judged);
    page.blocks
}

struct Page<'p> {
    lang: Lang,
    blocks: Vec<Block<'p>>,
    /// Where what is pushed is from.
    place: Message,
}

impl<'p> Page<'p> {
    fn say(&self, message: &Message) -> String {
        render(message, self.lang)
    }

    fn push(&mut self, role: Role, style: Style, parts: Vec<(Face, Cow<'p, str>)>) {
        let place = self.place.clone();
        self.blocks.push(Block::Text(TextBlock { role, style, parts, tail: None, link: None, place }));
    }

    /// File, hash and so on, each in a line of small print.
    fn about(&mut self, judged: &'p Judged<'p>, publication: &'p Publication<'p>) {
        let small = Style { size: 10, pitch: 15.0, ..Style::NOTE };
        for message in about(judged, &publication.meta) {
            let text = self.say(&message);
            self.push(Role::Paragraph, small, vec![(Face::Kai, text.into())]);
            if let (Some(Block::Text(block)), "export-about-url") = (self.blocks.last_mut(), &*message.key) {
                block.link = judged.source.url.clone().map(Link::Url);
            }
        }
    }

    fn finding(&mut self, number: usize, finding: &'p Finding, form: &Form) {
        self.place = Message::new("export-place-finding").text("finding", &finding.id);
        let severity = self.say(&severity_message(finding.severity));
        let message = self.say(&finding.message);
        let head = Style { left: 24.0, indent: -24.0, above: 6.0, ..Style::NOTE };
        self.blocks.push(Block::Open(Nest::Item));
        let parts = vec![(Face::Hei, format!("{number}. {severity} ").into()), (Face::Kai, message.into())];
        self.push(Role::Paragraph, head, parts);
        let small = Style { size: 10, pitch: 16.0, left: 24.0, ..Style::NOTE };
        for detail in self.details(finding, form) {
            self.push(Role::Paragraph, small, vec![(Face::Kai, detail.into())]);
        }
        self.blocks.push(Block::Close);
    }

    fn details(&self, finding: &Finding, form: &Form) -> Vec<String> {
        let own = |key: &'static str, text: String| self.say(&Message::new(key).text("text", text));
        let mut details = Vec::new();
        details.extend(finding.waiver.as_ref().map(|waiver| self.say(&waiver_message(waiver))));
        if let Some(suggestion) = &finding.suggestion {
            details.push(own("export-suggestion", self.say(suggestion)));
        }
        if (1..=LISTED).contains(&finding.cells.len()) {
            let name = |cell: &str| {
                form.slot(cell).map_or(cell.to_owned(), |slot| form.slot_name(slot).get(self.lang).to_owned())
            };
            let names = Arg::List(finding.cells.iter().map(|cell| Arg::Text(name(cell))).collect());
            details.push(self.say(&Message::new("export-cells").with("text", names)));
        } else if !finding.cells.is_empty() {
            details.push(self.say(&Message::new("export-cells-count").count("count", finding.cells.len())));
        }
        if let Some(place) = finding_place(finding) {
            details.push(own("export-place", self.say(&place)));
        }
        let basis: Vec<&str> = finding.basis.iter().map(|basis| basis.get(self.lang)).collect();
        details.push(own("export-basis", basis.join(&self.say(&Message::new("word-semicolon")))));
        details.push(finding.id.clone());
        details
    }

    /// Numbers that the tables have no place for.
    fn others(&mut self, judged: &Judged<'_>) {
        let others = other_cells(judged.printed());
        if others.is_empty() {
            return;
        }
        self.place = Message::new("export-place-name");
        let heading = self.say(&Message::new("export-other-cells"));
        let text = self.say(&Message::new("export-other-cells-text"));
        let head = Style { size: 14, pitch: 24.0, above: 12.0, ..Style::NOTE };
        self.push(Role::Heading(1), head, vec![(Face::Hei, heading.into())]);
        self.push(Role::Paragraph, Style::NOTE, vec![(Face::Kai, text.into())]);
        self.blocks.push(Block::Open(Nest::List));
        for cell in others {
            self.place = Message::new("export-place-cell").text("cell", cell.id);
            self.blocks.push(Block::Open(Nest::Item));
            let line = Style { size: 10, pitch: 16.0, left: 24.0, ..Style::NOTE };
            self.push(Role::Paragraph, line, vec![(Face::Kai, format!("{} {}", cell.id, cell.text).into())]);
            self.blocks.push(Block::Close);
        }
        self.blocks.push(Block::Close);
    }
}
