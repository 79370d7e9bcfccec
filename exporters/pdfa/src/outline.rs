//! Bookmarks: titles, and below them their headings.
use krilla::destination::XyzDestination;
use krilla::geom::Point;
use krilla::outline::{Outline, OutlineNode};

use crate::recording::Bookmark;

/// All bookmarks.
pub(crate) fn outline(bookmarks: &[Bookmark]) -> Outline {
    let mut outline = Outline::new();
    for node in nodes(bookmarks) {
        outline.push_child(node);
    }
    outline
}

/// Each bookmark with those of lower levels that follow it; what is below a heading stays folded.
fn nodes(bookmarks: &[Bookmark]) -> Vec<OutlineNode> {
    let mut found = Vec::new();
    let mut rest = bookmarks;
    while let Some((first, behind)) = rest.split_first() {
        let end = behind.iter().position(|other| other.level <= first.level).unwrap_or(behind.len());
        let destination = XyzDestination::new(first.page, Point::from_xy(0.0, first.top));
        let mut node = OutlineNode::new(first.text.clone(), destination).with_open(first.level == 0);
        for child in nodes(&behind[..end]) {
            node.push_child(child);
        }
        found.push(node);
        rest = &behind[end..];
    }
    found
}
