//! The findings of all reports as one document, Markdown or HTML.
use std::io::{self, Write};

use gouji_export::{Digest, DigestTable, Source};
use gouji_html::HtmlDigest;
use gouji_markdown::MarkdownDigest;
use gouji_model::Lang;

use super::overview::{Summary, sum, summaries};
use super::{Ending, Sink, SinkOptions};
use crate::command::published;
use crate::examine::Examined;
use crate::files::Failure;
use crate::report_view::name;
use crate::table::Align;
use crate::tally::Tally;
use crate::text;

/// Writes reports as they come, then the summary.
pub(super) struct Document<D> {
    lang: Lang,
    digest: D,
    tally: Tally,
}

impl Document<MarkdownDigest> {
    pub(super) fn markdown(options: SinkOptions) -> Self {
        let digest = MarkdownDigest::new(&text("digest-title", options.lang), options.lang);
        Self { lang: options.lang, digest, tally: Tally::default() }
    }
}

impl Document<HtmlDigest> {
    pub(super) fn html(options: SinkOptions) -> Self {
        let generator = format!("gouji {}", env!("CARGO_PKG_VERSION"));
        let digest = HtmlDigest::new(&text("digest-title", options.lang), &generator, options.lang);
        Self { lang: options.lang, digest, tally: Tally::default() }
    }
}

impl<D: Digest> Document<D> {
    fn table(&mut self, summary: Summary) {
        let lang = self.lang;
        let columns = summary.heads.iter().zip(summary.aligns);
        self.digest.table(&DigestTable {
            title: text(summary.title.unwrap_or("tally-by-report"), lang),
            columns: columns.map(|(head, align)| (text(head, lang), *align == Align::Right)).collect(),
            rows: summary.rows,
        });
    }

    fn written(&mut self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(self.digest.take().as_bytes())
    }
}

impl<D: Digest> Sink for Document<D> {
    fn report(&mut self, examined: &Examined<'_>, out: &mut dyn Write) -> io::Result<()> {
        self.tally.report(examined, gouji_model::render(&name(examined.report), self.lang));
        let source = Source { file: examined.file.to_string(), ..Source::default() };
        self.digest.report(&published(examined, &source));
        self.written(out)
    }

    fn failure(&mut self, failure: &Failure, out: &mut dyn Write) -> io::Result<()> {
        self.tally.failure(failure);
        self.digest.failure(failure.file.as_str(), &failure.message);
        self.written(out)
    }

    fn finish(&mut self, ending: &Ending<'_>, out: &mut dyn Write) -> io::Result<()> {
        if self.tally.entries.len() > 1 {
            for summary in summaries(&self.tally, self.lang) {
                self.table(summary);
            }
            self.digest.paragraph(&sum(&self.tally));
        }
        for message in ending.waivers.iter().flat_map(|waivers| super::overview::waivers_told(waivers)) {
            self.digest.paragraph(&message);
        }
        if let Some(progress) = ending.progress {
            self.table(super::overview::progress_table(progress, self.lang));
        }
        self.digest.end();
        self.written(out)
    }
}
