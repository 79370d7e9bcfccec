//! PDF: page descriptions, carried out only as far as they place text, lines and pictures ([`content`]); what these mean
//! is found out by [`crate::pages`].
mod bombs;
mod budget;
mod content;
mod fonts;
mod images;
mod notes;
mod open;
mod state;
mod writing;

use crate::scans::{Scan, SeenScans};
use crate::{Input, Limits, ReadError, Reader, pages};

/// The reader of PDF.
pub(crate) const READER: Reader = Reader { name: "pdf", sniff, read };

/// The mark may stand behind a few bytes of something else.
fn sniff(bytes: &[u8]) -> bool {
    bytes.get(..bytes.len().min(1024)).is_some_and(|head| head.windows(5).any(|window| window == b"%PDF-"))
}

fn read(bytes: &[u8], limits: &Limits) -> Result<Input, ReadError> {
    read_scanned(bytes, limits, &SeenScans::new())
}

/// The pictures that stand where text was expected, as far as their images can be given out.
pub(crate) fn scans(bytes: &[u8], limits: &Limits) -> Result<Vec<Scan>, ReadError> {
    open::pages(bytes, limits, |found, images, budget| {
        let mut scans = Vec::new();
        for [page, _, image] in pages::scans(&found) {
            // What cannot be given out keeps its number.
            let image = images::file(&images[image], budget)?.unwrap_or_default();
            scans.push(Scan::new(found[page].number.to_string(), image));
        }
        Ok(scans)
    })
}

/// Reads a file with what was seen on its scans.
pub(crate) fn read_scanned(bytes: &[u8], limits: &Limits, seen: &SeenScans) -> Result<Input, ReadError> {
    let found = open::pages(bytes, limits, |mut found, _, _| {
        if !seen.is_empty() {
            for (number, [page, picture, _]) in pages::scans(&found).into_iter().enumerate() {
                if let Some(seen) = seen.get(&number) {
                    found[page].see(picture, seen, limits);
                }
            }
        }
        Ok(found)
    })?;
    notes::refuse_textless(&found)?;
    Ok(Input::Document(pages::document(&found, limits)?))
}
