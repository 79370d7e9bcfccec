//! 修改意见单 as blocks.
use gouji_export::{NoticePart, Publication, notices};

use crate::block::{Block, Style};

/// The blocks of the notices, each on a page of its own.
pub(crate) fn blocks<'a>(publication: &Publication<'_>) -> Vec<Block<'a>> {
    let mut blocks = Vec::new();
    for notice in notices(publication) {
        blocks.push(Block::paragraph(Style::Title, notice.title));
        if !notice.address.is_empty() {
            blocks.push(Block::paragraph(Style::Address, notice.address));
        }
        blocks.push(Block::paragraph(Style::Body, notice.opening));
        for part in notice.parts {
            push_part(&mut blocks, part, Style::Subheading);
        }
        for part in notice.unjudged.into_iter().chain(notice.waived) {
            push_part(&mut blocks, part, Style::Body);
        }
        blocks.push(Block::paragraph(Style::Closing, notice.closing));
        let signed = notice.office.into_iter().chain(notice.date);
        blocks.extend(signed.map(|line| Block::paragraph(Style::Signature, line)));
    }
    blocks
}

fn push_part(blocks: &mut Vec<Block<'_>>, part: NoticePart, of_groups: Style) {
    blocks.push(Block::paragraph(Style::Heading, part.heading));
    for group in part.groups {
        blocks.push(Block::paragraph(of_groups, group.heading));
        for item in group.items {
            blocks.push(Block::paragraph(Style::Body, item.sentence));
            blocks.extend(item.details.into_iter().map(|detail| Block::paragraph(Style::Detail, detail)));
        }
    }
}
