//! The findings of many reports.
use gouji_export::{Digest, DigestTable, Judged, Meta, about};
use gouji_model::{Lang, Message};

use crate::escape::inline;
use crate::table::line;
use crate::{Page, title};

/// The findings of many reports as Markdown.
#[derive(Debug)]
pub struct MarkdownDigest(Page);

impl MarkdownDigest {
    /// Begins a document with a title.
    pub fn new(title: &str, lang: Lang) -> Self {
        let mut page = Page { out: String::new(), lang, depth: 1 };
        page.heading(0, title);
        page.depth = 2;
        Self(page)
    }
}

impl Digest for MarkdownDigest {
    fn report(&mut self, judged: &Judged<'_>) {
        let page = &mut self.0;
        page.heading(0, &title(judged));
        let about: Vec<String> = about(judged, &Meta::default()).iter().map(|message| page.say(message)).collect();
        page.paragraph(&about.join(" · "));
        page.found(judged);
    }

    fn failure(&mut self, file: &str, message: &Message) {
        let page = &mut self.0;
        page.heading(0, file);
        let message = page.say(message);
        page.paragraph(&message);
    }

    fn table(&mut self, table: &DigestTable) {
        let page = &mut self.0;
        page.heading(0, &table.title);
        let heads: Vec<_> = table.columns.iter().map(|(head, _)| inline(head)).collect();
        line(heads.iter().map(AsRef::as_ref), &mut page.out);
        line(table.columns.iter().map(|(_, number)| if *number { "---:" } else { "---" }), &mut page.out);
        for row in &table.rows {
            let cells: Vec<_> = row.iter().map(|text| inline(text)).collect();
            let missing = table.columns.len().saturating_sub(cells.len());
            line(cells.iter().map(AsRef::as_ref).chain(std::iter::repeat_n("", missing)), &mut page.out);
        }
        page.out.push('\n');
    }

    fn paragraph(&mut self, message: &Message) {
        let text = self.0.say(message);
        self.0.paragraph(&text);
    }

    fn end(&mut self) {
        self.0.out.truncate(self.0.out.trim_end().len());
        self.0.out.push('\n');
    }

    fn take(&mut self) -> String {
        std::mem::take(&mut self.0.out)
    }
}
