//! Word files (docx, docm, dotx, dotm), transitional and strict, as Word shows them: automatic numbers resolved, tracked
//! changes accepted, hidden text left out. Headers, footers, notes and comments are not read.
pub(crate) mod blocks;
pub(crate) mod changes;
pub(crate) mod content;
pub(crate) mod counters;
mod definitions;
pub(crate) mod fields;
mod graphic;
pub(crate) mod merging;
pub(crate) mod number_formats;
mod number_words;
pub(crate) mod numbering;
mod package;
mod paragraph;
mod properties;
mod styles;
pub(crate) mod symbols;
mod table;
mod walk;

use gouji_model::{Document, Message};
use memchr::memmem;

use self::blocks::Blocks;
use self::definitions::Definitions;
use self::package::Package;
use self::walk::Walk;
use crate::scans::{Scan, SeenScans, with_seen};
use crate::xml::{Xml, into_text};
use crate::zip_archive::{Archive, is_zip};
use crate::{Input, Limits, ReadError, Reader};

/// The reader of Word files.
pub(crate) const READER: Reader = Reader { name: "docx", sniff, read };

/// A zip whose first member belongs to an Office file, with a folder `word`; a zip of Word files begins with one of them.
fn sniff(bytes: &[u8]) -> bool {
    let first = bytes.get(30..).unwrap_or_default();
    let office: [&[u8]; 6] = [b"[Content_Types].xml", b"_rels/", b"word/", b"docProps/", b"customXml/", b"word\\"];
    is_zip(bytes)
        && office.iter().any(|name| first.starts_with(name))
        && (memmem::find(bytes, b"word/").is_some() || memmem::find(bytes, b"word\\").is_some())
}

fn read(bytes: &[u8], limits: &Limits) -> Result<Input, ReadError> {
    Ok(Input::Document(parse(bytes, limits)?.0))
}

/// The pictures that stand where text was expected.
pub(crate) fn scans(bytes: &[u8], limits: &Limits) -> Result<Vec<Scan>, ReadError> {
    let (_, pictures) = parse(bytes, limits)?;
    let mut archive = Archive::open(bytes, limits)?;
    let mut scans = Vec::new();
    for place in pictures.into_iter().flatten() {
        // What is damaged, not there or larger than allowed keeps its number.
        let image = archive.read(&place).ok().flatten().unwrap_or_default();
        scans.push(Scan::new(place.into(), image));
    }
    Ok(scans)
}

/// Reads a file with what was seen on its pictures.
pub(crate) fn read_scanned(bytes: &[u8], limits: &Limits, seen: &SeenScans) -> Result<Input, ReadError> {
    let (document, pictures) = parse(bytes, limits)?;
    with_seen(document, &pictures, seen, limits).map(Input::Document)
}

/// The part that each picture of a document shows.
type Pictures = Vec<Option<Box<str>>>;

/// The document, and the part that each of its pictures shows.
fn parse(bytes: &[u8], limits: &Limits) -> Result<(Document, Pictures), ReadError> {
    let mut package = Package::open(bytes, limits)?;
    let text = package.main_text()?;
    document(package, &text, limits)
}

/// The main part: the name under which it is stored, its bytes, its text.
///
/// # Errors
/// When the file is damaged or passes a bound.
pub(crate) fn main_part(bytes: &[u8], limits: &Limits) -> Result<(String, Vec<u8>, String), ReadError> {
    let mut package = Package::open(bytes, limits)?;
    let (name, raw) = package.main_bytes()?;
    let text = into_text(raw.clone(), &name)?;
    Ok((name, raw, text))
}

/// The file as it would be read with another main part.
///
/// # Errors
/// When the file or the text is damaged or passes a bound.
pub(crate) fn read_with(bytes: &[u8], text: &str, limits: &Limits) -> Result<Document, ReadError> {
    Ok(document(Package::open(bytes, limits)?, text, limits)?.0)
}

fn document(package: Package<'_>, text: &str, limits: &Limits) -> Result<(Document, Pictures), ReadError> {
    let main = package.main.clone();
    let mut walk = Walk::new(Xml::new(text, &main, limits), Definitions::new(package), limits);
    let Some(items) = walk.body()? else {
        return Err(ReadError(Message::new("read-docx-no-body").text("part", &*main)));
    };
    let mut blocks = Blocks::of(items);
    if blocks.found.is_empty() {
        return Err(ReadError(Message::new("read-blank")));
    }
    let mut notes: Vec<_> = walk.tally.notes().collect();
    notes.append(&mut walk.definitions.notes);
    notes.append(&mut blocks.notes);
    Ok((Document { blocks: blocks.found, notes, extracted: false }, blocks.pictures))
}
