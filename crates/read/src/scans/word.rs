//! Scans among the blocks of a document that has no pages: each is a page of its own.
use gouji_model::{Block, Document, Origin};

use super::{Seen, SeenScans};
use crate::pages::{self, Matrix, Page, Picture};
use crate::{Limits, ReadError};

/// Width of the page that a picture fills: that of A4, in points.
const WIDTH: f64 = 595.0;

/// Puts what was seen in the places of the pictures. `parts` says of every picture
/// block in order which part of the file it shows; those that show one are the scans.
///
/// # Errors
/// When tables have more cells than allowed.
pub(crate) fn with_seen(
    document: Document,
    parts: &[Option<Box<str>>],
    seen: &SeenScans,
    limits: &Limits,
) -> Result<Document, ReadError> {
    let Document { blocks, notes, extracted } = document;
    let mut whole = Document { blocks: Vec::new(), notes, extracted };
    let mut parts = parts.iter();
    let mut scans = 0;
    for block in blocks {
        if !matches!(block, Block::Picture(_)) {
            whole.blocks.push(block);
            continue;
        }
        let part = parts.next().and_then(Option::as_deref);
        let found = part.and_then(|part| Some((seen.get(&scans)?, part)));
        scans += usize::from(part.is_some());
        let read = found.map(|(seen, part)| page_of(seen, part, limits)).transpose()?;
        match read.filter(|read| !read.blocks.is_empty()) {
            Some(mut read) => {
                whole.blocks.append(&mut read.blocks);
                whole.notes.append(&mut read.notes);
                whole.extracted = true;
            }
            None => whole.blocks.push(block),
        }
    }
    Ok(whole)
}

fn page_of(seen: &Seen, part: &str, limits: &Limits) -> Result<Document, ReadError> {
    let height = WIDTH * seen.height / seen.width;
    let mut page = Page { number: 1, width: WIDTH, height, ..Page::default() };
    let rect = page.rect();
    let matrix = Matrix([WIDTH, 0.0, 0.0, -height, 0.0, height]);
    page.pictures.push(Picture { rect, matrix, image: None, seen: false });
    page.see(0, seen, limits);
    let mut document = pages::document(&[page], limits)?;
    let within = |origin: &mut Origin| origin.part = Some(part.into());
    pages::each_origin(&mut document, within);
    Ok(document)
}
