//! Text in lines.
use std::ops::Range;

use crate::shape::{Shaped, width};
use crate::{Canvas, Glyph, Run};

/// How wide lines may be and what is between characters, in points.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Measure {
    /// Size of the characters.
    pub(crate) size: u8,
    /// Width of a line.
    pub(crate) width: f32,
    /// How much less there is in the first.
    pub(crate) indent: f32,
    /// What is added behind each character.
    pub(crate) spacing: f32,
}

/// The glyphs of each line, blanks at its ends left out; never none.
///
/// A word that no line holds is cut.
pub(crate) fn lines(text: &Shaped, measure: Measure) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    loop {
        start += blanks(text.glyphs[start..].iter());
        let room = measure.width - if lines.is_empty() { measure.indent } else { 0.0 };
        let end = line_end(text, start, room, measure);
        let trailing = blanks(text.glyphs[start..end].iter().rev());
        lines.push(start..end - trailing);
        start = end;
        if start >= text.glyphs.len() {
            return lines;
        }
    }
}

fn blanks<'a>(glyphs: impl Iterator<Item = &'a Glyph>) -> usize {
    glyphs.take_while(|glyph| glyph.character == ' ').count()
}

fn line_end(text: &Shaped, start: usize, room: f32, measure: Measure) -> usize {
    let mut used = 0.0;
    let mut allowed = None;
    for (position, glyph) in text.glyphs.iter().enumerate().skip(start) {
        used += f32::from(glyph.advance) / 1000.0 * f32::from(measure.size);
        let is_blank = glyph.character == ' ';
        // The space behind the last character of a line is not seen; rounding is forgiven.
        if used > room + 0.01 && !is_blank && position > start {
            return allowed.unwrap_or(position);
        }
        used += measure.spacing;
        if text.ends[position] {
            allowed = Some(position + 1);
        }
    }
    text.glyphs.len()
}

/// Makes lines shorter, as long as they do not become more and none needs to cut a word.
pub(crate) fn balanced(text: &Shaped, measure: Measure, found: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut best = found;
    let mut measure = measure;
    let step = f32::from(measure.size) / 2.0;
    let least = text.longest_piece() * f32::from(measure.size);
    while best.len() > 1 && measure.width - step >= least {
        measure.width -= step;
        let narrower = lines(text, measure);
        if narrower.len() > best.len() {
            break;
        }
        best = narrower;
    }
    best
}

/// Width of a line in points, without the space behind its last glyph.
pub(crate) fn line_width(glyphs: &[Glyph], size: u8, spacing: f32) -> f32 {
    width(glyphs) * f32::from(size) + gaps(glyphs) * spacing
}

/// The space between glyphs that makes a line fill its width; `None` where the gaps would be ugly.
pub(crate) fn justified(glyphs: &[Glyph], size: u8, room: f32) -> Option<f32> {
    let spacing = (room - width(glyphs) * f32::from(size)) / gaps(glyphs);
    (spacing.is_finite() && spacing.abs() < f32::from(size) / 6.0).then_some(spacing)
}

#[expect(clippy::cast_precision_loss, reason = "a line has few glyphs")]
fn gaps(glyphs: &[Glyph]) -> f32 {
    glyphs.len().saturating_sub(1) as f32
}

/// Draws glyphs of several fonts one behind the other.
pub(crate) fn draw_line(
    glyphs: &[Glyph],
    (x, baseline): (f32, f32),
    size: u8,
    spacing: f32,
    canvas: &mut (impl Canvas + ?Sized),
) {
    let mut x = x;
    for run in glyphs.chunk_by(|one, next| one.face == next.face) {
        canvas.run(&Run { glyphs: run, face: run[0].face, size, x, baseline, spacing });
        x += line_width(run, size, spacing) + spacing;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Face;

    #[track_caller]
    fn check(text: &str, width: f32, expected: &[&str]) {
        let shaped = Shaped::of(&[(Face::Kai, text)]).unwrap();
        let measure = Measure { size: 10, width, indent: 20.0, spacing: 0.0 };
        let found = lines(&shaped, measure)
            .into_iter()
            .map(|line| shaped.glyphs[line].iter().map(|glyph| glyph.character).collect::<String>());
        assert_eq!(found.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn no_line_begins_with_a_stop() {
        check("一二三四五六，七八九。", 60.0, &["一二三四", "五六，七八", "九。"]);
        check("一二三，四五六七八。九", 50.0, &["一二", "三，四五六", "七八。九"]);
    }

    #[test]
    fn words_stay_whole_unless_no_line_holds_them() {
        check("ab cd  ef", 40.0, &["ab", "cd  ef"]);
        check("abcdefghijkl", 40.0, &["abc", "defghijkl"]);
        check("", 40.0, &[""]);
        check("一", 1.0, &["一"]);
    }
}
