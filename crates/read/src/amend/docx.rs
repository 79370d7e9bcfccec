//! Cells of Word files.
use std::collections::BTreeMap;

use gouji_model::{Block, Document, GridCell, Message, Origin};
use quick_xml::escape::escape;

use super::sites::{Sites, marks};
use super::{Amendment, members, refusal, spliced};
use crate::docx::main_part;
use crate::{Limits, ReadError};

pub(super) fn amend(bytes: &[u8], amendments: &[Amendment], limits: &Limits) -> Result<Vec<u8>, ReadError> {
    let (name, raw, text) = main_part(bytes, limits)?;
    let sites = Sites::of(&text)?;
    let document = sites.marked(bytes, limits, |_| true)?;
    let mut edits = Vec::new();
    for amendment in amendments {
        let refused = || refusal("amend-more-than-text", amendment);
        let (shown, is_pure) = marks(&cell(&document, &amendment.origin).ok_or_else(refused)?.text);
        if !is_pure {
            return Err(refused());
        }
        let sites: Vec<_> = shown.iter().filter_map(|number| sites.all.get(*number)).collect();
        let texts = || sites.iter().filter(|site| site.is_text());
        let first = texts().next().or(sites.first()).ok_or_else(refused)?;
        edits.push((first.range.clone(), first.with(&escape(&amendment.text))));
        edits.extend(texts().skip(1).map(|site| (site.range.clone(), String::new())));
    }
    let content = members::encoded(&raw, &text, &spliced(&text, edits));
    let content = content.ok_or_else(|| ReadError(Message::new("amend-encoding").text("part", &*name)))?;
    members::replaced(bytes, &BTreeMap::from([(name, content)]), limits)
}

/// The cell that stands at a place.
pub(super) fn cell<'a>(document: &'a Document, origin: &Origin) -> Option<&'a GridCell> {
    let grids =
        document.blocks.iter().filter_map(|block| if let Block::Grid(grid) = block { Some(grid) } else { None });
    grids.flat_map(|grid| grid.rows.iter().flatten()).find(|cell| cell.origin == *origin)
}
