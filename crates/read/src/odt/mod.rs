//! OpenDocument texts (odt, ott, and fodt, which is one XML file), as LibreOffice shows them: automatic numbers resolved,
//! tracked changes accepted, hidden text and covered cells left out. Headers, footers, notes and comments are not read.
mod graphic;
mod list_styles;
mod lists;
mod package;
mod paragraph;
mod styles;
mod table;
mod walk;

use gouji_model::{Document, Message, Note};

use self::package::{Parts, STYLES, is_flat_text, is_packed_text};
use self::styles::Styles;
use self::walk::Walk;
use crate::docx::blocks::Blocks;
use crate::xml::Xml;
use crate::{Input, Limits, ReadError, Reader};

/// The reader of OpenDocument texts.
pub(crate) const READER: Reader = Reader { name: "odt", sniff, read };

fn sniff(bytes: &[u8]) -> bool {
    is_packed_text(bytes) || is_flat_text(bytes)
}

fn read(bytes: &[u8], limits: &Limits) -> Result<Input, ReadError> {
    let Parts { content, name, styles: style_part } = Parts::open(bytes, limits)?;
    let mut notes = Vec::new();
    let mut styles = Styles::default();
    let common = style_part.and_then(|text| match &text {
        Some(text) => common_styles(&mut styles, text, limits),
        None => Ok(()),
    });
    if common.is_err() {
        notes.push(Note { message: Message::new("reading-odt-part").text("part", STYLES), origin: None });
    }
    let no_body = || ReadError(Message::new("read-odt-no-body").text("part", name));
    let mut xml = Xml::new(&content, name, limits);
    if !xml.child()?.is_some_and(|root| root.is("document-content") || root.is("document")) {
        return Err(no_body());
    }
    while let Some(part) = xml.child()? {
        match part.name() {
            "styles" => styles.read(&mut xml, false)?,
            "automatic-styles" => styles.read(&mut xml, true)?,
            "body" => break,
            _ => xml.skip()?,
        }
    }
    if !xml.child()?.is_some_and(|kind| kind.is("text")) {
        return Err(no_body());
    }
    let mut walk = Walk::new(xml, &styles, limits);
    let mut blocks = Blocks::of(walk.items()?);
    // The rest of the body, of the root and of the file holds no text, and must be well formed.
    for _ in 0..3 {
        while walk.xml.child()?.is_some() {
            walk.xml.skip()?;
        }
    }
    if blocks.found.is_empty() {
        return Err(ReadError(Message::new("read-blank")));
    }
    notes.extend(walk.tally.notes());
    if walk.remarks > 0 {
        notes.push(Note { message: Message::new("reading-odt-notes").count("count", walk.remarks), origin: None });
    }
    notes.append(&mut blocks.notes);
    Ok(Input::Document(Document { blocks: blocks.found, notes, extracted: false }))
}

/// Takes the styles of the part that holds those of the whole document; its automatic ones are for headers and footers.
fn common_styles(styles: &mut Styles, text: &str, limits: &Limits) -> Result<(), ReadError> {
    let mut xml = Xml::new(text, STYLES, limits);
    xml.child()?;
    while let Some(part) = xml.child()? {
        if part.is("styles") { styles.read(&mut xml, false)? } else { xml.skip()? }
    }
    Ok(())
}
