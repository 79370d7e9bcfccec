//! The graphic objects of pages, templates and composite units (GB/T 33190-2016, 7.7 and 8 to 13).
use super::numbers::{array, attribute, color, is_on, matrix, offsets};
use crate::ReadError;
use crate::pages::{Matrix, is_white};
use crate::xml::{Element, Xml};

/// Largest size of a font, in millimetres, and smallest and largest stretch of characters.
const SIZE: f64 = 10_000.0;

/// A graphic object.
#[derive(Debug)]
pub(super) enum Object {
    /// Text.
    Text(Text),
    /// Lines and areas.
    Shape(Shape),
    /// A picture, which fills its rectangle.
    Picture(Frame),
    /// Objects together.
    Group(Vec<Self>),
    /// A composite unit of the resources, by its id.
    Unit(Frame, String),
}

/// Where an object stands, and whether it is shown.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    /// Left, top, width and height, in millimetres.
    pub(super) boundary: [f64; 4],
    /// From the object's own coordinates to those of its rectangle.
    pub(super) matrix: Matrix,
    /// It is shown.
    pub(super) visible: bool,
    /// It is wholly transparent.
    pub(super) transparent: bool,
}

/// Text in one font.
#[derive(Debug)]
pub(super) struct Text {
    pub(super) frame: Frame,
    /// Size of the font, in millimetres.
    pub(super) size: f64,
    /// How much wider than they are the characters are drawn.
    pub(super) stretch: f64,
    /// The characters stand upright.
    pub(super) upright: bool,
    /// It is drawn in no colour, as the recognised text over a scan.
    pub(super) hidden: bool,
    /// Pieces that are placed one by one.
    pub(super) codes: Vec<Code>,
}

/// Characters and their places.
#[derive(Debug)]
pub(super) struct Code {
    pub(super) characters: Vec<Character>,
    /// One below the other.
    pub(super) vertical: bool,
}

/// A character and where its baseline begins.
#[derive(Clone, Copy, Debug)]
pub(super) struct Character {
    pub(super) letter: char,
    pub(super) x: f64,
    pub(super) y: f64,
}

/// Lines and areas.
#[derive(Debug)]
pub(super) struct Shape {
    pub(super) frame: Frame,
    pub(super) fill: bool,
    pub(super) stroke: bool,
    /// The path in its short form.
    pub(super) path: String,
}

/// The objects in the open element, to its end. Of a piece of text no more than `most` characters are kept.
///
/// # Errors
/// When the XML is damaged or passes a bound.
pub(super) fn objects(xml: &mut Xml<'_>, most: usize) -> Result<Vec<Object>, ReadError> {
    let mut objects = Vec::new();
    while let Some(element) = xml.child()? {
        match element.name() {
            "TextObject" => objects.push(Object::Text(Text::read(&element, xml, most)?)),
            "PathObject" => objects.push(Object::Shape(Shape::read(&element, xml)?)),
            "ImageObject" => {
                objects.push(Object::Picture(Frame::of(&element)));
                xml.skip()?;
            }
            "CompositeObject" => {
                let unit = element.attribute("ResourceID").unwrap_or_default().trim().to_owned();
                objects.push(Object::Unit(Frame::of(&element), unit));
                xml.skip()?;
            }
            "Layer" | "PageBlock" | "Content" => objects.push(Object::Group(self::objects(xml, most)?)),
            _ => xml.skip()?,
        }
    }
    Ok(objects)
}

impl Frame {
    fn of(element: &Element<'_>) -> Self {
        Self {
            boundary: element.attribute("Boundary").and_then(|text| array(&text)).unwrap_or_default(),
            matrix: matrix(element).unwrap_or(Matrix::IDENTITY),
            visible: is_on(element, "Visible", true),
            transparent: attribute(element, "Alpha") == Some(0.0),
        }
    }
}

impl Text {
    fn read(element: &Element<'_>, xml: &mut Xml<'_>, most: usize) -> Result<Self, ReadError> {
        let turned = |name| attribute(element, name).is_some_and(|angle| angle % 360.0 != 0.0);
        let size = attribute(element, "Size").filter(|size| (0.0..SIZE).contains(size)).unwrap_or(0.0);
        let (mut filled, stroked) = (is_on(element, "Fill", true), is_on(element, "Stroke", false));
        let downwards = attribute(element, "ReadDirection").is_some_and(|angle| angle % 180.0 != 0.0);
        let mut text = Self {
            frame: Frame::of(element),
            size,
            stretch: attribute(element, "HScale").filter(|stretch| (0.01..100.0).contains(stretch)).unwrap_or(1.0),
            upright: !turned("CharDirection"),
            hidden: false,
            codes: Vec::new(),
        };
        let (mut at, mut glyphs) = ((0.0, 0.0), false);
        while let Some(part) = xml.child()? {
            match part.name() {
                "TextCode" => {
                    at = (attribute(&part, "X").unwrap_or(at.0), attribute(&part, "Y").unwrap_or(at.1));
                    let code = Code::read(&part, xml, at, most, (&text, downwards))?;
                    text.codes.push(code);
                    continue;
                }
                "CGTransform" => glyphs = true,
                "FillColor" if attribute(&part, "Alpha") == Some(0.0) => filled = false,
                _ => {}
            }
            xml.skip()?;
        }
        text.hidden = text.frame.transparent || !(filled || stroked);
        if glyphs {
            text.mark_unknown();
        }
        Ok(text)
    }

    /// `¤` holds the place of a glyph of which the file does not say what it stands for.
    fn mark_unknown(&mut self) {
        let characters = self.codes.iter_mut().flat_map(|code| &mut code.characters);
        for character in characters.filter(|character| character.letter == '¤') {
            character.letter = '\u{fffd}';
        }
    }
}

impl Code {
    /// Reads `TextCode`, which begins at a point of its text; `downwards` where that is read from top to bottom.
    fn read(
        element: &Element<'_>,
        xml: &mut Xml<'_>,
        (mut x, mut y): (f64, f64),
        most: usize,
        (text, downwards): (&Text, bool),
    ) -> Result<Self, ReadError> {
        let mut content = String::new();
        xml.text(&mut content)?;
        let letters = letters(&content, most);
        let gaps = letters.len().saturating_sub(1);
        let deltas = |name| element.attribute(name).map(|deltas| offsets(&deltas, gaps)).unwrap_or_default();
        let (across, down) = (deltas("DeltaX"), deltas("DeltaY"));
        let vertical = match (across.is_empty(), down.is_empty()) {
            (true, true) => downwards,
            (across_is_empty, _) => across_is_empty || across.iter().all(|shift| *shift == 0.0),
        };
        let mut characters = Vec::with_capacity(letters.len());
        for (number, letter) in letters.into_iter().enumerate() {
            characters.push(Character { letter, x, y });
            if across.is_empty() && down.is_empty() {
                // Nothing is said: the characters follow each other by their width.
                let advance = text.usual_width(letter);
                if vertical { y += advance } else { x += advance }
            } else {
                x += across.get(number).copied().unwrap_or(0.0);
                y += down.get(number).copied().unwrap_or(0.0);
            }
        }
        let vertical = vertical && characters.len() > 1;
        Ok(Self { characters, vertical })
    }
}

/// The characters of a text, in which `\0041` stands for a character that XML cannot hold or that would be lost.
fn letters(content: &str, most: usize) -> Vec<char> {
    // A line end is of the XML's layout.
    let content = if content.contains('\n') { content.trim() } else { content };
    let mut letters = Vec::new();
    let mut rest = content.chars();
    while let Some(letter) = rest.next() {
        if letters.len() > most {
            break;
        }
        let escaped = if letter == '\\' { rest.as_str().get(..4) } else { None };
        let code = escaped.filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()));
        match code.and_then(|code| char::from_u32(u32::from_str_radix(code, 16).ok()?)) {
            Some(meant) => {
                letters.push(meant);
                rest.nth(3);
            }
            None => letters.push(letter),
        }
    }
    letters
}

impl Text {
    /// How wide a character usually is, in millimetres: the file does not say.
    pub(super) fn usual_width(&self, letter: char) -> f64 {
        let share = if is_narrow(letter) { 0.5 } else { 1.0 };
        share * self.size * self.stretch
    }

    /// How wide a character is, given how far the next one stands from it.
    pub(super) fn width(&self, letter: char, to_next: Option<f64>) -> f64 {
        let usual = self.usual_width(letter);
        let full = self.size * self.stretch;
        let room = if letter.is_ascii_alphabetic() || !is_narrow(letter) { full } else { 0.75 * full };
        match to_next.filter(|distance| *distance > 0.0) {
            Some(distance) if distance <= room => distance,
            _ => usual,
        }
    }
}

/// Letters and digits that take half the width of a Chinese character.
fn is_narrow(letter: char) -> bool {
    u32::from(letter) < 0x2000
}

impl Shape {
    fn read(element: &Element<'_>, xml: &mut Xml<'_>) -> Result<Self, ReadError> {
        let frame = Frame::of(element);
        let mut shape = Self {
            frame,
            fill: is_on(element, "Fill", false) && !frame.transparent,
            stroke: is_on(element, "Stroke", true) && !frame.transparent,
            path: String::new(),
        };
        while let Some(part) = xml.child()? {
            match part.name() {
                "AbbreviatedData" => {
                    xml.text(&mut shape.path)?;
                    continue;
                }
                "FillColor" => shape.fill &= is_seen(&part),
                "StrokeColor" => shape.stroke &= is_seen(&part),
                _ => {}
            }
            xml.skip()?;
        }
        Ok(shape)
    }
}

/// Whether a colour is neither white nor transparent.
fn is_seen(color_of: &Element<'_>) -> bool {
    let white = color_of.attribute("Value").is_some_and(|value| is_white(&color(&value)));
    !white && attribute(color_of, "Alpha") != Some(0.0)
}
