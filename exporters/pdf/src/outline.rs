//! Bookmarks: titles, and below them their headings.
use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use crate::finish::{destination, text};
use crate::recording::Bookmark;

/// Adds the bookmarks; the object that holds them, if there are any.
pub(crate) fn outline(document: &mut Document, bookmarks: &[Bookmark], pages: &[ObjectId]) -> Option<ObjectId> {
    if bookmarks.is_empty() {
        return None;
    }
    // The first is the root; the others follow in order.
    let ids: Vec<ObjectId> = (0..=bookmarks.len()).map(|_| document.new_object_id()).collect();
    let parents = parents(bookmarks);
    let mut children = vec![Vec::new(); ids.len()];
    for (parent, child) in parents.iter().zip(1..) {
        children[*parent].push(child);
    }
    let mut items = vec![dictionary! { "Type" => "Outlines" }];
    items.extend(bookmarks.iter().map(|bookmark| item(bookmark, pages)));
    for (number, own) in children.iter().enumerate() {
        let (Some(first), Some(last)) = (own.first(), own.last()) else { continue };
        items[number].set("First", ids[*first]);
        items[number].set("Last", ids[*last]);
        let count = i64::try_from(own.len()).unwrap_or(i64::MAX);
        // What is below a heading stays folded.
        let is_open = number.checked_sub(1).is_none_or(|place| bookmarks[place].level == 0);
        items[number].set("Count", if is_open { count } else { -count });
        for (place, child) in own.iter().enumerate() {
            items[*child].set("Parent", ids[number]);
            if let Some(before) = place.checked_sub(1) {
                items[*child].set("Prev", ids[own[before]]);
            }
            if let Some(next) = own.get(place + 1) {
                items[*child].set("Next", ids[*next]);
            }
        }
    }
    for (id, item) in ids.iter().zip(items) {
        document.set_object(*id, Object::Dictionary(item));
    }
    Some(ids[0])
}

fn item(bookmark: &Bookmark, pages: &[ObjectId]) -> Dictionary {
    let mut item = dictionary! { "Title" => text(&bookmark.text) };
    if let Some(page) = pages.get(bookmark.page) {
        item.set("Dest", destination(*page, bookmark.top));
    }
    item
}

/// The number of the item that each bookmark is below: the last of a higher level, else the root, 0.
fn parents(bookmarks: &[Bookmark]) -> Vec<usize> {
    let mut above: Vec<usize> = Vec::new();
    let mut parents = Vec::new();
    for (position, bookmark) in bookmarks.iter().enumerate() {
        above.retain(|other| bookmarks[*other].level < bookmark.level);
        parents.push(above.last().map_or(0, |other| other + 1));
        above.push(position);
    }
    parents
}
