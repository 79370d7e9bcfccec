//! A report in the order in which it is printed: titles, sections with their texts, and the tables in them.
use gouji_edits::RuleBook;
use gouji_model::{Form, Lang, Message, SectionText, render};

use crate::{Printed, TableText, report_tables};

/// A section or part with its text and tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chapter<'a> {
    /// Id of the section.
    pub id: &'a str,
    /// 1 for a section, 2 for a part of one.
    pub level: u8,
    /// Its heading as printed; `None` where the report has none and only the tables of the section are there.
    pub heading: Option<String>,
    /// Its paragraphs.
    pub paragraphs: Vec<&'a str>,
    /// Its tables.
    pub tables: Vec<TableText<'a>>,
}

/// The chapters of a report in its own order, or those of the blank form.
pub fn chapters<'a>(of: Printed<'a>) -> Vec<Chapter<'a>> {
    let form = of.form;
    let mut chapters = match of.report {
        Some(report) => report.sections.iter().map(printed).collect(),
        None => blank(form),
    };
    for table in report_tables(of) {
        let section: &'a str = &table.table.section;
        let position = match chapters.iter().rposition(|chapter| is_within(chapter.id, section)) {
            Some(position) => position,
            None => insert(&mut chapters, form, section),
        };
        chapters[position].tables.push(table);
    }
    chapters
}

fn printed(section: &SectionText) -> Chapter<'_> {
    Chapter {
        id: &section.id,
        level: if section.id.contains('.') { 2 } else { 1 },
        heading: Some(section.heading.clone()),
        paragraphs: section.text.lines().filter(|line| !line.trim().is_empty()).collect(),
        tables: Vec::new(),
    }
}

fn blank(form: &Form) -> Vec<Chapter<'_>> {
    let chapters = form.sections.iter().flat_map(|section| {
        std::iter::once((1, section)).chain(section.parts.iter().map(|part| (2, part))).map(|(level, section)| {
            Chapter {
                id: &section.id,
                level,
                heading: Some(section.name().zh.into()),
                paragraphs: Vec::new(),
                tables: Vec::new(),
            }
        })
    });
    chapters.collect()
}

/// Whether a section is another, or a part of it.
fn is_within(id: &str, section: &str) -> bool {
    id.strip_prefix(section).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// Makes a chapter for a section that the report lacks, behind those that the form has before it.
fn insert<'a>(chapters: &mut Vec<Chapter<'a>>, form: &Form, section: &'a str) -> usize {
    let before = form.sections.iter().take_while(|own| &*own.id != section);
    let position = before.filter_map(|own| chapters.iter().rposition(|chapter| is_within(chapter.id, &own.id))).max();
    let position = position.map_or(0, |last| last + 1);
    chapters
        .insert(position, Chapter { id: section, level: 1, heading: None, paragraphs: Vec::new(), tables: Vec::new() });
    position
}

/// The title of a report, in Chinese as it is printed: unit, year and the form's own wording.
pub fn report_title(book: &RuleBook, unit: Option<&str>, year: Option<i32>) -> String {
    let wording = book.lexicon.titles.first().map(ToString::to_string).unwrap_or_default();
    let message = match year {
        Some(year) => Message::new("export-title").text("year", year.to_string()),
        None => Message::new("export-title-no-year"),
    };
    render(&message.text("unit", unit.unwrap_or_default()).text("title", wording), Lang::Zh)
}
