//! A report as blocks: nothing but what is published.
use gouji_edits::RuleBook;
use gouji_export::{Publication, chapters, other_cells, report_title};
use gouji_model::{Form, Lang, Message, Report, render};

use crate::block::{Block, Style};

/// The blocks of a report.
pub(crate) fn blocks<'a>(book: &'a RuleBook, report: &'a Report, lang: Lang) -> Vec<Block<'a>> {
    let mut blocks = vec![Block::paragraph(Style::Title, report_title(book, report.unit.name.as_deref(), report.year))];
    blocks.extend(others(&book.form, report, lang));
    blocks.extend(body(&book.form, Some(report)));
    blocks
}

/// The blocks of a blank form.
pub(crate) fn blank<'a>(publication: &'a Publication<'_>) -> Vec<Block<'a>> {
    let title = report_title(publication.book, Some(&publication.name), publication.year);
    let mut blocks = vec![Block::paragraph(Style::Title, title)];
    blocks.extend(body(&publication.book.form, None));
    blocks
}

/// Numbers that the tables have no place for, before the first section: there they are no text of one.
fn others<'a>(form: &Form, report: &'a Report, lang: Lang) -> Vec<Block<'a>> {
    let others = other_cells(form, report);
    if others.is_empty() {
        return Vec::new();
    }
    let text = render(&Message::new("export-other-cells-text"), lang);
    let lines = others.into_iter().map(|cell| format!("{} {}", cell.id, cell.text));
    std::iter::once(text).chain(lines).map(|line| Block::paragraph(Style::Body, line)).collect()
}

fn body<'a>(form: &'a Form, report: Option<&'a Report>) -> Vec<Block<'a>> {
    let mut blocks = Vec::new();
    for chapter in chapters(form, report) {
        let style = if chapter.level == 1 { Style::Heading } else { Style::Subheading };
        blocks.extend(chapter.heading.map(|heading| Block::paragraph(style, heading)));
        let is_empty = chapter.paragraphs.is_empty() && chapter.tables.is_empty();
        blocks.extend(chapter.paragraphs.into_iter().map(|text| Block::paragraph(Style::Body, text.trim())));
        blocks.extend(chapter.tables.into_iter().map(Block::Table));
        if report.is_none() && is_empty {
            // Here the text is typed.
            blocks.push(Block::paragraph(Style::Body, ""));
        }
    }
    blocks
}
