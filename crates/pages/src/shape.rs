//! Text as glyphs, with the places where a line may end.
use crate::breaking::line_ends;
use crate::{Face, Glyph};

/// A character that no font has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NoGlyph(pub(crate) char);

/// Text as glyphs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Shaped {
    /// The glyphs in order.
    pub(crate) glyphs: Vec<Glyph>,
    /// Whether a line may end behind each glyph.
    pub(crate) ends: Vec<bool>,
}

impl Shaped {
    /// The glyphs of stretches of text, each in its own font.
    ///
    /// Ends of lines, tabs and other blanks become blanks; what Unicode means to be invisible is left out.
    pub(crate) fn of(parts: &[(Face, &str)]) -> Result<Self, NoGlyph> {
        let mut text = String::new();
        let mut glyphs = Vec::new();
        for (face, part) in parts {
            for character in part.chars().filter(|character| !is_invisible(*character)) {
                let character = if character.is_whitespace() && character != '\u{3000}' { ' ' } else { character };
                glyphs.push(face.glyph(character).ok_or(NoGlyph(character))?);
                text.push(character);
            }
        }
        let ends = line_ends(&text);
        Ok(Self { glyphs, ends })
    }

    /// Width of all of it in one line, in parts of the size.
    pub(crate) fn width(&self) -> f32 {
        width(&self.glyphs)
    }

    /// Width of the widest stretch within which no line ends, in parts of the size.
    pub(crate) fn longest_piece(&self) -> f32 {
        let mut pieces = vec![0.0_f32];
        for (glyph, end) in self.glyphs.iter().zip(&self.ends) {
            if let Some(piece) = pieces.last_mut() {
                *piece += f32::from(glyph.advance) / 1000.0;
            }
            if *end {
                pieces.push(0.0);
            }
        }
        pieces.into_iter().fold(0.0, f32::max)
    }
}

/// Width of glyphs one behind the other, in parts of the size.
pub(crate) fn width(glyphs: &[Glyph]) -> f32 {
    glyphs.iter().map(|glyph| f32::from(glyph.advance)).sum::<f32>() / 1000.0
}

/// What is not seen, whatever the font: Unicode's default ignorable characters.
fn is_invisible(character: char) -> bool {
    matches!(character,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}' | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_are_blanks_and_the_invisible_is_left_out() {
        let shaped = Shaped::of(&[(Face::Kai, "一\t二\u{200b}三"), (Face::Hei, "四")]).unwrap();
        let text: String = shaped.glyphs.iter().map(|glyph| glyph.character).collect();
        assert_eq!(text, "一 二三四");
        assert_eq!(shaped.glyphs[4].face, Face::Hei);
        assert_eq!(shaped.ends.len(), 5);
    }

    #[test]
    fn a_character_without_glyph_is_named() {
        assert_eq!(Shaped::of(&[(Face::Kai, "一😀")]), Err(NoGlyph('😀')));
    }
}
