//! Shows text: characters at their places.
use std::rc::Rc;

use hayro_cmap::BfString;
use hayro_syntax::object::{Array, Object};

use super::content::Content;
use super::fonts::Font;
use crate::ReadError;
use crate::pages::{DEPTH, Glyph, HEIGHT, Matrix};

/// Shows the texts of an array, with the shifts between them.
pub(super) fn show_all(content: &mut Content<'_, '_>, texts: &Array<'_>) -> Result<(), ReadError> {
    for object in texts.iter::<Object<'_>>() {
        match object {
            Object::Number(number) => shift(content, -number.as_f64() / 1000.0 * content.state.size),
            Object::String(text) => write(content, text.as_bytes())?,
            _ => {}
        }
    }
    content.writer.end(&mut content.page);
    Ok(())
}

/// Shows one text.
pub(super) fn show(content: &mut Content<'_, '_>, text: &[u8]) -> Result<(), ReadError> {
    write(content, text)?;
    content.writer.end(&mut content.page);
    Ok(())
}

/// Moves the pen along the line of writing.
fn shift(content: &mut Content<'_, '_>, distance: f64) {
    let vertical = content.state.font.as_ref().is_some_and(|font| font.is_vertical());
    let (x, y) = if vertical { (0.0, distance) } else { (distance * content.state.scale, 0.0) };
    content.pen.at = content.pen.at.shifted(x, y);
}

fn write(content: &mut Content<'_, '_>, bytes: &[u8]) -> Result<(), ReadError> {
    let Some(font) = content.state.font.clone() else { return Ok(()) };
    let mut at = 0;
    while at < bytes.len() {
        content.budget.character()?;
        at += character(content, &font, &bytes[at..]).max(1);
    }
    Ok(())
}

/// Writes the first character of bytes; its length.
fn character(content: &mut Content<'_, '_>, font: &Rc<Font<'_>>, bytes: &[u8]) -> usize {
    let code = font.read(bytes);
    let state = &content.state;
    let inner = Matrix([state.size * state.scale, 0.0, 0.0, state.size, 0.0, state.rise]);
    let matrix = inner.then(content.pen.at).then(state.matrix);
    let word = if code.length == 1 && bytes.first() == Some(&b' ') { state.word_space } else { 0.0 };
    let space = state.character_space + word;
    let distance = code.advance * state.size + if font.is_vertical() { -space } else { space };
    place(content, code.text.as_ref(), &matrix, code.advance, font.is_vertical());
    shift(content, distance);
    code.length
}

fn place(content: &mut Content<'_, '_>, text: Option<&BfString>, matrix: &Matrix, advance: f64, vertical: bool) {
    let (origin, up) = (matrix.point((0.0, 0.0)), matrix.point((0.0, 1.0)));
    let size = (up.0 - origin.0).hypot(up.1 - origin.1);
    let mut letters = [0; 4];
    let text = match text {
        Some(BfString::Char(letter)) => &*letter.encode_utf8(&mut letters),
        Some(BfString::String(text)) => text,
        None => "\u{fffd}",
    };
    let rect =
        if vertical { matrix.rect((-0.5, 0.0), (0.5, advance)) } else { matrix.rect((0.0, -DEPTH), (advance, HEIGHT)) };
    let upright = !vertical && (origin.0 - up.0).abs() < 0.1 * size && up.1 < origin.1;
    let glyph = Glyph { text, rect, size, upright, hidden: content.state.hidden };
    content.writer.put(&mut content.page, glyph);
}
