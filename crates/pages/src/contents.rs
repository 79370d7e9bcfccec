//! The table of contents of several reports.
use gouji_model::{Lang, Message, render};

use crate::Face;
use crate::block::{Alignment, Block, Link, Nest, Role, Style, TextBlock};

/// Lines from the title to the number of the page, from 0, that each begins on, with `before` pages before the first.
pub(crate) fn contents<'p>(title: &str, entries: &'p [(String, usize)], before: usize, lang: Lang) -> Vec<Block<'p>> {
    let place = || Message::new("export-place-name");
    let word = render(&Message::new("export-contents"), lang);
    let mut blocks = vec![
        Block::Text(TextBlock::new(Role::Title, Style::TITLE, Face::Song, title.to_owned(), place())),
        Block::Text(TextBlock::new(Role::Heading(1), Style::TEXT, Face::Hei, word, place())),
        Block::Open(Nest::List),
    ];
    let style = Style { pitch: 24.0, size: 14, ..Style::NOTE };
    let style = Style { alignment: Alignment::Left, left: 28.0, indent: -28.0, ..style };
    for (title, page) in entries {
        let mut entry =
            TextBlock::new(Role::Paragraph, style, Face::Kai, title.as_str(), Message::new("export-place-unit"));
        entry.tail = Some((before + page + 1).to_string());
        entry.link = Some(Link::Page(before + page));
        blocks.extend([Block::Open(Nest::Item), Block::Text(entry), Block::Close]);
    }
    blocks.push(Block::Close);
    blocks
}
