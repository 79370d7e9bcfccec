//! A report, or the blank form, as blocks.
use gouji_export::{Chapter, Judged, Printed, Publication, chapters, report_title};
use gouji_model::{Form, Lang, Message, Text, render};

use crate::Face;
use crate::block::{Block, Role, Style, TableBlock, TextBlock};
use crate::paper::title;

/// The blocks of a report.
pub(crate) fn report<'p>(judged: &'p Judged<'p>) -> Vec<Block<'p>> {
    let unit = judged.report.unit.name.as_deref();
    document(title(judged), unit, judged.printed())
}

/// The blocks of the blank form.
pub(crate) fn blank<'p>(publication: &'p Publication<'p>) -> Vec<Block<'p>> {
    let title = report_title(publication.book, Some(&publication.name), publication.year);
    document(title, Some(&publication.name), Printed::blank(&publication.book.form))
}

fn document<'p>(title: String, unit: Option<&str>, printed: Printed<'p>) -> Vec<Block<'p>> {
    let mut blocks = vec![Block::Text(title_block(title, unit))];
    for chapter in chapters(printed) {
        push(chapter, printed.form, &mut blocks);
    }
    blocks
}

/// A title; where it needs two lines, the first is the name of the unit.
pub(crate) fn title_block<'p>(title: String, unit: Option<&str>) -> TextBlock<'p> {
    let place = Message::new("export-place-unit");
    let rest = unit.and_then(|unit| title.strip_prefix(unit)).map(ToOwned::to_owned);
    let mut block = TextBlock::new(Role::Title, Style::TITLE, Face::Song, title, place);
    if let (Some(unit), Some(rest)) = (unit, rest) {
        block.parts = vec![(Face::Song, unit.to_owned().into()), (Face::Song, rest.into())];
    }
    block
}

fn push<'p>(chapter: Chapter<'p>, form: &'p Form, blocks: &mut Vec<Block<'p>>) {
    let place = || Message::new("export-place-section").text("section", chapter.id);
    if let Some(heading) = chapter.heading {
        let face = if chapter.level == 1 { Face::Hei } else { Face::Kai };
        blocks.push(Block::Text(TextBlock::new(Role::Heading(chapter.level), Style::TEXT, face, heading, place())));
    }
    for paragraph in chapter.paragraphs {
        let text = paragraph.trim();
        blocks.push(Block::Text(TextBlock::new(Role::Paragraph, Style::TEXT, Face::Kai, text, place())));
    }
    for table in chapter.tables {
        let summary = summary(&table.table.name, form.section(&table.table.section).map(|section| &*section.zh));
        blocks.push(Block::Table(TableBlock { table, summary }));
    }
}

/// “表三 收到和处理政府信息公开申请情况”.
fn summary(table: &Text, section: Option<&str>) -> String {
    let message = Message::new("export-table-caption").label("table", table);
    render(&message.text("section", section.unwrap_or_default()), Lang::Zh)
}
