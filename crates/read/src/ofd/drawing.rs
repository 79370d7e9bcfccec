//! Objects drawn on a page, as far as they place text, lines and pictures.
use std::collections::HashMap;

use gouji_model::Message;

use super::objects::{Code, Frame, Object, Shape, Text};
use super::paths;
use crate::pages::{DEPTH as FONT_DEPTH, Glyph, HEIGHT as FONT_HEIGHT, Matrix, Page, Path, Picture, Rect, Writer};
use crate::{Limits, ReadError};

/// Points in a millimetre.
const POINTS: f64 = 72.0 / 25.4;
/// Units within units.
const DEPTH: usize = 16;
/// Sides of a page in millimetres: what is less or more is an error.
const SIDES: std::ops::Range<f64> = 1.0..20_000.0;
/// A page of which nothing is said: A4.
const A4: [f64; 4] = [0.0, 0.0, 210.0, 297.0];

/// Composite units of the resources, by id.
pub(super) type Units = HashMap<String, Vec<Object>>;

/// What a file may still ask for.
pub(super) struct Budget<'a> {
    limits: &'a Limits,
    pages: usize,
    objects: usize,
    characters: usize,
}

impl<'a> Budget<'a> {
    pub(super) fn new(limits: &'a Limits) -> Self {
        Self { limits, pages: limits.pdf_pages, objects: limits.ofd_objects, characters: limits.pdf_characters }
    }

    /// Takes the pages of a document.
    ///
    /// # Errors
    /// When those of all documents are more than allowed.
    pub(super) fn pages(&mut self, count: usize) -> Result<(), ReadError> {
        self.pages = self
            .pages
            .checked_sub(count)
            .ok_or_else(|| ReadError(Message::new("read-ofd-pages").count("limit", self.limits.pdf_pages)))?;
        Ok(())
    }

    fn object(&mut self) -> Result<(), ReadError> {
        self.objects = self
            .objects
            .checked_sub(1)
            .ok_or_else(|| ReadError(Message::new("read-ofd-objects").count("limit", self.limits.ofd_objects)))?;
        Ok(())
    }

    fn characters(&mut self, count: usize) -> Result<(), ReadError> {
        self.characters = self
            .characters
            .checked_sub(count)
            .ok_or_else(|| ReadError(Message::new("read-ofd-characters").count("limit", self.limits.pdf_characters)))?;
        Ok(())
    }
}

/// A page as it is drawn.
pub(super) struct Drawing<'d, 'a> {
    page: Page,
    writer: Writer,
    /// From millimetres of the document to points of the page.
    matrix: Matrix,
    units: &'d Units,
    budget: &'d mut Budget<'a>,
    /// Characters of objects that are not shown.
    unseen: usize,
}

/// Where an object is drawn.
#[derive(Clone, Copy)]
struct Around {
    matrix: Matrix,
    visible: bool,
    depth: usize,
}

impl<'d, 'a> Drawing<'d, 'a> {
    /// An empty page with this area: left, top, width and height in millimetres.
    pub(super) fn new(number: u32, area: Option<[f64; 4]>, units: &'d Units, budget: &'d mut Budget<'a>) -> Self {
        let sides = |area: &[f64; 4]| SIDES.contains(&area[2]) && SIDES.contains(&area[3]);
        let [left, top, width, height] = area.filter(sides).unwrap_or(A4);
        let matrix = Matrix([POINTS, 0.0, 0.0, POINTS, -left * POINTS, -top * POINTS]);
        let page = Page { number, width: width * POINTS, height: height * POINTS, ..Page::default() };
        Self { page, writer: Writer::default(), matrix, units, budget, unseen: 0 }
    }

    /// Draws objects.
    ///
    /// # Errors
    /// When they are more than allowed.
    pub(super) fn draw(&mut self, objects: &[Object]) -> Result<(), ReadError> {
        self.objects(objects, Around { matrix: self.matrix, visible: true, depth: 0 })
    }

    /// The page, and the number of characters on it that are not shown.
    pub(super) fn finish(self) -> (Page, usize) {
        (self.page, self.unseen)
    }

    fn objects(&mut self, objects: &[Object], around: Around) -> Result<(), ReadError> {
        for object in objects {
            self.budget.object()?;
            match object {
                Object::Text(text) => self.text(text, around)?,
                Object::Shape(shape) => self.shape(shape, around),
                Object::Picture(frame) => self.picture(frame, around),
                Object::Group(objects) => self.objects(objects, around)?,
                Object::Unit(frame, id) if around.depth < DEPTH => {
                    let units = self.units;
                    if let Some(objects) = units.get(id) {
                        self.objects(objects, around.inside(frame))?;
                    }
                }
                Object::Unit(..) => {}
            }
        }
        Ok(())
    }

    fn text(&mut self, text: &Text, around: Around) -> Result<(), ReadError> {
        let around = around.inside(&text.frame);
        for code in &text.codes {
            self.budget.characters(code.characters.len())?;
            if around.visible {
                self.code(text, code, &around.matrix);
            } else {
                self.unseen += code.characters.iter().filter(|character| !character.letter.is_whitespace()).count();
            }
        }
        Ok(())
    }

    fn code(&mut self, text: &Text, code: &Code, matrix: &Matrix) {
        let Matrix([right, askew, lean, down, ..]) = *matrix;
        let straight = askew.abs() < 0.1 * right && lean.abs() < 0.1 * down;
        let upright = straight && text.upright && !code.vertical;
        let size = text.size * lean.hypot(down);
        let mut letters = [0; 4];
        for (number, character) in code.characters.iter().enumerate() {
            let next = code.characters.get(number + 1);
            let to_next = if code.vertical { None } else { next.map(|next| next.x - character.x) };
            let to_next = to_next.or_else(|| like_before(code, number));
            let width = text.width(character.letter, to_next);
            let top_left = (character.x, character.y - FONT_HEIGHT * text.size);
            let bottom_right = (character.x + width, character.y + FONT_DEPTH * text.size);
            let rect = matrix.rect(top_left, bottom_right);
            let shown = character.letter.encode_utf8(&mut letters);
            self.writer.put(&mut self.page, Glyph { text: shown, rect, size, upright, hidden: text.hidden });
        }
        self.writer.end(&mut self.page);
    }

    fn shape(&mut self, shape: &Shape, around: Around) {
        let around = around.inside(&shape.frame);
        if !around.visible || self.page.drawing {
            return;
        }
        let most = self.budget.limits.pdf_segments;
        let mut path = Path::default();
        if !paths::add(&mut path, &shape.path, &around.matrix, most) {
            self.page.limit_segments(0);
            self.page.drawing = true;
            return;
        }
        if shape.fill {
            path.fill(&mut self.page);
        }
        if shape.stroke {
            path.stroke(&mut self.page);
        }
        self.page.limit_segments(most);
    }

    fn picture(&mut self, frame: &Frame, around: Around) {
        let [left, top, width, height] = frame.boundary;
        let rect: Rect = around.matrix.rect((left, top), (left + width, top + height));
        if around.visible && frame.visible && !frame.transparent && rect.is_finite() {
            let matrix = around.inside(frame).matrix;
            self.page.pictures.push(Picture { rect, matrix, image: None, seen: false });
        }
    }
}

/// For the last character: how far the one before it, of the same kind, stands from its own.
fn like_before(code: &Code, number: usize) -> Option<f64> {
    let (before, own) = (code.characters.get(number.checked_sub(1)?)?, code.characters.get(number)?);
    (!code.vertical && before.letter.is_ascii() == own.letter.is_ascii()).then_some(own.x - before.x)
}

impl Around {
    /// Inside an object.
    fn inside(self, frame: &Frame) -> Self {
        let matrix = frame.matrix.then(self.matrix.shifted(frame.boundary[0], frame.boundary[1]));
        Self { matrix, visible: self.visible && frame.visible, depth: self.depth + 1 }
    }
}
