//! Pages through krilla.
use std::sync::OnceLock;

use gouji_export::{Date, Meta};
use gouji_pages::{Face, Glyph, PAGE_HEIGHT, PAGE_WIDTH, Paper, RULE_WIDTH};
use krilla::action::LinkAction;
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::{DateTime, Metadata};
use krilla::page::PageSettings;
use krilla::paint::Stroke;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use krilla::{Document, SerializeSettings};

use crate::outline::outline;
use crate::recording::{Goal, Item, Link, Mark, Page, Recording};

/// PDF/A asks for a date; without one a file bears the first day that zip files know, as workbooks do.
const UNDATED: Date = Date { year: 1980, month: 1, day: 1 };

/// The file; an error is in krilla's words.
pub(crate) fn write(recording: &Recording, paper: &Paper<'_>, meta: &Meta) -> Result<Vec<u8>, String> {
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| format!("{error:?}"))?;
    let mut document = Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    let mut drawn = recording.tree.places();
    for page in &recording.pages {
        draw(page, recording.pages.len(), &mut document, &mut drawn)?;
    }
    document.set_tag_tree(recording.tree.tags(&drawn));
    document.set_outline(outline(&recording.bookmarks));
    document.set_metadata(metadata(paper, meta));
    document.finish().map_err(|error| error.to_string())
}

fn metadata(paper: &Paper<'_>, meta: &Meta) -> Metadata {
    let Date { year, month, day } = meta.date.unwrap_or(UNDATED);
    let date = DateTime::new(u16::try_from(year).unwrap_or_default()).month(month).day(day);
    Metadata::new()
        .title(paper.title.clone())
        .language(paper.lang.tag().to_owned())
        .creator(meta.generator.clone())
        .producer(meta.generator.clone())
        .creation_date(date)
}

/// Draws a page, one of so many, and fills in what its leaves are.
fn draw(page: &Page, pages: usize, document: &mut Document, drawn: &mut [Option<Identifier>]) -> Result<(), String> {
    let size = PageSettings::from_wh(PAGE_WIDTH, PAGE_HEIGHT).ok_or("page size")?;
    let mut sheet = document.start_page_with(size);
    let mut surface = sheet.surface();
    for stretch in &page.stretches {
        let artifact = |kind| ContentTag::Artifact(Artifact::with_kind(kind));
        let (tag, leaf) = match stretch.mark {
            Mark::Leaf(leaf) => (ContentTag::Other, Some(leaf)),
            Mark::Artifact => (artifact(ArtifactType::Layout), None),
            Mark::PageNumber => (artifact(ArtifactType::PageNumber), None),
        };
        let identifier = surface.start_tagged(tag);
        let items = stretch.items.iter().try_for_each(|item| self::item(item, &mut surface));
        surface.end_tagged();
        items?;
        if let Some(place) = leaf.and_then(|leaf| drawn.get_mut(leaf)) {
            *place = Some(identifier);
        }
    }
    surface.finish();
    for link in &page.links {
        let Some(annotation) = annotation(link, pages) else { continue };
        if let Some(place) = drawn.get_mut(link.leaf) {
            *place = Some(sheet.add_tagged_annotation(annotation));
        }
    }
    Ok(())
}

fn item(item: &Item, surface: &mut Surface<'_>) -> Result<(), String> {
    match item {
        Item::Rule(rule) => {
            let mut path = PathBuilder::new();
            path.move_to(rule.from.0, rule.from.1);
            path.line_to(rule.to.0, rule.to.1);
            if let Some(path) = path.finish() {
                surface.set_stroke(Some(Stroke { width: RULE_WIDTH, ..Stroke::default() }));
                surface.draw_path(&path);
                surface.set_stroke(None);
            }
        }
        Item::Text { glyphs, size, at, spacing } => {
            let Some(face) = glyphs.first().map(|glyph| glyph.face) else { return Ok(()) };
            let (text, placed) = placed(glyphs, spacing / size);
            let font = font(face).ok_or_else(|| format!("{face:?}"))?;
            surface.draw_glyphs(Point::from_xy(at.0, at.1), &placed, font, &text, *size, false);
        }
    }
    Ok(())
}

/// Glyphs as krilla has them, with the text that they stand for; `spacing` in parts of the size.
fn placed(glyphs: &[Glyph], spacing: f32) -> (String, Vec<KrillaGlyph>) {
    let mut text = String::new();
    let placed = glyphs.iter().map(|glyph| {
        let start = text.len();
        text.push(glyph.character);
        KrillaGlyph {
            glyph_id: GlyphId::new(glyph.id.into()),
            text_range: start..text.len(),
            x_advance: f32::from(glyph.advance) / 1000.0 + spacing,
            x_offset: 0.0,
            y_offset: 0.0,
            y_advance: 0.0,
            location: None,
        }
    });
    let placed = placed.collect();
    (text, placed)
}

/// A font of the project, made ready once.
fn font(face: Face) -> Option<Font> {
    static FONTS: [OnceLock<Option<Font>>; 3] = [const { OnceLock::new() }; 3];
    FONTS[face.index()].get_or_init(|| Font::new(face.data().into(), 0)).clone()
}

fn annotation(link: &Link, pages: usize) -> Option<Annotation> {
    let rectangle = Rect::from_ltrb(link.area.left, link.area.top, link.area.right, link.area.bottom)?;
    let target = match &link.goal {
        Goal::Page(page) => {
            let page = (*page < pages).then_some(*page)?;
            Target::Destination(XyzDestination::new(page, Point::from_xy(0.0, 0.0)).into())
        }
        Goal::Url(url) => Target::Action(LinkAction::new(url.clone()).into()),
    };
    Some(Annotation::new_link(LinkAnnotation::new(rectangle, target), Some(link.text.clone())))
}
