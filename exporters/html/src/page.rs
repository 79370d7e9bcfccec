//! The page around reports: head, style, table of contents.
use gouji_export::{Publication, report_title};
use gouji_model::{Lang, Message, render};

use crate::escape;
use crate::report::title;

const STYLE: &str = include_str!("style.css");
/// Nothing may be loaded or run, whatever the report says.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// A page being written.
#[derive(Debug)]
pub(crate) struct Page {
    /// What is written.
    pub(crate) out: String,
    /// Language of everything that is not the report's own.
    pub(crate) lang: Lang,
    /// Level of the heading of a report.
    pub(crate) depth: usize,
}

impl Page {
    pub(crate) fn new(lang: Lang) -> Self {
        Self { out: String::with_capacity(64 * 1024), lang, depth: 1 }
    }

    /// Appends markup.
    pub(crate) fn raw(&mut self, markup: &str) {
        self.out.push_str(markup);
    }

    /// Appends text.
    pub(crate) fn text(&mut self, text: &str) {
        escape::push(&mut self.out, text);
    }

    /// Appends the text of a message.
    pub(crate) fn say(&mut self, message: &Message) {
        let text = render(message, self.lang);
        self.text(&text);
    }

    /// Appends a whole element without attributes.
    pub(crate) fn element(&mut self, name: &str, text: &str) {
        self.raw("<");
        self.raw(name);
        self.raw(">");
        self.text(text);
        self.raw("</");
        self.raw(name);
        self.raw(">\n");
    }

    /// An attribute that says a stretch is Chinese, where the page is not.
    pub(crate) fn chinese(&self) -> &'static str {
        match self.lang {
            Lang::Zh => "",
            Lang::En => " lang=\"zh-CN\"",
        }
    }

    /// One report, or the blank form.
    pub(crate) fn single(&mut self, publication: &Publication<'_>) {
        let blank = || report_title(publication.book, Some(&publication.name), publication.year);
        let title = publication.reports.first().map_or_else(blank, title);
        self.begin(&title, &publication.meta.generator);
        if publication.reports.is_empty() {
            self.blank(publication, &title);
        }
        for (position, judged) in publication.reports.iter().enumerate() {
            self.report(position + 1, judged, publication);
        }
        self.end();
    }

    /// A table of contents, then one report after the other.
    pub(crate) fn batch(&mut self, publication: &Publication<'_>) {
        self.begin(&publication.name, &publication.meta.generator);
        self.element("h1", &publication.name);
        self.raw("<nav class=\"contents\" aria-labelledby=\"contents\">\n<h2 id=\"contents\">");
        self.say(&Message::new("export-contents"));
        self.raw("</h2>\n<ol>\n");
        for (position, judged) in publication.reports.iter().enumerate() {
            self.raw(&format!("<li><a href=\"#r{}\"{}>", position + 1, self.chinese()));
            self.text(&title(judged));
            self.raw("</a> <span class=\"about\">");
            self.say(&gouji_export::summary_message(judged));
            self.raw("</span></li>\n");
        }
        self.raw("</ol>\n</nav>\n");
        self.depth = 2;
        for (position, judged) in publication.reports.iter().enumerate() {
            self.report(position + 1, judged, publication);
        }
        self.end();
    }

    /// Everything before the content.
    pub(crate) fn begin(&mut self, title: &str, generator: &str) {
        self.raw(&format!("<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n", self.lang.tag()));
        self.raw(&format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n"));
        self.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        if !generator.is_empty() {
            self.raw("<meta name=\"generator\" content=\"");
            self.text(generator);
            self.raw("\">\n");
        }
        self.element("title", title);
        self.raw("<style>\n");
        self.raw(STYLE);
        self.raw("</style>\n</head>\n<body>\n<main>\n");
    }

    /// Everything behind the content.
    pub(crate) fn end(&mut self) {
        self.raw("</main>\n</body>\n</html>\n");
    }
}
