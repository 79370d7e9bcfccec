//! A report as blocks: nothing but what is published.
use gouji_edits::RuleBook;
use gouji_export::{Publication, chapters, other_cells, report_title};
use gouji_model::{Form, Lang, Message, Report, render};

use crate::block::{Block, Style};

/// So many characters of a title stand on one line.
const ONE_LINE: usize = 20;

/// The blocks of a report.
pub(crate) fn blocks<'a>(book: &'a RuleBook, report: &'a Report, lang: Lang) -> Vec<Block<'a>> {
    let mut blocks = vec![Block::paragraph(Style::Title, title(book, report.unit.name.as_deref(), report.year))];
    blocks.extend(others(&book.form, report, lang));
    blocks.extend(body(&book.form, Some(report)));
    blocks
}

/// The title; one that needs two lines is broken behind the unit.
fn title(book: &RuleBook, unit: Option<&str>, year: Option<i32>) -> String {
    let title = report_title(book, unit, year);
    match unit.and_then(|unit| title.strip_prefix(unit)) {
        Some(rest) if title.chars().count() > ONE_LINE => format!("{}\n{rest}", unit.unwrap_or_default()),
        _ => title,
    }
}

/// The blocks of a blank form.
pub(crate) fn blank<'a>(publication: &'a Publication<'_>) -> Vec<Block<'a>> {
    let title = title(publication.book, Some(&publication.name), publication.year);
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
    let separator = render(&Message::new("word-semicolon"), lang);
    let cells: Vec<String> = others.into_iter().map(|cell| format!("{} {}", cell.id, cell.text)).collect();
    vec![Block::paragraph(Style::Aside, format!("{text}{}", cells.join(&separator)))]
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
