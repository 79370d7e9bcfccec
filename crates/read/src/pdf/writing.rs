//! Shows text: characters as runs, cut where there is a gap.
use std::rc::Rc;

use hayro_cmap::BfString;
use hayro_syntax::object::{Array, Object};

use super::content::Content;
use super::fonts::Font;
use super::geometry::{Matrix, Rect};
use super::page::{DEPTH, HEIGHT, Run};
use crate::ReadError;

/// A gap between characters that cuts a run, in sizes of the font.
const GAP: f64 = 0.3;

/// Shows the texts of an array, with the shifts between them.
pub(super) fn show_all(content: &mut Content<'_, '_>, texts: &Array<'_>) -> Result<(), ReadError> {
    let mut writer = Writer::default();
    for object in texts.iter::<Object<'_>>() {
        match object {
            Object::Number(number) => shift(content, -number.as_f64() / 1000.0 * content.state.size),
            Object::String(text) => writer.write(content, text.as_bytes())?,
            _ => {}
        }
    }
    writer.end(content);
    Ok(())
}

/// Shows one text.
pub(super) fn show(content: &mut Content<'_, '_>, text: &[u8]) -> Result<(), ReadError> {
    let mut writer = Writer::default();
    writer.write(content, text)?;
    writer.end(content);
    Ok(())
}

/// Moves the pen along the line of writing.
fn shift(content: &mut Content<'_, '_>, distance: f64) {
    let vertical = content.state.font.as_ref().is_some_and(|font| font.is_vertical());
    let (x, y) = if vertical { (0.0, distance) } else { (distance * content.state.scale, 0.0) };
    content.pen.at = content.pen.at.shifted(x, y);
}

/// The run that is being written.
#[derive(Default)]
struct Writer {
    run: Option<Run>,
}

impl Writer {
    fn write(&mut self, content: &mut Content<'_, '_>, bytes: &[u8]) -> Result<(), ReadError> {
        let Some(font) = content.state.font.clone() else { return Ok(()) };
        let mut at = 0;
        while at < bytes.len() {
            content.budget.character()?;
            at += self.character(content, &font, &bytes[at..]).max(1);
        }
        Ok(())
    }

    /// Writes the first character of bytes; its length.
    fn character(&mut self, content: &mut Content<'_, '_>, font: &Rc<Font<'_>>, bytes: &[u8]) -> usize {
        let code = font.read(bytes);
        let state = &content.state;
        let inner = Matrix([state.size * state.scale, 0.0, 0.0, state.size, 0.0, state.rise]);
        let matrix = inner.then(content.pen.at).then(state.matrix);
        let word = if code.length == 1 && bytes.first() == Some(&b' ') { state.word_space } else { 0.0 };
        let space = state.character_space + word;
        let distance = code.advance * state.size + if font.is_vertical() { -space } else { space };
        self.place(content, code.text.as_ref(), &matrix, code.advance, font.is_vertical());
        shift(content, distance);
        code.length
    }

    fn place(
        &mut self,
        content: &mut Content<'_, '_>,
        text: Option<&BfString>,
        matrix: &Matrix,
        advance: f64,
        vertical: bool,
    ) {
        let (origin, up) = (matrix.point((0.0, 0.0)), matrix.point((0.0, 1.0)));
        let size = (up.0 - origin.0).hypot(up.1 - origin.1);
        let mut letters = [0; 4];
        let text = match text {
            Some(BfString::Char(letter)) => &*letter.encode_utf8(&mut letters),
            Some(BfString::String(text)) => text,
            None => "\u{fffd}",
        };
        if text.chars().all(|letter| letter.is_whitespace() || letter == '\0') {
            self.end(content);
            content.blank = true;
            return;
        }
        let rect = if vertical {
            matrix.rect((-0.5, 0.0), (0.5, advance))
        } else {
            matrix.rect((0.0, -DEPTH), (advance, HEIGHT))
        };
        if !rect.is_finite() || !content.page.rect().holds(rect.centre()) {
            return;
        }
        content.page.hidden += usize::from(content.state.hidden);
        content.page.unknown += text.matches('\u{fffd}').count();
        let upright = !vertical && (origin.0 - up.0).abs() < 0.1 * size && up.1 < origin.1;
        match &mut self.run {
            Some(run) if !content.blank && goes_on(run, &rect, size, upright) => {
                run.text.push_str(text);
                run.rect = run.rect.with(rect);
            }
            _ => {
                let spaced = std::mem::take(&mut content.blank);
                self.end(content);
                self.run = Some(Run { text: text.to_owned(), rect, size, spaced, upright });
            }
        }
    }

    fn end(&mut self, content: &mut Content<'_, '_>) {
        content.page.runs.extend(self.run.take());
    }
}

/// Whether a character follows a run without a gap; what is not upright is put together as it comes.
fn goes_on(run: &Run, next: &Rect, size: f64, upright: bool) -> bool {
    if run.upright != upright || (run.size - size).abs() > 0.1 * size {
        return false;
    }
    let gap = if upright { next.left - run.rect.right } else { distance(&run.rect, next) };
    gap < GAP * size && (!upright || gap > -GAP * size)
}

/// How far two rectangles are apart.
fn distance(one: &Rect, other: &Rect) -> f64 {
    let across = (other.left - one.right).max(one.left - other.right).max(0.0);
    let down = (other.top - one.bottom).max(one.top - other.bottom).max(0.0);
    across.max(down)
}
