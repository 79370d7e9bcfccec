//! Text in columns of a terminal: a Chinese character takes two.
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Marks that no line may begin with.
const CLOSING: &str = "，。、；：？！）】」』”》…";

/// Columns that a text takes.
pub(crate) fn width(text: &str) -> usize {
    text.width()
}

/// A text filled up with blanks on the right.
pub(crate) fn pad_right(text: &str, columns: usize) -> String {
    format!("{text}{}", blanks(text, columns))
}

/// A text filled up with blanks on the left.
pub(crate) fn pad_left(text: &str, columns: usize) -> String {
    format!("{}{text}", blanks(text, columns))
}

fn blanks(text: &str, columns: usize) -> String {
    " ".repeat(columns.saturating_sub(width(text)))
}

/// A text cut into lines of at most so many columns: at blanks between Latin words, else between any two characters.
pub(crate) fn wrap(text: &str, columns: usize) -> Vec<String> {
    text.split('\n').flat_map(|line| wrap_line(line, columns.max(2))).collect()
}

fn wrap_line(text: &str, columns: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut rest = text;
    while let Some(char) = rest.chars().next() {
        let word = &rest[..piece_length(rest, char)];
        let piece = if width(word.trim_end()) > columns { &rest[..char.len_utf8()] } else { word };
        rest = &rest[piece.len()..];
        let line = lines.last().map_or(0, |line| width(line));
        if line > 0 && line + width(piece.trim_end()) > columns {
            // No line begins with a comma: it takes the character before it along.
            let taken = if CLOSING.contains(char) { lines.last_mut().and_then(String::pop) } else { None };
            lines.push(taken.into_iter().collect());
        }
        if let Some(line) = lines.last_mut() {
            line.push_str(piece);
        }
    }
    lines.iter().map(|line| line.trim_end().to_owned()).collect()
}

/// Bytes of the piece that a text begins with: a Latin word with the blank after it, or one character.
fn piece_length(text: &str, first: char) -> usize {
    if first.width() != Some(1) || !first.is_ascii_graphic() {
        return first.len_utf8();
    }
    let end = text.find(|char: char| !char.is_ascii_graphic()).unwrap_or(text.len());
    if text[end..].starts_with(' ') { end + 1 } else { end }
}
