//! The documents that a publication makes.
use gouji_export::{ExportError, Judged, Kind, Publication, other_cells, report_title, unsupported};
use gouji_model::{Arg, Lang, Message, render};

use crate::block::Block;
use crate::canvas::{Canvas, Rule, Run};
use crate::flow::{Cause, Fault, draw};
use crate::{contents, findings, notice, report};

/// One document.
///
/// What the report does not say itself, its findings, is a document of its own, so that the report can be published as
/// it is.
#[derive(Clone, Debug)]
pub struct Paper<'p> {
    /// What stands in the suffix of the file before that of the format: nothing, or `.findings`.
    pub infix: &'static str,
    /// Its title.
    pub title: String,
    /// Its language.
    pub lang: Lang,
    publication: &'p Publication<'p>,
    parts: Vec<Part<'p>>,
}

/// What begins on a page of its own.
#[derive(Clone, Copy, Debug)]
enum Part<'p> {
    Blank,
    Report(&'p Judged<'p>),
    Findings(&'p Judged<'p>),
    Notice(&'p Judged<'p>),
}

/// The documents of a publication: the reports, and their findings where there are any.
///
/// # Errors
/// [`ExportError`] where there is no such document; `format` is its name.
pub fn papers<'p>(publication: &'p Publication<'p>, format: &str) -> Result<Vec<Paper<'p>>, ExportError> {
    let paper = |infix, title, lang, parts| Paper { infix, title, lang, publication, parts };
    let title = match (publication.kind, publication.reports.first()) {
        (Kind::Notice, None) => return Err(unsupported(format, publication.kind)),
        (Kind::Notice, Some(judged)) => {
            let lang = publication.meta.lang;
            let title = format!("{} · {}", render(&Message::new("notice-title"), lang), title(judged));
            return Ok(vec![paper("", title, lang, publication.reports.iter().map(Part::Notice).collect())]);
        }
        (Kind::Batch, _) => publication.name.clone(),
        (Kind::BlankForm, _) | (_, None) => {
            let title = report_title(publication.book, Some(&publication.name), publication.year);
            return Ok(vec![paper("", title, Lang::Zh, vec![Part::Blank])]);
        }
        (Kind::Report, Some(judged)) => title(judged),
    };
    let mut papers = vec![paper("", title.clone(), Lang::Zh, publication.reports.iter().map(Part::Report).collect())];
    let told = publication.reports.iter().filter(|judged| has_findings(judged));
    let told: Vec<Part<'_>> = told.map(Part::Findings).collect();
    if !told.is_empty() {
        let lang = publication.meta.lang;
        let findings = render(&Message::new("export-findings"), lang);
        papers.push(paper(".findings", format!("{findings} · {title}"), lang, told));
    }
    Ok(papers)
}

/// The title of a report.
pub(crate) fn title(judged: &Judged<'_>) -> String {
    report_title(judged.book, judged.report.unit.name.as_deref(), judged.report.year)
}

fn has_findings(judged: &Judged<'_>) -> bool {
    !judged.findings.is_empty() || !other_cells(judged.printed()).is_empty()
}

impl Paper<'_> {
    /// Draws all pages.
    ///
    /// # Errors
    /// [`ExportError`] naming a character that no font has, or a row of a table that is longer than a page.
    pub fn draw(&self, canvas: &mut dyn Canvas) -> Result<(), ExportError> {
        let mut page = 0;
        if self.publication.kind == Kind::Batch {
            page = self.contents(canvas)?;
        }
        for part in &self.parts {
            page += self.part(*part, page, canvas)?;
        }
        Ok(())
    }

    /// Draws a part, with `before` pages before it; returns how many it has.
    fn part(&self, part: Part<'_>, before: usize, canvas: &mut dyn Canvas) -> Result<usize, ExportError> {
        let publication = self.publication;
        let (blocks, file) = match part {
            Part::Blank => (report::blank(publication), &publication.name),
            Part::Report(judged) => (report::report(judged), &judged.source.file),
            Part::Findings(judged) => (findings::findings(judged, publication), &judged.source.file),
            Part::Notice(judged) => (notice::blocks(judged, publication), &judged.source.file),
        };
        pages(&blocks, before, file, canvas)
    }

    /// Draws the table of contents; the pages are counted for it first.
    fn contents(&self, canvas: &mut dyn Canvas) -> Result<usize, ExportError> {
        let mut page = 0;
        let mut entries = Vec::new();
        for part in &self.parts {
            let title = match part {
                Part::Report(judged) | Part::Findings(judged) | Part::Notice(judged) => title(judged),
                Part::Blank => self.title.clone(),
            };
            entries.push((title, page));
            page += self.part(*part, page, &mut Nothing)?;
        }
        let name = &self.publication.name;
        let own = pages(&contents::contents(&self.title, &entries, 0, self.lang), 0, name, &mut Nothing)?;
        pages(&contents::contents(&self.title, &entries, own, self.lang), 0, name, canvas)
    }
}

fn pages(blocks: &[Block<'_>], before: usize, file: &str, canvas: &mut dyn Canvas) -> Result<usize, ExportError> {
    draw(blocks, before + 1, canvas).map_err(|fault| error(fault, file))
}

fn error(fault: Fault, file: &str) -> ExportError {
    let message = match fault.cause {
        Cause::NoGlyph(character) => Message::new("pages-no-glyph")
            .text("character", character.to_string())
            .text("code", format!("U+{:04X}", u32::from(character))),
        Cause::TooLong => Message::new("pages-too-long"),
    };
    ExportError(message.text("file", file).with("place", Arg::Message(Box::new(fault.place))))
}

/// Draws nothing, for pages that are counted.
struct Nothing;

impl Canvas for Nothing {
    fn start_page(&mut self) {}

    fn run(&mut self, _: &Run<'_>) {}

    fn rule(&mut self, _: Rule) {}
}
