//! Carries out page descriptions, as far as they place text, lines and pictures.
//!
//! Colours, patterns, clips and the pixels of pictures are passed over, so that they cost nothing and cannot fail.
use std::collections::BTreeMap;
use std::rc::Rc;

use hayro_font::FontCache;
use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::{Transform, TypedInstruction as Op};
use hayro_syntax::object::dict::keys::{FORM, IMAGE, MATRIX, RESOURCES, SUBTYPE};
use hayro_syntax::object::{Dict, Name, Number, Stream};
use hayro_syntax::page::{Page as PdfPage, Resources, Rotation};

use super::budget::Budget;
use super::fonts::Font;
use super::state::{Pen, State};
use super::writing::{show, show_all};
use crate::ReadError;
use crate::pages::{Matrix, Page, Path, Picture, Writer, is_white};

/// Forms within forms.
const DEPTH: usize = 16;
/// States kept by `q`.
const STATES: usize = 1_000;
/// What a form or a font costs, in instructions: it must be looked up in the file.
const LOOK_UP: usize = 50;

/// The fonts of a file.
pub(super) struct Fonts<'a> {
    cache: FontCache<'a>,
    /// By the text of the dictionary, which names the streams of the font by number.
    known: BTreeMap<Vec<u8>, Option<Rc<Font<'a>>>>,
}

impl<'a> Fonts<'a> {
    pub(super) fn new() -> Self {
        Self { cache: FontCache::new(), known: BTreeMap::new() }
    }

    fn font(&mut self, dict: &Dict<'a>, budget: &mut Budget) -> Result<Option<Rc<Font<'a>>>, ReadError> {
        if let Some(font) = self.known.get(dict.data()) {
            return Ok(font.clone());
        }
        let font = Font::new(dict, &self.cache, budget)?.map(Rc::new);
        self.known.insert(dict.data().to_vec(), font.clone());
        Ok(font)
    }
}

/// Images of a file, by the numbers that pictures on pages have for them.
pub(super) type Images<'a> = Vec<Stream<'a>>;

/// Fonts by the names that one page description has for them.
type NamedFonts<'a> = BTreeMap<Vec<u8>, Option<Rc<Font<'a>>>>;

/// What a page shows.
///
/// # Errors
/// When it asks for more than the budget has.
pub(super) fn page<'a>(
    source: &PdfPage<'a>,
    number: u32,
    fonts: &mut Fonts<'a>,
    images: &mut Images<'a>,
    budget: &mut Budget,
) -> Result<Page, ReadError> {
    let (width, height) = source.render_dimensions();
    let page = Page { number, width: width.into(), height: height.into(), ..Page::default() };
    let mut content = Content {
        page,
        states: Vec::new(),
        state: State::new(page_matrix(source)),
        pen: Pen::START,
        writer: Writer::default(),
        path: Path::default(),
        current: (0.0, 0.0),
        fonts,
        images,
        budget,
    };
    if let Some(stream) = source.raw().get::<Stream<'_>>(b"Contents") {
        let bytes = content.budget.stream(&stream)?.unwrap_or_default();
        content.carry_out(&bytes, source.resources(), 0)?;
    } else {
        let mut bytes = Vec::new();
        for stream in streams(source.raw()) {
            bytes.extend(content.budget.stream(&stream)?.unwrap_or_default());
            bytes.push(b'\n');
        }
        content.carry_out(&bytes, source.resources(), 0)?;
    }
    Ok(content.page)
}

/// The parts of a page's description.
fn streams<'a>(page: &Dict<'a>) -> Vec<Stream<'a>> {
    let parts = page.get::<hayro_syntax::object::Array<'_>>(b"Contents");
    parts.map(|parts| parts.iter::<Stream<'_>>().collect()).unwrap_or_default()
}

/// From the coordinates of a page's description to points from its upper left corner, as it is shown.
fn page_matrix(page: &PdfPage<'_>) -> Matrix {
    let area = page.intersected_crop_box();
    let area = if area.width() < 1.0 || area.height() < 1.0 { hayro_syntax::page::A4 } else { area };
    Matrix(match page.rotation() {
        Rotation::None => [1.0, 0.0, 0.0, -1.0, -area.x0, area.y1],
        Rotation::Horizontal => [0.0, 1.0, 1.0, 0.0, -area.y0, -area.x0],
        Rotation::Flipped => [-1.0, 0.0, 0.0, 1.0, area.x1, -area.y0],
        Rotation::FlippedHorizontal => [0.0, -1.0, -1.0, 0.0, area.y1, area.x1],
    })
}

/// A page as it is drawn.
pub(super) struct Content<'a, 'l> {
    pub(super) page: Page,
    states: Vec<State<'a>>,
    pub(super) state: State<'a>,
    pub(super) pen: Pen,
    pub(super) writer: Writer,
    path: Path,
    /// Where the path is, in its own coordinates.
    current: (f64, f64),
    fonts: &'l mut Fonts<'a>,
    images: &'l mut Images<'a>,
    pub(super) budget: &'l mut Budget,
}

impl<'a> Content<'a, '_> {
    fn carry_out(&mut self, bytes: &[u8], resources: &Resources<'a>, depth: usize) -> Result<(), ReadError> {
        let mut instructions = TypedIter::new(bytes);
        let mut fonts = NamedFonts::new();
        while let Some(instruction) = instructions.next() {
            self.budget.instructions(1)?;
            match &instruction {
                Op::TextFont(font) => {
                    self.state.size = font.1.as_f64();
                    self.font(font.0, resources, &mut fonts)?;
                }
                Op::XObject(object) => {
                    if let Some(stream) = resources.get_x_object(object.0) {
                        self.object(&stream, resources, depth)?;
                    }
                }
                Op::InlineImage(_) => self.picture(None),
                other => {
                    if !self.graphics(other) && !self.draw(other) {
                        self.text(other)?;
                    }
                }
            }
        }
        self.path.clear();
        Ok(())
    }

    /// Takes a font by its name, which is the same within one description.
    fn font(&mut self, name: &[u8], resources: &Resources<'a>, known: &mut NamedFonts<'a>) -> Result<(), ReadError> {
        if let Some(font) = known.get(name) {
            self.state.font.clone_from(font);
            return Ok(());
        }
        self.budget.instructions(LOOK_UP)?;
        let Some(dict) = resources.get_font(&Name::new_unescaped(name)) else { return Ok(()) };
        self.state.font = self.fonts.font(&dict, self.budget)?;
        known.insert(name.to_vec(), self.state.font.clone());
        Ok(())
    }

    /// A form, which is carried out in its place, or a picture.
    fn object(&mut self, stream: &Stream<'a>, resources: &Resources<'a>, depth: usize) -> Result<(), ReadError> {
        self.budget.instructions(LOOK_UP)?;
        let kind = stream.dict().get::<Name<'_>>(SUBTYPE);
        if kind.as_deref() == Some(IMAGE) {
            self.picture(Some(stream));
        } else if kind.as_deref() == Some(FORM) && depth < DEPTH {
            let Some(bytes) = self.budget.stream(stream)? else { return Ok(()) };
            let matrix = stream.dict().get::<[f64; 6]>(MATRIX).map_or(Matrix::IDENTITY, Matrix);
            let own = stream.dict().get::<Dict<'_>>(RESOURCES).map(Resources::new);
            let outer = self.state.clone();
            let states = std::mem::take(&mut self.states);
            self.state.matrix = matrix.then(self.state.matrix);
            self.carry_out(&bytes, own.as_ref().unwrap_or(resources), depth + 1)?;
            self.state = outer;
            self.states = states;
        }
        Ok(())
    }

    /// A picture; one within the description is too small to be a scan.
    fn picture(&mut self, stream: Option<&Stream<'a>>) {
        let matrix = self.state.matrix;
        let rect = matrix.rect((0.0, 0.0), (1.0, 1.0));
        if rect.is_finite() {
            let image = stream.map(|stream| {
                self.images.push(stream.clone());
                self.images.len() - 1
            });
            self.page.pictures.push(Picture { rect, matrix, image, seen: false });
        }
    }

    /// Instructions that change the state; whether it was one.
    fn graphics(&mut self, instruction: &Op<'_, '_>) -> bool {
        match instruction {
            Op::SaveState(_) => {
                if self.states.len() < STATES {
                    self.states.push(self.state.clone());
                }
            }
            Op::RestoreState(_) => {
                if let Some(state) = self.states.pop() {
                    self.state = state;
                }
            }
            Op::Transform(matrix) => self.state.matrix = matrix_of(matrix).then(self.state.matrix),
            Op::NonStrokeColorDeviceGray(gray) => self.state.white_fill = is_white(&[gray.0.as_f64()]),
            Op::NonStrokeColorDeviceRgb(rgb) => self.state.white_fill = is_white(&[rgb.0, rgb.1, rgb.2].map(value)),
            Op::NonStrokeColorCmyk(ink) => {
                self.state.white_fill = is_white(&[ink.0, ink.1, ink.2, ink.3].map(value));
            }
            Op::NonStrokeColor(color) => self.state.white_fill = is_white(&values(&color.0)),
            Op::NonStrokeColorNamed(color) => self.state.white_fill = color.1.is_none() && is_white(&values(&color.0)),
            Op::ColorSpaceNonStroke(_) => self.state.white_fill = false,
            Op::StrokeColorDeviceGray(gray) => self.state.white_stroke = is_white(&[gray.0.as_f64()]),
            Op::StrokeColorDeviceRgb(rgb) => self.state.white_stroke = is_white(&[rgb.0, rgb.1, rgb.2].map(value)),
            Op::StrokeColorCmyk(ink) => self.state.white_stroke = is_white(&[ink.0, ink.1, ink.2, ink.3].map(value)),
            Op::StrokeColor(color) => self.state.white_stroke = is_white(&values(&color.0)),
            Op::StrokeColorNamed(color) => self.state.white_stroke = color.1.is_none() && is_white(&values(&color.0)),
            Op::ColorSpaceStroke(_) => self.state.white_stroke = false,
            _ => return false,
        }
        true
    }

    /// Instructions that build or paint a path; whether it was one.
    fn draw(&mut self, instruction: &Op<'_, '_>) -> bool {
        match instruction {
            Op::MoveTo(point) => {
                let point = self.go_to((point.0, point.1));
                self.path.move_to(point);
            }
            Op::LineTo(point) => {
                let point = self.go_to((point.0, point.1));
                self.path.line_to(point);
            }
            Op::CubicTo(curve) => self.curve((curve.4, curve.5)),
            Op::CubicStartTo(curve) => self.curve((curve.2, curve.3)),
            Op::CubicEndTo(curve) => self.curve((curve.2, curve.3)),
            Op::ClosePath(_) => self.path.close(),
            Op::RectPath(rect) => {
                let corner = (rect.0.as_f64(), rect.1.as_f64());
                self.path.rectangle(&self.state.matrix, corner, (rect.2.as_f64(), rect.3.as_f64()));
            }
            Op::StrokePath(_) => self.paint(false, true, false),
            Op::CloseAndStrokePath(_) => self.paint(false, true, true),
            Op::FillPathNonZero(_) | Op::FillPathNonZeroCompatibility(_) | Op::FillPathEvenOdd(_) => {
                self.paint(true, false, false);
            }
            Op::FillAndStrokeNonZero(_) | Op::FillAndStrokeEvenOdd(_) => self.paint(true, true, false),
            Op::CloseFillAndStrokeNonZero(_) | Op::CloseFillAndStrokeEvenOdd(_) => self.paint(true, true, true),
            Op::EndPath(_) => self.path.clear(),
            _ => return false,
        }
        true
    }

    fn go_to(&mut self, (x, y): (Number, Number)) -> (f64, f64) {
        self.current = (x.as_f64(), y.as_f64());
        self.state.matrix.point(self.current)
    }

    fn curve(&mut self, point: (Number, Number)) {
        let point = self.go_to(point);
        self.path.curve_to(point);
    }

    fn paint(&mut self, fill: bool, stroke: bool, close: bool) {
        if close {
            self.path.close();
        }
        if self.page.drawing {
            self.path.clear();
            return;
        }
        if fill && !self.state.white_fill {
            self.path.fill(&mut self.page);
        }
        if stroke && !self.state.white_stroke {
            self.path.stroke(&mut self.page);
        }
        self.path.clear();
        self.page.limit_segments(self.budget.segments());
    }

    /// Instructions that place or show text.
    fn text(&mut self, instruction: &Op<'_, '_>) -> Result<(), ReadError> {
        match instruction {
            Op::BeginText(_) => self.pen = Pen::START,
            Op::CharacterSpacing(space) => self.state.character_space = space.0.as_f64(),
            Op::WordSpacing(space) => self.state.word_space = space.0.as_f64(),
            Op::HorizontalScaling(scale) => self.state.scale = scale.0.as_f64() / 100.0,
            Op::TextLeading(leading) => self.state.leading = leading.0.as_f64(),
            Op::TextRise(rise) => self.state.rise = rise.0.as_f64(),
            Op::TextRenderingMode(mode) => self.state.hidden = mode.0.as_i64() == 3,
            Op::NextLine(shift) => self.pen.next_line(shift.0.as_f64(), shift.1.as_f64()),
            Op::NextLineAndSetLeading(shift) => {
                self.state.leading = -shift.1.as_f64();
                self.pen.next_line(shift.0.as_f64(), shift.1.as_f64());
            }
            Op::SetTextMatrix(m) => self.pen.set(Matrix([m.0, m.1, m.2, m.3, m.4, m.5].map(value))),
            Op::NextLineUsingLeading(_) => self.pen.next_line(0.0, -self.state.leading),
            Op::ShowText(text) => show(self, text.0.as_bytes())?,
            Op::ShowTexts(texts) => show_all(self, texts.0)?,
            Op::NextLineAndShowText(text) => {
                self.pen.next_line(0.0, -self.state.leading);
                show(self, text.0.as_bytes())?;
            }
            Op::ShowTextWithParameters(text) => {
                self.state.word_space = text.0.as_f64();
                self.state.character_space = text.1.as_f64();
                self.pen.next_line(0.0, -self.state.leading);
                show(self, text.2.as_bytes())?;
            }
            _ => {}
        }
        Ok(())
    }
}

fn matrix_of(m: &Transform) -> Matrix {
    Matrix([m.0, m.1, m.2, m.3, m.4, m.5].map(value))
}

fn value(number: Number) -> f64 {
    number.as_f64()
}

fn values(numbers: &[Number]) -> Vec<f64> {
    numbers.iter().copied().map(value).collect()
}
