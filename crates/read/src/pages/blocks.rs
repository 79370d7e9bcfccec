//! Items as blocks of the document.
use gouji_model::{Block, Paragraph, Picture};

use super::aligned;
use super::flow::{Item, PlacedLine};
use super::geometry::Rect;
use super::grids::grid;
use super::paragraphs::Measure;

/// The blocks of a document.
pub(super) fn blocks(items: &[Item<'_>]) -> Vec<Block> {
    let prose: Vec<&PlacedLine<'_>> = items
        .iter()
        .filter_map(|item| if let Item::Line(line) = item { Some(line) } else { None })
        .filter(|line| line.line.pieces().len() == 1)
        .collect();
    let measure = Measure::of(&prose);
    let mut blocks = Vec::new();
    let mut lines: Vec<PlacedLine<'_>> = Vec::new();
    for item in items {
        match item {
            Item::Line(line) => lines.push(line.clone()),
            Item::Table(table) => {
                text(&mut lines, &measure, &mut blocks);
                blocks.push(Block::Grid(grid(table)));
            }
            Item::Picture(page, rect) => {
                text(&mut lines, &measure, &mut blocks);
                blocks.push(Block::Picture(Picture { name: String::new(), origin: rect.origin(*page) }));
            }
        }
    }
    text(&mut lines, &measure, &mut blocks);
    blocks
}

/// Adds lines that stand together, and leaves none.
fn text(lines: &mut Vec<PlacedLine<'_>>, measure: &Measure, blocks: &mut Vec<Block>) {
    let all = std::mem::take(lines);
    let (mut at, mut text_to) = (0, 0);
    while at < all.len() {
        if at >= text_to {
            let extent = aligned::extent(&all[at..]);
            if let Some(table) = aligned::table(&all[at..at + extent]) {
                blocks.push(Block::Grid(grid(&table)));
                at += extent;
                continue;
            }
            text_to = at + extent;
        }
        let count = 1 + all[at..].windows(2).take_while(|pair| joins(measure, pair)).count();
        blocks.push(Block::Paragraph(paragraph(&all[at..at + count])));
        at += count;
    }
}

/// Whether two lines are of one paragraph; a line in columns is one of its own.
fn joins(measure: &Measure, pair: &[PlacedLine<'_>]) -> bool {
    pair.iter().all(|line| line.line.pieces().len() == 1) && measure.goes_on(&pair[0], &pair[1])
}

/// Lines as one paragraph; its place is that of the lines on its first page.
fn paragraph(lines: &[PlacedLine<'_>]) -> Paragraph {
    let mut text = String::new();
    for line in lines {
        let next = line.line.text();
        let letter = |character: Option<char>| character.is_some_and(|character| character.is_ascii_alphabetic());
        if letter(text.chars().next_back()) && letter(next.chars().next()) {
            text.push(' ');
        }
        text.push_str(&next);
    }
    let page = lines.first().map_or(1, |line| line.page);
    let own = lines.iter().filter(|line| line.page == page);
    let rect = own.fold(Rect::NOTHING, |rect, line| rect.with(line.line.rect));
    Paragraph { text, origin: rect.origin(page) }
}
