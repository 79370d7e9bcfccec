//! The findings of many reports on one page.
use gouji_export::{Digest, DigestTable, Judged, Meta, about};
use gouji_model::{Lang, Message};

use crate::findings::Cells;
use crate::page::Page;
use crate::report::title;

/// The findings of many reports as one self-contained page.
#[derive(Debug)]
pub struct HtmlDigest {
    page: Page,
    /// Reports, and then tables, so far.
    number: usize,
}

impl HtmlDigest {
    /// Begins a page with a title.
    pub fn new(title: &str, generator: &str, lang: Lang) -> Self {
        let mut page = Page::new(lang);
        page.begin(title, generator);
        page.element("h1", title);
        page.depth = 2;
        Self { page, number: 0 }
    }
}

impl Digest for HtmlDigest {
    fn report(&mut self, judged: &Judged<'_>) {
        self.number += 1;
        let (page, number) = (&mut self.page, self.number);
        page.raw(&format!("<article id=\"r{number}\" aria-labelledby=\"r{number}-title\">\n<header>\n"));
        page.title(number, &title(judged));
        page.about(&about(judged, &Meta::default()));
        page.raw("</header>\n");
        page.found(judged, number, Cells::Named);
        page.raw("</article>\n");
    }

    fn failure(&mut self, file: &str, message: &Message) {
        self.number += 1;
        let (page, number) = (&mut self.page, self.number);
        page.raw(&format!("<article id=\"r{number}\" aria-labelledby=\"r{number}-title\">\n<header>\n"));
        page.title(number, file);
        page.raw("</header>\n<p class=\"error\"><strong>");
        page.say(&Message::new("word-error"));
        page.raw("</strong> ");
        page.say(message);
        page.raw("</p>\n</article>\n");
    }

    fn table(&mut self, table: &DigestTable) {
        let page = &mut self.page;
        page.raw("<section class=\"summary\">\n");
        page.element("h2", &table.title);
        page.raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"");
        page.text(&table.title);
        page.raw("\"><table>\n<thead><tr>");
        for (head, _) in &table.columns {
            page.raw("<th scope=\"col\">");
            page.text(head);
            page.raw("</th>");
        }
        page.raw("</tr></thead>\n<tbody>\n");
        for row in &table.rows {
            page.raw("<tr>");
            for (column, (_, is_number)) in table.columns.iter().enumerate() {
                page.raw(if *is_number { "<td>" } else { "<td class=\"text\">" });
                page.text(row.get(column).map(String::as_str).unwrap_or_default());
                page.raw("</td>");
            }
            page.raw("</tr>\n");
        }
        page.raw("</tbody>\n</table></div>\n</section>\n");
    }

    fn paragraph(&mut self, message: &Message) {
        self.page.raw("<p>");
        self.page.say(message);
        self.page.raw("</p>\n");
    }

    fn end(&mut self) {
        self.page.end();
    }

    fn take(&mut self) -> String {
        std::mem::take(&mut self.page.out)
    }
}
