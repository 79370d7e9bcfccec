//! A report as blocks: nothing but what is published.
use gouji_edits::RuleBook;
use gouji_export::{Judged, Printed, Publication, chapters, other_cells, report_title};
use gouji_model::{Lang, Message, render};

use crate::block::{Block, Style};

/// So many characters of a title stand on one line.
const ONE_LINE: usize = 20;

/// The blocks of a report.
pub(crate) fn blocks<'a>(judged: &'a Judged<'_>, lang: Lang) -> Vec<Block<'a>> {
    let (report, printed) = (judged.report, judged.printed());
    let title = title(judged.book, report.unit.name.as_deref(), report.year);
    let mut blocks = vec![Block::paragraph(Style::Title, title)];
    blocks.extend(others(printed, lang));
    blocks.extend(body(printed));
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
    blocks.extend(body(Printed::blank(&publication.book.form)));
    blocks
}

/// Numbers that the tables have no place for, before the first section: there they are no text of one.
fn others(printed: Printed<'_>, lang: Lang) -> Option<Block<'_>> {
    let others = other_cells(printed);
    if others.is_empty() {
        return None;
    }
    let text = render(&Message::new("export-other-cells-text"), lang);
    let separator = render(&Message::new("word-semicolon"), lang);
    let cells: Vec<String> = others.into_iter().map(|cell| format!("{} {}", cell.id, cell.text)).collect();
    Some(Block::paragraph(Style::Aside, format!("{text}{}", cells.join(&separator))))
}

fn body(printed: Printed<'_>) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    for chapter in chapters(printed) {
        let style = if chapter.level == 1 { Style::Heading } else { Style::Subheading };
        blocks.extend(chapter.heading.map(|heading| Block::paragraph(style, heading)));
        let is_empty = chapter.paragraphs.is_empty() && chapter.tables.is_empty();
        blocks.extend(chapter.paragraphs.into_iter().map(|text| Block::paragraph(Style::Body, text.trim())));
        blocks.extend(chapter.tables.into_iter().map(Block::Table));
        if printed.report.is_none() && is_empty {
            // Here the text is typed.
            blocks.push(Block::paragraph(Style::Body, ""));
        }
    }
    blocks
}
