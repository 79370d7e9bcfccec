//! What genpdf wrote, made fit for keeping.
//!
//! genpdf (printpdf) dates every file by the clock and numbers it at random, marks it as print data that it is not,
//! writes titles in no encoding of PDF's, knows no space between characters, lines of 1 pt only, no links and no
//! bookmarks. All of that is put right here.
use flate2::Compression;
use flate2::write::ZlibEncoder;
use gouji_export::Meta;
use gouji_pages::{Area, Glyph, PAGE_HEIGHT, Paper, RULE_WIDTH};
use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Error, Object, ObjectId, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};
use std::io::Write;

use crate::outline;
use crate::recording::{Link, Page, Recording};

/// Name of the font with the mark of a font that was made smaller.
const FONT: &str = "GOUJIA+Gouji";

/// The file.
pub(crate) fn finish(rendered: &[u8], recording: &Recording, paper: &Paper<'_>, meta: &Meta) -> Result<Vec<u8>, Error> {
    let mut document = Document::load_mem(rendered)?;
    let pages: Vec<ObjectId> = document.page_iter().collect();
    let font = font(&mut document, recording)?;
    for (id, page) in pages.iter().zip(&recording.pages) {
        self::page(&mut document, *id, page, &font, &pages)?;
    }
    let outline = outline::outline(&mut document, &recording.bookmarks, &pages);
    catalog(&mut document, paper, outline)?;
    let info = document.add_object(info(paper, meta));
    document.trailer.set("Info", info);
    document.trailer.remove(b"ID");
    document.prune_objects();
    document.renumber_objects();
    let digest = compress(&mut document)?;
    let id = Object::String(digest, StringFormat::Hexadecimal);
    document.trailer.set("ID", vec![id.clone(), id]);
    "1.7".clone_into(&mut document.version);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes)?;
    Ok(bytes)
}

/// A text string of PDF: UTF-16 with a byte order mark.
pub(crate) fn text(text: &str) -> Object {
    let units = text.encode_utf16().flat_map(u16::to_be_bytes);
    Object::String([0xfe, 0xff].into_iter().chain(units).collect(), StringFormat::Hexadecimal)
}

/// A place on a page, for links and bookmarks.
pub(crate) fn destination(page: ObjectId, top: f32) -> Object {
    vec![page.into(), "XYZ".into(), Object::Null, Object::Real(PAGE_HEIGHT - top), Object::Null].into()
}

fn catalog(document: &mut Document, paper: &Paper<'_>, outline: Option<ObjectId>) -> Result<(), Error> {
    let catalog = document.catalog_mut()?;
    for key in ["Metadata", "OCProperties", "OutputIntents", "Outlines", "PageLayout"] {
        catalog.remove(key.as_bytes());
    }
    catalog.set("Lang", Object::string_literal(paper.lang.tag()));
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    if let Some(outline) = outline {
        catalog.set("Outlines", outline);
        catalog.set("PageMode", "UseOutlines");
    }
    Ok(())
}

fn info(paper: &Paper<'_>, meta: &Meta) -> Dictionary {
    let mut info = dictionary! { "Title" => text(&paper.title) };
    if !meta.generator.is_empty() {
        info.set("Creator", text(&meta.generator));
        info.set("Producer", text(&meta.generator));
    }
    if let Some(date) = meta.date {
        let date = format!("D:{:04}{:02}{:02}", date.year, date.month, date.day);
        info.set("CreationDate", Object::string_literal(date.clone()));
        info.set("ModDate", Object::string_literal(date));
    }
    info
}

fn page(
    document: &mut Document,
    id: ObjectId,
    page: &Page,
    font: &(ObjectId, Vec<u8>),
    pages: &[ObjectId],
) -> Result<(), Error> {
    let content = respaced(&document.get_page_content(id), page)?;
    let content = document.add_object(Stream::new(Dictionary::new(), content));
    let dictionary = document.get_dictionary_mut(id)?;
    for key in ["TrimBox", "CropBox", "Rotate"] {
        dictionary.remove(key.as_bytes());
    }
    dictionary.set("Contents", content);
    let mut fonts = Dictionary::new();
    fonts.set(font.1.clone(), font.0);
    dictionary.set("Resources", dictionary! { "Font" => fonts });
    if !page.links.is_empty() {
        let links: Vec<Object> = page.links.iter().filter_map(|(area, link)| annotation(*area, link, pages)).collect();
        dictionary.set("Annots", links);
    }
    Ok(())
}

fn annotation(area: Area, link: &Link, pages: &[ObjectId]) -> Option<Object> {
    let edges = [area.left, PAGE_HEIGHT - area.bottom, area.right, PAGE_HEIGHT - area.top];
    let mut annotation = dictionary! {
        "Type" => "Annot",
        "Subtype" => "Link",
        "Rect" => edges.map(Object::Real).to_vec(),
        "Border" => vec![0.into(), 0.into(), 0.into()],
        "F" => 4,
    };
    match link {
        Link::Page(page) => annotation.set("Dest", destination(*pages.get(*page)?, 0.0)),
        Link::Url(url) => {
            let action = dictionary! { "S" => "URI", "URI" => Object::string_literal(url.as_str()) };
            annotation.set("A", action);
        }
    }
    Some(annotation.into())
}

/// The content of a page with lines of the right width, the space between characters, and without layers.
fn respaced(content: &[u8], page: &Page) -> Result<Vec<u8>, Error> {
    let mut texts = page.texts.iter();
    let mut operations = vec![Operation::new("w", vec![Object::Real(RULE_WIDTH)])];
    for mut operation in Content::decode(content)?.operations {
        match operation.operator.as_str() {
            // Layers, and a height of lines that nothing uses.
            "BDC" | "EMC" | "TL" => continue,
            "TJ" => operation = joined(&operation),
            _ => {}
        }
        let begins = operation.operator == "BT";
        operations.push(operation);
        if begins && let Some(text) = texts.next() {
            operations.push(Operation::new("Tc", vec![Object::Real(text.spacing)]));
        }
    }
    Content { operations }.encode()
}

/// One string in the place of one for each glyph.
fn joined(operation: &Operation) -> Operation {
    let pieces = operation.operands.iter().filter_map(|operand| operand.as_array().ok()).flatten();
    let string = pieces.filter_map(|piece| piece.as_str().ok()).flatten().copied().collect();
    Operation::new("Tj", vec![Object::String(string, StringFormat::Hexadecimal)])
}

/// Completes the font that carries the glyphs; its object and its name in pages.
fn font(document: &mut Document, recording: &Recording) -> Result<(ObjectId, Vec<u8>), Error> {
    let is_carrier = |object: &Object| {
        let subtype = object.as_dict().and_then(|font| font.get(b"Subtype")).and_then(Object::as_name);
        subtype.is_ok_and(|name| name == b"Type0")
    };
    let id = document.objects.iter().find(|(_, object)| is_carrier(object)).map(|(id, _)| *id);
    let id = id.ok_or(Error::DictKey("Type0".to_owned()))?;
    let unicode = document.add_object(Stream::new(Dictionary::new(), to_unicode(recording).into_bytes()));
    let font = document.get_dictionary_mut(id)?;
    // The name in the dictionary of fonts is the one that the font has there.
    let name = font.get(b"BaseFont")?.as_name()?.to_vec();
    font.set("BaseFont", FONT);
    font.set("ToUnicode", unicode);
    let Object::Array(descendants) = font.get_mut(b"DescendantFonts")? else { return Ok((id, name)) };
    let mut descriptor = None;
    for descendant in descendants.iter_mut().filter_map(|descendant| descendant.as_dict_mut().ok()) {
        descendant.set("BaseFont", FONT);
        descendant.set("CIDToGIDMap", "Identity");
        descriptor = descendant.get(b"FontDescriptor").and_then(Object::as_reference).ok();
    }
    if let Some(descriptor) = descriptor {
        let descriptor = document.get_dictionary_mut(descriptor)?;
        descriptor.set("FontName", FONT);
        descriptor.set("Flags", 4);
        descriptor.set("FontBBox", [-200, -250, 1500, 1100].map(Object::Integer).to_vec());
    }
    Ok((id, name))
}

/// Which character each glyph shows.
fn to_unicode(recording: &Recording) -> String {
    let mut map = String::from(
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) \
         /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n\
         1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n",
    );
    let entries: Vec<String> = recording.carrier.glyphs.iter().zip(1..).map(entry).collect();
    for block in entries.chunks(100) {
        map += &block.len().to_string();
        map += " beginbfchar\n";
        map += &block.concat();
        map += "endbfchar\n";
    }
    map.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    map
}

/// “glyph number … is the character”.
fn entry((glyph, number): (&Glyph, u32)) -> String {
    let mut units = [0; 2];
    match glyph.character.encode_utf16(&mut units) {
        [high, low] => format!("<{number:04x}> <{high:04x}{low:04x}>\n"),
        units => format!("<{number:04x}> <{:04x}>\n", units.first().copied().unwrap_or_default()),
    }
}

/// Deflates every stream; returns 16 bytes that stand for all of them.
fn compress(document: &mut Document) -> Result<Vec<u8>, Error> {
    let mut digest = Sha256::new();
    for object in document.objects.values_mut() {
        let Object::Stream(stream) = object else { continue };
        digest.update(&stream.content);
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(&stream.content)?;
        stream.set_content(encoder.finish()?);
        stream.dict.set("Filter", "FlateDecode");
    }
    Ok(digest.finalize()[..16].to_vec())
}
