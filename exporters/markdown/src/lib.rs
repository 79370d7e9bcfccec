//! Reports as Markdown, in the dialect of GitHub (GFM): findings as a list, then sections and tables in order.
//!
//! What the report does not say itself (its file, its findings) stands between its title and its first section, so
//! that the text is read back as the report.
mod digest;
mod escape;
mod findings;
mod table;

use std::fmt::Write;

use gouji_export::{
    Artifact, Chapter, ExportError, Exporter, Judged, Kind, Printed, Publication, about, chapters, other_cells,
    refuse_controls, report_title, unsupported,
};
use gouji_model::{Lang, Message, render};

pub use crate::digest::MarkdownDigest;
use crate::escape::inline;
pub use crate::escape::paragraph;

/// The exporter of Markdown.
#[derive(Clone, Copy, Debug, Default)]
pub struct Markdown;

impl Exporter for Markdown {
    fn name(&self) -> &'static str {
        "markdown"
    }

    fn export(&self, publication: &Publication<'_>) -> Result<Vec<Artifact>, ExportError> {
        refuse_controls(publication)?;
        let mut page = Page { out: String::new(), lang: publication.meta.lang, depth: 1 };
        match publication.kind {
            Kind::Report => publication.reports.iter().for_each(|judged| page.report(judged, publication)),
            Kind::BlankForm => page.blank(publication),
            Kind::Batch => page.batch(publication),
            Kind::Notice => return Err(unsupported(self.name(), publication.kind)),
        }
        Ok(vec![Artifact { suffix: ".md".to_owned(), bytes: page.out.into_bytes() }])
    }
}

/// A text being written.
#[derive(Debug)]
struct Page {
    out: String,
    lang: Lang,
    /// Level of the headings of reports.
    depth: usize,
}

impl Page {
    fn say(&self, message: &Message) -> String {
        render(message, self.lang)
    }

    fn word(&self, key: &'static str) -> String {
        self.say(&Message::new(key))
    }

    fn put(&mut self, text: std::fmt::Arguments<'_>) {
        // Writing to a string does not fail.
        let _ = self.out.write_fmt(text);
    }

    /// A heading `below` levels under that of the report.
    fn heading(&mut self, below: usize, text: &str) {
        self.out.extend(std::iter::repeat_n('#', self.depth + below));
        self.out.push(' ');
        self.out.push_str(&inline(text));
        self.out.push_str("\n\n");
    }

    fn paragraph(&mut self, text: &str) {
        self.out.push_str(&paragraph(text));
        self.out.push_str("\n\n");
    }

    fn report(&mut self, judged: &Judged<'_>, publication: &Publication<'_>) {
        self.heading(0, &title(judged));
        let about: Vec<String> = about(judged, &publication.meta).iter().map(|message| self.say(message)).collect();
        self.paragraph(&about.join(" · "));
        self.findings(judged);
        self.chapters(judged.printed());
    }

    fn blank(&mut self, publication: &Publication<'_>) {
        self.heading(0, &report_title(publication.book, Some(&publication.name), publication.year));
        self.chapters(Printed::blank(&publication.book.form));
    }

    /// A table of contents, then one report after the other.
    fn batch(&mut self, publication: &Publication<'_>) {
        self.heading(0, &publication.name);
        self.depth = 2;
        let contents = self.word("export-contents");
        self.heading(0, &contents);
        for (position, judged) in publication.reports.iter().enumerate() {
            let (number, title) = (position + 1, title(judged));
            self.put(format_args!("{number}. [{}](#r{number})\n", inline(&title)));
        }
        for (position, judged) in publication.reports.iter().enumerate() {
            self.put(format_args!("\n<a id=\"r{}\"></a>\n\n", position + 1));
            self.report(judged, publication);
        }
    }

    fn chapters(&mut self, printed: Printed<'_>) {
        let others = other_cells(printed);
        if !others.is_empty() {
            let heading = self.word("export-other-cells");
            self.heading(1, &heading);
            let text = self.word("export-other-cells-text");
            self.paragraph(&text);
            for cell in others {
                self.put(format_args!("- {}: {}\n", inline(cell.id), inline(&cell.text)));
            }
            self.out.push('\n');
        }
        for chapter in chapters(printed) {
            self.chapter(&chapter);
        }
        self.out.truncate(self.out.trim_end().len());
        self.out.push('\n');
    }

    fn chapter(&mut self, chapter: &Chapter<'_>) {
        if let Some(heading) = &chapter.heading {
            self.heading(chapter.level.into(), heading);
        }
        for text in &chapter.paragraphs {
            self.paragraph(text);
        }
        for text in &chapter.tables {
            table::write(text, &mut self.out);
        }
    }
}

fn title(judged: &Judged<'_>) -> String {
    report_title(judged.book, judged.report.unit.name.as_deref(), judged.report.year)
}
