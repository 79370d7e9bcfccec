//! OFD (GB/T 33190-2016): pages with their templates and composite units, drawn only as far as they place text, lines and
//! pictures; what these mean is found out by [`crate::pages`], as for PDF. Annotations, seals and attachments are told
//! and not read.
mod document;
mod drawing;
mod numbers;
mod objects;
mod package;
mod paths;

use gouji_model::{Document, Message, Note};

use self::document::Found;
use self::drawing::Budget;
use self::package::Package;
use crate::pages::Page;
use crate::zip_archive::is_zip;
use crate::{Input, Limits, ReadError, Reader, pages};

/// The reader of OFD.
pub(crate) const READER: Reader = Reader { name: "ofd", sniff, read };

fn sniff(bytes: &[u8]) -> bool {
    is_zip(bytes) && package::has_entry(bytes)
}

fn read(bytes: &[u8], limits: &Limits) -> Result<Input, ReadError> {
    let mut package = Package::open(bytes, limits)?;
    let roots = package.roots()?;
    let mut budget = Budget::new(limits);
    let mut whole = Document { extracted: true, ..Document::default() };
    let mut refusal = None;
    for (number, root) in (1..).zip(&roots) {
        let found = document::read(&mut package, root, &mut budget);
        match found.and_then(|found| document_of(found, limits)) {
            Ok(document) => add(&mut whole, document, (roots.len() > 1).then(|| format!("文档{number}"))),
            // Beside other documents a damaged one is noted; alone it is why nothing is read.
            Err(fault) => {
                let message = Message::new("reading-ofd-part").text("part", &**root);
                whole.notes.push(Note { message, origin: None });
                refusal.get_or_insert(fault);
            }
        }
    }
    match refusal {
        Some(fault) if whole.blocks.is_empty() => Err(fault),
        _ => Ok(Input::Document(whole)),
    }
}

fn document_of(found: Found, limits: &Limits) -> Result<Document, ReadError> {
    let Found { pages, mut notes, fault } = found;
    if let Some(fault) = fault.filter(|_| pages.iter().all(|page| page.runs.is_empty())) {
        return Err(fault);
    }
    refuse_textless(&pages)?;
    let mut document = pages::document(&pages, limits)?;
    document.notes.append(&mut notes);
    Ok(document)
}

/// Refuses a document without text, or with text that no one can decode.
fn refuse_textless(pages: &[Page]) -> Result<(), ReadError> {
    let characters: usize = pages.iter().map(Page::characters).sum();
    let unknown: usize = pages.iter().map(|page| page.unknown).sum();
    if 2 * unknown > characters {
        return Err(ReadError(Message::new("read-ofd-undecodable").count("count", unknown).count("all", characters)));
    }
    if characters > 0 {
        return Ok(());
    }
    let pictures = pages.iter().any(|page| !page.pictures.is_empty());
    let key = if pictures { "read-ofd-scan" } else { "read-ofd-empty" };
    Err(ReadError(Message::new(key).count("pages", pages.len())))
}

/// Adds a document; its places are said to be of a part, where there are several.
fn add(whole: &mut Document, mut document: Document, part: Option<String>) {
    if let Some(part) = part {
        pages::each_origin(&mut document, |origin| origin.part = Some(part.as_str().into()));
    }
    whole.blocks.append(&mut document.blocks);
    whole.notes.append(&mut document.notes);
}
