//! Blocks one below the other, from page to page.
use gouji_model::Message;

use crate::block::{Alignment, Block, Link, Nest, Role, TextBlock};
use crate::faces::Face;
use crate::lines::{Measure, balanced, draw_line, justified, line_width, lines};
use crate::metrics::{BOTTOM, DROP, HEIGHT, LEFT, NUMBER_BASELINE, NUMBER_SIZE, TOP, WIDTH};
use crate::shape::{NoGlyph, Shaped};
use crate::table::LaidTable;
use crate::{Area, Canvas, Element, Target};

/// What cannot be drawn, and where it is from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    /// What is wrong.
    pub(crate) cause: Cause,
    /// Where it stands.
    pub(crate) place: Message,
}

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cause {
    /// A character that no font has.
    NoGlyph(char),
    /// More text in a row of a table than a page holds.
    TooLong,
}

/// Draws blocks, the first on a new page that has the number `number`; returns how many pages there are.
pub(crate) fn draw(blocks: &[Block<'_>], number: usize, canvas: &mut dyn Canvas) -> Result<usize, Fault> {
    let laid: Vec<Laid<'_>> = blocks.iter().map(Laid::of).collect::<Result<_, _>>()?;
    let mut flow = Flow { canvas, y: TOP, pages: 0, number };
    flow.start_page();
    for position in 0..laid.len() {
        flow.block(&laid[position..]);
    }
    Ok(flow.pages)
}

/// A block in its final shape.
enum Laid<'b> {
    Text(LaidText<'b>),
    Table(LaidTable<'b>),
    Open(Nest),
    Close,
}

impl<'b> Laid<'b> {
    fn of(block: &'b Block<'_>) -> Result<Self, Fault> {
        Ok(match block {
            Block::Text(text) => Self::Text(LaidText::of(text)?),
            Block::Table(table) => Self::Table(LaidTable::of(table)?),
            Block::Open(nest) => Self::Open(*nest),
            Block::Close => Self::Close,
        })
    }
}

/// Text in lines.
struct LaidText<'b> {
    block: &'b TextBlock<'b>,
    shaped: Shaped,
    lines: Vec<std::ops::Range<usize>>,
}

impl<'b> LaidText<'b> {
    fn of(block: &'b TextBlock<'_>) -> Result<Self, Fault> {
        let fault = |NoGlyph(character)| Fault { cause: Cause::NoGlyph(character), place: block.place.clone() };
        let parts: Vec<(Face, &str)> = block.parts.iter().map(|(face, text)| (*face, &**text)).collect();
        let shaped = Shaped::of(&parts).map_err(fault)?;
        let style = block.style;
        let tail = if block.tail.is_some() { 4.0 * f32::from(style.size) } else { 0.0 };
        let measure = Measure {
            size: style.size,
            width: WIDTH - style.left - tail - style.right(),
            indent: style.indent,
            spacing: style.spacing,
        };
        let mut found = lines(&shaped, measure);
        if style.alignment == Alignment::Centred {
            let first = block.parts.first().map_or(0, |(_, text)| text.chars().count());
            found = halves(&shaped, first, measure, &found).unwrap_or_else(|| balanced(&shaped, measure, found));
        }
        Ok(Self { block, shaped, lines: found })
    }

    fn height(&self) -> f32 {
        self.pitches(self.lines.len()) + self.block.style.above + self.block.style.below
    }

    #[expect(clippy::cast_precision_loss, reason = "a text has few lines")]
    fn pitches(&self, lines: usize) -> f32 {
        lines as f32 * self.block.style.pitch
    }
}

/// Two lines that part where the fonts or parts of the text do, at glyph `first`.
fn halves(
    text: &Shaped,
    first: usize,
    measure: Measure,
    found: &[std::ops::Range<usize>],
) -> Option<Vec<std::ops::Range<usize>>> {
    let halves = [0..first, first..text.glyphs.len()];
    let is_possible = found.len() == 2
        && halves.iter().all(|half| {
            let glyphs = text.glyphs.get(half.clone()).unwrap_or_default();
            !glyphs.is_empty() && line_width(glyphs, measure.size, measure.spacing) <= measure.width
        });
    is_possible.then(|| halves.to_vec())
}

/// The pages being drawn.
pub(crate) struct Flow<'c> {
    /// What is drawn on.
    pub(crate) canvas: &'c mut dyn Canvas,
    /// Where the next block begins.
    pub(crate) y: f32,
    pages: usize,
    /// Number of the next page.
    number: usize,
}

impl Flow<'_> {
    /// What is left of the page.
    pub(crate) fn room(&self) -> f32 {
        BOTTOM - self.y
    }

    /// Whether nothing is on the page yet.
    pub(crate) fn is_at_top(&self) -> bool {
        self.y <= TOP
    }

    /// Goes on at the top of a new page.
    pub(crate) fn start_page(&mut self) {
        self.canvas.start_page();
        self.pages += 1;
        self.y = TOP;
        self.page_number();
        self.number += 1;
    }

    /// “— 1 —”, one character from the outer edge.
    fn page_number(&mut self) {
        let text = format!("— {} —", self.number);
        // Digits and dashes are in every font.
        let Ok(shaped) = Shaped::of(&[(Face::Song, &text)]) else { return };
        let indent = f32::from(NUMBER_SIZE);
        let x = if self.number % 2 == 1 {
            LEFT + WIDTH - indent - line_width(&shaped.glyphs, NUMBER_SIZE, 0.0)
        } else {
            LEFT + indent
        };
        self.canvas.open(Element::PageNumber);
        draw_line(&shaped.glyphs, (x, NUMBER_BASELINE), NUMBER_SIZE, 0.0, self.canvas);
        self.canvas.close();
    }

    /// Draws the first of these blocks; what it must not be parted from decides about a new page.
    fn block(&mut self, laid: &[Laid<'_>]) {
        match &laid[0] {
            Laid::Open(nest) => self.canvas.open(match nest {
                Nest::List => Element::List,
                Nest::Item => Element::Item,
            }),
            Laid::Close => self.canvas.close(),
            Laid::Table(table) => table.draw(self),
            Laid::Text(text) => {
                if text.block.is_kept_with_next() && !self.is_at_top() && start(laid, self.room(), 0.0) > self.room() {
                    self.start_page();
                }
                self.text(text);
            }
        }
    }

    fn text(&mut self, text: &LaidText<'_>) {
        let style = text.block.style;
        if !self.is_at_top() {
            self.y += style.above;
        }
        let mut rest = text.lines.len();
        if self.room() < text.pitches(rest.min(2)) && !self.is_at_top() {
            self.start_page();
        }
        let content = text.block.text();
        self.canvas.open(match text.block.role {
            Role::Title => Element::Title { text: &content, top: self.y },
            Role::Heading(level) => Element::Heading { level, text: &content, top: self.y },
            Role::Paragraph => Element::Paragraph,
        });
        let mut here = self.lines_that_fit(style.pitch, rest);
        for position in 0..text.lines.len() {
            if here == 0 {
                self.start_page();
                here = self.lines_that_fit(style.pitch, rest);
            }
            self.line(text, position);
            self.y += style.pitch;
            here -= 1;
            rest -= 1;
        }
        self.canvas.close();
        self.y += style.below;
    }

    /// How many of so many lines go on this page: never all but one.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a page has few lines")]
    fn lines_that_fit(&self, pitch: f32, lines: usize) -> usize {
        let fit = ((self.room() / pitch + 0.01).max(0.0) as usize).max(usize::from(self.is_at_top()));
        if fit >= lines {
            lines
        } else if fit + 1 == lines && fit > 2 {
            fit - 1
        } else {
            fit
        }
    }

    fn line(&mut self, text: &LaidText<'_>, position: usize) {
        let style = text.block.style;
        let glyphs = &text.shaped.glyphs[text.lines[position].clone()];
        let is_last = position + 1 == text.lines.len();
        let indent = style.left + if position == 0 { style.indent } else { 0.0 };
        let room = WIDTH - indent;
        let (mut x, mut spacing) = (LEFT + indent, style.spacing);
        match style.alignment {
            Alignment::Centred => x += (room - line_width(glyphs, style.size, spacing)) / 2.0,
            Alignment::Right => x += room - style.right() - line_width(glyphs, style.size, spacing),
            Alignment::Justified if !is_last => spacing = justified(glyphs, style.size, room).unwrap_or(spacing),
            Alignment::Justified | Alignment::Left => {}
        }
        let baseline = self.y + style.pitch / 2.0 + DROP * f32::from(style.size);
        // The blank at which a line ends is not seen, but it parts words for those who are read to.
        let range = &text.lines[position];
        let is_parted = text.shaped.glyphs.get(range.end).is_some_and(|glyph| glyph.character == ' ');
        let drawn = &text.shaped.glyphs[range.start..range.end + usize::from(is_parted)];
        draw_line(drawn, (x, baseline), style.size, spacing, self.canvas);
        let end = x + line_width(glyphs, style.size, spacing);
        if let (true, Some(tail)) = (is_last, &text.block.tail) {
            self.tail(tail, (end, baseline), style.size);
        }
        self.link(text.block.link.as_ref(), (x, end), style.pitch);
    }

    /// A text at the right edge, with dots up to it.
    fn tail(&mut self, tail: &str, (end, baseline): (f32, f32), size: u8) {
        let shape = |text: &str| Shaped::of(&[(Face::Kai, text)]).unwrap_or_default().glyphs;
        let (number, dot) = (shape(tail), shape("."));
        let pitch = f32::from(size) / 2.0;
        let start = LEFT + WIDTH - line_width(&number, size, 0.0);
        draw_line(&number, (start, baseline), size, 0.0, self.canvas);
        self.canvas.open(Element::Artifact);
        let mut x = start - pitch;
        while x > end + pitch {
            draw_line(&dot, (x, baseline), size, 0.0, self.canvas);
            x -= pitch;
        }
        self.canvas.close();
    }

    fn link(&mut self, link: Option<&Link>, (left, right): (f32, f32), pitch: f32) {
        let area = Area { left, top: self.y, right, bottom: self.y + pitch };
        match link {
            Some(Link::Page(page)) => self.canvas.link(area, Target::Page(*page)),
            Some(Link::Url(url)) => self.canvas.link(area, Target::Url(url)),
            None => {}
        }
    }
}

/// What the first of these blocks needs on its page, with the beginning of the next one where it must not be the last;
/// `before` is needed by those before it.
fn start(laid: &[Laid<'_>], room: f32, before: f32) -> f32 {
    match laid.first() {
        None => before,
        Some(Laid::Open(_) | Laid::Close) => start(&laid[1..], room, before),
        Some(Laid::Table(table)) => before + table.start_height(room - before, HEIGHT - before),
        Some(Laid::Text(text)) if text.block.is_kept_with_next() => start(&laid[1..], room, before + text.height()),
        Some(Laid::Text(text)) => before + text.pitches(text.lines.len().min(2)) + text.block.style.above,
    }
}
