//! 修改意见单 as blocks.
use gouji_export::{Judged, NoticeItem, NoticePart, Publication, notice};
use gouji_model::Message;

use crate::Face;
use crate::block::{Alignment, Block, Nest, Role, Style, TextBlock};
use crate::metrics::PITCH;

/// Whom the letter is for.
const ADDRESS: Style = Style { indent: 0.0, ..Style::TEXT };
/// The last words, on one page with who signs.
const CLOSING: Style = Style { is_kept: true, ..Style::TEXT };
/// Who signs, and when.
const SIGNED: Style = Style { alignment: Alignment::Right, is_kept: true, ..ADDRESS };
/// Place, suggestion and basis of an item.
const DETAIL: Style = Style { left: Style::TEXT.indent, ..Style::NOTE };

/// The notice about one report.
pub(crate) fn blocks<'p>(judged: &Judged<'_>, publication: &Publication<'_>) -> Vec<Block<'p>> {
    let notice = notice(judged, &publication.meta);
    let mut blocks = vec![
        text(Role::Title, Style::TITLE, Face::Song, notice.title),
        text(Role::Paragraph, ADDRESS, Face::Kai, notice.address),
        text(Role::Paragraph, Style::TEXT, Face::Kai, notice.opening),
    ];
    for part in notice.parts {
        push_part(&mut blocks, part, Role::Heading(2));
    }
    for part in notice.unjudged.into_iter().chain(notice.waived) {
        push_part(&mut blocks, part, Role::Paragraph);
    }
    blocks.push(text(Role::Paragraph, CLOSING, Face::Kai, notice.closing));
    for (line, position) in notice.office.into_iter().chain(notice.date).zip(0..) {
        let above = if position == 0 { PITCH } else { 0.0 };
        blocks.push(text(Role::Paragraph, Style { above, ..SIGNED }, Face::Kai, line));
    }
    blocks
}

/// A heading and what is under it; `of_groups` is what the words above each group are.
fn push_part(blocks: &mut Vec<Block<'_>>, part: NoticePart, of_groups: Role) {
    blocks.push(text(Role::Heading(1), Style::TEXT, Face::Hei, part.heading));
    for group in part.groups {
        blocks.push(text(of_groups, Style::TEXT, Face::Kai, group.heading));
        blocks.push(Block::Open(Nest::List));
        group.items.into_iter().for_each(|item| push_item(blocks, item));
        blocks.push(Block::Close);
    }
}

fn push_item(blocks: &mut Vec<Block<'_>>, item: NoticeItem) {
    blocks.push(Block::Open(Nest::Item));
    let sentence = Style { is_kept: !item.details.is_empty(), ..Style::TEXT };
    blocks.push(text(Role::Paragraph, sentence, Face::Kai, item.sentence));
    let last = item.details.len().saturating_sub(1);
    for (detail, position) in item.details.into_iter().zip(0..) {
        let below = if position == last { PITCH / 4.0 } else { 0.0 };
        blocks.push(text(Role::Paragraph, Style { below, ..DETAIL }, Face::Kai, detail));
    }
    blocks.push(Block::Close);
}

fn text<'p>(role: Role, style: Style, face: Face, text: String) -> Block<'p> {
    Block::Text(TextBlock::new(role, style, face, text, Message::new("pages-place-notice")))
}
